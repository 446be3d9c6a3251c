"""A real browser over a real server: Debian's Chromium, driven by Playwright. Without one, tests say so and skip.

Where ``REPORTEDLY_BROWSER`` is set (as in CI), a missing browser is an error and not a reason to skip.
"""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from reportedly import pipeline
from reportedly.desk import application
from reportedly.ledger import Ledger

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDED = bool(os.environ.get("REPORTEDLY_BROWSER"))
needs_browser = pytest.mark.skipif(CHROMIUM is None and not NEEDED, reason="Chromium is not installed here")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --use-angle=swiftshader --enable-unsafe-swiftshader"
).split()
AXE = files("axe_playwright_python") / "axe.min.js"


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def serving(app: FastAPI, port: int) -> Iterator[str]:
    """An application on a port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """The desk over a ledger on a free port."""
    port = free_port()
    with serving(application(ledger, pipeline.references(), port=port), port) as address:
        yield address


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Watch:
    """What a page did that it must not do: requests elsewhere, scripts that are not ours, complaints of the policy."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        self._address = address
        context.add_init_script("window.ran = 0; window.alert = () => { window.ran += 1; };")
        context.route("**/*", self._route)
        context.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)

    def _route(self, route: Route) -> None:
        if route.request.url.startswith(f"{self._address}/"):
            route.continue_()
        else:
            self.elsewhere.append(route.request.url)
            route.abort()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page as it stands: rule and first element of each."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html]))")
    return [f"{rule} ({count}): {html[:160]}" for rule, count, html in found]

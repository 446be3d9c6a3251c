"""The desk in a real browser: it works under its own policy, and hostile text neither runs nor calls out."""

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from reportedly import pipeline
from reportedly.desk import addresses, application
from reportedly.desk.session import passing_ledger
from reportedly.ledger import Ledger
from reportedly.model import Reading

from .conftest import IZHEVSK, hostile, put
from .xss import STRINGS

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed here")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=1000 --dump-dom"
).split()


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """The desk on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = application(ledger, pipeline.references(), port=port)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A port that notes whatever connects to it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                except OSError:
                    return
                with connection:
                    connection.settimeout(0.5)
                    try:
                        heard.append(connection.recv(300))
                    except OSError:
                        heard.append(b"")

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield server.getsockname()[1], heard
        stop.set()
        thread.join(5)


def dom(address: str, profile: Path, elsewhere: int = 9) -> str:
    """The page as it stands after its scripts ran; hosts in .example are at the port ``elsewhere``."""
    rules = f"--host-resolver-rules=MAP *.example 127.0.0.1:{elsewhere}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    run = subprocess.run(
        [str(CHROMIUM), *FLAGS, rules, f"--user-data-dir={profile}", address],
        capture_output=True,
        timeout=90,
        check=False,
    )
    return run.stdout.decode("utf-8", "replace")


def test_pages_work_under_their_own_policy(readings: tuple[Reading, ...], tmp_path: Path) -> None:
    from reportedly.desk.session import fill

    with passing_ledger() as ledger, listening() as (port, heard):
        fill(ledger, readings, pipeline.references())
        with served(ledger) as desk:
            report = dom(f"{desk}/reports/wire#r1c2", tmp_path / "a", port)
            assert '<p class="keys">' in report, "the desk's own script ran"
            assert 'class="copy"' in report and 'id="r1c2"' in report, "so did the script of the edition"
            incident = dom(f"{desk}{IZHEVSK}", tmp_path / "b", port)
            assert incident.count("<svg") == 2 and "Alexander Brechalov" in incident
        assert heard == []


def test_hostile_text_neither_runs_nor_calls_out(tmp_path: Path) -> None:
    run = "document.documentElement.lang=7"
    every = hostile("\n".join(s.replace("alert(1)", run) for s in STRINGS if len(s) < 200), 0)
    with passing_ledger() as ledger, listening() as (port, heard):
        trap = tmp_path / "trap.html"
        trap.write_text(f'<html lang="en"><img src="http://evil.example/x"><script>{run}</script>')
        assert 'lang="7"' in dom(trap.as_uri(), tmp_path / "trap", port) and heard, "the trap catches what it is for"
        heard.clear()
        name = put(ledger, every) or ""
        with served(ledger) as desk:
            paths = (addresses.report(name), addresses.incident(every.claims[0].incident or ""), "/review")
            for number, path in enumerate(paths):
                page = dom(desk + path, tmp_path / str(number), port)
                assert "evil.example" in page and '<html lang="en"' in page and 'lang="7"' not in page, path
        assert heard == []

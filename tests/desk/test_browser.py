"""The desk in a real browser: it works under its policy, hostile text neither runs nor calls out, axe finds nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reportedly import pipeline
from reportedly.desk import addresses, application
from reportedly.desk.people import ROLES, Store
from reportedly.desk.people import accounts as users
from reportedly.desk.session import fill, passing_ledger
from reportedly.languages.labels import LANGUAGES
from reportedly.ledger import Ledger
from reportedly.model import Reading, Report
from reportedly.pages import html
from reportedly.publish.reviewed import published
from reportedly.review import decide
from reportedly.review.judging import signature

from .browser import Watch, chromium, free_port, needs_browser, served, serving, violations
from .conftest import IZHEVSK, hostile, put
from .xss import ALL

pytestmark = needs_browser
TOGETHER = 24
"""Hostile strings in one field."""
UNSAFE = """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
    .filter(a => /^on|^srcdoc$|^formaction$/i.test(a.name) || a.name === 'style' && !e.closest('.frame')
        || /^(href|src|action)$/i.test(a.name) && !/^[/#?]/.test(a.value))
    .map(a => e.tagName + ' ' + a.name + '=' + a.value))"""
"""Attributes that no page of ours has: those that run, those that lead elsewhere. The live map sizes its own canvas."""

BROKEN = """() => [...document.querySelectorAll('main a, main b, main td, main th, main dd, main bdi')].filter(e => {
    const box = e.getBoundingClientRect(), em = parseFloat(getComputedStyle(e).fontSize);
    return e.textContent.trim().length > 3 && box.width > 0 && box.width < 2 * em && box.height > 4 * em;
}).map(e => 'a column of single letters: ' + e.textContent.trim())"""
"""Words that have so little room that each letter stands on a line of its own."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def example(readings: tuple[Reading, ...]) -> Iterator[Ledger]:
    with passing_ledger() as ledger:
        fill(ledger, readings, pipeline.references())
        for id, text in (("first", "Three were hurt."), ("second", "Five were hurt.")):
            put(ledger, Reading(report=Report(id=id, url="https://example.org/1", text=text)))
        found = {"rating": "mixed", "claim": "Two drones hit it.", "url": "https://example.org/check"}
        decide(ledger, "verdict", "incident:izhevsk-2025-07-01", by="x", reason="seen", value=found)
        decide(ledger, "grade", "source:Alexander Brechalov", by="x", reason="seen", value={"reliability": "C"})
        yield ledger


def test_the_scripts_of_the_desk_run_under_its_policy(browser: Browser, example: Ledger) -> None:
    with served(example) as desk, browser.new_context() as context:
        watch = Watch(context, desk)
        page = context.new_page()
        page.goto(f"{desk}/reports/wire")
        assert page.locator(".keys").is_visible(), "the desk's own script ran"
        page.keyboard.press("j")
        assert page.locator(".gloss.on").count() == 1, "so did the script of the edition"
        page.goto(f"{desk}/review")
        page.keyboard.press("j")
        assert page.locator(".queue > li.on").count() == 1
        page.keyboard.press("t")
        assert page.locator("html").get_attribute("data-theme") == "dark"
        assert watch.elsewhere == [] and watch.complaints == []


def test_every_page_is_whole_without_scripts(browser: Browser, example: Ledger) -> None:
    with served(example) as desk, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{desk}{IZHEVSK}")
        assert page.locator("svg").count() == 2 and page.get_by_text("Alexander Brechalov").count() > 1
        page.goto(f"{desk}/review")
        page.locator("form.reject input[name=reason]").first.fill("misread")
        page.locator("form.reject button").first.click()
        assert "/review?said=" in page.url
        page.locator(".last form.undo button").click()
        assert page.locator("h1").inner_text() == "Review"


def test_a_thousand_hostile_strings_on_every_page_neither_run_nor_call_out(browser: Browser) -> None:
    assert len(ALL) >= 1_000
    groups = [ALL[n : n + TOGETHER] for n in range(0, len(ALL), TOGETHER)]
    with passing_ledger() as ledger:
        readings = [hostile("\n".join(group), n) for n, group in enumerate(groups)]
        names = [put(ledger, reading) or "" for reading in readings]
        with served(ledger) as desk, browser.new_context() as context:
            watch = Watch(context, desk)
            page = context.new_page()
            page.goto(f"{desk}/static/icon.svg")
            paths = ["/", "/gate", "/gate?page=2", "/map", "/review/decisions", "/sources", "/grades", "/verdicts"]
            rooms = (("/incidents", 1), ("/reports", 1), ("/review", 2), ("/public", 1))
            paths += [f"{room}?page={n}" for room, last in rooms for n in range(1, last + 1)]
            for name, reading, group in zip(names, readings, groups, strict=True):
                claim = reading.claims[0]
                paths += [addresses.report(name), addresses.incident(claim.incident or "")]
                paths += [addresses.decide(f"{name}#{claim.id}"), addresses.source(claim.sources[0].name)]
                paths.append(addresses.grade(claim.sources[0].name))
                paths.append(addresses.search(q=group[0][:180], source=group[-1][:180]))
            for path in paths:
                answer = page.goto(desk + path, wait_until="load")
                assert answer is not None and answer.status in (200, 422), (path, answer and answer.status)
                assert page.evaluate("window.ran") == 0, path
                assert page.evaluate(UNSAFE) == [], path
                if path.startswith("/reports/"):
                    assert page.locator("main").inner_text().count("alert(1)") > TOGETHER // 2, path
            assert watch.elsewhere == []
            assert not [words for words in watch.complaints if "Content Security Policy" in words]


def test_the_trap_catches_what_it_is_for(browser: Browser, tmp_path: Path) -> None:
    trap = tmp_path / "trap.html"
    trap.write_text("<img src=x onerror=alert(1)><script>alert(1)</script><img src='http://evil.example/x'>")
    with browser.new_context() as context:
        watch = Watch(context, "file://")
        page = context.new_page()
        page.goto(trap.as_uri())
        assert page.evaluate("window.ran") > 0 and page.evaluate(UNSAFE) and watch.elsewhere == ["http://evil.example/x"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_page_that_check_writes(
    browser: Browser, readings: tuple[Reading, ...], tmp_path: Path, language: str
) -> None:
    linked = pipeline.link(tuple(pipeline.check(r) for r in readings))
    file = tmp_path / "page.html"
    file.write_text(html.page(linked, pipeline.weigh(linked), language=language), "utf-8")
    with browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        assert violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")


PAGES = (
    "/", "/incidents", IZHEVSK, "/reports", "/reports/wire", "/reports/second", "/reports/second/changes", "/review",
    "/review/decisions", "/review/claims/wire/c2", "/coding", "/map", "/map?box=57,53,6", "/search", "/search?q=drone",
    "/sources", "/records",
    "/records/ukraine", addresses.source("Alexander Brechalov"), "/gate", "/public", "/account", "/people", "/login",
    "/nope", "/grades", addresses.grade("Alexander Brechalov"), "/verdicts",
)  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_axe_finds_nothing_on_any_page(
    browser: Browser, example: Ledger, tmp_path: Path, width: int, scheme: str
) -> None:
    store = Store(tmp_path / "desk.db")
    for role in ROLES:
        users.add(store, role, role, "correct horse battery")
    sign = next(p.incident for p in published(example).passed if p.incident)
    port = free_port()
    app = application(example, pipeline.references(), port=port, store=store, log_in=True)
    found = {}
    with serving(app, port) as desk, browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    ) as context:  # fmt: skip
        page = context.new_page()
        page.goto(f"{desk}/login")
        page.get_by_label("name").fill("admin")
        page.get_by_label("password").fill("correct horse battery")
        page.locator("main button").click()
        told = addresses.finding(signature(next(iter(example.findings()))))
        for path in (*PAGES, told, f"/public/incidents/{sign}"):
            page.goto(desk + path)
            found[path] = violations(page) + page.evaluate(BROKEN)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found[path].append("wider than the screen")
    assert {path: wrong for path, wrong in found.items() if wrong} == {}

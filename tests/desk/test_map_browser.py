"""The live map in a real browser: it takes the place of the drawing, follows the address, and calls nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from reportedly import pipeline
from reportedly.desk import application
from reportedly.desk.people import Store
from reportedly.desk.people import accounts as users
from reportedly.desk.session import fill, passing_ledger
from reportedly.model import Claim, Place, Reading, Report, TimeSpan

from .browser import Watch, chromium, free_port, needs_browser, served, serving, violations
from .conftest import IZHEVSK, put

pytestmark = needs_browser
LAYERS = """() => import('/static/map-style.js').then(m => m.style(m.colours(), 'disputed').layers
    .map(layer => [layer.type, layer.source || '']))"""
TOWN = "57,53,3"
"""A box of 3 degrees in the middle of which Izhevsk lies, nearly."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def desk(readings: tuple[Reading, ...]) -> Iterator[str]:
    with passing_ledger() as ledger:
        fill(ledger, readings, pipeline.references())
        with served(ledger) as address:
            yield address


@contextmanager
def page_of(browser: Browser, desk: str, path: str, **options: Any) -> Iterator[tuple[Page, Watch]]:
    """The map, live, in a window of its own; nothing was called elsewhere and nothing was against the policy."""
    with browser.new_context(**options) as context:
        watch = Watch(context, desk)
        page = context.new_page()
        page.goto(desk + path)
        page.wait_for_selector(".world.live")
        yield page, watch
        assert watch.elsewhere == [] and watch.complaints == []


def middle(page: Page) -> tuple[float, float]:
    """Of the map, in pixels of the window."""
    box = page.locator("canvas").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_without_scripts_the_drawing_stays(browser: Browser, desk: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{desk}/map")
        assert page.locator(".world svg").is_visible() and page.locator("canvas").count() == 0
        page.get_by_label("closer", exact=True).click()
        assert "box=" in page.url and page.locator(".world svg").is_visible()


def test_without_webgl_the_drawing_stays_and_the_filters_work(browser: Browser, desk: str) -> None:
    with browser.new_context() as context:
        watch = Watch(context, desk)
        context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
        page = context.new_page()
        page.goto(f"{desk}/map")
        page.wait_for_load_state("networkidle")
        assert page.locator(".world svg").is_visible() and page.locator("canvas").count() == 0
        page.get_by_label("event").select_option("fire")
        page.get_by_role("button", name="Show").click()
        assert "event=fire" in page.url and watch.elsewhere == []


def test_the_live_map_takes_the_place_of_the_drawing(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map") as (page, _):
        canvas = page.locator("canvas")
        assert canvas.is_visible() and page.locator(".world svg").is_hidden()
        assert canvas.get_attribute("aria-label") == "Map" and canvas.get_attribute("tabindex") == "0"
        assert page.locator(".world").get_attribute("data-features") == "3"


def test_a_click_on_a_place_leads_to_its_incident(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map?box=56.85,53.20,0.6") as (page, _):
        page.mouse.move(*middle(page))
        assert "Izhevsk · incidents: 1" in page.locator(".tip").inner_text()
        page.mouse.click(*middle(page))
        page.wait_for_url(f"**{IZHEVSK}")


def test_a_click_where_several_incidents_are_lists_them(browser: Browser) -> None:
    place = Place(text="Dnipro", name="Dnipro", country="UA", lat=48.45, lon=35.05, kind="settlement", role="at")
    with passing_ledger() as ledger:
        for day in ("2025-07-01", "2025-07-09"):
            time = TimeSpan(text=day, start=day, end=day, precision="day")
            claim = Claim(id="c1", start=0, end=5, polarity="affirmed", certainty="certain", event="strike",
                          places=(place,), time=time, incident=day)  # fmt: skip
            put(ledger, Reading(report=Report(id=f"r-{day}", text=f"Words of {day}."), claims=(claim,)))
        with served(ledger) as desk, page_of(browser, desk, "/map?box=48.45,35.05,0.6") as (page, _):
            page.mouse.click(*middle(page))
            page.wait_for_selector("#there:focus")
            assert page.locator(".there li").count() == 2
            assert page.locator("#said").inner_text() == "Incidents here: 2"


def test_a_filter_changes_address_map_and_list(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map") as (page, _):
        with page.expect_response(lambda r: "/map/incidents?" in r.url and "event=casualties" in r.url):
            page.get_by_label("event").select_option("casualties")
        page.wait_for_selector(".world[data-features='2']")
        assert "event=casualties" in page.url and "box=" in page.url
        page.wait_for_selector(".there[data-count='2']")
        page.go_back()
        page.wait_for_selector(".world.live[data-features='3']")


def test_the_brush_changes_address_map_and_list(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map") as (page, _):
        with page.expect_response(lambda r: "/map/incidents?" in r.url and "from=2025-06-30" in r.url):
            page.locator(".brush a[data-from]").first.click()
        assert "from=2025-06-30&to=2025-06-30" in page.url
        assert page.get_by_label("from").input_value() == "2025-06-30"
        page.get_by_role("link", name="all days").click()
        assert "from=" not in page.url


def test_moving_changes_the_list_and_the_address_can_be_sent(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map") as (page, _):
        page.locator("canvas").focus()
        page.keyboard.press("ArrowLeft")
        page.wait_for_url("**box=**")
        page.get_by_label("closer", exact=True).click()
        page.get_by_label("closer", exact=True).click()
        page.wait_for_selector(".there:not([data-count='3'])")
        moved = page.url
    with page_of(browser, desk, moved.removeprefix(desk)) as (page, _):
        assert page.locator(".there").get_attribute("data-count") != "3"


def test_the_list_is_reached_by_keyboard_and_leads_to_the_incident(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, f"/map?box={TOWN}") as (page, _):
        page.locator("canvas").focus()
        for _step in range(6):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.there a') !== null"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{IZHEVSK}")


def test_no_line_is_drawn_but_outlines_and_frontiers(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map") as (page, _):
        layers = page.evaluate(LAYERS)
        assert {source for kind, source in layers if kind == "line"} == {"ground"}
        assert {kind for kind, source in layers if source == "incidents"} == {"circle", "symbol"}


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "light")])
def test_axe_finds_nothing_on_the_live_map(browser: Browser, desk: str, width: int, scheme: Any) -> None:
    with page_of(browser, desk, "/map", viewport={"width": width, "height": 900}, color_scheme=scheme) as (page, _):
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_drawing_is_what_is_printed(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map") as (page, _):
        page.emulate_media(media="print")
        assert page.locator(".world svg").is_visible() and page.locator("canvas").is_hidden()


def test_the_worker_asks_in_the_name_of_who_logged_in(
    browser: Browser, readings: tuple[Reading, ...], tmp_path: Path
) -> None:
    store, port = Store(tmp_path / "desk.db"), free_port()
    users.add(store, "ann", "reviewer", "correct horse battery")
    with passing_ledger() as ledger, browser.new_context() as context:
        fill(ledger, readings, pipeline.references())
        app = application(ledger, pipeline.references(), port=port, store=store, log_in=True)
        with serving(app, port) as desk:
            watch = Watch(context, desk)
            page = context.new_page()
            page.goto(f"{desk}/login?next=/map")
            page.get_by_label("name").fill("ann")
            page.get_by_label("password").fill("correct horse battery")
            with page.expect_response(lambda r: "/map/ground?" in r.url) as ground:
                page.locator("main button").click()
            page.wait_for_selector(".world.live[data-features='3']")
            assert ground.value.status == 200 and watch.elsewhere == [] and watch.complaints == []


def test_another_theme_colours_the_live_map_anew(browser: Browser, desk: str) -> None:
    with page_of(browser, desk, "/map", color_scheme="light") as (page, _):
        before = page.locator("canvas").screenshot()
        page.keyboard.press("t")
        page.wait_for_timeout(500)
        assert page.locator("canvas").screenshot() != before

"""An editor's day in a real browser, over the bundled example: every step by what stands on the page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly import pipeline
from reportedly.desk.session import passing_ledger
from reportedly.evaluate.desk_bench import put
from reportedly.evaluate.generated import planted
from reportedly.review import reread, take

from .browser import NEEDED, Watch, chromium, needs_browser, served
from .conftest import EXAMPLE, ROOT

pytestmark = needs_browser
EIGHT = [*EXAMPLE, *(str(path) for path in sorted((ROOT / "examples" / "izhevsk").glob("*.txt")))]
DROP = """(files) => {
    const carried = new DataTransfer();
    files.forEach(([name, text]) => carried.items.add(new File([text], name)));
    document.querySelector('main').dispatchEvent(new DragEvent('drop', {dataTransfer: carried, bubbles: true}));
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def drop(page: Page, paths: list[str], before: int = 0) -> None:
    page.evaluate(DROP, [[Path(path).name, Path(path).read_text("utf-8")] for path in paths])
    there = re.compile(rf"^{before + len(paths)}\b")
    expect(page.locator(".tally").first).to_have_text(there, timeout=60_000)


def correct(page: Page) -> None:
    """The last count of injured, 45, is corrected to 46."""
    page.locator("#figures .number a", has_text=re.compile("^45$")).first.click()
    assert re.search(r"/reports/[\w.~-]+#r1c\d+$", page.url), "each number opens its sentence"
    page.locator(f"{'#' + page.url.rpartition('#')[2]} a.more").click()
    page.locator("input[name^=figure][value='45']").fill("46")
    form = page.locator("form", has=page.locator("input[name^=figure]"))
    form.locator("input[name=reason]").fill("the hospital says 46")
    form.locator("button").click()
    expect(page.get_by_text("corrected")).to_be_visible()


LARGE = pytest.mark.skipif(not NEEDED, reason="takes two minutes")


# Linked one by one in a large ledger, an incident keeps the name that its first report gave it.
@pytest.mark.parametrize(
    ("claims", "happening"),
    [(0, "izhevsk-2025-07-01"), pytest.param(100_000, "kupol-plant-2025-07-01", marks=LARGE)],
)
def test_an_editors_day(browser: Browser, claims: int, happening: str) -> None:
    assert len(EIGHT) == 8
    with passing_ledger() as ledger, served(ledger) as desk, browser.new_context(accept_downloads=True) as context:
        readings, truth = planted(claims)
        put(ledger, readings, truth)
        watch = Watch(context, desk)
        page = context.new_page()
        page.goto(f"{desk}/reports")
        drop(page, EIGHT, len(readings))

        page.goto(desk)
        expect(page.get_by_text("count conflict").first).to_be_visible()
        page.get_by_role("link", name=happening, exact=True).first.click()
        incident = page.url
        assert page.locator(".witnesses > li").count() >= 7, "one incident"
        assert page.locator("#drawn svg").count() == 2, "its toll over time and its stemma"
        assert page.locator("#withheld").is_visible() and page.locator("#contradictions .lines li").count() > 3

        page.goto(f"{desk}/search?q=highest")
        page.locator(".claim", has_text="since the war began").locator("a.ref").click()
        expect(page.get_by_text("Not a record: 524").first).to_be_visible()

        page.goto(incident)
        correct(page)
        page.goto(incident)
        expect(page.locator("#figures .number", has_text="46").first).to_be_visible()

        page.locator("#together summary").click()
        split = page.locator("#together form", has=page.locator("input[type=checkbox]"))
        before = page.locator("#synopsis .claim").count()
        split.locator("input[type=checkbox]").first.check()
        split.locator("input[name=reason]").fill("another night")
        split.locator("button").click()
        expect(page.locator("#synopsis .claim")).to_have_count(before - 1)

        page.goto(f"{desk}/review")
        page.get_by_text("A claim of your own").click()
        form = page.locator("form[action='/review/state']")
        form.locator("input[name=source]").fill("source-7")
        form.locator("input[name=protected]").check()
        form.locator("textarea[name=quote]").fill("I counted four ambulances.")
        form.locator("button").click()
        expect(page.locator(".row .text")).to_contain_text("four ambulances")

        dropped = {r.id for r in ledger.reports()} - {r.report.id for r in readings}
        for proposal in reread(ledger, pipeline.read, "next", dropped):
            take(ledger, proposal, by="editor")
        page.goto(incident)
        expect(page.locator("#figures .number", has_text="46").first).to_be_visible()

        page.goto(f"{desk}/gate")
        assert int(page.locator(".tally .held").inner_text().split()[0]) > 0
        with page.expect_download() as download:
            page.get_by_role("link", name="CSV", exact=True).click()
        exported = Path(download.value.path()).read_text("utf-8")
        assert "ref" in exported and "ambulances" not in exported and "hospital says" not in exported
        assert watch.elsewhere == [] and watch.complaints == []


def test_the_queue_is_worked_from_the_keyboard(browser: Browser) -> None:
    with passing_ledger() as ledger, served(ledger) as desk, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{desk}/reports")
        drop(page, EIGHT[:4])
        page.goto(f"{desk}/review")
        first = page.locator(".queue > li").first.inner_text()
        page.keyboard.press("j")
        page.keyboard.press("r")
        page.keyboard.type("misread")
        page.keyboard.press("Enter")
        page.wait_for_url("**/review?said=*")
        assert page.locator(".queue > li").first.inner_text() != first
        page.keyboard.press("u")
        expect(page.locator(".queue > li").first).to_have_text(re.compile(re.escape(first.split("\n")[0])))
        page.keyboard.press("j")
        page.keyboard.press("o")
        page.wait_for_url("**/review/claims/**")

"""When the map is there: ``python -m reportedly.evaluate.map_bench --incidents 50000``.

A ledger of planted incidents at five thousand places, the desk over it as a process of its own, and a browser without a
cache that opens the map, several times. Read from the browser, in milliseconds since the address was asked for: the
first contentful paint (the server's drawing), and the frame in which the live map shows the incidents. With them the
seconds of processor that the browser took, which say more where the machine has other work.
"""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace
from playwright.sync_api import Browser, sync_playwright

from reportedly.evaluate.desk_bench import build, desk, first
from reportedly.evaluate.generated import CLAIMS, planted
from reportedly.model import Place, Reading

TARGET_MS = 1500
PLACES = 5000
FLAGS = (
    "--no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --disable-gpu --use-angle=swiftshader --enable-unsafe-swiftshader"
).split()
"""Without a graphics card: the map is drawn by the processor."""
_READ = "name => performance.getEntriesByName(name)[0].startTime"


class Paint(NamedTuple):
    """Milliseconds from the request to what is seen; ``processor`` are those of all processes of the browser."""

    drawing: float
    incidents: float
    processor: float


def scattered(readings: Sequence[Reading], reports: int) -> Iterator[Reading]:
    """Planted readings with their incidents at one of many places each, told by so many reports at most."""
    for number, (_, rows) in enumerate(groupby(readings, key=lambda r: r.report.id.partition("-")[0])):
        place = _place(number % PLACES)
        for reading in list(rows)[:reports]:
            yield replace(reading, claims=tuple(replace(c, places=(place,)) for c in reading.claims))


def _place(number: int) -> Place:
    """A place of a sequence that fills eastern Europe evenly (R2, Roberts 2018)."""
    lat, lon = 44 + 12 * (number * 0.7548776662 % 1), 22 + 40 * (number * 0.5698402910 % 1)
    name = f"Place {number}"
    return Place(text=name, name=name, country="XA", kind="settlement", role="at", lat=round(lat, 3), lon=round(lon, 3))


def painted(browser: Browser, address: str) -> Paint:
    """The map in a new window without a cache."""
    before = _processor(browser)
    with browser.new_context(viewport={"width": 1400, "height": 900}) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".world.live[data-painted]", timeout=60_000)
        drawing, incidents = (page.evaluate(_READ, mark) for mark in ("first-contentful-paint", "incidents painted"))
        after = _processor(browser)
    return Paint(drawing, incidents, 1000 * sum(after[id] - before.get(id, 0.0) for id in after))


def _processor(browser: Browser) -> dict[int, float]:
    """Seconds by process."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return {one["id"]: one["cpuTime"] for one in found}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=50_000)
    parser.add_argument("--reports", type=int, default=6, help="of an incident at most, of three claims each")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--port", type=int, default=8398)
    parser.add_argument("--ledger", type=Path, default=Path("map-bench.db"), help="made where there is none")
    given = parser.parse_args()
    if not given.ledger.exists():
        readings, truth = planted(given.incidents * CLAIMS)
        build(given.ledger, list(scattered(readings, given.reports)), truth)
    with desk(given.ledger, given.port), sync_playwright() as driver:
        print(f"first page: {first(given.port):.1f} s")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        address = f"http://127.0.0.1:{given.port}/map"
        runs = [painted(browser, address) for _ in range(given.runs)]
        browser.close()
    print(f"the first time: drawing {runs[0].drawing:.0f} ms, incidents {runs[0].incidents:.0f} ms")
    for name in Paint._fields:
        values = sorted(getattr(run, name) for run in runs[1:])
        print(f"{name:10} median {median(values):5.0f} ms   worst of {len(values)} {values[-1]:5.0f} ms")
    met = median(run.incidents for run in runs[1:]) <= TARGET_MS
    print("incidents within" if met else "incidents above", f"{TARGET_MS} ms")


if __name__ == "__main__":
    main()

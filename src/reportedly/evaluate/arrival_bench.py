"""Reports that come one by one into a ledger: what each costs, and whether the incidents depend on the order.

    python -m reportedly.evaluate.arrival_bench cost [--claims 100000] [--last 300] [--ledger FILE | --server ADDRESS]
    python -m reportedly.evaluate.arrival_bench order [--orders 3]

``cost``: a ledger of generated claims, linked and weighed, then its last reports one by one: read (a report of
``corpora/gold``, for its real length), put on record, linked, weighed. Then the same reports edited, and one in five of
them erased, one by one. Milliseconds by the wall and of processor time.
``--ledger`` is made where there is none, and measured on a copy; ``--server`` names an empty PostgreSQL database.
``--bare``: the share of incidents with a report that names neither day nor place.

``order``: the same reports in several orders, one by one, against all at once: B-cubed between the two, and the
findings across reports that both give. Gold claims, our own readings, generated claims (one incident in five with a
report that names neither day nor place).
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from msgspec.structs import replace

from reportedly import pipeline
from reportedly.evaluate.generated import planted
from reportedly.evaluate.gold import read_gold, reading
from reportedly.evaluate.linking_bench import ROOT, Clock, bare, show
from reportedly.ledger import Incoming, Ledger, open_ledger
from reportedly.model import Finding, Reading
from reportedly.review import link_new, relink

GOLD = ROOT / "corpora" / "gold"
BARE = 0.2
STEP = 1000
TARGET_MS = 200


def put(ledger: Ledger, some: Sequence[Reading]) -> None:
    """Readings on record, in one step."""
    ledger.add_all([Incoming(report=r.report, raw=r.report.text.encode(), reading=r, own_id=True) for r in some])


class Laps:
    """How long each part of each report took, in milliseconds: by the wall, and of processor time."""

    def __init__(self) -> None:
        self.wall: dict[str, list[float]] = {}
        self.own: dict[str, list[float]] = {}

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        """Time what is done inside."""
        wall, own = time.perf_counter(), time.process_time()
        yield
        self.wall.setdefault(part, []).append(1000 * (time.perf_counter() - wall))
        self.own.setdefault(part, []).append(1000 * (time.process_time() - own))

    def show(self, what: str) -> None:
        """One line a part, one for all of them together."""
        print(what)
        for times in (self.wall, self.own):
            times["in all"] = [sum(parts) for parts in zip(*times.values(), strict=True)]
        for part in self.wall:
            told = (f"p50 {share(t[part], 0.5):6.1f}  p99 {share(t[part], 0.99):6.1f}" for t in (self.wall, self.own))
            print(f"{part:16} wall {next(told)}   processor {next(told)} ms")


def share(values: Sequence[float], part: float) -> float:
    """The value that so many of 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def fill(place: Path | str, readings: Sequence[Reading]) -> None:
    """A ledger of readings, linked and weighed."""
    with open_ledger(place) as ledger:
        clock = Clock()
        for first in range(0, len(readings), STEP):
            put(ledger, readings[first : first + STEP])
        print(f"{sum(len(r.claims) for r in readings)} claims kept in {clock.lap()}")
        relink(ledger)
        print(f"linked and weighed in the ledger in {clock.lap()}")


def cost(place: Path | str, late: Sequence[Reading], truth: Mapping[str, str]) -> Laps:
    """What the last reports cost when they come one by one."""
    laps = Laps()
    texts = cycle(reading(g).report for g in read_gold(GOLD).values())
    with open_ledger(place) as ledger:
        link_new(ledger, few=0)  # loads what the first report would wait for
        for last in late:
            with laps.of("read"):
                pipeline.read(next(texts))
            with laps.of("put on record"):
                put(ledger, [last])
            with laps.of("link and weigh"):
                link_new(ledger, few=0)
        labels = ledger.labels()
    about = {f"{r.report.id}#{c.id}" for r in late for c in r.claims}
    near = {label for ref in about if (label := labels.get(ref))}
    show("the last", [(truth[ref], labels.get(ref, ref)) for ref in truth if labels.get(ref) in near or ref in about])
    return laps


def changes(place: Path | str, late: Sequence[Reading]) -> tuple[Laps, Laps]:
    """What the last reports cost when they are edited, and when one in five of them is erased, one by one."""
    edited, erased = Laps(), Laps()
    with open_ledger(place) as ledger:
        link_new(ledger, few=0)
        for last in late:
            with edited.of("put on record"):
                put(ledger, [replace(last, report=replace(last.report, text=f"{last.report.text} (edited)"))])
            with edited.of("link and weigh"):
                link_new(ledger, few=0)
        for last in late[::5]:
            with erased.of("erase"):
                ledger.erase(last.report.id, "measured")
            with erased.of("link and weigh"):
                link_new(ledger, few=0)
    return edited, erased


def by_and_by(readings: Sequence[Reading]) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The incidents of claims, and the findings across reports, where reports come one by one."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        for reading in readings:
            put(ledger, [reading])
            link_new(ledger, few=0)
        return ledger.labels(), tuple(ledger.findings_across().values())


def order(orders: int) -> None:
    """Print how far incidents and findings depend on the order of arrival."""
    gold = [reading(g) for g in read_gold(GOLD).values()]
    sets = {
        "gold claims": [bare(r) for r in gold],
        "our readings": [pipeline.read(r.report) for r in gold],
        "generated": planted(1500, bare=BARE)[0],
    }
    for name, readings in sets.items():
        linked = pipeline.link(readings)
        once = {f"{r.report.id}#{c.id}": c.incident for r in linked for c in r.claims if c.incident}
        found = {(f.kind, f.claims) for f in pipeline.weigh(linked)}
        for number in range(orders):
            some = list(readings)
            random.Random(number).shuffle(some)
            labels, findings = by_and_by(some)
            both = found & {(f.kind, f.claims) for f in findings}
            show(name, [(label, labels.get(ref, ref)) for ref, label in once.items()])
            print(f"{'':12} findings: {len(found)} at once, {len(findings)} one by one, {len(both)} the same")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("cost", "order"))
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--last", type=int, default=300)
    parser.add_argument("--bare", type=float, default=BARE, help="share of bare reports")
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--server")
    parser.add_argument("--orders", type=int, default=3)
    a = parser.parse_args(argv)
    if a.what == "order":
        order(a.orders)
        return 0
    readings, truth = planted(a.claims, bare=a.bare)
    random.Random(1).shuffle(readings)
    known, late = readings[: -a.last], readings[-a.last :]
    with tempfile.TemporaryDirectory() as folder:
        kept: Path | str = a.server or a.ledger or Path(folder) / "ledger.db"
        if a.server or not Path(kept).exists():
            fill(kept, known)
        if a.ledger:
            kept = Path(shutil.copy(a.ledger, folder))
        laps = cost(kept, late, truth.incidents)
        edited, erased = changes(kept, late)
    laps.show("one more")
    edited.show("edited")
    erased.show("erased")
    slowest = share(laps.wall["in all"], 0.99)
    print(f"p99 {'within' if slowest <= TARGET_MS else 'above'} {TARGET_MS} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Under which reading two figures that clash would both hold: the one that assumes least.

Tried in this order, from what other figures at hand bear out to what they leave open:

1. the smaller is what somebody gives for a part ("both hold if 35 counts only those in hospital");
2. the larger also counts what another figure of its report is of ("if 76 counts the 31 missing too");
3. the larger covers the night before as well, for which the same speaker gave the rest ("if 76 covers two nights");
4. one is what somebody gives for another place struck at the same time ("if 4 is of Nikopol, as the governor says");
5. the two are of different hours or days, as their claims say;
6. one is of a town, the other of the region around it;
7. the smaller is the earlier state of a count that grows;
8. they count different people, things or moments: the assumption that nothing bears out.
"""

from collections.abc import Iterable
from typing import Any

from reportedly.findings.across.draft import counted, ranged
from reportedly.findings.wording import named
from reportedly.lineage.board import PEOPLE, Board, Case, Figure
from reportedly.lineage.geo import closest, fineness, finest, held, holds
from reportedly.lineage.series import GROWING
from reportedly.lineage.times import Window, day_of, gap, window
from reportedly.lineage.values import point
from reportedly.model import Claim

LEAST = 3.0
"""Smaller differences are borne out by chance."""
NIGHTS = 48.0


def cheapest(board: Board, case: Case, a: Figure, b: Figure) -> dict[str, Any]:
    """The reading of two clashing figures that assumes least, as a phrase."""
    low, high = sorted((a, b), key=lambda f: (point(f.range), f.ref))
    given = {"low": ranged(low.range), "high": ranged(high.range)}
    for name, found in (
        ("part", _part(case, low)),
        ("included", _included(case, low, high)),
        ("nights", _nights(board, case, low, high)),
        ("elsewhere", _elsewhere(board, case, low, high)),
        ("times", _times(low, high)),
        ("places", _places(low, high)),
        ("earlier", _earlier(low, high)),
    ):
        if found is not None:
            return {"code": f"reading.{name}", **given, **found}
    return {"code": "reading.people" if low.quantity.of in PEOPLE else "reading.things", **given}


def _rest(low: Figure, high: Figure) -> float | None:
    """What the larger has more, where both are numbers."""
    if low.range.low != low.range.high or high.range.low != high.range.high:
        return None
    rest = point(high.range) - point(low.range)
    return rest if rest >= LEAST else None


def _equal(figures: Iterable[Figure], rest: float) -> Figure | None:
    found = (f for f in figures if f.range.low == f.range.high == rest and f.account.claim.polarity == "affirmed")
    return min(found, key=lambda f: (f.account.told, f.ref), default=None)


def _part(case: Case, low: Figure) -> dict[str, Any] | None:
    same = (f for f in case.figures if f.topic == low.topic and low.part is None and f.part not in (None, "part"))
    other = next((f for f in same if f.range == low.range and point(f.range) >= LEAST), None)
    return {"part": {"part": other.part}, "by": named(other.account.voice.name)} if other is not None else None


def _included(case: Case, low: Figure, high: Figure) -> dict[str, Any] | None:
    rest = _rest(low, high)
    if rest is None or low.quantity.of not in PEOPLE:
        return None
    reports = {low.account.report, high.account.report}
    others = (f for f in case.figures if f.quantity.of in PEOPLE and f.account.report in reports)
    other = _equal((f for f in others if (f.topic, f.part) != (low.topic, low.part)), rest)
    if other is None:
        return None
    return {"rest": ranged(other.range), "what": counted(other.topic, other.part)}


def _nights(board: Board, case: Case, low: Figure, high: Figure) -> dict[str, Any] | None:
    rest, here = _rest(low, high), window(low.account.claim.time)
    if rest is None or here is None:
        return None
    told = board.nightly.get((high.topic, high.account.voice.key), ())
    before = (f for other, f in told if other is not case and _just_before(window(f.account.claim.time), here))
    other = _equal(before, rest)
    return {"rest": ranged(other.range), "day": day_of(here.start)} if other is not None else None


def _just_before(there: Window | None, here: Window) -> bool:
    return there is not None and there.start < here.start and gap(there, here) <= NIGHTS


def _elsewhere(board: Board, case: Case, *pair: Figure) -> dict[str, Any] | None:
    """What another report tells of another place near by at the same time: the same number, and whatever the claim
    counts beside it."""
    for mine in pair:
        counts = [f for f in case.by_claim[mine.ref] if f.part is None and f.quantity.of in PEOPLE]
        if mine.quantity.of not in PEOPLE or (point(mine.range) < LEAST and len(counts) < 2):
            continue
        reports = [{f.account.report for f in _near(board, count)} for count in counts]
        whole = [f for f in _near(board, mine) if all(f.account.report in told for told in reports)]
        first = min(whole, key=lambda f: (f.account.told, f.ref), default=None)
        place = finest(first.account.claim.places) if first else None
        if first is not None and place is not None:
            by = named(first.account.voice.name)
            return {"one": ranged(mine.range), "place": place.name or place.text, "by": by}
    return None


def _near(board: Board, mine: Figure) -> list[Figure]:
    """The same toll in other reports of these days, of another place near by and of the same time."""
    day = int(mine.account.told // 24)
    same = (f for d in (day - 1, day, day + 1) for f in board.tolls.get((mine.topic, mine.range.low, d), ()))
    return [f for f in same if f.account.report != mine.account.report and _beside(f.account.claim, mine.account.claim)]


def _beside(there: Claim, here: Claim) -> bool:
    x, y = window(there.time), window(here.time)
    if x is not None and y is not None and gap(x, y) > 0:
        return False
    return closest(held(there.places), held(here.places)) == "near"


def _times(low: Figure, high: Figure) -> dict[str, Any] | None:
    one, two = low.account.claim.time, high.account.claim.time
    x, y = window(one), window(two)
    if one is None or two is None or x is None or y is None:
        return None
    return {"one": one.text, "two": two.text} if gap(x, y) > 0 else None


def _places(low: Figure, high: Figure) -> dict[str, Any] | None:
    one, two = (finest(f.account.claim.places) for f in (low, high))
    if one is None or two is None or fineness(one) >= fineness(two) or not holds(two, one):
        return None
    return {"town": one.name or one.text, "region": two.name or two.text}


def _earlier(low: Figure, high: Figure) -> dict[str, Any] | None:
    return {} if low.topic.startswith(GROWING) and low.account.told < high.account.since else None

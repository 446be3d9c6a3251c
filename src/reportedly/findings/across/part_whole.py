"""``part_whole`` and ``part_sum_exceeds_total``: parts of one report against the total of another.

Flagged: 17 and 16 of a night's 60 in two reports (27 are not placed); 19 + 2 = 21. As exceeding: 40 and 30 of 60.
Not flagged: parts and total in one report (the single-report rule's work); totals that differ between themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import Any

from reportedly.findings.across.draft import counted, finding, ranged
from reportedly.lineage.board import TOWNS, Board, Case, Figure
from reportedly.lineage.series import accounts
from reportedly.lineage.times import gap, window
from reportedly.lineage.values import point
from reportedly.model import Finding

LEAST = 20.0
"""Smaller remainders agree by chance."""
TOPICS = ("intercepted", "launched", "killed", "injured")


def _total(figures: list[Figure], parts: list[Figure]) -> Figure | None:
    """The total to set the parts against: of another report, the one whose claim gives most of the same parts."""
    report, towns = parts[0].account.report, {f.place for f in parts}
    whole = [f for f in figures if _whole(f, towns) and f.range.low == f.range.high and f.account.report != report]
    if not whole:
        return None
    own = {f.range for f in figures if f.place is None and f.ref == parts[0].ref}
    whole = [f for f in whole if not own or f.range in own]  # parts that have a total of their own are parts of that
    if not whole:
        return None
    top = max(point(f.range) for f in whole)
    shared = {(f.place, f.range) for f in parts}

    def common(total: Figure) -> int:
        return sum(f.ref == total.ref and (f.place, f.range) in shared for f in figures)

    return max((f for f in whole if point(f.range) == top), key=lambda f: (common(f), -f.account.told, f.ref))


def _whole(f: Figure, towns: Set[str | None]) -> bool:
    """Whether a figure may be the total of what was counted in some towns: of no place, or of those towns together."""
    return f.place is None or set(f.place.split(TOWNS)) == towns


def _same_day(f: Figure, total: Figure | None) -> bool:
    """Whether a total can be of the time that another total is of."""
    if total is None:
        return False
    a, b = window(f.account.claim.time), window(total.account.claim.time)
    return a is None or b is None or gap(a, b) <= 0


def _case(case: Case) -> Iterable[Finding]:
    rooms: dict[str, list[Figure]] = defaultdict(list)
    for f in case.figures:
        if (
            f.account.claim.polarity == "affirmed"
            and f.part is None
            and f.topic.startswith(("intercepted", "launched", "killed", "injured"))
        ):
            rooms[f.topic].append(f)
    for topic, figures in sorted(rooms.items()):
        parts = _parts(figures)
        total = _total(figures, parts) if len(parts) > 1 else None
        most = max((point(f.range) for f in figures if f.place is None and _same_day(f, total)), default=0.0)
        if total is not None and point(total.range) == most:
            yield _compare(topic, total, parts)
        else:
            yield from _echoed(topic, figures, parts)


def _echoed(topic: str, figures: list[Figure], parts: list[Figure]) -> Iterable[Finding]:
    """Total and parts in one report, where another report gives one of the parts."""
    if len(parts) < 2:
        return
    report, towns = parts[0].account.report, {f.place for f in parts}
    whole = [
        f for f in figures if _whole(f, towns) and f.account.report == report and _exact(f) and f.ref != parts[0].ref
    ]
    echoes = [
        f
        for f in figures
        if f.account.report != report and any(f.place == p.place and f.range == p.range for p in parts)
    ]
    total = max(whole, key=lambda f: point(f.range), default=None)
    if total is not None and echoes and sum(point(f.range) for f in parts) <= point(total.range):
        yield _compare(topic, total, parts, echoes[:1])


def _remainder(case: Case) -> Iterable[Finding]:
    """A total less its part is another report's figure: 277 home, 31 of them wounded, and 246 exchanged."""
    for total in case.figures:
        if total.part is not None or total.quantity.of not in ("other", "killed", "injured") or not _exact(total):
            continue
        for part in case.figures:
            if part.ref != total.ref or part is total or part.quantity.of != total.quantity.of or not _exact(part):
                continue
            left = point(total.range) - point(part.range)
            if left < LEAST or left == point(part.range):
                continue
            rest = [f for f in case.figures if _exact(f) and point(f.range) == left and _another(f, total)]
            shown = any(f.ref == total.ref and f is not part and point(f.range) == left for f in case.figures)
            if (
                rest and not shown
            ):  # "35 of the 45 in hospital, ten of them badly hurt": the claim gives the rest itself
                yield finding(
                    "part_whole.remainder",
                    accounts([total, rest[0]]),
                    severity="note",
                    relation="compatible",
                    attribute=total.quantity.of,
                    total=ranged(total.range),
                    part=ranged(part.range),
                    rest=ranged(rest[0].range),
                    what=part.quantity.item or part.quantity.text,
                )


def _exact(f: Figure) -> bool:
    return f.range.low == f.range.high and f.account.claim.polarity == "affirmed"


def _another(f: Figure, total: Figure) -> bool:
    return f.account.report != total.account.report and f.quantity.of == total.quantity.of and f.part is None


def _parts(figures: list[Figure]) -> list[Figure]:
    """The placed figures of the claim that gives most of them; one without a total of its own goes first."""
    by_claim: dict[str, list[Figure]] = defaultdict(list)
    for f in figures:
        if f.place is not None and TOWNS not in f.place:
            by_claim[f.ref].append(f)
    totalled = {f.ref for f in figures if f.place is None}
    several = [fs for fs in by_claim.values() if len(fs) > 1]
    return max(several, key=lambda fs: (fs[0].ref not in totalled, len(fs), fs[0].ref), default=[])


def _compare(topic: str, total: Figure, parts: list[Figure], echoes: Sequence[Figure] = ()) -> Finding:
    summed, whole = sum(point(f.range) for f in parts), point(total.range)
    fits = summed <= whole
    return finding(
        "part_whole.fits" if fits else "part_sum_exceeds_total.exceeds",
        accounts([total, *parts, *echoes]),
        severity="note" if fits else "error",
        relation="compatible" if fits else "conflict",
        attribute=total.quantity.of,
        total=ranged(total.range),
        what=counted(topic),
        parts=[_placed(f) for f in parts],
        sum=f"{summed:g}",
        rest=f"{max(0.0, whole - summed):g}",
        reading=_spare(parts, summed - whole),
    )


def _placed(f: Figure) -> dict[str, Any]:
    return {"code": "placed", "value": ranged(f.range), "place": f.place}


def _spare(parts: Sequence[Figure], excess: float) -> dict[str, Any]:
    """The smallest part without which the rest fits the total: what must then be counted twice, or belong elsewhere."""
    enough = [f for f in parts if point(f.range) >= excess]
    least = min(enough, key=lambda f: (point(f.range), f.ref), default=None)
    if excess <= 0 or least is None:
        return {"code": "spare.overlap"}
    return {"code": "spare.part", "excess": f"{excess:g}", "part": _placed(least)}


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _case(case)
            yield from _remainder(case)

"""``certainty_drift``: one word passed on, harder at a later hop.

Flagged: "presumably two drones" by a channel, "two drones" in the report that relays it; "at least 34" and later 34;
35 in hospital in the speaker's post, "35 injured" in the relay.
Not flagged: the speaker corrects or confirms; a relay that adds a doubt of its own; figures that differ; two speakers.

Compared are accounts of one origin in different reports: the speaker's own, or where it is not at hand the first relay,
against the later ones. What was lost is named: hedge, bound, or that the figure counted a part.
"""

from collections import defaultdict
from collections.abc import Iterable

from reportedly.findings.across.draft import finding, position
from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.origins import Origins, figures_of, origins_of
from reportedly.lineage.series import as_recalled
from reportedly.lineage.values import INF, Range, spelled
from reportedly.model import Finding

HEDGED = ("probable", "possible")


def _hops(a: Account) -> tuple[int, float]:
    return len(a.claim.sources), a.told


def _lost(case: Case, first: Account, later: Account) -> tuple[str, str, str] | None:
    """What the later account lost: attribute, before, after."""
    for x in figures_of(case, first):
        for y in figures_of(case, later):
            found = _between(x, y)
            if found:
                return found
    shared = {f.range for f in figures_of(case, first)} & {f.range for f in figures_of(case, later)}
    if first.claim.event != later.claim.event or not shared:
        return None
    if first.claim.certainty in HEDGED and later.claim.certainty == "certain":
        return "certainty", str(first.claim.certainty), "certain"
    return None


def _between(x: Figure, y: Figure) -> tuple[str, str, str] | None:
    if x.topic != y.topic or x.place != y.place:
        return None
    exact = y.range.low == y.range.high
    if x.part is not None and y.part is None and x.range == y.range and exact:
        return x.quantity.of, f"{spelled(x.range)}, a part ({x.part})", f"{spelled(y.range)} in all"
    open_end = x.range.high == INF or x.range.low == 0
    if x.part == y.part and open_end and exact and y.range.low in (x.range.low, x.range.high):
        return x.quantity.of, spelled(x.range), spelled(Range(y.range.low, y.range.low))
    return None


def _case(case: Case, origins: Origins) -> Iterable[Finding]:
    rooms: dict[str, list[Account]] = defaultdict(list)
    for a in case.accounts:
        if a.claim.polarity == "affirmed" and a.claim.event not in ("statement", "assessment"):
            rooms[origins[a]].append(a)
    for origin, accounts in sorted(rooms.items()):
        rows = sorted(accounts, key=_hops)
        own = [a for a in rows if not a.claim.sources] or [a for a in rows if a.report == rows[0].report]
        seen: set[str] = set()
        for first in own:
            for later in rows:
                if first.report == later.report or later.told < first.told or not later.claim.sources:
                    continue
                lost = _lost(case, first, later)
                if lost is None or lost[0] in seen or as_recalled(later):
                    continue
                if lost[0] != "certainty" and _given(case, rows, later, lost[0]):
                    continue
                seen.add(lost[0])
                yield _finding(origin, first, later, lost)


def _given(case: Case, rows: list[Account], later: Account, attribute: str) -> bool:
    """Whether the origin gave the later number as it stands before, in another report: then nothing was lost."""
    values = {f.range for f in figures_of(case, later) if f.part is None and f.quantity.of == attribute}
    return any(
        f.range in values
        for a in rows
        if a.report != later.report and a.told <= later.told
        for f in figures_of(case, a)
        if f.part is None and f.quantity.of == attribute
    )


def _finding(origin: str, first: Account, later: Account, lost: tuple[str, str, str]) -> Finding:
    attribute, before, after = lost
    return finding(
        "certainty_drift.hardened",
        (first, later),
        severity="warning",
        attribute=attribute,
        positions=(position(before, [first]), position(after, [later])),
        before=before,
        after=after,
        before_report=first.reading.report.publisher or first.report,
        after_report=later.reading.report.publisher or later.report,
        source=origin.partition("@")[0],
    )


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _case(case, origins_of(board, case))

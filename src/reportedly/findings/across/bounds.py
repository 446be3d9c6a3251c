"""``count_conflict`` and ``part_sum_exceeds_total`` by bounds: no more can be shot down than was launched, nor can more
be in hospital than were hurt.

Flagged: 126 launched in one report, 130 shot down by the same side in another; 40 in hospital, 35 injured in all.
Not flagged: 126 launched, 79 down and 35 lost; a part told before the total had grown; figures of two sides.

The minimal set is the pair: the largest total and the figure that exceeds it.
"""

from collections.abc import Iterable

from reportedly.findings.across.draft import counted as things
from reportedly.findings.across.draft import finding, ranged
from reportedly.lineage.board import Board, Case, Figure
from reportedly.lineage.series import accounts, counted
from reportedly.lineage.times import gap, window
from reportedly.lineage.values import INF, point
from reportedly.model import Finding

IN = ("hospital", "serious")


def _one_time(a: Figure, b: Figure) -> bool:
    x, y = window(a.account.claim.time), window(b.account.claim.time)
    return x is None or y is None or gap(x, y) < 0


def _pair(code: str, whole: list[Figure], within: list[Figure]) -> Iterable[Finding]:
    """The figure that exceeds every total of its time and side, with the largest of them."""
    for f in sorted(within, key=lambda f: -f.range.low):
        totals = [t for t in whole if t.account.voice.side == f.account.voice.side and _one_time(t, f)]
        if not totals or any(t.range.high >= f.range.low for t in totals):
            continue
        most = max(totals, key=lambda t: (t.range.high, t.ref))
        if most.account.report == f.account.report:
            continue
        yield finding(
            code,
            accounts([most, f]),
            severity="error",
            relation="conflict",
            attribute=f.quantity.of,
            total=ranged(most.range),
            more=ranged(f.range),
            whole=things(most.topic),
            what=things(f.topic, f.part),
        )
        return


def _case(case: Case) -> Iterable[Finding]:
    figures = [f for f in case.figures if counted(f.account) and f.place is None and point(f.range) > 0]
    exact = [f for f in figures if f.range.high < INF]
    for sort in sorted({f.topic.partition(".")[2] for f in figures if f.topic.startswith("launched.")}):
        launched = [f for f in exact if f.topic == f"launched.{sort}" and f.part is None]
        down = [f for f in figures if f.topic == f"intercepted.{sort}" and f.part is None]
        yield from _pair("count_conflict.bound", launched, down)
    hurt = [f for f in exact if f.topic == "injured" and f.part is None]
    part = [f for f in figures if f.topic == "injured" and f.part in IN]
    late = [f for f in part if f.account.told and all(t.account.told >= f.account.since for t in hurt)]
    yield from _pair("part_sum_exceeds_total.bound", hurt, late)


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _case(case)

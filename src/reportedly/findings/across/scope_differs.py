"""``scope_differs``: figures that look alike and count different things.

Flagged: 4,900 violations by one army (its enemy's count) beside 2,935 by the other (its enemy's).
Not flagged: 12 and 18 dead of one attack; figures of different topics.
"""

from collections import defaultdict
from collections.abc import Iterable

from reportedly.findings.across.count_conflict import positions
from reportedly.findings.across.draft import finding, told
from reportedly.lineage.board import Board, Case, Figure
from reportedly.lineage.series import Key, accounts, series
from reportedly.lineage.things import known_things
from reportedly.lineage.values import point
from reportedly.model import Finding


def _actors(case: Case) -> Iterable[Finding]:
    rooms: dict[tuple[str, str | None], dict[Key, tuple[Figure, ...]]] = defaultdict(dict)
    for s in series(case):
        kind, _, sort = s.key.topic.partition(".")
        if s.key.actor and kind == "other" and sort in known_things() and s.key.place is None:
            rooms[s.key.topic, s.key.part][s.key] = s.figures
    both = [group for group in rooms.values() if len(group) > 1]
    for group in sorted(both, key=lambda g: -sum(len(fs) for fs in g.values()))[:1]:
        figures = [f for fs in group.values() for f in _highest(fs)]
        if len({f.account.report for f in figures}) > 1:
            rows = positions(figures)
            yield finding(
                "scope_differs.actors",
                accounts(figures),
                severity="note",
                relation="compatible",
                attribute=figures[0].quantity.of,
                positions=rows,
                told=told(rows),
                actors=sorted(k.actor or "" for k in group),
            )


def _highest(figures: tuple[Figure, ...]) -> list[Figure]:
    """The highest count of one party's acts and those who repeat it; what was counted before is overtaken."""
    top = max(point(f.range) for f in figures)
    return [f for f in figures if point(f.range) == top]


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _actors(case)

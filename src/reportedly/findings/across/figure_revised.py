"""``figure_revised``: a later figure that updates an earlier one; "none reported" overtaken by a toll.

Flagged: 12, 14 and 16 killed in one evening, 18 the next day; "no casualties reported" at 8:00, three dead at 13:00.
Not flagged: the governor's two and a channel's three; the same 18 in two reports.

One finding an incident for the dead and injured of all kinds, one for every other count.
"""

from collections.abc import Iterable
from typing import Any

from reportedly.findings.across.count_conflict import positions, what
from reportedly.findings.across.draft import counted as things
from reportedly.findings.across.draft import finding, position, told
from reportedly.findings.wording import stand
from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.origins import Origins, origins_of
from reportedly.lineage.series import Series, accounts, clashes, counted, grew, in_scope, official, series
from reportedly.lineage.values import point
from reportedly.model import Finding

TOLL = ("killed", "injured", "missing")


def _grown(s: Series, origins: Origins) -> tuple[Figure, ...]:
    """The figures of a series that rise without a clash; empty if they do not."""
    if clashes(s, origins) or not any(grew(s, x, y) for i, x in enumerate(s.figures) for y in s.figures[i + 1 :]):
        return ()
    return s.figures


def _whole(s: Series) -> bool:
    return s.key.topic in TOLL and s.key.part is None and s.key.place is None


def _rising(board: Board, case: Case, origins: Origins) -> Iterable[Finding]:
    whole = (in_scope(board, case, s, origins) for s in series(case))
    rows = [(s, grown) for s in whole if (grown := _grown(s, origins))]
    toll = [f for s, grown in rows if _whole(s) for f in grown]
    shown = {f.ref for f in toll}
    for s, grown in rows:
        if not _whole(s) and len({f.account.report for f in grown}) > 1 and not {f.ref for f in grown} <= shown:
            yield _finding(grown, what(s))
    if len({f.account.report for f in toll}) > 1:
        topics = sorted({f.topic for f in toll}, key=TOLL.index)
        yield _finding(tuple(toll), *(things(topic) for topic in topics))


def _finding(figures: tuple[Figure, ...], *names: dict[str, Any]) -> Finding:
    """``names``: what is counted, one a topic, in the order in which it is told."""
    by_topic = [(name, positions(f for f in figures if f.topic == name["topic"])) for name in names]
    several = len(names) > 1
    rows = [
        p._replace(value={"code": "of", "what": name, "value": p.value}) if several else p
        for name, held in by_topic
        for p in held
    ]
    return finding(
        "figure_revised.rising",
        accounts(figures),
        severity="note",
        relation="update",
        attribute=figures[0].quantity.of,
        positions=rows,
        told={"each": [{"code": "told.of", "what": name, "told": told(held)} for name, held in by_topic]},
        latest=max(point(f.range) for f in figures),
    )


def _overtaken(case: Case) -> Iterable[Finding]:
    """ "None reported" before the first toll of another report."""
    quiet = [a for a in case.accounts if a.claim.event == "casualties" and a.claim.polarity == "not_reported"]
    silent = [a for a in quiet if not a.claim.quantities]  # a number that nobody confirms is no silence
    toll = [f.account for f in case.figures if f.topic in TOLL and counted(f.account) and official(f.account)]
    if not silent or not toll:
        return
    best = min(
        toll, key=lambda t: (bool(t.claim.sources), t.told, t.report)
    )  # the speaker's own report, then the first
    first: list[Account] = [a for a in toll if a.report == best.report]
    early = [a for a in silent if a.report != first[0].report and _before(a, first[0])]
    if early:
        rows = (position(stand("none"), early), position(stand("casualties"), first))
        yield finding(
            "figure_revised.overtaken",
            (*early, *first),
            severity="note",
            relation="update",
            attribute="killed",
            positions=rows,
            before=told(rows)[0],
            after=told(rows)[1],
        )


def _before(a: Account, b: Account) -> bool:
    """Told before, or on the same day where one of them gives no hour."""
    return a.since <= b.told


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _rising(board, case, origins_of(board, case))
            yield from _overtaken(case)

"""``count_conflict``: disjoint figures for one thing and scope, from different origins, none updating the other.

Flagged: two injured by the governor, three by a channel; 41 aircraft hit by one side, at most 20 by another's estimate.
Not flagged: 12 dead in the evening and 18 the next day by the same administration; "at least 5" and 6; the governor's
35 and 45, and the 9 in hospital of whom an outlet made 9 injured (`certainty_drift`).

The figures of one thing are intervals; two that do not meet conflict. ``minimal`` names two claims that cannot both
hold, and the reading that would reconcile them is said with what it assumes (`reconciling`); UCDP codes low, best and
high instead of choosing.
"""

import re
from collections.abc import Iterable
from typing import Any

from reportedly.findings.across.draft import counted as things
from reportedly.findings.across.draft import finding, position, ranged, told, voices
from reportedly.findings.across.reconciling import cheapest
from reportedly.findings.wording import Held
from reportedly.lineage.board import Board, Case, Figure
from reportedly.lineage.origins import Origins, origins_of, vaguely
from reportedly.lineage.series import Series, accounts, clashes, counted, in_scope, series
from reportedly.model import Finding


def positions(figures: Iterable[Figure]) -> tuple[Held, ...]:
    """One position a value, smallest first."""
    by_value: dict[tuple[float, float], list[Figure]] = {}
    for f in figures:
        by_value.setdefault((f.range.low, f.range.high), []).append(f)
    return tuple(position(ranged(fs[0].range), accounts(fs)) for _, fs in sorted(by_value.items()))


def _one(board: Board, case: Case, origins: Origins) -> Iterable[Finding]:
    for s in series(case):
        pairs = clashes(in_scope(board, case, s, origins), origins)
        if not pairs or len({f.account.report for f in s.figures}) < 2:
            continue
        shown = [f for f in s.figures if not vaguely(f)]
        rows = positions(shown)
        yield finding(
            "count_conflict.disjoint",
            accounts(shown),
            severity="error",
            relation="conflict",
            attribute=s.figures[0].quantity.of,
            positions=rows,
            what=what(s),
            told=told(rows),
            minimal=[pairs[0][0].ref, pairs[0][1].ref],
            reading=cheapest(board, case, *pairs[0]),
        )


def _denied(case: Case) -> Iterable[Finding]:
    """A toll that somebody denies, with the figures given beside it."""
    for no in (*case.figures, *_that_figure(case)):
        if no.account.claim.polarity != "denied" or no.topic not in ("killed", "injured", "missing"):
            continue
        said = [f for f in case.figures if f.topic == no.topic and f.range == no.range and _other_voice(f, no)]
        beside = [f for f in case.figures if f.topic == no.topic and f.range != no.range and counted(f.account)]
        group = [*said, no, *beside]
        if said and len({f.account.report for f in group}) > 1:
            yield finding(
                "count_conflict.denied",
                accounts(group),
                severity="error",
                relation="conflict",
                attribute=no.quantity.of,
                positions=positions(group),
                denied=ranged(no.range),
                one=voices(f.account for f in said),
                other=voices([no.account]),
                told=told(positions(beside)) or {"code": "told.nothing"},
            )


def _that_figure(case: Case) -> Iterable[Figure]:
    """ "Up to seven, by some channels, a figure that the ministry denies": a denial of the figure named just before."""
    for a in case.accounts:
        if a.claim.event != "casualties" or a.claim.polarity != "denied" or a.claim.quantities:
            continue
        before = [f for f in case.figures if f.account.report == a.report and f.account.order == a.order - 1]
        told = [f for f in before if f.part is None and _other_voice(f, f._replace(account=a))]
        text = a.reading.report.text
        if told and not _STOP.search(text[told[-1].account.claim.end : a.claim.start]):
            yield told[-1]._replace(account=a)


_STOP = re.compile(r"[.!?…\n]")


def _other_voice(f: Figure, denial: Figure) -> bool:
    return f.account.claim.polarity == "affirmed" and f.account.voice.key != denial.account.voice.key


def what(s: Series) -> dict[str, Any]:
    """The thing counted, as a phrase."""
    return things(s.key.topic, s.key.part, s.key.place)


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _one(board, case, origins_of(board, case))
            yield from _denied(case)

"""``record_contradicted``: "the highest number in a night", where another report at hand gives more for an earlier one.

Flagged: 60 drones called the most in a single night since the war began; 337 by the same ministry four months before.
Not flagged: a record for one city; a larger figure of another side, another weapon or a later night.

The same speaker, the same weapon and fate (launched or shot down), totals only. Series and ledger are the single-report
rule's; here only the reports at hand are asked.
"""

from collections.abc import Iterable

from reportedly.findings.across.draft import counted, finding, position, ranged, reported
from reportedly.findings.wording import named
from reportedly.lineage.board import NIGHTLY, Account, Board, Case, Figure
from reportedly.lineage.geo import fineness, finest
from reportedly.lineage.times import Window, day_of, window
from reportedly.lineage.values import INF, point
from reportedly.model import Finding


def _total(f: Figure) -> bool:
    return f.topic.startswith(NIGHTLY) and f.place is None and f.part is None and f.range.high < INF


def _subject(case: Case, a: Account) -> Figure | None:
    """The figure that is called a record: of the claim itself, else the last total before it in its report."""
    own = [f for f in case.figures if f.account.report == a.report and _total(f) and f.account.order <= a.order]
    return max(own, key=lambda f: (f.account.order, point(f.range)), default=None)


def _hours(case: Case) -> Window | None:
    found = [w for a in case.accounts if (w := window(a.claim.time)) is not None and w.hours <= 72.0]
    return min(found, default=None)


def _wide(a: Account) -> bool:
    """Whether the record is claimed for a whole country or war, not for a town."""
    place = finest(a.claim.places)
    return place is None or fineness(place) >= 5


def _beaten(board: Board, case: Case, subject: Figure) -> tuple[Case, Figure] | None:
    """The highest total that the same speaker gave for an earlier night, with its incident."""
    here = _hours(case)
    if here is None:
        return None
    rivals = [
        (other, f)
        for other, f in board.nightly.get((subject.topic, subject.account.voice.key), ())
        if other is not case and _total(f) and point(f.range) > point(subject.range)
        and (there := _hours(other)) is not None and there.end <= here.start + 1.0
    ]  # fmt: skip
    return max(
        rivals, key=lambda x: (point(x[1].range), -len(x[1].account.claim.sources), -x[1].account.told), default=None
    )


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        for a in case.accounts:
            if a.claim.comparison is None or a.claim.comparison.kind != "superlative" or not _wide(a):
                continue
            subject = _subject(case, a)
            beaten = _beaten(board, case, subject) if subject is not None else None
            if subject is None or beaten is None:
                continue
            other, rival = beaten
            hours = _hours(other)
            yield finding(
                "record_contradicted.shown",
                (a, rival.account),
                severity="error",
                attribute=subject.quantity.of,
                positions=(position(ranged(subject.range), [a]), position(ranged(rival.range), [rival.account])),
                scope=a.claim.comparison.scope,
                by=named(rival.account.voice.name),
                value=ranged(rival.range),
                when=day_of(hours.end) if hours else "before",
                other_report=reported(rival.account),
                what=counted(subject.topic),
                own=ranged(subject.range),
            )

"""What changed since everything was linked: reports that came, that are read otherwise, that lost their labels."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, exists, or_, select

from reportedly.ledger import log
from reportedly.ledger.contents import OfPerson
from reportedly.ledger.rows import parts
from reportedly.ledger.tables import entries, labels, readings, reports, subjects

REVISED = exists().where(reports.c.revision_of == labels.c.report)
"""Whether the report of a label was revised: its labels stay on record."""


class Step(NamedTuple):
    """What is linked in one go. ``new``: reports (and people's claims) that came, are read otherwise, or lost their
    labels; ``gone``: those whose claims no longer count as they did; ``left``: the incidents that these were about.

    ``before``: a report and an entry as of which it said what ``new`` says in its place.
    """

    new: tuple[str, ...]
    gone: tuple[str, ...] = ()
    left: frozenset[str] = frozenset()
    before: tuple[str, int] | None = None


def steps(connection: Connection, at: int) -> Iterator[Step]:
    """What changed after an entry, in the order in which it is to be linked."""
    linked: set[str] = set()
    for step in (*_came(connection, at), *_stated(connection, at), *_reread(connection, at)):
        linked.update(step.new)
        yield step
    bared = tuple(name for name in _bared(connection, at) if name not in linked)
    if bared:
        yield Step(bared)


def _came(connection: Connection, at: int) -> Iterator[Step]:
    """Reports that came after an entry and were not revised since, each with what it came in the place of."""
    later = reports.alias()
    rows = connection.execute(
        select(reports.c.id, reports.c.revision_of)
        .where(reports.c.since > at, ~exists().where(later.c.revision_of == reports.c.id))
        .order_by(reports.c.since)
    ).all()
    last = log.size(connection)
    for name, revised in rows:
        gone = tuple(_earlier(connection, revised, at))
        yield Step((name,), gone, _left(connection, gone, at), (gone[-1], last) if gone else None)


def _earlier(connection: Connection, revised: str | None, at: int) -> Iterator[str]:
    """The reports that one came in the place of, back to the one that was there at an entry."""
    seen: set[str] = set()
    while revised is not None and revised not in seen:
        seen.add(revised)
        row = connection.execute(
            select(reports.c.since, reports.c.revision_of).where(reports.c.id == revised)
        ).first()
        if row is None:
            return
        yield revised
        revised = row.revision_of if row.since > at else None


def _stated(connection: Connection, at: int) -> Iterator[Step]:
    """People's claims that came after an entry."""
    stated = select(entries.c.seq).where(entries.c.seq > at, entries.c.kind == "claim").order_by(entries.c.seq)
    for seq in connection.execute(stated).scalars().all():
        one = log.part(connection, seq, OfPerson)
        if one is not None:
            yield Step((one.claim.id,))


def _reread(connection: Connection, at: int) -> Iterator[Step]:
    """Reports whose reading since an entry is another one than theirs before."""
    later = reports.alias()
    rows = connection.execute(
        select(readings.c.report, readings.c.since)
        .join(reports, reports.c.id == readings.c.report)
        .where(readings.c.since > at, readings.c.until.is_(None), reports.c.since <= at)
        .where(~exists().where(later.c.revision_of == reports.c.id))
        .order_by(readings.c.since)
    ).all()
    for name, since in rows:
        yield Step((name,), (name,), _left(connection, (name,), at), (name, since - 1))


def _left(connection: Connection, gone: Sequence[str], at: int) -> frozenset[str]:
    """The incidents that reports were about at an entry or since."""
    wanted = select(labels.c.incident).where(labels.c.report.in_(gone), labels.c.incident.is_not(None))
    wanted = wanted.where(or_(labels.c.until.is_(None), labels.c.until > at))
    return frozenset(connection.execute(wanted.distinct()).scalars()) if gone else frozenset()


def _bared(connection: Connection, at: int) -> Iterator[str]:
    """Reports and people's claims that lost labels by an erasure after an entry."""
    erased = select(entries.c.seq).where(entries.c.seq > at, entries.c.kind == "erasure").order_by(entries.c.seq)
    first = connection.execute(erased.limit(1)).scalar()
    if first is None:
        return
    written = select(subjects.c.report).join(entries, entries.c.seq == subjects.c.seq)
    written = written.where(entries.c.seq > first, entries.c.kind == "linking").distinct()
    for some in parts(connection.execute(written).scalars()):
        bare = select(labels.c.report).where(labels.c.report.in_(some), labels.c.since > first, ~REVISED)
        bare = bare.where(labels.c.until.is_(None), labels.c.incident.is_(None)).distinct()
        yield from sorted(connection.execute(bare).scalars())

"""What came since everything was last linked, and which incidents lie near it: so that linking can look at these alone.

How far linking has got is a mark beside the log, no evidence: without it everything is linked anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, exists, insert, select

from reportedly.ledger import log
from reportedly.ledger.contents import OfFinding, OfPerson
from reportedly.ledger.engine import Store
from reportedly.ledger.rooms import looks
from reportedly.ledger.tables import entries, labels, meta, readings, reports, rooms, subjects, weighed
from reportedly.model import Finding, Reading

_MARK = "linked"
_SOME = 500
"""Names in one statement."""
_Name = TypeVar("_Name", str, int)

_IN_ROOMS = select(rooms.c.room, rooms.c.reading).where(rooms.c.room.in_(bindparam("wanted", expanding=True)))
_IN_FORCE = select(readings.c.seq, readings.c.report).where(
    readings.c.seq.in_(bindparam("wanted", expanding=True)),
    readings.c.until.is_(None),
    ~exists().where(reports.c.revision_of == readings.c.report),
)


class Linking:
    """The present state of a ledger as the linker asks for it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mark(self, seq: int) -> None:
        """Remember that everything up to an entry is linked."""
        with self._store.writing() as connection:
            connection.execute(delete(meta).where(meta.c.name == _MARK))
            connection.execute(insert(meta), {"name": _MARK, "value": str(seq)})

    def since(self) -> tuple[str, ...] | None:
        """What reports and people's claims came since; ``None`` where more changed, and everything must be linked."""
        with self._store.reading() as connection:
            at = int(connection.execute(select(meta.c.value).where(meta.c.name == _MARK)).scalar() or 0)
            if not 0 < at <= log.size(connection) or _changed(connection, at):
                return None
            came = select(reports.c.id).where(reports.c.since > at).order_by(reports.c.since)
            stated = select(entries.c.seq).where(entries.c.seq > at, entries.c.kind == "claim").order_by(entries.c.seq)
            told = [log.part(connection, seq, OfPerson) for seq in connection.execute(stated).scalars().all()]
            return (*connection.execute(came).scalars(), *(one.claim.id for one in told if one is not None))

    def near(self, reading: Reading, most: int) -> tuple[str, ...]:
        """The reports with claims near those of a reading, in place and time or in words; at most so many.

        Nearest first: those that share most with it, of names and cells of a degree by day and of runs of words.
        """
        says = looks(reading.report.text, reading.report.published, reading.claims)
        near: dict[int, float] = defaultdict(float)
        with self._store.reading() as connection:
            for some in parts(says):
                for room, seq in connection.execute(_IN_ROOMS, {"wanted": some}):
                    near[seq] += says[room]
            order = sorted(near, key=lambda seq: (-near[seq], -seq))
            found: list[str] = []
            for first in range(0, len(order), _SOME):
                some = order[first : first + _SOME]
                names = {row.seq: row.report for row in connection.execute(_IN_FORCE, {"wanted": some})}
                found += [names[seq] for seq in some if seq in names and names[seq] != reading.report.id]
                if len(found) >= most:
                    break
        return tuple(found[:most])

    def members(self, incident: str, most: int) -> tuple[str, ...]:
        """The reports (and people's claims) that are about an incident; at most so many."""
        revised = exists().where(reports.c.revision_of == labels.c.report)
        wanted = select(labels.c.report).where(labels.c.incident == incident, labels.c.until.is_(None), ~revised)
        with self._store.reading() as connection:
            return tuple(connection.execute(wanted.distinct().limit(most)).scalars())

    def used(self, label: str) -> bool:
        """Whether a label names an incident at present."""
        wanted = select(labels.c.report).where(labels.c.incident == label, labels.c.until.is_(None)).limit(1)
        with self._store.reading() as connection:
            return connection.execute(wanted).scalar() is not None

    def weighed(self, names: Iterable[str]) -> dict[str, Finding]:
        """The findings across reports that are about some reports, by digest."""
        found: dict[str, int] = {}
        with self._store.reading() as connection:
            for some in parts(names):
                wanted = (
                    select(weighed.c.finding, weighed.c.since)
                    .join(subjects, subjects.c.seq == weighed.c.since)
                    .where(subjects.c.report.in_(some), weighed.c.until.is_(None))
                )
                found.update((row.finding, row.since) for row in connection.execute(wanted))
            held = {digest: log.part(connection, at, OfFinding) for digest, at in found.items()}
        return {digest: one.finding for digest, one in held.items() if one is not None}


def parts(names: Iterable[_Name]) -> Iterator[list[_Name]]:
    """Names in order, so many as one statement takes."""
    every = sorted(set(names))
    for first in range(0, len(every), _SOME):
        yield every[first : first + _SOME]


def _changed(connection: Connection, at: int) -> bool:
    """Whether anything but new reports, their first readings and people's claims came after an entry.

    A reading that holds no longer gave way to another, which is asked for.
    """
    asked = (
        select(entries.c.seq).where(entries.c.seq > at, entries.c.kind == "erasure"),
        select(reports.c.since).where(reports.c.since > at, reports.c.revision_of.is_not(None)),
        select(readings.c.seq)
        .join(reports, reports.c.id == readings.c.report)
        .where(readings.c.since > at, reports.c.since <= at),
    )
    return any(connection.execute(one.limit(1)).scalar() is not None for one in asked)

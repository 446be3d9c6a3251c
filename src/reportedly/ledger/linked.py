"""What came since everything was last linked, and which incidents lie near it: so that linking can look at these alone.

How far linking has got is a mark beside the log, no evidence: without it everything is linked anew.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, insert, or_, select

from reportedly.ledger import log
from reportedly.ledger.contents import OfFinding
from reportedly.ledger.engine import Store
from reportedly.ledger.tables import claims, entries, labels, meta, readings, reports, subjects, weighed
from reportedly.model import Finding, Place, Reading

_MARK = "linked"
_DEGREES = 1.0
"""Never narrower than 50 km below the polar circles, as in the linker's own cells."""
_DAYS = 3
"""The linker compares what is up to two days apart; one more for nights that begin the day before."""
_LONGEST = 7
"""Claims of a longer time are found by what else their report says."""
_SOME = 500
"""Names in one statement."""


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
        """The reports that came since; ``None`` where more has changed than that, and everything must be linked."""
        with self._store.reading() as connection:
            at = int(connection.execute(select(meta.c.value).where(meta.c.name == _MARK)).scalar() or 0)
            if not 0 < at <= log.size(connection) or _changed(connection, at):
                return None
            came = select(reports.c.id).where(reports.c.since > at).order_by(reports.c.since)
            return tuple(connection.execute(came).scalars())

    def near(self, reading: Reading) -> set[str]:
        """The incidents with a claim near those of a reading: within days, and a degree or a name of its places."""
        span = _span(reading)
        if span is None:
            return set()
        first, last = span
        wanted = (
            select(labels.c.incident)
            .join(claims, and_(claims.c.report == labels.c.report, claims.c.claim == labels.c.claim))
            .where(
                labels.c.until.is_(None),
                labels.c.incident.is_not(None),
                claims.c.until.is_(None),
                claims.c.start.between(str(first - timedelta(_DAYS + _LONGEST)), str(last + timedelta(_DAYS)) + "~"),
                claims.c.ends >= str(first - timedelta(_DAYS)),
                _around([p for c in reading.claims for p in c.places]),
            )
            .distinct()
        )
        with self._store.reading() as connection:
            return set(connection.execute(wanted).scalars())

    def members(self, incidents: Iterable[str]) -> tuple[str, ...]:
        """The reports with a claim that is about one of some incidents."""
        found: set[str] = set()
        revised = exists().where(reports.c.revision_of == labels.c.report)
        with self._store.reading() as connection:
            for some in parts(incidents):
                wanted = select(labels.c.report).where(labels.c.incident.in_(some), labels.c.until.is_(None), ~revised)
                found.update(connection.execute(wanted.distinct()).scalars())
        return tuple(sorted(found))

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


def parts(names: Iterable[str]) -> Iterator[list[str]]:
    """Names in order, so many as one statement takes."""
    every = sorted(set(names))
    for first in range(0, len(every), _SOME):
        yield every[first : first + _SOME]


def _changed(connection: Connection, at: int) -> bool:
    """Whether anything but new reports and their first readings came after an entry."""
    asked = (
        select(entries.c.seq).where(entries.c.seq > at, entries.c.kind.in_(("claim", "erasure"))),
        select(readings.c.seq).where(readings.c.until > at),
        select(reports.c.since).where(reports.c.since > at, reports.c.revision_of.is_not(None)),
        select(readings.c.seq)
        .join(reports, reports.c.id == readings.c.report)
        .where(readings.c.since > at, reports.c.since <= at),
    )
    return any(connection.execute(one.limit(1)).scalar() is not None for one in asked)


def _span(reading: Reading) -> tuple[date, date] | None:
    """The first and last day that claims of a reading are about; a look back of weeks ends before its publication."""
    told = reading.report.published[:10] if reading.report.published else None
    days = [day for c in reading.claims if c.time is not None for day in (c.time.start[:10], c.time.end[:10])]
    days += [told] if told else []
    if not days:
        return None
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    return max(first, date.fromisoformat(told or max(days)) - timedelta(2 * _LONGEST)), last


def _around(places: list[Place]) -> ColumnElement[bool]:
    names = {n for p in places for n in (p.name, p.admin1) if n}
    spots = {(round(p.lat, 1), round(p.lon, 1)) for p in places if p.lat is not None and p.lon is not None}
    boxes = (
        and_(claims.c.lat.between(y - _DEGREES, y + _DEGREES), claims.c.lon.between(x - _DEGREES, x + _DEGREES))
        for y, x in sorted(spots)
    )
    return or_(claims.c.place.in_(sorted(names)), *boxes)

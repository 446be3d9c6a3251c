"""What the ledger knows, or knew at some time. A view reads; nothing in it changes anything."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from reportedly.ledger import incidents, log, words
from reportedly.ledger.contents import Contents, OfFinding, OfPerson, held, readings_of, report_of
from reportedly.ledger.engine import Store
from reportedly.ledger.lists import Lists
from reportedly.ledger.near import Near, within
from reportedly.ledger.records import Body, Entry, Hit, PersonClaim, Told
from reportedly.ledger.tables import claims, decisions, entries, labels, people, readings, reports, subjects, weighed
from reportedly.model import Decision, Finding, Incident, Reading, Report


class View:
    """The state of a ledger after one of its entries; ``None`` = the present one, whatever comes in meanwhile."""

    def __init__(self, store: Store, seq: int | None = None) -> None:
        self._store = store
        self._fixed = seq

    @contextmanager
    def _at(self) -> Iterator[tuple[Connection, int]]:
        with self._store.reading() as connection:
            yield connection, log.size(connection) if self._fixed is None else self._fixed

    def present(self) -> "View":
        """The same ledger as it is now."""
        return View(self._store)

    def latest(self) -> Entry | None:
        """The last entry that it shows; ``None`` where there is none."""
        with self._at() as (connection, seq):
            row = connection.execute(select(entries).where(entries.c.seq == seq)).first()
            return None if row is None else log.entry(row)

    def reports(self, *, current: bool = True) -> Iterator[Report]:
        """The reports in the order in which they came; ``current``: only the latest revision of each."""
        with self._at() as (connection, seq):
            wanted = select(reports.c.since).where(*_reports_at(seq, current)).order_by(reports.c.since)
            for since in connection.execute(wanted).scalars().all():
                yield report_of(connection, since)

    def report(self, id: str) -> Report | None:
        """One report by its id in the ledger."""
        with self._at() as (connection, seq):
            since = _since(connection, id, seq)
            return None if since is None else report_of(connection, since)

    def raw_of(self, id: str) -> str | None:
        """The digest of the bytes that a report was read from."""
        with self._at() as (connection, seq):
            found = connection.execute(select(reports.c.raw).where(reports.c.id == id, reports.c.since <= seq))
            return found.scalar()

    def revisions(self, id: str) -> tuple[str, ...]:
        """The ids of all revisions of a report, itself among them, oldest first."""
        with self._at() as (connection, seq):
            return revisions(connection, id, seq)

    def readings(
        self, names: Iterable[str] | None = None, *, current: bool = True, unread: bool = False
    ) -> Iterator[Reading]:
        """The readings in force (of the reports ``names`` alone), with the incident of each claim.

        ``unread``: also reports without a reading.
        """
        with self._at() as (connection, seq):
            wanted = (
                select(reports.c.id, reports.c.since, readings.c.seq.label("reading"))
                .join(readings, and_(readings.c.report == reports.c.id, *held(readings, seq)), isouter=unread)
                .where(*_reports_at(seq, current))
                .order_by(reports.c.since)
            )
            if names is not None:
                wanted = wanted.where(reports.c.id.in_(sorted(names)))
            yield from readings_of(connection, seq, connection.execute(wanted).all())

    def reading(self, id: str) -> Reading | None:
        """The reading of one report that is in force; without claims where there is none."""
        found = tuple(self.readings((id,), current=False, unread=True))
        return found[0] if found else None

    def proposals(self) -> tuple[tuple[int, str, str | None], ...]:
        """Readings that were proposed and neither taken nor rejected yet: entry, report, version."""
        with self._at() as (connection, seq):
            waits: ColumnElement[bool] = readings.c.since.is_(None)
            left: ColumnElement[bool] = readings.c.rejected.is_(None)
            if self._fixed is not None:  # the present has an index
                waits = and_(readings.c.seq <= seq, or_(waits, readings.c.since > seq))
                left = or_(left, readings.c.rejected > seq)
            wanted = select(readings.c.seq, readings.c.report, readings.c.version).where(waits, left)
            return tuple((s, r, v) for s, r, v in connection.execute(wanted.order_by(readings.c.seq)))

    def claims(
        self,
        *,
        report: str | None = None,
        event: str | None = None,
        polarity: str | None = None,
        place: str | None = None,
        country: str | None = None,
        incident: str | None = None,
        start: str | None = None,
        end: str | None = None,
        near: Near | None = None,
        current: bool = True,
        limit: int | None = None,
    ) -> Iterator[Told]:
        """The claims that meet all conditions, in the order in which they became known.

        ``start`` and ``end`` are ISO dates, inclusive, of the time when it was so; claims without a time meet neither.
        ``near`` is about the first place of a claim that is known.
        """
        with self._at() as (connection, seq):
            wanted = _claims_at(seq, current)
            for column, value in (
                (claims.c.report, report),
                (claims.c.event, event),
                (claims.c.polarity, polarity),
                (claims.c.place, place),
                (claims.c.country, country),
                (labels.c.incident, incident),
            ):
                wanted = wanted if value is None else wanted.where(column == value)
            if start is not None:
                wanted = wanted.where(claims.c.ends >= start)
            if end is not None:
                wanted = wanted.where(claims.c.start <= end + "~")  # after any hour of that day
            if near is not None:
                wanted = wanted.where(within(connection, near))
            rows = connection.execute(wanted.limit(limit)).all()
            cached = Contents(connection)
            for row in rows:
                yield cached.told(row)

    def search(self, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """The claims that have all the words (in any inflection), the latest first."""
        with self._at() as (connection, seq):
            rows = [row for row, _ in words.matching(connection, query, seq, limit)]
            found = connection.execute(_claims_at(seq, False).where(claims.c.row.in_(rows))).all()
            cached = Contents(connection)
            told = [cached.told(row) for row in reversed(found)]
            return tuple(Hit(told=t, quote=cached.text(t.report)[t.claim.start : t.claim.end]) for t in told)

    def quote(self, told: Told) -> str:
        """The words that a claim stands on."""
        with self._at() as (connection, _):
            return Contents(connection).text(told.report)[told.claim.start : told.claim.end]

    def named(self, query: str, *, limit: int) -> frozenset[str]:
        """The names (``report#claim``) of the claims that `search` finds, without what they say."""
        with self._at() as (connection, seq):
            rows = [row for row, _ in words.matching(connection, query, seq, limit)]
            found = connection.execute(select(claims.c.report, claims.c.claim).where(claims.c.row.in_(rows)))
            return frozenset(f"{report}#{claim}" for report, claim in found)

    def incidents(self) -> tuple[Incident, ...]:
        """What claims were linked to, as they were linked."""
        with self._at() as (connection, seq):
            wanted = _claims_at(seq, True).where(labels.c.incident.is_not(None))
            return incidents.grouped(connection.execute(wanted).all())

    @property
    def lists(self) -> Lists:
        """What lists, counts and maps show of it."""
        return Lists(self)

    def labels(self) -> dict[str, str]:
        """The incident of every claim that has one (``report#claim``)."""
        with self._at() as (connection, seq):
            wanted = select(labels.c.report, labels.c.claim, labels.c.incident).where(
                *held(labels, seq), labels.c.incident.is_not(None)
            )
            return {f"{report}#{claim}": incident for report, claim, incident in connection.execute(wanted)}

    def findings(self, *, across: bool = True) -> Iterator[Finding]:
        """The findings of readings in force, then those across reports."""
        for reading in self.readings():
            yield from reading.findings
        if across:
            yield from self.findings_across().values()

    def findings_across(self) -> dict[str, Finding]:
        """The findings across reports by their digest."""
        with self._at() as (connection, seq):
            wanted = select(weighed.c.finding, weighed.c.since).where(*held(weighed, seq)).order_by(weighed.c.since)
            found = {digest: log.part(connection, at, OfFinding) for digest, at in connection.execute(wanted).all()}
            return {digest: one.finding for digest, one in found.items() if one is not None}

    def decisions(self, subject: str | None = None) -> tuple[tuple[Decision, Body], ...]:
        """What people decided, in order, with what was kept beside each decision (anchors)."""
        with self._at() as (connection, seq):
            wanted = select(decisions.c.since).where(decisions.c.since <= seq).order_by(decisions.c.since)
            if subject is not None:
                wanted = wanted.where(decisions.c.subject == subject)
            found = [log.content(connection, since) for since in connection.execute(wanted).scalars().all()]
            return tuple((msgspec.convert(c["decision"], Decision), c) for c in found if c is not None)

    def people(self) -> tuple[PersonClaim, ...]:
        """The claims that people put on record."""
        with self._at() as (connection, seq):
            wanted = select(people.c.since).where(people.c.since <= seq).order_by(people.c.since)
            found = [log.part(connection, since, OfPerson) for since in connection.execute(wanted).scalars().all()]
            return tuple(one.claim for one in found if one is not None)

    def person(self, id: str) -> PersonClaim | None:
        """One claim that a person put on record."""
        with self._at() as (connection, seq):
            since = connection.execute(select(people.c.since).where(people.c.id == id, people.c.since <= seq)).scalar()
            one = log.part(connection, since, OfPerson) if since is not None else None
            return None if one is None else one.claim

    def labels_of(self, report: str) -> dict[str, str | None]:
        """The incident of each claim of a report that has one."""
        with self._at() as (connection, seq):
            wanted = select(labels.c.claim, labels.c.incident).where(labels.c.report == report, *held(labels, seq))
            return {row.claim: row.incident for row in connection.execute(wanted)}

    def history(self, id: str) -> tuple[Entry, ...]:
        """The entries about a report, oldest first."""
        with self._at() as (connection, seq):
            named = select(subjects.c.seq).where(subjects.c.report == id, subjects.c.seq <= seq)
            wanted = select(entries).where(entries.c.seq.in_(named)).order_by(entries.c.seq)
            return tuple(log.entry(row) for row in connection.execute(wanted).all())

    def entries(self, after: int = 0, limit: int = 100) -> tuple[tuple[Entry, tuple[str, ...]], ...]:
        """Entries after a number, oldest first, each with the reports that it is about."""
        with self._at() as (connection, seq):
            wanted = select(entries).where(entries.c.seq > after, entries.c.seq <= seq)
            rows = connection.execute(wanted.order_by(entries.c.seq).limit(limit)).all()
            about: dict[int, list[str]] = {}
            if rows:
                near = select(subjects.c.seq, subjects.c.report).where(
                    subjects.c.seq >= rows[0].seq, subjects.c.seq <= rows[-1].seq
                )
                for number, name in connection.execute(near.order_by(subjects.c.seq, subjects.c.report)):
                    about.setdefault(number, []).append(name)
            return tuple((log.entry(row), tuple(about.get(row.seq, ()))) for row in rows)

    def content(self, seq: int) -> Body | None:
        """The content of an entry; ``None`` once it was erased."""
        with self._at() as (connection, _):
            return log.content(connection, seq)


def revisions(connection: Connection, id: str, seq: int) -> tuple[str, ...]:
    """All revisions of a report as of an entry, oldest first."""
    found, ahead = {id}, [id]
    while ahead:
        name = ahead.pop()
        near = select(reports.c.id, reports.c.revision_of).where(
            reports.c.since <= seq, or_(reports.c.id == name, reports.c.revision_of == name)
        )
        for other in {value for row in connection.execute(near) for value in row if value is not None} - found:
            found.add(other)
            ahead.append(other)
    known = select(reports.c.id).where(reports.c.id.in_(found), reports.c.since <= seq).order_by(reports.c.since)
    return tuple(connection.execute(known).scalars())


def _reports_at(seq: int, current: bool) -> tuple[ColumnElement[bool], ...]:
    if not current:
        return (reports.c.since <= seq,)
    later = reports.alias()
    return reports.c.since <= seq, ~exists().where(later.c.revision_of == reports.c.id, later.c.since <= seq)


def _claims_at(seq: int, current: bool) -> Select[Any]:
    wanted = (
        select(claims, entries.c.at, labels.c.incident)
        .join(entries, entries.c.seq == claims.c.since)
        .join(
            labels,
            and_(labels.c.report == claims.c.report, labels.c.claim == claims.c.claim, *held(labels, seq)),
            isouter=True,
        )
        .where(*held(claims, seq))
        .order_by(claims.c.row)
    )
    if not current:
        return wanted
    later = reports.alias()
    return wanted.where(~exists().where(later.c.revision_of == claims.c.report, later.c.since <= seq))


def _since(connection: Connection, id: str, seq: int) -> int | None:
    return connection.execute(select(reports.c.since).where(reports.c.id == id, reports.c.since <= seq)).scalar()

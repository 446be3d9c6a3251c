"""What lists, counts and maps show of a ledger as of an entry: questions to indexes, never to all readings."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from reportedly.ledger import log, words
from reportedly.ledger.contents import OfFinding, OfReading, held
from reportedly.ledger.incident_lists import IncidentLists
from reportedly.ledger.rows import parts
from reportedly.ledger.tables import about, claims, findings, happenings, labels, names, people, readings
from reportedly.model import Finding

_CHUNK = 500
class Found(Struct, frozen=True):
    """A claim in a list: its name, and ``row``, by which claims are in the order of their readings."""

    row: int
    report: str
    claim: str
    weight: float = 0.0

    @property
    def ref(self) -> str:
        """``report#claim``."""
        return f"{self.report}#{self.claim}"


class Noted(Struct, frozen=True):
    """A finding with its ``row``, by which findings are in the order in which they were made, and with the ``report``
    that it was found in by itself; ``None`` for one across reports."""

    row: int
    finding: Finding
    report: str | None = None


class Changes(NamedTuple):
    """By how much numbers changed. ``claims``: by kind of embargo, and whether their time is unknown; ``findings``: by
    severity; ``named``: readings by role, name and kinds of source; ``quoted``: claims by the same; ``days``: incidents
    by when they began."""

    reports: int
    incidents: int
    claims: Counter[Any]
    findings: Counter[Any]
    named: Counter[Any]
    quoted: Counter[Any]
    days: Counter[Any]


class Lists(IncidentLists):
    """The lists of a view."""

    def labels_of(self, refs: Collection[str]) -> set[str]:
        """The incidents of some claims (``report#claim``)."""
        wanted = set(refs)
        found: set[str] = set()
        with self._view._at() as (connection, seq):
            for some in parts(ref.rpartition("#")[0] for ref in wanted):
                rows = select(labels.c.report, labels.c.claim, labels.c.incident).where(
                    labels.c.report.in_(some), labels.c.incident.is_not(None), *held(labels, seq)
                )
                found.update(i for report, claim, i in connection.execute(rows) if f"{report}#{claim}" in wanted)
        return found

    def members(self, incidents: Collection[str]) -> dict[str, list[Found]]:
        """The claims of incidents, in the order of their readings."""
        found: dict[str, list[Found]] = {label: [] for label in incidents}
        with self._view._at() as (connection, seq):
            for some in parts(incidents):
                wanted = (
                    select(labels.c.incident, claims.c.row, claims.c.report, claims.c.claim)
                    .join(claims, and_(claims.c.report == labels.c.report, claims.c.claim == labels.c.claim))
                    .where(labels.c.incident.in_(some), *held(labels, seq), *held(claims, seq, "gone"))
                    .order_by(claims.c.row)
                )
                for row in connection.execute(wanted):
                    found[row.incident].append(Found(row.row, row.report, row.claim))
        return {label: some for label, some in found.items() if some}

    def labels(self, reports: Collection[str]) -> set[str]:
        """The incidents that some reports tell of."""
        found: set[str] = set()
        with self._view._at() as (connection, seq):
            for some in parts(reports):
                wanted = select(labels.c.incident).where(
                    labels.c.report.in_(some), labels.c.incident.is_not(None), *held(labels, seq)
                )
                found.update(connection.execute(wanted.distinct()).scalars())
        return found

    def reports(self, limit: int, offset: int = 0) -> tuple[str, ...]:
        """Reports and people's claims, those that came last first."""
        with self._view._at() as (connection, seq):
            wanted = select(readings.c.report).where(readings.c.came.is_not(None), *held(readings, seq, "gone"))
            rows = connection.execute(wanted.order_by(readings.c.came.desc()).limit(limit).offset(offset))
            return tuple(rows.scalars())

    def current(self, reports: Collection[str]) -> dict[str, int]:
        """Those of some reports that are shown, in the order in which they came, each with its entry."""
        found: dict[str, int] = {}
        with self._view._at() as (connection, seq):
            for some in parts(reports):
                wanted = select(readings.c.report, readings.c.came).where(
                    readings.c.report.in_(some), *held(readings, seq, "gone")
                )
                found.update((row.report, row.came) for row in connection.execute(wanted))
        return dict(sorted(found.items(), key=lambda item: item[1]))

    def rows(self, reports: Collection[str]) -> dict[str, int]:
        """The rows of the claims (``report#claim``) of reports."""
        found: dict[str, int] = {}
        with self._view._at() as (connection, seq):
            for some in parts(reports):
                wanted = select(claims.c.report, claims.c.claim, claims.c.row).where(
                    claims.c.report.in_(some), *held(claims, seq, "gone")
                )
                found.update((f"{row.report}#{row.claim}", row.row) for row in connection.execute(wanted))
        return found

    def found(
        self,
        query: str = "",
        marks: Sequence[Sequence[str]] = (),
        *,
        start: str = "",
        end: str = "",
        over: str | None = None,
        before: int | None = None,
    ) -> Iterator[Found]:
        """The claims that have all the words, and of each group of marks one: those of the latest reading first.

        ``start``/``end``: ISO days, of when it was so; ``over``: only those whose event was over by then (ISO, UTC);
        ``before``: only rows less than that.
        """
        last = before
        while True:
            with self._view._at() as (connection, seq):
                some = words.found(
                    connection, query, marks, seq, start=start, end=end, over=over, before=last, limit=_CHUNK
                )
            for row, report, claim in some:
                yield Found(row, report, claim)
            if len(some) < _CHUNK:
                return
            last = some[-1][0]

    def waiting(self) -> Iterator[Found]:
        """The claims that need a person's look at present, the weightiest first."""
        wanted = select(claims.c.row, claims.c.report, claims.c.claim, claims.c.weight)
        wanted = wanted.where(claims.c.weight.is_not(None))
        return self._by_chunks(lambda _: wanted.order_by(claims.c.weight.desc(), claims.c.row.desc()))

    def kept_back(self, waits: str | None, over: str | None) -> Iterator[Found]:
        """The claims of one kind of embargo (``None``: of none, their target is unknown) that are not over by then.

        ``over`` is ISO, UTC; without it those whose time is unknown. Those whose event was over first come first.
        """
        wanted = select(claims.c.row, claims.c.report, claims.c.claim)
        wanted = wanted.where(claims.c.waits.is_(None) if waits is None else claims.c.waits == waits)
        if waits is not None:
            wanted = wanted.where(claims.c.over.is_(None) if over is None else claims.c.over > over)
        wanted = wanted.order_by(claims.c.over, claims.c.row)
        return self._by_chunks(lambda seq: wanted.where(*held(claims, seq, "gone")))

    def _by_chunks(self, asked: Callable[[int], Select[Any]]) -> Iterator[Found]:
        """Claims, so many at a time that nobody holds a transaction while they are looked at."""
        offset = 0
        while True:
            with self._view._at() as (connection, seq):
                rows = connection.execute(asked(seq).limit(_CHUNK).offset(offset)).all()
            yield from (Found(*row) for row in rows)
            if len(rows) < _CHUNK:
                return
            offset += _CHUNK

    def embargoed(self, waits: str, over: str) -> int:
        """How many claims of one kind of embargo were not over by then (ISO, UTC)."""
        with self._view._at() as (connection, seq):
            wanted = select(func.count()).select_from(claims)
            wanted = wanted.where(claims.c.waits == waits, claims.c.over > over, *held(claims, seq, "gone"))
            return int(connection.execute(wanted).scalar_one())

    def people(self, reports: Collection[str]) -> set[str]:
        """Those that are claims which people put on record."""
        found: set[str] = set()
        with self._view._at() as (connection, seq):
            for some in parts(reports):
                wanted = select(people.c.id).where(people.c.id.in_(some), people.c.since <= seq)
                found.update(connection.execute(wanted).scalars())
        return found

    def changes(self, after: int) -> Changes:
        """How many came, less those that went, after an entry."""
        with self._view._at() as (connection, seq):
            late = claims.c.over.is_(None).label("late")
            c, f, n = claims.c, findings.c, names.c
            return Changes(
                reports=_changed(connection, readings, after, seq)[()],
                incidents=_changed(connection, happenings, after, seq, ends="until")[()],
                claims=_changed(connection, claims, after, seq, c.waits, late),
                findings=_changed(connection, findings, after, seq, f.severity),
                named=_changed(connection, names, after, seq, n.role, n.name, n.kinds),
                days=_changed(connection, happenings, after, seq, happenings.c.day, ends="until"),
                quoted=_changed(connection, names, after, seq, n.role, n.name, n.kinds, value=func.sum(n.claims)),
            )

    def named(self, mark: str, role: str, limit: int | None = None) -> tuple[str, ...]:
        """The reports in which a name has a role, those that came last first."""
        with self._view._at() as (connection, seq):
            wanted = select(names.c.report).where(names.c.mark == mark, names.c.role == role, *held(names, seq, "gone"))
            rows = connection.execute(wanted.order_by(names.c.since.desc(), names.c.reading.desc()).limit(limit))
            return tuple(rows.scalars())

    def findings(
        self,
        *,
        across: bool | None = None,
        kinds: Collection[str] = (),
        relation: str | None = None,
        severity: str | None = None,
        digests: Collection[str] | None = None,
        after: int | None = None,
        latest: bool = False,
        limit: int | None = None,
    ) -> tuple[Noted, ...]:
        """Findings that meet conditions, in the order in which they were made, or the latest first.

        ``after``: only rows greater than that (less, where the latest come first).
        """
        t = findings.c
        conditions: list[ColumnElement[bool]] = []
        if across is not None:
            conditions.append(t.report.is_(None) if across else t.report.is_not(None))
        if kinds:
            conditions.append(t.kind.in_(sorted(kinds)))
        for column, value in ((t.relation, relation), (t.severity, severity)):
            conditions += [] if value is None else [column == value]
        if digests is not None:
            conditions.append(t.digest.in_(sorted(digests)))
        if after is not None:
            conditions.append(t.row < after if latest else t.row > after)
        with self._view._at() as (connection, seq):
            wanted = select(t.row, t.entry, t.number, t.report).where(*conditions, *held(findings, seq, "gone"))
            rows = connection.execute(wanted.order_by(t.row.desc() if latest else t.row).limit(limit)).all()
            return tuple(_noted(connection, rows))

    def findings_about(self, reports: Collection[str], *, across: bool = True) -> tuple[Noted, ...]:
        """The findings that are about claims of some reports; ``across``: only those across reports."""
        found: dict[int, Any] = {}
        with self._view._at() as (connection, seq):
            for some in parts(reports):
                wanted = (
                    select(findings.c.row, findings.c.entry, findings.c.number, findings.c.report)
                    .join(about, about.c.row == findings.c.row)
                    .where(about.c.report.in_(some), *held(findings, seq, "gone"))
                )
                if across:
                    wanted = wanted.where(findings.c.report.is_(None))
                found.update((row.row, row) for row in connection.execute(wanted))
            return tuple(_noted(connection, [found[row] for row in sorted(found)]))


def _changed(
    connection: Connection,
    table: Any,
    after: int,
    seq: int,
    *keys: ColumnElement[Any],
    ends: str = "gone",
    value: ColumnElement[Any] | None = None,
) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for column, sign in ((table.c.since, 1), (table.c[ends], -1)):
        wanted = select(*keys, func.count() if value is None else value).where(column > after, column <= seq)
        for row in connection.execute(wanted.group_by(*keys)):
            found[tuple(row[:-1])] += sign * int(row[-1] or 0)
    return found


def _noted(connection: Connection, rows: Sequence[Any]) -> Iterator[Noted]:
    for row in rows:
        if row.report is None:
            one = log.part(connection, row.entry, OfFinding)
            if one is not None:
                yield Noted(row.row, one.finding)
            continue
        whole = log.part(connection, row.entry, OfReading)
        if whole is not None:
            yield Noted(row.row, whole.findings[row.number], row.report)

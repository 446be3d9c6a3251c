"""Incidents as lists and maps show them as of an entry: which ones meet conditions, when they began and where."""

from collections import Counter
from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from reportedly.ledger.contents import held
from reportedly.ledger.records import Happening
from reportedly.ledger.tables import about, findings, happenings, labels
from reportedly.model import Place

_LONG = 31
"""Days of the longest incidents, a wave or what is told of a month."""


class Box(NamedTuple):
    """A part of the world, in WGS 84 degrees; ``east`` is not below ``west`` and may be beyond 180."""

    south: float
    west: float
    north: float
    east: float


class Where(NamedTuple):
    """What an incident must meet; empty is no condition. ``start``/``end``: ISO days, of when it was so.

    What began more than `_LONG` days before ``start`` is not looked for. ``error``: a finding of that severity is about
    one of its claims.
    """

    box: Box | None = None
    event: str = ""
    place: str = ""
    country: str = ""
    start: str = ""
    end: str = ""
    error: bool = False


class AsOf(Protocol):
    """A view, as of an entry."""

    def _at(self) -> AbstractContextManager[tuple[Connection, int]]: ...


ANY = Where()
"""No condition."""


class IncidentLists:
    """The incidents of a view."""

    def __init__(self, view: AsOf) -> None:
        self._view = view

    def incidents(
        self,
        where: Where = ANY,
        *,
        but: Collection[str] = (),
        only: Collection[str] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Happening, ...]:
        """Incidents that meet conditions, without some, or only some: those that happened last first."""
        with self._view._at() as (connection, seq):
            wanted = _meeting(select(happenings), seq, where, but, only).order_by(
                happenings.c.day.desc(), happenings.c.reports.desc(), happenings.c.claims.desc(), happenings.c.label
            )
            rows = connection.execute(wanted.limit(limit).offset(offset)).all()
            return tuple(_happening(row) for row in rows)

    def incident_count(
        self, where: Where, *, but: Collection[str] = (), only: Collection[str] | None = None
    ) -> int:
        """How many there are."""
        with self._view._at() as (connection, seq):
            wanted = _meeting(select(func.count()).select_from(happenings), seq, where, but, only)
            return int(connection.execute(wanted).scalar_one())

    def days(
        self, where: Where, *, but: Collection[str] = (), only: Collection[str] | None = None
    ) -> Counter[str]:
        """How many began on each day."""
        with self._view._at() as (connection, seq):
            wanted = _meeting(select(happenings.c.day, func.count()), seq, where, but, only)
            return Counter({row.day: int(row[1]) for row in connection.execute(wanted.group_by(happenings.c.day))})

    def marks(
        self, where: Where, *, but: Collection[str] = (), only: Collection[str] | None = None
    ) -> list[tuple[Place, int, int, str]]:
        """The places of incidents, with the number of these, of their claims, and the label of one."""
        t = happenings.c
        one = (t.place, t.country, t.geonameid)
        some = (func.min(t.kind), func.min(t.lat), func.min(t.lon), func.max(_as_number(t.disputed)))
        wanted = select(*one, *some, func.count(), func.sum(t.claims), func.min(t.label)).where(t.place.is_not(None))
        with self._view._at() as (connection, seq):
            rows = connection.execute(_meeting(wanted, seq, where, but, only).group_by(*one))
            return [
                (
                    Place(
                        text=name, name=name, country=country, geonameid=id, kind=kind, lat=lat, lon=lon,
                        disputed=None if disputed is None else bool(disputed),
                    ),
                    int(n),
                    int(claims),
                    label,
                )
                for name, country, id, kind, lat, lon, disputed, n, claims, label in rows
            ]  # fmt: skip

    def incident(self, label: str) -> Happening | None:
        """One incident by its label."""
        with self._view._at() as (connection, seq):
            wanted = select(happenings).where(happenings.c.label == label, *held(happenings, seq))
            row = connection.execute(wanted).first()
            return _happening(row) if row is not None else None

    def signed(self, sign: str) -> tuple[str, ...]:
        """The labels that have a name outside."""
        with self._view._at() as (connection, seq):
            wanted = select(happenings.c.label).where(happenings.c.sign == sign, *held(happenings, seq))
            return tuple(connection.execute(wanted).scalars())

    def around(self, first: str, last: str, limit: int) -> tuple[Happening, ...]:
        """Incidents that began by ``last`` and were not over before ``first`` (ISO days), those told most first.

        Those that began more than `_LONG` days before are not looked for.
        """
        t = happenings.c
        began = _before(first, _LONG)
        with self._view._at() as (connection, seq):
            wanted = select(happenings).where(t.day.between(began, last), t.ends >= first, *held(happenings, seq))
            rows = connection.execute(wanted.order_by(t.reports.desc(), t.day.desc(), t.label).limit(limit))
            return tuple(_happening(row) for row in rows)


def _place_of(row: Any) -> Place | None:
    """The place of a row of the table of incidents."""
    if row.place is None:
        return None
    return Place(
        text=row.place,
        name=row.place,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        kind=row.kind,
        geonameid=row.geonameid,
        disputed=row.disputed,
    )


def _happening(row: Any) -> Happening:
    return Happening(
        label=row.label,
        sign=row.sign,
        day=row.day,
        start=row.start,
        end=row.ends,
        place=_place_of(row),
        events=tuple(row.events.split()),
        reports=row.reports,
        claims=row.claims,
    )


def _before(day: str, days: int) -> str:
    """So many days earlier; what is no day, or among the first of all, as it is."""
    try:
        return str(date.fromisoformat(day) - timedelta(days=days))
    except (ValueError, OverflowError):
        return day


def _as_number(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A truth value that can be compared in both stores."""
    return case((column.is_(None), None), (column.is_(True), 1), else_=0)


def _meeting(
    wanted: Select[Any], seq: int, where: Where, but: Collection[str], only: Collection[str] | None
) -> Select[Any]:
    t = happenings.c
    conditions = [*held(happenings, seq)]
    if where.box is not None:
        conditions.append(t.lat.between(where.box.south, where.box.north))
        turns = (t.lon.between(where.box.west + turn, where.box.east + turn) for turn in (-720, -360, 0, 360, 720))
        conditions.append(or_(*turns))
    if where.event:
        conditions.append(t.events.contains(f" {where.event} ", autoescape=True))
    if where.place:
        conditions.append(t.place == where.place)
    if where.country:
        conditions.append(t.country == where.country)
    if where.start:
        conditions += [t.ends >= where.start, t.day >= _before(where.start, _LONG)]
    if where.end:
        conditions += [t.start <= where.end + "~", t.day <= where.end]  # after any hour of that day
    if where.error:
        grave = (
            select(labels.c.incident)
            .join(about, and_(about.c.report == labels.c.report, about.c.claim == labels.c.claim))
            .join(findings, findings.c.row == about.c.row)
            .where(findings.c.severity == "error", *held(findings, seq, "gone"), *held(labels, seq))
        )
        conditions.append(t.label.in_(grave))
    if only is not None:
        conditions.append(t.label.in_(sorted(only)))
    if but:
        conditions.append(t.label.not_in(sorted(but)))
    return wanted.where(*conditions)

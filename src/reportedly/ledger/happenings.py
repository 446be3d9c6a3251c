"""Incidents as rows: what the claims that are linked to each tell together, kept in step entry by entry.

A row is made of the claims and labels that hold, so the history of an incident can be made anew from them alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, exists, select, update

from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import about, claims, findings, happenings, labels
from reportedly.ledger.weight import TALK, weight

_GRAVE = exists().where(
    about.c.report == claims.c.report,
    about.c.claim == claims.c.claim,
    findings.c.row == about.c.row,
    findings.c.severity == "error",
    findings.c.gone.is_(None),
)
_LABELLED = and_(labels.c.report == claims.c.report, labels.c.claim == claims.c.claim, labels.c.until.is_(None))
_TOLD = tuple(
    claims.c[name]
    for name in (
        "row report event start ends spot spot_country spot_lat spot_lon "
    "spot_kind spot_id spot_disputed doubt stake weight since gone"
    ).split()
)
_MEMBERS: Select[Any] = (
    select(*_TOLD, _GRAVE.label("grave"))
    .join(labels, _LABELLED)
    .where(labels.c.incident == bindparam("wanted"), claims.c.gone.is_(None))
    .order_by(claims.c.row)
)
_EVER_MEMBERS: Select[Any] = (
    select(*_TOLD, labels.c.since.label("named"), labels.c.until.label("left"))
    .join(labels, and_(labels.c.report == claims.c.report, labels.c.claim == claims.c.claim))
    .where(labels.c.incident == bindparam("wanted"))
    .order_by(claims.c.row)
)
_ONE: Select[Any] = (
    select(*_TOLD, _GRAVE.label("grave"), happenings.c.reports)
    .join(labels, _LABELLED, isouter=True)
    .join(happenings, and_(happenings.c.label == labels.c.incident, happenings.c.until.is_(None)), isouter=True)
    .where(claims.c.report == bindparam("of"), claims.c.claim == bindparam("named"), claims.c.gone.is_(None))
)
_PRESENT = select(happenings).where(happenings.c.label == bindparam("wanted"), happenings.c.until.is_(None))
_END = (
    update(happenings)
    .where(happenings.c.label == bindparam("wanted"), happenings.c.until.is_(None))
    .values(until=bindparam("at"))
)
_WEIGH = update(claims).where(claims.c.row == bindparam("at")).values(weight=bindparam("new"))
_EVER = 1 << 62


def sign(label: str) -> str:
    """The name of an incident outside; its label could tell the place of a claim that is held."""
    return sha256(label.encode()).hexdigest()[:12]


def refresh(connection: Connection, touched: Iterable[str | None], seq: int) -> None:
    """Bring the rows of incidents to the state after entry ``seq``, and the weights of their claims."""
    for label in sorted({name for name in touched if name}):
        members = connection.execute(_MEMBERS, {"wanted": label}).all()
        row = summed(label, members)
        _weigh(connection, members, row["reports"] if row else 0)
        before = connection.execute(_PRESENT, {"wanted": label}).mappings().first()
        if before is not None:
            if row is not None and all(before[name] == value for name, value in row.items()):
                continue
            connection.execute(_END, {"wanted": label, "at": seq})
        if row is not None:
            put_rows(connection, happenings, [{**row, "since": seq}])


def reweigh(connection: Connection, refs: Iterable[tuple[str, str]]) -> None:
    """Weigh claims anew of which a grave finding came or went."""
    for report, claim in sorted(set(refs)):
        for row in connection.execute(_ONE, {"of": report, "named": claim}).all():
            _weigh(connection, [row], row.reports or 0)


def retell(connection: Connection, touched: Iterable[str]) -> None:
    """Make the history of incidents anew from the claims and labels that are left, as after an erasure."""
    for label in sorted(set(touched)):
        connection.execute(delete(happenings).where(happenings.c.label == label))
        rows = connection.execute(_EVER_MEMBERS, {"wanted": label}).all()
        spans = [(max(r.since, r.named), min((x for x in (r.gone, r.left) if x), default=_EVER), r) for r in rows]
        last: dict[str, Any] | None = None
        found: list[dict[str, Any]] = []
        for at in sorted({end for span in spans if span[0] < span[1] for end in span[:2]} - {_EVER}):
            row = summed(label, [r for first, end, r in spans if first <= at < end])
            if row == last:
                continue
            if last is not None:
                found[-1]["until"] = at
            if row is not None:
                found.append({**row, "since": at})
            last = row
        put_rows(connection, happenings, found)
        members = connection.execute(_MEMBERS, {"wanted": label}).all()
        _weigh(connection, members, last["reports"] if last else 0)


def _weigh(connection: Connection, members: Sequence[Row[Any]], reports: int) -> None:
    changed = [
        {"at": row.row, "new": new}
        for row in members
        if (new := weight(row.doubt, row.stake, row.event, reports, row.grave)) != row.weight
    ]
    if changed:
        connection.execute(_WEIGH, changed)


def summed(label: str, members: Sequence[Row[Any]]) -> dict[str, Any] | None:
    """What claims tell of their incident together; what is only talk says neither when nor where it was."""
    if not members:
        return None
    core = [row for row in members if row.event not in TALK] or members
    start = min((row.start for row in core if row.start), default=None)
    counts = Counter(row.spot for row in core if row.spot is not None)
    there = min((row for row in core if row.spot is not None), key=lambda r: (-counts[r.spot], r.spot), default=None)
    return {
        "label": label,
        "sign": sign(label),
        "day": (start or "")[:10],
        "start": start,
        "ends": max((row.ends for row in core if row.ends), default=None),
        "place": there.spot if there else None,
        "country": there.spot_country if there else None,
        "lat": there.spot_lat if there else None,
        "lon": there.spot_lon if there else None,
        "kind": there.spot_kind if there else None,
        "geonameid": there.spot_id if there else None,
        "disputed": there.spot_disputed if there else None,
        "events": f" {' '.join(sorted({row.event for row in core}))} ",
        "reports": len({row.report for row in members}),
        "claims": len(members),
    }

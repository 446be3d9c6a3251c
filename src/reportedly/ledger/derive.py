"""What an entry changes in the tables made from the log. The same functions run when it is appended and when all
tables are made anew, so that these can always be thrown away."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from reportedly.ledger import log, words
from reportedly.ledger.canonical import plain, said
from reportedly.ledger.engine import at_hand
from reportedly.ledger.records import Body, Entry
from reportedly.ledger.rooms import stands
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import (
    DERIVED,
    claims,
    decisions,
    erasures,
    labels,
    people,
    readings,
    reports,
    rooms,
    subjects,
    weighed,
)
from reportedly.model import Claim, Decision

_ROWS = 1 << 20
"""Claims of one reading at most: row = entry of the reading * this + place in the reading."""
# Made once, as in `intake`.
_TAKEN = select(readings.c.seq).where(readings.c.report == bindparam("wanted"), readings.c.since.is_not(None)).limit(1)
_TAKE = update(readings).where(readings.c.seq == bindparam("wanted")).values(since=bindparam("at"), until=None)
_UNLABEL = (
    update(labels).where(labels.c.report == bindparam("wanted"), labels.c.until.is_(None)).values(until=bindparam("at"))
)
_UNLABEL_SOME = (
    update(labels)
    .where(
        labels.c.report == bindparam("wanted"),
        labels.c.claim.in_(bindparam("claims", expanding=True)),
        labels.c.until.is_(None),
    )
    .values(until=bindparam("at"))
)
_SINCE = select(reports.c.since).where(reports.c.id == bindparam("wanted"))


def subjects_of(kind: str, content: Body) -> set[str]:
    """The reports that an entry says something about; if one is erased, the content of the entry goes."""
    if kind == "report":
        return {content["id"]}
    if kind in ("reading", "linking"):
        return {content["report"]}
    return set(content.get("reports", ()))


def apply(connection: Connection, entry: Entry, content: Body) -> None:
    """Bring the tables from the state before an entry to that after it."""
    named = [{"seq": entry.seq, "report": name} for name in sorted(subjects_of(entry.kind, content))]
    put_rows(connection, subjects, named)
    step = _STEPS.get(entry.kind)
    if step is not None:
        step(connection, entry.seq, content)


def rebuild(connection: Connection) -> None:
    """Make all tables anew from the log."""
    for table in reversed(DERIVED):
        connection.execute(delete(table))
    words.clear(connection)
    last = log.size(connection)
    for first in range(1, last + 1, 500):
        for entry, data in list(log.walk(connection, first, min(first + 499, last))):
            if data is not None:
                apply(connection, entry, log.opened(data, entry.seq))


def relabel(connection: Connection, report: str) -> None:
    """Make the labels of one report anew from what is left of its linking."""
    connection.execute(delete(labels).where(labels.c.report == report))
    named = select(subjects.c.seq).where(subjects.c.report == report).order_by(subjects.c.seq)
    taken = False
    for seq in connection.execute(named).scalars().all():
        for entry, data in list(log.walk(connection, seq, seq)):
            if data is None:
                continue
            content = log.opened(data, seq)
            if entry.kind == "linking":
                _linking(connection, seq, content)
            elif content.get("proposed") is False or content.get("adopts") is not None:
                if taken:
                    _end_labels(connection, report, seq)
                taken = True


def _report(connection: Connection, seq: int, content: Body) -> None:
    found = content["report"]
    at_hand(connection).update(report=content["id"], written=_written(found), unread=content["id"])
    row = {
        "id": content["id"],
        "since": seq,
        "key": content["key"],
        "raw": content["raw"],
        "url": plain(found["url"]) if found.get("url") else None,
        "revision_of": plain(found["revision_of"]) if found.get("revision_of") else None,
        "content": said(found),
    }
    put_rows(connection, reports, [row])


def _reading(connection: Connection, seq: int, content: Body) -> None:
    report, taken = content["report"], not content["proposed"]
    if taken and _read_before(connection, report):
        _end(connection, report, seq)
    since = seq if taken else None
    row = {"seq": seq, "report": report, "version": content["version"], "since": since, "until": None}
    put_rows(connection, readings, [row])
    if taken:
        _claims(connection, seq, seq, content, 0)


def _read_before(connection: Connection, report: str) -> bool:
    """Whether a report ever had a reading in force; one that was just put has none."""
    if at_hand(connection).pop("unread", None) == report:
        return False
    return connection.execute(_TAKEN, {"wanted": report}).scalar() is not None


def _adopt(connection: Connection, seq: int, reading: int, content: Body) -> None:
    """The claims of a reading that was proposed become those of its report, from entry ``seq`` on."""
    _end(connection, content["report"], seq)
    connection.execute(_TAKE, {"wanted": reading, "at": seq})
    _claims(connection, seq, reading, content, _taken_before(connection, reading))


def _claims(connection: Connection, seq: int, reading: int, content: Body, past: int) -> None:
    """The claims of a reading as rows, after the ``past`` rows that it has from an earlier time."""
    report = content["report"]
    found = msgspec.convert(content["claims"], tuple[Claim, ...])
    first = reading * _ROWS + past
    rows = [{**_row(claim, reading, seq, report), "row": first + n, "number": n} for n, claim in enumerate(found)]
    if rows:
        put_rows(connection, claims, rows)
        text, published = _report_of(connection, report)
        words.index(connection, [(r["row"], words.of_claim(c, text)) for r, c in zip(rows, found, strict=True)])
        if not past:
            keys = sorted(stands(text, published, found))
            put_rows(connection, rooms, [{"room": key, "reading": reading} for key in keys])


def _end(connection: Connection, report: str, seq: int) -> None:
    """The reading in force, its claims and their labels hold no longer: another may use the same numbers."""
    connection.execute(
        update(readings)
        .where(readings.c.report == report, readings.c.since.is_not(None), readings.c.until.is_(None))
        .values(until=seq)
    )
    connection.execute(update(claims).where(claims.c.report == report, claims.c.until.is_(None)).values(until=seq))
    _end_labels(connection, report, seq)


def _taken_before(connection: Connection, reading: int) -> int:
    """A reading can be taken, left and taken again: each time its claims get rows of their own."""
    last = connection.execute(
        select(claims.c.row).where(claims.c.reading == reading).order_by(claims.c.row.desc()).limit(1)
    ).scalar()
    return 0 if last is None else last % _ROWS + 1


def _report_of(connection: Connection, name: str) -> tuple[str, str | None]:
    """Text and time of publication of a report; those of the one added last in this transaction are at hand."""
    near = at_hand(connection)
    if near.get("report") == name:
        written: tuple[str, str | None] = near["written"]
        return written
    entry = connection.execute(_SINCE, {"wanted": name}).scalar()
    content = log.content(connection, entry) if entry is not None else None
    return _written(content["report"]) if content else ("", None)


def _written(report: Body) -> tuple[str, str | None]:
    return report["text"], report.get("published")


def _row(claim: Claim, reading: int, seq: int, report: str) -> dict[str, Any]:
    place = next((p for p in claim.places if p.name), None)
    return {
        "reading": reading,
        "report": report,
        "claim": claim.id,
        "event": claim.event,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "start": claim.time.start if claim.time else None,
        "ends": claim.time.end if claim.time else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "since": seq,
        "until": None,
    }


def _linking(connection: Connection, seq: int, content: Body) -> None:
    report, rows = content["report"], []
    changed = content["labels"]
    connection.execute(_UNLABEL_SOME, {"wanted": report, "claims": sorted(changed), "at": seq})
    for claim, incident in sorted(changed.items()):
        rows.append({"report": report, "claim": claim, "since": seq, "until": None, "incident": incident})
    put_rows(connection, labels, rows)


def _end_labels(connection: Connection, report: str, seq: int) -> None:
    connection.execute(_UNLABEL, {"wanted": report, "at": seq})


def _finding(connection: Connection, seq: int, content: Body) -> None:
    if content["finding"] is not None:
        put_rows(connection, weighed, [{"finding": content["digest"], "since": seq}])
        return
    connection.execute(
        update(weighed).where(weighed.c.finding == content["digest"], weighed.c.until.is_(None)).values(until=seq)
    )


def _decision(connection: Connection, seq: int, content: Body) -> None:
    made = msgspec.convert(content["decision"], Decision)
    put_rows(connection, decisions, [{"since": seq, "id": made.id, "kind": made.kind, "subject": made.subject}])
    if content.get("adopts") is not None:
        reading = log.content(connection, content["adopts"])
        if reading is not None:
            _adopt(connection, seq, content["adopts"], reading)
    if content.get("rejects") is not None:
        connection.execute(update(readings).where(readings.c.seq == content["rejects"]).values(rejected=seq))


def _person(connection: Connection, seq: int, content: Body) -> None:
    """A person's claim is searched and grouped like any other; its entry is its reading, its quote its text."""
    name = content["claim"]["id"]
    put_rows(connection, people, [{"id": name, "since": seq}])
    claim = msgspec.convert(content["claims"][0], Claim)
    put_rows(connection, claims, [{**_row(claim, seq, seq, name), "row": seq * _ROWS, "number": 0}])
    words.index(connection, [(seq * _ROWS, words.of_claim(claim, content["claim"]["quote"]))])


def _erasure(connection: Connection, seq: int, content: Body) -> None:
    rows = [{"since": seq, "digest": found} for found in sorted(set(content["digests"]))]
    put_rows(connection, erasures, rows)


_STEPS: dict[str, Callable[[Connection, int, Body], None]] = {
    "report": _report,
    "reading": _reading,
    "linking": _linking,
    "finding": _finding,
    "decision": _decision,
    "claim": _person,
    "erasure": _erasure,
}


def forget(connection: Connection, names: Iterable[str], gone: Iterable[int]) -> None:
    """Take everything about reports, and what came from entries ``gone``, out of the tables."""
    seqs = sorted(set(gone))
    for name in names:
        rows = connection.execute(select(claims.c.row).where(claims.c.report == name)).scalars().all()
        words.remove(connection, rows)
        read = select(readings.c.seq).where(readings.c.report == name)
        connection.execute(delete(rooms).where(rooms.c.reading.in_(read)))
        for table in (claims, readings, labels):
            connection.execute(delete(table).where(table.c.report == name))
        connection.execute(delete(reports).where(reports.c.id == name))
    for seq in seqs:
        for table in (weighed, decisions, people):
            connection.execute(delete(table).where(table.c.since == seq))
        connection.execute(delete(subjects).where(subjects.c.seq == seq))
    words.scrub(connection)

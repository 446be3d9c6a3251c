"""What an entry changes in the tables made from the log. The same functions run when it is appended and when all
tables are made anew, so that these can always be thrown away."""

from collections.abc import Callable, Iterable, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from reportedly.ledger import happenings, log, words
from reportedly.ledger.canonical import plain, said
from reportedly.ledger.claimed import (
    ROWS,
    go,
    named,
    put_claims,
    put_findings,
    put_rooms,
    replaced,
    report_at_hand,
    row,
)
from reportedly.ledger.engine import at_hand
from reportedly.ledger.records import Body, Entry
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import (
    DERIVED,
    about,
    claims,
    decisions,
    erasures,
    findings,
    labels,
    names,
    people,
    readings,
    reports,
    rooms,
    subjects,
    weighed,
)
from reportedly.model import Claim, Decision, Finding, Report

# Made once, as in `intake`.
_TAKEN = select(readings.c.seq).where(readings.c.report == bindparam("wanted"), readings.c.since.is_not(None)).limit(1)
_TAKE = (
    update(readings)
    .where(readings.c.seq == bindparam("wanted"))
    .values(since=bindparam("at"), until=None, gone=None)
)
_UNLABEL = (
    update(labels)
    .where(labels.c.report == bindparam("wanted"), labels.c.until.is_(None))
    .values(until=bindparam("at"))
    .returning(labels.c.incident)
)
_LABELLED = select(labels.c.claim, labels.c.incident).where(
    labels.c.report == bindparam("wanted"), labels.c.until.is_(None)
)
_UNLABEL_ONE = (
    update(labels)
    .where(labels.c.report == bindparam("wanted"), labels.c.claim == bindparam("one"), labels.c.until.is_(None))
    .values(until=bindparam("at"))
)


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
                _label(connection, seq, content)
            elif content.get("proposed") is False or content.get("adopts") is not None:
                if taken:
                    _end_labels(connection, report, seq)
                taken = True


def _report(connection: Connection, seq: int, content: Body) -> None:
    found = content["report"]
    read = msgspec.structs.replace(msgspec.convert(found, Report), id=content["id"])
    at_hand(connection).update(report=content["id"], read=read, came=seq, unread=content["id"])
    made = {
        "id": content["id"],
        "since": seq,
        "key": content["key"],
        "raw": content["raw"],
        "url": plain(found["url"]) if found.get("url") else None,
        "revision_of": plain(found["revision_of"]) if found.get("revision_of") else None,
        "content": said(found),
    }
    put_rows(connection, reports, [made])
    if made["revision_of"] is not None:
        replaced(connection, made["revision_of"], seq)


def _reading(connection: Connection, seq: int, content: Body) -> None:
    report, taken = content["report"], not content["proposed"]
    fresh = at_hand(connection).get("unread") == report
    if taken and _read_before(connection, report):
        _end(connection, report, seq)
    _, came = report_at_hand(connection, report)
    made = {"seq": seq, "report": report, "version": content["version"], "since": seq if taken else None, "came": came}
    put_rows(connection, readings, [made])
    if taken:
        put_claims(connection, seq, seq, content, 0, fresh=fresh)


def _read_before(connection: Connection, report: str) -> bool:
    """Whether a report ever had a reading in force; one that was just put has none."""
    if at_hand(connection).pop("unread", None) == report:
        return False
    return connection.execute(_TAKEN, {"wanted": report}).scalar() is not None


def _adopt(connection: Connection, seq: int, reading: int, content: Body) -> None:
    """The claims of a reading that was proposed become those of its report, from entry ``seq`` on."""
    _end(connection, content["report"], seq)
    connection.execute(_TAKE, {"wanted": reading, "at": seq})
    put_claims(connection, seq, reading, content, _taken_before(connection, reading), fresh=False)


def _end(connection: Connection, report: str, seq: int) -> None:
    """The reading in force, its claims and their labels hold no longer: another may use the same numbers."""
    connection.execute(
        update(readings)
        .where(readings.c.report == report, readings.c.since.is_not(None), readings.c.until.is_(None))
        .values(until=seq)
    )
    connection.execute(update(claims).where(claims.c.report == report, claims.c.until.is_(None)).values(until=seq))
    go(connection, report, seq)
    happenings.refresh(connection, _end_labels(connection, report, seq), seq)


def _taken_before(connection: Connection, reading: int) -> int:
    """A reading can be taken, left and taken again: each time its claims get rows of their own."""
    last = connection.execute(
        select(claims.c.row).where(claims.c.reading == reading).order_by(claims.c.row.desc()).limit(1)
    ).scalar()
    return 0 if last is None else last % ROWS + 1


def _linking(connection: Connection, seq: int, content: Body) -> None:
    left = _label(connection, seq, content)
    report, changed = content["report"], content["labels"]
    happenings.refresh(connection, {*left, *changed.values()}, seq)
    happenings.reweigh(connection, [(report, claim) for claim, incident in changed.items() if incident is None])


def _label(connection: Connection, seq: int, content: Body) -> Sequence[str | None]:
    """Put labels on claims; returns those that they had."""
    report, changed = content["report"], content["labels"]
    before = {row.claim: row.incident for row in connection.execute(_LABELLED, {"wanted": report}).all()}
    ended = sorted(before.keys() & changed.keys())
    if ended:
        connection.execute(_UNLABEL_ONE, [{"wanted": report, "one": claim, "at": seq} for claim in ended])
    rows = [
        {"report": report, "claim": claim, "since": seq, "until": None, "incident": incident}
        for claim, incident in sorted(changed.items())
    ]
    put_rows(connection, labels, rows)
    return [before[claim] for claim in ended]


def _end_labels(connection: Connection, report: str, seq: int) -> Sequence[str | None]:
    return connection.execute(_UNLABEL, {"wanted": report, "at": seq}).scalars().all()


def _finding(connection: Connection, seq: int, content: Body) -> None:
    name = content["digest"]
    if content["finding"] is not None:
        put_rows(connection, weighed, [{"finding": name, "since": seq}])
        put_findings(connection, [msgspec.convert(content["finding"], Finding)], seq, seq, digests=[name])
    else:
        connection.execute(
            update(weighed).where(weighed.c.finding == name, weighed.c.until.is_(None)).values(until=seq)
        )
        across = findings.c.digest == name, findings.c.report.is_(None), findings.c.gone.is_(None)
        connection.execute(update(findings).where(*across).values(gone=seq))
    refs = select(about.c.report, about.c.claim).join(findings, findings.c.row == about.c.row)
    graves = refs.where(findings.c.digest == name, findings.c.severity == "error")
    happenings.reweigh(connection, [(report, claim) for report, claim in connection.execute(graves)])


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
    said, claim = content["claim"], msgspec.convert(content["claims"][0], Claim)
    report = Report(id=said["id"], text=said["quote"], publisher=said["source"], published=said.get("published"))
    put_rows(connection, people, [{"id": report.id, "since": seq}])
    put_rows(connection, readings, [{"seq": seq, "report": report.id, "since": seq, "came": seq}])
    first = {"reading": seq, "row": seq * ROWS, "number": 0, "since": seq}
    put_rows(connection, claims, [{**row(claim, report, False), **first}])
    put_rows(connection, names, [{**one, "reading": seq, "since": seq} for one in named(report, [claim])])
    put_rooms(connection, seq, report, [claim])
    words.index(connection, [(seq * ROWS, words.of_claim(claim, report))])


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


def forget(connection: Connection, taken: Iterable[str], gone: Iterable[int]) -> None:
    """Take everything about reports, and what came from entries ``gone``, out of the tables."""
    seqs = sorted(set(gone))
    for name in taken:
        rows = connection.execute(select(claims.c.row).where(claims.c.report == name)).scalars().all()
        words.remove(connection, rows)
        read = select(readings.c.seq).where(readings.c.report == name)
        connection.execute(delete(rooms).where(rooms.c.reading.in_(read)))
        for table in (claims, readings, labels, names):
            connection.execute(delete(table).where(table.c.report == name))
        _unfind(connection, findings.c.report == name)
        connection.execute(delete(reports).where(reports.c.id == name))
    for seq in seqs:
        for table in (weighed, decisions, people):
            connection.execute(delete(table).where(table.c.since == seq))
        connection.execute(delete(subjects).where(subjects.c.seq == seq))
        _unfind(connection, findings.c.entry == seq)
    words.scrub(connection)


def _unfind(connection: Connection, which: ColumnElement[bool]) -> None:
    connection.execute(delete(about).where(about.c.row.in_(select(findings.c.row).where(which))))
    connection.execute(delete(findings).where(which))

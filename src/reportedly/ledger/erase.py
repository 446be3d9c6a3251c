"""Erasing: bytes, text and everything derived go, from the tables, the index and the file; hash, time, reason stay.

The content of every entry about the report is taken away; the hashes that the chain is made of stay, so `verify` still
passes. An incident's label is made of the places and days of its claims; so all linking that used the labels of the
report goes too, and what is left of it is written anew.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from reportedly.ledger import decided, derive, happenings, intake, log
from reportedly.ledger.engine import Store
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.records import Erased
from reportedly.ledger.tables import (
    DERIVED,
    about,
    blobs,
    claims,
    decisions,
    entries,
    erasures,
    findings,
    labels,
    meta,
    people,
    reports,
    sources,
    subjects,
    words,
)
from reportedly.ledger.views import revisions

_DUE = "scrub"
_PATIENCE_MS = 5_000


def erase(store: Store, name: str, reason: str) -> Erased:
    """Take a report with all its revisions, a person's claim, or a decision (``decision:ID``) out of the ledger.

    Raises ``LedgerError`` for an unknown id, or without a reason.
    """
    if not reason.strip():
        raise LedgerError("an erasure needs a reason: it is what stays")
    with store.writing() as connection:
        gone = _erase(connection, name, reason)
        at = connection.execute(select(entries.c.at).order_by(entries.c.seq.desc()).limit(1)).scalar_one()
        digests = [row[2] for row in listed(connection)][-1]
    _remember(store, at, reason, digests)
    return msgspec.structs.replace(gone, waits=not finish(store))


def again(store: Store, digests: tuple[str, ...], reason: str) -> Erased | None:
    """Erase whatever of some digests is here."""
    done: list[Erased] = []
    while (name := _here(store, digests)) is not None:
        done.append(erase(store, name, reason))
    if not done:
        return None
    return Erased(
        entries=tuple(seq for one in done for seq in one.entries),
        raw=tuple(raw for one in done for raw in one.raw),
        reports=tuple(report for one in done for report in one.reports),
        kept=tuple(kept for one in done for kept in one.kept),
        waits=done[-1].waits,
    )


def _here(store: Store, digests: tuple[str, ...]) -> str | None:
    with store.reading() as connection:
        for first in range(0, len(digests), 500):
            some = digests[first : first + 500]
            named = select(reports.c.id).where(
                or_(reports.c.raw.in_(some), reports.c.key.in_(some), reports.c.content.in_(some))
            )
            found: str | None = connection.execute(named.limit(1)).scalar()
            if found is None:
                said = select(subjects.c.report).join(entries, entries.c.seq == subjects.c.seq)
                said = said.where(entries.c.body.in_(some), entries.c.data.is_not(None))
                found = connection.execute(said.limit(1)).scalar()
            if found is None:
                made = select(decisions.c.id).join(entries, entries.c.seq == decisions.c.since)
                made = made.where(entries.c.body.in_(some), entries.c.data.is_not(None))
                id = connection.execute(made.limit(1)).scalar()
                found = None if id is None else f"decision:{id}"
            if found is not None:
                return found
    return None


def _erase(connection: Connection, name: str, reason: str) -> Erased:
    names = _names(connection, name)
    gone = set(connection.execute(select(subjects.c.seq).where(subjects.c.report.in_(names))).scalars())
    gone |= decided.naming(connection, names, gone) if names else {decided.entry_of(connection, name)}
    shared, others = _neighbours(connection, names)
    gone |= shared | decided.undos(connection, gone)
    digests, raw, kept = _bytes_of(connection, names, gone)
    left = {other: _left(connection, other, names) for other in others}
    seqs = sorted(gone)
    told = _told(connection, {*names, *others})
    graves = _graves(connection, seqs)
    for first in range(0, len(seqs), 500):
        some = seqs[first : first + 500]
        connection.execute(update(entries).where(entries.c.seq.in_(some)).values(data=None))
    derive.forget(connection, names, seqs)
    intake.put(
        connection,
        "erasure",
        {"reports": [], "entries": seqs, "digests": sorted(digests), "raw": sorted(raw), "reason": reason},
    )
    for other in sorted(others):
        derive.relabel(connection, other)
        if left[other]:
            intake.put(connection, "linking", {"report": other, "labels": left[other]})
    happenings.retell(connection, told | _told(connection, others))
    happenings.reweigh(connection, graves | _claims(connection, others))
    connection.execute(delete(sources))  # where collecting stands names addresses
    connection.execute(delete(meta).where(meta.c.name == _DUE))
    connection.execute(insert(meta), {"name": _DUE, "value": "due"})
    return Erased(entries=tuple(seqs), raw=tuple(sorted(raw)), reports=names, kept=tuple(sorted(kept)))


def _names(connection: Connection, name: str) -> tuple[str, ...]:
    """The ids that go with one: all revisions, or the one of a person's claim; none with a decision."""
    found = revisions(connection, name, log.size(connection))
    if name in found:
        return found
    if connection.execute(select(people.c.id).where(people.c.id == name)).scalar() is not None:
        return (name,)
    if not decided.is_one(name):
        raise LedgerError(f"{name}: no such report")
    return ()


def _told(connection: Connection, names: Iterable[str]) -> set[str]:
    """The incidents that reports told of at any time."""
    found = select(labels.c.incident).where(labels.c.report.in_(sorted(names)), labels.c.incident.is_not(None))
    return set(connection.execute(found).scalars())


def _graves(connection: Connection, seqs: Sequence[int]) -> set[tuple[str, str]]:
    """The claims that findings of some entries are about."""
    found: set[tuple[str, str]] = set()
    for first in range(0, len(seqs), 500):
        some = select(about.c.report, about.c.claim).join(findings, findings.c.row == about.c.row)
        rows = connection.execute(some.where(findings.c.entry.in_(seqs[first : first + 500])))
        found.update((report, claim) for report, claim in rows)
    return found


def _claims(connection: Connection, names: Iterable[str]) -> set[tuple[str, str]]:
    rows = connection.execute(select(claims.c.report, claims.c.claim).where(claims.c.report.in_(sorted(names))))
    return {(report, claim) for report, claim in rows}


def _neighbours(connection: Connection, names: tuple[str, ...]) -> tuple[set[int], set[str]]:
    """The linking entries of other reports that use a label of these, and those reports."""
    shared: set[int] = set()
    others: set[str] = set()
    for incident in _told(connection, names):
        rows = select(labels.c.report, labels.c.since).where(labels.c.incident == incident)
        for report, since in connection.execute(rows.where(labels.c.report.not_in(names))):
            shared.add(since)
            others.add(report)
    return shared, others


def _left(connection: Connection, report: str, names: tuple[str, ...]) -> dict[str, str | None]:
    """The present labels of another report, without those that it shares."""
    taken = _told(connection, names)
    rows = select(labels.c.claim, labels.c.incident).where(labels.c.report == report, labels.c.until.is_(None))
    return {claim: None if incident in taken else incident for claim, incident in connection.execute(rows)}


def _bytes_of(connection: Connection, names: tuple[str, ...], gone: set[int]) -> tuple[set[str], set[str], set[str]]:
    """Digests that stay as a trace, bytes that go, and bytes that other reports stand on. Deletes those that go."""
    digests: set[str] = set()
    raw: set[str] = set()
    kept: set[str] = set()
    columns = select(reports.c.key, reports.c.raw, reports.c.content)
    for key, name, content in connection.execute(columns.where(reports.c.id.in_(names))).all():
        digests.add(key)
        others = select(reports.c.id).where(reports.c.id.not_in(names)).limit(1)
        if connection.execute(others.where(reports.c.content == content)).scalar() is None:
            digests.add(content)
        (kept if connection.execute(others.where(reports.c.raw == name)).scalar() is not None else raw).add(name)
    for row in connection.execute(
        select(entries.c.seq, entries.c.kind, entries.c.body).where(
            entries.c.seq.in_(gone), entries.c.kind.in_(("report", "claim", "decision"))
        )
    ).all():
        digests.add(row.body)
        if row.kind == "claim":
            content = log.content(connection, row.seq) or {}
            raw |= set(content.get("claim", {}).get("attachments", ())) - _attached(connection, row.seq)
    connection.execute(delete(blobs).where(blobs.c.sha256.in_(raw)))
    return digests | raw, raw, kept


def _attached(connection: Connection, but: int) -> set[str]:
    """What the claims of people name, other than one, and what reports stand on."""
    found = set(connection.execute(select(reports.c.raw)).scalars())
    for since in connection.execute(select(people.c.since).where(people.c.since != but)).scalars().all():
        content = log.content(connection, since) or {}
        found |= set(content.get("claim", {}).get("attachments", ()))
    return found


def listed(connection: Connection) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Time, reason and digests of all erasures, in order."""
    rows = select(entries.c.seq, entries.c.at).where(entries.c.kind == "erasure").order_by(entries.c.seq)
    for seq, at in connection.execute(rows).all():
        content = log.content(connection, seq) or {}
        found = select(erasures.c.digest).where(erasures.c.since == seq).order_by(erasures.c.digest)
        yield at, content.get("reason", ""), tuple(connection.execute(found).scalars())


def finish(store: Store) -> bool:
    """Leave no trace in the files of the database; what a crash left undone is done when a ledger is next opened.

    Returns whether it is done: not while somebody reads an older state.
    """
    with store.reading() as connection:
        due = connection.execute(select(meta.c.value).where(meta.c.name == _DUE)).scalar()
    if due is None:
        return True
    with store.alone(), store.plain() as connection:
        if store.sqlite:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
            connection.exec_driver_sql("VACUUM")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
            connection.exec_driver_sql("PRAGMA busy_timeout = 120000")
            if busy:  # somebody reads an older state: the next one to open the ledger finishes this
                return False
        else:
            for table in (entries, blobs, words, sources, *DERIVED):
                connection.exec_driver_sql(f"VACUUM FULL {table.name}")
    with store.writing() as connection:
        connection.execute(delete(meta).where(meta.c.name == _DUE))
    return True


def sidecar(path: Path) -> Path:
    """The list of erasures beside the file of a ledger, which outlives it: a restore reads it."""
    return path.with_name(path.name + ".erasures")


def _remember(store: Store, at: str, reason: str, digests: tuple[str, ...]) -> None:
    if store.path is None:
        return
    line = msgspec.json.encode({"at": at, "reason": reason, "digests": digests}) + b"\n"
    with store.told():
        handle = os.open(sidecar(store.path), os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())


def remembered(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Reason and digests of the erasures in such a list. Raises ``LedgerError`` where it is none."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise LedgerError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    for number, line in enumerate(lines, 1):
        try:
            found: Any = msgspec.json.decode(line)
            yield str(found["reason"]), tuple(str(one) for one in found["digests"])
        except (msgspec.DecodeError, KeyError, TypeError):
            if number < len(lines):  # a last line that a crash cut short was never acknowledged
                raise LedgerError(f"{path}: line {number}: not an erasure") from None

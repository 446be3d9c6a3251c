"""What comes in becomes entries: reports with their bytes, readings, labels, findings."""

import secrets
from collections.abc import Iterable, Mapping, Set

import msgspec
from sqlalchemy import Connection, Text, bindparam, cast, literal, select, union_all

from reportedly.ledger import derive, log
from reportedly.ledger.canonical import canonical, digest, packed, plain, said
from reportedly.ledger.records import Added, Body, Entry, Incoming, Kind, Known
from reportedly.ledger.rows import parts, put_rows
from reportedly.ledger.tables import blobs, entries, erasures, labels, people, reports, weighed
from reportedly.model import Finding, Reading, Report

# Statements of every report that comes in are made once: to build one takes longer than to run it.
_THERE = union_all(
    select(literal("key").label("what"), reports.c.id.label("name")).where(reports.c.key == bindparam("key")),
    select(literal("id"), reports.c.id).where(reports.c.id == bindparam("id")),
    select(literal("raw"), blobs.c.sha256).where(blobs.c.sha256 == bindparam("raw")),
    select(literal("erased"), cast(erasures.c.since, Text)).where(
        erasures.c.digest.in_((bindparam("raw"), bindparam("key"), bindparam("content")))
    ),
)
_BY_CONTENT = select(reports.c.id).where(reports.c.content == bindparam("wanted")).limit(1)
_CONTENT = select(reports.c.content).where(reports.c.id == bindparam("wanted"))
_BY_ID = select(reports.c.id).where(reports.c.id == bindparam("wanted"))
_LAST_WITH_URL = (
    select(reports.c.id).where(reports.c.url == bindparam("wanted")).order_by(reports.c.since.desc()).limit(1)
)
_LATER = (
    select(reports.c.id).where(reports.c.revision_of == bindparam("wanted")).order_by(reports.c.since.desc()).limit(1)
)
_BLOB = select(blobs.c.size).where(blobs.c.sha256 == bindparam("wanted"))


def new_origin() -> str:
    """A name for a new log that no other has."""
    return f"reportedly.ledger/{secrets.token_hex(8)}"


def put(connection: Connection, kind: Kind, content: Body) -> Entry:
    """Append an entry and bring the tables up to date, in the caller's transaction."""
    written: Body = msgspec.to_builtins(content)
    entry = log.append(connection, kind, written)
    derive.apply(connection, entry, written)
    return entry


def key(report: Report, raw: str) -> str:
    """The same bytes, read as the same report: what is stored once, however often it comes in."""
    parts = [raw, report.url, report.publisher, report.published, report.forwarded_from, report.text]
    return digest(canonical(parts))


def known(connection: Connection, incoming: Incoming) -> Known | None:
    """What there is of a report that comes in."""
    raw = digest(incoming.raw)
    return _known(connection, incoming, _there(connection, incoming, raw))


def _there(connection: Connection, incoming: Incoming, raw: str) -> dict[str, str]:
    """What is there: the report itself (``key``), another of its ``id``, its bytes (``raw``), an erasure of it."""
    content = said(msgspec.structs.asdict(incoming.report))
    asked = {"key": key(incoming.report, raw), "raw": raw, "id": plain(incoming.report.id), "content": content}
    return {row.what: row.name for row in connection.execute(_THERE, asked)}


def _known(connection: Connection, incoming: Incoming, there: Mapping[str, str]) -> Known | None:
    found = _as_live(connection, incoming) if incoming.live else there.get("key")
    if found is not None:
        return Known(id=found)
    if "erased" not in there:
        return None
    seq = int(there["erased"])
    at = connection.execute(select(entries.c.at).where(entries.c.seq == seq)).scalar_one()
    return Known(erased=at, reason=(log.content(connection, seq) or {}).get("reason"))


def _as_live(connection: Connection, incoming: Incoming) -> str | None:
    """What says the same: the latest revision at its address; at a new address, whatever its publisher said so."""
    content = said(msgspec.structs.asdict(incoming.report))
    before = _before(connection, incoming)
    if before is None:
        found: str | None = connection.execute(_BY_CONTENT, {"wanted": content}).scalar()
        return found
    return before if connection.execute(_CONTENT, {"wanted": before}).scalar() == content else None


def add(connection: Connection, incoming: Incoming) -> Added:
    """One report with its bytes and its reading, in the caller's transaction."""
    raw = digest(incoming.raw)
    there = _there(connection, incoming, raw)
    known = _known(connection, incoming, there)
    if known is not None:
        return Added(status="erased" if known.erased else "known", id=known.id)
    before = _before(connection, incoming)
    name = plain(incoming.report.id)
    if "id" in there:
        name = _free(connection, name)
    report = msgspec.structs.replace(
        incoming.report, id=name, sha256=raw, revision_of=before or incoming.report.revision_of
    )
    if "raw" not in there:
        _keep(connection, raw, incoming.raw)
    own = key(incoming.report, raw)
    if "key" in there:  # as it was once before, and is again
        own = digest(canonical([own, before]))
    content = {"id": name, "key": own, "raw": raw, "size": len(incoming.raw), "report": report}
    put(connection, "report", content)
    if incoming.reading is not None:
        reading = msgspec.structs.replace(incoming.reading, report=report)
        put_reading(connection, _renamed(reading, incoming.report.id, name), incoming.version, proposed=False)
    return Added(status="revision" if before else "new", id=name)


def keep(connection: Connection, name: str, data: bytes) -> None:
    """Bytes under their digest, once."""
    if connection.execute(_BLOB, {"wanted": name}).scalar() is None:
        _keep(connection, name, data)


def _keep(connection: Connection, name: str, data: bytes) -> None:
    put_rows(connection, blobs, [{"sha256": name, "size": len(data), "data": packed(data)}])


def _before(connection: Connection, incoming: Incoming) -> str | None:
    """The latest revision of the same report: the same address, or the same id where the source gave it."""
    report = incoming.report
    if report.url:
        return latest_at(connection, report.url)
    if not incoming.own_id:
        return None
    wanted = plain(incoming.given or report.id)
    return _latest(connection, connection.execute(_BY_ID, {"wanted": wanted}).scalar())


def latest_at(connection: Connection, url: str) -> str | None:
    """The latest revision of the report at an address."""
    return _latest(connection, connection.execute(_LAST_WITH_URL, {"wanted": plain(url)}).scalar())


def _latest(connection: Connection, name: str | None) -> str | None:
    found = None
    seen: set[str] = set()
    while name is not None and name not in seen:
        seen.add(name)
        found = name
        name = connection.execute(_LATER, {"wanted": name}).scalar()
    return found


def _free(connection: Connection, name: str) -> str:
    """An id that is taken, with a number that no report has."""
    number = 2
    while connection.execute(_BY_ID, {"wanted": f"{name}-{number}"}).scalar() is not None:
        number += 1
    return f"{name}-{number}"


def _renamed(reading: Reading, old: str, new: str) -> Reading:
    """Findings name claims with the id of their report."""
    if old == new or not reading.findings:
        return reading

    def moved(refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{new}#{ref[len(old) + 1 :]}" if ref.startswith(f"{old}#") else ref for ref in refs)

    findings = tuple(
        msgspec.structs.replace(
            f,
            claims=moved(f.claims),
            positions=tuple(msgspec.structs.replace(p, claims=moved(p.claims)) for p in f.positions),
        )
        for f in reading.findings
    )
    return msgspec.structs.replace(reading, findings=findings)


def put_reading(connection: Connection, reading: Reading, version: str | None, *, proposed: bool) -> Entry:
    """A reading of a report that is there; labels are kept apart from it."""
    claims = [msgspec.structs.replace(claim, incident=None) for claim in reading.claims]
    return put(
        connection,
        "reading",
        {
            "report": reading.report.id,
            "version": version,
            "proposed": proposed,
            "claims": claims,
            "findings": reading.findings,
        },
    )


def put_labels(connection: Connection, wanted: Mapping[str, str | None]) -> int:
    """What changed in the labels, one entry a report."""
    by_report: dict[str, dict[str, str | None]] = {}
    for ref, incident in wanted.items():
        report, _, claim = ref.rpartition("#")
        by_report.setdefault(report, {})[claim] = incident
    changes = 0
    for some in parts(_named(connection, by_report)):
        rows = select(labels.c.report, labels.c.claim, labels.c.incident)
        rows = rows.where(labels.c.report.in_(some), labels.c.until.is_(None))
        present = {(row.report, row.claim): row.incident for row in connection.execute(rows)}
        for report in some:
            found = {c: name for c, name in by_report[report].items() if present.get((report, c)) != name}
            if found:
                put(connection, "linking", {"report": report, "labels": found})
                changes += len(found)
    return changes


def put_findings(connection: Connection, wanted: Mapping[str, Finding], before: Set[str] | None) -> int:
    """Findings that are new, and those of before (``None`` = of all) that no longer hold."""
    held = select(weighed.c.finding).where(weighed.c.until.is_(None))
    present = before if before is not None else set(connection.execute(held).scalars())
    about = {name: sorted({ref.rpartition("#")[0] for ref in _refs(found)}) for name, found in wanted.items()}
    there = _named(connection, {report for reports in about.values() for report in reports})
    gone = sorted(present - set(wanted))
    for name in gone:
        put(connection, "finding", {"digest": name, "finding": None, "reports": []})
    new = [name for name in sorted(set(wanted) - present) if there.issuperset(about[name])]
    for name in new:
        put(connection, "finding", {"digest": name, "finding": wanted[name], "reports": about[name]})
    return len(gone) + len(new)


def _named(connection: Connection, names: Iterable[str]) -> set[str]:
    """Which reports and people's claims are there: one that was erased meanwhile must not come back by a label."""
    return {
        name
        for some in parts(names)
        for table in (reports, people)
        for name in connection.execute(select(table.c.id).where(table.c.id.in_(some))).scalars()
    }


def _refs(finding: Finding) -> set[str]:
    return {*finding.claims, *(ref for position in finding.positions for ref in position.claims)}

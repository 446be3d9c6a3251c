"""What a reading in force puts into the tables: claims with what lists go by, their words, names, findings."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from reportedly.ledger import happenings, log, words
from reportedly.ledger.canonical import canonical, digest, plain
from reportedly.ledger.contents import OfReport
from reportedly.ledger.engine import at_hand
from reportedly.ledger.records import Body
from reportedly.ledger.rooms import stands
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import about, claims, findings, labels, names, readings, reports, rooms
from reportedly.ledger.weight import doubt, stake, weight
from reportedly.lineage.embargo import over, wait_of
from reportedly.lineage.geo import finest
from reportedly.model import Claim, Finding, Report

ROWS = 1 << 20
"""Rows of one reading at most: row = entry of the reading * this + place in the reading."""
_SINCE = select(reports.c.since).where(reports.c.id == bindparam("wanted"))
_LATER = select(reports.c.since).where(reports.c.revision_of == bindparam("wanted")).limit(1)
_LABELS = select(labels.c.incident).where(labels.c.report == bindparam("wanted"), labels.c.until.is_(None)).distinct()
_SHOWN = (readings, claims, names, findings)
_GO = {
    table: update(table)
    .where(table.c.report == bindparam("wanted"), table.c.gone.is_(None), table.c.since.is_not(None))
    .values(gone=bindparam("at"), **({"weight": None} if table is claims else {}))
    for table in _SHOWN
}


def report_at_hand(connection: Connection, name: str) -> tuple[Report, int]:
    """A report and its entry; that of the one that was added last in this transaction is at hand."""
    near = at_hand(connection)
    if near.get("report") == name:
        return near["read"], near["came"]
    since = connection.execute(_SINCE, {"wanted": name}).scalar()
    part = log.part(connection, since, OfReport) if since is not None else None
    return part.report if part is not None else Report(id=name, text=""), since or 0


def put_claims(connection: Connection, seq: int, reading: int, content: Body, past: int, *, fresh: bool) -> None:
    """A reading in force from entry ``seq`` on, after the ``past`` rows that its claims have from an earlier time.

    ``fresh``: its report came just before, so nothing can have been said of it yet.
    """
    name = content["report"]
    report, _ = report_at_hand(connection, name)
    gone = seq if connection.execute(_LATER, {"wanted": name}).scalar() is not None else None
    if gone is not None:
        connection.execute(update(readings).where(readings.c.seq == reading).values(gone=gone))
    told = msgspec.convert(content["claims"], tuple[Claim, ...])
    found = msgspec.convert(content["findings"], tuple[Finding, ...])
    put_findings(connection, found, seq, reading, report=name, gone=gone)
    grave = {ref for f in found if f.severity == "error" for ref in f.claims}
    first = reading * ROWS + past
    rows = [
        {**row(c, report, f"{name}#{c.id}" in grave), "reading": reading, "row": first + n, "number": n}
        | {"since": seq, "gone": gone, **({"weight": None} if gone else {})}
        for n, c in enumerate(told)
    ]
    put_rows(connection, claims, rows)
    words.index(connection, [(r["row"], words.of_claim(c, report)) for r, c in zip(rows, told, strict=True)])
    if not past:
        put_rooms(connection, reading, report, told)
    given = [{**one, "reading": reading, "since": seq, "gone": gone} for one in named(report, told)]
    put_rows(connection, names, given)
    if not fresh:
        happenings.refresh(connection, connection.execute(_LABELS, {"wanted": name}).scalars().all(), seq)
        happenings.reweigh(connection, [(name, c.id) for c in told])


def put_rooms(connection: Connection, reading: int, report: Report, told: Sequence[Claim]) -> None:
    """Where the linker finds a reading."""
    keys = sorted(stands(report.text, report.published, told))
    put_rows(connection, rooms, [{"room": key, "reading": reading} for key in keys])


def row(claim: Claim, report: Report, grave: bool) -> dict[str, Any]:
    """What the table of claims has of a claim, but for when it holds."""
    place, spot = next((p for p in claim.places if p.name), None), finest(claim.places)
    ended = over(claim, report)
    unsure, weighs = doubt(claim), stake(claim)
    return {
        "report": report.id,
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
        "spot": spot.name if spot else None,
        "spot_country": spot.country if spot else None,
        "spot_lat": spot.lat if spot else None,
        "spot_lon": spot.lon if spot else None,
        "spot_kind": spot.kind if spot else None,
        "spot_id": spot.geonameid if spot else None,
        "spot_disputed": spot.disputed if spot else None,
        "waits": wait_of(claim),
        "over": ended.isoformat(timespec="microseconds") if ended is not None else None,
        "doubt": unsure,
        "stake": weighs,
        "weight": weight(unsure, weighs, claim.event, 0, grave),
    }


def named(report: Report, told: Sequence[Claim]) -> list[dict[str, Any]]:
    """Rows of the table of names, but for when they hold: who publishes, who is quoted, which place nobody knows."""
    found = [_name(report, "publisher", report.publisher, 0)] if report.publisher else []
    quoted = Counter(name for c in told for name in {s.name for s in c.sources})
    for name in dict.fromkeys(s.name for c in told for s in c.sources):
        kinds = dict.fromkeys(s.kind for c in told for s in c.sources if s.name == name and s.kind)
        found.append(_name(report, "source", name, quoted[name], kinds))
    unknown = Counter(text for c in told for text in {p.text for p in c.places if p.name is None})
    return found + [_name(report, "unknown", text, count) for text, count in unknown.items()]


def _name(report: Report, role: str, name: str, count: int, kinds: Any = ()) -> dict[str, Any]:
    return {
        "report": report.id,
        "role": role,
        "mark": words.mark(name),
        "name": plain(name),
        "claims": count,
        "kinds": " ".join(kinds),
    }


def put_findings(
    connection: Connection,
    found: Sequence[Finding],
    seq: int,
    entry: int,
    *,
    report: str | None = None,
    gone: int | None = None,
    digests: Sequence[str] | None = None,
) -> None:
    """Findings from entry ``seq`` on, whose content is in ``entry``, with the claims that they are about."""
    rows = [
        {
            "row": seq * ROWS + n,
            "entry": entry,
            "number": n,
            "report": report,
            "digest": digests[n] if digests is not None else digest(canonical(f)),
            "kind": f.kind,
            "relation": f.relation,
            "severity": f.severity,
            "since": seq,
            "gone": gone,
        }
        for n, f in enumerate(found)
    ]
    put_rows(connection, findings, rows)
    refs = [
        {"row": seq * ROWS + n, "report": ref.rpartition("#")[0], "claim": ref.rpartition("#")[2]}
        for n, f in enumerate(found)
        for ref in sorted(set(f.claims))
    ]
    put_rows(connection, about, refs)


def go(connection: Connection, report: str, seq: int) -> None:
    """What is shown of a report goes: another reading, or a revision, comes in its place."""
    for leaves in _GO.values():
        connection.execute(leaves, {"wanted": report, "at": seq})


def replaced(connection: Connection, report: str, seq: int) -> None:
    """A revision came in the place of a report, whose labels stay on record."""
    go(connection, report, seq)
    happenings.refresh(connection, connection.execute(_LABELS, {"wanted": report}).scalars().all(), seq)

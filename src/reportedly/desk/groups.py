"""Incidents from claims as they are labelled, one record each, in one pass."""

from collections import Counter
from collections.abc import Sequence

from reportedly.lineage.geo import finest
from reportedly.model import Claim, Incident, Place, Reading

_TALK = ("statement", "assessment")


def grouped(readings: Sequence[Reading]) -> tuple[Incident, ...]:
    """All incidents, those that happened last first, undated ones at the end."""
    rooms: dict[str, list[tuple[str, Claim]]] = {}
    for reading in readings:
        for claim in reading.claims:
            if claim.incident:
                rooms.setdefault(claim.incident, []).append((reading.report.id, claim))
    found = [_incident(label, rows) for label, rows in rooms.items()]
    found.sort(key=lambda i: (-len(i.reports), -len(i.claims), i.id))
    return tuple(sorted(found, key=lambda i: (i.start or "")[:10], reverse=True))


def _incident(label: str, rows: list[tuple[str, Claim]]) -> Incident:
    core = [c for _, c in rows if c.event not in _TALK] or [c for _, c in rows]
    times = [c.time for c in core if c.time is not None]
    return Incident(
        id=label,
        claims=tuple(f"{report}#{claim.id}" for report, claim in rows),
        reports=tuple(dict.fromkeys(report for report, _ in rows)),
        start=min((t.start for t in times), default=None),
        end=max((t.end for t in times), default=None),
        place=_place(core),
    )


def _place(claims: Sequence[Claim]) -> Place | None:
    """The place that most claims name as their finest."""
    named = [p for c in claims if (p := finest(c.places)) is not None]
    counts = Counter(p.name for p in named)
    return min(named, key=lambda p: (-counts[p.name], p.name or ""), default=None)

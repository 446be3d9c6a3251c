"""Incidents from claims as they are labelled, one record each, in one pass."""

from collections import Counter
from collections.abc import Sequence

from reportedly.ledger import Happening, Where, sign
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


def listed(incident: Incident, readings: Sequence[Reading]) -> Happening:
    """An incident as lists show it, from readings among which all its claims are."""
    claims = [c for r in readings for c in r.claims if c.incident == incident.id]
    place = incident.place
    return Happening(
        label=incident.id,
        sign=sign(incident.id),
        day=(incident.start or "")[:10],
        start=incident.start,
        end=incident.end,
        place=_plain(place) if place and place.name else None,
        events=tuple(sorted({c.event for c in _core(claims)})),
        reports=len(incident.reports),
        claims=len(incident.claims),
    )


def meets(happening: Happening, where: Where) -> bool:
    """Whether an incident meets conditions, as the ledger's lists understand them."""
    place, box = happening.place, where.box
    name, country = (place.name, place.country) if place else (None, None)
    lat, lon = (place.lat, place.lon) if place else (None, None)
    inside = box is None or (
        lat is not None and lon is not None and box.south <= lat <= box.north and box.west <= lon <= box.east
    )
    return (
        inside
        and where.event in ("", *happening.events)
        and where.place in ("", name)
        and where.country in ("", country)
        and (not where.start or happening.end is not None and happening.end >= where.start)
        and (not where.end or happening.start is not None and happening.start <= where.end + "~")
    )


def _plain(place: Place) -> Place:
    """A place as the ledger's lists have it: what a gazetteer knows of it."""
    return Place(
        text=place.name or "",
        name=place.name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        kind=place.kind,
        geonameid=place.geonameid,
        disputed=place.disputed,
    )


def order(happening: Happening) -> tuple[object, ...]:
    """Where it stands in a list: smaller is later in time."""
    return (_Backward(happening.day), -happening.reports, -happening.claims, happening.label)


class _Backward(str):
    """A text that comes before whatever is less."""

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)

    def __gt__(self, other: str) -> bool:
        return str.__lt__(self, other)


def _core(claims: Sequence[Claim]) -> Sequence[Claim]:
    """What is only talk says neither when nor where it was."""
    return [c for c in claims if c.event not in _TALK] or claims


def _incident(label: str, rows: list[tuple[str, Claim]]) -> Incident:
    core = _core([c for _, c in rows])
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

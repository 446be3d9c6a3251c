"""Incidents on the map: which ones meet the conditions, at which places, and what a screen shows of them."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from msgspec.structs import replace

from reportedly.desk import addresses
from reportedly.desk.filters import Conditions, matching
from reportedly.desk.queries import Shelf
from reportedly.lineage.geo import extent_km
from reportedly.model import Incident, Place
from reportedly.pages import wording

Status: TypeAlias = Literal["contested", "decided", "undecided", "passed", "held"]
"""Of an incident: an error is found among its claims; people decided something of one or of none; one or none has
passed the gate."""
STATUSES: tuple[Status, ...] = get_args(Status)
_CELL = 64
"""Pixels of the cells in which places become one ring far out; the world is 512 pixels wide at zoom 0."""
_APART = 9
"""The zoom from which on places are drawn each, however near to each other."""


class Mark(NamedTuple):
    """A place with the incidents there, the latest first."""

    place: Place
    incidents: tuple[Incident, ...]

    @property
    def claims(self) -> int:
        return sum(len(i.claims) for i in self.incidents)

    @property
    def name(self) -> str:
        return wording.clean(self.place.name or self.place.text)

    @property
    def region(self) -> int | None:
        """The region whose outline is the area, where the place is one."""
        return self.place.geonameid if self.place.kind in ("region", "area") else None

    @property
    def drawn(self) -> bool:
        """Whether it has somewhere to be drawn: a country is too wide to be an area on a map."""
        return self.place.lat is not None and self.place.lon is not None and self.place.kind != "country"

    @property
    def href(self) -> str:
        """The one incident there, or the search for the place."""
        only = self.incidents[0].id if len(self.incidents) == 1 else None
        return addresses.incident(only) if only else addresses.search(place=self.place.name, country=self.place.country)


class Within(NamedTuple):
    """A part of the world in degrees; ``east`` is not below ``west`` and may be beyond 180."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, place: Place) -> bool:
        if place.lat is None or place.lon is None:
            return False
        return self.south <= place.lat <= self.north and (place.lon - self.west) % 360 <= self.east - self.west


def within(words: str) -> Within | None:
    """West, south, east and north as they stand in an address (GeoJSON's order); ``None`` for what is no box."""
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        return None
    sound = -720 <= west <= east <= 720 and -90 <= south <= north <= 90
    return Within(west, south, min(east, west + 360), north) if sound else None


def happened(shelf: Shelf, wanted: Conditions, status: Status | None = None) -> tuple[Incident, ...]:
    """The incidents of which a claim meets the conditions, the latest first.

    The days of the conditions are those of the incident: it counts if it may have been on one of them.
    """
    told = _told(shelf, replace(wanted, start="", end=""))
    standing = _standing(shelf, status) if status else None
    return tuple(
        i
        for i in shelf.incidents()
        if (told is None or i.id in told)
        and (standing is None or i.id in standing)
        and (not wanted.start or (i.end or i.start or "")[:10] >= wanted.start)
        and (not wanted.end or i.start is not None and i.start[:10] <= wanted.end)
    )


def _told(shelf: Shelf, wanted: Conditions) -> frozenset[str] | None:
    """The ids of incidents with a claim that meets the conditions; ``None`` where there are none to meet."""
    if not wanted.given():
        return None

    def made() -> frozenset[str]:
        hidden = shelf.reviewed.hidden
        found = (c.incident for r, c in matching(shelf, wanted) if f"{r.report.id}#{c.id}" not in hidden)
        return frozenset(id for id in found if id)

    return shelf.once(("told", wanted), made)


def _standing(shelf: Shelf, status: Status) -> frozenset[str]:
    if status == "contested":
        refs = {ref for f in shelf.findings() if f.severity == "error" for ref in f.claims}
    elif status in ("decided", "undecided"):
        refs = set(shelf.states())
    else:
        refs = {p.ref for p in shelf.gated().passed}
    without = status in ("undecided", "held")
    return frozenset(i.id for i in shelf.incidents() if refs.isdisjoint(i.claims) is without)


def marks(shelf: Shelf, wanted: Conditions, status: Status | None = None) -> tuple[Mark, ...]:
    """The places of the incidents that meet the conditions, those of most incidents first."""
    if status in ("passed", "held"):  # time alone changes what the gate lets out
        return _marks(happened(shelf, wanted, status))
    return shelf.once(("marks", wanted, status), lambda: _marks(happened(shelf, wanted, status)))


def _marks(incidents: Iterable[Incident]) -> tuple[Mark, ...]:
    rooms: dict[tuple[str | None, str | None, int | None], list[Incident]] = {}
    for incident in incidents:
        place = incident.place
        if place is not None and place.name:
            rooms.setdefault((place.name, place.country, place.geonameid), []).append(incident)
    found = [Mark(rows[0].place, tuple(rows)) for rows in rooms.values() if rows[0].place]
    return tuple(sorted(found, key=lambda m: (-len(m.incidents), m.name)))


def features(found: Sequence[Mark], box: Within, zoom: float) -> list[dict[str, Any]]:
    """GeoJSON of a screen: a place with its extent in km or its region; far out one ring for the places of a cell."""
    shown = [m for m in found if m.drawn and box.holds(m.place)]
    single = [m for m in shown if m.region is not None or zoom >= _APART]
    cells: dict[tuple[int, int], list[Mark]] = {}
    for mark in shown:
        if mark.region is None and zoom < _APART:
            cells.setdefault(_cell(mark.place, math.floor(zoom)), []).append(mark)
    rings = [rows for rows in cells.values() if len(rows) > 1]
    single += [rows[0] for rows in cells.values() if len(rows) == 1]
    return [*map(_area, single), *map(_ring, rings)]


def _cell(place: Place, zoom: int) -> tuple[int, int]:
    """The cell of a place in Web Mercator."""
    assert place.lat is not None and place.lon is not None
    size = 512 * 2**zoom / _CELL
    lat = math.radians(min(max(place.lat, -85.0), 85.0))
    y = 0.5 - math.log(math.tan(math.pi / 4 + lat / 2)) / (2 * math.pi)
    return math.floor((place.lon / 360 + 0.5) * size), math.floor(y * size)


def _area(mark: Mark) -> dict[str, Any]:
    place = mark.place
    about = {
        "kind": "area" if mark.region is None else "region",
        "name": mark.name,
        "country": place.country,
        "region": mark.region,
        "km": None if mark.region is not None else extent_km(place),
        "incidents": len(mark.incidents),
        "claims": mark.claims,
        "disputed": bool(place.disputed),
        "href": mark.href,
    }
    return _point(place.lon or 0.0, place.lat or 0.0, about)


def _ring(rows: Sequence[Mark]) -> dict[str, Any]:
    """Where the incidents of a cell lie on average, and how many they are: a number, not a place."""
    count = sum(len(m.incidents) for m in rows)
    lon = sum((m.place.lon or 0.0) * len(m.incidents) for m in rows) / count
    lat = sum((m.place.lat or 0.0) * len(m.incidents) for m in rows) / count
    about = {"kind": "ring", "places": len(rows), "incidents": count, "claims": sum(m.claims for m in rows)}
    return _point(lon, lat, about)


def _point(lon: float, lat: float, about: dict[str, Any]) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": (round(lon, 4), round(lat, 4))}
    return {"type": "Feature", "geometry": point, "properties": about}

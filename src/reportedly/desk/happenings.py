"""Incidents on the map: which ones meet the conditions, at which places, and what a screen shows of them."""

import math
from collections import Counter
from collections.abc import Sequence
from heapq import merge
from itertools import islice
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from msgspec.structs import replace

from reportedly.desk import addresses
from reportedly.desk.filters import LIMIT, Conditions, matching
from reportedly.desk.groups import meets, order
from reportedly.desk.public import latest
from reportedly.desk.queries import Shelf
from reportedly.ledger import Box, Happening, Where
from reportedly.ledger.incident_lists import ANY
from reportedly.lineage.geo import extent_km
from reportedly.model import Place
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
    """A place with the number of incidents there and of their claims; ``only``: the label of a single one."""

    place: Place
    incidents: int
    claims: int
    only: str | None

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
        if self.only is not None:
            return addresses.incident(self.only)
        return addresses.search(place=self.place.name, country=self.place.country)


class Within(NamedTuple):
    """A part of the world in degrees; ``east`` is not below ``west`` and may be beyond 180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def turned(self) -> Box:
        """The same for the ledger, whose boxes may begin west of the date line and end east of it."""
        return Box(self.south, self.west, self.north, self.east)

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


class Asked:
    """The incidents of which a claim meets conditions, and that stand as ``status`` says.

    The days of the conditions are those of the incident: it counts if it may have been on one of them. Where more than
    `LIMIT` claims meet the others, event, place and country are asked of the incident itself, the rest of the latest.
    """

    def __init__(self, shelf: Shelf, wanted: Conditions, status: Status | None = None) -> None:
        self._shelf = shelf
        plain = replace(wanted, start="", end="")
        told = _told(shelf, plain) if plain.given() else None
        whole = told is None and bool(plain.given())
        self.where = Where(
            event=wanted.event if whole else "",
            place=wanted.place if whole else "",
            country=wanted.country if whole else "",
            start=wanted.start,
            end=wanted.end,
            error=status == "contested",
        )
        standing = _standing(shelf, status)
        self._but = standing if standing is not None and status in ("undecided", "held") else frozenset()
        among = standing if status in ("decided", "passed") else None
        only = [some for some in (told, among) if some is not None]
        self._only = frozenset.intersection(*only) if only else None

    def latest(self, box: Within | None, limit: int) -> tuple[list[Happening], int]:
        """Those in a box (all without one), the latest first, and how many there are."""
        where = self.where._replace(box=box.turned if box is not None else None)
        own = [h for h in self._own() if box is None or h.place is not None and box.holds(h.place)]
        some = self._shelf.view.lists.incidents(where, but=self._without, only=self._only, limit=limit)
        count = self._shelf.view.lists.incident_count(where, but=self._without, only=self._only)
        return list(merge(sorted(own, key=order), some, key=order))[:limit], count + len(own)

    def began(self) -> Counter[str]:
        """How many began on each day."""
        if self.where == ANY and self._only is None and not self._but:
            found = Counter({day: n for (day,), n in self._shelf.numbers.days.items()})
            found.subtract(h.day for label in self._shelf.laid.incidents if (h := self._was(label)))
        else:
            found = self._shelf.view.lists.days(self.where, but=self._without, only=self._only)
        found.update(h.day for h in self._own())
        return found

    def marks(self) -> tuple[Mark, ...]:
        """Their places, those of most incidents first."""
        rooms = {
            _key(place): Mark(place, incidents, claims, label if incidents == 1 else None)
            for place, incidents, claims, label in self._shelf.view.lists.marks(
                self.where, but=self._without, only=self._only
            )
        }
        for happening in self._own():
            if happening.place is not None:
                had = rooms.get(_key(happening.place), Mark(happening.place, 0, 0, None))
                only = happening.label if not had.incidents else None
                rooms[_key(happening.place)] = Mark(
                    had.place, had.incidents + 1, had.claims + happening.claims, only
                )
        return tuple(sorted(rooms.values(), key=lambda m: (-m.incidents, m.name)))

    @property
    def _without(self) -> frozenset[str]:
        return self._but | self._shelf.laid.incidents

    def _own(self) -> list[Happening]:
        """Those that people made others."""
        asked = self.where._replace(error=False)
        return [
            h
            for h in self._shelf.laid.happenings.values()
            if meets(h, asked)
            and h.label not in self._but
            and (self._only is None or h.label in self._only)
            and (not self.where.error or _grave(self._shelf, h.label))
        ]

    def _was(self, label: str) -> Happening | None:
        return self._shelf.view.lists.incident(label)


def _key(place: Place) -> tuple[str | None, str | None, int | None]:
    return place.name, place.country, place.geonameid


def _grave(shelf: Shelf, label: str) -> bool:
    incident = shelf.record(label)
    return incident is not None and any(f.severity == "error" for f in shelf.findings.all_about(incident.claims))


def _told(shelf: Shelf, wanted: Conditions) -> frozenset[str] | None:
    """The incidents with a claim that meets conditions; ``None`` where the incidents can be asked instead."""
    found = list(islice(matching(shelf, wanted), LIMIT + 1))
    broad = replace(wanted, event="", place="", country="")
    if len(found) > LIMIT and not broad.given():
        return None
    hidden, near = shelf.laid.hidden, shelf.laid.after
    labels = shelf.view.lists.labels_of([one.ref for one in found if one.report not in near])
    touched = {one.ref for one in found if one.report in near} - hidden
    claims = ((f"{r.report.id}#{c.id}", c.incident) for r in near.values() for c in r.claims)
    return frozenset(labels | {label for ref, label in claims if label and ref in touched})


def _standing(shelf: Shelf, status: Status | None) -> frozenset[str] | None:
    """The incidents of which something is decided, or a claim has passed the gate: of the latest that have."""
    if status in ("decided", "undecided"):
        return frozenset(
            c.incident
            for r in shelf.laid.after.values()
            for c in r.claims
            if c.incident and f"{r.report.id}#{c.id}" in shelf.states
        )
    if status in ("passed", "held"):
        found = latest(shelf, Conditions())
        refs = {p.ref for p in found}
        near = {
            c.incident
            for r in shelf.laid.after.values()
            for c in r.claims
            if c.incident and f"{r.report.id}#{c.id}" in refs
        }
        machine = shelf.view.lists.labels_of([ref for ref in refs if ref.rpartition("#")[0] not in shelf.laid.after])
        return frozenset(near | machine)
    return None


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
        "incidents": mark.incidents,
        "claims": mark.claims,
        "disputed": bool(place.disputed),
        "href": mark.href,
    }
    return _point(place.lon or 0.0, place.lat or 0.0, about)


def _ring(rows: Sequence[Mark]) -> dict[str, Any]:
    """Where the incidents of a cell lie on average, and how many they are: a number, not a place."""
    count = sum(m.incidents for m in rows)
    lon = sum((m.place.lon or 0.0) * m.incidents for m in rows) / count
    lat = sum((m.place.lat or 0.0) * m.incidents for m in rows) / count
    about = {"kind": "ring", "places": len(rows), "incidents": count, "claims": sum(m.claims for m in rows)}
    return _point(lon, lat, about)


def _point(lon: float, lat: float, about: dict[str, Any]) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": (round(lon, 4), round(lat, 4))}
    return {"type": "Feature", "geometry": point, "properties": about}

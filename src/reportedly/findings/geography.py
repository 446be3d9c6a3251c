"""Places of a claim as points on the map, as far as reader or gazetteer give them."""

from msgspec import Struct

from reportedly.findings.references import PlaceEntry, Places
from reportedly.model import Place


class Point(Struct, frozen=True):
    """A place with coordinates; ``id`` its gazetteer id where known."""

    text: str
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    id: int | None = None


def point(place: Place, places: Places, language: str) -> Point | None:
    """The point of a resolved place; ``None`` for a place that is unknown or has no coordinates."""
    if place.name is None:
        return None
    entry = _entry(place, places, language)
    lat = place.lat if place.lat is not None else getattr(entry, "lat", None)
    lon = place.lon if place.lon is not None else getattr(entry, "lon", None)
    if lat is None or lon is None:
        return None
    number = place.geonameid if place.geonameid is not None else getattr(entry, "geonameid", None)
    return Point(place.text, place.name, place.kind or "area", place.country, lat, lon, number)


def named(name: str, places: Places, language: str) -> Point | None:
    """The best known place of a name, as a point."""
    for entry in places.lookup(name, language):
        if entry.lat is not None and entry.lon is not None:
            return Point(name, entry.name, entry.kind, entry.country, entry.lat, entry.lon, entry.geonameid)
    return None


def _entry(place: Place, places: Places, language: str) -> PlaceEntry | None:
    if place.geonameid is not None or place.name is None:
        return None
    fitting = [e for e in places.lookup(place.name, language) if e.country == place.country and e.lat is not None]
    fitting = [e for e in fitting if place.kind is None or e.kind == place.kind] or fitting
    if place.lat is None or place.lon is None:
        return fitting[0] if fitting else None
    lat, lon = place.lat, place.lon
    near = sorted(fitting, key=lambda e: abs(e.lat - lat) + abs(e.lon - lon))
    return near[0] if near else None


def distance_km(one: Point, two: Point) -> float:
    """Great-circle distance."""
    from math import asin, cos, radians, sin, sqrt

    a, b, c, d = map(radians, (one.lat, one.lon, two.lat, two.lon))
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, h)))

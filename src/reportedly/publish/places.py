"""Places as they may be published: never finer than the claim says, never finer than a kilometre."""

from math import cos, floor, radians

from msgspec import Struct

from reportedly.lineage.geo import EXTENT_KM
from reportedly.model import Place

_KM_A_DEGREE = 111.32
_POINTS = ("settlement", "facility")
"""What a point stands for. The middle of a region, a district or a country is no place where anything happened."""


class Coarse(Struct, frozen=True, kw_only=True):
    """A place for others: ``lat``/``lon`` the middle of a square of ``km`` kilometres, or ``None``.

    ``admin1`` and ``admin2`` are the region and the district that hold it.
    """

    name: str
    country: str | None = None
    kind: str | None = None
    role: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    km: float | None = None


def coarse(place: Place, km: float) -> Coarse | None:
    """The place for others; ``None`` for a name that no gazetteer knows (it may be a street or a person's house)."""
    if place.name is None:
        return None
    lat = lon = size = None
    if place.lat is not None and place.lon is not None and place.kind in _POINTS:
        lat, lon, size = *square(place.lat, place.lon, km), km
    return Coarse(
        name=place.name,
        country=place.country,
        kind=place.kind,
        role=place.role,
        admin1=place.admin1,
        admin2=place.admin2,
        lat=lat,
        lon=lon,
        km=size,
    )


def square(lat: float, lon: float, km: float) -> tuple[float, float]:
    """The middle of the square of a fixed grid in which a point lies: all points of a square give the same."""
    high = km / _KM_A_DEGREE
    middle = (floor(lat / high) + 0.5) * high
    wide = high / max(cos(radians(middle)), 0.01)
    return round(middle, 5), round((floor(lon / wide) + 0.5) * wide, 5)


def radius(place: Coarse) -> float | None:
    """How far from its point a place may reach, in kilometres: its own extent, and half the diagonal of its square."""
    return None if place.km is None else round(max(EXTENT_KM.get(place.kind or "", 0.0), place.km / 2**0.5), 2)

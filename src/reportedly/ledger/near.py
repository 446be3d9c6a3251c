"""Claims within a distance of a point: by PostGIS on a server, by a box and great-circle distances on SQLite.

Both reckon on a sphere, so both find the same.
"""

import math
from collections.abc import Iterator

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, and_, func, literal_column, or_

from reportedly.gazetteer.geometry import EARTH_KM
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.tables import claims

_LARGEST_KM = math.pi * EARTH_KM
_GEOGRAPHY = "ST_SetSRID(ST_MakePoint({}, {}), 4326)::geography"
_THERE: ColumnElement[bool] = literal_column(_GEOGRAPHY.format("claims.lon", "claims.lat"))
_POSTGIS_KM = 6371.0087714150598
"""The sphere of PostGIS; distances are stretched to it, so that it finds what the other store finds."""


class Near(Struct, frozen=True):
    """Within ``km`` kilometres of a point in WGS 84 degrees."""

    lat: float
    lon: float
    km: float

    def __post_init__(self) -> None:
        if not (abs(self.lat) <= 90 and abs(self.lon) <= 180 and 0 <= self.km <= _LARGEST_KM):
            raise LedgerError(f"{self.lat},{self.lon},{self.km}: not a latitude, a longitude and kilometres")


def within(connection: Connection, near: Near) -> ColumnElement[bool]:
    """The condition that the place of a claim is within a distance."""
    if connection.dialect.name == "sqlite":
        exactly = func.reportedly_km(claims.c.lat, claims.c.lon, near.lat, near.lon) <= near.km
        return and_(or_(*_boxes(near)), exactly)
    here: ColumnElement[bool] = literal_column(_GEOGRAPHY.format(repr(near.lon), repr(near.lat)))
    return func.ST_DWithin(_THERE, here, 1000 * near.km * _POSTGIS_KM / EARTH_KM, False)


def _boxes(near: Near) -> Iterator[ColumnElement[bool]]:
    """One box of degrees that holds the circle; two where it lies across the date line."""
    reach = math.degrees(near.km / EARTH_KM) + 1e-9
    low, high = near.lat - reach, near.lat + reach
    band = claims.c.lat.between(low, high)
    if low <= -90 or high >= 90:
        yield band
        return
    wide = math.degrees(math.asin(min(1.0, math.sin(math.radians(reach)) / math.cos(math.radians(near.lat))))) + 1e-9
    for turn in (-360, 0, 360):
        west, east = near.lon - wide + turn, near.lon + wide + turn
        if west <= 180 and east >= -180:
            yield and_(band, claims.c.lon.between(west, east))

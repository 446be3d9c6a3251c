"""Looking places up: by name, by id, by what contains or touches what."""

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportedly.gazetteer import geometry, store
from reportedly.gazetteer.keys import agrees, fold, skeleton, stem_key
from reportedly.model.terms import PlaceKind

_COLUMNS = "p.id,p.name,p.kind,p.feature,p.country,p.lat,p.lon,p.population,p.admin1,p.admin2,p.flags"
_KEEP = 20_000


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """One place.

    ``geonameid`` is negative where GeoNames has no such place (registers, own tables); ``feature`` is a GeoNames code
    or PPLX (village of the register, city district), ADM3 (hromada), AREA, AIRP, AIRB, FAC; ``country`` is ISO 3166-1
    alpha-2, None for seas; ``approximate`` = the coordinates are those of the unit around it.
    """

    geonameid: int
    name: str
    kind: PlaceKind
    feature: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int
    admin1: str | None
    admin2: str | None
    admin1_id: int | None
    admin2_id: int | None
    disputed: bool
    approximate: bool


class Gazetteer:
    """The world's places. Look-ups are cached; one instance serves all threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = store.connect(path)
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._entries: dict[int, Entry] = {}
        self._names: dict[int, str] = {}
        self._prefixes: dict[tuple[str, tuple[str, ...]], list[tuple[str, int]]] = {}
        self._countries: dict[str | None, Entry] = {}

    def lookup(self, name: str, language: str) -> tuple[Entry, ...]:
        """All places that bear a name, in the nominative or in a case form of it; best known first.

        ``language`` is the text's; names are found in whatever language they are written in, as reports mix them.
        """
        hit = self._found.get(name)
        if hit is None:
            if len(self._found) > _KEEP:
                self._found.clear()
            hit = self._found[name] = self._search(fold(name))
        return hit

    def _search(self, folded: str) -> tuple[Entry, ...]:
        if len(folded) < 2 or len(folded) > 120 or folded[0] in "~%" or not folded.isprintable():
            return ()
        key = stem_key(folded)
        rows = self._base.execute(
            f"SELECT n.form,{_COLUMNS} FROM name n JOIN place p ON p.id=n.place WHERE n.key=?", (key,)
        ).fetchall()
        if not rows:
            return ()
        exact = {row[1] for row in rows if (row[0] or key) == folded}
        fit = {row[1]: row for row in rows if row[1] in exact or agrees(row[0] or key, folded)}
        ranked = sorted(fit.values(), key=lambda row: (row[1] not in exact, -_weight(row)))
        return tuple(self._entry(row[1:]) for row in ranked)

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        known = self._entries.get(row[0])
        if known is not None:
            return known
        if len(self._entries) > _KEEP:
            self._entries.clear()
        (number, name, kind, feature, country, lat, lon, population, admin1, admin2, flags) = row
        made = Entry(
            geonameid=number,
            name=name,
            kind=kind,
            feature=feature,
            country=country,
            lat=lat,
            lon=lon,
            population=population,
            admin1=self._name(admin1),
            admin2=self._name(admin2),
            admin1_id=admin1,
            admin2_id=admin2,
            disputed=bool(flags & 1),
            approximate=bool(flags & 2),
        )
        self._entries[made.geonameid] = made
        return made

    def _name(self, number: int | None) -> str | None:
        if number is None:
            return None
        if number not in self._names:
            row = self._base.execute("SELECT name FROM place WHERE id=?", (number,)).fetchone()
            self._names[number] = row[0] if row else ""
        return self._names[number] or None

    def entry(self, geonameid: int) -> Entry | None:
        """The place of an id, or None."""
        row = self._base.execute(f"SELECT {_COLUMNS} FROM place p WHERE p.id=?", (geonameid,)).fetchone()
        return self._entry(row) if row else None

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """Settlements of Ukraine whose Ukrainian name sounds like a Russian one, best known first."""
        rows = self._base.execute(
            f"SELECT {_COLUMNS} FROM name n JOIN place p ON p.id=n.place WHERE n.key=?", (f"%{skeleton(fold(name))}",)
        ).fetchall()
        return tuple(sorted((self._entry(row) for row in rows), key=lambda e: -e.population))

    def of_adjective(self, stem: str) -> Entry | None:
        """The town of Russia, Ukraine or Belarus of an adjective's stem: «саратовск» is Saratov."""
        row = self._base.execute(
            f"SELECT {_COLUMNS} FROM name n JOIN place p ON p.id=n.place WHERE n.key=?", (f"~{fold(stem)}",)
        ).fetchone()
        return self._entry(row) if row else None

    def alike(self, prefix: str, countries: tuple[str, ...]) -> list[tuple[str, int]]:
        """Keys and ids of settlements of some countries whose name begins with ``prefix`` (folded)."""
        known = self._prefixes.get((prefix, countries))
        if known is not None:
            return known
        marks = ",".join("?" * len(countries))
        if len(self._prefixes) > 64:
            self._prefixes.clear()
        rows = self._prefixes[prefix, countries] = self._base.execute(
            f"SELECT n.key,n.place FROM name n JOIN place p ON p.id=n.place WHERE n.key>=? AND n.key<? "
            f"AND p.country IN ({marks}) AND p.kind='settlement' AND p.population>1000",
            (prefix, prefix + "\U0010ffff", *countries),
        ).fetchall()
        return rows

    def country(self, country: str) -> Entry | None:
        """The country itself, by its ISO code."""
        if not self._countries:
            rows = self._base.execute(f"SELECT {_COLUMNS} FROM place p WHERE p.kind='country'").fetchall()
            self._countries = {entry.country: entry for entry in map(self._entry, rows)}
        return self._countries.get(country)

    def chain(self, geonameid: int) -> tuple[Entry, ...]:
        """What contains a place, nearest first: district, region, country."""
        own = self.entry(geonameid)
        if own is None:
            return ()
        above = [self.entry(number) for number in (own.admin2_id, own.admin1_id) if number and number != geonameid]
        land = self.country(own.country) if own.country and own.kind != "country" else None
        return tuple(entry for entry in (*above, land) if entry is not None)

    def within(self, geonameid: int, container: int) -> bool:
        """Whether a place lies in another by the registers, or is it."""
        return geonameid == container or any(e.geonameid == container for e in self.chain(geonameid))

    def contains(self, region_id: int, lat: float, lon: float) -> bool | None:
        """Whether a point lies in the polygon of a first-level region or a country; None where there is no polygon.

        Outlines are simplified to about 1 km (Ukraine and its neighbours) or 4 km.
        """
        rings = self._rings(region_id)
        if not rings:
            return None
        total = 0
        for south, west, north, east, ring in rings:
            if south <= lat <= north and west <= lon <= east:
                total += geometry.crossings(geometry.unpack(ring), lat, lon)
        return total % 2 == 1

    def _rings(self, region_id: int) -> list[tuple[float, float, float, float, bytes]]:
        rows = self._base.execute("SELECT south,west,north,east,ring FROM shape WHERE place=?", (region_id,)).fetchall()
        if rows:
            return rows
        return self._base.execute(
            "SELECT south,west,north,east,ring FROM shape WHERE country="
            "(SELECT country FROM place WHERE id=? AND kind='country')",
            (region_id,),
        ).fetchall()

    def region_at(self, lat: float, lon: float) -> Entry | None:
        """The first-level region whose polygon holds a point."""
        rows = self._base.execute(
            "SELECT place,ring FROM shape WHERE south<=? AND north>=? AND west<=? AND east>=?", (lat, lat, lon, lon)
        ).fetchall()
        odd: dict[int, int] = {}
        for place, ring in rows:
            odd[place] = odd.get(place, 0) + geometry.crossings(geometry.unpack(ring), lat, lon)
        return next((self.entry(place) for place, count in odd.items() if count % 2), None)

    def outlines(self, south: float, west: float, north: float, east: float) -> list[tuple[int, str, Sequence[float]]]:
        """Outlines of the first-level regions that reach into a box: region, country, longitude and latitude in turn.

        Of a country without regions the outline is the country's own, and the region 0.
        """
        rows = self._base.execute(
            "SELECT place,country,ring FROM shape WHERE south<=? AND north>=? AND west<=? AND east>=?",
            (north, south, east, west),
        ).fetchall()
        return [(place or 0, country, geometry.unpack(ring)) for place, country, ring in rows]

    def borders(self) -> list[Sequence[float]]:
        """Land borders of countries: each a row of segments, two points each, longitude and latitude in turn."""
        return [geometry.unpack(row[0]) for row in self._base.execute("SELECT line FROM border").fetchall()]

    def units(self) -> list[Entry]:
        """Countries, and the first-level regions that have an outline, those of most people first."""
        rows = self._base.execute(
            f"SELECT {_COLUMNS} FROM place p WHERE p.kind='country' OR p.id IN (SELECT place FROM shape) "
            "ORDER BY p.population DESC, p.id"
        ).fetchall()
        return [self._entry(row) for row in rows]

    def neighbours(self, geonameid: int) -> tuple[Entry, ...]:
        """First-level regions that share a land border with one (of any country); for a country, its neighbours."""
        rows = self._base.execute("SELECT other FROM neighbour WHERE place=?", (geonameid,)).fetchall()
        found = [self.entry(row[0]) for row in rows]
        own = self.entry(geonameid)
        if own is not None and own.kind == "country":
            pairs = self._base.execute(
                "SELECT one,two FROM border WHERE one=? OR two=?", (own.country, own.country)
            ).fetchall()
            found = [self.country(two if one == own.country else one) for one, two in pairs]
        return tuple(sorted((e for e in found if e is not None), key=lambda e: e.name))

    def distance_km(self, one: int, two: int) -> float | None:
        """Between the points of two places; None where one has no coordinates."""
        a, b = self.entry(one), self.entry(two)
        if a is None or b is None or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return None
        return geometry.distance_km(a.lat, a.lon, b.lat, b.lon)

    def border_distance_km(self, lat: float, lon: float, country_a: str, country_b: str) -> float | None:
        """From a point to the land border of two countries; None where they share none."""
        one, two = sorted((country_a, country_b))
        row = self._base.execute("SELECT line FROM border WHERE one=? AND two=?", (one, two)).fetchone()
        return geometry.line_km(geometry.unpack(row[0]), lat, lon) if row else None

    def about(self) -> dict[str, str]:
        """When and from what the database was built."""
        return dict(self._base.execute("SELECT key,value FROM about").fetchall())


_CLASS = {"PCLI": 4.0, "ADM1": -1.5, "AREA": 3.0, "FAC": 2.0, "PPL": 0.0, "ADM2": -2.0, "ADM3": -1.0, "PPLX": -1.2}


def _weight(row: tuple[Any, ...]) -> float:
    """Prior of a place among those of one name: how many people would mean it. Row starts with the name's form."""
    population = row[8] if isinstance(row[8], int) else 0
    floor = 100_000 if row[4] == "ADM1" else 10
    return math.log10(max(population, floor)) + _CLASS.get(str(row[4]), 0.0)


@lru_cache(maxsize=4)
def _opened(path: Path) -> Gazetteer:
    return Gazetteer(path)


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer of a database file; without one the updated or the shipped one. One instance per file."""
    return _opened(path if path is not None else store.in_use())

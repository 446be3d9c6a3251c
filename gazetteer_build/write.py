"""Writes the collection to SQLite, compresses it, counts it."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
import time
from pathlib import Path

import borders
import zstandard
from draft import Collection

from reportedly.gazetteer.keys import fold, stems

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, feature TEXT, country TEXT, lat REAL, lon REAL,
                    population INTEGER, admin1 INTEGER, admin2 INTEGER, flags INTEGER);
CREATE TABLE name (key TEXT, form TEXT, place INTEGER, PRIMARY KEY (key, form, place)) WITHOUT ROWID;
CREATE TABLE shape (place INTEGER, country TEXT, south REAL, west REAL, north REAL, east REAL, ring BLOB);
CREATE INDEX shape_place ON shape (place);
CREATE INDEX shape_country ON shape (country);
CREATE TABLE neighbour (place INTEGER, other INTEGER, PRIMARY KEY (place, other)) WITHOUT ROWID;
CREATE TABLE border (one TEXT, two TEXT, line BLOB, PRIMARY KEY (one, two)) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
NEAR = {"RU", "UA", "BY", "MD", "PL", "GE", "SY", "IL", "PS", "LB"}


def database(found: Collection, units: list[borders.Shape], out: Path, started: float) -> None:
    """Replaces ``out`` (zstandard, level 19) by a database of the collection."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        base = sqlite3.connect(path, isolation_level=None)
        base.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; BEGIN;" + SCHEMA)
        _places(base, found)
        _geometry(base, units)
        rows = [("built", time.strftime("%Y-%m-%d")), ("seconds", str(round(time.time() - started))), ("format", "1")]
        base.executemany("INSERT INTO about VALUES (?, ?)", rows)
        base.executescript("VACUUM; ANALYZE;")
        base.close()
        raw = path.read_bytes()
    packed = zstandard.ZstdCompressor(level=19, threads=2).compress(raw)
    out.write_bytes(packed)
    out.with_name("gazetteer.sha256").write_text(hashlib.sha256(raw).hexdigest() + "\n", "ascii")
    print(f"database {len(raw) / 1e6:.1f} MB, compressed {len(packed) / 1e6:.1f} MB, {time.time() - started:.0f} s")


def _places(base: sqlite3.Connection, found: Collection) -> None:
    base.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            (
                p.id,
                p.name,
                p.kind,
                p.feature,
                p.country,
                p.lat,
                p.lon,
                p.population,
                p.admin1,
                p.admin2,
                p.disputed + 2 * p.approximate,
            )
            for p in sorted(found.places.values(), key=lambda p: p.id)
        ),
    )
    base.executemany(
        "INSERT OR IGNORE INTO name VALUES (?,?,?)",
        sorted(
            {
                (key, form if form != key else "", place)
                for place, names in found.names.items()
                for name, (language, _) in names.items()
                for form in (fold(name),)
                if len(form) > 1
                for key in ((form,) if form[0] in "~%" else stems(form, language))
            }
        ),
    )


def _geometry(base: sqlite3.Connection, units: list[borders.Shape]) -> None:
    pairs, lines = borders.edges(units)
    for unit in units:
        tolerance = 0.01 if unit.country in NEAR else 0.04
        for ring in unit.rings:
            ring = borders.simplify(ring, tolerance)
            lons, lats = [p[0] for p in ring], [p[1] for p in ring]
            if unit.id and (len(ring) > 4 or max(lats) - min(lats) > 0.05):
                base.execute(
                    "INSERT INTO shape VALUES (?,?,?,?,?,?,?)",
                    (unit.id, unit.country, min(lats), min(lons), max(lats), max(lons), borders.packed(ring)),
                )
    for (i, j), shared in pairs.items():
        if shared >= 1 and units[i].id and units[j].id and units[i].id != units[j].id:
            base.executemany(
                "INSERT OR IGNORE INTO neighbour VALUES (?,?)", [(units[i].id, units[j].id), (units[j].id, units[i].id)]
            )
    base.executemany(
        "INSERT INTO border VALUES (?,?,?)", [(a, b, borders.packed(line)) for (a, b), line in lines.items()]
    )


def counts(out: Path) -> list[str]:
    """Lines that say how many places, names, shapes there are, by kind and for the countries that matter most."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "g.sqlite"
        path.write_bytes(zstandard.ZstdDecompressor().decompress(out.read_bytes(), max_output_size=1 << 30))
        base = sqlite3.connect(path)
        lines = [
            f"{table}: {base.execute(f'SELECT count(*) FROM {table}').fetchone()[0]}"
            for table in ("place", "name", "shape", "neighbour", "border")
        ]
        lines += [f"  {row}" for row in base.execute("SELECT kind, count(*) FROM place GROUP BY kind ORDER BY 2 DESC")]
        lines += [
            f"  {row}"
            for row in base.execute(
                "SELECT country, kind, count(*) FROM place WHERE country IN ('RU','UA','BY') "
                "GROUP BY 1, 2 ORDER BY 1, 3 DESC"
            )
        ]
        base.close()
    return lines

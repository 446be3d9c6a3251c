"""Where a publisher sits, as far as its name tells: the prior for places that it names without saying more."""

import csv
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, str], ...]:
    path = resources.files("reportedly.packs") / "publishers.csv"
    with path.open(encoding="utf-8") as file:
        rows = [(row["part"].casefold(), row["region"]) for row in csv.DictReader(file)]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@lru_cache(maxsize=1024)
def region_of(publisher: str | None) -> str | None:
    """English name of the region, or ISO code of the country, of a publisher; None where nothing tells.

    Read from `packs/publishers.csv`: the longest ``part`` that the publisher's name contains decides.
    """
    if not publisher:
        return None
    name = publisher.casefold()
    return next((region for part, region in _table() if part in name), None)

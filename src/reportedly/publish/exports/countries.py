"""Countries as others number them: ISO 3166 numeric, the regions of ACLED, Gleditsch and Ward's numbers (UCDP).

``countries.csv`` beside this file; a cell is empty where we are not sure.
"""

import csv
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct


class Country(Struct, frozen=True, kw_only=True):
    """One country by its two letters."""

    code: str
    numeric: int | None
    name: str
    acled_region: str | None
    gw: int | None

    @property
    def ucdp_region(self) -> str | None:
        """The region of UCDP, which follows from the number."""
        if self.gw is None:
            return None
        ends = ((200, "Americas"), (400, "Europe"), (630, "Africa"), (700, "Middle East"))
        return next((name for end, name in ends if self.gw < end), "Asia")


@lru_cache(maxsize=1)
def _all() -> dict[str, Country]:
    text = (files(__package__) / "countries.csv").read_text("utf-8")
    return {
        row["code"]: Country(
            code=row["code"],
            numeric=int(row["numeric"]) if row["numeric"] else None,
            name=row["name"],
            acled_region=row["acled_region"] or None,
            gw=int(row["gw"]) if row["gw"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    }


def country(code: str | None) -> Country | None:
    """The country of two letters; ``None`` where there is none."""
    return _all().get(code or "")

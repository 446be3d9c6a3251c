"""Exports of what the gate let through: one file a format. They take an `Outgoing` and nothing else.

A new format is a new file beside these, and a line in `FORMATS`.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportedly.publish.exports import acled, archive, atom, claimreview, claims, ftm, ged, geojson
from reportedly.publish.outgoing import Outgoing


class Format(NamedTuple):
    """One export: what makes it, its media type, the end of a file's name, one row or record of it."""

    write: Callable[[Outgoing], Iterator[bytes]]
    kind: str
    end: str
    of: str


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    "csv": Format(claims.write_csv, "text/csv; charset=utf-8", "csv", "claims"),
    "xlsx": Format(claims.write_xlsx, _XLSX, "xlsx", "claims"),
    "jsonl": Format(claims.write_jsonl, "application/jsonl", "jsonl", "claims"),
    "geojson": Format(geojson.write, "application/geo+json", "geojson", "claims and places"),
    "atom": Format(atom.write, "application/atom+xml", "atom", "claims"),
    "acled": Format(acled.write, "text/csv; charset=utf-8", "acled.csv", "incidents"),
    "ged": Format(ged.write, "text/csv; charset=utf-8", "ged.csv", "deadly incidents"),
    "ftm": Format(ftm.write, "application/jsonl", "ftm.json", "entities"),
    "ftm-statements": Format(ftm.write_statements, "application/jsonl", "statements.json", "statements"),
    "claimreview": Format(claimreview.write, "application/ld+json", "claimreview.jsonld", "verdicts"),
    "archive": Format(archive.write, "application/zip", "zip", "everything"),
}
"""The exports by name."""

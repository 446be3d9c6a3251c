"""An editor's own columns: their names, order and constants, in a TOML file.

    rows = "claims"                      # or "incidents"
    [[column]]
    name = "Datum"
    field = "start"                      # a column of the claims table, or a field of an incident
    [[column]]
    name = "Codebuch"
    value = "v3"                         # the same in every row
"""

import tomllib
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from reportedly.publish.exports import claims
from reportedly.publish.exports.cells import number, to_csv, to_xlsx
from reportedly.publish.incidents import PublishedIncident
from reportedly.publish.outgoing import Outgoing


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column: what it is called, and the field or the constant that is in it."""

    name: str
    field: str | None = None
    value: str | int | float | None = None


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Columns in their order, one row a claim or an incident."""

    column: tuple[Column, ...]
    rows: Literal["claims", "incidents"] = "claims"


_RULES = {
    "killed_low": ("killed", "ucdp.low"),
    "killed_best": ("killed", "ucdp.best"),
    "killed_high": ("killed", "ucdp.high"),
    "killed_conservative": ("killed", "acled.conservative"),
    "injured_low": ("injured", "ucdp.low"),
    "injured_best": ("injured", "ucdp.best"),
    "injured_high": ("injured", "ucdp.high"),
    "injured_conservative": ("injured", "acled.conservative"),
}
INCIDENT_FIELDS = (
    *"id title event scale start end precision place country admin1 admin2 lat lon km claims reports".split(),
    *"publishers actors targets weapons origins_low origins_high sides".split(),
    *_RULES,
)


def mapping(text: str) -> Mapping:
    """The mapping of a TOML text. Raises ``ValueError`` that says what is wrong."""
    try:
        found = msgspec.convert(tomllib.loads(text), Mapping)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"not a column mapping ({error})") from None
    known = claims.COLUMNS if found.rows == "claims" else INCIDENT_FIELDS
    for column in found.column:
        if (column.field is None) == (column.value is None):
            raise ValueError(f"column {column.name}: field or value, one of both")
        if column.field is not None and column.field not in known:
            raise ValueError(f"column {column.name}: no field {column.field}; there are {', '.join(known)}")
    if not found.column:
        raise ValueError("not a column mapping (no column)")
    return found


def write(out: Outgoing, wanted: Mapping, *, sheet: bool) -> Iterator[bytes]:
    """The table that a mapping asks for, as CSV, or as a spreadsheet for ``sheet``."""
    names = [column.name for column in wanted.column]
    rows = ([c.value if c.field is None else row[c.field] for c in wanted.column] for row in _rows(out, wanted))
    return to_xlsx(names, rows, out.now) if sheet else to_csv(names, rows)


def _rows(out: Outgoing, wanted: Mapping) -> Iterator[dict[str, Any]]:
    if wanted.rows == "claims":
        return (claims.row(claim) for claim in out.claims)
    return (incident_row(incident) for incident in out.incidents)


def incident_row(incident: PublishedIncident) -> dict[str, Any]:
    """The cells of an incident by field; lists joined."""
    place = incident.place
    values: dict[str, Any] = {
        **{name: value for name, value in msgspec.structs.asdict(incident).items() if name in INCIDENT_FIELDS},
        "place": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "km": place.km if place else None,
        **{name: number(incident.estimate(*rule)) for name, rule in _RULES.items()},
    }
    return {n: "; ".join(v) if isinstance(v, tuple) else v for n, v in values.items()}

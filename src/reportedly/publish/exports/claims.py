"""Claims as a table: one row each, that an editor can edit and give back (`publish.returned`), and as JSON lines.

``seal`` is a digest of what can be edited, as it was exported; ``decision`` and ``note`` are left for the editor.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from reportedly.publish.exports.cells import number, to_csv, to_xlsx
from reportedly.publish.gate import Figure, Published
from reportedly.publish.outgoing import Outgoing

EDITABLE = "event polarity certainty actor target target_kind start end precision killed injured".split()
COLUMNS = (
    *"ref publisher url published event polarity certainty sources actor target target_kind weapons places".split(),
    *"countries lat lon km start end precision killed injured figures incident seal decision note".split(),
)
SEVERAL = "several"
"""In ``killed`` and ``injured`` where one claim gives more than one figure: to be corrected at the desk."""


def row(claim: Published) -> dict[str, Any]:
    """The cells of a claim by column: its first place with coordinates, lists joined."""
    point = next((place for place in claim.places if place.lat is not None), None)
    values: dict[str, Any] = {
        **msgspec.structs.asdict(claim),
        "sources": " > ".join(claim.sources),
        "weapons": "; ".join(claim.weapons),
        "places": "; ".join(place.name for place in claim.places),
        "countries": "; ".join(dict.fromkeys(place.country for place in claim.places if place.country)),
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "km": point.km if point else None,
        "killed": _people(claim, "killed"),
        "injured": _people(claim, "injured"),
        "figures": "; ".join(_figure(figure) for figure in claim.figures),
        "decision": None,
        "note": None,
    }
    said = "\x1f".join(text(values[name]) for name in EDITABLE)
    values["seal"] = sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
    return {name: values[name] for name in COLUMNS}


def text(value: Any) -> str:
    """A cell as it comes back from a spreadsheet."""
    return "" if value is None else str(value)


def _people(claim: Published, of: str) -> str | int | float | None:
    found = [figure for figure in claim.figures if figure.of == of]
    if len(found) > 1:
        return SEVERAL
    return spelled(found[0]) if found else None


def spelled(figure: Figure) -> str | int | float:
    """``3``, ``3..5``, ``3..`` (at least), ``..5`` (at most)."""
    if figure.value is not None:
        return number(figure.value) or 0
    return f"{'' if figure.low is None else f'{figure.low:g}'}..{'' if figure.high is None else f'{figure.high:g}'}"


def _figure(figure: Figure) -> str:
    return " ".join(part for part in (figure.of, str(spelled(figure)), figure.item) if part)


def claims_csv(claims: Sequence[Published]) -> Iterator[bytes]:
    """One row a claim."""
    return to_csv(COLUMNS, (list(row(claim).values()) for claim in claims))


def write_csv(out: Outgoing) -> Iterator[bytes]:
    """One row a claim, as CSV."""
    return claims_csv(out.claims)


def write_xlsx(out: Outgoing) -> Iterator[bytes]:
    """One row a claim, as a spreadsheet."""
    return to_xlsx(COLUMNS, (list(row(claim).values()) for claim in out.claims), out.now)


def write_jsonl(out: Outgoing) -> Iterator[bytes]:
    """One object a claim."""
    return (msgspec.json.encode(claim) + b"\n" for claim in out.claims)

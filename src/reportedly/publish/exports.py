"""Exports of what the gate let through: CSV, JSON lines, GeoJSON. They take `Published` records and nothing else."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from reportedly.publish.gate import Published

COLUMNS = (
    "ref publisher url published event polarity certainty sources actor target target_kind weapons places countries "
    "lat lon km start end precision figures incident"
).split()
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def to_csv(claims: Sequence[Published]) -> Iterator[bytes]:
    """One row a claim, its first place with coordinates; UTF-8 with a mark, so that spreadsheets read it as such."""
    yield b"\xef\xbb\xbf" + _row(COLUMNS)
    for claim in claims:
        point = next((place for place in claim.places if place.lat is not None), None)
        values = {
            **msgspec.structs.asdict(claim),
            "sources": " > ".join(claim.sources),
            "weapons": "; ".join(claim.weapons),
            "places": "; ".join(place.name for place in claim.places),
            "countries": "; ".join(dict.fromkeys(place.country for place in claim.places if place.country)),
            "figures": "; ".join(_figure(figure) for figure in claim.figures),
            "lat": point.lat if point else None,
            "lon": point.lon if point else None,
            "km": point.km if point else None,
        }
        yield _row([neutral(values[name]) for name in COLUMNS])


def neutral(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    return value


def _figure(figure: Any) -> str:
    if figure.value is not None:
        size = f"{figure.value:g}"
    else:
        size = f"{'' if figure.low is None else f'{figure.low:g}'}..{'' if figure.high is None else f'{figure.high:g}'}"
    return " ".join(part for part in (figure.of, size, figure.item) if part)


def _row(values: Sequence[Any]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(values)
    return buffer.getvalue().encode("utf-8", "replace")


def to_jsonl(claims: Sequence[Published]) -> Iterator[bytes]:
    """One object a claim."""
    for claim in claims:
        yield msgspec.json.encode(claim) + b"\n"


def to_geojson(claims: Sequence[Published]) -> Iterator[bytes]:
    """One feature a claim and place, always a point or nothing: never a line between places."""
    yield b'{"type":"FeatureCollection","features":['
    first = True
    for claim in claims:
        fields = {name: value for name, value in msgspec.to_builtins(claim).items() if name != "places"}
        for place in claim.places or (None,):
            point = None
            if place is not None and place.lat is not None:
                point = {"type": "Point", "coordinates": [place.lon, place.lat]}
            feature = {"type": "Feature", "geometry": point, "properties": {**fields, "place": place}}
            yield (b"" if first else b",") + b"\n" + msgspec.json.encode(feature)
            first = False
    yield b"\n]}\n"


FORMATS: dict[str, Callable[[Sequence[Published]], Iterator[bytes]]] = {
    "csv": to_csv,
    "jsonl": to_jsonl,
    "geojson": to_geojson,
}
"""The exports by name. A new one is a new function here."""

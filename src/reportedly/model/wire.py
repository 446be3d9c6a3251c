"""Records to and from JSON. The wire form is the record; nothing is renamed but ``Coverage`` (from, to)."""

from typing import Any

import msgspec

from reportedly.model.records import Reading


def encode(record: Any) -> bytes:
    """One record as compact UTF-8 JSON, without a line end."""
    return msgspec.json.encode(record)


def decode_reading(line: bytes | str) -> Reading:
    """A reading from its JSON.

    Raises ``msgspec.ValidationError`` (a ``ValueError``) that says what is wrong and at which path.
    """
    return msgspec.json.decode(line, type=Reading)


def reading_object(reading: Reading) -> dict[str, Any]:
    """A reading as the claim schema has it: findings only where there are any."""
    found: dict[str, Any] = {"report": reading.report, "claims": reading.claims}
    if reading.findings:
        found["findings"] = reading.findings
    return found


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a reading and of all records in it."""
    return msgspec.json.schema(Reading)

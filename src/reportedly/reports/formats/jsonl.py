"""JSON lines: one report a line. A bad line is named by its number and the others are read."""

from collections.abc import Iterator

from reportedly.reports.formats import json
from reportedly.reports.json_input import as_utf8
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable

_LINE_FACTOR = 8
"""A line may be this many times as long as a text: escapes make six bytes of a letter, and claims may follow."""


def read(material: Material) -> Drafts:
    """The reports of some JSON lines held in memory."""
    yield from lines(iter(as_utf8(material.data).split(b"\n")), material)


def lines(source: Iterator[bytes], material: Material) -> Drafts:
    """The reports of JSON lines as they come; ``source`` may cut off lines longer than the limit."""
    limit = line_limit(material.limits.text_bytes)
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            if len(line) > limit:
                raise Unreadable(f"longer than {limit / 1e6:g} MB")
            yield draft(line.strip(), material, number, where)
        except Unreadable as error:
            yield InputProblem(name=material.name, where=where, what=str(error))


def draft(line: bytes, material: Material, number: int, where: str) -> Draft:
    """One line's report."""
    return json.draft(line, material, f"{material.stem}-{number}", where)


def line_limit(text_bytes: int) -> int:
    """The longest line that is read, in bytes."""
    return text_bytes * _LINE_FACTOR

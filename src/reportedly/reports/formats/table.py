"""CSV and spreadsheets: a row with a ``text`` is a report; a row with only a ``url`` is fetched through the door."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import msgspec

from reportedly.model import Report
from reportedly.reports import limited, zipped
from reportedly.reports.decoding import decode
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable

_ROWS = 100_000
SECONDS = 20
"""Processor time that a spreadsheet may take."""
MEMORY = 1_024 * 2**20
"""Address space that a spreadsheet may take, in bytes."""
_NAMES = {
    "url": ("url", "link", "address", "href", "ссылка", "адрес", "посилання"),
    "text": ("text", "текст"),
    "id": ("id",),
    "title": ("title", "headline", "заголовок"),
    "published": ("published", "date", "дата"),
    "publisher": ("publisher", "source", "outlet", "источник", "джерело"),
    "language": ("language", "lang"),
}


def read(material: Material) -> Drafts:
    """The rows in order. The first row names the columns; a single column of addresses needs no names."""
    rows = rows_of(material)
    first = next(rows, None)
    if first is None:
        raise Unreadable("no row in it")
    columns = columns_of(first[1])
    if "url" not in columns and "text" not in columns:
        raise Unreadable('no column named "url" or "text"')
    for number, row in rows if headed(first[1]) else chain([first], rows):
        values = {name: row[at].strip() for name, at in columns.items() if at < len(row) and row[at].strip()}
        if values:
            yield from _row(values, material, f"row {number}", f"{material.stem}-{number}")


def headed(row: Sequence[str]) -> bool:
    """Whether a first row names the columns; one that begins with an address names none."""
    return not row[0].startswith(("http://", "https://"))


def columns_of(row: Sequence[str]) -> dict[str, int]:
    """Where each column that is read stands, by the first row."""
    if not headed(row):
        return {"url": 0}
    cells = [cell.strip().lower() for cell in row]
    return {name: cells.index(known) for name, names in _NAMES.items() for known in names[::-1] if known in cells}


def _row(values: dict[str, str], material: Material, where: str, default_id: str) -> Drafts:
    known: dict[str, str] = {
        name: values[name] for name in ("title", "published", "publisher", "language") if name in values
    }
    if "text" in values:
        from hashlib import sha256

        raw = msgspec.json.encode(values)
        report = Report(
            id=values.get("id", default_id),
            url=values.get("url"),
            text=values["text"],
            captured=material.captured,
            sha256=sha256(raw).hexdigest(),
            **known,
        )
        yield Draft(report=report, raw=raw, where=where, own_id="id" in values)
    elif "url" in values:
        yield from _fetched(values, known, material, where, default_id)


def _fetched(values: dict[str, str], known: dict[str, str], material: Material, where: str, default_id: str) -> Drafts:
    from reportedly.reports import fetch
    from reportedly.reports.formats import reader, recognise

    try:
        page = msgspec.structs.replace(fetch.material(values["url"], material.limits), stem=default_id)
        for item in reader(recognise("", page.data).name)(page):
            if isinstance(item, Draft):
                report = msgspec.structs.replace(item.report, **known)
                yield Draft(report=report, raw=item.raw, where=where, own_id=item.own_id)
            else:
                yield msgspec.structs.replace(item, name=material.name, where=where)
    except (Unreadable, OSError) as error:
        yield InputProblem(name=material.name, where=where, what=f"{values['url']}: {error}")


def rows_of(material: Material) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV or a spreadsheet that have something in them, each with its number as spreadsheets show it.

    Raises ``Unreadable`` for what is none.
    """
    if material.data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _sheet(material)
    return _delimited(material)


def _delimited(material: Material) -> Iterator[tuple[int, list[str]]]:
    text, _ = decode(material.data, material.charset)
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    csv.field_size_limit(material.limits.text_bytes)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for number, row in enumerate(rows, 1):
            if number > _ROWS:
                raise Unreadable(f"more than {_ROWS:,} rows")
            if any(cell.strip() for cell in row):
                yield number, row
    except csv.Error as error:
        raise Unreadable(f"row {rows.line_num}: {error}") from None


class _Cells(msgspec.Struct, frozen=True):
    """What a sheet holds from its first cell with something in it on; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    rows: list[list[str]]


def _sheet(material: Material) -> Iterator[tuple[int, list[str]]]:
    _refuse_bomb(material)
    found = limited.run(f"{__name__}:parsed", material.data, seconds=SECONDS, memory=MEMORY, wall=2 * SECONDS)
    cells = msgspec.json.decode(found, type=_Cells | None)
    if cells is None:
        raise Unreadable("damaged or no spreadsheet")
    if len(cells.rows) > _ROWS:
        raise Unreadable(f"more than {_ROWS:,} rows")
    for number, row in enumerate(cells.rows, cells.row + 1):
        if any(row):
            yield number, [""] * cells.column + row


def parsed(data: bytes) -> bytes:
    """The first sheet as JSON, for a process of its own: two cells far apart make the parser ask for all memory."""
    import python_calamine

    try:
        sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    except (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError, IndexError):
        return b"null"
    row, column = sheet.start or (0, 0)
    rows = sheet.to_python(nrows=_ROWS + 1)
    return msgspec.json.encode(_Cells(row, column, [[_cell(value) for value in cells] for cells in rows]))


def _refuse_bomb(material: Material) -> None:
    """A spreadsheet that unpacks to far more than it holds."""
    if not material.data.startswith(b"PK"):
        return
    size = sum(entry.file_size for entry in zipped.opened(material.data, "spreadsheet").infolist())
    if zipped.unpacks_to_too_much(size, len(material.data), material.limits.file_bytes):
        raise Unreadable(f"unpacks to {size / 1e6:.0f} MB: not opened")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)

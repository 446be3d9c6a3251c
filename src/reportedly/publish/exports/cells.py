"""Tables that a spreadsheet opens, as CSV or XLSX: no cell is a formula, an address or a number that was text."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST = 32_767
"""Characters that a cell of a spreadsheet holds."""
_ROWS = 1_048_576


def neutral(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    return value


def bare(cell: str) -> str:
    """The text of a cell that `neutral` made harmless."""
    return cell[1:] if cell.startswith("'") and neutral(cell[1:]) == cell else cell


def number(value: float | None) -> int | float | None:
    """A figure without decimals that say nothing."""
    return int(value) if value is not None and float(value).is_integer() else value


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, mark: bool = True) -> Iterator[bytes]:
    """RFC 4180 in UTF-8; ``mark``: with a byte order mark, by which spreadsheets know it as such."""
    yield (b"\xef\xbb\xbf" if mark else b"") + _line([neutral(name) for name in columns])
    for row in rows:
        yield _line([neutral(value) for value in row])


def _line(values: Sequence[Any]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(values)
    return buffer.getvalue().encode("utf-8", "replace")


def to_xlsx(columns: Sequence[str], rows: Iterable[Sequence[Any]], made: datetime) -> Iterator[bytes]:
    """One sheet with its first row fixed. ``made`` stands in the file, so that the same data give the same bytes.

    Raises ``ValueError`` for more rows than a sheet holds.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": made.replace(tzinfo=None)})
        sheet = book.add_worksheet("reportedly")
        sheet.freeze_panes(1, 1)
        bold = book.add_format({"bold": True})
        for at, name in enumerate(columns):
            sheet.write_string(0, at, str(neutral(name)), bold)
        for number_, row in enumerate(rows, 1):
            if number_ >= _ROWS:
                raise ValueError(f"more than {_ROWS - 1:,} rows: a sheet holds no more; take csv")
            for at, value in enumerate(row):
                _put(sheet, number_, at, neutral(value))
        sheet.autofilter(0, 0, 0, max(len(columns) - 1, 0))
    yield buffer.getvalue()


def _put(sheet: Any, row: int, at: int, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        sheet.write_number(row, at, value)
    else:
        sheet.write_string(row, at, str(value).encode("utf-8", "replace").decode()[:_LONGEST])

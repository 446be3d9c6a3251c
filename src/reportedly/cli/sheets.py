"""Coding in a spreadsheet: the codebook as a file, the sheet that a coder gets, and the filled one that comes back."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reportedly.cli.failure import InputError
from reportedly.ledger import View
from reportedly.model import Claim, Reading
from reportedly.review.alpha import Value
from reportedly.review.coding import TERMS, Codebook, Field

COLUMNS = ("ref", "codebook", "publisher", "published", "before", "words", "after")
"""What stands before the questions: the claim, and its sentence with the words that it stands on apart."""


def codebook(file: str | None) -> Codebook:
    """The codebook in a TOML file; without one the closed lists. Raises ``InputError`` for what is none."""
    if file is None:
        return TERMS
    try:
        found = msgspec.toml.decode(Path(file).read_text("utf-8"), type=Codebook)
    except OSError as error:
        raise InputError(f"{file}: {(error.strerror or str(error)).lower()}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: no codebook: {error}") from None
    taken = sorted(set(COLUMNS) & set(found.fields))
    if taken or not found.fields or not found.version.strip():
        what = f"{taken[0]} is a column of every sheet" if taken else "a version and a field at least"
        raise InputError(f"{file}: no codebook: {what}")
    return found


def as_toml(book: Codebook) -> str:
    """A codebook as the file that `codebook` reads."""
    parts = [f"version = {json.dumps(book.version)}\n"]
    for name, field in book.fields.items():
        values = f"values = {json.dumps(field.values, ensure_ascii=False)}\n" if field.values else ""
        parts.append(f'\n[fields.{json.dumps(name)}]\nlevel = "{field.level}"\n{values}')
    return "".join(parts)


def blank(found: dict[str, tuple[Reading, Claim]], book: Codebook, refs: list[str]) -> Iterator[tuple[str, ...]]:
    """Rows to be filled: sentences and who published them, nothing that a machine or another coder said of them."""
    from reportedly.desk.shown import sentence

    for ref in refs:
        if ref in found:
            reading, claim = found[ref]
            said, report = sentence(reading, claim), reading.report
            known = (report.publisher or "", report.published or "", said["before"], said["words"], said["after"])
            yield (ref, book.version, *known, *("" for _ in book.fields))


def filled(path: str, book: Codebook) -> Iterator[tuple[str, dict[str, Value] | None]]:
    """Each row of a sheet that came back: its claim, and the codes in it; ``None`` where all were left blank.

    Raises ``InputError`` for what is no sheet of this codebook.
    """
    from reportedly.publish.exports.cells import bare
    from reportedly.reports.formats.table import rows_of
    from reportedly.reports.material import Material, Unreadable

    try:
        data = Path(path).read_bytes()
        rows = list(rows_of(Material(name=path, stem="sheet", data=data, captured="")))
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except Unreadable as error:
        raise InputError(f"{path}: {error}") from None
    names = [bare(name.strip()) for name in rows[0][1]] if rows else []
    missing = [name for name in ("ref", "codebook", *book.fields) if name not in names]
    if missing:
        raise InputError(f"{path}: no column named {missing[0]}: not a sheet of codebook {book.version}")
    for _, cells in rows[1:]:
        row = dict(zip(names, (bare(cell.strip()) for cell in cells), strict=False))
        if row["codebook"] != book.version:
            raise InputError(f"{path}: {row['ref']}: of codebook {row['codebook'] or 'none'}, not {book.version}")
        said = {name: row.get(name, "") for name in book.fields}
        answered = {name: value(book.fields[name], cell) for name, cell in said.items() if cell}
        yield row["ref"], answered or None


def value(field: Field, cell: str) -> Value:
    """A cell as an answer: one of the list, or a number where there is none; else as it is, to be refused."""
    if field.values:
        return cell
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        return cell
    return int(number) if number.is_integer() else number


def claims(view: View) -> dict[str, tuple[Reading, Claim]]:
    """All claims as people left them, by name (``report#claim``)."""
    from reportedly.review import reviewed

    return {f"{r.report.id}#{c.id}": (r, c) for r in reviewed(view).readings for c in r.claims}



"""Reference series: high marks that ship with a pack, and series that a user imports.

Columns: ``date_start,date_end,publisher,of,item,place,value`` and, where known, ``origin`` (the document that a
row goes back to), and ``window``: ``night``, ``day`` (a calendar day) or ``24h``. Without it two adjacent dates are a
night, one date a day, and a longer row none of them.
Dates are ISO, inclusive; ``of`` as in the claim schema; ``place`` empty = the whole country; figures are the
publisher's own claims.
"""

import csv
import os
import shutil
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

WINDOWS = ("night", "day", "24h")
COLUMNS = ("date_start", "date_end", "publisher", "of", "item", "place", "value")
_FOLDER = "records"


class Row(Struct, frozen=True):
    """One figure of a series."""

    start: str
    end: str
    publisher: str
    of: str
    item: str
    place: str
    value: float
    origin: str = ""
    window: str = ""

    @property
    def unit(self) -> str:
        """``night``, ``day``, ``24h``, or ``span`` for a longer stretch."""
        days = (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days
        return self.window or {0: "day", 1: "night"}.get(days, "span")


class Series(Struct, frozen=True):
    """Rows of one file, by date. ``marks``: the rows are only those that stood above all before, not every night."""

    name: str
    rows: tuple[Row, ...]
    marks: bool = False


def import_series(path: Path) -> Series:
    """A series from a CSV file.

    Raises ``ValueError`` with the line that is wrong, ``OSError`` if the file cannot be read.
    """
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return Series(path.stem, _rows(csv.DictReader(lines), path.name))


def import_file(path: Path, home: Path) -> int:
    """Check a series and keep a copy under ``home/records``; returns its number of rows. Same name = replaced."""
    series = import_series(path)
    folder = home / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{path.stem}.csv"
    if target.resolve() != path.resolve():
        shutil.copyfile(path, target)
    return len(series.rows)


def data_home() -> Path:
    """Where imported series are kept: ``$REPORTEDLY_HOME``, else ``reportedly`` in the XDG data folder."""
    own, data = os.environ.get("REPORTEDLY_HOME"), os.environ.get("XDG_DATA_HOME")
    return Path(own) if own else (Path(data) if data else Path.home() / ".local/share") / "reportedly"


def load(home: Path | None = None) -> tuple[Series, ...]:
    """The high marks that ship with the packs, and every series imported under ``home`` (default: `data_home`)."""
    imported = sorted(((home or data_home()) / _FOLDER).glob("*.csv"))
    return (_shipped(), *(import_series(p) for p in imported))


@lru_cache(maxsize=1)
def _shipped() -> Series:
    source = files(__package__) / "ukraine" / "records.csv"
    lines = source.read_text(encoding="utf-8").splitlines()
    return Series("ukraine", _rows(csv.DictReader(lines), "ukraine/records.csv"), marks=True)


def _rows(reader: "csv.DictReader[str]", name: str) -> tuple[Row, ...]:
    missing = [c for c in COLUMNS if c not in (reader.fieldnames or ())]
    if missing:
        raise ValueError(f"{name}: missing columns: {', '.join(missing)}")
    rows = [_row(cells, f"{name}, line {n}") for n, cells in enumerate(reader, 2)]
    return tuple(sorted(rows, key=lambda r: (r.start, r.end)))


def _row(cells: dict[str, str], where: str) -> Row:
    try:
        start = date.fromisoformat((cells["date_start"] or "")[:10]).isoformat()
        end = date.fromisoformat((cells["date_end"] or start)[:10]).isoformat()
        value = float((cells["value"] or "").replace("\u00a0", "").replace(" ", ""))
    except (ValueError, TypeError) as error:
        raise ValueError(f"{where}: {error}") from None
    if end < start:
        raise ValueError(f"{where}: ends before it starts")
    window = (cells.get("window") or "").strip()
    if window and window not in WINDOWS:
        raise ValueError(f"{where}: window is none of {', '.join(WINDOWS)}: {window[:40]}")
    texts = [(cells.get(c) or "").strip() for c in ("publisher", "of", "item", "place")]
    return Row(start, end, texts[0], texts[1], texts[2], texts[3], value, (cells.get("origin") or "").strip(), window)

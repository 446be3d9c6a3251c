"""Search by words: what is indexed and asked for are stems of our own, so both stores find the same.

A claim is found by the words that it stands on and by the English names of its places, actor, target, weapons and
sources, so that "Izhevsk" finds what a Russian report says of Ижевск. Beside its words a claim has marks: signs for its
terms, names and days, so that any conditions together are one question to one index.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha1
from typing import Any

from sqlalchemy import Connection, text

from reportedly.languages import fold
from reportedly.languages.stems import stem
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import words
from reportedly.lineage.embargo import wait_of
from reportedly.model import Claim, Report

FEW = 12
"""Days, or months, of one claim that are marked one by one."""
LONG = "long"
_ASKED = 62
"""Days that are asked for one by one."""
_WORD = re.compile(r"[^\W_]+")
_MARKS = dict.fromkeys(map(ord, "'\u0300\u0301\u00ad"))


def stems(written: str) -> list[str]:
    """The stems of a text, in order."""
    return [_stem(word) for word in _WORD.findall(fold(written).translate(_MARKS))]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    if word.isascii():
        return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    return stem(word)


def of_claim(claim: Claim, report: Report) -> list[str]:
    """The stems and marks that a claim is found by, each once, sorted."""
    names = [place.name for place in claim.places if place.name]
    names += [source.name for source in claim.sources]
    names += [weapon.name for weapon in claim.weapons if weapon.name]
    names += [thing.name for thing in (claim.actor, claim.target) if thing is not None]
    found = set(stems(report.text[claim.start : claim.end]))
    found.update(*map(_of_name, names))
    return sorted(found | _marks(claim, report))


@lru_cache(maxsize=16384)
def _of_name(name: str) -> frozenset[str]:
    return frozenset(stems(name))


@lru_cache(maxsize=65536)
def mark(value: str, kind: str = "") -> str:
    """A sign for a name or term, which no word that somebody asks for can be."""
    return f"¶{kind}{sha1(value.encode('utf-8', 'surrogatepass'), usedforsecurity=False).hexdigest()[:10]}"


def _marks(claim: Claim, report: Report) -> set[str]:
    """What a claim is found by beside words: terms, names as they stand, days."""
    terms: list[tuple[str, str]] = [("e", claim.event), ("p", claim.polarity), ("c", claim.certainty)]
    terms += [("n", name) for place in claim.places for name in (place.name, place.text) if name]
    terms += [("l", place.country) for place in claim.places if place.country]
    terms += [("u", "") for place in claim.places if place.name is None]
    terms += [("s", name) for name in (report.publisher, *(source.name for source in claim.sources)) if name]
    terms += [("t", source.side) for source in claim.sources if source.side]
    terms += [("g", wait)] if (wait := wait_of(claim)) is not None and claim.time is not None else []
    return {mark(value, kind) for kind, value in terms} | {mark(day, "d") for day in _days(claim)}


def _days(claim: Claim) -> Iterator[str]:
    """The days of a claim's time where these are few, the months where there are more; nothing for years."""
    if claim.time is not None:
        yield from span(claim.time.start, claim.time.end)


def span(start: str, end: str) -> list[str]:
    """Days between two ISO dates (``2025-07-01``) up to `FEW`, else months up to `FEW`, else only ``long``."""
    try:
        first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    except ValueError:
        return [LONG]
    if (last - first).days < FEW:
        return [str(first + timedelta(n)) for n in range(max((last - first).days, 0) + 1)]
    months = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in months] if len(months) <= FEW else [LONG]


def index(connection: Connection, rows: Sequence[tuple[int, list[str]]]) -> None:
    """File claims under their stems."""
    put_rows(connection, words, [{"rowid": row, "stems": " ".join(found)} for row, found in rows])


def remove(connection: Connection, rows: Iterable[int]) -> None:
    """Take claims out of the index."""
    gone = [{"row": row} for row in rows]
    if gone:
        connection.execute(text("DELETE FROM words WHERE rowid = :row"), gone)


def clear(connection: Connection) -> None:
    """Empty the index."""
    connection.execute(text("DELETE FROM words"))


def scrub(connection: Connection) -> None:
    """Leave no trace of removed words in the index (FTS5 keeps them in its segments until they are merged)."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO words (words) VALUES ('optimize')"))


def matching(connection: Connection, query: str, seq: int, limit: int) -> list[tuple[int, int]]:
    """Row and reading of the claims that had all the words as of entry ``seq``, the latest first."""
    wanted = [[word] for word in sorted(set(stems(query)))]
    if not wanted:
        return []
    held = "c.since <= :seq AND (c.until IS NULL OR c.until > :seq)"
    condition, given = _having(connection, wanted)
    sql = (
        f"SELECT c.row, c.reading FROM words JOIN claims c ON c.row = words.rowid "
        f"WHERE {condition} AND {held} ORDER BY words.rowid DESC LIMIT :limit"
    )
    result = connection.execute(text(sql), {**given, "seq": seq, "limit": limit})
    return [(int(row), int(reading)) for row, reading in result]


def found(
    connection: Connection,
    query: str,
    marks: Sequence[Sequence[str]],
    seq: int,
    *,
    start: str,
    end: str,
    over: str | None,
    before: int | None,
    limit: int,
) -> list[tuple[int, str, str]]:
    """Row, report and number of the claims shown as of an entry that have all words, and one mark of each group."""
    marks = [*marks, days] if (days := _within(start, end)) else marks
    wanted = [[word] for word in sorted(set(stems(query)))] + [list(group) for group in marks]
    conditions = ["c.since <= :seq", "(c.gone IS NULL OR c.gone > :seq)"]
    given: dict[str, Any] = {"seq": seq, "limit": limit}
    table, row = "claims c", "c.row"
    if wanted:
        having, more = _having(connection, wanted)
        table, row = "words JOIN claims c ON c.row = words.rowid", "words.rowid"
        conditions, given = [having, *conditions], {**given, **more}
    if start:
        conditions, given = [*conditions, "c.ends >= :start"], {**given, "start": start}
    if end:
        conditions, given = [*conditions, "c.start <= :end"], {**given, "end": end + "~"}  # after any hour of that day
    if over is not None:
        conditions, given = [*conditions, "c.over <= :over"], {**given, "over": over}
    if before is not None:
        conditions, given = [*conditions, f"{row} < :before"], {**given, "before": before}
    sql = f"SELECT c.row, c.report, c.claim FROM {table} WHERE {' AND '.join(conditions)} ORDER BY {row} DESC"
    return [(int(row), report, claim) for row, report, claim in connection.execute(text(f"{sql} LIMIT :limit"), given)]


def _within(start: str, end: str) -> list[str]:
    """Marks of which a claim has one that is about a time between two days, where these are not far apart."""
    if not start or not end or end < start:
        return []
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if (last - first).days > _ASKED:
        return []
    days = [str(first + timedelta(n)) for n in range((last - first).days + 1)]
    return [mark(day, "d") for day in (*days, *dict.fromkeys(day[:7] for day in days), LONG)]


def _having(connection: Connection, groups: Sequence[Sequence[str]]) -> tuple[str, dict[str, Any]]:
    """The condition that a claim has one stem or mark of each group, and its values."""
    if connection.dialect.name == "sqlite":
        return "words MATCH :found", {"found": " AND ".join(f"({' OR '.join(map(_quoted, g))})" for g in groups)}
    parts = [f"words.stems && CAST(:found{n} AS text[])" for n in range(len(groups))]
    return " AND ".join(parts), {f"found{n}": list(group) for n, group in enumerate(groups)}


def _quoted(word: str) -> str:
    return f'"{word}"'

"""Search by words: what is indexed and asked for are stems of our own, so both stores find the same.

A claim is found by the words that it stands on and by the English names of its places, actor, target, weapons and
sources, so that "Izhevsk" finds what a Russian report says of Ижевск.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, text

from reportedly.languages import fold
from reportedly.languages.stems import stem
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import words
from reportedly.model import Claim

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


def of_claim(claim: Claim, whole: str) -> list[str]:
    """The stems that a claim is found by, each once, sorted."""
    names = [whole[claim.start : claim.end]]
    names += [place.name for place in claim.places if place.name]
    names += [source.name for source in claim.sources]
    names += [weapon.name for weapon in claim.weapons if weapon.name]
    names += [thing.name for thing in (claim.actor, claim.target) if thing is not None]
    return sorted({found for name in names for found in stems(name)})


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
    wanted = sorted(set(stems(query)))
    if not wanted:
        return []
    held = "c.since <= :seq AND (c.until IS NULL OR c.until > :seq)"
    if connection.dialect.name == "sqlite":
        found = " ".join(f'"{word}"' for word in wanted)
        condition, order = "words MATCH :found", "words.rowid"
    else:
        condition, order, found = "words.stems @> CAST(:found AS text[])", "words.rowid", wanted  # type: ignore[assignment]
    sql = (
        f"SELECT c.row, c.reading FROM words JOIN claims c ON c.row = words.rowid "
        f"WHERE {condition} AND {held} ORDER BY {order} DESC LIMIT :limit"
    )
    result = connection.execute(text(sql), {"found": found, "seq": seq, "limit": limit})
    return [(int(row), int(reading)) for row, reading in result]

"""Everything in the ledger checked again: each hash, the chain, the tree, each byte string, each span, each table.

Nothing is trusted: hashes are computed anew, and the tables made from the log are made anew in memory and compared.
"""

from collections.abc import Generator, Iterator
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, create_engine, select, text
from sqlalchemy.pool import StaticPool

from reportedly.ledger import derive, log, merkle
from reportedly.ledger.canonical import unpacked
from reportedly.ledger.checkpoint import Checkpoint
from reportedly.ledger.engine import Store
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.records import Body, Entry, Problem
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import DERIVED, blobs, entries, meta, metadata

MOST = 100
"""Problems named at most: a wrecked ledger need not be listed line by line."""


def origin(connection: Connection) -> str:
    """The name of this log."""
    return connection.execute(select(meta.c.value).where(meta.c.name == "origin")).scalar() or "reportedly.ledger"


def checkpoint(connection: Connection) -> Checkpoint:
    """Size and root as written."""
    leaves = log.leaves(connection)
    return Checkpoint(origin=origin(connection), size=len(leaves), root=merkle.root(leaves).hex())


def problems(connection: Connection, earlier: tuple[Checkpoint, ...]) -> Iterator[Problem]:
    """What is wrong, at most `MOST` things."""
    for count, problem in enumerate(_all(connection, earlier), 1):
        yield problem
        if count == MOST:
            yield Problem(where="ledger", what="more is wrong; only this much is listed")
            return


def _all(connection: Connection, earlier: tuple[Checkpoint, ...]) -> Iterator[Problem]:
    try:
        yield from _file(connection)
        chain = _Chain()
        last = log.size(connection)
        replay = _Replay()
        for first in range(1, last + 1, 500):
            for entry, data in list(log.walk(connection, first, min(first + 499, last))):
                content = yield from chain.entry(entry, data)
                yield from replay.entry(entry, data, content)
        yield from chain.finish()
        yield from _against(chain.leaves, origin(connection), earlier)
        yield from _bytes(connection, chain.raw)
        yield from replay.compare(connection)
    except LedgerError as error:
        yield Problem(where="ledger", what=str(error))
    except Exception as error:  # what a damaged file makes a driver raise is a finding, not a fault of ours
        yield Problem(where="ledger", what=f"cannot be read on: {str(error).splitlines()[0]}")


def index_of_words(store: Store) -> Iterator[Problem]:
    """What FTS5 says of its own index, which it checks in a writer's transaction only, though it changes nothing."""
    if not store.sqlite:
        return
    try:
        with store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO words (words) VALUES ('integrity-check')")
    except LedgerError as error:
        yield Problem(where="index of words", what=f"{error} (reportedly init --rebuild)")


def _file(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name == "sqlite":
        for (said,) in connection.execute(text("PRAGMA integrity_check(10)")):
            if said != "ok":
                yield Problem(where="file", what=said.replace("\n", " "))


class _Chain:
    """The entries one after another."""

    def __init__(self) -> None:
        self.leaves: list[bytes] = []
        self.raw: dict[str, int] = {}
        self._prev, self._at = log.FIRST, ""
        self._gone: set[int] = set()
        self._allowed: set[int] = set()
        self._lengths: dict[str, int] = {}

    def entry(self, entry: Entry, data: bytes | None) -> Generator[Problem, None, Body | None]:
        """What is wrong with one entry; its content is returned to a ``yield from``."""
        where = f"entry {entry.seq}"
        hashed = merkle.leaf(log.header(entry.seq, entry.kind, entry.at, entry.body, entry.prev))
        if entry.seq != len(self.leaves) + 1:
            yield Problem(where=where, what=f"entry {len(self.leaves) + 1} is missing before it")
        if hashed.hex() != entry.hash:
            yield Problem(where=where, what="changed: its hash is another")
        if entry.prev != self._prev:
            yield Problem(where=where, what="does not follow the entry before it")
        if entry.at <= self._at:
            yield Problem(where=where, what="older than the entry before it")
        self.leaves.append(hashed)
        self._prev, self._at = entry.hash, entry.at
        if data is None:
            self._gone.add(entry.seq)
            return None
        return (yield from self._content(entry, data))

    def _content(self, entry: Entry, data: bytes) -> Generator[Problem, None, Body | None]:
        where = f"entry {entry.seq}"
        try:
            plain = unpacked(data)
        except ValueError as error:
            yield Problem(where=where, what=str(error))
            return None
        if sha256(plain).hexdigest() != entry.body:
            yield Problem(where=where, what="its content was changed")
            return None
        content = log.opened(data, entry.seq)
        if entry.kind == "erasure":
            self._allowed.update(content["entries"])
        elif entry.kind == "report":
            self.raw[content["raw"]] = entry.seq
            self._lengths[content["id"]] = len(content["report"]["text"])
        elif entry.kind == "reading":
            yield from self._spans(where, content)
        elif entry.kind == "claim":
            self.raw.update(dict.fromkeys(content.get("kept", ()), entry.seq))
            yield from _outside(where, content["claims"], len(content["claim"]["quote"]))
        return content

    def _spans(self, where: str, content: Body) -> Iterator[Problem]:
        length = self._lengths.get(content["report"])
        if length is None:
            yield Problem(where=where, what=f"a reading of a report that is not there: {content['report']}")
            return
        yield from _outside(where, content["claims"], length)

    def finish(self) -> Iterator[Problem]:
        """What only shows at the end: content that is missing without an erasure, or still there after one."""
        for seq in sorted(self._gone - self._allowed):
            yield Problem(where=f"entry {seq}", what="its content is gone, and no erasure took it")
        for seq in sorted(self._allowed - self._gone):
            yield Problem(where=f"entry {seq}", what="erased, but its content is there")


def _outside(where: str, claims: list[Any], length: int) -> Iterator[Problem]:
    for claim in claims:
        for start, end in ((claim["start"], claim["end"]), *_slots(claim)):
            if not 0 <= start <= end <= length:
                yield Problem(where=where, what=f"claim {claim['id']}: a span outside the text ({start}, {end})")


def _slots(value: Any) -> Iterator[tuple[int, int]]:
    """The spans of everything below a claim."""
    if isinstance(value, dict):
        span = value.get("span")
        if span is not None:
            yield span[0], span[1]
        for below in value.values():
            yield from _slots(below)
    elif isinstance(value, list):
        for below in value:
            yield from _slots(below)


def _against(leaves: list[bytes], name: str, earlier: tuple[Checkpoint, ...]) -> Iterator[Problem]:
    for known in earlier:
        where = f"checkpoint of {known.size} entries"
        if known.origin != name:
            yield Problem(where=where, what=f"of another log ({known.origin}; this is {name})")
        elif known.size > len(leaves):
            yield Problem(where=where, what=f"only {len(leaves)} entries are left: the end was cut off")
        elif merkle.root(leaves[: known.size]).hex() != known.root:
            yield Problem(where=where, what="the log up to there is not what it was")


def _bytes(connection: Connection, wanted: dict[str, int]) -> Iterator[Problem]:
    missing = dict(wanted)
    names = connection.execute(select(blobs.c.sha256).order_by(blobs.c.sha256)).scalars().all()
    for name in names:
        missing.pop(name, None)
        row = connection.execute(select(blobs.c.size, blobs.c.data).where(blobs.c.sha256 == name)).one()
        try:
            data = unpacked(row.data)
        except ValueError as error:
            yield Problem(where=f"bytes {name[:16]}", what=str(error))
            continue
        if sha256(data).hexdigest() != name or len(data) != row.size:
            yield Problem(where=f"bytes {name[:16]}", what="changed: their digest is another")
    for name, seq in sorted(missing.items()):
        yield Problem(where=f"entry {seq}", what=f"the bytes that it stands on are missing ({name[:16]})")


class _Replay:
    """The tables made anew, in memory."""

    def __init__(self) -> None:
        engine = create_engine("sqlite://", poolclass=StaticPool)
        self._connection = engine.connect()
        metadata.create_all(self._connection, checkfirst=False)
        self._connection.execute(text("CREATE VIRTUAL TABLE words USING fts5(stems)"))
        self._broken = False

    def entry(self, entry: Entry, data: bytes | None, content: Body | None) -> Iterator[Problem]:
        """Apply one entry; an entry that cannot be applied ends the comparison."""
        if self._broken:
            return
        try:
            put_rows(self._connection, entries, [{**log.columns(entry), "data": data}])
            if content is not None:
                derive.apply(self._connection, entry, content)
        except Exception as error:  # a content that was tampered with can be anything
            self._broken = True
            yield Problem(where=f"entry {entry.seq}", what=f"does not fit what was before ({type(error).__name__})")

    def compare(self, connection: Connection) -> Iterator[Problem]:
        """Each table as it stands against the table made anew."""
        if self._broken:
            return
        for table in DERIVED:
            wanted = select(table).order_by(*table.primary_key.columns)
            if _rows(connection, wanted) != _rows(self._connection, wanted):
                yield Problem(where=f"table {table.name}", what="is not what the log gives (reportedly init --rebuild)")
        words = text("SELECT rowid, stems FROM words ORDER BY rowid")
        if _rows(connection, words) != _rows(self._connection, words):
            yield Problem(where="index of words", what="is not what the log gives (reportedly init --rebuild)")
        self._connection.close()


def _rows(connection: Connection, wanted: Any) -> str:
    """A digest of an answer."""
    hashed = sha256()
    for row in connection.execute(wanted):
        plain = [value.split() if isinstance(value, str) and _of_words(row) else value for value in row]
        hashed.update(msgspec.json.encode(plain))
    return hashed.hexdigest()


def _of_words(row: Any) -> bool:
    """Whether a row is one of the index of words, which PostgreSQL keeps as a list and SQLite as a text."""
    return len(row) == 2 and "stems" in row._fields

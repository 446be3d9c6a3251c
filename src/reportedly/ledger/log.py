"""The log: entries are appended under the writer's lock and never changed; an erasure only takes content away."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, bindparam, select

from reportedly.ledger import merkle
from reportedly.ledger.canonical import after, canonical, digest, packed, salt, unpacked
from reportedly.ledger.engine import at_hand
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.records import Body, Entry, Kind
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import entries

Part = TypeVar("Part")

FIRST = "0" * 64
"""``prev`` of the first entry."""
_COLUMNS = (entries.c.seq, entries.c.kind, entries.c.at, entries.c.body, entries.c.prev, entries.c.hash)

_LAST = select(*_COLUMNS).order_by(entries.c.seq.desc()).limit(1)
_SIZE = select(entries.c.seq).order_by(entries.c.seq.desc()).limit(1)
_DATA = select(entries.c.data).where(entries.c.seq == bindparam("wanted"))
_PACKS = select(entries.c.seq, entries.c.data).where(entries.c.seq.in_(bindparam("wanted", expanding=True)))


def header(seq: int, kind: str, at: str, body: str, prev: str) -> bytes:
    """What the hash of an entry is over."""
    return canonical({"at": at, "body": body, "kind": kind, "prev": prev, "seq": seq, "v": 1})


def append(connection: Connection, kind: Kind, content: Body) -> Entry:
    """Add one entry; the caller holds the writer's lock."""
    last = at_hand(connection).get("entry") or connection.execute(_LAST).first()
    seq, prev, at = (last.seq + 1, last.hash, after(last.at)) if last else (1, FIRST, after(""))
    data = canonical({"salt": salt(), **content})
    body = digest(data)
    hashed = merkle.leaf(header(seq, kind, at, body, prev)).hex()
    added = Entry(seq=seq, kind=kind, at=at, body=body, prev=prev, hash=hashed)
    put_rows(connection, entries, [{**columns(added), "data": packed(data)}])
    at_hand(connection)["entry"] = added
    return added


def walk(connection: Connection, first: int = 1, last: int | None = None) -> Iterator[tuple[Entry, bytes | None]]:
    """The entries in order, each with its packed content (``None`` once erased)."""
    wanted = select(entries).where(entries.c.seq >= first).order_by(entries.c.seq)
    if last is not None:
        wanted = wanted.where(entries.c.seq <= last)
    for row in connection.execute(wanted):
        yield entry(row), row.data


def content(connection: Connection, seq: int) -> Body | None:
    """The content of one entry, ``None`` where it was erased or there is no such entry."""
    data = connection.execute(_DATA, {"wanted": seq}).scalar()
    return None if data is None else opened(data, seq)


def opened(data: bytes, seq: int) -> Body:
    """Content from its packed form. Raises ``LedgerError`` where it is damaged."""
    return decoded(data, seq, Body)


def part(connection: Connection, seq: int, kind: type[Part]) -> Part | None:
    """What a record names of the content of one entry, ``None`` where it was erased; the rest is not decoded.

    An answer of many entries is much quicker so: a whole reading is thousands of objects. Raises ``LedgerError`` where
    the content is damaged.
    """
    data = connection.execute(_DATA, {"wanted": seq}).scalar()
    return None if data is None else decoded(data, seq, kind)


def packs(connection: Connection, seqs: Iterable[int]) -> dict[int, bytes]:
    """The packed contents of some entries, without those that were erased."""
    rows = connection.execute(_PACKS, {"wanted": sorted(seqs)})
    return {row.seq: row.data for row in rows if row.data is not None}


def decoded(data: bytes, seq: int, kind: type[Part]) -> Part:
    """What a record names of packed content. Raises ``LedgerError`` where it is damaged."""
    try:
        return msgspec.json.decode(unpacked(data), type=kind)
    except (ValueError, msgspec.DecodeError) as error:
        raise LedgerError(f"entry {seq}: {error}; reportedly verify shows what is damaged") from None


def size(connection: Connection) -> int:
    """How many entries there are."""
    return connection.execute(_SIZE).scalar() or 0


def as_of(connection: Connection, at: str) -> int:
    """The number of the last entry that was there at a time; 0 where there was none."""
    known = select(entries.c.seq).where(entries.c.at <= at).order_by(entries.c.at.desc()).limit(1)
    return connection.execute(known).scalar() or 0


def leaves(connection: Connection, last: int | None = None) -> list[bytes]:
    """The leaf hashes of the Merkle tree, as they are written."""
    wanted = select(entries.c.hash).order_by(entries.c.seq)
    if last is not None:
        wanted = wanted.where(entries.c.seq <= last)
    return [bytes.fromhex(found) for found in connection.execute(wanted).scalars()]


def columns(found: Entry) -> dict[str, Any]:
    """An entry as a row of the table, without its content."""
    return {name: getattr(found, name) for name in ("seq", "kind", "at", "body", "prev", "hash")}


def entry(row: Any) -> Entry:
    """A row of the table as a record."""
    return Entry(
        seq=row.seq, kind=row.kind, at=row.at, body=row.body, prev=row.prev, hash=row.hash, erased=row.data is None
    )

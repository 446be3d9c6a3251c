"""Backups: one file of compressed JSON lines with the whole log and all bytes, the same for both stores.

Entries come back as they were, so earlier checkpoints still hold. A backup is checked as it is read, and is restored
whole or not at all. What was erased since the backup was made is erased again after a restore.
"""

import base64
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec
import zstandard
from sqlalchemy import Connection, select, update

from reportedly.ledger import derive, log, merkle, verify
from reportedly.ledger.canonical import digest, unpacked
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.rows import put_rows
from reportedly.ledger.tables import blobs, entries, meta

_FORMAT = "reportedly-backup"
_SOME = 200


def write(connection: Connection, target: Path) -> int:
    """Everything into a file, which appears whole or not at all."""
    try:
        return _write(connection, target)
    except OSError as error:  # of the file beside it, whose name says nothing to anybody
        raise LedgerError(f"{target}: cannot be written ({(error.strerror or str(error)).lower()})") from None


def _write(connection: Connection, target: Path) -> int:
    given = verify.checkpoint(connection)
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            with zstandard.ZstdCompressor(level=6, write_checksum=True).stream_writer(file, closefd=False) as out:
                for line in _lines(connection, msgspec.to_builtins(given)):
                    out.write(msgspec.json.encode(line) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return given.size


def _lines(connection: Connection, given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"format": _FORMAT, "version": 1, **given}
    for name in connection.execute(select(blobs.c.sha256).order_by(blobs.c.sha256)).scalars().all():
        row = connection.execute(select(blobs).where(blobs.c.sha256 == name)).one()
        yield {"blob": name, "size": row.size, "data": base64.b64encode(row.data).decode()}
    for first in range(1, given["size"] + 1, _SOME):
        for entry, data in list(log.walk(connection, first, min(first + _SOME - 1, given["size"]))):
            yield {"entry": log.columns(entry), "data": None if data is None else base64.b64encode(data).decode()}
    yield {"end": given["size"]}


def read(connection: Connection, source: Path) -> int:
    """A backup into the tables of an empty ledger, in the caller's transaction."""
    if log.size(connection):
        raise LedgerError("not empty: a backup is restored into a new ledger")
    try:
        with source.open("rb") as file:
            return _read(connection, _decoded(file))
    except OSError as error:
        raise LedgerError(f"{source}: {(error.strerror or str(error)).lower()}") from None
    except (zstandard.ZstdError, ValueError, KeyError, TypeError) as error:
        raise LedgerError(f"{source}: not a backup, or damaged ({type(error).__name__})") from None


def _decoded(file: IO[bytes]) -> Iterator[Any]:
    rest = b""
    with zstandard.ZstdDecompressor().stream_reader(file) as stream:
        while piece := stream.read(1 << 20):
            *lines, rest = (rest + piece).split(b"\n")
            yield from (msgspec.json.decode(line) for line in lines)
    if rest:
        raise ValueError("cut off")


def _read(connection: Connection, lines: Iterator[Any]) -> int:
    head = next(lines, None)
    if not isinstance(head, dict) or head.get("format") != _FORMAT:
        raise ValueError("no head")
    if head["version"] != 1:
        raise LedgerError("a backup of a newer version of the program")
    leaves: list[bytes] = []
    ended = False
    for line in lines:
        if "blob" in line:
            _put_blob(connection, line)
        elif "entry" in line:
            leaves.append(_put_entry(connection, line))
        else:
            ended = line["end"] == len(leaves)
    if not ended or len(leaves) != head["size"] or merkle.root(leaves).hex() != head["root"]:
        raise ValueError("not whole")
    connection.execute(update(meta).where(meta.c.name == "origin").values(value=head["origin"]))
    derive.rebuild(connection)
    return len(leaves)


def _put_blob(connection: Connection, line: Any) -> None:
    data = base64.b64decode(line["data"])
    if digest(unpacked(data)) != line["blob"]:
        raise ValueError("bytes changed")
    put_rows(connection, blobs, [{"sha256": line["blob"], "size": line["size"], "data": data}])


def _put_entry(connection: Connection, line: Any) -> bytes:
    values, data = line["entry"], None if line["data"] is None else base64.b64decode(line["data"])
    if data is not None and digest(unpacked(data)) != values["body"]:
        raise ValueError("content changed")
    hashed = merkle.leaf(log.header(values["seq"], values["kind"], values["at"], values["body"], values["prev"]))
    if hashed.hex() != values["hash"]:
        raise ValueError("entry changed")
    put_rows(connection, entries, [{**values, "data": data}])
    return hashed

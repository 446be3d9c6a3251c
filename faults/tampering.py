"""A log that somebody tampered with: each change, removal, exchange, insertion and cut is told, given a checkpoint.

Half of the attackers know how the log is made and compute all hashes anew from the place of their change on.
"""

import random
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from faults.build import report
from reportedly.ledger import Checkpoint, log, merkle, open_ledger
from reportedly.ledger.canonical import canonical, digest, packed, unpacked

KINDS = ("change", "remove", "exchange", "insert", "cut", "time", "empty")


def run(logs: int, seed: int = 1, size: int = 12) -> dict[str, int]:
    """Tamper with ``logs`` copies of a log; how many were caught."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        good = Path(folder) / "good.db"
        given = prepared(good, size)
        counts = {"logs": logs, "caught": 0, "caught without a checkpoint": 0}
        missed: dict[str, int] = {}
        for n in range(logs):
            bad = Path(folder) / "bad.db"
            shutil.copy(good, bad)
            kind = KINDS[n % len(KINDS)]
            tamper(bad, kind, chance, knowing=chance.random() < 0.5)
            with open_ledger(bad) as ledger:
                found = ledger.verify([given])
            caught = bool(found)
            counts["caught"] += caught
            counts["caught without a checkpoint"] += any(not p.where.startswith("checkpoint") for p in found)
            if not caught:
                missed[kind] = missed.get(kind, 0) + 1
        return {**counts, **{f"missed: {kind}": count for kind, count in missed.items()}}


def prepared(place: Path, size: int) -> Checkpoint:
    """A ledger with some reports in one file, and a checkpoint of it."""
    with open_ledger(place) as ledger:
        for n in range(size):
            ledger.add(report(n))
        ledger.label({f"r{n}#c1": f"i{n % 4}" for n in range(size)})
        ledger.checkpoint()
        given = ledger.checkpoint()
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return given


def tamper(place: Path, kind: str, chance: random.Random, *, knowing: bool) -> None:
    """One attack on the log in a file."""
    connection = sqlite3.connect(place)
    rows = [
        list(row)
        for row in connection.execute("SELECT seq, kind, at, body, prev, hash, data FROM entries ORDER BY seq")
    ]
    at = chance.randrange(len(rows) - 3)  # before the checkpoint
    rows = _attacked(rows, kind, at, chance)
    if knowing:
        _hashed_anew(rows)
    connection.execute("DELETE FROM entries")
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()


def _attacked(rows: list[list[Any]], kind: str, at: int, chance: random.Random) -> list[list[Any]]:
    if kind == "change":
        content = msgspec.json.decode(unpacked(rows[at][6]))
        content["salt"] = "0" * 32
        data = canonical(content)
        rows[at][6] = packed(data)
        rows[at][3] = digest(data)
    elif kind == "remove":
        del rows[at]
        for seq, row in enumerate(rows, 1):
            row[0] = seq
    elif kind == "exchange":
        other = (at + 1 + chance.randrange(len(rows) - 4)) % (len(rows) - 3)
        other = other if other != at else at + 1
        for column in (1, 3, 6):
            rows[at][column], rows[other][column] = rows[other][column], rows[at][column]
    elif kind == "insert":
        rows.insert(at, list(rows[at]))
        for seq, row in enumerate(rows, 1):
            row[0] = seq
    elif kind == "cut":
        del rows[max(1, at) :]
    elif kind == "time":
        rows[at][2] = "2020-01-01T00:00:00.000000Z"
    else:
        rows[at][6] = None
    return rows


def _hashed_anew(rows: list[list[Any]]) -> None:
    prev = log.FIRST
    for row in rows:
        row[4] = prev
        row[5] = prev = merkle.leaf(log.header(row[0], row[1], row[2], row[3], prev)).hex()

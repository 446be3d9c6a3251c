"""The power is cut: what was written and not yet synced is on the disk in part, in any order, or not at all.

A process that adds reports is recorded, write by write and sync by sync (`record.c`). Then the files are put together
as a disk could hold them at any moment: what was synced is there; of every write since then some are, some are not, and
some are torn at a sector of 512 bytes. Each such state must open, be whole, and hold every acknowledged report.

The same with synchronous=NORMAL and OFF is the control: if those pass too, the test sees nothing.
"""

import os
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reportedly.ledger import LedgerError, open_ledger

_HEAD = struct.Struct("<cHQQ")
_SECTOR = 512
_WRITER = """
import os, sys
from sqlalchemy import event
from faults.build import report
from reportedly.ledger import open_ledger
place, count, synchronous, acks = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
ledger = open_ledger(place)
def weaken(connection, _):
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute("PRAGMA wal_autocheckpoint = 40")  # many checkpoints in a short run
event.listen(ledger._store.engine, "connect", weaken)
ledger._store.engine.dispose()
out = os.open(acks, os.O_WRONLY | os.O_CREAT)
for number in range(count):
    ledger.add(report(number))
    os.pwrite(out, f"{number:06d}".encode(), 6 * number)  # acknowledged: recorded in the order of all else
os._exit(0)  # no tidy end
"""


class Operation(Struct, frozen=True):
    """One thing done to a file."""

    kind: str
    name: str
    at: int
    data: bytes


def available() -> bool:
    """Whether there is what it takes: Linux and a compiler."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def run(states: int, reports: int = 30, seed: int = 1) -> dict[str, int]:
    """Try states at FULL, and some at NORMAL and OFF; states that are corrupt, or lost acknowledged reports."""
    if not available():
        return {"states": 0}
    found: dict[str, int] = {"states": states}
    with tempfile.TemporaryDirectory() as folder:
        library = _compiled(Path(folder))
        for synchronous, count in (("FULL", states), ("NORMAL", max(states // 20, 12)), ("OFF", max(states // 20, 12))):
            operations = _recorded(Path(folder) / synchronous, library, reports, synchronous)
            corrupt, lost = _tried(operations, count, Path(folder) / "state", random.Random(seed))
            found[f"{synchronous}: corrupt"] = corrupt
            found[f"{synchronous}: acknowledged reports lost"] = lost
    return found


def _compiled(folder: Path) -> Path:
    library = folder / "record.so"
    source = Path(__file__).with_name("record.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-w", "-o", library, source, "-ldl"], check=True)
    return library


def _recorded(folder: Path, library: Path, reports: int, synchronous: str) -> list[Operation]:
    folder.mkdir()
    place, log = folder / "ledger.db", folder / "log"
    subprocess.run(
        [sys.executable, "-c", _WRITER, str(place), str(reports), synchronous, str(folder / "ledger.db.acks")],
        check=True,
        cwd=Path(__file__).parents[2],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "LD_PRELOAD": str(library),
            "POWER_CUT_LOG": str(log),
            "POWER_CUT_FILES": "ledger.db",
        },
    )
    return list(_operations(log.read_bytes()))


def _operations(data: bytes) -> Iterator[Operation]:
    position = 0
    while position < len(data):
        kind, path, at, size = _HEAD.unpack_from(data, position)
        position += _HEAD.size
        name = Path(data[position : position + path].decode()).name
        position += path
        yield Operation(kind.decode(), name, at, data[position : position + size])
        position += size


def _tried(operations: list[Operation], states: int, folder: Path, chance: random.Random) -> tuple[int, int]:
    corrupt = lost = 0
    first = next(n for n, one in enumerate(operations) if one.name.endswith(".acks"))
    moments = sorted(chance.randrange(first, len(operations) + 1) for _ in range(states))
    disk, done = _Disk(), 0
    for moment in moments:
        for one in operations[done:moment]:
            disk.do(one)
        done = moment
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        disk.put(folder, chance)
        broken, missing = _checked(folder / "ledger.db", disk.acknowledged)
        corrupt += broken
        lost += missing
    return corrupt, lost


class _Disk:
    """Files as they are for sure, and what was done to them since they were last synced."""

    def __init__(self) -> None:
        self._sure: dict[str, bytearray] = {}
        self._pending: dict[str, list[Operation]] = {}
        self.acknowledged = 0

    def do(self, one: Operation) -> None:
        """The next operation."""
        if one.name.endswith(".acks"):
            self.acknowledged += 1
        elif one.kind == "U":
            self._sure.pop(one.name, None)
            self._pending.pop(one.name, None)
        elif one.kind == "S":
            content = self._sure.setdefault(one.name, bytearray())
            for waiting in self._pending.pop(one.name, ()):
                _apply(content, waiting)
        else:
            self._pending.setdefault(one.name, []).append(one)

    def put(self, folder: Path, chance: random.Random) -> None:
        """The files as the power left them."""
        for name in {*self._sure, *self._pending}:
            content = bytearray(self._sure.get(name, b""))
            share = chance.choice((0.0, 0.3, 0.7, 1.0))
            for waiting in self._pending.get(name, ()):
                if chance.random() < share:
                    _apply(content, _torn(waiting, chance) if chance.random() < 0.2 else waiting)
            (folder / name).write_bytes(content)


def _torn(one: Operation, chance: random.Random) -> Operation:
    """The first sectors of a write."""
    sectors = -(-len(one.data) // _SECTOR)
    return Operation(one.kind, one.name, one.at, one.data[: chance.randrange(sectors + 1) * _SECTOR])


def _apply(content: bytearray, one: Operation) -> None:
    if one.kind == "T":
        content[:] = content[: one.at].ljust(one.at, b"\0")
        return
    if len(content) < one.at:
        content.extend(bytes(one.at - len(content)))
    content[one.at : one.at + len(one.data)] = one.data


def _checked(place: Path, acknowledged: int) -> tuple[bool, int]:
    """Whether a state is corrupt, and how many acknowledged reports it lacks."""
    try:
        with open_ledger(place, create=False) as ledger:
            if ledger.verify():
                return True, 0
            names = {report.id for report in ledger.reports()}
            return False, len({f"r{n}" for n in range(acknowledged)} - names)
    except (LedgerError, sqlite3.Error):
        return True, 0

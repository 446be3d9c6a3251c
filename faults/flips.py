"""Single bits turned over in the file: every change that can be seen in any answer is told by `verify`."""

import random
import shutil
import tempfile
from pathlib import Path

import msgspec

from faults.tampering import prepared
from reportedly.ledger import Ledger, LedgerError, open_ledger


def run(flips: int, seed: int = 1) -> dict[str, int]:
    """Turn ``flips`` bits, each in a copy of its own; how many showed, were told, and showed without being told."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        good = Path(folder) / "good.db"
        given = prepared(good, 12)
        data = good.read_bytes()
        with open_ledger(good) as ledger:
            before = _seen(ledger)
        shutil.copy(good, Path(folder) / "x.db")
        counts = {"flips": flips, "told": 0, "visible": 0, "visible, not told": 0}
        for _ in range(flips):
            bad = Path(folder) / "bad.db"
            for left in Path(folder).glob("bad.db*"):
                left.unlink()
            at = chance.randrange(len(data))
            bad.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :])
            told, visible = _tried(bad, before, given)
            counts["told"] += told
            counts["visible"] += visible
            counts["visible, not told"] += visible and not told
        return counts


def _tried(bad: Path, before: bytes, given: object) -> tuple[bool, bool]:
    try:
        with open_ledger(bad) as ledger:
            told = bool(ledger.verify([given]))  # type: ignore[list-item]
            try:
                return told, _seen(ledger) != before
            except (LedgerError, ValueError, KeyError, IndexError, TypeError):
                return told, True
    except LedgerError:
        return True, True  # it does not even open, and says so


def _seen(ledger: Ledger) -> bytes:
    """Everything that a reader could see."""
    return msgspec.json.encode(
        [
            list(ledger.readings()),
            ledger.incidents(),
            list(ledger.claims(start="2025-07-01", end="2025-07-20")),
            ledger.search("drone"),
            [ledger.raw(ledger.raw_of(report.id) or "") for report in ledger.reports()],
            ledger.status(),
            list(ledger.history("r3")),
        ]
    )

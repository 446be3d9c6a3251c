"""Kill -9 during ingest, again and again: nothing lost, doubled or half done, and it goes on at once."""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from faults.build import report
from reportedly.ledger import open_ledger


def run(kills: int, seed: int = 1) -> dict[str, float | int]:
    """Kill a writer ``kills`` times; reports lost, doubled, partial; the longest start after a kill, in seconds."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.db"
        acknowledged: set[int] = set()
        slowest = 0.0
        for _ in range(kills):
            began = time.monotonic()
            writer, said = _started(place, max(acknowledged, default=0) - 5)
            assert said.readline() == "ready\n"
            slowest = max(slowest, time.monotonic() - began)
            time.sleep(chance.uniform(0, 0.15))
            os.kill(writer, signal.SIGKILL)
            lines = said.read().split("\n")
            said.close()
            os.waitpid(writer, 0)
            acknowledged.update(int(line) for line in lines[:-1])  # the last line is cut, or empty
        with open_ledger(place) as ledger:
            wrong = len(ledger.verify())
            kept = list(ledger.readings(unread=True))
        names = [reading.report.id for reading in kept]
        return {
            "kills": kills,
            "acknowledged": len(acknowledged),
            "kept": len(names),
            "lost": len({f"r{n}" for n in acknowledged} - set(names)),
            "doubled": len(names) - len(set(names)),
            "partial": sum(len(reading.claims) != 3 for reading in kept),
            "wrong by verify": wrong,
            "longest start after a kill, s": round(slowest, 2),
        }


def _started(place: Path, first: int):  # type: ignore[no-untyped-def]
    """A process that adds reports until it is killed, and what it says; the first ones are there already."""
    out, into = os.pipe()
    child = os.fork()
    if child:
        os.close(into)
        return child, os.fdopen(out)
    try:
        ledger = open_ledger(place)
        os.write(into, b"ready\n")
        for number in range(max(first, 0), 10_000_000):
            incoming = report(number)
            if ledger.known(incoming) is None:
                ledger.add(incoming)
                os.write(into, f"{number}\n".encode())  # acknowledged
    finally:
        os._exit(1)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))

"""All faults by one command; ``--short`` in short, ``--only NAME`` one of them, ``--size N`` that many times.

With ``--seed N`` other cases are tried, and counts are added to those on record: what takes hours can be done in parts.
What is printed goes into the documentation by ``python -m faults | python -m faults.record``.
``REPORTEDLY_TEST_LEDGER`` may name an empty PostgreSQL database for the writers.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from faults import as_of, flips, full_disk, kills, long_lines, power_cut, speed, tampering, writers


def _writers(commits: int) -> dict[str, Any]:
    server = os.environ.get("REPORTEDLY_TEST_LEDGER")
    with tempfile.TemporaryDirectory() as folder:
        found = writers.run(server or Path(folder) / "ledger.db", 8, commits)
    return {"store": "PostgreSQL" if server else "SQLite", **found}


def _adding(most: int) -> dict[str, Any]:
    import msgspec

    from reportedly.ledger import Incoming
    from reportedly.model import Report

    found = []
    for path in sorted((Path(__file__).parents[1] / "corpora" / "gold").glob("*.json")):
        item = json.loads(path.read_text("utf-8"))
        if "report" in item:
            made = msgspec.convert(item["report"], Report, strict=False)
            found.append(Incoming(report=made, raw=made.text.encode()))
    copies = [
        msgspec.structs.replace(
            one, report=msgspec.structs.replace(one.report, id=f"{one.report.id}~{n}"), raw=one.raw + b"\n" * n
        )
        for n in range(most // len(found) + 1)
        for one in found
    ]
    return speed.adding(copies[:most])


TASKS: dict[str, tuple[Callable[..., dict[str, Any]], int, int]] = {
    "kills": (kills.run, 1_000, 20),
    "power cut": (power_cut.run, 20_000, 60),
    "writers": (_writers, 10_000, 50),
    "tampering": (tampering.run, 10_000, 28),
    "flips": (flips.run, 10_000, 25),
    "as of": (as_of.run, 10_000, 20),
    "full disk": (full_disk.run, 40, 24),
    "long lines": (long_lines.run, 100, 20),
    "adding": (_adding, 10_000, 60),
    "searching": (speed.searching, 1_000_000, 2_000),
}
"""What is done, how often at full length, and how often in short."""
BY_CHANCE = ("power cut", "tampering", "flips", "as of")
"""What tries other cases with another seed, and only counts."""


def main() -> None:
    """Run them and print one JSON object a line."""
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only", choices=sorted(TASKS))
    parser.add_argument("--size", type=int, help="with --only: this many instead of all")
    parser.add_argument("--seed", type=int, help="with --only: other cases, added to what is on record")
    chosen = parser.parse_args()
    if chosen.seed is not None and chosen.only not in BY_CHANCE:
        parser.error(f"--seed: only for {', '.join(BY_CHANCE)}")
    seed = {} if chosen.seed is None else {"seed": chosen.seed}
    for name, (run, whole, short) in TASKS.items():
        if chosen.only in (None, name):
            done = chosen.size or (short if chosen.short else whole)
            print(json.dumps({"fault": name, "done": done, **seed, **run(done, **seed)}), flush=True)


if __name__ == "__main__":
    sys.path.insert(0, os.fspath(Path(__file__).parents[1]))
    main()

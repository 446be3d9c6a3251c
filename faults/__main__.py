"""All faults by one command; ``--short`` is what the build runs, ``--only NAME`` one of them."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from faults import flips, full_disk, kills, speed, tampering, writers


def _writers(count: int, commits: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return writers.run(Path(folder) / "ledger.db", count, commits)


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


TASKS: dict[str, tuple[Callable[[], dict[str, Any]], Callable[[], dict[str, Any]]]] = {
    "kills": (lambda: kills.run(1000), lambda: kills.run(20)),
    "writers": (lambda: _writers(8, 10_000), lambda: _writers(4, 50)),
    "tampering": (lambda: tampering.run(10_000), lambda: tampering.run(28)),
    "flips": (lambda: flips.run(10_000), lambda: flips.run(25)),
    "full disk": (full_disk.run, lambda: full_disk.run(20, 5)),
    "adding": (lambda: _adding(10_000), lambda: _adding(60)),
    "searching": (lambda: speed.searching(1_000_000), lambda: speed.searching(2_000, 50)),
}


def main() -> None:
    """Run them and print one JSON object a line."""
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only", choices=sorted(TASKS))
    chosen = parser.parse_args()
    for name, (whole, short) in TASKS.items():
        if chosen.only in (None, name):
            print(json.dumps({"fault": name, **(short if chosen.short else whole)()}), flush=True)


if __name__ == "__main__":
    sys.path.insert(0, os.fspath(Path(__file__).parents[1]))
    main()

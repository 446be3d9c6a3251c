"""Results of `python -m faults`, read from standard input, into the table of ``docs/reference/faults.md``.

The last result of each fault (and store) is kept in ``results.json`` beside this file, so that each can be run apart.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from faults.__main__ import TASKS

KEPT = Path(__file__).with_name("results.json")
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "faults.md"
BEGIN, END = "<!-- results -->\n", "<!-- end of results -->\n"


def table(results: dict[str, dict[str, Any]]) -> str:
    """The results as Markdown: what, how often, how often at full length, what came of it, when."""
    rows = [(name, _number(r["done"]), _whole(r["fault"]), _said(r), r["on"]) for name, r in results.items()]
    lines = [("fault", "done", "of", "result", "on"), ("---",) * 5, *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _said(result: dict[str, Any]) -> str:
    left = ("fault", "done", "on", "store")
    return "; ".join(f"{name}: {_number(value)}" for name, value in result.items() if name not in left)


def _whole(fault: str) -> str:
    return _number(TASKS[fault][1])


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def main() -> None:
    """Take in what was run, and write the table anew."""
    results = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    for line in sys.stdin:
        found = json.loads(line)
        name = f"{found['fault']}, {found['store']}" if "store" in found else found["fault"]
        results[name] = {"on": f"{datetime.now(UTC):%Y-%m-%d}", **found}
    results = {name: results[name] for name in sorted(results)}
    KEPT.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(before + BEGIN + table(results) + END + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()

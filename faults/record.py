"""Results of `python -m faults` and `python -m faults.fuzz`, read from standard input, into docs/reference/faults.md.

The last result of each fault (and store) is kept in ``results.json`` beside this file, so that each can be run apart;
counts of other cases (``--seed``) are added to it. What was fuzzed adds up, target by target, in ``fuzz/results.json``.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from faults.__main__ import TASKS

KEPT = Path(__file__).with_name("results.json")
FUZZED = Path(__file__).with_name("fuzz") / "results.json"
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "faults.md"
Results = dict[str, dict[str, Any]]


def tables() -> dict[str, str]:
    """What is kept, as Markdown, by the mark that it stands under in the page."""
    return {"results": _faults(_kept(KEPT)), "fuzzed": _fuzzed(_kept(FUZZED))}


def _faults(results: Results) -> str:
    """What, how often, how often at full length, what came of it, when."""
    rows = [(name, _number(r["done"]), _whole(r["fault"]), _said(r), r["on"]) for name, r in results.items()]
    return _table(("fault", "done", "of", "result", "on"), rows)


def _fuzzed(results: Results) -> str:
    """Minutes of processor time and inputs of each target, all runs together."""
    rows = [(f"`{name}`", f"{r['minutes']:.1f}", _number(r["tried"]), r["on"]) for name, r in results.items()]
    return _table(("target", "minutes", "inputs tried", "on"), rows)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, ("---",) * len(head), *rows))


def _said(result: dict[str, Any]) -> str:
    left = ("fault", "done", "on", "store")
    return "; ".join(f"{name}: {_number(value)}" for name, value in result.items() if name not in left)


def _whole(fault: str) -> str:
    return _number(TASKS[fault][1])


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _kept(place: Path) -> Results:
    return json.loads(place.read_text("utf-8")) if place.exists() else {}  # type: ignore[no-any-return]


def _keep(place: Path, results: Results) -> None:
    ordered = {name: results[name] for name in sorted(results)}
    place.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", "utf-8")


def take(found: dict[str, Any], faults: Results, fuzzed: Results, on: str) -> None:
    """One result into those that are kept: in the place of the last one, or (other cases, a target) added to it."""
    if "target" in found:
        before = fuzzed.get(found["target"], {"minutes": 0.0, "tried": 0})
        minutes = round(before["minutes"] + found["minutes"], 2)
        fuzzed[found["target"]] = {"minutes": minutes, "tried": before["tried"] + found["tried"], "on": on}
        return
    name = f"{found['fault']}, {found['store']}" if "store" in found else found["fault"]
    if found.pop("seed", None) is not None and name in faults:
        found |= {what: faults[name].get(what, 0) + n for what, n in found.items() if isinstance(n, int)}
    faults[name] = {"on": on, **found}


def main() -> None:
    """Take in what was run, and write the tables anew."""
    faults, fuzzed = _kept(KEPT), _kept(FUZZED)
    for line in sys.stdin:
        take(json.loads(line), faults, fuzzed, f"{datetime.now(UTC):%Y-%m-%d}")
    _keep(KEPT, faults)
    _keep(FUZZED, fuzzed)
    page = PAGE.read_text("utf-8")
    for mark, table in tables().items():
        before, _, rest = page.partition(f"<!-- {mark} -->\n")
        end = f"<!-- end of {mark} -->\n"
        page = f"{before}<!-- {mark} -->\n{table}{end}{rest.partition(end)[2]}"
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()

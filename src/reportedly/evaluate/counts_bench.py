"""Counts of whole reports against public sets: bulletins, tables of losses, the killed and injured of an article.

    python -m reportedly.evaluate.counts_bench [bulletins losses gva] [--shared FOLDER] [--incidents N]

The sets lie outside the repository (`../shared`); one that is absent is left out with a line that says so.
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

from reportedly import pipeline
from reportedly.entities import quantities
from reportedly.model import Claim, Quantity, Report
from reportedly.model.terms import QuantityOf

SHARED = Path(__file__).resolve().parents[4] / "shared"
_VALUE = re.compile(r"s\.(\w+) == (\d+)")


def main() -> None:
    """Print a line a set."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="*", default=["bulletins", "losses", "gva"])
    options.add_argument("--shared", type=Path, default=SHARED)
    options.add_argument("--incidents", type=int, default=500)
    given = options.parse_args()
    run: dict[str, Callable[[], str]] = {
        "bulletins": lambda: bulletins(given.shared / "data" / "gsua_bulletins.jsonl.gz"),
        "losses": lambda: losses(given.shared / "data" / "gsua_losses_personnel.json"),
        "gva": lambda: articles(given.shared / "data" / "gva_incidents.jsonl.gz", given.incidents),
    }
    for name in given.sets:
        try:
            print(run[name]())
        except FileNotFoundError as error:
            print(f"{name}: left out, {error.filename} is not there")


def _lines(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def bulletins(path: Path) -> str:
    """Values of General Staff bulletin fragments that are among the figures read; targets hit are a sum over a list."""
    right, missed = 0, []
    for row in _lines(path):
        for name, value in (m.groups() for e in row["expected"] if (m := _VALUE.fullmatch(e))):
            read = [q.low if q.value is None else q.value for q in quantities.find(row["inputs"][-1]["text"], "uk")]
            if int(value) in read or (name == "targets_destroyed" and sum(filter(None, read)) == int(value)):
                right += 1
            else:
                missed.append(f"{name} {value}")
    return f"bulletins: {right} of {right + len(missed)} values; missed: {', '.join(missed) or 'none'}"


def losses(path: Path) -> str:
    """The General Staff's row for each day of a published series: total and the day's own figure told apart."""
    series = json.loads(path.read_text("utf-8"))
    right = 0
    for before, day in zip(series, series[1:], strict=False):
        total, own = day["personnel"], day["personnel"] - before["personnel"]
        row = f"Загальні втрати противника: особового складу – близько {total:,} (+{own:,}) осіб".replace(",", " ")
        found = {(q.scope, q.value) for q in quantities.find(row, "uk")}
        right += found == {("cumulative", total), ("day", own)}
    return f"losses: {right} of {len(series) - 1} days with cumulative and daily figure told apart"


def articles(path: Path, incidents: int) -> str:
    """Killed and injured exactly as the register of incidents has them, an article each; incidents by a seeded lot."""
    rows = [row for row in _lines(path) if row["docs"]]
    random.Random(1).shuffle(rows)
    count, right = 0, {"killed": 0, "injured": 0, "both": 0}
    for row in rows[:incidents]:
        for doc in row["docs"]:
            if not doc.get("content"):
                continue
            claims = pipeline.claims(Report(id="a", text=doc["content"], language="en", published=doc["dct"]))
            same = [toll(claims, of) == row[f"num_{of}"] for of in ("killed", "injured")]
            count += 1
            right["killed"] += same[0]
            right["injured"] += same[1]
            right["both"] += all(same)
    shares = ", ".join(f"{name} {number / max(1, count):.3f}" for name, number in right.items())
    return f"gva: {count} articles of {min(incidents, len(rows))} incidents, exact {shares}"


def toll(claims: tuple[Claim, ...], of: str) -> int:
    """How many an article says were killed or injured in what it tells: its greatest total; 0 where it gives none."""
    assert of in get_args(QuantityOf)
    told = [q for c in claims if c.polarity == "affirmed" for q in c.quantities if q.of == of and _whole(q)]
    return int(max((q.value or q.low or 0 for q in told), default=0))


def _whole(figure: Quantity) -> bool:
    return figure.part_of is None and figure.scope not in ("period", "cumulative")


if __name__ == "__main__":
    main()

"""Times against TempEval-3 gold (TimeBank, AQUAINT): ``python -m reportedly.evaluate.times_bench FILE.jsonl.gz ...``.

Rows hold ``dct``, ``text`` and ``timexes`` (``start``, ``end``, ``type``, ``value``). As in TempEval-3 (UzZaman et al.
2013): detection is relaxed (any overlap) or strict (same span); ``value`` is the F1 of relaxed matches with the same
value. The document's own date is no part of the text and is left out. A range with two values ("from Monday to Friday")
counts as its two ends, as TimeML marks it.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from reportedly.entities.times import TimeExpression, find

_PREPOSITION = re.compile(
    r"(?:(?:on|in|at|by|since|from|until|till|for|during|over|within|to|through|throughout|of|as of|into|between)\s+)+",
    re.IGNORECASE,
)

_BETWEEN = re.compile(r"\s+(?:to|until|till|through|and)\s+|\s*[-–—]\s*", re.IGNORECASE)


class Score(Struct):
    """Counts over all documents."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def f1(self, hits: int) -> float:
        """Harmonic mean of precision and recall for a number of hits."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0

    def line(self, name: str) -> str:
        """One line of results."""
        precision = self.relaxed / self.found if self.found else 0.0
        recall = self.relaxed / self.gold if self.gold else 0.0
        accuracy = self.value / self.relaxed if self.relaxed else 0.0
        return (
            f"{name}: gold {self.gold} found {self.found} | relaxed P {precision:.3f} R {recall:.3f}"
            f" F1 {self.f1(self.relaxed):.3f} | strict F1 {self.f1(self.strict):.3f}"
            f" | value accuracy {accuracy:.3f} F1 {self.f1(self.value):.3f}"
        )


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


class Found(NamedTuple):
    """A time as TimeML draws it: without leading prepositions."""

    start: int
    end: int
    value: str


def drawn(expression: TimeExpression) -> Iterator[Found]:
    """One time, or both ends of a range that has two values."""
    first, _, second = expression.timex3.partition("/")
    cuts = list(_BETWEEN.finditer(expression.text)) if second else []
    if not cuts:
        yield _core(expression.text, expression.start, expression.timex3)
        return
    cut = cuts[-1]
    yield _core(expression.text[: cut.start()], expression.start, first)
    yield _core(expression.text[cut.end() :], expression.start + cut.end(), second)


def _core(text: str, start: int, value: str) -> Found:
    before = _PREPOSITION.match(text)
    return Found(start + (before.end() if before else 0), start + len(text), value)


def score(documents: Iterator[dict[str, Any]], misses: list[str] | None = None) -> Score:
    """Every gold expression is paired with the first found one that overlaps it and is still free."""
    total = Score()
    for document in documents:
        gold = [t for t in document["timexes"] if t["end"] > t["start"]]
        found = [t for e in find(document["text"], "en", document["dct"]) for t in drawn(e)]
        total.gold += len(gold)
        total.found += len(found)
        free = list(found)
        for t in gold:
            hit = next((e for e in free if e.start < t["end"] and e.end > t["start"]), None)
            if hit is not None:
                free.remove(hit)
                total.relaxed += 1
                total.strict += hit[:2] == (t["start"], t["end"])
                total.value += hit.value == t["value"]
            if misses is not None and (hit is None or hit.value != t["value"]):
                around = document["text"][max(0, t["start"] - 50) : t["end"] + 30].replace("\n", " ")
                misses.append(f"{document['dct']} {t['text']!r} {t['value']} got {hit and hit.value} | {around}")
        if misses is not None:
            misses.extend(f"{document['dct']} extra {document['text'][e.start : e.end]!r} {e.value}" for e in free)
    return total


def main() -> None:
    """Print one line a file; ``--misses`` lists what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.files:
        misses: list[str] | None = [] if arguments.misses else None
        print(score(rows(path), misses).line(path.name))
        for line in misses or ():
            print("  ", line)


if __name__ == "__main__":
    main()

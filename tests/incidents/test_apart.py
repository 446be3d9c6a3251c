"""The linker's steps, run apart, give what it gives as a whole."""

from collections import defaultdict
from pathlib import Path

import pytest

from reportedly.evaluate.generated import planted
from reportedly.evaluate.gold import read_gold, reading
from reportedly.incidents import apart, link
from reportedly.model import Reading

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
SETS = {
    "annotated": [reading(g) for g in read_gold(GOLD).values()],
    "generated, some without day and place": planted(400, bare=0.5)[0],
}


def linked_apart(readings: list[Reading], days: int) -> dict[str, str]:
    sketches = apart.sketches_of(readings)
    number = {s.key: n for n, s in enumerate(sketches)}
    buckets = defaultdict(list)
    for s in sketches:
        for bucket in apart.buckets(s, days):
            buckets[bucket].append(s)
    pairs = {
        (number[some[b.a].key], number[some[b.b].key], b.score) for some in buckets.values() for b in apart.bonds(some)
    }
    labels = apart.labelled([apart.brief(s) for s in sketches], sorted(pairs, reverse=True))
    return {ref: label for s, label in zip(sketches, labels, strict=True) for ref in s.refs}


@pytest.mark.parametrize("days", [1, 7, 30])
@pytest.mark.parametrize("readings", SETS.values(), ids=SETS)
def test_as_at_once(readings: list[Reading], days: int) -> None:
    at_once = {f"{r.report.id}#{c.id}": c.incident for r in link(readings) for c in r.claims if c.incident}
    assert linked_apart(readings, days) == at_once


@pytest.mark.parametrize(
    ("label", "month"),
    [
        ("izhevsk-2025-07-01", "2025-07"),
        ("izhevsk-2025-07-01-2", "2025-07"),
        ("ukraine-2025-07-01-wave", "2025-07"),
        ("somewhere-undated-12", "undated"),
        ("a name that a person gave", "undated"),
    ],
)
def test_the_month_of_a_label(label: str, month: str) -> None:
    assert apart.month_of(label) == month

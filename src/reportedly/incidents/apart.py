"""The steps of the linker for those who run them apart, on what each of them needs: buckets of days, then bonds, then
clusters. The outcome is that of `link`.

Episodes that could be compared stand in one bucket; a cluster holds only episodes that a chain of strong bonds joins.
"""

import re
from array import array
from collections.abc import Iterable, Sequence

from reportedly.incidents.clusters import Bond, bonds, cluster, days_of
from reportedly.incidents.linking import labels_of, sketches_of
from reportedly.incidents.pairs import ENOUGH, Sketch

__all__ = ["UNDATED", "bonds", "brief", "buckets", "labelled", "month_of", "sketches_of"]

UNDATED = -1
"""The bucket of episodes without any day, which meet each other only."""
_MONTH = re.compile(r"-(\d{4}-\d\d)-\d\d(?:-|$)")
REACH = 2
"""Days before and after in which an episode looks for others."""


def buckets(s: Sketch, days: int) -> set[int]:
    """The buckets of so many days in which an episode stands or looks for others."""
    return {(day + k) // days for day in days_of(s) for k in range(-REACH, REACH + 1)} or {UNDATED}


def month_of(label: str) -> str:
    """The month in a label that the linker gave (``2025-07``); ``undated`` where it has none."""
    found = _MONTH.search(label)
    return found[1] if found else "undated"


def brief(s: Sketch) -> Sketch:
    """What clustering and labels need of an episode."""
    return s._replace(
        refs=(), approach=(), figures=(), speakers=(), texts=(), box=None,
        stems=frozenset(), events=frozenset(), arms=frozenset(), actors=frozenset(),
    )  # fmt: skip


def labelled(sketches: Sequence[Sketch], scored: Iterable[tuple[int, int, float]]) -> list[str]:
    """The incident of each episode, from its scored pairs (indices, the lower first), given in any order, once each.

    Pairs are held as numbers, and clustered where strong ones join them.
    """
    one, two, points = array("l"), array("l"), array("d")
    home = list(range(len(sketches)))

    def root(i: int) -> int:
        while home[i] != i:
            home[i] = home[home[i]]
            i = home[i]
        return i

    for a, b, score in scored:
        one.append(a)
        two.append(b)
        points.append(score)
        if score >= ENOUGH:
            x, y = root(a), root(b)
            home[max(x, y)] = min(x, y)
    members: dict[int, list[int]] = {}
    for i in range(len(sketches)):
        members.setdefault(root(i), []).append(i)
    within: dict[int, list[int]] = {}
    for n, (a, b) in enumerate(zip(one, two, strict=True)):
        if root(a) == root(b):
            within.setdefault(root(a), []).append(n)
    groups: list[list[int]] = []
    for head, some in members.items():
        at = {i: k for k, i in enumerate(some)}
        here = [Bond(at[one[n]], at[two[n]], points[n], ()) for n in within.get(head, ())]
        groups += [[some[k] for k in group] for group in cluster([sketches[i] for i in some], here)]
    labels = labels_of(sketches, groups)
    return [labels[i] for i in range(len(sketches))]

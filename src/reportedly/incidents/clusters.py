"""Episodes of many reports become incidents. The outcome does not depend on the order in which reports arrive."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.incidents.pairs import ENOUGH, Part, Sketch, compare

CELL_DEGREES = 2.0
DAY = 24.0
WIDE_DEGREES = 3
WIDE_DAYS = 40
APART = -1.5
"""Points of a pair that could not be compared or cannot be one happening."""
PARTED = -6.0
"""Points of two episodes that one report told apart."""


def _buckets(s: Sketch) -> Iterator[tuple[object, ...]]:
    """Keys under which episodes of one happening meet: neighbouring cells, or the country, by days."""
    days: set[int] = set()
    for w in s.windows:
        first, last = int(w.start // DAY) - 1, int(w.end // DAY) + 1
        days.update(range(first, last + 1) if last - first <= WIDE_DAYS else (-1,))
    days = days or {-1}
    cells: set[tuple[int, int] | str] = set()
    for p in s.spots:
        if p.lat is not None and p.lon is not None and p.kind not in ("region", "country", "area"):
            y, x = int(p.lat // CELL_DEGREES), int(p.lon // CELL_DEGREES)
            cells.update((y + i, x + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        elif p.country:
            cells.add(p.country)
    cells.update(s.countries)
    cells = cells or {"nowhere"}
    for cell in cells:
        for day in days:
            yield cell, day


def candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs of episodes of different reports that share a bucket; an episode without place meets all of its days."""
    rooms: dict[tuple[object, ...], list[int]] = defaultdict(list)
    placeless: dict[int, list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        for key in _buckets(s):
            rooms[key].append(i)
            if not s.spots:
                placeless[int(str(key[1]))].append(i)
    seen: set[tuple[int, int]] = set()
    for (_, day), members in sorted(rooms.items(), key=lambda kv: str(kv[0])):
        group = sorted({*members, *placeless.get(int(str(day)), ())})
        for n, i in enumerate(group):
            for j in group[n + 1 :]:
                if sketches[i].report != sketches[j].report and (i, j) not in seen:
                    seen.add((i, j))
                    yield i, j


class Bond:
    """A scored pair of episodes."""

    __slots__ = ("a", "b", "parts", "score")

    def __init__(self, a: int, b: int, score: float, parts: tuple[Part, ...]) -> None:
        self.a, self.b, self.score, self.parts = a, b, score, parts


def bonds(sketches: Sequence[Sketch]) -> list[Bond]:
    """All pairs that could be one happening, with their reasons."""
    out = []
    for i, j in candidates(sketches):
        found = compare(sketches[i], sketches[j])
        if found is not None:
            out.append(Bond(i, j, *found))
    return out


def cluster(sketches: Sequence[Sketch], scored: Sequence[Bond]) -> list[list[int]]:
    """Average linkage from the strongest bond down; ties by key, so any order of the input gives the same clusters.

    Two episodes of one report were parted on purpose: together in a cluster they count against it.
    """
    table: dict[tuple[int, int], float] = {(b.a, b.b): b.score for b in scored}
    member = {i: [i] for i in range(len(sketches))}
    home = list(range(len(sketches)))

    def average(x: list[int], y: list[int]) -> float:
        total = 0.0
        for i in x:
            for j in y:
                parted = sketches[i].report == sketches[j].report
                total += PARTED if parted else table.get((min(i, j), max(i, j)), APART)
        return total / (len(x) * len(y))

    rank = {i: s.key for i, s in enumerate(sketches)}
    changed = True
    order = sorted((b for b in scored if b.score >= ENOUGH), key=lambda b: (-b.score, rank[b.a], rank[b.b]))
    while changed:
        changed = False
        for b in order:
            x, y = home[b.a], home[b.b]
            if x == y or average(member[x], member[y]) < ENOUGH / 2:
                continue
            keep, gone = min(x, y), max(x, y)
            for i in member[gone]:
                home[i] = keep
            member[keep].extend(member.pop(gone))
            changed = True
    return [sorted(m) for m in member.values()]

"""Episodes of many reports become incidents. The outcome does not depend on the order in which reports arrive."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from reportedly.incidents.pairs import ENOUGH, Part, Sketch, compare, far

CELL_DEGREES = 1.0
"""Never narrower than 50 km below the polar circles, so that neighbouring cells hold what is near."""
DAY = 24.0
WIDE_KINDS = ("region", "country", "area")
MOST_DAYS = 6
"""A longer span meets others in its first day and its last five."""
APART = -1.5
"""Points of a pair that could not be compared or cannot be one happening."""
PARTED = -6.0
"""Points of two episodes that one report told apart."""
Key: TypeAlias = tuple[object, ...]
Points: TypeAlias = dict[tuple[int, int], float]
"""Points of pairs of episodes, the earlier index first."""


def days_of(s: Sketch) -> set[int]:
    """The days since 1970 of an episode; of a longer span the first and the last."""
    days: set[int] = set()
    for w in s.windows:
        first, last = int(w.start // DAY), int(w.end // DAY)
        days.update(
            (first, *range(last - MOST_DAYS + 2, last + 1)) if last - first >= MOST_DAYS else range(first, last + 1)
        )
    return days


def _rooms(s: Sketch) -> tuple[list[Key], list[Key]]:
    """Where an episode stands, and where it looks for others: by cell or country, by day; without a place, by day."""
    cells = {
        (int(p.lat // CELL_DEGREES), int(p.lon // CELL_DEGREES))
        for p in (*s.spots, *s.approach)
        if p.lat is not None and p.lon is not None and p.kind not in WIDE_KINDS
    }
    wide = any(p.kind in WIDE_KINDS for p in s.spots) or (bool(s.spots) and not cells) or bool(s.topics)
    days = days_of(s)
    near = {d + k for d in days for k in (-2, -1, 0, 1, 2)}
    around = {(y + i, x + j) for y, x in cells for i in (-1, 0, 1) for j in (-1, 0, 1)}
    stands: list[Key] = [("any", d) for d in days or {-1}]
    looks: list[Key] = [("none", d) for d in near or {-1}]
    if not s.spots:
        stands += [("none", d) for d in days or {-1}]
        looks += [("any", d) for d in near or {-1}]
    stands += [("cell", c, d) for c in cells for d in days]
    looks += [("cell", c, d) for c in around for d in near]
    for country in s.countries:
        stands += [("wide" if wide else "fine", country, d) for d in days]
        looks += [("wide", country, d) for d in near]
        if wide:
            looks += [("fine", country, d) for d in near]
    return stands, looks


def candidates(sketches: Sequence[Sketch], first: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of episodes of different reports, the earlier index first, that could be near in place and time.

    Those before ``first`` are not paired with each other.
    """
    rooms: dict[Key, list[int]] = defaultdict(list)
    for i, s in enumerate(sketches):
        stands, looks = _rooms(s)
        found = {j for key in looks if key in rooms for j in rooms[key]} if i >= first else ()
        yield from ((j, i) for j in sorted(found) if sketches[j].report != s.report and not far(sketches[j], s))
        for key in stands:
            rooms[key].append(i)


class Bond:
    """A scored pair of episodes."""

    __slots__ = ("a", "b", "parts", "score")

    def __init__(self, a: int, b: int, score: float, parts: tuple[Part, ...]) -> None:
        self.a, self.b, self.score, self.parts = a, b, score, parts


def bonds(sketches: Sequence[Sketch], first: int = 0) -> list[Bond]:
    """The pairs that could be one happening, with their reasons; ``first`` as in `candidates`."""
    out = []
    for i, j in candidates(sketches, first):
        found = compare(sketches[i], sketches[j])
        if found is not None:
            out.append(Bond(i, j, *found))
    return out


def average(sketches: Sequence[Sketch], points: Points, x: Sequence[int], y: Sequence[int]) -> float:
    """The mean points of all pairs of two groups."""
    total = 0.0
    for i in x:
        for j in y:
            parted = sketches[i].report == sketches[j].report and sketches[i].core and sketches[j].core
            total += PARTED if parted else points.get((min(i, j), max(i, j)), APART)
    return total / (len(x) * len(y))


def cluster(
    sketches: Sequence[Sketch], scored: Sequence[Bond], settled: Sequence[Sequence[int]] = ()
) -> list[list[int]]:
    """Average linkage from the strongest bond down; ties by key, so any order of the input gives the same clusters.

    Two episodes of one report were parted on purpose: together in a cluster they count against it. ``settled``:
    episodes that stay together, and apart from other such groups.
    """
    points: Points = {(b.a, b.b): b.score for b in scored}
    member = {i: [i] for i in range(len(sketches))}
    home = list(range(len(sketches)))
    fixed = set()
    for group in settled:
        fixed.add(first := min(group))
        for i in group:
            home[i] = first
        member = {i: m for i, m in member.items() if i not in group} | {first: sorted(group)}

    rank = {i: s.key for i, s in enumerate(sketches)}
    changed = True
    order = sorted((b for b in scored if b.score >= ENOUGH), key=lambda b: (-b.score, rank[b.a], rank[b.b]))
    while changed:
        changed = False
        for b in order:
            x, y = home[b.a], home[b.b]
            if x == y or fixed.issuperset((x, y)) or average(sketches, points, member[x], member[y]) < ENOUGH / 2:
                continue
            keep, gone = min(x, y), max(x, y)
            if gone in fixed:
                fixed.add(keep)
            for i in member[gone]:
                home[i] = keep
            member[keep].extend(member.pop(gone))
            changed = True
    return [sorted(m) for m in member.values()]

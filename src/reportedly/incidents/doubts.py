"""Where the linker is not sure: incidents that may be one happening, reports in an incident that may tell of another.

Both are told by the measure that links (`clusters`): two groups are joined by a pair of at least ``ENOUGH`` points
where all pairs have half of that on average. How near they come to it is the strength of a join, 1.0 if just enough.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from reportedly.incidents.clusters import Bond, Points, average, bonds
from reportedly.incidents.linking import sketches_of
from reportedly.incidents.pairs import ENOUGH, Part, Sketch
from reportedly.model import Reading

ALMOST = 0.5
"""Strength from which two incidents are perhaps one."""
BARELY = 1.25
"""Strength below which a report is perhaps of another incident."""


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A link that may be wrong: a ``merge`` of ``incident`` with ``other``, or a ``split`` of ``claims`` from it.

    ``claims`` (``report#claim``): of the pair that stands nearest, or of the report that hangs on least. ``score``: the
    points of that pair, ``parts`` what they are made of, ``doubt`` from 0 (hardly any) to 1.
    """

    kind: Literal["merge", "split"]
    incident: str
    other: str | None = None
    claims: tuple[str, ...]
    score: float
    doubt: float
    parts: tuple[Part, ...]


def doubts(linked: Sequence[Reading], wanted: Collection[str]) -> list[Doubt]:
    """The doubtful links among the ``wanted`` incidents of linked readings, the most doubtful first."""
    incidents = {f"{r.report.id}#{c.id}": c.incident for r in linked for c in r.claims}
    found = [(s, label) for s in sketches_of(linked) if (label := _label(s, incidents)) in wanted]
    sketches, labels = [s for s, _ in found], [str(label) for _, label in found]
    scored = bonds(sketches)
    points: Points = {(b.a, b.b): b.score for b in scored}
    groups: dict[str, list[int]] = defaultdict(list)
    for i, label in enumerate(labels):
        groups[label].append(i)
    told = [*_merges(sketches, labels, groups, scored, points), *_splits(sketches, groups, scored, points)]
    return sorted(told, key=lambda d: (-d.doubt, d.incident, d.other or ""))


def _label(s: Sketch, incidents: Mapping[str, str | None]) -> str | None:
    votes = Counter(label for ref in s.refs if (label := incidents.get(ref)))
    return min(votes, key=lambda label: (-votes[label], label), default=None)


def _strength(best: float, mean: float) -> float:
    return min(best / ENOUGH, mean / (ENOUGH / 2))


def _merges(
    sketches: Sequence[Sketch],
    labels: Sequence[str],
    groups: Mapping[str, list[int]],
    scored: Sequence[Bond],
    points: Points,
) -> Iterator[Doubt]:
    nearest: dict[tuple[str, str], Bond] = {}
    for b in scored:
        one, two = sorted((labels[b.a], labels[b.b]))
        if one != two and (one, two) not in nearest or one != two and nearest[one, two].score < b.score:
            nearest[one, two] = b
    for (one, two), b in nearest.items():
        strength = _strength(b.score, average(sketches, points, groups[one], groups[two]))
        if strength >= ALMOST:
            refs = (*sketches[b.a].refs[:3], *sketches[b.b].refs[:3])
            yield Doubt(
                kind="merge", incident=one, other=two, claims=refs, score=round(b.score, 2),
                doubt=round(min(1.0, strength), 2), parts=b.parts,
            )  # fmt: skip


def _splits(
    sketches: Sequence[Sketch], groups: Mapping[str, list[int]], scored: Sequence[Bond], points: Points
) -> Iterator[Doubt]:
    best: dict[int, Bond] = {}
    home = {i: label for label, group in groups.items() for i in group}
    for b in scored:
        for i in (b.a, b.b):
            if home[b.a] == home[b.b] and (i not in best or best[i].score < b.score):
                best[i] = b
    for label, group in groups.items():
        if len({sketches[i].report for i in group}) < 2:
            continue
        hanging = [(_strength(best[i].score, _mean(sketches, points, group, i)), i) for i in group if i in best]
        strength, i = min(hanging, default=(BARELY, -1))
        if strength < BARELY:
            yield Doubt(
                kind="split", incident=label, claims=sketches[i].refs, score=round(best[i].score, 2),
                doubt=round(min(1.0, max(0.0, 1.5 - strength)), 2), parts=best[i].parts,
            )  # fmt: skip


def _mean(sketches: Sequence[Sketch], points: Points, group: Sequence[int], i: int) -> float:
    return average(sketches, points, [i], [j for j in group if j != i])

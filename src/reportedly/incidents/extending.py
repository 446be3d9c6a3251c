"""Reports that came, changed or went put to the incidents that are known, without linking all that is known anew."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from itertools import accumulate, chain
from typing import NamedTuple, Protocol

from reportedly.incidents.clusters import Bond, candidates, cluster
from reportedly.incidents.linking import name_of, sketches_of
from reportedly.incidents.pairs import ENOUGH, Sketch, compare
from reportedly.model import Reading

MOST = 60
"""Known reports that are clustered anew at most."""


class Around(Protocol):
    """Looks up what is known around readings; each with the incidents of its claims, none of those that changed."""

    def near(self, readings: Sequence[Reading], about: Set[str], /) -> Sequence[Reading]:
        """Readings that could be about the same as some claims (``report#claim``) of others."""

    def members(self, incidents: Collection[str], most: int, /) -> Mapping[str, Sequence[Reading] | None]:
        """All readings of each incident, in the order given; ``None`` where they are more than ``most``."""

    def used(self, label: str, /) -> bool:
        """Whether anything else has a label."""

    def kept(self, labels: Set[str], /) -> Set[str]:
        """Those labels that decisions of people are about."""


class Extended(NamedTuple):
    """Claims (``report#claim``) to the incidents that they get or now have; what is not named keeps its own.

    ``held``: incidents that were not clustered anew.
    """

    labels: dict[str, str | None]
    held: frozenset[str]


def extend(new: Sequence[Reading], around: Around, left: Collection[str] = ()) -> Extended:
    """Link readings that are new, or say something else than before, with what hangs together with them.

    The claims of ``new`` have the incidents that they had before, if any. ``left``: incidents of which claims are gone.
    New episodes and what such incidents still have are clustered anew, together with the incidents that a strong bond
    ties to one of them. Where one of these comes out otherwise, so are those that are tied to it, and so on: the
    strongest first, while they fit (`MOST`). An incident that alone does not fit can get claims, and neither loses any
    nor is joined with another such. An incident keeps its label while it has most of the claims that had it; one that
    decisions are about goes before others.

    What comes out is what linking everything anew gives, up to labels, where all that is tied fits and was found near:
    clusters grow along strong bonds only, so around one that comes out as it was nothing can change.
    """
    region = _Region(new, around)
    groups = region.clustered(left)
    out: dict[str, str | None] = {f"{r.report.id}#{c.id}": None for r in new for c in r.claims}
    for label, group in _named(groups, region.had(), region.held, around):
        out.update({ref: label for s in group for ref in s.refs})
    return Extended(out, frozenset(region.held))


class _Region:
    """What hangs together with a change, as far as it is known and fits."""

    def __init__(self, new: Sequence[Reading], around: Around) -> None:
        self._around = around
        self._came = _labels(new)
        self._new = sketches_of(new)
        self._readings = {r.report.id: r for r in new}
        self._known: dict[str, list[Sketch]] = {}
        self._before: dict[str, str | None] = {}
        self._compared: dict[tuple[str, str], float | None] = {}
        self._asked: set[str] = set()
        self._whole: set[str] = set()
        self._room = MOST
        self.held: set[str] = set()

    def clustered(self, left: Collection[str]) -> list[list[Sketch]]:
        """The episodes that are clustered anew or with them, by incident."""
        self._take(left)
        groups = self._cluster()
        front, spread = [*self._new, *self._of(self._whole)], {*left}
        while front:
            reports = sorted({s.report for s in front})
            about = {ref for s in front for ref in s.refs}
            self._learn(self._around.near([self._readings[name] for name in reports], about))
            tied = self._tied(front)
            if not tied and not self.held:
                break
            self._take(tied)
            groups = self._cluster()
            otherwise = self._otherwise(groups) - spread
            front, spread = self._of(otherwise), spread | otherwise
        return groups

    def had(self) -> dict[str, str | None]:
        """The incident of each claim before; what is held stays with those that it holds."""
        came = {ref: label for ref, label in self._came.items() if label not in self.held}
        return {**self._before, **came}

    def _take(self, incidents: Collection[str]) -> None:
        """Take incidents apart while they fit; hold those that would not fit alone."""
        self._asked.update(incidents)
        for one, readings in self._around.members(incidents, MOST).items():
            if readings is None:
                self.held.add(one)
            elif len(readings) <= self._room:
                self._room -= len(readings)
                self._whole.add(one)
                self._learn(readings)

    def _learn(self, readings: Iterable[Reading]) -> None:
        some = [r for r in readings if r.report.id not in self._readings]
        self._readings.update((r.report.id, r) for r in some)
        self._before.update(_labels(some))
        for s in sketches_of(some):
            votes = Counter(label for ref in s.refs if (label := self._before[ref]))
            most = min(votes, key=lambda label: (-votes[label], label), default="")
            self._known.setdefault(most, []).append(s)

    def _of(self, incidents: Iterable[str]) -> list[Sketch]:
        """The known episodes that have most of their claims in incidents, by their first claims."""
        return sorted((s for one in incidents for s in self._known.get(one, ())), key=lambda s: s.key)

    def _tied(self, front: Sequence[Sketch]) -> list[str]:
        """The incidents that episodes have strong bonds to, and that were not asked for yet, the strongest first."""
        strong: dict[str, float] = {}
        known = [(s, one) for one, some in self._known.items() if one and one not in self._asked for s in some]
        for b in self._bonds([*(s for s, _ in known), *front], len(known)):
            if b.score >= ENOUGH and b.a < len(known):
                strong[known[b.a][1]] = max(strong.get(known[b.a][1], 0.0), b.score)
        return sorted(strong, key=lambda label: (-strong[label], label))

    def _cluster(self) -> list[list[Sketch]]:
        settled = [self._of({one}) for one in sorted(self.held)]
        held = list(chain.from_iterable(settled))
        chosen = [*held, *sorted((*self._new, *self._of(self._whole)), key=lambda s: s.key)]
        at = accumulate((len(some) for some in settled), initial=0)
        fixed = [list(range(first, first + len(some))) for first, some in zip(at, settled, strict=False) if some]
        return [[chosen[i] for i in group] for group in cluster(chosen, self._bonds(chosen, len(held)), fixed)]

    def _bonds(self, some: Sequence[Sketch], first: int) -> list[Bond]:
        """`bonds`, each pair compared once however often it is asked for."""
        found = []
        for i, j in candidates(some, first):
            a, b = sorted((some[i], some[j]), key=lambda s: s.key)
            if (a.key, b.key) not in self._compared:
                points = compare(a, b)
                self._compared[a.key, b.key] = None if points is None else points[0]
            score = self._compared[a.key, b.key]
            if score is not None:
                found.append(Bond(i, j, score, ()))
        return found

    def _otherwise(self, groups: Sequence[Sequence[Sketch]]) -> set[str]:
        """The incidents that were taken apart and did not come out as they were."""
        came_out = {frozenset(s.key for s in group) for group in groups}
        return {one for one in self._whole if frozenset(s.key for s in self._of({one})) not in came_out}


def _labels(readings: Sequence[Reading]) -> dict[str, str | None]:
    return {f"{r.report.id}#{c.id}": c.incident for r in readings for c in r.claims}


def _named(
    groups: Sequence[Sequence[Sketch]], before: Mapping[str, str | None], held: Set[str], around: Around
) -> Iterable[tuple[str, Sequence[Sketch]]]:
    """Each group with its label: one that is ``held``, or that it has most claims of and none has more of, or new."""
    votes: list[tuple[int, str, int]] = []
    for n, group in enumerate(groups):
        had = Counter(label for s in group for ref in s.refs if (label := before.get(ref)))
        votes += [(count, label, n) for label, count in had.items()]
    kept = around.kept({label for _, label, _ in votes})
    rank = {label: (label not in held, label not in kept) for _, label, _ in votes}
    labels: dict[int, str] = {}
    for _, label, n in sorted(votes, key=lambda v: (rank[v[1]], -v[0], v[1], groups[v[2]][0].key)):
        if n not in labels and label not in labels.values():
            labels[n] = label
    used = set(labels.values())
    for n, group in enumerate(groups):
        if n not in labels:
            labels[n] = _free(name_of(group), lambda name: name in used or around.used(name))
            used.add(labels[n])
        yield labels[n], group


def _free(name: str, taken: Callable[[str], bool]) -> str:
    """A name that is not taken: itself, or with a number. Of thousands of namesakes some dozen are asked for."""
    if not taken(name):
        return name
    low, high = 1, 2
    while taken(f"{name}-{high}"):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(f"{name}-{middle}") else (low, middle)
    return f"{name}-{high}"

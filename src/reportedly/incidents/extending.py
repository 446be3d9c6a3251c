"""New reports put to incidents that are known, without linking all that is known anew."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Protocol

from reportedly.incidents.clusters import bonds, cluster
from reportedly.incidents.linking import name_of, sketches_of
from reportedly.incidents.pairs import ENOUGH, Sketch
from reportedly.model import Reading


class Members(Protocol):
    """Looks up the readings of incidents that are not at hand yet, and which of these incidents are then complete."""

    def __call__(self, incidents: Set[str], /) -> tuple[Sequence[Reading], Set[str]]: ...


def extend(
    near: Sequence[Reading], new: Sequence[Reading], members: Members, taken: Callable[[str], bool]
) -> dict[str, str | None]:
    """Claims (``report#claim``) to the incidents that they get or now have; what is not named keeps its own.

    ``near`` are known readings, with their incidents; the incidents that a new one is tied to are asked for by
    ``members``. One that is not complete then can get new claims, and neither loses any nor is joined with another
    such. ``taken`` tells whether a label is used by anything else. An incident keeps its label while it has most of
    the claims that had it.

    What comes out is what linking everything anew gives, but for two things: an incident that no new report is tied to
    stays as it is, even if the new ones would shift the balance between its neighbours; and labels are numbered in the
    order of arrival.
    """
    arrived, beside = sketches_of(new), sketches_of(near)
    before = _labels(near)
    tied = _tied(beside, arrived, before)
    rest, whole = members(tied)
    before.update(_labels(rest))
    known = [*beside, *sketches_of(rest)]
    settled = sorted((s for s in known if _label(s, before) in tied - whole), key=lambda s: s.key)
    free = [s for s in known if _label(s, before) in whole]
    chosen = [*settled, *sorted((*arrived, *free), key=lambda s: s.key)]
    held = [[i for i, s in enumerate(settled) if _label(s, before) == label] for label in sorted(tied - whole)]
    groups = [[chosen[i] for i in group] for group in cluster(chosen, bonds(chosen, first=len(settled)), held)]
    out: dict[str, str | None] = {f"{r.report.id}#{c.id}": None for r in new for c in r.claims}
    for label, group in _named(groups, before, tied - whole, taken):
        out.update({ref: label for s in group for ref in s.refs})
    return out


def _labels(readings: Sequence[Reading]) -> dict[str, str | None]:
    return {f"{r.report.id}#{c.id}": c.incident for r in readings for c in r.claims}


def _tied(beside: Sequence[Sketch], arrived: Sequence[Sketch], before: Mapping[str, str | None]) -> set[str]:
    """The incidents that a new episode is tied to."""
    scored = bonds([*beside, *arrived], first=len(beside))
    ends = {b.a for b in scored if b.score >= ENOUGH and b.a < len(beside)}
    return {_label(beside[i], before) for i in ends} - {""}


def _label(s: Sketch, before: Mapping[str, str | None]) -> str:
    """The incident that most claims of an episode had; empty where none had one."""
    votes = Counter(label for ref in s.refs if (label := before.get(ref)))
    return max(sorted(votes), key=votes.__getitem__) if votes else ""


def _named(
    groups: Sequence[Sequence[Sketch]], before: Mapping[str, str | None], held: Set[str], taken: Callable[[str], bool]
) -> Iterable[tuple[str, Sequence[Sketch]]]:
    """Each group with its label: one that is ``held``, or that it has most claims of and none has more of, or new."""
    votes: list[tuple[int, str, int]] = []
    for n, group in enumerate(groups):
        had = Counter(label for s in group for ref in s.refs if (label := before.get(ref)))
        votes += [(count, label, n) for label, count in had.items()]
    labels: dict[int, str] = {}
    for _, label, n in sorted(votes, key=lambda v: (v[1] not in held, -v[0], v[1], groups[v[2]][0].key)):
        if n not in labels and label not in labels.values():
            labels[n] = label
    used = set(labels.values())
    for n, group in enumerate(groups):
        if n not in labels:
            labels[n] = _free(name_of(group), lambda name: name in used or taken(name))
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

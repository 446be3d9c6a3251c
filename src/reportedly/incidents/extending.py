"""New reports put to incidents that are known, without linking all that is known anew."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set

from reportedly.incidents.clusters import Bond, bonds, cluster
from reportedly.incidents.linking import name_of, sketches_of
from reportedly.incidents.pairs import ENOUGH, Sketch
from reportedly.model import Reading


def extend(
    known: Sequence[Reading], new: Sequence[Reading], whole: Set[str], taken: Callable[[str], bool]
) -> dict[str, str | None]:
    """Claims (``report#claim``) to the incidents that they get or now have; what is not named keeps its own.

    ``known`` carry incidents; ``whole`` names those of which all claims are among them: no other is touched.
    ``taken`` tells whether a label is used by anything else. An incident keeps its label while it has most of the
    claims that had it.

    What comes out is what linking everything anew gives, but for two things: an incident that no new report is tied to
    stays as it is, even if the new ones would shift the balance between its neighbours; and labels are numbered in the
    order of arrival.
    """
    before = {f"{r.report.id}#{c.id}": c.incident for r in known for c in r.claims if c.incident in whole}
    arrived = sketches_of(new)
    beside = [s for s in sketches_of(known) if any(ref in before for ref in s.refs)]
    fresh = {s.key for s in arrived}
    sketches = sorted((*arrived, *beside), key=lambda s: s.key)
    scored = bonds(sketches)
    touched = _touched(sketches, scored, fresh, before)
    kept = [i for i, s in enumerate(sketches) if s.key in fresh or _label(s, before) in touched]
    place = {i: n for n, i in enumerate(kept)}
    chosen = [sketches[i] for i in kept]
    inner = [Bond(place[b.a], place[b.b], b.score, b.parts) for b in scored if b.a in place and b.b in place]
    groups = [[chosen[i] for i in group] for group in cluster(chosen, inner)]
    out: dict[str, str | None] = {f"{r.report.id}#{c.id}": None for r in new for c in r.claims}
    for label, group in _named(groups, before, taken):
        out.update({ref: label for s in group for ref in s.refs})
    return out


def _touched(
    sketches: Sequence[Sketch], scored: Sequence[Bond], fresh: Set[str], before: dict[str, str | None]
) -> set[str]:
    """The incidents that a new episode is tied to."""
    found = set()
    for b in scored:
        one, two = sketches[b.a], sketches[b.b]
        if b.score >= ENOUGH and (one.key in fresh) != (two.key in fresh):
            found.add(_label(two if one.key in fresh else one, before))
    return found


def _label(s: Sketch, before: dict[str, str | None]) -> str:
    """The incident that most claims of an episode had; empty where none had one."""
    votes = Counter(label for ref in s.refs if (label := before.get(ref)))
    return max(sorted(votes), key=votes.__getitem__) if votes else ""


def _named(
    groups: Sequence[Sequence[Sketch]], before: dict[str, str | None], taken: Callable[[str], bool]
) -> Iterable[tuple[str, Sequence[Sketch]]]:
    """Each group with its label: the one that it has most claims of and that none has more of, else a new one."""
    votes: list[tuple[int, str, int]] = []
    for n, group in enumerate(groups):
        had = Counter(label for s in group for ref in s.refs if (label := before.get(ref)))
        votes += [(count, label, n) for label, count in had.items()]
    labels: dict[int, str] = {}
    for _, label, n in sorted(votes, key=lambda v: (-v[0], v[1], groups[v[2]][0].key)):
        if n not in labels and label not in labels.values():
            labels[n] = label
    used = set(labels.values())
    for n, group in enumerate(groups):
        if n not in labels:
            labels[n] = _free(name_of(group), lambda name: name in used or taken(name))
            used.add(labels[n])
        yield labels[n], group


def _free(name: str, taken: Callable[[str], bool]) -> str:
    number = 2
    found = name
    while taken(found):
        found = f"{name}-{number}"
        number += 1
    return found

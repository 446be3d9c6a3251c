"""The linker: readings in, the same readings with an incident on every claim out."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from reportedly.incidents.clusters import Bond, bonds, cluster
from reportedly.incidents.episodes import episodes_of
from reportedly.incidents.pairs import ENOUGH, Part, Sketch, sketch
from reportedly.lineage.geo import fineness
from reportedly.lineage.times import day_of
from reportedly.model import Place, Reading


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why two reports' claims stand in one incident: the points of each comparison; ``claims`` of both sides."""

    incident: str
    claims: tuple[tuple[str, ...], tuple[str, ...]]
    score: float
    parts: tuple[Part, ...]


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")


def _main_place(group: Sequence[Sketch]) -> Place | None:
    """The place most often named, the finer of equals."""
    places = [p for s in group for p in s.spots if p.name]
    if not places:
        return None
    counts = Counter((p.name or "") for p in places)
    if any(s.scale == "wave" for s in group):
        places = [p for p in places if p.kind == "country"] or places
    return min(places, key=lambda p: (-counts[p.name or ""], fineness(p), p.name or ""))


def name_of(group: Sequence[Sketch]) -> str:
    """A readable label: place and first day; ``somewhere`` and ``undated`` where unknown."""
    place = _main_place(group)
    starts = Counter(day_of(w.start) for s in group if not s.guessed for w in s.windows)
    day = min(starts, key=lambda d: (-starts[d], d)) if starts else "undated"
    scale = Counter(s.scale for s in group).most_common(1)[0][0]
    tail = f"-{scale}" if scale in ("wave", "tally") else ""
    return f"{_slug(place.name or '') if place else 'somewhere'}-{day}{tail}"


def labels_of(sketches: Sequence[Sketch], groups: Sequence[Sequence[int]]) -> dict[int, str]:
    """A label for each episode; namesakes are numbered in the order of their first claim."""
    named = sorted((name_of([sketches[i] for i in g]), min(sketches[i].key for i in g), tuple(g)) for g in groups)
    total = Counter(name for name, _, _ in named)
    seen: Counter[str] = Counter()
    out = {}
    for name, _, group in named:
        seen[name] += 1
        label = f"{name}-{seen[name]}" if total[name] > 1 else name
        out.update(dict.fromkeys(group, label))
    return out


def sketches_of(readings: Sequence[Reading]) -> list[Sketch]:
    found = []
    for reading in readings:
        for episode in episodes_of(reading):
            key = min(f.ref for f in episode.facets)
            found.append(sketch(key, episode, reading.report.text, reading.report.published))
    return sorted(found, key=lambda s: s.key)


def _run(readings: Sequence[Reading]) -> tuple[list[Sketch], list[Bond], dict[int, str]]:
    sketches = sketches_of(readings)
    scored = bonds(sketches)
    return sketches, scored, labels_of(sketches, cluster(sketches, scored))


def link(readings: Sequence[Reading], told: Callable[[Link], None] | None = None) -> tuple[Reading, ...]:
    """The readings, in their order, with ``incident`` set on every claim; ``None`` for general background.

    Labels depend on the set of reports, not on their order. Labels that came in are not looked at. ``told`` is given
    every link with its reasons: two reports' episodes that were put into one incident, with the points for and against.
    """
    sketches, scored, labels = _run(readings)
    if told is not None:
        for b in scored:
            if labels[b.a] == labels[b.b] and b.score >= ENOUGH:
                both = sketches[b.a].refs, sketches[b.b].refs
                told(Link(incident=labels[b.a], claims=both, score=round(b.score, 2), parts=b.parts))
    incident = {ref: labels[i] for i, s in enumerate(sketches) for ref in s.refs}
    return tuple(
        msgspec.structs.replace(
            r,
            claims=tuple(msgspec.structs.replace(c, incident=incident.get(f"{r.report.id}#{c.id}")) for c in r.claims),
        )
        for r in readings
    )

"""Which happening is part of which: a strike on a town, its region's day, a raid over the country.

Each incident has an extent: its scale, place and days. It is part of the next wider one of the same days that holds its
place: a town of its region's tally or raid, that of the country's. An operation against several places at once holds
those that its own accounts name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportedly.incidents.episodes import episodes_of
from reportedly.incidents.facets import FAMILIES, WORDS
from reportedly.lineage.board import Board, Case, build
from reportedly.lineage.geo import fineness, finest, held, holds, relation
from reportedly.lineage.times import Window, day_of, gap, hour_of, window
from reportedly.model import Claim, Place, Reading

LONGEST_HOURS = 24.0 * 7
WIDE = ("wave", "tally")
HARM = ("explosion", "fire", "damage", "casualties")


class Extent(NamedTuple):
    """How far an incident reaches: ``families`` the sorts of its events; ``region`` where it is about one region alone,
    ``named`` the places that the accounts of the event itself name; ``start`` and ``end`` ISO dates.
    """

    id: str
    scale: str
    families: frozenset[str]
    place: Place | None
    region: Place | None
    named: tuple[Place, ...]
    start: str | None
    end: str | None


def nesting(linked: Sequence[Reading]) -> dict[str, str]:
    """Incident to the wider one that it is part of; those that are part of none are not in it."""
    return nested(extents_of(build(linked, None), linked).values())


def extents_of(board: Board, linked: Sequence[Reading]) -> dict[str, Extent]:
    """The extent of every incident of a board of linked readings."""
    scales = _scales(linked)
    return {case.incident: _extent(case, scales.get(case.incident, "local")) for case in board.cases}


def nested(extents: Iterable[Extent]) -> dict[str, str]:
    """Each incident with the next wider one of its days that holds it."""
    known = tuple(extents)
    wide = sorted((e for e in known if e.scale in WIDE), key=lambda e: (e.region is None, e.scale != "tally", e.id))
    found = {}
    for e in known:
        if e.scale in WIDE and e.region is None:
            continue
        wider = (w for w in wide if e.scale not in WIDE or (w.scale == "wave" and w.region is None))
        holder = next((w.id for w in wider if w.id != e.id and _inside(e, w)), None)
        if holder is not None:
            found[e.id] = holder
    return found


def _inside(e: Extent, wide: Extent) -> bool:
    if not _of_one_sort(e, wide) or e.place is None or wide.place is None:
        return False
    if not (e.start and e.end and wide.start and wide.end):
        return False
    if wide.region is not None and not holds(wide.region, e.place):
        return False
    if wide.region is None and not _reached(e.place, wide):
        return False
    ours, theirs = _days(e), _days(wide)
    return ours is not None and theirs is not None and gap(ours, theirs) < 0


def _of_one_sort(e: Extent, wide: Extent) -> bool:
    """Whether an incident can be of a raid or tally: struck like it, or harm alone; fighting on the ground is no part
    of a raid.
    """
    if "ground" in e.families - wide.families:
        return False
    return bool(e.families & wide.families - {"harm"}) or e.families == {"harm"}


def _reached(place: Place, wide: Extent) -> bool:
    """Whether a raid over a country, or an operation against several places of it, reached a place."""
    lands = {p.country for p in (wide.place, *wide.named) if p is not None and p.country}
    if place.country not in lands:
        return False
    fine = [p for p in wide.named if p.kind not in ("country", "area")]
    whole = not fine or any(p.kind in ("country", "area") for p in wide.named)
    return whole or any(relation(p, place) == "same" or holds(p, place) for p in fine)


def _days(e: Extent) -> Window | None:
    start, end = hour_of(e.start or ""), hour_of(e.end or "")
    return Window(start, end + 24.0, False) if start is not None and end is not None else None


def _extent(case: Case, scale: str) -> Extent:
    times = _times(case)
    told = [a.claim for a in case.accounts if a.claim.polarity == "affirmed"]
    core = [c for c in told if c.event in FAMILIES]
    there = {p.name: p for claim in core for p in held(claim.places, ("at", "over"))}
    return Extent(
        id=case.incident,
        scale=scale,
        families=frozenset(_sort(c) for c in told if _sort(c)),
        place=_place(case, raid=scale in WIDE),
        region=_region(case),
        named=tuple(there.values()),
        start=day_of(min(w.start for w in times)) if times else None,
        end=day_of(max(w.end for w in times) - 0.01) if times else None,
    )


def _sort(claim: Claim) -> str:
    """The family of an event, ``harm`` for what an attack leaves behind; empty for all else."""
    return FAMILIES.get(claim.event, "harm" if claim.event in HARM else "")


def _scales(linked: Sequence[Reading]) -> dict[str, str]:
    """The scale that most event claims of an incident have in the episodes of their reports."""
    votes: dict[str, Counter[str]] = {}
    for reading in linked:
        for episode in episodes_of(reading):
            for facet in episode.facets:
                if facet.claim.incident and (facet.family or facet.spots) and facet.claim.event not in WORDS:
                    votes.setdefault(facet.claim.incident, Counter())[episode.scale or facet.scale] += 1
    return {incident: max(sorted(c), key=c.__getitem__) for incident, c in votes.items()}


def _times(case: Case) -> list[Window]:
    """The hours of the event itself; those of its consequences where it has none. Spans of weeks count last."""
    spans = [(a, w) for a in case.accounts if a.claim.event not in WORDS and (w := window(a.claim.time)) is not None]
    core = [w for a, w in spans if a.claim.event in FAMILIES and w.hours <= LONGEST_HOURS]
    return core or [w for _, w in spans if w.hours <= LONGEST_HOURS] or [w for _, w in spans]


def _place(case: Case, raid: bool) -> Place | None:
    """The finest place named by most claims, settlements before facilities inside them; of a raid, by those that tell
    of the raid itself.
    """
    claims = [a.claim for a in case.accounts if a.claim.event not in WORDS]
    core = [c for c in claims if c.event in FAMILIES] if raid else []
    fine = [p for c in core or claims if (p := finest(c.places)) is not None]
    counts = Counter(p.name or "" for p in fine)
    return min(fine, key=lambda p: (-counts[p.name or ""], fineness(p), p.name or ""), default=None)


def _region(case: Case) -> Place | None:
    """The one region that a tally or wave is about; ``None`` where it is about a country or several regions."""
    there = [p for a in case.accounts for p in held(a.claim.places, ("at", "over")) if fineness(p) >= 3]
    regions = {p.name: p for p in there if p.kind == "region"}
    return regions.popitem()[1] if len(regions) == 1 and all(p.kind == "region" for p in there) else None

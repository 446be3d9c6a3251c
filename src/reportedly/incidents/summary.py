"""One record per incident with all that a page or a drawing of it needs. Nothing here depends on how it is drawn."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import msgspec

from reportedly.incidents.facets import FAMILIES, facets
from reportedly.incidents.figures import FigureHistory, histories
from reportedly.incidents.grades import Grade, suggested
from reportedly.incidents.stemma import Legs, Rarity, edges, legs
from reportedly.lineage.board import Account, Board, Case, build
from reportedly.lineage.geo import fineness, finest, held, holds
from reportedly.lineage.origins import origins_of
from reportedly.lineage.times import Window, day_of, gap, hour_of, window
from reportedly.model import Edge, Incident, Place, Reading

WORDS = ("statement", "assessment")
TELLING = (*FAMILIES, "explosion", "fire", "damage", "casualties")
"""Events whose tellers are counted as legs; a closed airport is not one more witness of the attack."""
LONGEST_HOURS = 24.0 * 7
WIDE = ("wave", "tally")


class Sides(Protocol):
    """Look-ups of sides and owners of channels; `findings.References` has both."""

    @property
    def side_of(self) -> Callable[[str], str | None] | None: ...

    @property
    def own_voice(self) -> Callable[[str], str | None] | None: ...


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """Who declined to say what: ``what`` is the event type of that which is withheld."""

    by: str
    what: str
    claims: tuple[str, ...]


class IncidentSummary(msgspec.Struct, frozen=True, kw_only=True):
    """An incident as the reports at hand tell it.

    ``scale``: ``local``, ``tally`` (a region's day) or ``wave`` (a raid over a country); ``part_of`` the tally or wave
    that holds it. ``start`` and ``end`` are ISO dates. ``against_interest``: claims that may run against the interest
    of the side that makes them. ``grades`` are suggestions.
    """

    id: str
    scale: str
    place: Place | None
    start: str | None
    end: str | None
    part_of: str | None
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    figures: tuple[FigureHistory, ...]
    edges: tuple[Edge, ...]
    legs: Legs
    withheld: tuple[Withheld, ...]
    against_interest: tuple[str, ...]
    grades: tuple[Grade, ...]


def summary(linked: Sequence[Reading], references: Sides | None = None) -> tuple[IncidentSummary, ...]:
    """The incidents of linked readings, those told by most reports first."""
    board = build(linked, references)
    scales = _scales(linked)
    rarity = Rarity(board)
    found = [_summary(board, case, scales.get(case.incident, "local"), rarity) for case in board.cases]
    found = _nested(found, {case.incident: _region(case) for case in board.cases})
    return tuple(sorted(found, key=lambda s: (-len(s.reports), -len(s.claims), s.id)))


def incidents(linked: Sequence[Reading]) -> tuple[Incident, ...]:
    """The incidents of linked readings as plain records."""
    return tuple(
        Incident(
            id=s.id, claims=s.claims, reports=s.reports, start=s.start, end=s.end, place=s.place, part_of=s.part_of
        )
        for s in summary(linked)
    )


def _scales(linked: Sequence[Reading]) -> dict[str, str]:
    """The scale that most event claims of an incident have."""
    votes: dict[str, Counter[str]] = {}
    for reading in linked:
        for facet in facets(reading):
            if facet.claim.incident and (facet.family or facet.spots) and facet.claim.event not in WORDS:
                votes.setdefault(facet.claim.incident, Counter())[facet.scale] += 1
    return {incident: max(sorted(c), key=c.__getitem__) for incident, c in votes.items()}


def _summary(board: Board, case: Case, scale: str, rarity: Rarity) -> IncidentSummary:
    origins = origins_of(board, case)
    tree = edges(board, case, origins, rarity)
    told = [a for a in case.accounts if a.claim.event in TELLING and a.claim.polarity == "affirmed"]
    whole = legs(told or case.accounts, origins, tree)
    times = _times(case)
    return IncidentSummary(
        id=case.incident,
        scale=scale,
        place=_place(case),
        start=day_of(min(w.start for w in times)) if times else None,
        end=day_of(max(w.end for w in times) - 0.01) if times else None,
        part_of=None,
        reports=tuple(dict.fromkeys(a.report for a in case.accounts)),
        claims=tuple(a.ref for a in case.accounts),
        figures=histories(case, origins, tree),
        edges=tree,
        legs=whole,
        withheld=_withheld(case),
        against_interest=tuple(a.ref for a in case.accounts if _against_interest(a)),
        grades=suggested(case, whole),
    )


def _times(case: Case) -> list[Window]:
    """The hours of the event itself; those of its consequences where it has none. Spans of weeks count last."""
    spans = [(a, w) for a in case.accounts if a.claim.event not in WORDS and (w := window(a.claim.time)) is not None]
    core = [w for a, w in spans if a.claim.event in FAMILIES and w.hours <= LONGEST_HOURS]
    return core or [w for _, w in spans if w.hours <= LONGEST_HOURS] or [w for _, w in spans]


def _place(case: Case) -> Place | None:
    """The finest place named by most claims, settlements before facilities inside them."""
    fine = [p for a in case.accounts if a.claim.event not in WORDS and (p := finest(a.claim.places)) is not None]
    counts = Counter(p.name or "" for p in fine)
    return min(fine, key=lambda p: (-counts[p.name or ""], fineness(p), p.name or ""), default=None)


def _withheld(case: Case) -> tuple[Withheld, ...]:
    rooms: dict[tuple[str, str], list[str]] = {}
    for a in case.accounts:
        if a.claim.polarity == "withheld":
            rooms.setdefault((a.voice.name, a.claim.event), []).append(a.ref)
    return tuple(Withheld(by=by, what=what, claims=tuple(refs)) for (by, what), refs in rooms.items())


def _against_interest(a: Account) -> bool:
    """A side that tells of a hit on its own military or industry, or of harm that its own strike did to people."""
    claim, side = a.claim, a.voice.side
    if side is None or claim.polarity != "affirmed":
        return False
    kind = claim.target.kind if claim.target else None
    place = finest(claim.places)
    if claim.event in ("strike", "damage") and kind in ("military", "facility", "infrastructure"):
        return place is not None and place.country == side
    by = claim.actor.side if claim.actor else None
    return claim.event in ("strike", "casualties") and by == side and kind in ("residential", "person")


def _region(case: Case) -> Place | None:
    """The one region that a tally or wave is about; ``None`` where it is about a country or several regions."""
    there = [p for a in case.accounts for p in held(a.claim.places, ("at", "over")) if fineness(p) >= 3]
    regions = {p.name: p for p in there if p.kind == "region"}
    return regions.popitem()[1] if len(regions) == 1 and all(p.kind == "region" for p in there) else None


def _nested(found: list[IncidentSummary], regions: Mapping[str, Place | None]) -> list[IncidentSummary]:
    """Each incident put into the next wider one of its hours: a town's into its region's, that into the country's."""
    wide = sorted(
        (s for s in found if s.scale in WIDE), key=lambda s: (regions[s.id] is None, s.scale != "tally", s.id)
    )

    def holder(s: IncidentSummary) -> str | None:
        if s.scale in WIDE and regions[s.id] is None:
            return None
        wider = (w for w in wide if s.scale not in WIDE or (w.scale == "wave" and regions[w.id] is None))
        return next((w.id for w in wider if w is not s and _inside(s, w, regions[w.id])), None)

    return [msgspec.structs.replace(s, part_of=holder(s)) for s in found]


def _inside(s: IncidentSummary, wide: IncidentSummary, region: Place | None) -> bool:
    if s.place is None or wide.place is None or not (s.start and s.end and wide.start and wide.end):
        return False
    if region is not None and not holds(region, s.place):
        return False
    if region is None and (s.place.country is None or s.place.country != wide.place.country):
        return False
    ours, theirs = _days(s), _days(wide)
    return ours is not None and theirs is not None and gap(ours, theirs) < 0


def _days(s: IncidentSummary) -> Window | None:
    start, end = hour_of(s.start or ""), hour_of(s.end or "")
    return Window(start, end + 24.0, False) if start is not None and end is not None else None

"""One record per incident with all that a page or a drawing of it needs. Nothing here depends on how it is drawn."""

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from reportedly.incidents.facets import FAMILIES
from reportedly.incidents.figures import FigureHistory, histories
from reportedly.incidents.grades import Grade, suggested
from reportedly.incidents.nesting import Extent, extents_of, nested
from reportedly.incidents.stemma import Legs, Rarity, edges, legs
from reportedly.lineage.board import Account, Board, Case, build
from reportedly.lineage.geo import finest
from reportedly.lineage.origins import origins_of
from reportedly.model import Edge, Incident, Place, Reading

TELLING = (*FAMILIES, "explosion", "fire", "damage", "casualties")
"""Events whose tellers are counted as legs; a closed airport is not one more witness of the attack."""


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
    extents = extents_of(board, linked)
    holders = nested(extents.values())
    rarity = Rarity(board)
    found = [_summary(board, case, extents[case.incident], holders.get(case.incident), rarity) for case in board.cases]
    return tuple(sorted(found, key=lambda s: (-len(s.reports), -len(s.claims), s.id)))


def incidents(linked: Sequence[Reading]) -> tuple[Incident, ...]:
    """The incidents of linked readings as plain records."""
    return tuple(
        Incident(
            id=s.id, claims=s.claims, reports=s.reports, start=s.start, end=s.end, place=s.place, part_of=s.part_of
        )
        for s in summary(linked)
    )


def _summary(board: Board, case: Case, extent: Extent, part_of: str | None, rarity: Rarity) -> IncidentSummary:
    origins = origins_of(board, case)
    tree = edges(board, case, origins, rarity)
    told = [a for a in case.accounts if a.claim.event in TELLING and a.claim.polarity == "affirmed"]
    whole = legs(told or case.accounts, origins, tree)
    return IncidentSummary(
        id=case.incident,
        scale=extent.scale,
        place=extent.place,
        start=extent.start,
        end=extent.end,
        part_of=part_of,
        reports=tuple(dict.fromkeys(a.report for a in case.accounts)),
        claims=tuple(a.ref for a in case.accounts),
        figures=histories(case, origins, tree),
        edges=tree,
        legs=whole,
        withheld=_withheld(case),
        against_interest=tuple(a.ref for a in case.accounts if _against_interest(a)),
        grades=suggested(case, whole),
    )


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

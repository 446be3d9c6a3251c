"""Incidents as others may see them: made from claims that have passed the gate, as if there were no others.

Figures, family tree and standing are computed over the reports themselves (their words decide who copied whom), from
the passed claims alone; then every name in the result that is not shown with a claim is taken out.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportedly.incidents import IncidentSummary, summary
from reportedly.incidents.figures import FigureHistory
from reportedly.incidents.stemma import SOURCE, Legs
from reportedly.incidents.summary import Sides
from reportedly.model import Claim, Edge, Place, Reading
from reportedly.pages.incident import main_event, title
from reportedly.publish.gate import Published, opaque
from reportedly.publish.persons import in_a_pack
from reportedly.publish.places import Coarse, coarse
from reportedly.publish.rules import LEAST_KM

UNNAMED = "somebody not named here"
_FINEST = ("minute", "hour", "part_of_day", "day", "week", "month", "year")
_EVIDENCE = {
    "cites": "cites",
    "names": "names",
    "forwards": "forwards",
    "verbatim": "has the words of",
    "rare_value": "has the same rare figure as",
    "rare_error": "has the same rare error as",
}
"""What an edge stands on, without the words of the reports."""
_REF = re.compile(r"\S+#c\d+")


class PublishedEstimate(Struct, frozen=True, kw_only=True):
    """A figure by the ``rule`` of a codebook (`incidents.figures`); ``by`` said it in ``claim``."""

    rule: str
    value: float
    by: str
    claim: str


class PublishedFigure(Struct, frozen=True, kw_only=True):
    """What was counted (``killed``, ``harm.aircraft``...), of which part, where, and what rules make of the reports."""

    topic: str
    part: str | None
    place: str | None
    estimates: tuple[PublishedEstimate, ...]


class PublishedIncident(Struct, frozen=True, kw_only=True):
    """One happening. ``id`` is a sign that says nothing, ``start``, ``end`` ISO dates, ``precision`` the finest told.

    ``affirmed``: somebody says that the event happened; else it is only denied, withheld or not reported.
    ``origins_low`` to ``origins_high`` independent origins, the named ones on ``sides`` of the conflict.
    """

    id: str
    title: str
    event: str
    affirmed: bool
    scale: str
    start: str | None
    end: str | None
    precision: str | None
    place: Coarse | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    publishers: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    weapons: tuple[str, ...]
    figures: tuple[PublishedFigure, ...]
    origins_low: int
    origins_high: int
    sides: tuple[str, ...]

    def estimate(self, topic: str, rule: str) -> float | None:
        """What a rule makes of the whole figure of a topic; ``None`` where nobody named gave one."""
        whole = (f for f in self.figures if f.topic == topic and f.part is None and f.place is None)
        return next((e.value for f in whole for e in f.estimates if e.rule == rule), None)

    def deaths(self, rule: str) -> float | None:
        """What a rule makes of all deaths told; of those of soldiers where no others are told."""
        whole = self.estimate("killed", rule)
        return self.estimate("killed.military", rule) if whole is None else whole


class Dossier(NamedTuple):
    """An incident with the summary that its drawings are made of, names taken out. ``label`` stays in the house."""

    label: str
    record: PublishedIncident
    summary: IncidentSummary


def dossiers(
    readings: Iterable[Reading], passed: Mapping[str, Published], references: Sides | None = None, km: float = LEAST_KM
) -> tuple[Dossier, ...]:
    """The incidents of readings as far as their claims (``report#claim``) have passed; those told most first.

    Each is made from its own claims alone, so that it says the same wherever it goes out, by itself or among others.
    """
    found = [_dossier(s, part, passed, km) for part in _apart(readings, passed) for s in summary(part, references)]
    return tuple(sorted(found, key=lambda d: (-len(d.record.reports), -len(d.record.claims), d.label)))


def _apart(readings: Iterable[Reading], passed: Collection[str]) -> Iterable[list[Reading]]:
    """The readings of each incident, with nothing but its claims that have passed."""
    rooms: dict[str, list[Reading]] = {}
    for r in readings:
        mine: dict[str, list[Claim]] = {}
        for c in r.claims:
            if c.incident and f"{r.report.id}#{c.id}" in passed:
                mine.setdefault(c.incident, []).append(c)
        for label, claims in mine.items():
            rooms.setdefault(label, []).append(replace(r, claims=tuple(claims)))
    return rooms.values()


def _dossier(s: IncidentSummary, kept: Sequence[Reading], passed: Mapping[str, Published], km: float) -> Dossier:
    """One incident from its reports."""
    claims = [passed[ref] for ref in s.claims]
    shown = {name for c in claims for name in (c.publisher, *c.sources) if name}
    masked = _masked(s, passed, shown)
    event = main_event(masked, kept)
    told = [c for c in claims if c.event == event] or claims
    record = PublishedIncident(
        id=opaque(s.id) or "",
        title=title(masked, kept),
        event=event,
        affirmed=any(c.event == event and c.polarity == "affirmed" for c in claims),
        scale=s.scale,
        start=s.start,
        end=s.end,
        precision=min((c.precision for c in told), key=_FINEST.index, default=None),
        place=coarse(s.place, km) if s.place else None,
        claims=s.claims,
        reports=s.reports,
        publishers=_once(c.publisher for c in claims),
        actors=_once(c.actor for c in told),
        targets=_once(c.target for c in told),
        weapons=_once(w for c in told for w in c.weapons),
        figures=tuple(_figure(h) for h in masked.figures),
        origins_low=s.legs.low,
        origins_high=s.legs.high,
        sides=s.legs.sides,
    )
    return Dossier(s.id, record, masked)


def _once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _figure(history: FigureHistory) -> PublishedFigure:
    return PublishedFigure(
        topic=history.topic,
        part=history.part,
        place=history.place,
        estimates=tuple(
            PublishedEstimate(rule=e.rule, value=e.value, by=e.by, claim=e.claim) for e in history.estimates
        ),
    )


def _masked(s: IncidentSummary, passed: Mapping[str, Published], shown: Collection[str]) -> IncidentSummary:
    """The summary without a name that no passed claim shows, and without the words of reports."""

    def by(ref: str) -> str:
        claim = passed[ref]
        return claim.sources[-1] if claim.sources else claim.publisher or UNNAMED

    def open_(name: str) -> bool:
        return name in shown or in_a_pack(name)

    return replace(
        s,
        place=_plain(s.place),
        figures=tuple(
            replace(
                h,
                timeline=tuple(replace(t, by=by(t.claim)) for t in h.timeline),
                estimates=tuple(replace(e, by=by(e.claim)) for e in h.estimates),
                legs=_named(h.legs, open_),
            )
            for h in s.figures
        ),
        edges=tuple(
            replace(e, evidence=_evidence(e, passed), params={})
            for e in s.edges
            if not e.parent.startswith(SOURCE) or open_(e.parent.removeprefix(SOURCE))
        ),
        legs=_named(s.legs, open_),
        withheld=tuple(replace(w, by=by(w.claims[0])) for w in s.withheld),
    )


def _evidence(edge: Edge, passed: Mapping[str, Published]) -> str:
    """Which claim, or else which report, draws on whom, and in which way."""
    refs = [ref for ref in _REF.findall(edge.evidence) if ref in passed]
    whom = edge.parent.removeprefix(SOURCE) if len(refs) < 2 else refs[1]
    return f"{refs[0] if refs else edge.child} {_EVIDENCE.get(edge.kind, edge.kind)} {whom}"


def _plain(place: Place | None) -> Place | None:
    """Only what a gazetteer knows by name."""
    if place is None or place.name is None:
        return None
    return Place(text=place.name, name=place.name, country=place.country, kind=place.kind, disputed=place.disputed)


def _named(legs: Legs, open_: Callable[[str], bool]) -> Legs:
    origins = (o if open_(o.name) else replace(o, name=UNNAMED, named=False) for o in legs.origins)
    return replace(legs, origins=tuple(origins))

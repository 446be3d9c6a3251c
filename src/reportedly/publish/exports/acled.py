"""A table of incidents in the shape of ACLED: its 31 columns in its order, one row an incident.

Shaped like it, not by it: types follow from ours where the codebook (ACLED Codebook, 2023) leaves no choice, and what
a coder would have to judge stays empty. Fatalities are the most conservative figure (``acled.conservative``), with its
numbers for vague words: tens 10, dozens 12, hundreds 100; empty where nobody named gave one.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from reportedly.languages import codes, fold, lexicon
from reportedly.model import Claim, Quantity
from reportedly.publish.exports.cells import number, to_csv
from reportedly.publish.exports.countries import country
from reportedly.publish.incidents import PublishedIncident
from reportedly.publish.outgoing import Outgoing

COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
_VIOLENCE, _DEMONSTRATION, _DEVELOPMENT = "Political violence", "Demonstrations", "Strategic developments"
_REMOTE = "Explosions/Remote violence"
_VAGUE_BELOW = 1000


class Type(NamedTuple):
    """Disorder type, event type, sub-event type; the last empty where it takes a judgement."""

    disorder: str
    event: str
    sub: str = ""


_TYPES = {
    "strike": Type(_VIOLENCE, _REMOTE),
    "bombing": Type(_VIOLENCE, _REMOTE),
    "clash": Type(_VIOLENCE, "Battles", "Armed clash"),
    "capture": Type(_VIOLENCE, "Battles"),
    "interception": Type(_DEVELOPMENT, _DEVELOPMENT, "Disrupted weapons use"),
    "detention": Type(_DEVELOPMENT, _DEVELOPMENT, "Arrests"),
    "agreement": Type(_DEVELOPMENT, _DEVELOPMENT, "Agreement"),
    "protest": Type(_DEMONSTRATION, "Protests"),
}
_AIR = ("drone", "bomb", "aircraft")
_GROUND = ("artillery", "missile", "rocket")
_TIME = {"minute": 1, "hour": 1, "part_of_day": 1, "day": 1, "week": 2, "month": 3}
_GEO = {"settlement": 1, "facility": 1, "district": 2, "region": 3}


def write(out: Outgoing) -> Iterator[bytes]:
    """One row an incident of a kind that ACLED codes."""
    types = _weapon_types(out)
    rows = (_row(d.record, types.get(d.record.id, frozenset()), out) for d in out.retold(_coded))
    return to_csv(COLUMNS, ([row.get(name) for name in COLUMNS] for row in rows if row), mark=False)


def coded(incident: PublishedIncident) -> bool:
    """Whether ACLED codes this kind of event, and somebody says that it happened."""
    return incident.affirmed and incident.event in _TYPES


def _row(incident: PublishedIncident, weapons: frozenset[str], out: Outgoing) -> dict[str, Any]:
    if not coded(incident):
        return {}
    kind, place = _typed(incident.event, weapons), incident.place
    home = country(place.country) if place else None
    precision = _TIME.get(incident.precision or "")
    fatal = number(incident.deaths("acled.conservative"))
    return {
        "event_id_cnty": (place.country or "" if place else "") + incident.id,
        "event_date": incident.start if precision else None,
        "year": incident.start[:4] if incident.start else None,
        "time_precision": precision,
        "disorder_type": kind.disorder,
        "event_type": kind.event,
        "sub_event_type": kind.sub,
        "actor1": incident.actors[0] if len(incident.actors) == 1 else None,
        "iso": home.numeric if home else None,
        "region": home.acled_region if home else None,
        "country": home.name if home else None,
        "admin1": _within(incident, "region"),
        "admin2": _within(incident, "district"),
        "location": place.name if place and place.kind in _GEO else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": _GEO.get(place.kind or "") if place else None,
        "source": "; ".join(incident.publishers),
        "notes": notes(incident),
        "fatalities": fatal,
        "tags": "fatalities=acled.conservative" if fatal is not None else None,
        "timestamp": int(out.now.timestamp()),
    }


def notes(incident: PublishedIncident) -> str:
    """What the row stands on, in a sentence of ours; never words of a report."""
    words = [f"{incident.title}, as reported: {len(incident.claims)} claims in {len(incident.reports)} reports"]
    words += [
        f"{figure.topic} {number(e.value)} ({e.rule}, {e.by})"
        for figure in incident.figures
        if figure.topic in ("killed", "killed.military", "injured") and figure.part is None and figure.place is None
        for e in figure.estimates
        if e.rule == "acled.conservative"
    ]
    return "; ".join(words)


def _within(incident: PublishedIncident, kind: str) -> str | None:
    place = incident.place
    if place is None:
        return None
    return place.name if place.kind == kind else place.admin1 if kind == "region" else place.admin2


def _typed(event: str, weapons: frozenset[str]) -> Type:
    kind = _TYPES[event]
    if event != "strike" or not weapons:
        return kind
    if weapons <= set(_AIR):
        return kind._replace(sub="Air/drone strike")
    return kind._replace(sub="Shelling/artillery/missile attack") if weapons <= set(_GROUND) else kind


def _weapon_types(out: Outgoing) -> dict[str, frozenset[str]]:
    """The kinds of weapon of the strikes of each incident, by its sign."""
    found: dict[str, set[str]] = {}
    for reading in out.found.readings:
        for claim in reading.claims:
            passed = out.by_ref.get(f"{reading.report.id}#{claim.id}")
            if passed is not None and passed.incident and claim.event == "strike":
                found.setdefault(passed.incident, set()).update(weapon.type for weapon in claim.weapons)
    return {sign: frozenset(types) for sign, types in found.items()}


def _coded(claim: Claim) -> Claim:
    """The claim with ACLED's numbers for vague words."""
    if not any(quantity.bound == "vague" for quantity in claim.quantities):
        return claim
    return replace(claim, quantities=tuple(map(_counted, claim.quantities)))


def _counted(quantity: Quantity) -> Quantity:
    if quantity.bound != "vague" or not 10 <= (quantity.low or 0) < _VAGUE_BELOW:
        return quantity
    words = fold(quantity.text)
    stems = (pair for code in codes() for pair in lexicon(code, "numerals").ACLED.items())
    found = next((value for stem, value in stems if stem in words), None)
    return quantity if found is None else replace(quantity, value=found, low=None, high=None)

"""Where two claims lie to each other: the same place, one inside the other, near, or apart."""

import math
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from reportedly.model import Claim, Place

Relation: TypeAlias = Literal["same", "within", "near", "apart", "unknown"]

NEAR_KM = 50.0
SAME_KM = 3.0
FINENESS = {"facility": 0, "settlement": 1, "district": 2, "area": 3, "region": 4, "country": 5}
"""Smaller is finer; an unknown kind counts as a settlement."""
EXTENT_KM = {"facility": 2.0, "settlement": 6.0, "district": 25.0}
"""How far from its point a place of this kind reaches, in kilometres; greater places have outlines, not points."""
REACH_KM = {"facility": 10.0, "settlement": 30.0, "district": 30.0, "area": 400.0, "region": 220.0, "country": 6000.0}
"""How far from its centre a place of this kind may hold another, where no register says what contains what."""
GUESSED = 0.4
"""A facility of at most this confidence has the coordinates of its town or region."""
HELD = ("at", "over", "near")


def km(a: Place, b: Place) -> float | None:
    """Great-circle distance in kilometres; ``None`` if either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    la, lb = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((lb - la) / 2) ** 2
    h += math.cos(la) * math.cos(lb) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def fineness(place: Place) -> int:
    return FINENESS.get(place.kind or "settlement", 1)


def extent_km(place: Place) -> float:
    """How far from its point a place reaches; one of unknown kind counts as a settlement."""
    return EXTENT_KM.get(place.kind or "settlement", EXTENT_KM["settlement"])


def held(places: Iterable[Place], roles: Sequence[str] = HELD) -> tuple[Place, ...]:
    """The resolved places where something happened. A place without a role counts only where no place has one."""
    named = tuple(p for p in places if p.name)
    if not any(p.role for p in named):
        return named
    return tuple(p for p in named if p.role in roles)


def finest(places: Iterable[Place]) -> Place | None:
    """The finest place where something happened, those with coordinates first; the first of equals."""
    return _finest(held(places))


def _finest(found: tuple[Place, ...]) -> Place | None:
    if len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda p: (p.lat is None, fineness(p), p.role == "near"))


def spots(claim: Claim) -> tuple[Place, ...]:
    """The places of a claim at its finest grade (two towns struck together are two spots), and the towns beside an
    object far from them ("Saky and the Belbek air base"); none without coordinates."""
    there = held(claim.places)
    best = _finest(there)
    if best is None or best.lat is None:
        return ()
    grade = fineness(best)
    fine = tuple(p for p in there if p.lat is not None and fineness(p) == grade)
    return tuple(p for p in there if p in fine or (grade == 0 and _apart_from(p, fine)))


def _apart_from(town: Place, objects: Sequence[Place]) -> bool:
    """Whether a town is no place of the objects named beside it."""
    return town.kind == "settlement" and all((km(town, p) or 0.0) > REACH_KM["settlement"] for p in objects)


def holds(outer: Place, inner: Place) -> bool:
    """Whether ``outer`` contains ``inner``: by register where both carry one, else by kind, country and distance."""
    if fineness(outer) <= fineness(inner):
        return False
    if outer.country and inner.country and outer.country != inner.country:
        return False
    city = city_of(outer)
    if city is not None and inner.kind == "settlement":
        return inner.name == city  # a quarter and its city are one place in the other, a quarter and a village are not
    if outer.kind == "country":
        return outer.country == inner.country
    if outer.kind == "region" and inner.admin1 and outer.name == inner.admin1:
        return True
    if outer.kind == "region" and outer.admin1 and inner.admin1:
        return outer.admin1 == inner.admin1
    apart = km(outer, inner)
    return apart is not None and apart <= REACH_KM.get(outer.kind or "settlement", 20.0)


def city_of(place: Place) -> str | None:
    """The city of a quarter, which the gazetteer names after it: "Kyivskyi District (Kharkiv)"."""
    _, _, city = (place.name or "").rstrip(")").partition(" (")
    return city if city and place.kind == "district" and city != place.admin1 else None


def relation(a: Place, b: Place) -> Relation:
    """How two places lie to each other; ``unknown`` where names differ and coordinates are missing."""
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return "same"
    apart = km(a, b)
    alike = bool(a.name) and a.name == b.name and a.country == b.country
    if alike and (apart is None or apart <= NEAR_KM or fineness(a) >= 4):
        return "same"
    if holds(a, b) or holds(b, a):
        return "within"
    if apart is None:
        return "unknown"
    if fineness(a) == fineness(b) and apart <= SAME_KM:
        return "same"
    if apart <= NEAR_KM or (a.admin1 and a.admin1 == b.admin1 and (guessed(a) or guessed(b))):
        return "near"
    return "apart"


def guessed(place: Place) -> bool:
    """A facility that no register knows and that stands where its town or region does."""
    if place.kind != "facility" or place.geonameid is not None or place.confidence is None:
        return False
    return place.confidence <= GUESSED


RANK: dict[Relation, int] = {"same": 4, "within": 3, "near": 2, "unknown": 1, "apart": 0}


def closest(a: Iterable[Place], b: Iterable[Place]) -> Relation | None:
    """The closest relation of any two places of two lists; ``None`` if one list is empty."""
    b = tuple(b)
    found = [relation(x, y) for x in a for y in b]
    return max(found, key=RANK.__getitem__, default=None)

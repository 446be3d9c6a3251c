"""Whether two claims can be about one happening: places and times that do not exclude each other."""

from datetime import date

from reportedly.model import Claim, Place, TimeSpan

_FINE = ("facility", "settlement", "area", "district")


def main_places(claim: Claim) -> tuple[Place, ...]:
    """Where it happened: places with role at, over or near, or all where roles are not known."""
    chosen = tuple(p for p in claim.places if p.role in (None, "at", "over", "near"))
    return chosen or claim.places


def names(claim: Claim) -> frozenset[str]:
    """Names of the main places; a place that nobody knows goes by its words."""
    return frozenset(p.name or p.text for p in main_places(claim))


def finest(claim: Claim) -> frozenset[str]:
    """Names of the main places of the finest kind."""
    places = main_places(claim)
    for kind in _FINE:
        chosen = frozenset(p.name or p.text for p in places if p.kind == kind)
        if chosen:
            return chosen
    return frozenset(p.name or p.text for p in places)


def place_fits(one: Claim, two: Claim) -> bool:
    """Whether the claims share a main place, or one of them names none."""
    a, b = names(one), names(two)
    return not a or not b or bool(a & b)


def same_place(one: Claim, two: Claim) -> bool:
    """Whether the claims share a main place that both name."""
    return bool(names(one) & names(two))


def nested(one: Claim, two: Claim) -> bool:
    """Whether the claims' places fit, a place named after another one ("Kyivskyi District (Kharkiv)") counted
    as in it.
    """
    a, b = names(one), names(two)
    return not a or not b or not a.isdisjoint(b) or any(x in y or y in x for x in a for y in b)


def days_apart(one: Claim, two: Claim) -> int:
    """Days between the beginnings of the two times; 0 where one is unknown."""
    if one.time is None or two.time is None:
        return 0
    try:
        return abs((date.fromisoformat(one.time.start[:10]) - date.fromisoformat(two.time.start[:10])).days)
    except ValueError:
        return 0


def time_fits(one: Claim, two: Claim) -> bool:
    """Whether the times of the claims do not exclude each other. An unknown time excludes nothing."""
    if one.time is None or two.time is None:
        return True
    return overlap(one.time, two.time)


def overlap(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether two times have an instant in common; a night's hours count only where both sides are that fine."""
    if (a.start, a.end) == (b.start, b.end):
        return True
    if a.precision == b.precision == "part_of_day":
        return _nights_meet(a, b)
    clocked, other = (a, b) if "T" in a.start else (b, a)
    if "T" in clocked.start and other.precision == "part_of_day" and other.start[:10] != other.end[:10]:
        return _in_night(clocked.start, other)
    return a.start[:10] <= b.end[:10] and b.start[:10] <= a.end[:10] and _clocks_meet(a, b)


def _nights_meet(a: TimeSpan, b: TimeSpan) -> bool:
    """Two parts of days, not the same: a night meets no single part of one of its days but itself told in one day."""
    if "T" in a.start and "T" in b.start:
        return a.start <= b.end and b.start <= a.end
    one, two = (a.start[:10], a.end[:10]), (b.start[:10], b.end[:10])
    return one[0] == one[1] == two[0] == two[1]


def _in_night(moment: str, night: TimeSpan) -> bool:
    day, _, clock = moment.partition("T")
    if day == night.start[:10]:
        return clock[:2] >= "17"
    return day == night.end[:10] and clock[:2] < "11"


def _clocks_meet(a: TimeSpan, b: TimeSpan) -> bool:
    if "T" not in a.start or "T" not in b.start:
        return True
    return a.start[:16] <= b.end[:16] and b.start[:16] <= a.end[:16]

"""Figures as intervals: which of a claim's figures can be set against which, and how they read."""

from collections.abc import Iterable
from math import inf

from msgspec import Struct

from reportedly.model import Claim, Quantity

PEOPLE = frozenset({"killed", "injured", "missing", "detained", "evacuated", "displaced", "affected"})
_MATERIEL = frozenset({"hit", "damaged", "destroyed"})
_EVERYBODY = frozenset(
    "people persons person civilians residents victims dead wounded injured killed casualties men women individuals"
    " human humans lives locals citizens inhabitants deaths bodies".split()
)
_WORDS_OF_ONE_THING = (
    frozenset("aircraft plane planes warplane warplanes jet jets bomber bombers airplanes".split()),
    frozenset("drone drones uav uavs unmanned aerial vehicles shahed shaheds".split()),
    frozenset("missile missiles rocket rockets".split()),
    frozenset("house houses home homes residential buildings building apartment blocks dwellings".split()),
    frozenset("staff employees workers employee worker personnel colleagues".split()),
    frozenset("serviceman servicemen soldiers troops military soldier fighters combatants militants officers".split()),
)
_COMBATANT = frozenset(
    "serviceman servicemen soldier soldiers troops fighter fighters militant militants combatants combatant officers"
    " officer mercenaries mercenary commanders instructors personnel terrorists".split()
)


_SUBSET = frozenset(
    "hospital hospitalised hospitalized hospitals serious critical condition severe grave moderate children child"
    " minors minor teenagers teenager babies baby infants kids schoolchildren elderly pensioners refused intensive care"
    " outpatient treated rescued bodies body reanimation".split()
)
_FAR = 5
"""From this factor on, a group's figure and one of people at large are taken to count different things."""


class Interval(Struct, frozen=True):
    """What a figure leaves open: from ``low`` to ``high``, both inclusive, ``high`` infinite where not given."""

    low: float
    high: float

    def disjoint(self, other: "Interval") -> bool:
        """Whether no number satisfies both."""
        return self.high < other.low or other.high < self.low


def interval(q: Quantity) -> Interval | None:
    """The numbers that a figure allows; ``None`` for a figure without any number."""
    if q.value is not None:
        if q.bound == "about":
            return Interval(q.value * 0.9, q.value * 1.1)
        return Interval(q.value, q.value)
    if q.low is None and q.high is None:
        return None
    return Interval(q.low if q.low is not None else 0, q.high if q.high is not None else inf)


def best(q: Quantity) -> float | None:
    """The one number that a figure is quoted by: its value, else the bound that it names."""
    for number in (q.value, q.low, q.high):
        if number is not None:
            return float(number)
    return None


def shown(q: Quantity) -> str:
    """The figure as its text has it, without a line break."""
    number = q.value if q.value is not None else None
    if number is not None:
        return f"{number:g}" if isinstance(number, float) and number % 1 else f"{int(number)}"
    if q.low is not None and q.high is not None:
        return f"{q.low:g}–{q.high:g}"
    if q.low is not None:
        return f"≥ {q.low:g}"
    if q.high is not None:
        return f"≤ {q.high:g}"
    return " ".join(q.text.split())


def words(item: str | None) -> frozenset[str]:
    """The words of an item, without those that say nothing about which things are counted."""
    return frozenset((item or "").lower().replace("-", " ").split()) - {"of", "the", "lost", "or", "and"}


def everybody(item: str | None) -> bool:
    """Whether an item names no subset: people at large, or nothing."""
    return not (words(item) - _EVERYBODY)


def combatants(q: Quantity) -> bool:
    """Whether a figure counts fighters."""
    return q.whom in ("combatant", "military") or bool(words(q.item) & _COMBATANT)


def same_things(one: Quantity, two: Quantity) -> bool:
    """Whether two figures count things of one sort. An item left unsaid goes with any."""
    if one.of != two.of and not (one.of in _MATERIEL and two.of in _MATERIEL and one.of != "other"):
        return False
    a, b = words(one.item), words(two.item)
    if one.of == "other" or two.of == "other":
        return bool(a & b)
    if one.of in PEOPLE and (a & _SUBSET) != (b & _SUBSET):
        return False
    if one.of in PEOPLE and everybody(one.item) != everybody(two.item):
        return _within(best(one), best(two))
    if not a or not b or a & b:
        return True
    if one.of in PEOPLE and everybody(one.item) and everybody(two.item):
        return True
    return any(a & group and b & group for group in _WORDS_OF_ONE_THING)


def model_name(item: str | None) -> bool:
    """Whether an item is a model of something (Tu-95), which says nothing on what sort of thing it is."""
    return any(ch.isdigit() for ch in item or "")


def subset(q: Quantity) -> bool:
    """Whether a figure counts a subset by age, state or treatment: children, those in hospital."""
    return bool(words(q.item) & _SUBSET) or q.whom == "child"


def _within(one: float | None, two: float | None) -> bool:
    return bool(one and two) and max(one or 0, two or 0) / min(one or 1, two or 1) < _FAR


def main_figures(claim: Claim) -> tuple[Quantity, ...]:
    """The figures of a claim that stand for the whole, not for a part (one place, children among them) of another
    one."""
    seen: list[Quantity] = []
    for n, q in enumerate(claim.quantities):
        if q.part_of is not None or best(q) is None or subset(q) or _part(q, claim.quantities[:n]):
            continue
        seen.append(q)
    return tuple(seen)


def _part(q: Quantity, before: Iterable[Quantity]) -> bool:
    return any(
        b.of == q.of and b.part_of is None and b.place is None and (q.place is not None or same_or_subset(q, b))
        for b in before
    )


def same_or_subset(q: Quantity, total: Quantity) -> bool:
    """Whether a figure can be a part of a total of the same kind: its item is the total's, or narrows it down."""
    if q.of != total.of:
        return False
    if not words(total.item) or (q.of in PEOPLE and everybody(total.item)):
        return True
    return bool(words(q.item) & words(total.item)) or not words(q.item)

"""Which events a clause tells of, from its event words and figures (claim schema, "Event types", rules 21 and 31)."""

from collections.abc import Sequence

from reportedly.claims.clauses import Clause
from reportedly.model import Quantity, Weapon
from reportedly.model.terms import EventType

WEAPON_EVENTS: frozenset[EventType] = frozenset(
    {"strike", "interception", "clash", "bombing", "explosion", "measure", "assessment", "statement"}
)
ATTACKS: frozenset[EventType] = frozenset({"strike", "bombing", "explosion", "clash", "disaster"})
SOFT: tuple[EventType, ...] = ("statement", "assessment", "other")

OF_EVENT: dict[str, tuple[EventType, ...]] = {
    "killed": ("casualties",),
    "injured": ("casualties",),
    "missing": ("casualties",),
    "detained": ("detention",),
    "evacuated": ("displacement", "response"),
    "displaced": ("displacement",),
    "affected": ("disruption", "casualties", "damage", "disaster", "displacement", "response"),
    "launched": ("strike", "interception"),
    "intercepted": ("interception",),
    "hit": ("strike", "damage"),
    "damaged": ("damage", "fire", "strike"),
    "destroyed": ("damage", "casualties", "fire", "interception"),
    "explosions": ("explosion", "strike", "interception"),
    "area_m2": ("fire", "damage", "capture", "disaster"),
    "distance_km": ("strike", "interception", "capture", "fire", "clash", "explosion"),
    "duration_h": ("disruption", "measure", "agreement", "fire"),
}
"""Which events a figure can belong to, the likeliest first."""

_SPEAKS_FOR_ITSELF = frozenset({"killed", "injured", "missing", "intercepted", "detained", "evacuated", "explosions"})

_SUPPRESSED_BY: dict[EventType, frozenset[EventType]] = {
    "explosion": frozenset({"strike", "disaster", "bombing", "interception"}),
    "fire": frozenset({"response"}),
    "statement": frozenset(),
    "clash": frozenset({"strike", "capture"}),
    "capture": frozenset({"damage", "casualties", "strike"}),
    "protest": frozenset({"strike", "casualties", "agreement"}),
    "disaster": frozenset({"strike", "interception"}),
    "response": frozenset({"casualties", "damage", "strike", "interception", "disruption"}),
    "measure": frozenset({"strike", "interception", "casualties", "damage", "agreement", "detention"}),
}
"""An event of a clause that gives way where one of these is told in the same clause."""


def told(clause: Clause, quantities: Sequence[Quantity], weapons: Sequence[Weapon]) -> list[EventType]:
    """The events that a clause tells as its own, in order; empty where it only names or implies one."""
    armed = bool(weapons) or any(q.of == "launched" for q in quantities)
    found: dict[EventType, None] = {}
    for t in clause.triggers:
        if t.strength == "verb" or (t.strength == "arms" and armed):
            found.setdefault(t.event)
    for q in quantities:
        if q.of in _SPEAKS_FOR_ITSELF and not any(e in found for e in OF_EVENT[q.of]):
            found.setdefault(OF_EVENT[q.of][0])
    if "interception" in found:
        if any(q.of == "intercepted" for q in quantities) or armed:
            found.pop("damage", None)
        if not any(t.event == "strike" and t.strength == "verb" for t in clause.triggers):
            found.pop("strike", None)
    hard = [e for e in found if e not in SOFT]
    if hard:
        return [e for e in hard if not (_SUPPRESSED_BY.get(e, frozenset()) & set(hard))] or hard[:1]
    return [next(e for e in SOFT if e in found)] if found else []


def named(clause: Clause) -> list[EventType]:
    """The events that a clause names without telling them ("a drone attack on X"), in order."""
    return list(dict.fromkeys(t.event for t in clause.triggers if t.strength == "noun"))

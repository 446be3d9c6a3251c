"""Which events a clause tells of, from its event words and figures (claim schema, "Event types", rules 21 and 31)."""

from collections.abc import Sequence

from reportedly.claims.clauses import Clause
from reportedly.model import Quantity, Weapon
from reportedly.model.terms import EventType

WEAPON_EVENTS: frozenset[EventType] = frozenset(
    {"strike", "interception", "clash", "bombing", "explosion", "measure", "assessment", "statement"}
)
ATTACKS: tuple[EventType, ...] = ("strike", "bombing", "explosion", "clash", "disaster", "capture")
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

_FROM_AFAR = frozenset({"drone", "missile", "artillery", "rocket", "aircraft"})
_SPEAKS_FOR_ITSELF = frozenset({"killed", "injured", "missing", "intercepted", "detained", "evacuated", "explosions"})

_SUPPRESSED_BY: dict[EventType, frozenset[EventType]] = {
    "explosion": frozenset({"strike", "disaster", "bombing", "interception"}),
    "fire": frozenset({"response"}),
    "clash": frozenset({"strike", "capture", "interception"}),
    "capture": frozenset({"damage", "casualties", "strike"}),
    "protest": frozenset({"strike", "casualties", "agreement"}),
    "disaster": frozenset({"strike", "interception"}),
    "response": frozenset({"casualties", "damage", "strike", "interception", "disruption"}),
    "casualties": frozenset({"agreement"}),
    "detention": frozenset({"agreement"}),
    "displacement": frozenset({"response"}),
    "disruption": frozenset({"clash"}),
    "measure": frozenset({"response", "strike", "interception", "casualties", "damage", "agreement", "detention"}),
}
"""An event of a clause that gives way where one of these is told in the same clause."""


def told(
    clause: Clause,
    quantities: Sequence[Quantity],
    weapons: Sequence[Weapon],
    *,
    absent: bool,
    agents: Sequence[Weapon] = (),
) -> list[EventType]:
    """The events that a clause tells as its own, in order; empty where it only names or implies one.

    ``absent``: the clause says that something was not so or not reported; then what it only names counts as told.
    ``agents``: the weapons that the clause names as the means of what it tells.
    """
    found = _found(clause, quantities, weapons, absent=absent)
    lead = next((t for t in clause.triggers if t.strength in ("verb", "lead")), None)
    if lead is not None and lead.strength == "lead":
        return [lead.event]
    if "interception" in found:
        found.pop("damage", None)
        if not any(t.event == "strike" and t.strength == "verb" for t in clause.triggers):
            found.pop("strike", None)
    if "damage" in found and agents and "strike" not in found and not _debris(clause):
        found["strike"] = None
    elif "damage" in found and _by_weapon(clause, weapons):
        found = {"strike" if e == "damage" else e: None for e in found}
    if _planted(clause) and not any(w.type in _FROM_AFAR for w in weapons):
        found = {"bombing" if e in ("strike", "explosion") else e: None for e in found}
    if "disaster" in found and not weapons:
        found.pop("strike", None)
    hard = [e for e in found if e not in SOFT]
    if hard:
        return [e for e in hard if not (_SUPPRESSED_BY.get(e, frozenset()) & set(hard))] or hard[:1]
    if not found and any(w.count for w in weapons):
        return ["strike"]
    return [next(e for e in SOFT if e in found)] if found else []


def _found(
    clause: Clause, quantities: Sequence[Quantity], weapons: Sequence[Weapon], *, absent: bool
) -> dict[EventType, None]:
    armed = bool(weapons) or any(q.of == "launched" for q in quantities)
    found: dict[EventType, None] = {}
    for t in clause.triggers:
        own = t.strength in ("verb", "lead") or (t.strength == "arms" and armed)
        if own or (absent and t.strength == "noun" and t.event in ("damage", "casualties", "fire")):
            found.setdefault(t.event)
    for q in quantities:
        if q.of in _SPEAKS_FOR_ITSELF and not any(e in found for e in OF_EVENT[q.of]):
            found.setdefault(OF_EVENT[q.of][0])
    return found


def _planted(clause: Clause) -> bool:
    """Whether the clause tells of a planted bomb; one named behind a strike is its reason ("в ответ на теракты")."""
    bombs = [t for t in clause.triggers if t.event == "bombing"]
    struck = next((t.start for t in clause.triggers if t.event == "strike" and t.strength == "verb"), None)
    return bool(bombs) and not (struck is not None and all(t.strength == "noun" and t.start > struck for t in bombs))


def _by_weapon(clause: Clause, weapons: Sequence[Weapon]) -> bool:
    """Whether what is damaged is damaged by a weapon as the subject ("a glide bomb destroyed a wing of ...")."""
    first = next((t for t in clause.triggers if t.event == "damage"), None)
    if first is None or first.strength != "verb" or _debris(clause):
        return False
    return any(w.span and w.span[1] <= first.start <= w.span[1] + 25 for w in weapons)


def _debris(clause: Clause) -> bool:
    """Whether the clause names debris or an attack beside the damage: then that did it."""
    return sum(t.event == "damage" for t in clause.triggers) > 1 or any(t.event == "strike" for t in clause.triggers)


def named(clause: Clause) -> list[EventType]:
    """The events that a clause names without telling them ("a drone attack on X"), in order."""
    return list(dict.fromkeys(t.event for t in clause.triggers if t.strength == "noun"))


def foremost(named: Sequence[EventType]) -> EventType:
    """Of events that are only named, the one that the clause is about: an attack before what follows from it."""
    return next((e for e in ("strike", "bombing", *ATTACKS) if e in named), named[0])


def basis(clause: Clause, event: EventType) -> str:
    """What an event was read from: a lead, a verb, a weapon's verb, a noun; ``implied`` where no word names it."""
    return next((t.strength for t in clause.triggers if t.event == event), "implied")

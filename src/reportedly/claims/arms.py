"""The weapons of a claim: one a type and model, with the one number that the claim gives."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reportedly.model import Quantity, Weapon
from reportedly.model.terms import WeaponType

_ITEMS: dict[str, WeaponType] = {"drones": "drone", "missiles": "missile", "guided bombs": "bomb", "rockets": "rocket"}
_WEAK = 0.5
_NEAR = 60
"""Figures no further apart than this, in code points, stand in one list."""


def arms(found: Iterable[Weapon], quantities: Iterable[Quantity] = ()) -> tuple[Weapon, ...]:
    """The weapons of one claim, each type once; where it is named, with its name.

    ``count`` is the one number given; where several differ there is none. A single weapon beside a number ("60 drones
    ... a drone") is no other number. Mere munitions are left out beside a weapon proper. Where only a figure speaks of
    weapons ("one more was shot down") it stands for them. Aircraft that were hit are no weapons of the claim.
    """
    figures = tuple(quantities)
    struck = any(q.item == "aircraft" and q.of in ("hit", "damaged", "destroyed", "affected") for q in figures)
    groups: dict[str, list[Weapon]] = {}
    for w in found:
        if w.type == "aircraft" and struck:
            continue
        groups.setdefault(w.type, []).append(w)
    strong = [k for k, ws in groups.items() if any((w.confidence or 1.0) > _WEAK for w in ws)]
    out: list[Weapon] = []
    for type_, of_type in groups.items():
        if type_ not in strong and strong:
            continue
        named = {w.name: None for w in of_type if w.name}
        if len(named) < 2:
            out.append(_one(of_type, next(iter(named), None)))
        else:
            out += [_one([w for w in of_type if w.name == name], name) for name in named]
    return tuple(_by_parts(w, figures) for w in out) or _elided(figures)


def _by_parts(weapon: Weapon, figures: Iterable[Quantity]) -> Weapon:
    """No number where the claim counts the same weapons by region or fate: "15 over Bryansk and one over Kursk"."""
    own = [q for q in figures if q.item and _ITEMS.get(q.item) == weapon.type and q.of in ("launched", "intercepted")]
    whole = [q for q in own if q.part_of is None and q.span]
    listed = any(
        a.span and b.span and 0 < b.span[0] - a.span[1] < _NEAR for a, b in zip(whole, whole[1:], strict=False)
    )
    total = bool(whole) and weapon.count == whole[0].value == sum(q.value or 0 for q in whole[1:])
    return replace(weapon, count=None) if weapon.count is not None and listed and not total else weapon


def _one(same: Sequence[Weapon], name: str | None) -> Weapon:
    counts = {w.count for w in same if w.count is not None}
    if len(counts) > 1:
        counts.discard(1)
    return replace(same[0], name=name, count=counts.pop() if len(counts) == 1 else None)


def _elided(quantities: Iterable[Quantity]) -> tuple[Weapon, ...]:
    spoken = [
        q for q in quantities if q.of in ("intercepted", "launched", "hit") and q.item in _ITEMS and q.bound == "exact"
    ]
    if len({q.item for q in spoken}) != 1 or not spoken[0].item:
        return ()
    values = {q.value for q in spoken if isinstance(q.value, int)}
    count = values.pop() if len(values) == 1 else None
    return (Weapon(type=_ITEMS[spoken[0].item], count=count, span=spoken[0].span, confidence=0.6),)

"""When a slot of a gold claim and one of a system's say the same. On plain JSON, so that any system can be scored."""

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]
Counts: TypeAlias = tuple[int, int, int]
"""True positives, false positives, false negatives."""

SAME_PLACE_KM = 30.0
EVIDENCE_SHARE = 0.5
"""Two claims of different event may still pair if their evidence overlaps by this share of the shorter."""

_MARKS = re.compile(r"[\"'`´’‘“”«»„‚‹›]")
_REGION_WORDS = re.compile(
    r"\b(oblast|region|province|krai|republic|district|raion|rayon|governorate|state|okrug|municipal|urban|of)\b"
)
_WIDE_PLACES = ("region", "district", "country", "area")


def norm(value: object) -> str:
    """A name for comparing: no case, accents, quotation marks, punctuation or leading article."""
    return "" if value is None else _norm(str(value))


@lru_cache(maxsize=65536)
def _norm(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(ch for ch in text if not unicodedata.combining(ch))
    text = re.sub(r"[^\w]+", " ", _MARKS.sub("", text)).replace("_", " ")
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", text).strip())


def stripped(value: object) -> str:
    """A place name without the words for what kind of unit it is."""
    return re.sub(r"\s+", " ", _REGION_WORDS.sub(" ", norm(value))).strip()


def as_list(value: object) -> list[Json]:
    """The objects of a list; anything else counts as an empty list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return round(float(value), 6)
    except ValueError:
        return None


def _date(value: object) -> datetime.date | None:
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _km(one: Json, other: Json) -> float:
    try:
        lat1, lon1, lat2, lon2 = (math.radians(float(v)) for v in (one["lat"], one["lon"], other["lat"], other["lon"]))
    except (TypeError, ValueError, KeyError):
        return math.inf
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def _names(gold: Json) -> set[str]:
    return {norm(gold.get("name"))} | {norm(alias) for alias in (gold.get("aliases") or [])}


def same_source(gold: Json, system: Json) -> bool:
    """Equal names, or one of the gold's other forms."""
    name = norm(system.get("name"))
    return bool(name) and name in _names(gold)


def same_place(gold: Json, system: Json) -> bool:
    """Within 30 km, or the same country and name; wide areas also without their unit words. Both have names."""
    if _km(gold, system) <= SAME_PLACE_KM:
        return True
    if (gold.get("country") or None) != (system.get("country") or None):
        return False
    if norm(system.get("name")) in _names(gold):
        return True
    if gold.get("kind") in _WIDE_PLACES and gold.get("kind") == system.get("kind"):
        bare = stripped(system.get("name"))
        return bool(bare) and bare in {stripped(name) for name in _names(gold)}
    return False


def _names_agree(gold: Json, system: Json) -> bool:
    """Soft: equal, another form, or half of the words in common."""
    name = norm(system.get("name"))
    names = _names(gold)
    if name in names:
        return True
    words = set(name.split())
    return any(
        one and words and 2 * len(one & words) >= max(len(one), len(words)) for one in (set(n.split()) for n in names)
    )


def _pair_off(gold: Sequence[Json], system: Sequence[Json], agree: Callable[[Json, Json], bool]) -> Counts:
    left, found = list(gold), 0
    for item in system:
        hit = next((other for other in left if agree(other, item)), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    return found, len(system) - found, len(left)


def _multiset(gold: Sequence[object], system: Sequence[object]) -> Counts:
    left, found = list(gold), 0
    for item in system:
        if item in left:
            left.remove(item)
            found += 1
    return found, len(system) - found, len(left)


def _single(in_gold: bool, in_system: bool, agree: bool, both_empty_agrees: bool = False) -> Counts:
    if not in_gold and not in_system:
        return (1, 0, 0) if both_empty_agrees else (0, 0, 0)
    if in_gold and in_system:
        return (1, 0, 0) if agree else (0, 1, 1)
    return (0, 0, 1) if in_gold else (0, 1, 0)


# ------------------------------------------------------------------------------------------------ the slots, one by one


def _sources(claim: Json) -> list[Json]:
    return [source for source in as_list(claim.get("sources")) if norm(source.get("name"))]


def _weapon_items(claim: Json, count: bool) -> list[object]:
    weapons = [weapon for weapon in as_list(claim.get("weapons")) if weapon.get("type")]
    return [(w["type"], _number(w.get("count"))) if count else w["type"] for w in weapons]


def _event(gold: Json, system: Json) -> Counts:
    return _single(True, bool(system.get("event")), system.get("event") == gold.get("event"))


def _source(gold: Json, system: Json) -> Counts:
    a, b = _sources(gold), _sources(system)
    return _single(bool(a), bool(b), bool(a and b) and same_source(a[-1], b[-1]), True)


def _chain(gold: Json, system: Json) -> Counts:
    a, b = _sources(gold), _sources(system)
    same = len(a) == len(b) and all(same_source(x, y) for x, y in zip(a, b, strict=True))
    return _single(bool(a), bool(b), same, True)


def _polarity(gold: Json, system: Json) -> Counts:
    a, b = gold.get("polarity"), system.get("polarity")
    return _single(bool(a), bool(b), a == b)


def _certainty(gold: Json, system: Json) -> Counts:
    a, b = gold.get("certainty"), system.get("certainty")
    return _single(bool(a), bool(b), a == b)


def _weapon_type(gold: Json, system: Json) -> Counts:
    return _multiset(_weapon_items(gold, False), _weapon_items(system, False))


def _weapon(gold: Json, system: Json) -> Counts:
    return _multiset(_weapon_items(gold, True), _weapon_items(system, True))


def _weapon_name(gold: Json, system: Json) -> Counts:
    a, b = ([norm(w["name"]) for w in as_list(c.get("weapons")) if w.get("name")] for c in (gold, system))
    return _multiset(a, b)


def _place(gold: Json, system: Json) -> Counts:
    a, b = (
        [p for p in as_list(c.get("places")) if p.get("name") and p.get("role") in ("at", "over")]
        for c in (gold, system)
    )
    return _pair_off(a, b, same_place)


def _unknown_place(gold: Json, system: Json) -> Counts:
    """As written; 'the village of X' and 'X' are the same."""
    left, given = ([norm(p.get("text")) for p in as_list(c.get("places")) if not p.get("name")] for c in (gold, system))
    found = wrong = 0
    for name in given:
        hit = next((other for other in left if name == other), None) or next(
            (
                other
                for other in left
                if name and other and (f" {name} " in f" {other} " or f" {other} " in f" {name} ")
            ),
            None,
        )
        if hit is None:
            wrong += 1
        else:
            left.remove(hit)
            found += 1
    return found, wrong, len(left)


def _time(gold: Json, system: Json) -> Counts:
    """Both ends within a day."""
    spans: list[tuple[datetime.date, datetime.date | None] | None] = []
    for claim in (gold, system):
        time = claim.get("time")
        start = _date(time.get("start")) if isinstance(time, dict) else None
        spans.append(None if start is None else (start, _date(time.get("end") or time.get("start"))))  # type: ignore[union-attr]
    a, b = spans
    same = (
        a is not None
        and b is not None
        and abs((a[0] - b[0]).days) <= 1
        and a[1] is not None
        and b[1] is not None
        and abs((a[1] - b[1]).days) <= 1
    )
    return _single(a is not None, b is not None, same)


def _quantity(gold: Json, system: Json) -> Counts:
    a, b = (
        [
            (q.get("of"), _number(q.get("value")), _number(q.get("low")), _number(q.get("high")))
            for q in as_list(c.get("quantities"))
            if q.get("of")
        ]
        for c in (gold, system)
    )
    return _multiset(a, b)


def _quantity_place(gold: Json, system: Json) -> Counts:
    a, b = (
        [(q.get("of"), stripped(q["place"])) for q in as_list(c.get("quantities")) if q.get("place")]
        for c in (gold, system)
    )
    return _multiset(a, b)


def _named(name: str) -> Callable[[Json, Json], Counts]:
    def agree(gold: Json, system: Json) -> Counts:
        a, b = (x if isinstance(x, dict) and x.get("name") else None for x in (gold.get(name), system.get(name)))
        return _single(a is not None, b is not None, a is not None and b is not None and _names_agree(a, b))

    return agree


def _comparison(gold: Json, system: Json) -> Counts:
    a, b = (k.get("kind") if isinstance(k, dict) else None for k in (gold.get("comparison"), system.get("comparison")))
    return _single(bool(a), bool(b), a == b)


_RULES: dict[str, Callable[[Json, Json], Counts]] = {
    "source": _source,
    "chain": _chain,
    "polarity": _polarity,
    "certainty": _certainty,
    "weapon_type": _weapon_type,
    "weapon": _weapon,
    "weapon_name": _weapon_name,
    "place": _place,
    "unknown_place": _unknown_place,
    "time": _time,
    "quantity": _quantity,
    "quantity_place": _quantity_place,
    "actor": _named("actor"),
    "target": _named("target"),
    "comparison": _comparison,
}
SLOTS = tuple(_RULES)
METRICS = ("claims", "event", *SLOTS)


def slot(name: str, gold: Json, system: Json) -> Counts:
    """The counts of one slot of a pair of claims. ``KeyError`` for a slot that does not exist."""
    return _event(gold, system) if name == "event" else _RULES[name](gold, system)


def lone(name: str, claim: Json, in_gold: bool) -> int:
    """How much of a slot is missed (gold) or invented (system) by a claim without a partner."""
    if name in ("source", "chain"):  # the empty chain is a value here: the publisher's own voice
        return 1
    return slot(name, claim, {})[2] if in_gold else slot(name, {}, claim)[1]


def agreement(name: str, gold: Json, system: Json) -> float:
    """F1 of one slot; 1 where neither claim has it."""
    found, wrong, missed = slot(name, gold, system)
    return 1.0 if found + wrong + missed == 0 else 2 * found / (2 * found + wrong + missed)


def overlap(gold: Json, system: Json) -> tuple[float, float]:
    """Share of the shorter evidence that both hold, and intersection over union."""
    try:
        a, b, c, d = int(gold["start"]), int(gold["end"]), int(system["start"]), int(system["end"])
    except (KeyError, TypeError, ValueError):
        return 0.0, 0.0
    inner, short = min(b, d) - max(a, c), min(b - a, d - c)
    if inner <= 0 or short <= 0:
        return 0.0, 0.0
    return inner / short, inner / (max(b, d) - min(a, c))

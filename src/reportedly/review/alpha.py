"""Krippendorff's alpha: how far coders agree beyond chance, with any number of coders and missing values.

After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): 1 - observed / expected disagreement over
the matrix of coincidences, with his differences for nominal, ordinal and interval data.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["nominal", "ordinal", "interval"]
Value: TypeAlias = str | int | float
_Difference: TypeAlias = Callable[[Value, Value], float]


def alpha(units: Sequence[Sequence[Value]], level: Level = "nominal", order: Sequence[Value] = ()) -> float | None:
    """Alpha over units, each the values that coders gave it (those who gave none are left out).

    ``order`` ranks the values of ordinal data; numbers rank themselves. ``None`` where nothing can be said: fewer than
    two values in every unit, or only one value anywhere.
    """
    weights: dict[tuple[Value, Value], float] = {}
    for unit in units:
        if len(unit) < 2:
            continue
        for pair in permutations(unit, 2):
            weights[pair] = weights.get(pair, 0.0) + 1 / (len(unit) - 1)
    totals: dict[Value, float] = {}
    for (value, _), weight in weights.items():
        totals[value] = totals.get(value, 0.0) + weight
    if len(totals) < 2:
        return None
    difference = _difference(level, totals, order)
    whole = sum(totals.values())
    observed = sum(weight * difference(a, b) for (a, b), weight in weights.items()) / whole
    expected = sum(totals[a] * totals[b] * difference(a, b) for a in totals for b in totals) / (whole * (whole - 1))
    return 1 - observed / expected if expected else None


def _difference(level: Level, totals: Mapping[Value, float], order: Sequence[Value]) -> _Difference:
    if level == "nominal":
        return lambda a, b: float(a != b)
    if level == "interval":
        return lambda a, b: (float(a) - float(b)) ** 2
    place = {value: n for n, value in enumerate(order)} or {v: n for n, v in enumerate(sorted(totals, key=float))}
    ranked = sorted(totals, key=lambda value: place[value])

    def ordinal(a: Value, b: Value) -> float:
        first, last = sorted((ranked.index(a), ranked.index(b)))
        between = sum(totals[value] for value in ranked[first : last + 1])
        return (between - (totals[a] + totals[b]) / 2) ** 2

    return ordinal

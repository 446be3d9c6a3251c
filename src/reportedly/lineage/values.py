"""Figures as intervals: can two of them be true of one thing?"""

import re
from functools import lru_cache
from typing import NamedTuple

from reportedly.languages import codes, fold, lexicon
from reportedly.model import Quantity

INF = float("inf")


class Range(NamedTuple):
    """A closed interval of a figure; ``low`` 0 and ``high`` infinity where the text leaves a side open."""

    low: float
    high: float


def interval(quantity: Quantity) -> Range | None:
    """What the words allow: exact as written, "about 10" give or take a tenth, an open side left open."""
    if quantity.value is not None:
        value = float(quantity.value)
        slack = 0.1 * value if quantity.bound == "about" else 0.0
        return Range(value - slack, value + slack)
    if quantity.low is None and quantity.high is None:
        return None
    return Range(
        float(quantity.low) if quantity.low is not None else 0.0,
        float(quantity.high) if quantity.high is not None else INF,
    )


def meet(a: Range, b: Range) -> bool:
    return a.low <= b.high and b.low <= a.high


def point(r: Range) -> float:
    """The one number that stands for a range: its lower bound, its upper bound where it has no lower one."""
    return r.low if r.low > 0 or r.high == INF else r.high


def spelled(r: Range) -> str:
    """A range as an editor writes it: 45, at least 20, up to 6, 10 to 13."""

    def plain(x: float) -> str:
        return str(int(x)) if x == int(x) else f"{x:g}"

    if r.low == r.high:
        return plain(r.low)
    if r.high == INF:
        return f"at least {plain(r.low)}"
    return f"up to {plain(r.high)}" if r.low == 0 else f"{plain(r.low)} to {plain(r.high)}"


@lru_cache(maxsize=1)
def _lists() -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    """Stems of parts by class, and of words for soldiers, of all languages (a report may give its item in any)."""
    classes: dict[str, list[str]] = {}
    soldiers: list[str] = []
    for code in codes():
        words = lexicon(code, "people")
        for name, stems in words.PARTS.items():
            classes.setdefault(name, []).extend(stems.split())
        soldiers.extend(words.SOLDIERS.split())
    return tuple((name, tuple(stems)) for name, stems in classes.items()), tuple(soldiers)


@lru_cache(maxsize=65536)
def part_named(words: str) -> str | None:
    """The classes of part that the words name (``child``, ``child+serious`` ...), ``None`` if they name none."""
    folded = f" {fold(words)}"
    return "+".join(sorted(name for name, stems in _lists()[0] if any(f" {s}" in folded for s in stems))) or None


def subset(quantity: Quantity) -> str | None:
    """The part of all people or things that a figure counts; ``None`` if it counts all."""
    return part_named(f"{quantity.item or ''} {quantity.whom or ''}")


@lru_cache(maxsize=1)
def _military_targets() -> re.Pattern[str]:
    return re.compile("|".join(lexicon(code, "people").MILITARY_TARGET for code in codes()))


def names_military(words: str) -> bool:
    """Whether the words of a strike name a target of war."""
    return bool(_military_targets().search(fold(words)))


@lru_cache(maxsize=1)
def _officers() -> tuple[str, ...]:
    return tuple(f" {w}" for code in codes() for w in lexicon(code, "people").OFFICERS.split())


def names_officers(words: str) -> bool:
    """Whether words name officers or fighters as people."""
    folded = f" {fold(words)}"
    return any(w in folded for w in _officers())


def military(quantity: Quantity) -> bool:
    words = f" {fold(quantity.item or '')} {fold(quantity.whom or '')}"
    return quantity.whom == "combatant" or any(f" {w}" in words for w in _lists()[1])

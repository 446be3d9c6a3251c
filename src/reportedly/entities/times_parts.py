"""A ``Part``: what a few words say about time, not yet anchored to any day.

It has up to three slots: ``date`` (a tuple that names its kind first, resolved in ``times_dates``), ``part`` (of the
day) and ``clock``. Neighbouring parts with different slots become one in ``times_compose``.
"""

from typing import Any

from msgspec import Struct

from reportedly.entities.times_lexer import Token

Date = tuple[Any, ...]
Clock = tuple[int, int, str]
"""Hour, minute, precision (``minute`` or ``hour``)."""


class Part(Struct):
    """A stretch of tokens ``i:j`` and what it says; ``until`` is the second date or clock of a range."""

    i: int
    j: int
    rule: str
    date: Date | None = None
    until: Date | None = None
    part: str | None = None
    part_mod: str | None = None
    into: bool = False
    weak: bool = False
    clock: Clock | None = None
    clock_until: Clock | None = None
    zone: str | None = None
    weekday: int | None = None
    other: "Part | None" = None
    open: bool = False
    stamp: bool = False
    heading: bool = False
    as_of: bool = False
    future: bool = False
    from_day: bool = False
    past: bool = False


Tokens = list[Token]


def value_of(tokens: Tokens, *names: str) -> Any:
    """The value of the first token that has one of the classes, else ``None``."""
    for token in tokens:
        for name in names:
            if name in token.values:
                return token.values[name]
    return None


def values_of(tokens: Tokens, *names: str) -> list[Any]:
    """The values of all tokens that have one of the classes."""
    return [next(t.values[n] for n in names if n in t.values) for t in tokens if any(n in t.values for n in names)]


def days_in(tokens: Tokens) -> list[int]:
    """All day numbers, digits or ordinals."""
    return [int(v) for v in values_of(tokens, "d", "od", "ow", "n")]


def year_in(tokens: Tokens) -> int | None:
    """The four-digit year, if there is one."""
    value: int | None = value_of(tokens, "y")
    if value is None:
        value = next((v for v in values_of(tokens, "od") if v > 1900), None)
    return value


def number_in(tokens: Tokens) -> float | None:
    """The number before a unit; ``None`` for "several"."""
    if value_of(tokens, "few") == 0:
        return None
    few = value_of(tokens, "few")
    if few:
        return float(few)
    more = 0.5 if value_of(tokens, "andhalf") else 0.0
    digits = value_of(tokens, "d", "n", "y")
    if digits is not None:
        return float(digits) + more
    half = value_of(tokens, "half")
    if half is not None:
        return float(half)
    words = values_of(tokens, "w")
    if not words:
        return 1.0
    return float(words[0] * words[1]) if len(words) > 1 and words[1] == 100 else float(sum(words)) + more


def unit_in(tokens: Tokens) -> str:
    """The code of the unit."""
    return str(value_of(tokens, "unit", "dayw", "hourw", "minw", "yearw"))


def mod_in(tokens: Tokens) -> str | None:
    """Beginning, middle or end: ``start mid end h1 h2``."""
    return value_of(tokens, "early")  # type: ignore[no-any-return]


def direction_in(tokens: Tokens) -> Any:
    """Of last/this/next words: ``cal prev roll``, 0, 1, ``ctx`` or ``rest``; ``None`` where there is none."""
    return value_of(tokens, "last", "this", "next", "same", "current")


def sign_in(tokens: Tokens) -> int | None:
    """-1, 0, 1 for last, this, next; ``None`` without such a word."""
    value = direction_in(tokens)
    return None if value is None else -1 if value in ("cal", "prev", "roll") else 1 if value in (1, "ctx") else 0

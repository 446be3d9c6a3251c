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
    as_of: bool = False
    future: bool = False
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

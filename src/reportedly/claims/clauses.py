"""A sentence is cut into clauses: stretches that can each hold a claim of their own."""

import re
from functools import lru_cache

from msgspec import Struct

from reportedly.claims.triggers import Trigger
from reportedly.languages import lexicon
from reportedly.model import Span


class Clause(Struct, frozen=True):
    """A stretch of a sentence with its event words; trimmed, half open."""

    start: int
    end: int
    triggers: tuple[Trigger, ...]


@lru_cache(maxsize=8)
def _border(language: str) -> re.Pattern[str]:
    return re.compile(lexicon(language, "events").CLAUSE_BORDER, re.IGNORECASE)


def cut(text: str, start: int, end: int, language: str, triggers: tuple[Trigger, ...], shut: tuple[Span, ...]) -> list[Clause]:
    """The clauses of one sentence. No cut falls inside a ``shut`` span (names, attributions); a piece without an event
    word of its own stays with the piece before it, or with the next where it is the first."""
    pieces: list[Span] = []
    at = start
    for border in _border(language).finditer(text, start, end):
        if any(a < border.end() and border.start() < b for a, b in shut):
            continue
        pieces.append((at, border.start()))
        at = border.end()
    pieces.append((at, end))
    return _join(text, pieces, triggers)


def _join(text: str, pieces: list[Span], triggers: tuple[Trigger, ...]) -> list[Clause]:
    joined: list[Clause] = []
    for a, b in pieces:
        inside = tuple(t for t in triggers if a <= t.start < b)
        live = any(t.strength == "verb" for t in inside)
        if joined and (not live or not any(t.strength != "noun" for t in joined[-1].triggers)):
            last = joined.pop()
            joined.append(Clause(last.start, b, last.triggers + inside))
        elif a < b:
            joined.append(Clause(a, b, inside))
    return [_trim(text, c) for c in joined]


def _trim(text: str, clause: Clause) -> Clause:
    a, b = clause.start, clause.end
    part = text[a:b]
    a += len(part) - len(part.lstrip(" ,;:—–-•▪️*·‼❗🔴✅💔⚡️🚨\t"))
    b -= len(part) - len(part.rstrip(" ,;:—–-."))
    return Clause(a, max(a, b), clause.triggers)

"""A sentence is cut into clauses: stretches that can each hold a claim of their own."""

import re
from collections.abc import Sequence
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


class Marks(Struct, frozen=True):
    """What guides the cutting of one sentence.

    ``shut``: no cut inside these spans; ``arms``: spans of weapons; ``voices``: scopes of attributions; ``silences``:
    the words by which somebody denies, declines or withholds, a claim by themselves; ``cues``: reporting words, which
    make a claim of what is only named where a contrast follows ("confirmed the fire but"); ``compared``: comparisons,
    a claim by themselves where a piece opens with one.
    """

    shut: tuple[Span, ...]
    arms: tuple[Span, ...]
    voices: tuple[Span, ...]
    silences: tuple[Span, ...] = ()
    compared: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()


@lru_cache(maxsize=8)
def _border(language: str) -> re.Pattern[str]:
    return re.compile(lexicon(language, "events").CLAUSE_BORDER, re.IGNORECASE)


def cut(text: str, start: int, end: int, language: str, triggers: tuple[Trigger, ...], marks: Marks) -> list[Clause]:
    """The clauses of one sentence. A piece without a predicate or a voice of its own stays with the piece before it,
    or with the next where it is the first."""
    pieces: list[_Piece] = []
    at, weak, contrast = start, False, False
    for border in _borders(text, start, end, language, marks):
        if any(a < border.end() and border.start() < b for a, b in marks.shut):
            continue
        joins = border.group().strip(" ,").casefold()
        if joins in _AND and joins and " " not in text[at : border.start()].strip():
            continue  # "Пошкоджено та зруйновано будинки": two predicates of one object
        pieces.append(_Piece(at, border.start(), weak, triggers, marks, contrast))
        refuted = any(border.end() <= s[0] < border.end() + _OPENS for s in marks.silences)
        at, weak, contrast = border.end(), joins in _AND, joins in _BUT or joins == ";" or (joins in _AND and refuted)
    pieces.append(_Piece(at, end, weak, triggers, marks, contrast))
    return _join(text, _with_subjects(pieces), triggers, marks)


def _borders(text: str, start: int, end: int, language: str, marks: Marks) -> list[re.Match[str]]:
    """Where a sentence may be cut: at the words of its language, and at "and" before words of silence."""
    found = {m.start(): m for m in _border(language).finditer(text, start, end)}
    for at, _ in marks.silences:
        joins = _AND_NOT.search(text, max(start, at - _JOINED), at) if start < at < end else None
        if joins is not None:
            found.setdefault(joins.start(), joins)
    return [found[at] for at in sorted(found)]


_JOINED = 24
"""How far before the words of silence "and" may stand."""
_OPENS = 10
_OPENING = re.compile(r"[^\w\"'«“‘(\[#@]+")
_CLOSING = re.compile(r"[\s,;:—–.-]+$")
_FIGURE = re.compile(r"\d")
"""A voice without a verb says something where it names a figure: "the ministry counted 11, the channel 13"."""
_BUT = frozenset("but although though however но однако але однак".split())
_AND = frozenset({"and", "и", "а также", "і", "й", "та", ""})
_AND_NOT = re.compile(rf"\s+(?:{'|'.join(sorted(filter(None, _AND)))})\s+(?=(?:\w+\s+)?\Z)", re.IGNORECASE)


class _Piece:
    """A stretch between two borders; ``weak``: the border before it could also join two nouns."""

    def __init__(
        self, start: int, end: int, weak: bool, triggers: tuple[Trigger, ...], marks: Marks, contrast: bool
    ) -> None:
        self.start, self.end, self.weak, self.contrast = start, end, weak, contrast
        inside = [t for t in triggers if start <= t.start < end]
        self.live = _predicates(inside, marks, start, end)


def _with_subjects(pieces: list[_Piece]) -> list[_Piece]:
    """A piece without a predicate belongs to the next where only "and" parts them: "9 drones | and 3 missiles fell"."""
    for k in range(len(pieces) - 2, 0, -1):
        here, after = pieces[k], pieces[k + 1]
        if not here.live and not here.weak and after.weak and after.live:
            after.start, after.weak = here.start, False
            del pieces[k]
    return pieces


def _join(text: str, pieces: list[_Piece], triggers: tuple[Trigger, ...], marks: Marks) -> list[Clause]:
    joined: list[Clause] = []
    live_before = False
    for piece in pieces:
        a, b = piece.start, piece.end
        inside = tuple(t for t in triggers if a <= t.start < b)
        speaks = bool(inside) or any(a <= c[0] < b for c in marks.cues) or _FIGURE.search(text, a, b) is not None
        live = piece.live or (bool(joined) and speaks and _new_voice(marks.voices, joined[-1], a, b))
        told = piece.contrast and bool(joined) and _named(joined[-1], marks)
        if joined and (not live or not live_before) and not (live and told):
            last = joined.pop()
            joined.append(Clause(last.start, b, last.triggers + inside))
            live_before = live_before or live
        elif a < b:
            joined.append(Clause(a, b, inside))
            live_before = live
    return [_trim(text, c) for c in joined]


def _predicates(inside: Sequence[Trigger], marks: Marks, a: int, b: int) -> bool:
    armed = any(a <= w[0] < b for w in marks.arms)
    if any(a <= s[0] < b for s in marks.silences) or any(a <= c[0] < a + _OPENS for c in marks.compared):
        return True
    return any(t.strength in ("verb", "lead") or (t.strength == "arms" and armed) for t in inside)


def _named(clause: Clause, marks: Marks) -> bool:
    """Whether a clause without a predicate of its own names an event that somebody reports."""
    spoken = any(clause.start <= a < clause.end for a, _ in marks.cues)
    return spoken and any(t.strength == "noun" for t in clause.triggers)


def _new_voice(voices: tuple[Span, ...], last: Clause, a: int, b: int) -> bool:
    """Whether a piece stands under another attribution than the clause before it."""
    for start, end in voices:
        here = min(end, b) - max(start, a)
        there = min(end, last.end) - max(start, last.start)
        if 2 * here > b - a and there <= 0 and b - a > 12:
            return True
    return False


def _trim(text: str, clause: Clause) -> Clause:
    a, b = clause.start, clause.end
    part = text[a:b]
    opening = _OPENING.match(part)
    closing = _CLOSING.search(part)
    a += opening.end() if opening else 0
    b -= len(part) - closing.start() if closing else 0
    return Clause(a, max(a, b), clause.triggers)

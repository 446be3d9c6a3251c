"""Figures: what is counted, how much of it there is, and in which words the text says so."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from reportedly.entities.quantity_rows import rows
from reportedly.entities.quantity_sentence import read
from reportedly.entities.quantity_state import MEASURES
from reportedly.entities.quantity_tools import Found, tools
from reportedly.entities.quantity_words import sentences
from reportedly.languages import fold, layout
from reportedly.languages.counting import numbers
from reportedly.model import Quantity

_BULLET = re.compile(r"\s*(?:[▪•—–\-*◾🔹🔸➖️·✔►]|\d+ ?[—–-] ?(?:над|в|на|у|over)\b)")
_BREAKDOWN = re.compile(r"\d+ ?[—–-] ?(?:над|over)\b")
"""A sentence that only goes on with the figures of the one before it: "43 — над Курской областью, 27 — ..."."""


def find(text: str, language: str) -> tuple[Quantity, ...]:
    """Every figure of a text, in order of its words.

    ``span`` holds the number with its bound words; ``part_of`` is an index into the returned tuple, set only for parts
    of a total in the same sentence or list. ``place`` is left open. Raises ``LookupError`` for an unknown language.
    """
    t = tools(language)
    folded = fold(text)
    counted = numbers(text, language)
    table = list(rows(text, folded, counted, t)) if "(+" in folded else []
    counted = tuple(n for n in counted if not any(a <= n.start < b for (a, b), _ in table))
    found: list[Found] = []
    carry: Found | None = None
    recent: list[Found] = []
    at = 0
    for start, end in sentences(folded, text, t.abbreviations):
        first = at
        while at < len(counted) and counted[at].start < end:
            at += 1
        listed = _continues(text, start)
        here = read(text, folded, (start, end), counted[first:at], t, (carry, recent), listed)
        recent = here or recent
        offset = len(found)
        for f in here:
            found.append(f._replace(quantity=_placed(f, found, offset)))
        if here and not (listed and carry):
            whole = _whole(here)
            carry = carry if carry and whole.quantity.item in t.lex.STATES else whole
    if not table:
        return tuple(f.quantity for f in found)
    told, rows_told = [f.quantity for f in found], [f.quantity for _, row in table for f in row]
    return renumbered(sorted((*told, *rows_told), key=lambda q: q.span or (0, 0)), told)


def renumbered(kept: Sequence[Quantity], told: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Figures taken out of ``told``, into which their ``part_of`` points: it then points into ``kept``.

    It becomes None where the total is not among them.
    """
    at: dict[object, int] = {}
    for k, q in enumerate(kept):
        at.setdefault(q.span, k)
    return tuple(q if q.part_of is None else replace(q, part_of=at.get(told[q.part_of].span)) for q in kept)


def _placed(f: Found, found: Sequence[Found], offset: int) -> Quantity:
    part = f.quantity.part_of
    if part is None:
        return f.quantity
    return replace(f.quantity, part_of=part + offset if part >= 0 else _total(found, f))


def _continues(text: str, start: int) -> bool:
    """Whether a line goes on with the list above it: after a colon, or from a bullet or dash."""
    before = text[max(0, start - 12) : start].rstrip()
    if before.endswith((":", ";")):
        return True
    if _BREAKDOWN.match(text, start) or layout.PART.match(text, start):
        return True
    return bool(_BULLET.match(text[start : start + 12])) and "\n" in text[max(0, start - 2) : start + 1]


def _whole(here: Sequence[Found]) -> Found:
    """The figure that a following list or sentence takes up: the last one that is no part of another, and no base."""
    whole = [f for f in here if f.quantity.part_of is None and f.quantity.of not in MEASURES]
    return next((f for f in reversed(whole) if not f.base), whole[-1] if whole else here[-1])


def _total(found: Sequence[Found], part: Found) -> int | None:
    for k in range(len(found) - 1, -1, -1):
        q = found[k].quantity
        if q.of == part.quantity.of and q.part_of is None:
            return k
    return None

"""What a number counts and what became of it: the phrase after the number, and the predicate that governs it.

The predicate is the cheapest one to reach: words between cost little, commas and conjunctions more, another predicate
most. Which predicates a thing can take is the table `READ_AS`.
"""

import re
from typing import Any, NamedTuple

from reportedly.entities.quantity_words import Noun, Word
from reportedly.model.terms import QuantityOf

LIMIT = 8.0
_PEOPLE: dict[str, QuantityOf] = {
    "killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained", "evacuated": "evacuated",
    "displaced": "displaced", "affected": "affected", "losses": "other",
}
_OBJECT: dict[str, QuantityOf] = {
    "damaged": "damaged", "destroyed": "destroyed", "impact": "hit", "affected": "affected", "losses": "destroyed",
    "evacuated": "evacuated",
}
READ_AS: dict[str, dict[str, QuantityOf]] = {
    "people": _PEOPLE,
    "combatant": {**_PEOPLE, "destroyed": "killed"},
    "weapon": {"intercepted": "intercepted", "destroyed": "intercepted", "launched": "launched", "impact": "hit"},
    "object": _OBJECT,
    "place": {"impact": "hit", "affected": "affected", "damaged": "damaged", "destroyed": "destroyed"},
    "bare": {k: v for k, v in _PEOPLE.items() if k not in ("losses", "affected")},
    "thing": {**_PEOPLE, **_OBJECT},
}


class Phrase(NamedTuple):
    """A number and what stands behind it: tokens ``first``..``last``, and the predicate between them, if any."""

    first: int
    last: int
    noun: Noun | None
    thing: str | None
    inner: tuple[str, ...]


def phrase(words: list[Word], k: int, lex: Any, head_last: bool) -> Phrase:
    """The phrase of the number at token ``k``. ``head_last``: the last of several nouns is the head (English)."""
    inner: tuple[str, ...] = ()
    thing: str | None = None
    last = k
    at = k + 1
    steps = 0
    while at < len(words) and steps < 6:
        w = words[at]
        if w.number is not None or w.subset > 1 and w.noun is None:
            break
        if w.mark:
            if w.text in "\"«»'“”’-" and not (w.text == "-" and words[at - 1].end != w.start):
                at += 1
                continue
            break
        if w.noun is not None:
            end = at + max(1, w.reach) - 1 if w.noun else at
            return _head(words, k, at, min(end, len(words) - 1), inner, lex, head_last)
        if w.fates:
            if thing is not None:
                break
            inner = inner or w.fates
        elif w.text in lex.MARKS or w.text in lex.PREPOSITIONS and w.text not in ("из", "з", "із"):
            break
        elif w.text not in lex.NO_NOUN and w.text not in ("из", "з", "із") and thing is None and not inner:
            thing, last = w.text, at
        at += 1
        steps += 1
    if thing is not None and (thing in lex.NOT_THINGS or len(thing) < 3):
        thing = None
        last = k
    return Phrase(k, last, None, thing, inner if thing is None else ())


def _head(
    words: list[Word], k: int, at: int, end: int, inner: tuple[str, ...], lex: Any, head_last: bool
) -> Phrase:
    noun = words[at].noun
    while head_last and end + 1 < len(words) and words[end + 1].noun is not None and not words[end].mark:
        following = words[end + 1]
        if following.start - words[end].end != 1:
            break
        if noun and noun.kind == "weapon" and following.noun and following.noun.kind == "weapon" and following.noun.item is None:
            break
        noun, end = following.noun, end + max(1, following.reach)
        end = min(end, len(words) - 1)
    return Phrase(k, end, noun, None, inner)


def reading(noun: Noun | None, thing: str | None) -> str:
    """The row of `READ_AS` for a counted thing."""
    if noun is None:
        return "thing" if thing else "bare"
    return "combatant" if noun.whom == "combatant" else noun.kind


def fate(words: list[Word], p: Phrase, lex: Any, row: str, limit: float = LIMIT) -> tuple[QuantityOf | None, float]:
    """What became of the counted thing, and the cost of the way to the word that says so."""
    table = READ_AS.get(row, {})
    for f in p.inner:
        if f in table:
            return table[f], 0.0
    best: tuple[QuantityOf | None, float] = (None, limit)
    for step in (-1, 1):
        cost = 0.0
        at = p.first - 1 if step < 0 else p.last + 1
        while 0 <= at < len(words) and cost < best[1]:
            w = words[at]
            hits = [table[f] for f in w.fates if f in table]
            if hits and _governs(words, at, p, lex):
                best = (_choose(hits, w, words, at, row), cost)
                break
            cost += _cost(w, lex)
            at += step
    return best


def _choose(hits: list[QuantityOf], w: Word, words: list[Word], at: int, row: str) -> QuantityOf:
    if row == "weapon" and "intercepted" in hits:
        return "intercepted"
    return hits[0]


def _governs(words: list[Word], at: int, p: Phrase, lex: Any) -> bool:
    """A predicate that is itself counted by another number ("14 поранених") governs only that one."""
    if at < p.first:
        before = at - 1
        while before >= 0 and not words[before].mark and not words[before].fates and words[before].number is None and at - before < 3:
            before -= 1
        if before >= 0 and words[before].number is not None and at - before < 3 and before != p.first:
            number = words[before].number
            return bool(number and number.ordinal) or p.first - at > 1 and _verbal(words, at, p)
    return True


def _verbal(words: list[Word], at: int, p: Phrase) -> bool:
    return not any(w.mark and w.text == ";" for w in words[at : p.first])


def _cost(w: Word, lex: Any) -> float:
    if w.mark:
        return {",": 1.5, ";": 5.0, ":": 0.7, "—": 0.8, "–": 0.8, "-": 0.3, "(": 2.0, ")": 1.0, ".": 4.0}.get(w.text, 0.3)
    if w.number is not None:
        return 0.6
    if w.fates:
        return 1.2
    if w.text in lex.MARKS:
        return 1.5
    return 0.25


def unit(folded: str, end: int, patterns: tuple[tuple[QuantityOf, float, re.Pattern[str]], ...]) -> tuple[QuantityOf, float, int] | None:
    """The unit of measure right after a number: what it measures, factor to the unit of the schema, end of its word."""
    for of, factor, pattern in patterns:
        m = pattern.match(folded, end)
        if m:
            return of, factor, m.end()
    return None

"""Lists of counted things: items without a number, things named once for several figures, what a deed was aimed at."""

import re
from collections.abc import Set
from typing import Any, NamedTuple

from reportedly.entities import quantity_around as around
from reportedly.entities import quantity_rules as rules
from reportedly.entities.quantity_words import Noun, Word
from reportedly.model.terms import QuantityOf

_EQUIPMENT = frozenset(
    {"tanks", "armoured vehicles", "artillery systems", "air defence systems", "storage tanks", "cars"}
    | {"aircraft", "ships"}
)
_LISTED = ("weapon", "object")


class Single(NamedTuple):
    """One thing without a number, in tokens ``first``..``last``, and what became of it."""

    first: int
    last: int
    noun: Noun
    of: QuantityOf


def one_more(
    words: list[Word], p: rules.Phrase, kind: str, of: QuantityOf, lex: Any, singular: re.Pattern[str], head_last: bool
) -> Single | None:
    """A single thing at the end of a counted list: "126 drones and a missile", "пять домов и газопровод"."""
    at = p.last + 1
    if at >= len(words) or words[at].text not in ("and", "и", "та", "і", "й", ","):
        return None
    comma, begin = words[at].mark, at + 1
    if head_last and (begin >= len(words) or words[begin].text not in ("a", "an")):
        return None
    for k in range(begin, min(begin + 4, len(words))):
        w = words[k]
        if w.number is not None or w.mark and w.text not in '"«»' or w.fates and not w.noun:
            return None
        if (
            w.noun
            and singular.fullmatch(w.text)
            and (not comma or w.noun.item in _EQUIPMENT and around.ends(words, k, lex))
        ):
            if w.noun.kind == kind or of == "other" and w.noun.kind == "object":
                return Single(begin, k, w.noun, "destroyed" if of == "other" else of)
            return None
    return None


def one_before(words: list[Word], p: rules.Phrase, of: QuantityOf, lex: Any) -> Single | None:
    """A single thing before a counted one: "a missile and two drones", "a shop was destroyed and two cars damaged"."""
    if p.noun is None or p.noun.kind not in _LISTED or p.lead < 3 or words[p.lead - 1].text != "and":
        return None
    single = _article_phrase(words, p.lead - 2, p.noun.kind, ("a", "an"))
    if single is None:
        return None
    own = of
    if single.last + 1 < p.lead - 1:
        got, _ = rules.fate(words, single, lex, p.noun.kind, 1.5)
        if got is None:
            return None
        own = got
    assert single.noun is not None
    return Single(single.first, single.last, single.noun, own)


def opening(words: list[Word], p: rules.Phrase, lex: Any, singular: re.Pattern[str]) -> Single | None:
    """A single thing without a number that opens a list: «уразили район зосередження ... та один інший об'єкт»."""
    if p.noun is None or p.noun.kind not in _LISTED or words[p.lead - 1].text not in ("и", "та", "і", "й"):
        return None
    for k in range(p.lead - 2, 0, -1):
        w, verb = words[k], words[k - 1]
        if w.number is not None:
            return None
        if w.noun is not None and w.noun.kind == p.noun.kind and singular.fullmatch(w.text) and verb.fates:
            of, _ = rules.fate(words, rules.Phrase(k, k, w.noun, None, (), k), lex, w.noun.kind, 1.0)
            return Single(k, k, w.noun, of) if of else None
    return None


def another(words: list[Word], k: int, lex: Any) -> Single | None:
    """ "Another drone was downed": the word "another" at token ``k`` counts one more."""
    if words[k].text != "another":
        return None
    for last in range(k + 1, min(k + 5, len(words))):
        w = words[last]
        if w.noun is not None and w.noun.kind in _LISTED and not w.text.endswith("s"):
            p = rules.Phrase(k, last, w.noun, None, (), k)
            if last + 1 < len(words) and words[last + 1].noun is not None:
                return None
            of, _ = rules.fate(words, p, lex, w.noun.kind, 1.0)
            return Single(k, last, w.noun, of) if of not in (None, "other") and of else None
        if w.mark or w.number is not None or w.noun is not None or w.fates:
            return None
    return None


def _article_phrase(words: list[Word], at: int, kind: str, articles: tuple[str, ...]) -> rules.Phrase | None:
    """The phrase with an article that ends at token ``at``, or before the words of its predicate."""
    last = next(
        (
            k
            for k in range(at, max(-1, at - 5), -1)
            if (n := words[k].noun) is not None and n.kind == kind and not words[k].text.endswith("s")
        ),
        None,
    )
    if last is None or any(w.mark or w.number for w in words[last : at + 1]):
        return None
    for first in range(last - 1, max(-1, last - 5), -1):
        if words[first].text in articles:
            return rules.Phrase(first, last, words[last].noun, None, (), first)
        if words[first].mark or words[first].number is not None:
            return None
    return None


def shared(words: list[Word], p: rules.Phrase, lex: Any, head_last: bool) -> rules.Phrase | None:
    """ "One industrial and one commercial facility": the phrase further on whose noun the figure shares."""
    k = p.last + 2
    if p.noun is not None or p.thing is None or k >= len(words) or words[k].number is None:
        return None
    if words[p.last + 1].text not in ("and", "or", "и", "та", "і", "й"):
        return None
    q = rules.phrase(words, k, lex, head_last)
    return q if q.noun is not None and q.noun.kind == "object" and q.last > k + 1 else None


_DEEDS = frozenset({"launched", "impact"})


def aimed(words: list[Word], p: rules.Phrase, row: str, on: Set[str]) -> bool:
    """ "Attacks on 15 clusters", "struck 15 clusters", "удары по 15 районам": what the deed was aimed at."""
    if row == "thing" and p.lead and "impact" in words[p.lead - 1].fates:
        return p.last > p.first
    grouped = p.first + 2 < len(words) and words[p.first + 2].text == "of"
    if row not in ("thing", "object", "place") and not grouped or p.lead < 2 or words[p.lead - 1].text not in on:
        return False
    deed = words[p.lead - 2]
    return bool(_DEEDS & set(deed.fates)) or deed.noun is not None and deed.noun.kind == "act"


def beside(words: list[Word], start: int, p: rules.Phrase) -> bool:
    """Whether a counted thing goes on with the list that a figure ending at offset ``start`` opened."""
    at = p.lead - 1
    if at < 1 or words[at].text not in (",", "and", "и", "та", "і", "й") and words[at].noun is None:
        return False  # with a noun right before it, the comma of the list has been left out
    between = [w for w in words[:at] if w.start >= start]
    return len(between) <= 8 and not any(w.fates and w.noun is None or w.mark and w.text not in "-," for w in between)

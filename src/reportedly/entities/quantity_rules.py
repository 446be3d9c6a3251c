"""What a number counts and what became of it: the phrase after the number, and the predicate that governs it.

The predicate is the cheapest one to reach: words between cost little, commas and conjunctions more, another predicate
most. Which predicates a thing can take is the table `READ_AS`.
"""

import re
from typing import Any, NamedTuple

from reportedly.entities.quantity_words import Noun, Word
from reportedly.model.terms import QuantityOf

LIMIT = 8.0
LIMITS = {"thing": 2.0, "bare": 4.0, "place": 3.0}
_VICTIMS: dict[str, QuantityOf] = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "detained": "detained",
    "evacuated": "evacuated",
    "displaced": "displaced",
}
CASUALTIES = frozenset({"killed", "injured", "missing"})
PERSONS = frozenset({"people", "combatant", "bare", "thing"})
"""Rows of `READ_AS` that people may be counted in."""
_PEOPLE: dict[str, QuantityOf] = {
    **_VICTIMS,
    "affected": "affected",
    "losses": "other",
    "served": "other",
    "freed": "other",
}
_OBJECT: dict[str, QuantityOf] = {
    "damaged": "damaged",
    "destroyed": "destroyed",
    "impact": "hit",
    "affected": "affected",
    "losses": "destroyed",
    "evacuated": "evacuated",
}
READ_AS: dict[str, dict[str, QuantityOf]] = {
    "people": _PEOPLE,
    "combatant": {**_PEOPLE, "destroyed": "killed", "intercepted": "other"},
    "weapon": {"intercepted": "intercepted", "destroyed": "intercepted", "launched": "launched", "impact": "hit"},
    "object": {**_OBJECT, "launched": "other"},
    "flight": {"affected": "affected", "detained": "affected", "evacuated": "affected"},
    "place": {"impact": "hit", "affected": "affected", "damaged": "damaged", "destroyed": "destroyed"},
    "bare": _VICTIMS,
    "thing": {**_VICTIMS, **{k: v for k, v in _OBJECT.items() if k != "impact"}},
}
_MARK_COST = {",": 1.5, ";": 5.0, ":": 0.7, "—": 0.8, "–": 0.8, "-": 0.3, "(": 2.0, ")": 1.0, ".": 4.0}


class Phrase(NamedTuple):
    """A number and what stands behind it: tokens ``first``..``last``, and the predicates between them.

    ``lead``: the first token of the words that bound the number. ``other``: the number counts something that is no
    figure of a report (months, times, sources).
    """

    first: int
    last: int
    noun: Noun | None
    thing: str | None
    inner: tuple[str, ...]
    lead: int
    other: bool = False


def phrase(words: list[Word], k: int, lex: Any, head_last: bool) -> Phrase:
    """The phrase of the number at token ``k``. ``head_last``: the last of several nouns is the head (English)."""
    number = words[k].number
    lead = k
    while number and lead and words[lead - 1].start >= number.text_start:
        lead -= 1
    inner: tuple[str, ...] = ()
    thing: str | None = None
    last = k
    at = k + 1
    linked = False
    ahead = next((x.number for x in words[k + 1 : k + 5] if x.number), None)
    while at < min(len(words), k + 7):
        w = words[at]
        if w.number is not None and [x.text[:5] for x in words[at + 1 : at + 3]] == ["-", "year-"]:
            at += 3
            continue
        if w.number is not None:
            if linked and thing is None:
                at += 1
                continue
            break
        if w.mark:
            if w.text in "\"«»'“”’" or w.text == "-" and words[at - 1].end == w.start:
                at += 1
                continue
            break
        if w.text in ("of", "из", "з", "із"):
            if at + 1 < len(words) and words[at + 1].text in lex.NOT_PARTS:
                break
            linked = True
        elif w.text in lex.MORE or ahead is not None and ahead.text_start <= w.start < ahead.start:
            pass
        elif w.text in lex.PREPOSITIONS or w.text in lex.MARKS and not inner:
            break
        elif w.text in lex.NOT_THINGS and (w.noun is None or w.noun.item != "violations"):
            return Phrase(k, at, None, None, (), lead, other=thing is None and not inner)
        elif thing is not None and not lex.ADJECTIVE.search(thing) and not (w.fates and thing.endswith("о")):
            break
        elif w.noun is not None and not (w.fates and w.noun.item is None and w.noun.kind == "act"):
            end = min(at + max(1, w.reach) - 1, len(words) - 1)
            noun, end = _head(words, at, end, head_last)
            if inner and not any(f in READ_AS.get(reading(noun, None), {}) for f in inner):
                break
            return Phrase(k, end, noun, None, inner, lead)
        elif w.fates:
            if thing is not None and not (thing.endswith("о") and not head_last):
                break
            thing = None
            inner += w.fates
        elif w.text in lex.NO_NOUN or w.text in lex.MARKS:
            if thing is not None or w.text not in (
                "the",
                "their",
                "its",
                "his",
                "her",
                "and",
                "or",
                "и",
                "або",
                "или",
                "та",
            ):
                break
        elif not head_last and not inner and lex.OWN_VERB.fullmatch(w.text):
            break
        elif thing is None and not inner and len(w.text) > 2 and w.text[0].isalpha():
            thing, last = w.text, at
        at += 1
    if linked and inner and thing is None:
        last = max(last, at - 1)
    return Phrase(k, last, None, thing, inner if thing is None else (), lead)


def _head(words: list[Word], at: int, end: int, head_last: bool) -> tuple[Noun | None, int]:
    noun = words[at].noun
    while head_last and end + 1 < len(words) and words[end + 1].noun is not None:
        following = words[end + 1]
        if following.start - words[end].end != 1:
            break
        noun, end = following.noun, min(end + max(1, following.reach), len(words) - 1)
    return noun, end


def reading(noun: Noun | None, thing: str | None) -> str:
    """The row of `READ_AS` for a counted thing."""
    if noun is None:
        return "thing" if thing else "bare"
    return "combatant" if noun.whom == "combatant" else noun.kind


def _table(row: str, p: Phrase) -> dict[str, QuantityOf]:
    table = READ_AS.get(row, {})
    if p.noun and p.noun.item in ("houses", "households"):
        return {**table, "displaced": "displaced"}
    return {**table, "intercepted": "intercepted"} if p.noun and p.noun.item == "aircraft" else table


def fate(
    words: list[Word], p: Phrase, lex: Any, row: str, limit: float = LIMIT, single: bool = False
) -> tuple[QuantityOf | None, float]:
    """What became of the counted thing, and the cost of the way to the word that says so.

    ``single``: a predicate in the plural does not count.
    """
    table = _table(row, p)
    known = [f for f in p.inner if f in table]
    if known[:1] == ["injured"] and "killed" in known:
        return "killed", 0.0  # "two of the wounded died"
    if known:
        return ("damaged" if "damaged" in known else table[known[0]]), 0.0
    best: tuple[QuantityOf | None, float] = (None, limit)
    for step in (-1, 1):
        best = _walk(words, p, lex, row, step, best, single)
    if best[0] == "injured" and words[p.last + 1 : p.last + 2] and words[p.last + 1].text in lex.DEAD:
        return "killed", best[1]  # "shot three people dead"
    return best


def _walk(
    words: list[Word], p: Phrase, lex: Any, row: str, step: int, best: tuple[QuantityOf | None, float], single: bool
) -> tuple[QuantityOf | None, float]:
    table = _table(row, p)
    at = p.lead - 1 if step < 0 else p.last + 1
    if step > 0 and at < len(words) and words[at].subset > 1:
        at += words[at].subset
    if step > 0 and at < len(words) and words[at].text == "(":
        at = next((k + 1 for k in range(at, min(at + 16, len(words))) if words[k].text == ")"), at)
    at = _inserted(words, at) if step > 0 and row in ("people", "combatant", "bare") else at
    cost, parted = 0.0, False
    while 0 <= at < len(words) and cost < best[1]:
        w = words[at]
        hits = [table[f] for f in w.fates if f in table]
        if hits and "injured" in w.fates and at and words[at - 1].text.startswith(lex.FATAL):
            return "killed", cost
        if hits and row in ("people", "combatant") and _either(words, at, lex):
            return "other", cost
        if hits and step < 0 and row in ("object", "thing") and _aside(words, at, p, lex):
            hits = []
        if hits and step > 0 and row in PERSONS and _takes_object(words, at, lex):
            return best
        if hits and step < 0 and parted and hits[0] in CASUALTIES and predicated(words, p, lex):
            return best
        if hits and single and lex.PLURAL.search(w.text):
            return best
        if hits:
            if _negated(words, at, lex):
                return best
            if step > 0 or _governs(words, at, p, lex):
                if "hit" in hits and "other" in hits and (step < 0 or words[at - 1].text in lex.BE):
                    return "hit", cost
                return _choose(hits, w, words, at, row), cost
        if w.number is not None and step > 0 and (not parted or at + 1 < len(words) and words[at + 1].subset > 1):
            return best
        parted = parted or w.mark or w.text in lex.MARKS
        listed = step > 0 and row == "object" and w.text == "," and any(x.number for x in words[at + 1 : at + 4])
        cost += (0.5 if listed else _cost(w, lex)) + (0.7 if row == "thing" and w.noun is not None else 0.0)
        at += step
    return best


def _inserted(words: list[Word], at: int) -> int:
    """Behind an insertion at ``at`` that counts a part: "three, including a teenager, were wounded"."""
    if at + 1 >= len(words) or words[at].text != "," or not words[at + 1].subset:
        return at
    return next((k + 1 for k in range(at + 2, min(at + 10, len(words))) if words[k].text == ","), at)


def predicated(words: list[Word], p: Phrase, lex: Any) -> bool:
    """ "Two died and five were treated", «погибли двое, троих спасли»: what became of those is said of them alone.

    Not where the predicate says who or where they were: "two were children", "eleven were in the town".
    """
    for at in range(_inserted(words, p.last + 1), len(words)):
        w = words[at]
        if w.mark or w.number is not None or w.text in lex.MARKS or w.text in lex.PREPOSITIONS or w.subset:
            return False
        if lex.OWN_VERB.fullmatch(w.text):
            following = words[at + 1] if at + 1 < len(words) else None
            if w.text not in lex.IDENTIFYING or following is None:
                return True
            who = following.noun is not None or following.person or following.number is not None or following.subset
            return not (who or following.text in lex.PREPOSITIONS or following.text in lex.BEFORE_NOUN)
    return False


def _takes_object(words: list[Word], at: int, lex: Any) -> bool:
    """ "Thirty gunmen killed five people": who stands before the verb did it, those behind it are its victims."""
    if not lex.TRANSITIVE.fullmatch(words[at].text) or at and words[at - 1].text in lex.BE or at + 1 >= len(words):
        return False
    if words[at + 1].number is None:
        return False
    noun = phrase(words, at + 1, lex, True).noun
    return noun is not None and noun.kind == "people"


def _either(words: list[Word], at: int, lex: Any) -> bool:
    """ "Killed or wounded": what became of whom is left open."""
    for k in (at, at - 2):
        open_ = k >= 0 and k + 2 < len(words) and words[k + 1].text in lex.OR
        if open_ and {"killed", "injured"} <= {*words[k].fates, *words[k + 2].fates}:
            return True
    return False


def _aside(words: list[Word], at: int, p: Phrase, lex: Any) -> bool:
    """ "As a result of the strike, two houses were damaged": an opening phrase says nothing of what follows."""
    close = next((k for k in range(at + 1, p.lead) if words[k].text == ","), None)
    if close is None or any(words[k].number for k in range(close)):
        return False
    if not any(w.fates for w in words[p.last + 1 :]):
        return False
    first = next((k + 1 for k in range(at - 1, -1, -1) if words[k].mark), 0)
    return words[first].text in lex.PREPOSITIONS or words[first].text in lex.OPENING


def _negated(words: list[Word], at: int, lex: Any) -> bool:
    return any(x.text in lex.NEGATIONS or x.text.endswith("n't") for x in words[max(0, at - 2) : at])


def _choose(hits: list[QuantityOf], w: Word, words: list[Word], at: int, row: str) -> QuantityOf:
    repelled = any("intercepted" in x.fates for x in words[max(0, at - 2) : at])  # «отразили атаку двух дронов»
    if row == "weapon" and ("intercepted" in hits or repelled):
        return "intercepted"
    if row == "object" and len(hits) > 1:
        hits = [h for h in hits if h != "intercepted"]
    if row in ("people", "combatant") and "losses" in w.fates:
        return "other"
    if row == "combatant" and "killed" in hits:
        return "killed"
    if (
        hits[0] == "destroyed"
        and any("damaged" in x.fates for x in words[at + 1 : at + 4])
        and not any(x.number or x.text == "," for x in words[at + 1 : at + 4])
    ):
        return "damaged"
    return hits[0]


def _governs(words: list[Word], at: int, p: Phrase, lex: Any) -> bool:
    """A predicate noun that is itself counted ("14 поранених") governs no number after it, save across an ordinal."""
    if lex.TRANSITIVE.fullmatch(words[at].text):
        return True
    before = at - 1
    while (
        before >= 0
        and at - before < 3
        and not words[before].mark
        and not words[before].fates
        and words[before].number is None
    ):
        before -= 1
    if before < 0 or at - before >= 3 or words[before].number is None:
        return True
    if any(w.text in lex.MARKS or w.noun is not None for w in words[before + 1 : at]):
        return True
    number = words[before].number
    return bool(number and number.ordinal) or p.lead - at > 1


def _cost(w: Word, lex: Any) -> float:
    if w.mark:
        return _MARK_COST.get(w.text, 0.3)
    if w.number is not None:
        return 0.6
    if w.fates:
        return 1.2
    if w.noun and w.noun.kind in ("act", "blast", "place"):
        return 1.2
    return 1.5 if w.text in lex.MARKS else 0.25


def counted_noun(words: list[Word], p: Phrase, lex: Any) -> QuantityOf | None:
    """Of "the number of wounded is 24", "число погибших достигло 20": the last count named before the number."""
    for at in range(p.lead - 1, -1, -1):
        if words[at].mark and words[at].text in ";.":
            return None
        if words[at].text in lex.COUNT_NOUNS:
            for w in words[max(0, at - 1) : at + 5]:
                if w.noun and w.noun.kind == "act":
                    return "other"
                for f in w.fates:
                    if f in _VICTIMS:
                        return _VICTIMS[f]
                    if f in ("damaged", "destroyed"):
                        return _OBJECT[f]
            return None
    return None


def unit(
    folded: str, end: int, patterns: tuple[tuple[QuantityOf, float, re.Pattern[str]], ...]
) -> tuple[QuantityOf, float, int] | None:
    """The unit of measure right after a number: what it measures, factor to the unit of the schema, end of its word."""
    for of, factor, pattern in patterns:
        m = pattern.match(folded, end)
        if m:
            return of, factor, m.end()
    return None

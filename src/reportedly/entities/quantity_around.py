"""What stands around a counted phrase: whether it is a part of a total, a place, a speaker, one who did the deed."""

from typing import Any

from reportedly.entities.quantity_rules import Phrase
from reportedly.entities.quantity_words import Word
from reportedly.languages.counting import Number
from reportedly.model import Span

_OF = frozenset({"of", "из", "з", "із"})
_FROM = frozenset({"с", "з", "із", "из", "до", "о", "про", "к", "from", "to"})


def subset(words: list[Word], p: Phrase) -> bool:
    """ "Including two children", "35 of them": a part of those counted before."""
    for at in range(max(0, p.lead - 5), p.lead):
        if words[at].subset and at + words[at].subset <= p.lead and not any(w.number for w in words[at : p.lead]):
            return True
    after = p.first + 1
    return after < len(words) and words[after].subset > 1


def state(words: list[Word], p: Phrase, lex: Any) -> str | None:
    """ "13 in a serious condition", «в больницах остаются девять»: the state of those counted, in English."""
    for at in range(p.lead - 1, max(-1, p.lead - 7), -1):
        if words[at].mark or words[at].number is not None:
            break
        if words[at].state and any(w.text in lex.STAYS for w in words[at + 1 : p.lead]):
            return words[at].state
    for w in words[p.first + 1 : p.first + 7]:
        if w.number is not None or w.mark and w.text in ",;:":
            return None
        if w.state:
            return w.state
    return None


def numbered(words: list[Word], first: int, lex: Any) -> bool:
    """Whether a number counts the word at ``first``."""
    for x in reversed(words[max(0, first - 4) : first]):
        if x.mark or x.text in lex.MARKS or x.fates and x.noun is None:
            return False
        if x.subset:
            return False
        if x.number is not None:
            return not x.number.ordinal
    return False


def attributive(words: list[Word], last: int, lex: Any) -> bool:
    """ "A civilian car", "a passenger train": the word for a person says of what kind a thing is."""
    if words[last].text not in getattr(lex, "ATTRIBUTIVE", ()) or last + 1 >= len(words):
        return False
    after = words[last + 1]
    return not (after.mark or after.fates or after.text in lex.NO_NOUN or after.text in lex.MARKS)


_FLIES = frozenset("came crashed landed took plane jet aircraft airliner flight".split())


def model(words: list[Word], k: int, p: Phrase, text: str) -> bool:
    """ "The Embraer 190 came down": digits right behind a name name a type of aircraft."""
    number = words[k].number
    if p.noun is not None and number and (number.value or 0) > 1 and not number.word and _singular(words, p):
        return True
    if p.noun is not None or k == 0 or not text[words[k].start].isdigit() or not text[words[k - 1].start].isupper():
        return False
    if k + 1 >= len(words) or words[k].start - words[k - 1].end != 1 or words[k].start - 1 != words[k - 1].end:
        return False
    after = words[k + 1]
    return text[words[k - 1].start : words[k - 1].end].isalpha() and after.text in _FLIES


def label(words: list[Word], k: int, lex: Any) -> bool:
    """ "UPDATE 2 - Eight dead", "Unit 4": figures behind such a word number a thing and count none."""
    return k > 0 and words[k].text.isdigit() and words[k - 1].text in lex.NUMBERED


def _singular(words: list[Word], p: Phrase) -> bool:
    """ "A Leleka-100 drone": English digits before a singular weapon belong to the name of its model."""
    return (
        words[p.last].text in ("drone", "missile", "rocket", "bomb")
        and words[p.last + 1 : p.last + 2] != []
        and (words[p.last + 1].mark or words[p.last + 1].noun is None)
    )


def active(words: list[Word], last: int) -> bool:
    """ "A man killed three people": the person does the deed."""
    if last + 2 >= len(words):
        return False
    verb, after = words[last + 1], words[last + 2]
    return bool(verb.fates) and (after.number is not None or after.text in ("a", "an", "the", "his", "her"))


def speaking(words: list[Word], p: Phrase, lex: Any) -> bool:
    """ "Two officials said": those who tell, not those counted."""
    return p.last > p.first and p.last + 1 < len(words) and words[p.last + 1].text in lex.SAYING


def left_over(words: list[Word], p: Phrase, lex: Any) -> bool:
    """ "Debris of two downed drones": what is left of them, not how many were downed."""
    link, what = (words[p.lead - 1].text, words[p.lead - 2].text) if p.lead > 1 else ("", "")
    return link in ("of", "from") and what in getattr(lex, "WRECK", ())


def among(words: list[Word], p: Phrase) -> int | None:
    """ "Two medics were among eight people killed": the token of the number of all."""
    after = [w.text for w in words[p.last + 1 : p.last + 3]]
    if len(after) < 2 or after[0] not in ("was", "were", "are", "is") or after[1] != "among":
        return None
    return next((k for k in range(p.last + 3, min(p.last + 6, len(words))) if words[k].number), None)


_DASHES = ("—", "–", "-")


def located(words: list[Word], p: Phrase, n: Number, lex: Any) -> bool:
    """ "In one of the houses", "в двух районах": where something happened, not how much of it."""
    before = words[p.lead - 1].text if p.lead else ""
    if before == "по" and p.first + 1 < len(words) and words[p.first + 1].text in (*_DASHES, *lex.PREPOSITIONS):
        return False  # "по одному — над Орловской и Ростовской областями": one each
    if n.value == 1 and n.word and p.noun is not None and p.noun.kind == "place" and words[p.first + 1].text in _OF:
        return True
    following = words[p.first + 1].text if p.first + 1 < len(words) else ""
    if n.value == 1 and n.word and before in lex.BE and following in _OF:
        return True  # "was one of the targets"
    if n.value == 1 and n.word and before == "of":
        return not p.inner
    if before not in lex.PREPOSITIONS or n.bound == "range" or before in _FROM and n.value != 1:
        return False
    if n.value == 1 and n.word and not p.inner:
        return True
    return p.thing is not None or p.noun is not None and p.noun.kind == "place" and before not in ("on", "по", "over")


def paired(words: list[Word], last: int) -> int | None:
    """ "A man and a woman", "чоловік і жінка": the token of the second person."""
    if last + 2 >= len(words) or words[last + 1].text not in ("and", "и", "та", "і", "й"):
        return None
    for k in range(last + 2, min(last + 6, len(words))):
        if words[k].person:
            return k + words[k].person - 1
        if words[k].mark and words[k].text != "-" or words[k].number or words[k].fates:
            return None
    return None


def one_fell(words: list[Word], p: Phrase, lex: Any) -> bool:
    """ "One of the drones fell on a roof": the weapon that did it, and no count of hits."""
    one_of = p.first + 1 < len(words) and words[p.first + 1].text in _OF
    return one_of and any(w.text.startswith(lex.FELL) for w in words[p.last + 1 : p.last + 3])


def alone(words: list[Word], k: int, lex: Any) -> bool:
    """Whether an ordinal stands for a person, with the predicate right behind it, and not before its noun."""
    after = words[k + 1] if k + 1 < len(words) else None
    if after is None:
        return False
    return bool({"killed", "injured"} & {*after.fates}) or after.text in (*lex.TO_BE, *_DASHES, *lex.PREPOSITIONS)


def placed(words: list[Word], p: Phrase, lex: Any) -> bool:
    """Whether a place follows a counted phrase: "10 БПЛА — над", "10 drones over"."""
    at = p.last + 1
    return at < len(words) and words[at].text in (*_DASHES, *lex.PREPOSITIONS)


def _over(words: list[Word], at: int) -> bool:
    """ "One over Crimea", "one each over Crimea and Kursk", "один — над Крымом"."""
    if at < len(words) and words[at].text in (*_DASHES, "each"):
        at += 1
    return at < len(words) and words[at].text in ("над", "over")


def _more(words: list[Word], p: Phrase, lex: Any) -> bool:
    """ "And one more in the Rostov region"."""
    following = words[p.first + 1 : p.first + 3]
    return len(following) == 2 and following[0].text in lex.MORE and following[1].text in lex.PREPOSITIONS


def elided(words: list[Word], p: Phrase, n: Number, of: str, lex: Any, text: str) -> bool:
    """ "17 over Crimea", "126 — над Курской областью", "Moscow 4,900": noun and verb are those of the figure before."""
    after = words[p.first + 1] if p.first + 1 < len(words) else None
    if of in ("duration_h", "distance_km"):
        return False
    listed = of == "intercepted" and p.first + 1 < len(words)
    listed = listed and words[p.first + 1].text in (*_DASHES, *lex.PREPOSITIONS)
    if n.value == 1 and n.word and not (listed or _over(words, p.first + 1) or _more(words, p, lex)):
        return False
    before = words[p.lead - 1] if p.lead else None
    if before and before.text in lex.COUNT_NOUNS:
        return False
    opens = before is None or before.mark or before.text in lex.MARKS or before.text in ("another", "еще", "ще")
    if not opens and before and p.lead > 1 and text[before.start].isupper():
        opens = words[p.lead - 2].mark or words[p.lead - 2].text in lex.MARKS
    if not opens and before and before.text == "по" and p.lead > 1:
        opens = words[p.lead - 2].mark or words[p.lead - 2].text in lex.MARKS
    if not opens:
        return False
    return (
        after is None
        or after.mark
        or after.text == "each"
        or _more(words, p, lex)
        or after.text in lex.PREPOSITIONS
        or after.text in ("and", "и", "та", "respectively")
    )


def ends(words: list[Word], k: int, lex: Any) -> bool:
    """Whether a mark or conjunction follows the token."""
    return k + 1 >= len(words) or words[k + 1].mark or words[k + 1].text in lex.MARKS


def side_by_side(words: list[Word], p: Phrase, lex: Any) -> bool:
    """Whether a mark or conjunction stands right before the phrase."""
    at = p.lead - 1
    return at > 0 and (words[at].mark or words[at].text in lex.MARKS)


def follows(words: list[Word], before: Span | None, p: Phrase, lex: Any) -> bool:
    """Whether only the noun of the figure at ``before`` and a comma or conjunction stand between it and the phrase."""
    if before is None or not side_by_side(words, p, lex):
        return False
    between = [w for w in words if before[1] <= w.start and w.end <= words[p.lead].start]
    return len(between) <= 3 and not any(w.fates for w in between)


def base(words: list[Word], p: Phrase) -> bool:
    """ "20 of the 500 passengers", "of 70 drones, 52": whether the phrase is what others are counted out of."""
    link = p.lead - 2 if p.lead > 1 and words[p.lead - 1].text == "the" else p.lead - 1
    if link > 1 and words[link].text == "of" and words[link - 1].text == "out":
        link -= 1
    if link < 0 or words[link].text not in ("of", "out", "из", "з", "із"):
        return False
    opens = link == 0 or words[link - 1].mark
    return any(w.number for w in words[p.last + 1 :]) if opens else words[link - 1].number is not None


def is_one(words: list[Word], before: Span | None, first: int) -> bool:
    """ "One of them — a child", «одна з них — дитина»: the person at ``first`` is the one counted before."""
    if before is None or not first:
        return False
    stop = first - (words[first - 1].text in (*_DASHES, "is", "was"))
    between = [w for w in words[:stop] if w.start >= before[1]]
    return 0 < len(between) <= 3 and between[0].subset == len(between)


def near(words: list[Word], before: Span | None, first: int) -> bool:
    """Whether the token at ``first`` stands within two or three words of the figure at ``before``."""
    return before is not None and words[first].start - before[1] < 24

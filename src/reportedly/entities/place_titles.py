"""What a facility that no gazetteer holds is called in English: its name in Latin letters and its noun."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reportedly.languages import fold, lexicon

_QUOTES = "«»“”„\"' "
_LATIN_NOUN = re.compile(
    r"[»”\"]? ((?:[a-z-]+ ){0,2}?(?:plant|factory|refinery|depot|facility|base|airfield|airbase|aerodrome|terminal|camp"
    r"|works|station|substation|arsenal|barracks|shipyard)|[a-z]+)\b"
)


def title(text: str, before: str, after: str, language: str, others: Sequence[str]) -> str:
    """``Kupal`` + " factory" is ``Kupal factory``; «Эластике» after "на заводе" is ``Elastik plant``.

    ``others``: the facilities of the report as written, of which an inflected name takes the shortest of its stem.
    """
    bare = text.strip(_QUOTES)
    if not re.search(r"[а-яёіїєґ]", bare, re.IGNORECASE) or language == "en":
        noun = _LATIN_NOUN.match(after)
        return f"{bare} {noun[1]}" if noun else bare
    base = min((o for o in map(_bare, others) if _same_stem(o, bare)), key=len, default=bare)
    words = fold(before).split()
    stem = next((s for w in reversed(words) for s in _nouns(language) if w.startswith(s)), None)
    name = romanised(base, language)
    return f"{name} {_nouns(language)[stem]}" if stem else name


def noun_of(text: str, language: str) -> str:
    """The English noun for the kind of site that a phrase ends with: ``base`` for "the air base", «на авиабазе»."""
    word = fold(text.split()[-1])
    if language == "en":
        return word
    nouns = _nouns(language)
    return next((nouns[stem].split()[-1].casefold() for stem in nouns if word.startswith(stem)), word)


def romanised(text: str, language: str) -> str:
    """A name in Latin letters by the table of its language; other characters stay."""
    letters = _letters(language)
    found = "".join(letters.get(c, letters.get(c.lower(), c)) for c in text)
    return " ".join(
        w[:1].upper() + w[1:] if o[:1].isupper() else w for w, o in zip(found.split(), text.split(), strict=False)
    )


def _bare(text: str) -> str:
    return text.strip(_QUOTES)


def _same_stem(one: str, other: str) -> bool:
    length = max(4, len(other) - 2)
    return one[:length] == other[:length] and len(one) <= len(other)


@lru_cache(maxsize=8)
def _letters(language: str) -> dict[str, str]:
    table: dict[str, str] = lexicon(language, "romanization").LETTERS
    return {c: ("" if r == "-" else r) for c, r in table.items()}


def _nouns(language: str) -> dict[str, str]:
    nouns: dict[str, str] = lexicon(language, "romanization").FACILITIES
    return nouns


_ENDINGS = tuple(
    pair.split(":")
    for pair in (
        "ской:ская цкой:цкая ой:ая ком:кий ом:ый ей:яя ем:ий ській:ська цькій:цька ій:а ькому:ький ому:ий"
    ).split()
)
"""Endings of the locative and of the nominative."""
_STREETS = (
    ("ул", "Street"),
    ("вул", "Street"),
    ("бульвар", "Boulevard"),
    ("проспект", "Avenue"),
    ("шоссе", "Highway"),
    ("площ", "Square"),
    ("пере", "Lane"),
    ("провул", "Lane"),
    ("набережн", "Embankment"),
    ("проезд", "Passage"),
    ("алле", "Alley"),
)
"""What a street's noun begins with, and what it is called in English."""


def street(text: str, language: str) -> str:
    """``Карельском бульваре`` is ``Karelsky Boulevard``; ``улице Ленина`` is ``Lenina Street``."""
    if language == "en":
        return text
    words = text.split()
    at = next((k for k, w in enumerate(words) if w.startswith(tuple(s for s, _ in _STREETS))), 0)
    noun = next((english for start, english in _STREETS if words[at].startswith(start)), "Street")
    rest = words[:at] + words[at + 1 :]
    if at or rest[-1].endswith(("ской", "цкой", "ській", "цькій")):
        old, new = next(((a, b) for a, b in _ENDINGS if rest[-1].endswith(a)), ("", ""))
        rest[-1] = rest[-1].removesuffix(old) + new
    if rest[0][0].isdigit():
        rest[0] = _ordinal(int(rest[0].split("-")[0]))
    name = " ".join(w if w[0].isdigit() else romanised(w, language) for w in rest)
    return f"{re.sub('(?:iy|yy|yi)$', 'y', name)} {noun}"


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"

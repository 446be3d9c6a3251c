"""One key for one speaker, however a report in English, Russian or Ukrainian spells it.

A pack that knows the speaker gives the canonical name and the side (``Registry``); without it, names are brought to a
Latin skeleton: Сергій Лисак, Serhiy Lysak and ``telegram:lysak_dnipro`` meet, as far as spelling can make them.
"""

import re
from functools import lru_cache
from typing import Protocol

from rapidfuzz.distance import Levenshtein

from reportedly.languages import codes, fold, lexicon

_LETTERS = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяў",
        "a b v g g d e e zh z i i i i k l m n o p r s t u f kh ts ch sh shch  i  e iu ia u".split(" "),
        strict=True,
    )
)
_LATIN = str.maketrans(_LETTERS)
_LEVEL = (
    *(("yi", "i"), ("iy", "i"), ("ij", "i"), ("ii", "i"), ("ya", "ia"), ("yu", "iu"), ("yo", "o"), ("ye", "e")),
    *(("kh", "h"), ("y", "i"), ("h", "g"), ("w", "v"), ("x", "ks"), ("iei", "ei"), ("ie", "e")),
)
"""The usual quarrels of transliteration, levelled in this order."""


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    """Titles and words for unnamed people, of all languages."""
    people = [lexicon(code, "people") for code in codes()]
    titles = frozenset(w for p in people for w in p.TITLES.split())
    return titles, frozenset(w for p in people for w in p.VAGUE.split())


class Registry(Protocol):
    """What a pack of sources can tell."""

    def canonical(self, name: str) -> str | None: ...

    def side(self, name: str) -> str | None: ...


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word in plain Latin letters with the usual quarrels of transliteration levelled."""
    w = fold(word).translate(_LATIN).replace("'", "")
    for old, new in _LEVEL:
        w = w.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", w)


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The telling parts of a name, as skeletons; titles and the words of an address left out."""
    bare = re.sub(r"^(telegram|tg|https?)[:/]+(t\.me/)?", "", fold(name).strip())
    pieces = [p for p in re.split(r"[^\w]+|_", bare) if p and p not in _lists()[0]]
    return tuple(skeleton(p) for p in pieces)


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two names may be one speaker: equal parts, or a surname (four letters or more) in common."""
    x, y = parts(a), parts(b)
    if not x or not y:
        return False
    if x == y:
        return True
    if _acronym(x) in y or _acronym(y) in x:
        return True
    if a.islower() or b.islower():
        return False  # a common noun ("press service") is part of many names
    short, long = sorted((x, y), key=len)
    if _nobody().isdisjoint(long) != _nobody().isdisjoint(short):
        return False
    if len(short) == 1 and len(short[0]) >= 4 and short[0] in (long[0], long[-1]) and len(long) <= 3:
        return True
    if len(short) < 2 or len(short) != len(long) or short[0][:1] != long[0][:1]:
        return False
    return _same_surname(short[-1], long[-1])


@lru_cache(maxsize=1)
def _nobody() -> frozenset[str]:
    return frozenset(skeleton(w) for w in _lists()[1])


def _same_surname(a: str, b: str) -> bool:
    """Equal, or one letter apart in a long one (Brechalov, Brechelov)."""
    if a == b:
        return len(a) >= 4
    return min(len(a), len(b)) >= 7 and a[:3] == b[:3] and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _acronym(pieces: tuple[str, ...]) -> str:
    """First letters of a name of two or more parts."""
    return "".join(p[0] for p in pieces) if 2 <= len(pieces) <= 5 else "-"


def vague(name: str) -> bool:
    """Whether a name is a class of people rather than somebody."""
    w = fold(name).replace("-", " ").split()
    if w and w[-1] in _lists()[1]:
        return True
    return bool(w) and any(x in _lists()[1] for x in w) and not any(x[:1].isupper() for x in name.split()[1:])

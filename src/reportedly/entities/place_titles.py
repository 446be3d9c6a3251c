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

"""The words that numbers are written with, compiled for one language, and what a number is."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from reportedly.languages import lexicon
from reportedly.model.terms import Bound


class Number(Struct, frozen=True, kw_only=True):
    """A number that may count something.

    ``start``/``end``: the number alone; ``text_start``/``text_end``: with its bound words. Exactly one reading is
    given: ``value`` (bound exact or about), or ``low`` and/or ``high``. ``ordinal``: "third", "47th".
    ``word``: written in letters. Dates, clock times, ages, addresses and designations are left out.
    """

    start: int
    end: int
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    bound: Bound = "exact"
    text_start: int
    text_end: int
    ordinal: bool = False
    word: bool = False


class Raw(NamedTuple):
    start: int
    end: int
    value: float | int | None
    vague: tuple[int, int] | None = None
    ordinal: bool = False
    word: bool = False


class Tables(NamedTuple):
    cardinals: dict[str, int]
    multipliers: dict[str, int]
    phrases: dict[tuple[str, ...], float | tuple[int, int]]
    heads: dict[str, int]
    ordinals: dict[str, int]
    starts: frozenset[str]
    skip: re.Pattern[str]
    idioms: re.Pattern[str]
    tails: re.Pattern[str]
    hyphen: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    range_before: re.Pattern[str]
    range_between: re.Pattern[str]
    range_plain: re.Pattern[str]
    growth: re.Pattern[str]
    lex: Any


# In every language: links, handles, dates in figures, clock times, phone numbers, designations (Su-34, S-300, An-196).
_ANYWHERE = (
    r"https?://\S+",
    r"@\w+",
    r"\b\d{4}-\d{2}-\d{2}\b",
    r"\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b",
    r"\b\d{1,2}\.(?:0[1-9]|1[0-2])\b(?!\s*(?:млн|млрд|тыс|тис|million|billion|м\b|км|km|m\b))",
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b(?:\s*[-–—]\s*\d{1,2}:\d{2}\b)?",
    r"\+\d[\d\-() ]{6,}\d",
    r"\b\d{1,4}(?:-\d{2,4}){2,}\b",
    r"(?<![^\W\d_])[^\W\d_]{1,12}-\d+[^\W\d_]*(?:[-/]\d+)?\b",
    r"\b[^\W\d_]{1,3}\d+[^\W\d_]?\d*\b|\b\d+[^\W\d_]\d+\b",
    r"\b\d+\s?/\s?\d+\b",
    r"[$€£₴₽]\s?\d++(?:[.,]\d+)*+(?!\s*(?:million|billion|млн|млрд|bn|m\b))",
)


def _words(table: str) -> dict[str, int]:
    out: dict[str, int] = {}
    for line in table.strip().splitlines():
        value, _, forms = line.strip().partition(": ")
        out.update(dict.fromkeys(forms.split(), int(value)))
    return out


def _of_digits(pattern: str) -> bool:
    """Whether a pattern is about figures (any, or one like 112), and not about number words."""
    return r"\d" in pattern or re.search(r"\d{3}", pattern) is not None


@lru_cache(maxsize=8)
def tables(language: str) -> Tables:
    lex = lexicon(language, "numerals")
    phrases: dict[tuple[str, ...], float | tuple[int, int]] = {}
    for form, value in {**lex.VAGUE, **lex.HALVES}.items():
        phrases[tuple(form.split("_"))] = value
    heads: dict[str, int] = {}
    for words in phrases:
        heads[words[0]] = max(heads.get(words[0], 0), len(words))
    bounds = "|".join(f"(?P<{name}>{part})" for name, part in lex.BOUNDS.items()).replace(" ", r"\s+")
    return Tables(
        cardinals=_words(lex.CARDINALS),
        multipliers=_words(lex.MULTIPLIERS),
        phrases=phrases,
        heads=heads,
        ordinals=_words(lex.ORDINALS),
        starts=frozenset(
            {*_words(lex.CARDINALS), *_words(lex.MULTIPLIERS), *_words(lex.ORDINALS), *heads, *lex.ARTICLES}
        ),
        skip=re.compile("|".join(f"(?:{p})" for p in (*_ANYWHERE, *filter(_of_digits, lex.NOT_COUNTED)))),
        idioms=re.compile("|".join(f"(?:{p})" for p in lex.NOT_COUNTED if not _of_digits(p))),
        tails=re.compile(rf"(?P<ordinal>{lex.ORDINAL_TAIL}(?!\w))|(?P<cardinal>{lex.CARDINAL_TAIL}(?!\w))"),
        hyphen=re.compile(
            rf"(?:-\s?|)(?:{lex.HYPHEN_NOT_COUNTED})\w*" if language != "en" else rf"-(?:{lex.HYPHEN_NOT_COUNTED})\w*"
        ),
        before=re.compile(
            rf"(?<!\w)(?:{bounds})\s*(?:the |a |an )?$" if language == "en" else rf"(?<!\w)(?:{bounds})\s*$"
        ),
        after=re.compile(lex.BOUNDS_AFTER),
        range_before=re.compile(rf"(?<!\w)(?:{lex.RANGE_BEFORE})$"),
        range_between=re.compile(rf"(?:{lex.RANGE_BETWEEN})"),
        range_plain=re.compile(rf"(?:{lex.RANGE_PLAIN})"),
        growth=re.compile(rf"(?<!\w){lex.GROWTH}(?!\w)"),
        lex=lex,
    )

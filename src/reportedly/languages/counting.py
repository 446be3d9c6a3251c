"""How numbers are read in any language: digits, words, vague words, bounds and ranges, with the word tables of the language.

Works on folded text (`languages.fold`), whose offsets are those of the text itself.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportedly.languages import fold, lexicon
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


class _Raw(NamedTuple):
    start: int
    end: int
    value: float | int | None
    vague: tuple[int, int] | None = None
    ordinal: bool = False
    word: bool = False


class _Tables(NamedTuple):
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


_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[ ]\d{3})+(?![\d])(?:,\d{1,2}(?!\d))?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d{1,2}(?![\d]))?)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
)
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


_DIGITS = re.compile(r"\d+")
_REACH = 48
_SHORT = frozenset({"тыс", "тис", "млн", "млрд"})


def _words(table: str) -> dict[str, int]:
    out: dict[str, int] = {}
    for line in table.strip().splitlines():
        value, _, forms = line.strip().partition(": ")
        out.update(dict.fromkeys(forms.split(), int(value)))
    return out


@lru_cache(maxsize=8)
def _tables(language: str) -> _Tables:
    lex = lexicon(language, "numerals")
    phrases: dict[tuple[str, ...], float | tuple[int, int]] = {}
    for form, value in {**lex.VAGUE, **lex.HALVES}.items():
        phrases[tuple(form.split("_"))] = value
    heads: dict[str, int] = {}
    for words in phrases:
        heads[words[0]] = max(heads.get(words[0], 0), len(words))
    bounds = "|".join(f"(?P<{name}>{part})" for name, part in lex.BOUNDS.items())
    return _Tables(
        cardinals=_words(lex.CARDINALS),
        multipliers=_words(lex.MULTIPLIERS),
        phrases=phrases,
        heads=heads,
        ordinals=_words(lex.ORDINALS),
        starts=frozenset(
            {*_words(lex.CARDINALS), *_words(lex.MULTIPLIERS), *_words(lex.ORDINALS), *heads, *lex.ARTICLES}
        ),
        skip=re.compile("|".join(f"(?:{p})" for p in (*_ANYWHERE, *(p for p in lex.NOT_COUNTED if r"\d" in p)))),
        idioms=re.compile("|".join(f"(?:{p})" for p in lex.NOT_COUNTED if r"\d" not in p)),
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


_LONGEST = 20
"""Signs of a figure; what is longer is a serial number or damage, and would overflow."""


@lru_cache(maxsize=4)  # figures and weapons read the same text
def numbers(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of a text in reading order.

    Raises ``LookupError`` for a language that has no folder.
    """
    t = _tables(language)
    folded = fold(text)
    raws = list(_raw(_masked(folded, t.skip), folded, t))
    return tuple(_bounded(raws, folded, t))


def _masked(folded: str, skip: re.Pattern[str]) -> str:
    """The text with the stretches blotted out whose digits count nothing; looked for around digits only."""
    parts: list[str] = []
    at = done = 0
    for start, end in _around_digits(folded):
        for m in skip.finditer(folded, max(start, at), end):
            parts += folded[done : m.start()], "\x00" * len(m.group())
            at = done = m.end()
    parts.append(folded[done:])
    return "".join(parts)


def _around_digits(folded: str) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    for m in _DIGITS.finditer(folded):
        start, end = folded.rfind(" ", 0, max(0, m.start() - _REACH)) + 1, m.end() + _REACH
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _idiom(raw: _Raw, folded: str, t: _Tables) -> bool:
    """Whether a number word is part of a set phrase ("one of the largest", "во-первых")."""
    found = t.idioms.finditer(folded, max(0, raw.start - 16), raw.end + 32)
    return any(m.start() <= raw.start < m.end() for m in found)


def _raw(masked: str, folded: str, t: _Tables) -> Iterator[_Raw]:
    tokens = list(_TOKEN.finditer(masked))
    k = 0
    while k < len(tokens):
        token = tokens[k]
        if token.lastgroup == "digits":
            raw, k = _digits(tokens, k, masked, t)
        elif token.group() in t.starts:
            raw, k = _letters(tokens, k, masked, t)
        else:
            k += 1
            continue
        if raw is not None and not (raw.word and _idiom(raw, folded, t)):
            yield raw


def _figure(digits: str) -> float | int:
    """ "1,200" and "1 200" are thousands; "1,5" and "2.5" have a decimal part."""
    plain = digits.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def _digits(tokens: list[re.Match[str]], k: int, masked: str, t: _Tables) -> tuple[_Raw | None, int]:
    token = tokens[k]
    before = masked[token.start() - 1] if token.start() else " "
    if before.isalpha() or before in "\x00.,_" and masked[max(0, token.start() - 2)].isdigit():
        return None, k + 1
    end = token.end()
    if end - token.start() > _LONGEST:
        return None, k + 1
    value = _figure(token.group())
    tail = t.tails.match(masked, end)
    if tail:
        ordinal = tail.lastgroup == "ordinal"
        return _Raw(token.start(), tail.end(), value, ordinal=ordinal), k + (
            1 if t.lex.ORDINAL_TAIL.startswith("(?:st") else 2
        )
    if t.hyphen.match(masked, end) or masked[end : end + 1].isalpha() and not _unit(tokens, k, end, t):
        return None, k + 1
    k += 1
    while (
        k < len(tokens) and tokens[k].group() in t.multipliers and masked[end : tokens[k].start()].strip() in ("", "-")
    ):
        if tokens[k].group() == "hundred" and value >= 100:
            break
        value = _whole(round(value * t.multipliers[tokens[k].group()], 6))
        end = tokens[k].end()
        if masked[end : end + 1] == "." and tokens[k].group() in _SHORT:
            end += 1
        k += 1
    return _Raw(token.start(), end, value), k


def _unit(tokens: list[re.Match[str]], k: int, end: int, t: _Tables) -> bool:
    """Whether letters glued to digits are a multiplier or a unit ("5km", "10k"), not part of a designation."""
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if following is None or following.start() != end:
        return False
    return following.group() in t.multipliers or following.group() in ("km", "км", "m", "м", "га", "ha", "ч", "h")


def _letters(tokens: list[re.Match[str]], k: int, masked: str, t: _Tables) -> tuple[_Raw | None, int]:
    first = tokens[k]
    word = first.group()
    longest = t.heads.get(word, 0)
    for n in range(min(longest, len(tokens) - k), 0, -1):
        value = t.phrases.get(tuple(x.group() for x in tokens[k : k + n]))
        if value is not None and _close(tokens[k : k + n], masked):
            if n == 1 and isinstance(value, tuple) and k and t.multipliers.get(tokens[k - 1].group(), 0):
                continue
            end = tokens[k + n - 1].end()
            if isinstance(value, tuple):
                return _Raw(first.start(), end, None, vague=value, word=True), k + n
            return _multiplied(tokens, k, k + n, value, masked, t)
    if word in t.lex.ARTICLES and k + 1 < len(tokens) and tokens[k + 1].group() in t.lex.NEEDS_ARTICLE:
        raw, after = _compose(tokens, k + 1, masked, t)
        return (raw._replace(start=first.start()) if raw else None), after
    if word in t.ordinals and word not in t.cardinals:
        return _Raw(first.start(), first.end(), t.ordinals[word], ordinal=True, word=True), k + 1
    if word not in t.cardinals and (word not in t.multipliers or word in t.lex.DIGIT_ONLY):
        return None, k + 1
    return _compose(tokens, k, masked, t)


def _close(tokens: list[re.Match[str]], masked: str) -> bool:
    return all(masked[a.end() : b.start()] in (" ", "-", "  ") for a, b in zip(tokens, tokens[1:], strict=False))


def _multiplied(
    tokens: list[re.Match[str]], k: int, after: int, value: float, masked: str, t: _Tables
) -> tuple[_Raw, int]:
    end = tokens[after - 1].end()
    while (
        after < len(tokens) and tokens[after].group() in t.multipliers and masked[end : tokens[after].start()].isspace()
    ):
        value *= t.multipliers[tokens[after].group()]
        end = tokens[after].end()
        after += 1
    return _Raw(tokens[k].start(), end, _whole(value), word=True), after


def _compose(tokens: list[re.Match[str]], k: int, masked: str, t: _Tables) -> tuple[_Raw | None, int]:
    """Number words put together: "one hundred and twenty-three", "двадцять п'ять тисяч", "two dozen"."""
    first, total, group, last, at = tokens[k], 0.0, 0.0, -1.0, k
    end = first.start()
    while at < len(tokens):
        word = tokens[at].group()
        gap = masked[end : tokens[at].start()]
        if at > k and gap not in (" ", "-"):
            break
        if (
            word in t.lex.AND
            and at > k
            and last >= 100
            and at + 1 < len(tokens)
            and tokens[at + 1].group() in t.cardinals
        ):
            end, at = tokens[at].end(), at + 1
            continue
        if word in t.lex.DOZENS and at > k and 0 < group < 10:
            group *= t.lex.DOZENS[word]
        elif word in t.multipliers and word not in t.lex.DIGIT_ONLY:
            scale = t.multipliers[word]
            if at == k and word in t.lex.NEEDS_ARTICLE and not _after_article(tokens, k, masked, t):
                return None, k + 1
            if scale == 100:
                group = max(group, 1) * scale
            else:
                total, group = total + max(group, 1) * scale, 0
            last = scale
            end, at = tokens[at].end(), at + 1
            continue
        elif word in t.cardinals and _fits(t.cardinals[word], group, at == k):
            if at == k and word in t.lex.NEEDS_ARTICLE and not _after_article(tokens, k, masked, t):
                return None, k + 1
            group += t.cardinals[word]
        else:
            break
        last = t.cardinals.get(word, 0)
        end, at = tokens[at].end(), at + 1
    value = total + group
    if (
        at < len(tokens)
        and tokens[at].group() in t.ordinals
        and masked[end : tokens[at].start()] in (" ", "-")
        and group % 10 == 0
        and group >= 20
    ):
        return _Raw(
            first.start(), tokens[at].end(), value + t.ordinals[tokens[at].group()], ordinal=True, word=True
        ), at + 1
    if masked[end : end + 1] == "-" and t.hyphen.match(masked, end):
        return None, at
    return _Raw(first.start(), end, _whole(value), word=True), max(at, k + 1)


def _after_article(tokens: list[re.Match[str]], k: int, masked: str, t: _Tables) -> bool:
    return (
        k > 0 and tokens[k - 1].group() in t.lex.ARTICLES and masked[tokens[k - 1].end() : tokens[k].start()].isspace()
    )


def _fits(value: float, group: float, first: bool) -> bool:
    if first:
        return True
    if group >= 100 and group % 100 == 0:
        return value < 100
    return group % 10 == 0 and group % 100 >= 20 and 0 < value < 10 or group == 0


def _bounded(raws: list[_Raw], folded: str, t: _Tables) -> Iterator[Number]:
    k = 0
    while k < len(raws):
        raw = raws[k]
        following = raws[k + 1] if k + 1 < len(raws) else None
        if following is not None and (found := _range(raw, following, folded, t)):
            yield found
            k += 2
            continue
        number = _single(raw, folded, t)
        if following is not None and (both := _bounds_of_both(number, following, folded, t)):
            yield both
            k += 2
            continue
        yield number
        k += 1


def _range(a: _Raw, b: _Raw, folded: str, t: _Tables) -> Number | None:
    if a.value is None or b.value is None or a.ordinal or b.ordinal or b.start - a.end > 8:
        return None
    between = folded[a.end : b.start]
    head = t.range_before.search(folded, max(0, a.start - 10), a.start)
    grown = t.growth.search(folded, max(0, a.start - 30), a.start)
    if head and t.range_between.fullmatch(between) and not grown:
        start = head.start()
    elif t.range_plain.fullmatch(between) and not grown:
        start = a.start
    else:
        return None
    low = a.value
    if low < 1000 <= b.value and b.value % 1000 == 0 and a.value < b.value / 1000 and not a.word:
        low = a.value * 10 ** (len(str(int(b.value))) - len(str(int(b.value)).rstrip("0")) if b.value >= 1000 else 0)
        low = low if low < b.value else a.value
    if low >= b.value:
        return None
    before = t.before.search(folded, max(0, start - 24), start)
    return Number(
        start=a.start,
        end=b.end,
        low=low,
        high=b.value,
        bound="range",
        text_start=before.start() if before else start,
        text_end=b.end,
        word=a.word,
    )


def _bounds_of_both(a: Number, following: _Raw, folded: str, t: _Tables) -> Number | None:
    """ "At least 13 and as many as 46": one range."""
    if a.bound not in ("at_least", "more_than") or following.value is None or following.start - a.end > 24:
        return None
    b = _single(following, folded, t)
    if b.bound != "at_most" or not re.fullmatch(r",?\s*(?:and|but|и|но|та|і|але)?\s*", folded[a.end : b.text_start]):
        return None
    if a.low is None or b.high is None or a.low >= b.high:
        return None
    return replace(a, end=b.end, high=b.high, bound="range", text_end=b.text_end)


def _single(raw: _Raw, folded: str, t: _Tables) -> Number:
    if raw.ordinal:
        return Number(
            start=raw.start,
            end=raw.end,
            value=raw.value,
            text_start=raw.start,
            text_end=raw.end,
            ordinal=True,
            word=raw.word,
        )
    start, end, bound = raw.start, raw.end, "exact"
    m = t.before.search(folded, max(0, raw.start - 30), raw.start)
    if m and not (m.lastgroup == "at_most" and _grown(m, raw, folded, t)):
        start, bound = m.start(), str(m.lastgroup)
    m = t.after.match(folded, raw.end)
    if m:
        end, bound = m.end(), "at_least"
    low, high = raw.vague or (raw.value, raw.value)
    place = {"text_start": start, "text_end": end, "start": raw.start, "end": raw.end, "word": raw.word}
    if bound in ("at_least", "more_than"):
        return Number(low=low, bound=bound, **place)  # type: ignore[arg-type]
    if bound == "at_most":
        return Number(high=high, bound="at_most", **place)  # type: ignore[arg-type]
    if raw.vague:
        return Number(low=low, high=high, bound="vague", **place)  # type: ignore[arg-type]
    return Number(value=raw.value, bound="about" if bound == "about" else "exact", **place)  # type: ignore[arg-type]


def _grown(bound: re.Match[str], raw: _Raw, folded: str, t: _Tables) -> bool:
    """Whether "до 35" names the new figure ("выросло до 35", "До двух выросло число"), not a bound."""
    if bound.group().strip() not in ("до", "up to"):
        return False
    return bool(t.growth.search(folded, max(0, bound.start() - 34), bound.start())) or bool(
        re.match(rf"\s*(?:\w+\s+)?{t.lex.GROWTH}", folded[raw.end : raw.end + 40])
    )

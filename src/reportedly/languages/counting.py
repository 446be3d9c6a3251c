"""How numbers are read in any language: digits, words, vague words, put together from the word tables of the language.

Works on folded text (`languages.fold`), whose offsets are those of the text itself.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.languages import fold
from reportedly.languages.bounds import bounded
from reportedly.languages.number_tables import Number, Raw, Tables, tables

__all__ = ["Number", "numbers"]

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[ ]\d{3})+(?![\d])(?:,\d{1,2}(?!\d))?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d{1,2}(?![\d]))?)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
)
_LONGEST = 20
"""Signs of a figure; what is longer is a serial number or damage, and would overflow."""
_DIGITS = re.compile(r"\d+")
_REACH = 48
_SHORT = frozenset({"тыс", "тис", "млн", "млрд"})


@lru_cache(maxsize=4)  # figures and weapons read the same text
def numbers(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of a text in reading order.

    Raises ``LookupError`` for a language that has no folder.
    """
    t = tables(language)
    folded = fold(text)
    raws = list(_raw(_masked(folded, t.skip), folded, t))
    return tuple(bounded(raws, folded, t))


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
        if m.end() - m.start() > _LONGEST:
            continue
        start, end = max(0, m.start() - _REACH), m.end() + _REACH
        start = max(folded.rfind(" ", max(0, start - _REACH), start) + 1, start - _REACH)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _idiom(raw: Raw, folded: str, t: Tables) -> bool:
    """Whether a number word is part of a set phrase ("one of the largest", "во-первых")."""
    found = t.idioms.finditer(folded, max(0, raw.start - 16), raw.end + 32)
    return any(m.start() <= raw.start < m.end() for m in found)


def _raw(masked: str, folded: str, t: Tables) -> Iterator[Raw]:
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


def _digits(tokens: list[re.Match[str]], k: int, masked: str, t: Tables) -> tuple[Raw | None, int]:
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
        return Raw(token.start(), tail.end(), value, ordinal=ordinal), k + (
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
    return Raw(token.start(), end, value), k


def _unit(tokens: list[re.Match[str]], k: int, end: int, t: Tables) -> bool:
    """Whether letters glued to digits are a multiplier or a unit ("5km", "10k"), not part of a designation."""
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if following is None or following.start() != end:
        return False
    return following.group() in t.multipliers or following.group() in ("km", "км", "m", "м", "га", "ha", "ч", "h")


def _letters(tokens: list[re.Match[str]], k: int, masked: str, t: Tables) -> tuple[Raw | None, int]:
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
                return Raw(first.start(), end, None, vague=value, word=True), k + n
            return _multiplied(tokens, k, k + n, value, masked, t)
    if word in t.lex.ARTICLES and k + 1 < len(tokens) and tokens[k + 1].group() in t.lex.NEEDS_ARTICLE:
        raw, after = _compose(tokens, k + 1, masked, t)
        return (raw._replace(start=first.start()) if raw else None), after
    if word in t.ordinals and word not in t.cardinals:
        return Raw(first.start(), first.end(), t.ordinals[word], ordinal=True, word=True), k + 1
    if word not in t.cardinals and (word not in t.multipliers or word in t.lex.DIGIT_ONLY):
        return None, k + 1
    return _compose(tokens, k, masked, t)


def _close(tokens: list[re.Match[str]], masked: str) -> bool:
    return all(masked[a.end() : b.start()] in (" ", "-", "  ") for a, b in zip(tokens, tokens[1:], strict=False))


def _multiplied(
    tokens: list[re.Match[str]], k: int, after: int, value: float, masked: str, t: Tables
) -> tuple[Raw, int]:
    end = tokens[after - 1].end()
    while (
        after < len(tokens) and tokens[after].group() in t.multipliers and masked[end : tokens[after].start()].isspace()
    ):
        value *= t.multipliers[tokens[after].group()]
        end = tokens[after].end()
        after += 1
    return Raw(tokens[k].start(), end, _whole(value), word=True), after


def _compose(tokens: list[re.Match[str]], k: int, masked: str, t: Tables) -> tuple[Raw | None, int]:
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
        return Raw(
            first.start(), tokens[at].end(), value + t.ordinals[tokens[at].group()], ordinal=True, word=True
        ), at + 1
    if masked[end : end + 1] == "-" and t.hyphen.match(masked, end):
        return None, at
    return Raw(first.start(), end, _whole(value), word=True), max(at, k + 1)


def _after_article(tokens: list[re.Match[str]], k: int, masked: str, t: Tables) -> bool:
    return (
        k > 0 and tokens[k - 1].group() in t.lex.ARTICLES and masked[tokens[k - 1].end() : tokens[k].start()].isspace()
    )


def _fits(value: float, group: float, first: bool) -> bool:
    if first:
        return True
    if group >= 100 and group % 100 == 0:
        return value < 100
    return group % 10 == 0 and group % 100 >= 20 and 0 < value < 10 or group == 0

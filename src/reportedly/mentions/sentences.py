"""Sentences and lines of a text, with offsets. Posts are written in lines: a line end always ends a sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportedly.languages import layout, lexicon


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence: trimmed half-open interval, number of its paragraph, and whether it opens a line."""

    start: int
    end: int
    paragraph: int
    line_start: bool


_BREAK = re.compile(rf"[.!?…]+[\"'»”’)\]]*(?=\s)|{layout.GLUED}")
_ITEM = re.compile(r"[^\w\n]*(?:(?:по|ещё|еще|ще) )?\d[\d\s.,]*\s*[-–—]?\s*(?!\d*[:.)]\s)\w")
"""A line of a numbered breakdown ("- 126 over Kursk region;"), which goes on with the line before it."""
_ROW = re.compile(
    r"[^\n\d]{3,72}?[–—‒:-]\s*(?:[^\W\d_]+ )?\d[\d \u00a0\u202f.,]*\(\+ ?\d[\d \u00a0\u202f]*\)[^\n]{0,16}$",
    re.MULTILINE,
)
"""A row of a table of losses, "tanks – 10 980 (+1)", which goes on with the row or the head before it."""
_NUMBER = re.compile(r"\d")
_SOFT = (";", ",", " ")
_WORDS = re.compile(r"\w")
_LONGEST = 3_000
"""Code points; the longest sentence of the corpora has under a thousand."""
_LINE = re.compile(r"(?:[^\n\r\u2028|]|\|(?!\|))+")


@lru_cache(maxsize=8)
def _abbreviation(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in lexicon(language, "orthography").ABBREVIATIONS)
    return re.compile(rf"(?:(?<![\w])(?:{words})|(?:(?<!\w)[^\W\d]|(?<!\S)\d)(?:\.\w)*)\.$", re.IGNORECASE)


def split(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; blank lines part paragraphs."""
    found: list[Sentence] = []
    paragraph, last = 0, 0
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        if text.count("\n", last, line.start()) > 1:
            paragraph += 1
        last = line.end()
        parts = _line(text, line.start(), line.end(), language, paragraph)
        if found and parts and _goes_on(text, found[-1], parts[0]):
            found[-1] = replace(found[-1], end=parts.pop(0).end)
        found.extend(parts)
    return tuple(found)


def _goes_on(text: str, before: Sentence, part: Sentence) -> bool:
    """Whether a line is an item of the list that the sentence before it opens or runs through."""
    if part.end - before.start > _LONGEST:
        return False
    last_line = text.rfind("\n", 0, before.end) + 1
    if _ROW.match(text, part.start):
        return text[before.end - 1] in ":;," or _ROW.match(text, last_line) is not None
    if layout.PARTS.match(text, part.start) and _NUMBER.search(text, last_line, before.end):
        return True
    if layout.PART.fullmatch(text, part.start, part.end) and layout.PART.fullmatch(text, last_line, before.end):
        return True
    return text[before.end - 1] in ":;," and _ITEM.match(text, part.start) is not None


def _line(text: str, start: int, end: int, language: str, paragraph: int) -> list[Sentence]:
    cuts = [m.end() for m in _BREAK.finditer(text, start, end) if _ends(text, m, start, end, language)]
    cuts = sorted({*cuts, *_endless(text, (start, *cuts, end))})
    found: list[Sentence] = []
    at = start
    for cut in _bounded(text, start, (*cuts, end)):
        part = text[at:cut]
        left = at + len(part) - len(part.lstrip())
        right = at + len(part.rstrip())
        if left < right and _WORDS.search(part):
            found.append(Sentence(start=left, end=right, paragraph=paragraph, line_start=not found))
        at = cut
    return found


def _bounded(text: str, start: int, cuts: tuple[int, ...]) -> Iterator[int]:
    """The cuts, and more where a sentence is too long to be one: the work on it grows faster than its length."""
    at = start
    for cut in cuts:
        while cut - at > _LONGEST:
            stop = max(text.rfind(mark, at + _LONGEST // 2, at + _LONGEST) for mark in _SOFT)
            at = stop + 1 if stop >= 0 else at + _LONGEST
            yield at
        yield cut
        at = cut


def _endless(text: str, bounds: tuple[int, ...]) -> list[int]:
    """Where a stretch too long to be a sentence is cut all the same: behind a blank, so that work stays bounded."""
    found = []
    for a, b in pairwise(bounds):
        while b - a > _LONGEST:
            blank = text.rfind(" ", a + _LONGEST // 2, a + _LONGEST)
            a = blank + 1 if blank > 0 else a + _LONGEST
            found.append(a)
    return found


def _ends(text: str, mark: re.Match[str], start: int, end: int, language: str) -> bool:
    """Whether this mark ends a sentence: not after an abbreviation or initial, not before a small letter."""
    after = text[mark.end() : min(end, mark.end() + 8)].lstrip()
    if not after:
        return False
    head = after.lstrip("\"'«“‘(—–-• ")
    if head[:1].islower():
        return False
    before = text[max(start, mark.start() - 12) : mark.start() + 1]
    return not (mark.group()[0] == "." and _abbreviation(language).search(before))

"""Sentences and lines of a text, with offsets. Posts are written in lines: a line end always ends a sentence."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from reportedly.languages import lexicon


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence: trimmed half-open interval, number of its paragraph, and whether it opens a line."""

    start: int
    end: int
    paragraph: int
    line_start: bool


_BREAK = re.compile(r"[.!?…]+[\"'»”’)\]]*(?=\s)")
_ITEM = re.compile(r"[-–—•▪️*·\s]*\d[\d\s.,]*\s*[-–—]?\s*(?!\d*[:.)]\s)\w")
"""A line of a numbered breakdown ("- 126 over Kursk region;"), which goes on with the line before it."""
_LINE = re.compile(r"[^\n\r\u2028]+")


@lru_cache(maxsize=8)
def _abbreviation(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in lexicon(language, "orthography").ABBREVIATIONS)
    return re.compile(rf"(?:(?<![\w])(?:{words})|(?<!\w)\w(?:\.\w)*)\.$", re.IGNORECASE)


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
        if found and _ITEM.match(text, parts[0].start) and text[found[-1].end - 1] in ":;,":
            found[-1] = replace(found[-1], end=parts.pop(0).end)
        found.extend(parts)
    return tuple(found)


def _line(text: str, start: int, end: int, language: str, paragraph: int) -> list[Sentence]:
    cuts = [m.end() for m in _BREAK.finditer(text, start, end) if _ends(text, m, start, end, language)]
    found: list[Sentence] = []
    at = start
    for cut in (*cuts, end):
        part = text[at:cut]
        left = at + len(part) - len(part.lstrip())
        right = at + len(part.rstrip())
        if left < right:
            found.append(Sentence(start=left, end=right, paragraph=paragraph, line_start=not found))
        at = cut
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

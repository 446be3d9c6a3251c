"""The words around a claim: its evidence, its sentence, and whether a list of cues stands in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import TypeVar

from reportedly.languages import codes, fold, lexicon
from reportedly.model import Claim, Reading

T = TypeVar("T")
_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"»”’)]*\s+(?=[\"«“‘(]*[^\W\d_a-zа-яіїєґё]|\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEAD = 30
"""Up to this many code points before a claim, the head of its line ("UPD 18:20.") goes with it."""


class _Same:
    """A reading as a key: equal only to itself, and kept alive as long as it is one."""

    __slots__ = ("reading",)

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __hash__(self) -> int:
        return id(self.reading)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.reading is self.reading


def once(function: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """The function, computed once for each of the last few readings, told apart by identity: several rules ask it."""
    kept = lru_cache(maxsize=8)(lambda same: function(same.reading))
    return wraps(function)(lambda reading: kept(_Same(reading)))


@once
def in_order(reading: Reading) -> tuple[Claim, ...]:
    """The claims in reading order."""
    return tuple(sorted(reading.claims, key=_position))


def _position(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


def evidence(reading: Reading, claim: Claim) -> str:
    """The words that hold the claim, folded as the lexicons spell them."""
    return _folded(reading.report.text)[max(claim.start, 0) : max(claim.end, 0)]


def with_lead(reading: Reading, claim: Claim) -> str:
    """The evidence with the words before it in its sentence, or at the head of its line, that belong to no other
    claim.
    """
    text = reading.report.text
    line = text.rfind("\n", 0, max(claim.start, 0)) + 1
    start = line if claim.start - line <= _HEAD else _around(text, claim.start, claim.end)[0]
    taken = max((c.end for c in reading.claims if c is not claim and c.end <= claim.start), default=0)
    return _folded(text)[min(max(start, taken), max(claim.start, 0)) : max(claim.end, 0)]


def sentence(reading: Reading, claim: Claim) -> str:
    """The whole sentences (or lines) in which the claim stands, folded."""
    start, end = _around(reading.report.text, claim.start, claim.end)
    return _folded(reading.report.text)[start:end]


def following(reading: Reading, claim: Claim) -> str:
    """The sentence of the claim and the one after it, folded: for afterthoughts ("it could not tell when")."""
    text = reading.report.text
    start, end = _around(text, claim.start, claim.end)
    _, after = _around(text, min(end + 1, len(text)), min(end + 1, len(text)))
    return _folded(text)[start:after]


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=4)
def _breaks(text: str) -> tuple[list[int], list[int]]:
    """Where breaks between sentences or lines begin, and where they end."""
    found = list(_BREAK.finditer(text))
    return [m.start() for m in found], [m.end() for m in found]


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    starts, ends = _breaks(text)
    left = bisect_right(ends, start)
    right = bisect_left(starts, max(end - 1, 0))
    return ends[left - 1] if left else 0, starts[right] if right < len(starts) else len(text)


def other_years(reading: Reading, claim: Claim) -> frozenset[str]:
    """Years that the evidence names other than that of publication: background ("in 2021 seventeen died there")."""
    own = (reading.report.published or "")[:4]
    return frozenset(_YEAR.findall(evidence(reading, claim))) - {own}


def language(reading: Reading) -> str | None:
    """The language whose word lists apply, ``None`` where there is none for it."""
    code = reading.report.language
    return code if code in codes() else None


def has(reading: Reading, words: str, *lists: str) -> bool:
    """Whether one of the cue lists of ``languages/<language>/caveats.py`` matches in the (folded) words."""
    code = language(reading)
    return code is not None and any(cue.search(words) for cue in _cues(code, lists))


def around(reading: Reading, claim: Claim, span: tuple[int, int] | None, reach: int = 28) -> str:
    """The words close to a figure within its claim, folded; nothing where its span is not known."""
    if span is None:
        return ""
    left, right = max(claim.start, span[0] - reach), min(claim.end, span[1] + reach)
    return _folded(reading.report.text)[max(left, 0) : max(right, 0)]


def first(reading: Reading, words: str, name: str) -> re.Match[str] | None:
    """The first match of a cue list in the (folded) words."""
    code = language(reading)
    if code is None:
        return None
    return next((m for cue in _cues(code, (name,)) if (m := cue.search(words))), None)


@lru_cache(maxsize=256)
def _cues(code: str, lists: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    data = lexicon(code, "caveats")
    found: list[re.Pattern[str]] = []
    for name in lists:
        patterns: Iterable[str] = getattr(data, name, ())
        joined = "|".join(f"(?:{p})" for p in patterns)
        if joined:
            found.append(re.compile(rf"(?<!\w)(?:{joined})"))
    return tuple(found)

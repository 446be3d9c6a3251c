"""The words around a claim: its evidence, its sentence, and whether a list of cues stands in them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reportedly.languages import codes, fold, lexicon
from reportedly.model import Claim, Reading

_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"»”’)]*\s+(?=[\"«“‘(]*[^\W\d_a-zа-яіїєґё]|\d)")
_HEAD = 30
"""Up to this many code points before a claim, the head of its line ("UPD 18:20.") goes with it."""


def in_order(reading: Reading) -> tuple[Claim, ...]:
    """The claims in reading order."""
    return tuple(sorted(reading.claims, key=lambda c: (c.start, c.end)))


def evidence(reading: Reading, claim: Claim) -> str:
    """The words that hold the claim, folded as the lexicons spell them."""
    return fold(reading.report.text[max(claim.start, 0) : max(claim.end, 0)])


def with_lead(reading: Reading, claim: Claim) -> str:
    """The evidence with the words before it in its sentence, or at the head of its line, that belong to no
    other claim.
    """
    text = reading.report.text
    line = text.rfind("\n", 0, max(claim.start, 0)) + 1
    start = line if claim.start - line <= _HEAD else _around(text, claim.start, claim.end)[0]
    taken = max((c.end for c in reading.claims if c is not claim and c.end <= claim.start), default=0)
    return fold(text[min(max(start, taken), max(claim.start, 0)) : max(claim.end, 0)])


def sentence(reading: Reading, claim: Claim) -> str:
    """The whole sentences (or lines) in which the claim stands, folded."""
    start, end = _around(reading.report.text, claim.start, claim.end)
    return fold(reading.report.text[start:end])


def following(reading: Reading, claim: Claim) -> str:
    """The sentence of the claim and the one after it, folded: for afterthoughts ("it could not tell when")."""
    text = reading.report.text
    start, end = _around(text, claim.start, claim.end)
    _, after = _around(text, min(end + 1, len(text)), min(end + 1, len(text)))
    return fold(text[start:after])


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    left = max((m.end() for m in _BREAK.finditer(text, max(0, start - 1500), start)), default=max(0, start - 1500))
    right = _BREAK.search(text, max(end - 1, 0), min(len(text), end + 1500))
    return left, right.start() if right else min(len(text), end + 1500)


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
    return fold(reading.report.text[max(left, 0) : max(right, 0)])


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

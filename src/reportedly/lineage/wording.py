"""How alike two texts are: shared runs of letters and words, for copies and for the same news in other words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reportedly.languages import fold

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=65536)
def shingles(text: str, size: int = 5) -> frozenset[tuple[str, ...]]:
    """All runs of ``size`` words; the whole text if it is shorter."""
    w = words(text)
    return frozenset(w[i : i + size] for i in range(max(1, len(w) - size + 1))) if w else frozenset()


def contained(a: str, b: str, size: int = 5) -> float:
    """The share of the shorter text's word runs that stand in the other."""
    x, y = shingles(a, size), shingles(b, size)
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The longer words of a text, cut to five letters, so that case endings do not part them."""
    return frozenset(w[:5] for w in words(text) if len(w) > 3)


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that both have; 0 if one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)

"""Evidence spans cut at their boundaries, so that overlapping claims can be marked up without nesting."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.model import Claim


class Segment(NamedTuple):
    """A stretch of text under one set of claims. Numbers are those of reading order; ``opens`` begin here."""

    text: str
    claims: tuple[int, ...]
    opens: tuple[int, ...]


class Line(NamedTuple):
    """A non-empty line of a report. ``notes`` are the claims that begin on it; ``gap``: a blank line stood before."""

    start: int
    segments: tuple[Segment, ...]
    notes: tuple[int, ...]
    gap: bool


def reading_order(claims: Sequence[Claim]) -> list[Claim]:
    """Claims as their evidence stands in the text; the wider of two that begin together comes first."""
    return sorted(claims, key=lambda claim: (claim.start, -claim.end))


def lines(text: str, claims: Sequence[Claim]) -> list[Line]:
    """A text cut into lines and each line into segments. ``claims`` are in reading order; they are numbered from 1."""
    bounds = _line_bounds(text)
    starts, ends = [start for start, _, _ in bounds], [end for _, end, _ in bounds]
    notes: list[list[int]] = [[] for _ in bounds]
    here: list[list[tuple[int, Claim]]] = [[] for _ in bounds]
    for number, claim in enumerate(claims, 1):
        notes[max(0, bisect_right(starts, claim.start) - 1)].append(number)
        for i in range(bisect_right(ends, claim.start), bisect_left(starts, claim.end)):
            here[i].append((number, claim))
    return [
        Line(start, tuple(_segments(text, start, end, here[i])), tuple(notes[i]), gap)
        for i, (start, end, gap) in enumerate(bounds)
    ]


def _line_bounds(text: str) -> list[tuple[int, int, bool]]:
    bounds: list[tuple[int, int, bool]] = []
    at, gap = 0, False
    for piece in text.split("\n"):
        if piece.strip():
            bounds.append((at, at + len(piece), gap and bool(bounds)))
            gap = False
        else:
            gap = True
        at += len(piece) + 1
    return bounds or [(0, len(text), False)]


def _segments(text: str, start: int, end: int, here: Sequence[tuple[int, Claim]]) -> list[Segment]:
    cuts = sorted({start, end, *(max(c.start, start) for _, c in here), *(min(c.end, end) for _, c in here)})
    return [
        Segment(
            text[a:b],
            tuple(number for number, c in here if c.start <= a and c.end >= b),
            tuple(number for number, c in here if c.start == a),
        )
        for a, b in zip(cuts, cuts[1:], strict=False)
    ]

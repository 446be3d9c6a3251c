"""Evidence spans cut at their boundaries, so that overlapping claims can be marked up without nesting."""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.model import Claim


class Segment(NamedTuple):
    """A stretch of text under one set of claims. Numbers are those of reading order; ``opens`` begin here."""

    text: str
    claims: tuple[int, ...]
    opens: tuple[int, ...]


class Line(NamedTuple):
    """One non-empty line of a report. ``notes`` are the claims that begin on it; ``gap`` says a blank line stood before."""

    start: int
    segments: tuple[Segment, ...]
    notes: tuple[int, ...]
    gap: bool


def reading_order(claims: Sequence[Claim]) -> list[Claim]:
    """Claims as their evidence stands in the text; the wider of two that begin together comes first."""
    return sorted(claims, key=lambda claim: (claim.start, -claim.end))


def lines(text: str, claims: Sequence[Claim]) -> list[Line]:
    """Cut a text into lines and each line into segments. ``claims`` must be in reading order; they are numbered from 1."""
    bounds = _line_bounds(text)
    owners: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, 1):
        owner = max((i for i, (start, _, _) in enumerate(bounds) if start <= claim.start), default=0)
        owners.setdefault(owner, []).append(number)
    return [
        Line(start, tuple(_segments(text, start, end, claims)), tuple(owners.get(i, ())), gap)
        for i, (start, end, gap) in enumerate(bounds)
    ]


def _line_bounds(text: str) -> list[tuple[int, int, bool]]:
    bounds, at, gap = [], 0, False
    for piece in text.split("\n"):
        if piece.strip():
            bounds.append((at, at + len(piece), gap and bool(bounds)))
            gap = False
        else:
            gap = True
        at += len(piece) + 1
    return bounds or [(0, len(text), False)]


def _segments(text: str, start: int, end: int, claims: Sequence[Claim]) -> list[Segment]:
    here = [(number, c) for number, c in enumerate(claims, 1) if c.start < end and c.end > start]
    cuts = sorted({start, end, *(max(c.start, start) for _, c in here), *(min(c.end, end) for _, c in here)})
    return [
        Segment(
            text[a:b],
            tuple(number for number, c in here if c.start <= a and c.end >= b),
            tuple(number for number, c in here if c.start == a),
        )
        for a, b in zip(cuts, cuts[1:], strict=False)
    ]

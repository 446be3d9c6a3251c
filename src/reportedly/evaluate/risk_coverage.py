"""Risk over coverage: how many readings are wrong among those kept, when the most doubtful are left to people.

The curve of El-Yaniv and Wiener (2010) for classifiers that may abstain.
"""

from collections.abc import Mapping, Sequence

Pairs = Sequence[tuple[float, bool]]
"""Confidence, and whether the reading is right."""

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 640, 400, 60, 20, 120, 50
_COLOURS = ("#1b6ca8", "#b3541e", "#2e7d32", "#7b3fa0", "#8a6d00", "#555555")
_MOST = 0.3
"""Highest risk on the picture."""


def risk(pairs: Pairs, coverage: float) -> float:
    """Share of wrong readings among the surest ``coverage`` of them; readings of one confidence count by their mean."""
    wanted = coverage * len(pairs)
    kept = wrong = 0.0
    for confidence in sorted({p for p, _ in pairs}, reverse=True):
        some = [right for p, right in pairs if p == confidence]
        taken = min(len(some), wanted - kept)
        kept += taken
        wrong += taken * some.count(False) / len(some)
        if kept >= wanted:
            break
    return wrong / kept if kept else 0.0


def draw(slots: Mapping[str, Pairs]) -> str:
    """An SVG picture: coverage from left to right, risk upwards, one line a slot."""
    x0, x1, y0, y1 = _LEFT, _WIDTH - _RIGHT, _HEIGHT - _BOTTOM, _TOP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        ' font-size="12" role="img" aria-label="Share of wrong readings over share of readings kept">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    ]
    for n in range(6):
        y, x = y0 - n * (y0 - y1) / 5, x0 + n * (x1 - x0) / 5
        parts.append(f'<line x1="{x0}" y1="{y:.1f}" x2="{x1}" y2="{y:.1f}" stroke="#dddddd"/>')
        parts.append(f'<text x="{x0 - 8}" y="{y + 4:.1f}" text-anchor="end">{n * _MOST / 5:.0%}</text>')
        parts.append(f'<text x="{x:.1f}" y="{y0 + 18}" text-anchor="middle">{n / 5:.0%}</text>')
    across, up = f'x="{(x0 + x1) / 2}" y="{_HEIGHT - 12}"', f'transform="translate(16 {(y0 + y1) / 2}) rotate(-90)"'
    parts.append(f'<text {across} text-anchor="middle">readings kept, surest first</text>')
    parts.append(f'<text {up} text-anchor="middle">wrong among those kept</text>')
    labels = sorted(slots, key=lambda slot: -risk(slots[slot], 1.0))
    lowest = y1 - 6.0
    for slot in labels:
        colour = _COLOURS[list(slots).index(slot) % len(_COLOURS)]
        points = [(c / 50, risk(slots[slot], c / 50)) for c in range(5, 51)]
        line = " ".join(f"{x0 + c * (x1 - x0):.1f},{y0 - min(r, _MOST) / _MOST * (y0 - y1):.1f}" for c, r in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lowest = max(lowest + 14, y0 - points[-1][1] / _MOST * (y0 - y1) + 4)
        parts.append(f'<text x="{x1 + 8}" y="{lowest:.1f}" fill="{colour}">{slot}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"

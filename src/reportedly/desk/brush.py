"""Bars of when incidents began: the brush of the map."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from reportedly.desk.atlas import WIDTH

MOST = 120
"""Bars at most: days, else weeks, months, years."""


class Bar(NamedTuple):
    """Some days, both ends inclusive, with how many incidents began then."""

    start: date
    end: date
    incidents: int


def bars(began: Mapping[str, int]) -> list[Bar]:
    """One bar a day, week, month or year from the first to the last, those without an incident too.

    ``began``: how many incidents began on a day (ISO, with or without a time of day).
    """
    days: Counter[date] = Counter()
    for words, count in began.items():
        if (found := _day(words)) is not None and count:
            days[found] += count
    if not days:
        return []
    first, last = min(days), max(days)
    for begin, ahead in _SPANS:
        spans = list(_spans(begin(first), last, ahead))
        if len(spans) <= MOST:
            break
    counts: Counter[date] = Counter()
    for day, count in days.items():
        counts[begin(day)] += count
    return [Bar(start, end, counts[start]) for start, end in spans]


def _day(words: str | None) -> date | None:
    """A day with days after it; ``None`` for none."""
    try:
        day = date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
    return day if day.year < date.max.year else None


def _spans(start: date, last: date, ahead: Callable[[date], date]) -> Iterator[tuple[date, date]]:
    while start <= last:
        following = ahead(start)
        yield start, following - timedelta(days=1)
        start = following


_SPANS: tuple[tuple[Callable[[date], date], Callable[[date], date]], ...] = (
    (lambda day: day, lambda day: day + timedelta(days=1)),
    (lambda day: day - timedelta(days=day.weekday()), lambda day: day + timedelta(days=7)),
    (lambda day: day.replace(day=1), lambda day: (day + timedelta(days=31)).replace(day=1)),
    (lambda day: day.replace(month=1, day=1), lambda day: day.replace(year=day.year + 1)),
)
"""The first day of the span that holds a day, and that of the one after it."""


def drawn(some: Sequence[Bar], href: Callable[[Bar], str], label: str) -> Markup:
    """The bars as links to their days."""
    most = max((bar.incidents for bar in some), default=1)
    step = WIDTH / max(1, len(some))
    parts = [
        Markup('<a href="{}" data-from="{}" data-to="{}"><title>{}: {}</title>'
               '<path class="hit" d="M{:.1f} 0h{:.1f}v64h-{:.1f}z"/>'
               '<path class="bar" d="M{:.1f} 62v-{:.1f}h{:.1f}v{:.1f}z"/></a>').format(
            href(bar), bar.start, bar.end, _words(bar), bar.incidents, n * step, step, step,
            n * step + step * 0.1, high, min(step * 0.8, 40), high,
        )
        for n, bar in enumerate(some)
        if bar.incidents
        for high in [max(2.0, 56 * bar.incidents / most)]
    ]  # fmt: skip
    frame = Markup('<svg viewBox="0 0 {:.0f} 64" role="group" aria-label="{}">{}</svg>')
    return frame.format(WIDTH, label, Markup("").join(parts))


def _words(bar: Bar) -> str:
    return str(bar.start) if bar.start == bar.end else f"{bar.start} – {bar.end}"

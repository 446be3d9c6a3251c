"""When two claims happened: windows in hours, so that a night and the next evening stay apart."""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from reportedly.languages import codes, fold, lexicon
from reportedly.model import TimeSpan


class Window(NamedTuple):
    """A stretch of local time in hours since 1970; ``sharp`` if the text gave it to the part of the day or finer."""

    start: float
    end: float
    sharp: bool

    @property
    def hours(self) -> float:
        return self.end - self.start


_EPOCH = datetime(1970, 1, 1)


@lru_cache(maxsize=65536)
def hour_of(stamp: str) -> float | None:
    """Hours since 1970 of an ISO date or date-time, its offset left aside (local time); ``None`` if it is none."""
    try:
        moment = datetime.fromisoformat(stamp if "T" in stamp else stamp[:10]).replace(tzinfo=None)
    except ValueError:
        return None
    return (moment - _EPOCH) / timedelta(hours=1)


def window(time: TimeSpan | None) -> Window | None:
    """The hours of a time span: a night is 18:00 to 09:00, a bare date its whole day."""
    if time is None:
        return None
    start, end = hour_of(time.start), hour_of(time.end)
    if start is None or end is None or end < start:
        return None
    if time.precision in ("minute", "hour"):
        return Window(start, max(end, start), True)
    dates = "T" not in time.start and "T" not in time.end
    if dates and time.precision == "part_of_day" and end - start == 24:
        return Window(start + 18, end + 9, True)
    if dates and time.precision == "day" and end - start == 24:
        return Window(start + 12, end + 12, False)
    if dates and time.precision == "part_of_day" and end == start:
        hours = part_of_day(time.text)
        if hours is not None:
            return Window(start + hours[0], start + hours[1], True)
    return Window(start, end + (24 if dates else 0), False)


@lru_cache(maxsize=1)
def _parts() -> tuple[tuple[tuple[int, int], re.Pattern[str]], ...]:
    return tuple(
        (hours, re.compile(words))
        for code in codes()
        for hours, words in lexicon(code, "episodes").PARTS_OF_DAY.items()
    )


@lru_cache(maxsize=65536)
def part_of_day(text: str) -> tuple[int, int] | None:
    """First and last hour of the part of the day that the words name, ``None`` if they name none."""
    folded = fold(text)
    return next((hours for hours, pattern in _parts() if pattern.search(folded)), None)


def gap(a: Window, b: Window) -> float:
    """Hours between two windows; 0 where they meet, less where they overlap (minus the shared hours)."""
    return max(a.start, b.start) - min(a.end, b.end)


def published_hour(stamp: str | None) -> float | None:
    return hour_of(stamp) if stamp else None


def told_hour(stamp: str | None) -> float | None:
    """Hours since 1970 in UTC at which a report came out, so that reports from several time zones fall into their
    order; a stamp without an offset is taken as it stands."""
    hour = published_hour(stamp)
    if hour is None or stamp is None or "T" not in stamp:
        return hour
    offset = datetime.fromisoformat(stamp).utcoffset()
    return hour - offset / timedelta(hours=1) if offset is not None else hour


def day_of(hour: float) -> str:
    """The ISO date of an hour since 1970."""
    return (_EPOCH + timedelta(hours=hour)).date().isoformat()

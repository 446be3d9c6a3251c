"""The days that the words of a record bound: "since February", "this year", "in a month", "in three days".

Where the words leave a choice (does "in a month" mean the last thirty days or the calendar month; does "since
February" count February), every reading is given, and a record is contradicted only where it fails under all of them.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from reportedly.findings.records.query import Span
from reportedly.languages import lexicon
from reportedly.languages.counting import numbers

_DAYS = {"D": 1, "N": 1, "W": 7, "M": 30, "Y": 365}
_LONGEST = 36500
_SEP = r"[ -]"


class _Words(Struct, frozen=True):
    since: re.Pattern[str]
    within: re.Pattern[str]
    this: re.Pattern[str]
    ever: re.Pattern[str]
    months: dict[str, int]
    units: dict[str, str]


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:
    said, calendar = lexicon(language, "records"), lexicon(language, "calendar")
    months = {str(form): int(n) for form, n in calendar.WORDS["month"].items()}
    units = {str(f): str(u) for f, u in calendar.WORDS["unit"].items() if u in _DAYS} | said.UNITS
    month, unit = ("|".join(sorted(map(re.escape, forms), key=len, reverse=True)) for forms in (months, units))
    return _Words(
        since=re.compile(rf"(?<!\w)(?:{said.SINCE})(?P<month>{month})(?!\w)(?:{_SEP}(?P<year>20\d\d))?"),
        within=re.compile(
            rf"(?<!\w)(?:{said.WITHIN}){_SEP}(?:(?P<number>\w+(?:'\w+)?){_SEP})??(?P<unit>{unit})(?!\w)"
        ),
        this=re.compile(rf"(?<!\w)(?:{said.THIS})(?:{_SEP}(?P<unit>{unit}))(?!\w)"),
        ever=re.compile(rf"(?<!\w)(?:{said.ALL_TIME})(?!\w)"),
        months=months,
        units=units,
    )


def spans(words: str, language: str, day: str, least: int = 1) -> tuple[Span, ...]:
    """The readings of the span that folded ``words`` bound, reckoned from a ``day`` (ISO), the nearest first.

    What is shorter than ``least`` days is no span: "in a single night" says what a record is counted by. From a day
    that is no date, or before or after all dates, nothing is reckoned: then the span is open.
    """
    try:
        found = _bounded(words, _words(language), language, date.fromisoformat(day[:10]), least)
    except (ValueError, OverflowError):
        found = ()
    return found or (Span("all", None, closed=_words(language).ever.search(words) is not None),)


def _bounded(words: str, said: _Words, language: str, end: date, least: int) -> tuple[Span, ...]:
    if m := said.since.search(words):
        return _since(end, said.months[m["month"]], m["year"])
    for m in said.this.finditer(words):
        if _DAYS[said.units[m["unit"]]] >= least:
            return (Span("this", _start_of(end, said.units[m["unit"]]).isoformat()),)
    for m in said.within.finditer(words):
        count = 1 if m["number"] is None else _number(m["number"], language)
        if count and count * _DAYS[said.units[m["unit"]]] >= least:
            return _last(end, count, said.units[m["unit"]])
    return ()


def _number(word: str, language: str) -> int | None:
    found = [n for n in numbers(word, language) if n.value is not None and not n.ordinal]
    return int(found[0].value or 0) if found else None


def _since(end: date, month: int, year: str | None) -> tuple[Span, ...]:
    """Since a month, with it and after it; a month without year is the last one that has begun."""
    first = date(int(year) if year else end.year - (month > end.month), month, 1)
    after = date(first.year + month // 12, month % 12 + 1, 1)
    both = (Span("since", first.isoformat()), Span("after", after.isoformat()))
    return both if after < end else both[:1]


def _start_of(end: date, unit: str) -> date:
    if unit == "Y":
        return date(end.year, 1, 1)
    if unit == "M":
        return date(end.year, end.month, 1)
    return end - timedelta(days=end.weekday() if unit == "W" else 0)


def _last(end: date, count: int, unit: str) -> tuple[Span, ...]:
    """So many units back from the day, and, for one week, month or year, that of the calendar."""
    found = [Span("last", (end - timedelta(days=min(count * _DAYS[unit], _LONGEST))).isoformat())]
    if count == 1 and unit in ("W", "M", "Y"):
        found.append(Span("this", _start_of(end, unit).isoformat()))
    return tuple(found)

"""Arithmetic of the calendar."""

import calendar
from datetime import date, datetime, timedelta

_DAYS = {"D": 1, "N": 1, "W": 7, "W2": 14, "WE": 7}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def day_of(value: date | datetime) -> date:
    """The calendar day of a date or date-time."""
    return value.date() if isinstance(value, datetime) else value


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add(day: date, unit: str, number: float) -> date:
    """A day some units on. Units below a day keep the day unless they add up to days."""
    try:
        if unit in _MONTHS:
            return add_months(day, int(number * _MONTHS[unit]))
        if unit in _DAYS:
            return day + timedelta(days=int(number * _DAYS[unit]))
        hours = {"TH": number, "TM": number / 60, "TS": number / 3600}.get(unit, 0.0)
        return day + timedelta(days=int(hours / 24))
    except (OverflowError, ValueError):
        return day


def month_end(day: date) -> date:
    """The last day of a month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def part_of(start: date, end: date, mod: str | None) -> tuple[date, date]:
    """The beginning, middle or end of a period (thirds; halves where the words say so)."""
    days = (end - start).days + 1
    third = timedelta(days=max(1, days // 3) - 1)
    if mod == "start":
        return start, start + third
    if mod == "end":
        return end - third, end
    if mod == "mid":
        return start + timedelta(days=days // 3), end - timedelta(days=days // 3)
    if mod is not None and mod[0] == "w":
        first = end - timedelta(days=6) if mod == "w0" else start + timedelta(days=7 * (int(mod[1:]) - 1))
        return first, first + timedelta(days=6)
    if mod == "h1":
        return start, start + timedelta(days=days // 2 - 1)
    if mod == "h2":
        return start + timedelta(days=days // 2), end
    return start, end

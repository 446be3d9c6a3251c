"""Date slots to intervals: anchored to the day of reference, or to the last day that the text named."""

import calendar
from datetime import date, datetime, timedelta

from msgspec import Struct

from reportedly.entities.times_calendar import add, add_months, day_of, month_end, part_of
from reportedly.entities.times_parts import Date
from reportedly.entities.times_timex import duration
from reportedly.model.terms import Precision

_SLIP = 7
"""Days ahead at which a date told in the past tense is taken for a slip, not for last year's."""
_NEAR = 62
"""Days that a date without a year may lie ahead of the publication before it is taken for a past one."""
_MONTHS_AHEAD = 6
"""Months that a month without a year may lie ahead beside words of the future."""
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class When(Struct, frozen=True):
    """An anchored interval (both ends inclusive) and its TIMEX3 value; ``start`` is ``None`` where it has none."""

    start: date | datetime | None
    end: date | datetime | None
    precision: Precision | None
    value: str
    kind: str = "date"
    problem: str | None = None


class Context(Struct):
    """What the text has said so far. ``now`` is the day of reference, ``clock`` its hour where known."""

    now: date | None
    clock: int | None
    published: date | None
    last: date | None = None
    line: bool = False
    past: bool = False
    nearest: bool = False
    first: date | None = None
    named: date | None = None
    quarter: date | None = None
    evening: bool = False
    night_ends: bool = False


def nothing(value: str, kind: str, problem: str | None = None) -> When:
    return When(start=None, end=None, precision=None, value=value, kind=kind, problem=problem)


def period(start: date, end: date, precision: Precision, value: str, kind: str = "date") -> When:
    return When(start=start, end=end, precision=precision, value=value, kind=kind)


def _day(day: date) -> When:
    return period(day, day, "day", day.isoformat())


# ------------------------------------------------------------------------------------------------ dates without a year
def _guess_year(month: int, day: int, ctx: Context, future: bool) -> date | str | None:
    """The nearest past day of this name; the near future only if it is close or the words speak of the future."""
    anchor = ctx.now or ctx.last
    if not 1 <= day <= (31 if not 1 <= month <= 12 else calendar.monthrange(2024, month)[1]):
        return "no_such_date"
    if anchor is None:
        return None
    options = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue
    if not options:
        return "no_such_date"
    ahead = 200 if future else _SLIP if ctx.past else _NEAR
    fitting = [d for d in options if (d - anchor).days <= ahead]
    return min(fitting, key=lambda d: abs((d - anchor).days)) if fitting else None


def _ymd(spec: Date, ctx: Context, future: bool) -> When:
    _, year, month, day = spec
    if year is not None:
        try:
            return _day(date(year, month, day))
        except ValueError:
            return nothing("", "date", "no_such_date")
    found = _guess_year(month, day, ctx, future)
    if isinstance(found, date):
        return _day(found)
    return nothing(f"XXXX-{month:02d}-{min(day, 99):02d}", "date", found)


def _day_of_month(number: int, ctx: Context) -> When:
    """ "The 30th" without a month: the last day of that number, or the next if it is less than a week ahead."""
    anchor = ctx.now or ctx.last
    if anchor is None or not 1 <= number <= 31:
        return nothing("", "date")
    day = anchor + timedelta(days=6)
    while day.day != number:
        day -= timedelta(days=1)
    return _day(day)


def _month(spec: Date, ctx: Context, future: bool) -> When:
    _, year, month, mod, sign, *shift = spec
    anchor = ctx.now or ctx.last
    if year is None:
        if anchor is None:
            return nothing(f"XXXX-{month:02d}", "date")
        if shift and shift[0] == "same":
            year = (ctx.named or anchor).year
        elif shift and shift[0] is not None:
            year = anchor.year + shift[0]
        elif sign == 1 or (future and sign is None and (month - anchor.month) % 12 <= _MONTHS_AHEAD):
            year = anchor.year + (0 if month > anchor.month or (sign != 1 and month == anchor.month) else 1)
        elif sign == -1:
            year = anchor.year - (0 if month < anchor.month else 1)
        else:
            year = anchor.year - (1 if month > anchor.month + (not ctx.past) and sign != 0 else 0)
    first = date(year, month, 1)
    start, end = part_of(first, month_end(first), mod)
    return period(start, end, "month", f"{year:04d}-{month:02d}")


def _year(spec: Date) -> When:
    _, year, mod = spec
    start, end = part_of(date(year, 1, 1), date(year, 12, 31), mod)
    half = f"-H{mod[1]}" if mod in ("h1", "h2") else ""
    return period(start, end, "year" if mod is None else "month", f"{year:04d}{half}")


def _season(spec: Date, ctx: Context, future: bool) -> When:
    _, year, code, sign, shift, _mod = spec
    anchor = ctx.now or ctx.last
    month = _SEASON_MONTH[code]
    if year is None:
        if anchor is None:
            return nothing(f"XXXX-{code}", "date")
        if shift is not None:
            year = anchor.year + shift
        else:
            begun = date(anchor.year, month, 1) <= anchor
            year = anchor.year if begun else anchor.year - 1
            current = begun and anchor <= month_end(add_months(date(anchor.year, month, 1), 2))
            if (sign == -1 and current) or (code == "WI" and sign == -1 and anchor.month <= 2):
                year -= 1
            elif sign == 1 or (future and not current) or (sign == 0 and not begun and code != "WI"):
                year = anchor.year if not begun else anchor.year + 1
    start = date(year, month, 1)
    end = month_end(add_months(start, 2))
    if spec[1] is None and anchor is not None and start <= anchor < end and not future:
        end = anchor  # a season that still runs ends with the report
    return period(start, end, "month", f"{year:04d}-{code}")


def _quarter(spec: Date, ctx: Context) -> When:
    _, year, number, shift = spec
    anchor = ctx.now or ctx.last
    if year is None:
        if anchor is None:
            return nothing(f"XXXX-Q{number}", "date")
        year = anchor.year + (shift or 0)
        if shift is None and date(year, number * 3 - 2, 1) > anchor:
            year -= 1
    start = date(year, number * 3 - 2, 1)
    return period(start, month_end(add_months(start, 2)), "month", f"{year:04d}-Q{number}")


def _the_quarter(spec: Date, ctx: Context) -> When:
    """The quarter last named, in another year where the words say so; no time where none was named."""
    _, year, shift, *of_year = spec
    named = ctx.quarter
    if named is None:
        if year is not None:
            return _year(("year", year, None))
        return nothing("", "none")
    anchor = ctx.now if of_year and ctx.now is not None else named
    return _quarter(("quarter", year or anchor.year + shift, (named.month + 2) // 3, None), ctx)


# ------------------------------------------------------------------------------------------- relative to the reference
def _weekday(spec: Date, ctx: Context, future: bool) -> When:
    _, weekday, sign, *week = spec
    if ctx.now is None:
        if sign == "ctx" and ctx.last and ctx.last.weekday() == weekday:
            return _day(ctx.last)
        return nothing(f"XXXX-WXX-{weekday + 1}", "date")
    now = ctx.now
    if week:
        return _day(now - timedelta(days=now.weekday()) + timedelta(days=7 * (week[0] or 0) + weekday))
    back = (now.weekday() - weekday) % 7
    near = ctx.nearest and sign is None and back >= 5
    if sign == 1 or near or (future and sign is None and back):
        return _day(now + timedelta(days=(weekday - now.weekday()) % 7 or 7))
    if sign == -1:
        return _day(now - timedelta(days=back or 7))
    if sign == 0 and back:
        return _day(now - timedelta(days=now.weekday()) + timedelta(days=weekday))
    return _day(now - timedelta(days=back))


def _unit(spec: Date, ctx: Context, future: bool) -> When:
    _, unit, sign, mod, this = spec
    now = ctx.now
    if now is None:
        return nothing("", "date")
    sign = sign or 0
    if unit in ("D", "N"):
        return _day(now + timedelta(days=sign))
    if unit == "W":
        start = now - timedelta(days=now.weekday()) + timedelta(days=7 * sign)
        end = start + timedelta(days=6)
        iso = start.isocalendar()
        value, precision = f"{iso.year:04d}-W{iso.week:02d}", "week"
    elif unit == "M":
        start = add_months(now.replace(day=1), sign)
        end, value, precision = month_end(start), f"{start.year:04d}-{start.month:02d}", "month"
    elif unit == "Q":
        start = add_months(date(now.year, (now.month - 1) // 3 * 3 + 1, 1), 3 * sign)
        end, value, precision = month_end(add_months(start, 2)), f"{start.year}-Q{(start.month + 2) // 3}", "month"
    elif unit == "Y":
        start = date(min(max(now.year + sign, 1), 9998), 1, 1)
        end, value, precision = start.replace(month=12, day=31), f"{start.year:04d}", "year"
    else:
        return nothing("", "date")
    if mod:
        start, end = part_of(start, end, mod)
        precision = "day" if unit == "W" else "month"
    elif this and sign == 0 and unit != "W" and not future:
        end = max(start, now)
    return period(start, end, precision, value)  # type: ignore[arg-type]


def _roll(spec: Date, ctx: Context) -> When:
    """The last (or next) N units up to the reference."""
    _, unit, number, sign = spec
    value = duration(unit, number)
    if ctx.now is None:
        return nothing(value, "duration")
    other = add(ctx.now, unit, sign * number)
    if unit.startswith("T") and other == ctx.now and number >= 12:
        other = ctx.now + timedelta(days=sign)
    precision: Precision = (
        "day"
        if unit in ("D", "N") or unit.startswith("T")
        else "week"
        if unit in ("W", "W2")
        else ("year" if unit in ("Y", "DE", "CE") else "month")
    )
    return period(min(other, ctx.now), max(other, ctx.now), precision, value, "range")


def _shift(spec: Date, ctx: Context, future: bool) -> When:
    _, unit, number, base = spec
    if base == "ctx" and unit in ("TM", "TS"):
        return nothing("FUTURE_REF" if number > 0 else "PAST_REF", "ref")
    leaned = {"ctx": ctx.last, "before": ctx.first or ctx.last}.get(base)
    anchor = leaned or ctx.now
    if anchor is None:
        return nothing("PAST_REF" if number < 0 else "FUTURE_REF", "ref")
    if base == "ctx" and number > 0 and ctx.last is None and not future:
        number = 0.0  # "a day later", said of nothing dated before: the day of the report itself
    day = add(anchor, unit, number)
    if unit == "Y" and number == -1 and ctx.quarter is not None:
        return _the_quarter(("thequarter", None, -1), ctx)  # compared with the quarter last named
    if unit == "DE" or (unit == "Y" and abs(number) >= 2):
        return period(date(day.year, 1, 1), date(day.year, 12, 31), "year", f"{day.year:04d}")
    if unit == "Y" and base == "ref":
        return period(day.replace(day=1), month_end(day), "month", f"{day.year:04d}")
    if unit == "Y":
        return period(day, day, "day", f"{day.year:04d}")
    if unit == "M" and base == "ref":
        return period(day.replace(day=1), month_end(day), "month", day.isoformat()[:7])
    if unit.startswith("T"):
        return period(day, day, "part_of_day", day.isoformat())
    return period(day, day, "week" if unit in ("W", "W2") else "day", day.isoformat())


def _weekend(spec: Date, ctx: Context, future: bool) -> When:
    if ctx.now is None:
        return nothing("XXXX-WXX-WE", "date")
    now, sign = ctx.now, spec[1]
    saturday = now - timedelta(days=(now.weekday() - 5) % 7)
    if sign == 1 or (future and now.weekday() < 5):
        saturday += timedelta(days=7)
    elif sign == -1 and now.weekday() >= 5:
        saturday -= timedelta(days=7)
    iso = saturday.isocalendar()
    return period(saturday, saturday + timedelta(days=1), "day", f"{iso.year:04d}-W{iso.week:02d}-WE")


def resolve_date(spec: Date, ctx: Context, future: bool) -> When:
    """The interval of one date slot."""
    name = spec[0]
    anchor = ctx.now
    if name == "ymd":
        return _ymd(spec, ctx, future)
    if name == "ymdrel":
        year = anchor.year + spec[1] if anchor else None
        return _ymd(("ymd", year, *spec[2:]), ctx, future)
    if name == "dom":
        return _day_of_month(spec[1], ctx)
    if name == "month":
        return _month(spec, ctx, future)
    if name == "year":
        return _year(spec)
    if name == "century":
        first = 100 * (spec[1] - 1)
        return period(date(first, 1, 1), date(first + 99, 12, 31), "year", f"{spec[1] - 1:02d}")
    if name == "thequarter":
        return _the_quarter(spec, ctx)
    if name == "lastyearsquarter":
        return _quarter(("quarter", None, spec[1], -1), ctx)
    if name == "decade":
        return period(date(spec[1], 1, 1), date(spec[1] + 9, 12, 31), "year", f"{spec[1] // 10}")
    if name == "season":
        return _season(spec, ctx, future)
    if name == "quarter":
        return _quarter(spec, ctx)
    if name == "wday":
        return _weekday(spec, ctx, future)
    if name == "unit":
        return _unit(spec, ctx, future)
    if name == "roll":
        return _roll(spec, ctx)
    if name == "shift":
        return _shift(spec, ctx, future)
    if name == "weekend":
        return _weekend(spec, ctx, future)
    if name == "rel":
        return _day(anchor + timedelta(days=spec[1])) if anchor else nothing("", "date")
    if name in ("ctxday", "today"):
        day = (ctx.last or anchor) if name == "ctxday" else anchor
        return period(day, day, "part_of_day", day.isoformat()) if day else nothing("", "date")
    if name == "ctxunit":
        base = (ctx.named if spec[1] == "Y" else None) or ctx.last or anchor
        return _unit(("unit", spec[1], spec[2], None, False), Context(now=base, clock=None, published=None), False)
    return _period_or_words(spec, ctx, future)


def _period_or_words(spec: Date, ctx: Context, future: bool) -> When:
    name = spec[0]
    anchor = ctx.now
    if name == "sofar":
        inner = resolve_date(spec[1], ctx, False)
        if inner.start is None or anchor is None or day_of(inner.start) > anchor:
            return inner
        end = anchor if spec[2] or inner.end is None else min(anchor, day_of(inner.end))
        return period(day_of(inner.start), end, inner.precision or "day", inner.value)
    if name == "ordday":
        last = ctx.last or anchor
        nights = len(spec) > 2
        return (
            period(
                last - timedelta(days=spec[1] - 1 + nights),
                last,
                "part_of_day" if nights else "day",
                last.isoformat(),
                "range",
            )
            if last
            else (nothing("", "date"))
        )
    if name == "durn":
        value = duration(spec[1], spec[2])
        if len(spec) > 3 and anchor is not None and not future and not spec[1].startswith("T"):
            start = add(anchor, spec[1], -spec[2])
            return period(start, anchor, "day", value, "duration")
        return nothing(value, "duration")
    if name == "dur":
        return nothing(spec[1], "duration")
    if name == "set":
        return nothing(spec[1], "set")
    if name == "setn":
        return nothing(duration(spec[1], spec[2]) if spec[1] else "P1D", "set")
    return nothing(spec[1], "ref")

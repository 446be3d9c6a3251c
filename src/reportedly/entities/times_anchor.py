"""Parts to intervals: anchored to the day of publication, to a stamped line, or to the last day that the text named."""

from datetime import date, datetime, timedelta

from reportedly.entities.times_calendar import day_of
from reportedly.entities.times_dates import Context, When, nothing, period, resolve_date
from reportedly.entities.times_parts import Clock, Part
from reportedly.model.terms import Precision

_PART_HOUR = {"EM": 4, "MO": 6, "AF": 12, "DT": 9, "EV": 18, "NI": 0}


def _with_part(day: date, part: Part, ctx: Context) -> When:
    if part.part == "NI":
        if part.into or (
            ctx.night_ends and part.rule != "nightpair" and part.date is not None and part.date[0] in ("ymd", "rel")
        ):
            first = day - timedelta(days=1)
        else:
            first = day
        end = first + timedelta(days=1)
        return period(first, end, "part_of_day", f"{first.isoformat()}TNI", "night")
    code = "MO" if part.part == "EM" else part.part
    if part.part_mod == "later":
        return period(day, day, "part_of_day", day.isoformat(), "part_of_day")
    return period(day, day, "part_of_day", f"{day.isoformat()}T{code}", "part_of_day")


def _bare_day(part: Part, ctx: Context) -> date | None:
    """The day of a part of the day or a clock without a date of its own; "as of 8:30" is of the day of publication,
    whatever day was told of last.
    """
    if part.part_mod in ("this", "last", "next"):
        day = ctx.now
        if day is not None and part.part != "NI":
            day += timedelta(days={"this": 0, "last": -1, "next": 1}[part.part_mod])
        return day
    if (
        ctx.last is not None
        and not ctx.line
        and not (part.as_of and ctx.now is not None)
        and (ctx.now is None or part.part_mod == "same" or 0 <= (ctx.now - ctx.last).days <= 10)
    ):
        return ctx.last
    if ctx.now is None or ctx.clock is None or ctx.line or part.future:
        return ctx.now
    hour = part.clock[0] if part.clock else _PART_HOUR.get(part.part or "", 0) if part.part != "NI" else 0
    return ctx.now - timedelta(days=1) if hour > ctx.clock else ctx.now


def _bare_night(part: Part, ctx: Context) -> When:
    """ "Overnight", "минувшей ночью": the night that ended on the day of reference."""
    if part.part_mod in ("last", "this", "next"):
        day = ctx.now
        if day is not None and part.part_mod == "next":
            day += timedelta(days=1)
    else:
        near = ctx.now is not None and ctx.last is not None and (ctx.now - ctx.last).days == 1
        day = ctx.now if near and part.part_mod is None else _bare_day(part, ctx)
        if part.part_mod == "same" and ctx.last is None and day is not None:
            day -= timedelta(days=1)
    if day is None:
        return nothing("TNI", "night")
    after = ctx.evening and day == ctx.last and part.part_mod is None
    first = day if part.part_mod == "same" or after else day - timedelta(days=1)
    if part.part_mod is None and ctx.now is not None and first == ctx.now:
        first -= timedelta(days=1)  # the night to come has not happened yet
    return period(first, first + timedelta(days=1), "part_of_day", f"{first.isoformat()}TNI", "night")


def at(day: date, clock: Clock) -> datetime:
    """A clock on a day; 24:00 is the next day's 00:00."""
    hour, minute, _ = clock
    base = datetime(day.year, day.month, day.day)
    return base + timedelta(hours=hour, minutes=minute)


def _with_clock(
    day: date,
    clock: Clock,
    until: Clock | None,
) -> When:
    start = at(day, clock)
    precision: Precision = "hour" if clock[2] == "hour" else "minute"
    value = start.isoformat(timespec="minutes")
    if until is None:
        return When(start=start, end=start, precision=precision, value=value, kind="time")
    end = at(day, until)
    if end < start:
        end += timedelta(days=1)
    return When(start=start, end=end, precision="hour", value=value, kind="range")


def resolve_point(part: Part, ctx: Context) -> When:
    """The interval of a part without its range partner and without "since"."""
    if part.date is None:
        if part.clock is not None:
            day = _bare_day(part, ctx)
            if day is None:
                hour, minute, precision = part.clock
                return nothing(f"T{hour:02d}:{minute:02d}" if precision == "minute" else f"T{hour:02d}", "time")
            until = part.clock_until
            if until is not None and until < part.clock and day == ctx.now:
                day -= timedelta(days=1)  # over midnight: the evening before
            return _with_clock(day, part.clock, until)
        if part.part == "NI":
            return _bare_night(part, ctx)
        day = _bare_day(part, ctx)
        return _with_part(day, part, ctx) if day else nothing(f"T{part.part}", "part_of_day")
    if part.clock is None and part.part is None:
        return resolve_date(part.date, ctx, part.future)
    when = resolve_date(part.date, ctx, part.future)
    if when.start is None or day_of(when.start) != day_of(when.end or when.start):
        return when
    day = day_of(when.start)
    if part.clock is not None:
        return _with_clock(day, part.clock, part.clock_until)
    return _with_part(day, part, ctx)

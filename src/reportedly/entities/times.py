"""Every expression of time in a text: where it stands, which interval it means, and its TIMEX3 value.

Nothing is guessed: without a day of publication only expressions that hold a full date, or lean on one in the text,
get an interval. Local time throughout; a time zone that the text names is kept as ``zone``.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from reportedly.entities.times_anchor import at, resolve_point
from reportedly.entities.times_calendar import day_of
from reportedly.entities.times_compose import parts_of
from reportedly.entities.times_dates import Context, When, resolve_date
from reportedly.entities.times_lexer import lex, load
from reportedly.entities.times_parts import Date, Part
from reportedly.model.terms import Precision

Kind = Literal["date", "time", "night", "part_of_day", "range", "duration", "set", "ref", "open"]
ProblemKind = Literal["no_such_date", "weekday_mismatch", "after_publication"]


class TimeExpression(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One expression. ``from_`` and ``to`` are inclusive: ISO dates, or local date-times for ``minute`` and ``hour``.

    ``kind``: ``open`` is "since X" (to the day of publication); ``duration``, ``set`` and ``ref`` ("recently") mostly
    have no interval. ``stamp``: the clock opens a line of a live report. ``as_of``: the words say as of when something
    holds. ``future``: words of the future stand beside it. ``zone``: IANA name, ``local``, or the letters as written.
    """

    text: str
    start: int
    end: int
    from_: str | None = None
    to: str | None = None
    precision: Precision | None = None
    timex3: str
    kind: Kind
    stamp: bool = False
    as_of: bool = False
    year_given: bool = False
    future: bool = False
    zone: str | None = None


class Problem(Struct, frozen=True, kw_only=True):
    """A date that cannot be: ``params`` hold what the text says and what the calendar says."""

    kind: ProblemKind
    start: int
    end: int
    text: str
    params: dict[str, Any]


class _Read(Struct, frozen=True):
    part: Part
    when: When
    expression: TimeExpression


def find(text: str, language: str, published: str | None) -> tuple[TimeExpression, ...]:
    """All expressions in order of their offsets; none in a language without a calendar.

    ``published``: ISO date or date-time; anything else counts as unknown.
    """
    return tuple(r.expression for r in _read(text, language, published))


def problems(text: str, language: str, published: str | None) -> tuple[Problem, ...]:
    """Dates that do not exist, weekdays that do not fit their date, and dates after the publication.

    A date after the publication is reported only where no word of the future stands beside it.
    """
    found: list[Problem] = []
    try:
        day = _published(published, load(language).utc_offset)[0]
    except (LookupError, ModuleNotFoundError):
        return ()
    for read in _read(text, language, published):
        e, part, when = read.expression, read.part, read.when
        params: dict[str, Any] = {"text": e.text}
        for kind, more in _wrong(part, when, day):
            found.append(Problem(kind=kind, start=e.start, end=e.end, text=e.text, params=params | more))
    return tuple(found)


def _wrong(part: Part, when: When, published: date | None) -> list[tuple[ProblemKind, dict[str, Any]]]:
    if when.problem == "no_such_date":
        spec = part.date or ()
        return [("no_such_date", {"month": spec[2], "day": spec[3], "year": spec[1]} if spec[:1] == ("ymd",) else {})]
    out: list[tuple[ProblemKind, dict[str, Any]]] = []
    if when.start is None:
        return out
    first = day_of(when.start)
    if part.weekday is not None and part.date and part.date[0] in ("ymd", "rel"):
        shown = first + timedelta(days=1) if when.kind == "night" and part.into else first
        if shown.weekday() != part.weekday:
            out.append(
                ("weekday_mismatch", {"weekday": part.weekday, "date": shown.isoformat(), "is": shown.weekday()})
            )
    if (
        published is not None
        and first > published
        and part.past
        and part.date is not None
        and part.date[0] == "ymd"
        and not part.open
    ):
        out.append(("after_publication", {"date": first.isoformat(), "published": published.isoformat()}))
    return out


def _published(published: str | None, utc_offset: int = 0) -> tuple[date | None, int | None]:
    """Day, and hour where the time of day is known; a year far from ours is a slip, and counts as unknown."""
    for text in (published or "", (published or "")[:10]):
        try:
            stamp = datetime.fromisoformat(text)
        except ValueError:
            continue
        if not 1900 <= stamp.year <= 2100:
            break
        if stamp.utcoffset() == timedelta(0):
            stamp += timedelta(hours=utc_offset)
        return stamp.date(), stamp.hour if len(text) > 10 else None
    return None, None


@lru_cache(maxsize=4)
def _read(text: str, language: str, published: str | None) -> tuple[_Read, ...]:
    try:
        lexicon = load(language)
    except (LookupError, ModuleNotFoundError):
        return ()
    lexed = lex(text, lexicon)
    parts = parts_of(lexed, language)
    if not parts:
        return ()
    day, hour = _published(published, lexicon.utc_offset)
    ctx = Context(now=day, clock=hour, published=day, night_ends=lexicon.night_ends)
    if day is None:
        ctx.last = _first_full_date(parts)
    out = []
    for part in parts:
        ctx.past = not part.future and _told_in_the_past(text, lexed.tokens, part, lexicon.past)
        ctx.nearest = part.from_day
        when = _resolve(part, ctx)
        if when.kind == "none":
            continue
        part.past = ctx.past
        out.append(_Read(part, when, _expression(text, lexed.tokens, part, when)))
        _remember(part, when, ctx)
    return tuple(out)


_CLAUSE = re.compile(r"[,.;:!?\n—–]\s")


def _told_in_the_past(text: str, tokens: list[Any], part: Part, past: re.Pattern[str]) -> bool:
    """Whether the clause around a month has a verb in the past tense; other dates need not be told apart by it."""
    if part.date is None or part.date[0] not in ("ymd", "month"):
        return False
    start, end = tokens[part.i].start, tokens[part.j - 1].end
    left = max((m.end() for m in _CLAUSE.finditer(text, max(0, start - 120), start)), default=max(0, start - 120))
    right = _CLAUSE.search(text, end, end + 120)
    return bool(past.search(text, left, start) or past.search(text, end, right.start() if right else end + 120))


def _first_full_date(parts: list[Part]) -> date | None:
    for part in parts:
        if part.date and part.date[0] == "ymd" and part.date[1] is not None:
            try:
                return date(*part.date[1:])
            except (ValueError, TypeError):
                continue
    return None


_NAMES_A_DAY = frozenset(("ymd", "ymdrel", "dom", "wday", "rel", "shift", "ordday", "weekend"))


def _remember(part: Part, when: When, ctx: Context) -> None:
    """What later expressions may lean on: the last day named; a stamp moves the reference to its line."""
    if when.start is not None and part.date and part.date[0] in ("ymd", "month", "year") and part.date[1]:
        ctx.named = day_of(when.start)
    if when.start is not None and part.date and (part.date[0] == "quarter" or part.date[:2] == ("unit", "Q")):
        ctx.quarter = day_of(when.start)
    elif part.date and part.date[:2] in (("durn", "M"), ("roll", "M")):
        ctx.quarter = None  # "in the first nine months": no quarter is spoken of
    if when.start is None or when.kind in ("duration", "set", "ref", "open") or part.as_of:
        return
    first = day_of(when.start)
    if part.stamp and isinstance(when.start, datetime):
        ctx.now, ctx.clock, ctx.line, ctx.last = first, when.start.hour, True, None
        return
    if part.heading and when.precision == "day":
        ctx.now, ctx.clock, ctx.line, ctx.last = first, None, True, None
        return
    if part.part == "NI" and part.date is None and ctx.evening and first == ctx.last:
        ctx.last, ctx.evening = first + timedelta(days=1), False
        return
    if part.date is None or part.date[0] not in _NAMES_A_DAY or part.rule in ("afterev", "before", "prevdayto"):
        ctx.evening = ctx.evening or (part.part == "EV" and first == ctx.last)
        return
    if when.precision in ("month", "year", "week") or (ctx.now is not None and not 0 <= (ctx.now - first).days <= 31):
        return
    ctx.first = first
    ctx.last = day_of(when.end) if when.end is not None and (when.kind != "night" or part.into) else first
    ctx.evening = part.part == "EV" or (isinstance(when.start, datetime) and when.start.hour >= 18)


def _resolve(part: Part, ctx: Context) -> When:
    if part.stamp and part.date is not None:
        ctx = Context(now=ctx.published, clock=None, published=ctx.published, night_ends=ctx.night_ends)
    if part.other is not None:
        return _range(part, part.other, ctx)
    if part.until is not None and part.date is not None:
        return _date_range(part.date, part.until, part, ctx)
    when = resolve_point(part, ctx)
    if part.open and when.start is not None:
        return _opened(when, ctx)
    return when


def _opened(when: When, ctx: Context) -> When:
    start = when.start
    now = ctx.now
    if start is None or now is None or day_of(start) > now:
        return When(start=when.start, end=when.end, precision=when.precision, value=when.value, kind="open")
    end: date | datetime = now
    if isinstance(start, datetime):
        known = ctx.clock is not None and ctx.now is not None
        end = at(now, (ctx.clock or 0, 0, "hour")) if known else at(now, (23, 59, "minute"))
        if end < start:
            end = start
    return When(start=start, end=end, precision=when.precision, value=when.value, kind="open")


def _date_range(first: Date, second: Date, part: Part, ctx: Context) -> When:
    b = resolve_date(second, ctx, part.future)
    if first[0] == "ymd" and first[1] is None and b.start is not None:
        first = ("ymd", day_of(b.start).year, *first[2:])
    a = resolve_date(first, ctx, part.future)
    problem = a.problem or b.problem
    if a.start is None or b.end is None or day_of(a.start) > day_of(b.end):
        return When(start=None, end=None, precision=None, value=a.value, kind="range", problem=problem)
    precision: Precision | None = "part_of_day" if part.part == "NI" else a.precision
    return When(start=a.start, end=b.end, precision=precision, value=f"{a.value}/{b.value}", kind="range")


def _range(part: Part, other: Part, ctx: Context) -> When:
    """From one point to another; what the first leaves unsaid comes from the second, and the other way round."""
    if part.date is None and other.date is not None and other.date[0] in ("ymd", "wday", "rel"):
        part.date = other.date if part.clock or part.part else None
    if part.date and other.date and part.date[0] == "ymd" == other.date[0] and part.date[1] is None:
        part.date = ("ymd", other.date[1], *part.date[2:])
    if part.date and other.date and part.date[0] == "month" == other.date[0] and part.date[1] is None and other.date[1]:
        part.date = ("month", other.date[1], *part.date[2:])
    a = resolve_point(part, ctx)
    inner = Context(
        now=ctx.now, clock=None, published=ctx.published, last=day_of(a.start) if a.start else ctx.last,
        night_ends=ctx.night_ends,
    )  # fmt: skip
    b = resolve_point(other, inner)
    if a.start is None or b.end is None:
        return When(start=None, end=None, precision=None, value=a.value, kind="range", problem=a.problem or b.problem)
    start, end = a.start, b.end
    if other.date is not None and other.date[0] == "wday":
        while day_of(end) < day_of(start):
            end += timedelta(days=7)
    if other.clock is not None and other.clock[0] == 0 and other.date is not None and other.date[0] in ("wday", "rel"):
        end += timedelta(days=1)  # "until midnight on Sunday" is the end of Sunday
    if day_of(end) < day_of(start) and part.date and part.date[0] in ("ymd", "month") and part.date[1] is None:
        start = _year_back(day_of(start)) if not isinstance(start, datetime) else start
    start, end = _same_type(start, end)
    if end < start:
        return When(start=None, end=None, precision=None, value=a.value, kind="range")
    precision = "hour" if isinstance(start, datetime) else a.precision
    return When(start=start, end=end, precision=precision, value=f"{a.value}/{b.value}", kind="range")


def _year_back(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _same_type(start: date | datetime, end: date | datetime) -> tuple[Any, Any]:
    if isinstance(start, datetime) and not isinstance(end, datetime):
        return start, at(end, (23, 59, "minute"))
    if isinstance(end, datetime) and not isinstance(start, datetime):
        return at(start, (0, 0, "minute")), end
    return start, end


def _shown(value: date | datetime | None) -> str | None:
    if value is None:
        return None
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def _expression(text: str, tokens: list[Any], part: Part, when: When) -> TimeExpression:
    start, end = tokens[part.i].start, tokens[part.j - 1].end
    kind = when.kind
    if kind == "date" and part.open:
        kind = "open"
    return TimeExpression(
        text=text[start:end], start=start, end=end, from_=_shown(when.start), to=_shown(when.end),
        precision=when.precision if when.start is not None else None, timex3=when.value or "XXXX", kind=kind,  # type: ignore[arg-type]
        stamp=part.stamp, as_of=part.as_of, future=part.future, zone=part.zone,
        year_given=bool(part.date and part.date[0] in ("ymd", "month", "year", "season", "quarter")
                        and part.date[1] is not None),
    )  # fmt: skip

"""What each rule of the grammar means: tokens to a ``Part``, under the name of the rule."""

import re
from collections.abc import Callable
from typing import Any

from reportedly.entities import times_relative as relative
from reportedly.entities.times_clocks import clock, clock_of, half_hour, hour, hour_range, noon
from reportedly.entities.times_parts import (
    Date,
    Part,
    Tokens,
    days_in,
    mod_in,
    number_in,
    sign_in,
    value_of,
    values_of,
    year_in,
)


def _ymd(tokens: Tokens, day: int) -> Date:
    return ("ymd", year_in(tokens), value_of(tokens, "month", "mcap"), day)


def _day_and_month_rel(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("ymdrel", sign_in(tokens), value_of(tokens, "month", "mcap"), days_in(tokens)[0])}


def _day_of_month(tokens: Tokens) -> dict[str, Any]:
    night = value_of(tokens, "night", "nightx")
    return {"date": ("dom", days_in(tokens)[0]), "part": "NI" if night else None, "into": bool(night)}


def _short_year(tokens: Tokens) -> dict[str, Any]:
    year = value_of(tokens, "n")
    if not 40 <= year <= 99:
        return _day_and_month(tokens)
    return {"date": ("ymd", 1900 + year, value_of(tokens, "month", "mcap"), days_in(tokens)[0])}


def _week_of_month(tokens: Tokens) -> dict[str, Any]:
    week = 0 if value_of(tokens, "last") else value_of(tokens, "ow")
    return {"date": ("month", year_in(tokens), value_of(tokens, "month", "mcap"), f"w{week}", None)} if week < 5 else {}


def _day_and_month(tokens: Tokens) -> dict[str, Any]:
    return {"date": _ymd(tokens, days_in(tokens)[0])}


def _month_and_day(tokens: Tokens) -> dict[str, Any]:
    return {"date": _ymd(tokens, int(value_of(tokens, "d", "od")))}


def _day_range(tokens: Tokens) -> dict[str, Any]:
    days = days_in(tokens)
    first, second = days[0], days[-1]
    return {"date": _ymd(tokens, first), "until": _ymd(tokens, second)}  # a list too: first to last


def _night_pair(tokens: Tokens) -> dict[str, Any]:
    months = values_of(tokens, "month", "mcap")
    first, second = days_in(tokens)[:2]
    date = ("ymd", year_in(tokens), months[0], first)
    if second != 1 and len(months) == 1 and second - first != 1:
        return {"date": date, "until": _ymd(tokens, second), "part": "NI"}
    if len(months) == 1 and second == 1 and first >= 28:
        return {"date": ("ymd", year_in(tokens), months[0], 1), "part": "NI", "into": True}
    return {"date": date, "part": "NI"}


def _night_weekdays(tokens: Tokens) -> dict[str, Any]:
    days = values_of(tokens, "wday", "wamb")
    return {"date": ("wday", days[-1], None), "part": "NI", "into": True, "weekday": None}


def _night_mod(tokens: Tokens) -> dict[str, Any]:
    if value_of(tokens, "tonight"):
        return {"date": ("rel", 0), "part": "NI", "into": False, "part_mod": "this"}
    if value_of(tokens, "same") is not None:
        return {"part": "NI", "part_mod": "same"}
    if sign_in(tokens) == 1:
        return {"date": ("rel", 0), "part": "NI", "part_mod": "next"}
    return {"part": "NI", "part_mod": "last"}


def _part_mod(tokens: Tokens) -> dict[str, Any]:
    mod = "same" if value_of(tokens, "same") is not None else {-1: "last", 0: "this", 1: "next"}[sign_in(tokens) or 0]
    return {"part": value_of(tokens, "part", "partx"), "part_mod": mod}


def _iso(tokens: Tokens) -> dict[str, Any]:
    raw = value_of(tokens, "iso")
    found: dict[str, Any] = {"date": ("ymd", int(raw[:4]), int(raw[5:7]), int(raw[8:10]))}
    if len(raw) > 10:
        found |= clock_of(raw[11:16])
    return found


def _numeric(tokens: Tokens) -> dict[str, Any]:
    raw = value_of(tokens, "dmy")
    a, b, c = (int(x) for x in re.split(r"[./]", raw))
    year = c if c > 99 else 2000 + c if c < 70 else 1900 + c
    if "/" in raw and b > 12:
        a, b = b, a
    return {"date": ("ymd", year, b, a)}


def _dotted(tokens: Tokens) -> dict[str, Any]:
    raw = value_of(tokens, "dm")
    a, b = (int(x) for x in raw.split("."))
    if len(raw) == 5 and 1 <= b <= 12 and 1 <= a <= 31:
        return {"date": ("ymd", None, b, a)}
    return clock_of(raw.replace(".", ":")) if len(raw) == 5 else {}


def _month(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("month", year_in(tokens), value_of(tokens, "month", "mcap"), mod_in(tokens), sign_in(tokens))}


def _month_year(tokens: Tokens) -> dict[str, Any]:
    year = year_in(tokens)
    shift: Any = sign_in(tokens) if year is None else None
    if year is None and value_of(tokens, "same") is not None:
        shift = "same"
    return {"date": ("month", year, value_of(tokens, "month", "mcap"), mod_in(tokens), None, shift)}


def _year_date(tokens: Tokens) -> dict[str, Any]:
    year = year_in(tokens)
    if year is None:
        tens = next((v for v in values_of(tokens, "od") if v % 10 == 0 and 20 <= v <= 90), None)
        return {} if tens is None else {"date": ("decade", 1900 + tens)}
    return {"date": ("year", year, mod_in(tokens))} if 1900 <= year <= 2100 else {}


def _own_year(tokens: Tokens) -> dict[str, Any]:
    """ "Its 1991 borders"; "its 2000 soldiers" are counted."""
    return {} if value_of(tokens, "y") % 100 == 0 else _year_date(tokens)


def _years(tokens: Tokens) -> dict[str, Any]:
    years = [int(v) for v in values_of(tokens, "y", "od") if int(v) > 1900]
    return {"date": ("year", years[0], None), "until": ("year", years[-1], None)} if len(years) > 1 else {}


def _decade(tokens: Tokens) -> dict[str, Any]:
    digits = int(re.sub(r"\D", "", str(value_of(tokens, "decade", "shortdecade"))))
    return {"date": ("decade", digits if digits > 1000 else 1900 + digits)}


def _century(tokens: Tokens) -> dict[str, Any]:
    number = value_of(tokens, "od", "ow")
    return {"date": ("century", number)} if 1 < number <= 21 else {}


def _year_end(_: Tokens) -> dict[str, Any]:
    return {"date": ("unit", "Y", 0, "end", False)}


def _fiscal_year(tokens: Tokens) -> dict[str, Any]:
    """A fiscal year bears the number of a year; when it begins is not known, so the year stands for it."""
    year = year_in(tokens)
    if year is not None:
        return {"date": ("year", year, None)}
    if value_of(tokens, "fiscal", "full") is None:
        return {"date": ("durn", "Y", 1.0)}
    return {"date": ("unit", "Y", sign_in(tokens) or 0, None, True)}


def _season(tokens: Tokens) -> dict[str, Any]:
    year = year_in(tokens)
    shift = sign_in(tokens) if year is None and value_of(tokens, "yearw", "unit") else None
    sign = sign_in(tokens) if shift is None else None
    return {"date": ("season", year, value_of(tokens, "season", "seasonx", "fall"), sign, shift, mod_in(tokens))}


def _quarter(tokens: Tokens) -> dict[str, Any]:
    number = int(values_of(tokens, "ow", "d", "od")[0])
    years = [v for v in values_of(tokens, "y", "od") if v > 1900]
    return {"date": ("quarter", years[0] if years else None, number, sign_in(tokens))} if 1 <= number <= 4 else {}


def _night_adjective(_: Tokens) -> dict[str, Any]:
    return {"part": "NI"}


def _whole(tokens: Tokens) -> dict[str, Any]:
    unit = value_of(tokens, "whole")
    return (
        {"part": "NI"} if unit == "NI" else {"date": ("rel", 0)} if unit == "D" else {"date": ("roll", unit, 1.0, -1)}
    )


def _part(tokens: Tokens) -> dict[str, Any]:
    strong = value_of(tokens, "partx")
    return {"part": strong or value_of(tokens, "part"), "weak": not strong and value_of(tokens, "the") is None}


def _night(tokens: Tokens) -> dict[str, Any]:
    strong = value_of(tokens, "nightx")
    return {
        "part": "NI",
        "weak": not strong and value_of(tokens, "the") is None and len(tokens) == 1,
        "into": strong == "NIE",  # English "overnight" with a day is the night that ends on it
    }


def _set(tokens: Tokens) -> dict[str, Any]:
    word = value_of(tokens, "set")
    weekday, month = value_of(tokens, "wday", "wamb", "wdayset"), value_of(tokens, "month", "mcap")
    if weekday is not None or month is not None:
        word = f"XXXX-WXX-{weekday + 1}" if month is None else f"XXXX-{month:02d}"
    return {"date": ("set", word) if word else ("setn", value_of(tokens, "unit", "dayw", "hourw"), number_in(tokens))}


def _ref(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("ref", value_of(tokens, "ref") or "PRESENT_REF")}


def _holiday(tokens: Tokens) -> dict[str, Any]:
    month, day = value_of(tokens, "holiday").split("-")
    return {"date": ("ymd", None, int(month), int(day))}


def _past_ref(_: Tokens) -> dict[str, Any]:
    return {"date": ("ref", "PAST_REF")}


def _era(tokens: Tokens) -> dict[str, Any]:
    year, month, day = (int(x) for x in value_of(tokens, "era").split("-"))
    return {"date": ("ymd", year, month, day), "open": True}


def _nothing(_: Tokens) -> dict[str, Any]:
    return {}


BUILDERS: dict[str, Callable[[Tokens], dict[str, Any]]] = {
    "nightpair": _night_pair,
    "nightwdays": _night_weekdays,
    "nightmod": _night_mod,
    "partmod": _part_mod,
    "iso": _iso,
    "numeric": _numeric,
    "dotted": _dotted,
    "dayrange": _day_range,
    "mdayrange": _day_range,
    "dmy": _day_and_month,
    "mdy": _month_and_day,
    "monthyear": _month_year,
    "earlierin": relative.earlier_in,
    "laterin": relative.later_in,
    "month": _month,
    "weekdayrel": relative.weekday_rel,
    "weekday": relative.weekday,
    "weekdayabbr": relative.weekday,
    "hrange": hour_range,
    "clock": clock,
    "dotclock": clock,
    "ampm": hour,
    "hour": hour,
    "noon": noon,
    "set": _set,
    "era": _era,
    "ago": relative.ago,
    "prevdayto": relative.prev_day_to,
    "prevday": relative.prev_day,
    "nextday": relative.next_day,
    "earlierday": relative.day_words,
    "ordday": relative.ordinal_day,
    "lastn": relative.last_n,
    "later": relative.shift(1, "ctx"),
    "earlier": relative.shift(-1, "ctx"),
    "before": relative.shift(-1, "before"),
    "afterev": relative.shift(-1, "ctx"),
    "weekend": relative.weekend,
    "lastunit": relative.last_unit,
    "lastseason": _season,
    "season": _season,
    "quarter": _quarter,
    "thequarter": relative.the_quarter,
    "ownyear": _own_year,
    "yearago": relative.year_ago,
    "yearend": _year_end,
    "fiscalyear": _fiscal_year,
    "century": _century,
    "fraction": _nothing,
    "earlyunit": relative.early_unit,
    "overunit": relative.over_unit,
    "years": _years,
    "year": _year_date,
    "decade": _decade,
    "rel": relative.rel,
    "part": _part,
    "night": _night,
    "durin": relative.during,
    "duration": relative.duration,
    "old": _nothing,
    "ref": _ref,
    "dmy2": _short_year,
    "dmyrel": _day_and_month_rel,
    "dom": _day_of_month,
    "nightdom": _day_of_month,
    "weekofmonth": _week_of_month,
    "ordnight": relative.ordinal_night,
    "whole": _whole,
    "halfhour": half_hour,
    "nightadj": _night_adjective,
    "pastref": _past_ref,
    "yearx": relative.year_word,
    "vague": relative.vague,
    "holiday": _holiday,
}


def build(rule: str, i: int, j: int, tokens: Tokens) -> Part | None:
    """The part that a match stands for; ``None`` where the numbers cannot be a time."""
    found = BUILDERS[rule](tokens)
    return Part(i=i, j=j, rule=rule, **found) if found else None

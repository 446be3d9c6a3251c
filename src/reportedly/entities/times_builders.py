"""What each rule of the grammar means: tokens to a ``Part``, under the name of the rule."""

import re
from collections.abc import Callable
from typing import Any

from reportedly.entities.times_clocks import clock, clock_of, half_hour, hour, hour_range, noon
from reportedly.entities.times_parts import Date, Part, Tokens, value_of, values_of
from reportedly.entities.times_timex import duration


def _days(tokens: Tokens) -> list[int]:
    return [int(v) for v in values_of(tokens, "d", "od", "ow", "n")]


def _year(tokens: Tokens) -> int | None:
    value: int | None = value_of(tokens, "y")
    if value is None:
        value = next((v for v in values_of(tokens, "od") if v > 1900), None)
    return value


def _number(tokens: Tokens) -> float | None:
    """The number before a unit; ``None`` for "several"."""
    if value_of(tokens, "few") == 0:
        return None
    few = value_of(tokens, "few")
    if few:
        return float(few)
    more = 0.5 if value_of(tokens, "andhalf") else 0.0
    digits = value_of(tokens, "d", "n", "y")
    if digits is not None:
        return float(digits) + more
    half = value_of(tokens, "half")
    if half is not None:
        return float(half)
    words = values_of(tokens, "w")
    if not words:
        return 1.0
    return float(words[0] * words[1]) if len(words) > 1 and words[1] == 100 else float(sum(words)) + more


def _unit(tokens: Tokens) -> str:
    return str(value_of(tokens, "unit", "dayw", "hourw", "minw", "yearw"))


def _mod(tokens: Tokens) -> str | None:
    return value_of(tokens, "early")  # type: ignore[no-any-return]


def _direction(tokens: Tokens) -> Any:
    """Of last/this/next words: ``cal prev roll``, 0, 1, ``ctx`` or ``rest``; ``None`` where there is none."""
    return value_of(tokens, "last", "this", "next", "same", "current")


def _sign(tokens: Tokens) -> int | None:
    value = _direction(tokens)
    return None if value is None else -1 if value in ("cal", "prev", "roll") else 1 if value in (1, "ctx") else 0


def _ymd(tokens: Tokens, day: int) -> Date:
    return ("ymd", _year(tokens), value_of(tokens, "month", "mcap"), day)


def _day_and_month_rel(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("ymdrel", _sign(tokens), value_of(tokens, "month", "mcap"), _days(tokens)[0])}


def _day_of_month(tokens: Tokens) -> dict[str, Any]:
    night = value_of(tokens, "night", "nightx")
    return {"date": ("dom", _days(tokens)[0]), "part": "NI" if night else None, "into": bool(night)}


def _week_of_month(tokens: Tokens) -> dict[str, Any]:
    week = 0 if value_of(tokens, "last") else value_of(tokens, "ow")
    return {"date": ("month", _year(tokens), value_of(tokens, "month", "mcap"), f"w{week}", None)} if week < 5 else {}


def _day_and_month(tokens: Tokens) -> dict[str, Any]:
    return {"date": _ymd(tokens, _days(tokens)[0])}


def _month_and_day(tokens: Tokens) -> dict[str, Any]:
    return {"date": _ymd(tokens, int(value_of(tokens, "d", "od")))}


def _day_range(tokens: Tokens) -> dict[str, Any]:
    days = _days(tokens)
    first, second = days[0], days[-1]
    return {"date": _ymd(tokens, first), "until": _ymd(tokens, second)}  # a list too: first to last


def _night_pair(tokens: Tokens) -> dict[str, Any]:
    months = values_of(tokens, "month", "mcap")
    first, second = _days(tokens)[:2]
    date = ("ymd", _year(tokens), months[0], first)
    if second != 1 and len(months) == 1 and second - first != 1:
        return {"date": date, "until": _ymd(tokens, second), "part": "NI"}
    if len(months) == 1 and second == 1 and first >= 28:
        return {"date": ("ymd", _year(tokens), months[0], 1), "part": "NI", "into": True}
    return {"date": date, "part": "NI"}


def _night_weekdays(tokens: Tokens) -> dict[str, Any]:
    days = values_of(tokens, "wday", "wamb")
    return {"date": ("wday", days[-1], None), "part": "NI", "into": True, "weekday": None}


def _night_mod(tokens: Tokens) -> dict[str, Any]:
    if value_of(tokens, "tonight"):
        return {"date": ("rel", 0), "part": "NI", "into": False, "part_mod": "this"}
    if value_of(tokens, "same") is not None:
        return {"part": "NI", "part_mod": "same"}
    if _sign(tokens) == 1:
        return {"date": ("rel", 0), "part": "NI", "part_mod": "next"}
    return {"part": "NI", "part_mod": "last"}


def _part_mod(tokens: Tokens) -> dict[str, Any]:
    mod = "same" if value_of(tokens, "same") is not None else {-1: "last", 0: "this", 1: "next"}[_sign(tokens) or 0]
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
    return clock_of(raw.replace(".", ":"))


def _month(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("month", _year(tokens), value_of(tokens, "month", "mcap"), _mod(tokens), _sign(tokens))}


def _month_year(tokens: Tokens) -> dict[str, Any]:
    year = _year(tokens)
    shift: Any = _sign(tokens) if year is None else None
    if year is None and value_of(tokens, "same") is not None:
        shift = "same"
    return {"date": ("month", year, value_of(tokens, "month", "mcap"), _mod(tokens), None, shift)}


def _year_date(tokens: Tokens) -> dict[str, Any]:
    year = _year(tokens)
    if year is None:
        tens = next((v for v in values_of(tokens, "od") if v % 10 == 0 and 20 <= v <= 90), None)
        return {} if tens is None else {"date": ("decade", 1900 + tens)}
    return {"date": ("year", year, _mod(tokens))} if 1900 <= year <= 2100 else {}


def _years(tokens: Tokens) -> dict[str, Any]:
    years = [int(v) for v in values_of(tokens, "y", "od") if int(v) > 1900]
    return {"date": ("year", years[0], None), "until": ("year", years[-1], None)} if len(years) > 1 else {}


def _decade(tokens: Tokens) -> dict[str, Any]:
    digits = int(re.sub(r"\D", "", value_of(tokens, "decade")))
    return {"date": ("decade", digits if digits > 1000 else 1900 + digits)}


def _earlier_in(tokens: Tokens) -> dict[str, Any]:
    """From the start of the period to the day of publication."""
    month = value_of(tokens, "month", "mcap")
    if month:
        return {"date": ("sofar", ("month", _year(tokens), month, None, None))}
    if _year(tokens):
        return {"date": ("sofar", ("year", _year(tokens), None))}
    weekday = value_of(tokens, "wday", "wamb")
    if weekday is not None:
        return {"date": ("wday", weekday, None)}
    if value_of(tokens, "unit", "dayw", "yearw"):
        return {"date": ("sofar", ("unit", _unit(tokens), 0, None, False))}
    return {"date": ("rel", 0)}


def _later_in(tokens: Tokens) -> dict[str, Any]:
    if value_of(tokens, "month"):
        return _month(tokens)
    weekday = value_of(tokens, "wday", "wamb")
    if weekday is not None:
        return {"date": ("wday", weekday, None), "part": "DT", "part_mod": "later"}
    if value_of(tokens, "unit"):
        return {"date": ("unit", _unit(tokens), 0, None, False)}
    return {"date": ("rel", value_of(tokens, "rel") or 0)}


def _weekday(tokens: Tokens) -> dict[str, Any]:
    day = value_of(tokens, "wday", "wamb", "wabbr")
    mod = "ctx" if value_of(tokens, "same") is not None else _sign(tokens)
    found: dict[str, Any] = {"date": ("wday", day, mod), "weekday": day}
    if _mod(tokens):
        found |= {"part": "MO" if _mod(tokens) == "start" else "EV"}
    return found


def _weekday_rel(tokens: Tokens) -> dict[str, Any]:
    return {
        "date": ("wday", value_of(tokens, "wday", "wamb"), None, _sign(tokens)),
        "weekday": value_of(tokens, "wday", "wamb"),
    }


def _rel(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("rel", value_of(tokens, "rel"))}


def _ago(tokens: Tokens) -> dict[str, Any]:
    half = value_of(tokens, "halfunit")
    if half:
        return {"date": ("shift", half[-1] if half[1] != "T" else "T" + half[-1], -int(re.sub(r"\D", "", half)), "ref")}
    if value_of(tokens, "ago") == 0:
        return {}
    number = _number(tokens)
    if number is None:
        return {"date": ("ref", "PAST_REF")}
    return {"date": ("shift", _unit(tokens), -number, "ref")}


def _shift(sign: int, base: str) -> Callable[[Tokens], dict[str, Any]]:
    def build(tokens: Tokens) -> dict[str, Any]:
        number = _number(tokens)
        if number is None:
            small = _unit(tokens).startswith("T")
            return {"date": ("ctxday",)} if small else {"date": ("ref", "PAST_REF")}
        return {"date": ("shift", _unit(tokens), sign * number, base)}

    return build


def _last_n(tokens: Tokens) -> dict[str, Any]:
    number = _number(tokens)
    sign = _sign(tokens) or (1 if value_of(tokens, "next") else -1)
    unit = value_of(tokens, "unit", "dayw", "hourw", "minw", "yearw")
    if unit is None:
        return {}
    if number is None:
        return {"date": ("ref", duration(unit, None))}
    return {"date": ("roll", unit, number, sign)}


def _last_unit(tokens: Tokens) -> dict[str, Any]:
    unit, direction = _unit(tokens), _direction(tokens)
    if value_of(tokens, "same") is not None:
        return {"date": ("ctxunit", unit, 0)} if unit in ("D", "W", "M", "Y") else {}
    if value_of(tokens, "plural") and not value_of(tokens, "tantum") and direction in ("roll", "cal", 1):
        return {"date": ("ref", "FUTURE_REF" if direction == 1 else duration(unit, None))}
    if direction == "ctx":
        return {"date": ("ctxunit", unit, 1)}
    if unit == "D" and direction in ("cal", "roll", "prev"):
        return {"date": ("roll", "D", 1.0, -1)}
    if unit == "WE":
        return {"date": ("weekend", _sign(tokens) or 0)}
    if direction == "roll" and _mod(tokens) is None or (unit.startswith("T") and direction != 0):
        return {"date": ("roll", unit, 1.0, _sign(tokens) or -1)}
    if unit.startswith("T"):
        return {"date": ("rel", 0)}
    return {"date": ("unit", unit, _sign(tokens), _mod(tokens), direction == 0)}


def _season(tokens: Tokens) -> dict[str, Any]:
    year = _year(tokens)
    shift = _sign(tokens) if year is None and value_of(tokens, "yearw", "unit") else None
    sign = _sign(tokens) if shift is None else None
    return {"date": ("season", year, value_of(tokens, "season", "seasonx", "fall"), sign, shift, _mod(tokens))}


def _quarter(tokens: Tokens) -> dict[str, Any]:
    number = int(values_of(tokens, "ow", "d", "od")[0])
    years = [v for v in values_of(tokens, "y", "od") if v > 1900]
    return {"date": ("quarter", years[0] if years else None, number, _sign(tokens))} if 1 <= number <= 4 else {}


def _early_unit(tokens: Tokens) -> dict[str, Any]:
    unit = _unit(tokens)
    return {} if unit.startswith("T") or unit == "N" else {"date": ("unit", unit, 0, _mod(tokens), False)}


def _over_unit(tokens: Tokens) -> dict[str, Any]:
    if value_of(tokens, "plural") is not None and value_of(tokens, "tantum") is None:
        return {"date": ("ref", duration(_unit(tokens), None))}
    return {"date": ("roll", _unit(tokens), 1.0, -1)}


def _weekend(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("weekend", _sign(tokens) or 0)}


def _day_words(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("ctxday",)} if value_of(tokens, "earlierday") else {"date": ("today",)}


def _prev_day(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("shift", "D", -1.0, "ref")}


def _next_day(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("shift", "D", 1.0, "ctx")}


def _ordinal_day(tokens: Tokens) -> dict[str, Any]:
    number = int(value_of(tokens, "ow", "od"))
    return {"date": ("ordday", number)} if 2 <= number <= 31 else {}


def _ordinal_night(tokens: Tokens) -> dict[str, Any]:
    number = int(value_of(tokens, "ow", "od"))
    return {"date": ("ordday", number, "part_of_day")} if 2 <= number <= 31 else {}


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


def _duration(tokens: Tokens) -> dict[str, Any]:
    half = value_of(tokens, "halfunit")
    if half:
        return {"date": ("dur", half)}
    return {"date": ("durn", _unit(tokens), _number(tokens))}


def _during(tokens: Tokens) -> dict[str, Any]:
    """ "in two days", "за два часа": how long it took, ending with the reference."""
    number, unit = _number(tokens), _unit(tokens)
    if value_of(tokens, "over", "on") is None or number is None:
        return {"date": ("durn", unit, number)}
    return {"date": ("durn", unit, number, True)}


def _set(tokens: Tokens) -> dict[str, Any]:
    word = value_of(tokens, "set")
    weekday, month = value_of(tokens, "wday", "wamb", "wdayset"), value_of(tokens, "month", "mcap")
    if weekday is not None or month is not None:
        word = f"XXXX-WXX-{weekday + 1}" if month is None else f"XXXX-{month:02d}"
    return {"date": ("set", word) if word else ("setn", value_of(tokens, "unit", "dayw", "hourw"), _number(tokens))}


def _ref(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("ref", value_of(tokens, "ref") or "PRESENT_REF")}


def _vague(tokens: Tokens) -> dict[str, Any]:
    unit = value_of(tokens, "unit")
    return {"date": ("durn", unit, None)} if unit else {}


def _holiday(tokens: Tokens) -> dict[str, Any]:
    month, day = value_of(tokens, "holiday").split("-")
    return {"date": ("ymd", None, int(month), int(day))}


def _year_word(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("unit", "Y", value_of(tokens, "yearx"), None, True)}


def _past_ref(_: Tokens) -> dict[str, Any]:
    return {"date": ("ref", "PAST_REF")}


def _era(tokens: Tokens) -> dict[str, Any]:
    year, month, day = (int(x) for x in value_of(tokens, "era").split("-"))
    return {"date": ("ymd", year, month, day), "open": True}


def _nothing(_: Tokens) -> dict[str, Any]:
    return {}


BUILDERS: dict[str, Callable[[Tokens], dict[str, Any]]] = {
    "nightpair": _night_pair, "nightwdays": _night_weekdays, "nightmod": _night_mod, "partmod": _part_mod,
    "iso": _iso, "numeric": _numeric, "dotted": _dotted, "dayrange": _day_range, "mdayrange": _day_range,
    "dmy": _day_and_month, "mdy": _month_and_day, "monthyear": _month_year, "earlierin": _earlier_in,
    "laterin": _later_in, "month": _month, "weekdayrel": _weekday_rel, "weekday": _weekday, "weekdayabbr": _weekday,
    "hrange": hour_range, "clock": clock, "dotclock": clock, "ampm": hour, "hour": hour, "noon": noon,
    "set": _set, "era": _era, "ago": _ago, "prevday": _prev_day, "nextday": _next_day, "earlierday": _day_words,
    "ordday": _ordinal_day, "lastn": _last_n, "later": _shift(1, "ctx"), "earlier": _shift(-1, "ctx"),
    "before": _shift(-1, "ctx"), "afterev": _shift(-1, "ctx"), "weekend": _weekend, "lastunit": _last_unit,
    "lastseason": _season, "season": _season, "quarter": _quarter, "earlyunit": _early_unit, "overunit": _over_unit,
    "years": _years, "year": _year_date, "decade": _decade, "rel": _rel, "part": _part, "night": _night,
    "durin": _during, "duration": _duration, "old": _nothing, "ref": _ref,
    "dmyrel": _day_and_month_rel,
    "dom": _day_of_month,
    "nightdom": _day_of_month,
    "weekofmonth": _week_of_month,
    "ordnight": _ordinal_night,
    "whole": _whole,
    "halfhour": half_hour,
    "nightadj": _night_adjective,
    "pastref": _past_ref,
    "yearx": _year_word,
    "vague": _vague,
    "holiday": _holiday,
}  # fmt: skip


def build(rule: str, i: int, j: int, tokens: Tokens) -> Part | None:
    """The part that a match stands for; ``None`` where the numbers cannot be a time."""
    found = BUILDERS[rule](tokens)
    return Part(i=i, j=j, rule=rule, **found) if found else None

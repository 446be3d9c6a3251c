"""What each rule of the grammar means: tokens to a ``Part``, not yet anchored to any day.

A ``Part`` has up to three slots: ``date`` (a tuple that names its kind first, resolved in ``times_anchor``), ``part``
(of the day) and ``clock``. Neighbouring parts with different slots become one in ``times_compose``.
"""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from reportedly.entities.times_lexer import Token

Date = tuple[Any, ...]
Clock = tuple[int, int, str]
"""Hour, minute, precision (``minute`` or ``hour``)."""


class Part(Struct):
    """A stretch of tokens ``i:j`` and what it says; ``until`` is the second date or clock of a range."""

    i: int
    j: int
    rule: str
    date: Date | None = None
    until: Date | None = None
    part: str | None = None
    part_mod: str | None = None
    into: bool = False
    weak: bool = False
    clock: Clock | None = None
    clock_until: Clock | None = None
    zone: str | None = None
    weekday: int | None = None
    other: "Part | None" = None
    open: bool = False
    stamp: bool = False
    as_of: bool = False
    future: bool = False


Tokens = list[Token]


def _get(tokens: Tokens, *names: str) -> Any:
    for token in tokens:
        for name in names:
            if name in token.values:
                return token.values[name]
    return None


def _all(tokens: Tokens, *names: str) -> list[Any]:
    return [next(t.values[n] for n in names if n in t.values) for t in tokens if any(n in t.values for n in names)]


def _days(tokens: Tokens) -> list[int]:
    return [int(v) for v in _all(tokens, "d", "od", "ow", "n")]


def _year(tokens: Tokens) -> int | None:
    value: int | None = _get(tokens, "y")
    if value is None:
        value = next((v for v in _all(tokens, "od") if v > 1900), None)
    return value


def _number(tokens: Tokens) -> float | None:
    """The number before a unit; ``None`` for "several"."""
    if any("few" in t.values for t in tokens):
        return None
    digits = _get(tokens, "d", "n", "y")
    if digits is not None:
        return float(digits)
    half = _get(tokens, "half")
    if half is not None:
        return float(half)
    words = _all(tokens, "w")
    if not words:
        return 1.0
    return float(words[0] * words[1]) if len(words) > 1 and words[1] == 100 else float(sum(words))


def _unit(tokens: Tokens) -> str:
    return str(_get(tokens, "unit", "dayw", "hourw", "minw", "yearw"))


def _mod(tokens: Tokens) -> str | None:
    return _get(tokens, "early")  # type: ignore[no-any-return]


def _direction(tokens: Tokens) -> Any:
    """Of last/this/next words: ``cal prev roll``, 0, 1, ``ctx`` or ``rest``; ``None`` where there is none."""
    return _get(tokens, "last", "this", "next", "same")


def _sign(tokens: Tokens) -> int | None:
    value = _direction(tokens)
    return None if value is None else -1 if value in ("cal", "prev", "roll") else 1 if value in (1, "ctx") else 0


def _ymd(tokens: Tokens, day: int) -> Date:
    return ("ymd", _year(tokens), _get(tokens, "month", "mcap"), day)


def _day_and_month(tokens: Tokens) -> dict[str, Any]:
    return {"date": _ymd(tokens, _days(tokens)[0])}


def _month_and_day(tokens: Tokens) -> dict[str, Any]:
    return {"date": _ymd(tokens, int(_get(tokens, "d", "od")))}


def _day_range(tokens: Tokens) -> dict[str, Any]:
    first, second = _days(tokens)[:2]
    return {"date": _ymd(tokens, first), "until": _ymd(tokens, second)}


def _night_pair(tokens: Tokens) -> dict[str, Any]:
    months = _all(tokens, "month", "mcap")
    first, second = _days(tokens)[:2]
    date = ("ymd", _year(tokens), months[0], first)
    if second != 1 and len(months) == 1 and second - first != 1:
        return {"date": date, "until": _ymd(tokens, second), "part": "NI"}
    if len(months) == 1 and second == 1 and first >= 28:
        return {"date": ("ymd", _year(tokens), months[0], 1), "part": "NI", "into": True}
    return {"date": date, "part": "NI"}


def _night_weekdays(tokens: Tokens) -> dict[str, Any]:
    days = _all(tokens, "wday", "wamb")
    return {"date": ("wday", days[-1], None), "part": "NI", "into": True, "weekday": None}


def _night_mod(tokens: Tokens) -> dict[str, Any]:
    if _get(tokens, "tonight"):
        return {"date": ("rel", 0), "part": "NI", "into": False, "part_mod": "this"}
    if _get(tokens, "same") is not None:
        return {"part": "NI", "part_mod": "same"}
    if _sign(tokens) == 1:
        return {"date": ("rel", 0), "part": "NI", "part_mod": "next"}
    return {"part": "NI", "part_mod": "last"}


def _part_mod(tokens: Tokens) -> dict[str, Any]:
    mod = "same" if _get(tokens, "same") is not None else {-1: "last", 0: "this", 1: "next"}[_sign(tokens) or 0]
    return {"part": _get(tokens, "part", "partx"), "part_mod": mod}


def _iso(tokens: Tokens) -> dict[str, Any]:
    raw = _get(tokens, "iso")
    found: dict[str, Any] = {"date": ("ymd", int(raw[:4]), int(raw[5:7]), int(raw[8:10]))}
    if len(raw) > 10:
        found |= _clock_of(raw[11:16])
    return found


def _numeric(tokens: Tokens) -> dict[str, Any]:
    raw = _get(tokens, "dmy")
    a, b, c = (int(x) for x in re.split(r"[./]", raw))
    year = c if c > 99 else 2000 + c if c < 70 else 1900 + c
    if "/" in raw and b > 12:
        a, b = b, a
    return {"date": ("ymd", year, b, a)}


def _dotted(tokens: Tokens) -> dict[str, Any]:
    raw = _get(tokens, "dm")
    a, b = (int(x) for x in raw.split("."))
    if len(raw) == 5 and 1 <= b <= 12 and 1 <= a <= 31:
        return {"date": ("ymd", None, b, a)}
    return _clock_of(raw.replace(".", ":"))


def _clock_of(raw: str) -> dict[str, Any]:
    hour, minute = (int(x) for x in raw.split(":")[:2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return {}
    return {"clock": (hour, minute, "minute")}


def _shifted(hour: int, tokens: Tokens) -> int:
    """The hour on the 24-hour clock, by a.m./p.m. or a part of the day ("7 вечера")."""
    half = _get(tokens, "ampm")
    raw = _get(tokens, "hampm")
    if raw:
        half = raw[-2:].lower()
    part = _get(tokens, "part", "partx", "night", "nightx") or ("AF" if _get(tokens, "dayw") else None)
    if half == "pm" or (part in ("AF", "EV") and not half):
        return hour + 12 if hour < 12 else hour
    if half == "am" or part in ("NI", "MO", "EM"):
        return 0 if hour == 12 else hour + 12 if part == "NI" and 8 <= hour < 12 and not half else hour
    return hour


def _clock(tokens: Tokens) -> dict[str, Any]:
    raw = _get(tokens, "clock", "dm")
    found = _clock_of(raw.replace(".", ":"))
    if found:
        hour, minute, precision = found["clock"]
        found["clock"] = (_shifted(hour, tokens), minute, precision)
        found["zone"] = _get(tokens, "zone")
    return found


def _hour(tokens: Tokens) -> dict[str, Any]:
    value = _get(tokens, "hampm", "d", "od", "ow", "w")
    if value is None:
        raw = _get(tokens[:1], "raw")
        return _clock_of(f"{raw[:2]}:{raw[2:]}") | {"zone": _get(tokens, "zone")} if raw else {}
    hour = int(re.match(r"\d+", str(value)).group())  # type: ignore[union-attr]
    if hour > 24:
        return {}
    minutes = _all(tokens, "d")
    minute = minutes[1] if len(minutes) > 1 and _get(tokens, "minw") else 0
    if minute > 59:
        return {}
    return {
        "clock": (_shifted(hour, tokens), minute, "minute" if minute else "hour"),
        "zone": _get(tokens, "zone"),
    }


def _hour_range(tokens: Tokens) -> dict[str, Any]:
    ends = [t for t in tokens if any(n in t.values for n in ("clock", "dm", "d", "w", "od", "ow", "hampm"))]
    marks = [t for t in tokens if any(n in t.values for n in ("part", "partx", "night", "dayw", "ampm"))]
    out: list[Clock] = []
    for token in ends[:2]:
        found = _clock([token, *marks]) if _get([token], "clock", "dm") else _hour([token, *marks])
        if not found:
            return {}
        out.append(found["clock"])
    if len(out) < 2:
        return {}
    if out[0][0] > out[1][0] and out[0][0] - 12 >= 0 and _get(tokens, "ampm", "hampm"):
        out[0] = (out[0][0] - 12, out[0][1], out[0][2])
    return {"clock": out[0], "clock_until": out[1], "zone": _get(tokens, "zone")}


def _noon(tokens: Tokens) -> dict[str, Any]:
    return {"clock": (_get(tokens, "noon"), 0, "hour"), "zone": _get(tokens, "zone")}


def _month(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("month", _year(tokens), _get(tokens, "month", "mcap"), _mod(tokens), _sign(tokens))}


def _month_year(tokens: Tokens) -> dict[str, Any]:
    year = _year(tokens)
    shift = _sign(tokens) if year is None else None
    return {"date": ("month", year, _get(tokens, "month", "mcap"), _mod(tokens), None, shift)}


def _year_date(tokens: Tokens) -> dict[str, Any]:
    year = _year(tokens)
    if year is None:
        tens = next((v for v in _all(tokens, "od") if v % 10 == 0 and 20 <= v <= 90), None)
        return {} if tens is None else {"date": ("decade", 1900 + tens)}
    return {"date": ("year", year, _mod(tokens))} if 1900 <= year <= 2100 else {}


def _years(tokens: Tokens) -> dict[str, Any]:
    years = [int(v) for v in _all(tokens, "y", "od") if int(v) > 1900]
    return {"date": ("year", years[0], None), "until": ("year", years[-1], None)} if len(years) > 1 else {}


def _decade(tokens: Tokens) -> dict[str, Any]:
    digits = int(re.sub(r"\D", "", _get(tokens, "decade")))
    return {"date": ("decade", digits if digits > 1000 else 1900 + digits)}


def _earlier_in(tokens: Tokens) -> dict[str, Any]:
    """From the start of the period to the day of publication."""
    month = _get(tokens, "month", "mcap")
    if month:
        return {"date": ("sofar", ("month", _year(tokens), month, None, None))}
    if _year(tokens):
        return {"date": ("sofar", ("year", _year(tokens), None))}
    weekday = _get(tokens, "wday", "wamb")
    if weekday is not None:
        return {"date": ("wday", weekday, None)}
    if _get(tokens, "unit", "dayw", "yearw"):
        return {"date": ("sofar", ("unit", _unit(tokens), 0, None, False))}
    return {"date": ("rel", 0)}


def _later_in(tokens: Tokens) -> dict[str, Any]:
    if _get(tokens, "month"):
        return _month(tokens)
    weekday = _get(tokens, "wday", "wamb")
    if weekday is not None:
        return {"date": ("wday", weekday, None), "part": "DT", "part_mod": "later"}
    if _get(tokens, "unit"):
        return {"date": ("unit", _unit(tokens), 0, None, False)}
    return {"date": ("rel", _get(tokens, "rel") or 0)}


def _weekday(tokens: Tokens) -> dict[str, Any]:
    day = _get(tokens, "wday", "wamb", "wabbr")
    mod = "ctx" if _get(tokens, "same") is not None else _sign(tokens)
    found: dict[str, Any] = {"date": ("wday", day, mod), "weekday": day}
    if _mod(tokens):
        found |= {"part": "MO" if _mod(tokens) == "start" else "EV"}
    return found


def _weekday_rel(tokens: Tokens) -> dict[str, Any]:
    return {
        "date": ("wday", _get(tokens, "wday", "wamb"), None, _sign(tokens)),
        "weekday": _get(tokens, "wday", "wamb"),
    }


def _rel(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("rel", _get(tokens, "rel"))}


def _ago(tokens: Tokens) -> dict[str, Any]:
    half = _get(tokens, "halfunit")
    if half:
        return {"date": ("shift", half[-1] if half[1] != "T" else "T" + half[-1], -int(re.sub(r"\D", "", half)), "ref")}
    if _get(tokens, "ago") == 0:
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
    sign = _sign(tokens) or (1 if _get(tokens, "next") else -1)
    unit = _get(tokens, "unit", "dayw", "hourw", "minw", "yearw")
    if unit is None:
        return {}
    if number is None:
        return {"date": ("ref", "PAST_REF" if sign < 0 else "FUTURE_REF")}
    return {"date": ("roll", unit, number, sign)}


def _last_unit(tokens: Tokens) -> dict[str, Any]:
    unit, direction = _unit(tokens), _direction(tokens)
    if _get(tokens, "same") is not None:
        return {"date": ("ctxunit", unit)} if unit in ("D", "W", "M", "Y") else {}
    if _get(tokens, "plural") and not _get(tokens, "tantum") and direction in ("roll", "cal", 1):
        return {"date": ("ref", "FUTURE_REF" if direction == 1 else "PAST_REF")}
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
    shift = _sign(tokens) if year is None and _get(tokens, "yearw", "unit") else None
    sign = _sign(tokens) if shift is None else None
    return {"date": ("season", year, _get(tokens, "season"), sign, shift, _mod(tokens))}


def _quarter(tokens: Tokens) -> dict[str, Any]:
    number = int(_all(tokens, "ow", "d", "od")[0])
    years = [v for v in _all(tokens, "y", "od") if v > 1900]
    return {"date": ("quarter", years[0] if years else None, number, _sign(tokens))} if 1 <= number <= 4 else {}


def _early_unit(tokens: Tokens) -> dict[str, Any]:
    unit = _unit(tokens)
    return {} if unit.startswith("T") or unit == "N" else {"date": ("unit", unit, 0, _mod(tokens), False)}


def _over_unit(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("roll", _unit(tokens), 1.0, -1)}


def _weekend(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("weekend", _sign(tokens) or 0)}


def _day_words(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("ctxday",)} if _get(tokens, "earlierday") else {"date": ("today",)}


def _prev_day(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("shift", "D", -1.0, "ref")}


def _next_day(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("shift", "D", 1.0, "ctx")}


def _ordinal_day(tokens: Tokens) -> dict[str, Any]:
    number = int(_get(tokens, "ow", "od"))
    return {"date": ("ordday", number)} if 2 <= number <= 31 else {}


def _part(tokens: Tokens) -> dict[str, Any]:
    strong = _get(tokens, "partx")
    return {"part": strong or _get(tokens, "part"), "weak": not strong and _get(tokens, "the") is None}


def _night(tokens: Tokens) -> dict[str, Any]:
    strong = _get(tokens, "nightx")
    return {"part": "NI", "weak": not strong and _get(tokens, "the") is None and len(tokens) == 1}


def _duration(tokens: Tokens) -> dict[str, Any]:
    half = _get(tokens, "halfunit")
    if half:
        return {"date": ("dur", half)}
    return {"date": ("durn", _unit(tokens), _number(tokens))}


def _during(tokens: Tokens) -> dict[str, Any]:
    """ "in two days", "за два часа": how long it took, ending with the reference."""
    number, unit = _number(tokens), _unit(tokens)
    if _get(tokens, "over", "on") is None or number is None:
        return {"date": ("durn", unit, number)}
    return {"date": ("durn", unit, number, True)}


def _set(tokens: Tokens) -> dict[str, Any]:
    word = _get(tokens, "set")
    return {"date": ("set", word) if word else ("setn", _get(tokens, "unit", "dayw", "hourw"), _number(tokens))}


def _ref(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("ref", _get(tokens, "ref"))}


def _year_word(tokens: Tokens) -> dict[str, Any]:
    return {"date": ("unit", "Y", _get(tokens, "yearx"), None, True)}


def _past_ref(_: Tokens) -> dict[str, Any]:
    return {"date": ("ref", "PAST_REF")}


def _era(tokens: Tokens) -> dict[str, Any]:
    year, month, day = (int(x) for x in _get(tokens, "era").split("-"))
    return {"date": ("ymd", year, month, day), "open": True}


def _nothing(_: Tokens) -> dict[str, Any]:
    return {}


BUILDERS: dict[str, Callable[[Tokens], dict[str, Any]]] = {
    "nightpair": _night_pair, "nightwdays": _night_weekdays, "nightmod": _night_mod, "partmod": _part_mod,
    "iso": _iso, "numeric": _numeric, "dotted": _dotted, "dayrange": _day_range, "mdayrange": _day_range,
    "dmy": _day_and_month, "mdy": _month_and_day, "monthyear": _month_year, "earlierin": _earlier_in,
    "laterin": _later_in, "month": _month, "weekdayrel": _weekday_rel, "weekday": _weekday, "weekdayabbr": _weekday,
    "hrange": _hour_range, "clock": _clock, "dotclock": _clock, "ampm": _hour, "hour": _hour, "noon": _noon,
    "set": _set, "era": _era, "ago": _ago, "prevday": _prev_day, "nextday": _next_day, "earlierday": _day_words,
    "ordday": _ordinal_day, "lastn": _last_n, "later": _shift(1, "ctx"), "earlier": _shift(-1, "ctx"),
    "before": _shift(-1, "ctx"), "afterev": _shift(-1, "ctx"), "weekend": _weekend, "lastunit": _last_unit,
    "lastseason": _season, "season": _season, "quarter": _quarter, "earlyunit": _early_unit, "overunit": _over_unit,
    "years": _years, "year": _year_date, "decade": _decade, "rel": _rel, "part": _part, "night": _night,
    "durin": _during, "duration": _duration, "old": _nothing, "ref": _ref,
    "pastref": _past_ref,
    "yearx": _year_word,
}  # fmt: skip


def build(rule: str, i: int, j: int, tokens: Tokens) -> Part | None:
    """The part that a match stands for; ``None`` where the numbers cannot be a time."""
    found = BUILDERS[rule](tokens)
    return Part(i=i, j=j, rule=rule, **found) if found else None

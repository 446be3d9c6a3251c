"""Times that lean on another day: weekdays, last and next, ago and later, durations."""

import re
from collections.abc import Callable
from typing import Any

from reportedly.entities.times_parts import (
    Date,
    Tokens,
    direction_in,
    mod_in,
    number_in,
    sign_in,
    unit_in,
    value_of,
    values_of,
    year_in,
)
from reportedly.entities.times_timex import duration as duration_value


def weekday(tokens: Tokens) -> dict[str, Any]:
    """A weekday, with last, this, next, or early and late."""
    day = value_of(tokens, "wday", "wamb", "wabbr")
    mod = "ctx" if value_of(tokens, "same") is not None else sign_in(tokens)
    found: dict[str, Any] = {"date": ("wday", day, mod), "weekday": day}
    if mod_in(tokens):
        found |= {"part": "MO" if mod_in(tokens) == "start" else "EV"}
    return found


def weekday_rel(tokens: Tokens) -> dict[str, Any]:
    """ "Tuesday of last week"."""
    return {
        "date": ("wday", value_of(tokens, "wday", "wamb"), None, sign_in(tokens)),
        "weekday": value_of(tokens, "wday", "wamb"),
    }


def rel(tokens: Tokens) -> dict[str, Any]:
    """Today, yesterday."""
    return {"date": ("rel", value_of(tokens, "rel"))}


def ago(tokens: Tokens) -> dict[str, Any]:
    """ "Two days ago"."""
    half = value_of(tokens, "halfunit")
    if half:
        return {"date": ("shift", half[-1] if half[1] != "T" else "T" + half[-1], -int(re.sub(r"\D", "", half)), "ref")}
    if value_of(tokens, "ago") == 0:
        return {}
    number = number_in(tokens)
    if number is None or (value_of(tokens, "plural") is not None and values_of(tokens, *_NUMBERS) == []):
        return {"date": ("ref", "PAST_REF")}
    return {"date": ("shift", unit_in(tokens), -number, "ref")}


_NUMBERS = ("d", "n", "y", "w", "few", "half", "andhalf", "tantum")


def shift(sign: int, base: str) -> Callable[[Tokens], dict[str, Any]]:
    """ "Two days later", "за два дня до": ``base`` is ``ref`` or ``ctx`` (the last day named)."""

    def build(tokens: Tokens) -> dict[str, Any]:
        number = number_in(tokens)
        if number is None:
            small = unit_in(tokens).startswith("T")
            return {"date": ("ctxday",)} if small else {"date": ("ref", "PAST_REF")}
        return {"date": ("shift", unit_in(tokens), sign * number, base)}

    return build


def last_n(tokens: Tokens) -> dict[str, Any]:
    """ "The last three days"."""
    number = number_in(tokens)
    sign = sign_in(tokens) or (1 if value_of(tokens, "next") else -1)
    unit = value_of(tokens, "unit", "dayw", "hourw", "minw", "yearw")
    if unit is None:
        return {}
    if number is None:
        return {"date": ("ref", duration_value(unit, None))}
    return {"date": ("roll", unit, number, sign)}


def last_unit(tokens: Tokens) -> dict[str, Any]:
    """ "Last week", "за минувшие сутки"."""
    unit, direction = unit_in(tokens), direction_in(tokens)
    if value_of(tokens, "same") is not None:
        return {"date": ("ctxunit", unit, 0)} if unit in ("D", "W", "M", "Y") else {}
    if value_of(tokens, "plural") and not value_of(tokens, "tantum") and direction in ("roll", "cal", 1):
        return {"date": ("ref", "FUTURE_REF" if direction == 1 else duration_value(unit, None))}
    if direction == "ctx":
        return {"date": ("ctxunit", unit, 1)}
    if unit == "D" and direction in ("cal", "roll", "prev"):
        return {"date": ("roll", "D", 1.0, -1)}
    if unit in ("DE", "CE") and direction in ("cal", "prev"):
        return {"date": ("roll", unit, 1.0, -1)}
    if unit == "WE":
        return {"date": ("weekend", sign_in(tokens) or 0)}
    if direction == "roll" and mod_in(tokens) is None or (unit.startswith("T") and direction != 0):
        return {"date": ("roll", unit, 1.0, sign_in(tokens) or -1)}
    if unit.startswith("T"):
        return {"date": ("rel", 0)}
    return {"date": ("unit", unit, sign_in(tokens), mod_in(tokens), direction == 0)}


def the_quarter(tokens: Tokens) -> dict[str, Any]:
    """ "The quarter", "the latest period", "the 1988 quarter": the one last named, in the year that is said."""
    if value_of(tokens, "last", "this", "next") is None or value_of(tokens, "unit") != "Y":
        return {"date": ("thequarter", year_in(tokens), 0)}
    return {"date": ("thequarter", None, sign_in(tokens), True)}


def year_ago(tokens: Tokens) -> dict[str, Any]:
    """ "The year-ago quarter", "the year-earlier period"."""
    number = value_of(tokens, "ow", "od")
    if number is not None:
        return {"date": ("lastyearsquarter", number)} if 1 <= number <= 4 else {}
    return {"date": ("shift", "Y", -1.0, "ref")}


def early_unit(tokens: Tokens) -> dict[str, Any]:
    """ "At the beginning of the week"."""
    unit = unit_in(tokens)
    return {} if unit.startswith("T") or unit == "N" else {"date": ("unit", unit, 0, mod_in(tokens), False)}


def over_unit(tokens: Tokens) -> dict[str, Any]:
    """ "За сутки", "за тиждень"."""
    if value_of(tokens, "plural") is not None and value_of(tokens, "tantum") is None:
        return {"date": ("ref", duration_value(unit_in(tokens), None))}
    return {"date": ("roll", unit_in(tokens), 1.0, -1)}


def weekend(tokens: Tokens) -> dict[str, Any]:
    """The weekend last begun, unless the words say otherwise."""
    return {"date": ("weekend", sign_in(tokens) or 0)}


def day_words(tokens: Tokens) -> dict[str, Any]:
    """ "That day", "earlier today"."""
    return {"date": ("ctxday",)} if value_of(tokens, "earlierday") else {"date": ("today",)}


def prev_day(tokens: Tokens) -> dict[str, Any]:
    """ "The day before", "накануне"."""
    return {"date": ("shift", "D", -1.0, "ref")}


def prev_day_to(_: Tokens) -> dict[str, Any]:
    """ "В сутки до": the day before what was last named began."""
    return {"date": ("shift", "D", -1.0, "before")}


def next_day(tokens: Tokens) -> dict[str, Any]:
    """ "The next day"."""
    return {"date": ("shift", "D", 1.0, "ctx")}


def ordinal_day(tokens: Tokens) -> dict[str, Any]:
    """ "For a third day": the days up to the last one named."""
    number = int(value_of(tokens, "ow", "od"))
    return {"date": ("ordday", number)} if 2 <= number <= 31 else {}


def ordinal_night(tokens: Tokens) -> dict[str, Any]:
    """ "For the second night"."""
    number = int(value_of(tokens, "ow", "od"))
    return {"date": ("ordday", number, "part_of_day")} if 2 <= number <= 31 else {}


def duration(tokens: Tokens) -> dict[str, Any]:
    """A length of time."""
    half = value_of(tokens, "halfunit")
    if half:
        return {"date": ("dur", half)}
    return {"date": ("durn", unit_in(tokens), number_in(tokens))}


def during(tokens: Tokens) -> dict[str, Any]:
    """ "in two days", "за два часа": how long it took, ending with the reference."""
    number, unit = number_in(tokens), unit_in(tokens)
    if value_of(tokens, "over", "on") is None or number is None:
        return {"date": ("durn", unit, number)}
    return {"date": ("durn", unit, number, True)}


def vague(tokens: Tokens) -> dict[str, Any]:
    """ "For weeks"."""
    unit = value_of(tokens, "unit")
    return {"date": ("durn", unit, None)} if unit else {}


def year_word(tokens: Tokens) -> dict[str, Any]:
    """ "Торік"."""
    return {"date": ("unit", "Y", value_of(tokens, "yearx"), None, True)}


def earlier_in(tokens: Tokens) -> dict[str, Any]:
    """From the start of the period on: "earlier in June" ends with it at the latest, "since the start of" is open."""
    since = bool(value_of(tokens, "earlierin"))
    month, season = value_of(tokens, "month", "mcap"), value_of(tokens, "season", "fall")
    weekday = value_of(tokens, "wday", "wamb")
    if month:
        inner: Date = ("month", year_in(tokens), month, None, None)
    elif season:
        inner = ("season", year_in(tokens), season, None, None, None)
    elif year_in(tokens):
        inner = ("year", year_in(tokens), None)
    elif weekday is not None:
        return {"date": ("wday", weekday, None), "open": since}
    elif value_of(tokens, "unit", "dayw", "yearw"):
        inner = ("unit", unit_in(tokens), 0, None, False)
    else:
        return {"date": ("rel", 0)}
    long = inner[0] != "unit" or inner[1] not in ("D", "N", "W")  # "since the start of the day" is that day
    return {"date": ("sofar", inner, since), "open": since and long}


def later_in(tokens: Tokens) -> dict[str, Any]:
    """ "Later on Friday"."""
    if value_of(tokens, "month"):
        return {"date": ("month", year_in(tokens), value_of(tokens, "month"), None, None)}
    weekday = value_of(tokens, "wday", "wamb")
    if weekday is not None:
        return {"date": ("wday", weekday, None), "part": "DT", "part_mod": "later"}
    if value_of(tokens, "unit"):
        return {"date": ("unit", unit_in(tokens), 0, None, False)}
    return {"date": ("rel", value_of(tokens, "rel") or 0)}

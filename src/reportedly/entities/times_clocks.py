"""Clock slots: what the rules with hours and minutes mean."""

import re
from typing import Any

from reportedly.entities.times_parts import Clock, Tokens, value_of, values_of


def clock_of(raw: str) -> dict[str, Any]:
    """The clock slot of ``HH:MM``; nothing for a time that no clock shows."""
    hour, minute = (int(x) for x in raw.split(":")[:2])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return {}
    return {"clock": (hour, minute, "minute")}


def _shifted(hour: int, tokens: Tokens) -> int:
    """The hour on the 24-hour clock, by a.m./p.m. or a part of the day ("7 вечера")."""
    half = value_of(tokens, "ampm")
    raw = value_of(tokens, "hampm")
    if raw:
        half = raw[-2:].lower()
    part = value_of(tokens, "part", "partx", "night", "nightx") or ("AF" if value_of(tokens, "dayw") else None)
    if half == "pm" or (part in ("AF", "EV") and not half):
        return hour + 12 if hour < 12 else hour
    if half == "am" or part in ("NI", "MO", "EM"):
        return 0 if hour == 12 else hour + 12 if part == "NI" and 8 <= hour < 12 and not half else hour
    return hour


def clock(tokens: Tokens) -> dict[str, Any]:
    """07:45, 7.45 p.m."""
    raw = value_of(tokens, "clock", "dm")
    found = clock_of(raw.replace(".", ":"))
    if found:
        hour, minute, precision = found["clock"]
        found["clock"] = (_shifted(hour, tokens), minute, precision)
        found["zone"] = value_of(tokens, "zone")
    return found


def hour(tokens: Tokens) -> dict[str, Any]:
    """An hour in words or digits: 7 утра, о 15-й, 8 p.m., 0500 GMT."""
    value = value_of(tokens, "hampm", "d", "od", "ow", "w")
    if value is None:
        raw = value_of(tokens[:1], "raw")
        return clock_of(f"{raw[:2]}:{raw[2:]}") | {"zone": value_of(tokens, "zone")} if raw else {}
    hour = int(re.match(r"\d+", str(value)).group())  # type: ignore[union-attr]
    if hour > 24 or (hour == 24 and value_of(tokens, "hourw")):
        return {}
    minutes = values_of(tokens, "d")
    minute = minutes[1] if len(minutes) > 1 and value_of(tokens, "minw") else 0
    if minute > 59:
        return {}
    return {
        "clock": (_shifted(hour, tokens), minute, "minute" if minute else "hour"),
        "zone": value_of(tokens, "zone"),
    }


def half_hour(tokens: Tokens) -> dict[str, Any]:
    """Half past six; о пів на восьму and в половине восьмого are half past seven."""
    to, number = value_of(tokens, "halfto"), value_of(tokens, "ow", "od", "w", "d")
    hour_ = number - 1 if to is not None else number
    return {"clock": (_shifted(hour_, tokens), 30, "minute")} if 0 <= hour_ <= 23 else {}


def hour_range(tokens: Tokens) -> dict[str, Any]:
    """Two clocks that share their part of the day: с 5 до 7 утра, 02:00-04:30."""
    ends = [t for t in tokens if any(n in t.values for n in ("clock", "dm", "d", "w", "od", "ow", "hampm"))]
    marks = [t for t in tokens if any(n in t.values for n in ("part", "partx", "night", "dayw", "ampm"))]
    out: list[Clock] = []
    second = tokens.index(ends[1]) if len(ends) > 1 else len(tokens)
    own = [t for t in tokens[:second] if "ampm" in t.values]
    for n, token in enumerate(ends[:2]):
        near = own if n == 0 and own else [t for t in marks if t not in own] or marks
        found = clock([token, *near]) if value_of([token], "clock", "dm") else hour([token, *near])
        if not found:
            return {}
        out.append(found["clock"])
    if len(out) < 2:
        return {}
    if not own and out[0][0] > out[1][0] and out[0][0] - 12 >= 0 and value_of(tokens, "ampm", "hampm"):
        out[0] = (out[0][0] - 12, out[0][1], out[0][2])
    return {"clock": out[0], "clock_until": out[1], "zone": value_of(tokens, "zone")}


def noon(tokens: Tokens) -> dict[str, Any]:
    """Noon and midnight."""
    return {"clock": (value_of(tokens, "noon"), 0, "hour"), "zone": value_of(tokens, "zone")}

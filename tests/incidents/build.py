"""Reports with claims in a line each, for cases that read like a desk's slate."""

from typing import Any

import msgspec

from reportedly.model import Claim, Place, Reading, Report

PLACES = {
    "Kharkiv": ("UA", 49.99, 36.23, "settlement"),
    "Sumy": ("UA", 50.91, 34.80, "settlement"),
    "Izhevsk": ("RU", 56.85, 53.21, "settlement"),
    "Udmurtia": ("RU", 57.3, 52.7, "region"),
    "Kupol plant": ("RU", 56.88, 53.28, "facility"),
    "Belgorod Oblast": ("RU", 50.75, 37.5, "region"),
    "Shebekino": ("RU", 50.41, 36.91, "settlement"),
    "Myasoyedovo": ("RU", 50.55, 36.84, "settlement"),
    "Belgorod District": ("RU", 50.60, 36.80, "district"),
    "Saky": ("UA", 45.13, 33.60, "settlement"),
    "Belbek air base": ("UA", 44.69, 33.57, "facility"),
    "Russia": ("RU", 61.5, 96.7, "country"),
    "Ukraine": ("UA", 48.4, 31.2, "country"),
    "Industrialnyi District (Kharkiv)": ("UA", 49.95, 36.37, "district"),
    "Lisne": ("UA", 49.93, 36.40, "settlement"),
    "Crimea": ("UA", 45.3, 34.4, "region"),
    "Rostov Oblast": ("RU", 47.7, 41.0, "region"),
}


def place(name: str, role: str = "at") -> dict[str, Any]:
    """A place by name; ``name/role`` gives another role, ``?name`` is a place that nobody knows."""
    name, _, given = name.partition("/")
    if name.startswith("?"):
        return {"text": name[1:], "kind": "settlement", "role": "at"}
    country, lat, lon, kind = PLACES[name]
    return {"text": name, "name": name, "country": country, "lat": lat, "lon": lon, "kind": kind, "role": given or role}


def when(text: str) -> dict[str, Any]:
    """``2025-06-07``, ``2025-06-07T18:10`` or ``2025-06-06..2025-06-07`` (a night)."""
    start, _, end = text.partition("..")
    precision = "minute" if "T" in start else "part_of_day" if end else "day"
    return {"text": text, "start": start, "end": end or start, "precision": precision}


def figure(of: str, number: str) -> dict[str, Any]:
    """``3``, ``60+``, ``-6`` (up to), ``~60`` (about), ``3-9``; ``3 children`` counts a part, ``17@Crimea`` a place."""
    number, _, spot = number.partition("@")
    value, _, item = number.partition(" ")
    out: dict[str, Any] = {"of": of, "item": item or None, "text": number, "place": spot or None}
    if value.endswith("+"):
        return out | {"low": int(value[:-1])}
    if value.startswith("~"):
        return out | {"value": int(value[1:]), "bound": "about"}
    low, dash, high = value.partition("-")
    if low and dash:
        return out | {"low": int(low), "high": int(high)}
    if value.startswith("-"):
        return out | {"high": int(value[1:])}
    return out | {"value": int(value)}


def report(name: str, published: str, *lines: dict[str, Any], publisher: str | None = None) -> Reading:
    """A report whose text is the words of its claims, a line each."""
    text, claims = "", []
    for n, line in enumerate(lines, 1):
        words = line.pop("words")
        claims.append({"id": f"c{n}", "start": len(text), "end": len(text) + len(words), **line})
        text += words + "\n"
    return Reading(
        report=Report(id=name, published=published, publisher=publisher, language="en", text=text),
        claims=tuple(msgspec.convert(c, Claim) for c in claims),
    )


def claim(
    event: str,
    words: str = "So it was told.",
    *,
    at: str | None = None,
    on: str | None = None,
    by: str | None = None,
    kind: str = "official",
    polarity: str = "affirmed",
    certainty: str = "certain",
    arms: str | None = None,
    target: tuple[str, str] | None = None,
    **figures: str,
) -> dict[str, Any]:
    """One claim; ``by`` is its source, ``figures`` such as ``killed="3"``; several figures parted by ``;``."""
    return {
        "words": words,
        "event": event,
        "polarity": polarity,
        "certainty": certainty,
        "sources": [{"name": by, "kind": kind}] if by else [],
        "places": [place(p) for p in at.split("; ")] if at else [],
        "time": when(on) if on else None,
        "weapons": [{"type": arms}] if arms else [],
        "target": {"name": target[0], "kind": target[1]} if target else None,
        "quantities": [figure(of, n) for of, given in figures.items() for n in given.split("; ")],
    }


def labels(readings: tuple[Reading, ...]) -> dict[str, str | None]:
    """``report#claim`` to incident."""
    return {f"{r.report.id}#{c.id}": c.incident for r in readings for c in r.claims}


def where(name: str) -> Place:
    return msgspec.convert(place(name), Place)

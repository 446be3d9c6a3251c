"""Incidents from the rows of their claims."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from reportedly.model import Incident, Place


def grouped(rows: Sequence[Row[Any]]) -> tuple[Incident, ...]:
    """One record an incident, by label. Its place is the one most often named first by its claims."""
    groups: dict[str, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(row.incident, []).append(row)
    return tuple(_incident(label, group) for label, group in sorted(groups.items()))


def _incident(label: str, group: list[Row[Any]]) -> Incident:
    starts = [row.start for row in group if row.start]
    ends = [row.ends for row in group if row.ends]
    return Incident(
        id=label,
        claims=tuple(f"{row.report}#{row.claim}" for row in group),
        reports=tuple(dict.fromkeys(row.report for row in group)),
        start=min(starts, default=None),
        end=max(ends, default=None),
        place=_place(group),
    )


def _place(group: list[Row[Any]]) -> Place | None:
    named = Counter((row.place, row.country, row.lat, row.lon) for row in group if row.place)
    if not named:
        return None
    name, country, lat, lon = min(named, key=lambda key: (-named[key], key[0]))
    return Place(text=name, name=name, country=country, lat=lat, lon=lon)

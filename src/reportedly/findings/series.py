"""Questions to record series: what beats a figure before a date, within which coverage."""

from collections.abc import Sequence

from msgspec import Struct

from reportedly.model import Coverage
from reportedly.packs.records import Row, Series


class Asked(Struct, frozen=True):
    """What a claim to a record is about. ``publisher`` ``None`` = anybody; dates ISO, ``until`` not included."""

    of: str
    item: str
    publisher: str | None = None
    since: str | None = None
    until: str | None = None


def matching(series: Sequence[Series], asked: Asked) -> tuple[Row, ...]:
    """Country-wide rows on the matter, by date: the publisher's own if there are any, within since and until."""
    rows = [r for s in series for r in s.rows if r.of == asked.of and _items_meet(r.item, asked.item)]
    if asked.of != "distance_km":
        rows = [r for r in rows if not r.place]
    own = [r for r in rows if asked.publisher and r.publisher == asked.publisher]
    rows = own or rows
    rows = [
        r
        for r in rows
        if (asked.since is None or r.end >= asked.since) and (asked.until is None or r.end < asked.until)
    ]
    return tuple(sorted(rows, key=lambda r: (r.start, r.end)))


def _items_meet(one: str, two: str) -> bool:
    a, b = (set(x.lower().replace("uavs", "drones").replace("uav", "drones").split()) for x in (one, two))
    return not a or not b or bool(a & b)


def coverage(rows: Sequence[Row]) -> Coverage:
    """First and last day of the rows, and how many there are."""
    if not rows:
        return Coverage()
    return Coverage(start=min(r.start for r in rows), end=max(r.end for r in rows), rows=len(rows))

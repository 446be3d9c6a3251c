"""Questions to record series: what beats a figure before a date, within which coverage."""

from collections.abc import Sequence

from msgspec import Struct

from reportedly.model import Coverage
from reportedly.packs.records import Row, Series


class Asked(Struct, frozen=True):
    """What a claim to a record is about. ``publisher`` ``None`` = anybody; dates ISO, ``until`` not included.

    ``place`` ``None`` = the whole country, else the name that rows have to carry; ``unit`` ``None`` = nights and days.
    """

    of: str
    item: str
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    unit: str | None = None


def matching(series: Sequence[Series], asked: Asked) -> tuple[Row, ...]:
    """The rows on the matter, by date: the publisher's own if there are any, within since and until, of the unit.

    A record for a night is beaten by nights alone; one for a day or 24 hours by a night too, which they hold.
    """
    rows = everything(series, asked)
    own = tuple(r for r in rows if asked.publisher and r.publisher == asked.publisher)
    return tuple(r for r in own or rows if unit_fits(r, asked))


def everything(series: Sequence[Series], asked: Asked) -> tuple[Row, ...]:
    """The rows on the matter whoever published them, of nights, days and 24 hours."""
    rows = [
        r
        for s in series
        for r in s.rows
        if r.of == asked.of
        and _items_meet(r.item, asked.item)
        and (asked.of == "distance_km" or r.place == (asked.place or ""))
        and (asked.since is None or r.end >= asked.since)
        and (asked.until is None or r.end < asked.until)
    ]
    return tuple(sorted(rows, key=lambda r: (r.start, r.end)))


def unit_fits(row: Row, asked: Asked) -> bool:
    """Whether a row is of the stretch that is asked about, or lies inside one."""
    if asked.of == "distance_km":
        return True
    return row.unit == "night" if asked.unit == "night" else row.unit != "span"


def _items_meet(one: str, two: str) -> bool:
    a, b = (set(x.lower().replace("uavs", "drones").replace("uav", "drones").split()) for x in (one, two))
    return not a or not b or bool(a & b)


def coverage(rows: Sequence[Row]) -> Coverage:
    """First and last day of the rows, and how many there are."""
    if not rows:
        return Coverage()
    return Coverage(start=min(r.start for r in rows), end=max(r.end for r in rows), rows=len(rows))

"""Incidents as several reports tell them: title, day, and the figures that each report gave, by time."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.cli.renderers import wording
from reportedly.cli.renderers.plates import Point
from reportedly.model import Claim, Quantity, Reading

MOST = 12
"""Incidents shown on one page; the rest are in the data."""
LANES = ("killed", "injured", "missing", "detained", "launched", "intercepted", "hit", "explosions", "area_m2")
_EVENTS = ("strike", "bombing", "clash", "capture", "disaster", "explosion", "interception", "protest", "agreement")
_FINE = ("facility", "settlement", "district", "region", "country", "area")


class Told(NamedTuple):
    """A claim with the position of its report among the inputs."""

    report: int
    claim: Claim


class Account(NamedTuple):
    """An incident as several reports tell it. ``reports`` are positions by time of publication; a point's column is
    a position in them. ``lanes`` holds the kinds of figure that were given at least twice.
    """

    title: str
    day: str
    claims: int
    reports: list[int]
    lanes: dict[str, list[Point]]


def accounts(readings: Sequence[Reading]) -> list[Account]:
    """The incidents that several of the reports tell of, the most widely told first."""
    told: defaultdict[str, list[Told]] = defaultdict(list)
    for i, reading in enumerate(readings):
        for claim in reading.claims:
            if claim.incident:
                told[claim.incident].append(Told(i, claim))
    shared = [claims for claims in told.values() if len({t.report for t in claims}) > 1]
    shared.sort(key=lambda claims: (-len({t.report for t in claims}), -len(claims)))
    return [_account(claims, readings) for claims in shared[:MOST]]


def _account(told: Sequence[Told], readings: Sequence[Reading]) -> Account:
    order = sorted({t.report for t in told}, key=lambda i: (_moment(readings[i]), i))
    return Account(wording.clean(_title(told)), _day(told), len(told), order, _lanes(told, order))


def _moment(reading: Reading) -> float:
    """Seconds for ordering; undated reports last. A time without an offset is taken as UTC."""
    try:
        at = datetime.datetime.fromisoformat(reading.report.published or "")
    except ValueError:
        return float("inf")
    return (at if at.tzinfo else at.replace(tzinfo=datetime.UTC)).timestamp()


def _title(told: Sequence[Told]) -> str:
    events = Counter(t.claim.event for t in told if t.claim.event in _EVENTS)
    event = max(events, key=lambda e: (events[e], -_EVENTS.index(e)), default=told[0].claim.event)
    places: Counter[tuple[str, str]] = Counter()
    for _, claim in told:
        for place in claim.places:
            if place.name and place.kind and place.role in ("at", "over", None):
                places[place.kind, place.name] += 1
    for kind in ("settlement", *_FINE):
        of_kind = {name: n for (k, name), n in places.items() if k == kind}
        if of_kind and max(of_kind.values()) > 1:
            return f"{event.capitalize()} at {max(of_kind, key=lambda name: of_kind[name])}"
    return event.capitalize()


def _day(told: Sequence[Told]) -> str:
    times = Counter(t.claim.time.start[:10] for t in told if t.claim.time)
    return wording.day(times.most_common(1)[0][0]) if times else ""


def _lanes(told: Sequence[Told], order: Sequence[int]) -> dict[str, list[Point]]:
    lanes: defaultdict[str, list[Point]] = defaultdict(list)
    for of, point in _points(told, {report: column for column, report in enumerate(order)}):
        lanes[of].append(point)
    return {"area" if of == "area_m2" else of: lanes[of] for of in LANES if len(lanes[of]) > 1}


def _points(told: Sequence[Told], columns: Mapping[int, int]) -> Iterator[tuple[str, Point]]:
    """Totals only: parts and figures for one place are left to the text."""
    for report, claim in sorted(told, key=lambda t: (columns[t.report], t.claim.start)):
        if claim.polarity == "affirmed":
            seen: set[str] = set()
            for quantity in claim.quantities:
                if quantity.of not in seen and quantity.part_of is None and not quantity.place:
                    seen.add(quantity.of)
                    yield quantity.of, _point(columns[report], quantity)


def _point(column: int, quantity: Quantity) -> Point:
    low = quantity.value if quantity.value is not None else quantity.low
    high = quantity.value if quantity.value is not None else quantity.high
    return Point(column, low, high, wording.figure(quantity))


def short_time(published: str | None) -> str:
    """Day and hour of publication, for a narrow column."""
    if not published:
        return "undated"
    try:
        at = datetime.datetime.fromisoformat(published)
    except ValueError:
        return ""
    return f"{at.day} {at:%b} {at:%H:%M}" if len(published) > 10 else f"{at.day} {at:%b}"

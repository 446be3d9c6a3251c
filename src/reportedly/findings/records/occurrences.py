"""Attacks and tolls at hand, from claims and from series: what an ordinal or "the deadliest" is set against."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reportedly.findings.figures import combatants, everybody, main_figures
from reportedly.findings.records.query import Query
from reportedly.lineage.geo import held, holds, relation
from reportedly.lineage.things import munitions
from reportedly.lineage.times import Window, day_of, hour_of, window
from reportedly.model import Claim, Place, Reading
from reportedly.packs.records import Series

ATTACKS = ("strike", "bombing")
MOST_HOURS = 48.0
"""A claim of longer than that tells of a campaign, not of one attack."""
APART_HOURS = 6.0
"""Attacks that lie less apart may be one, told by several."""


class Occurrence(Struct, frozen=True):
    """One telling of an attack, or of how many it ``killed``: ``ref`` the claim, empty for a row of a series; ``name``
    the place of a row.
    """

    hours: Window
    ref: str = ""
    places: tuple[Place, ...] = ()
    name: str = ""
    arms: frozenset[str] = frozenset()
    killed: float | None = None
    incident: str | None = None
    by: str = ""

    @property
    def day(self) -> str:
        """The ISO date on which it ended."""
        return day_of(self.hours.end - 0.01)


def of_reading(reading: Reading) -> Iterator[Occurrence]:
    """The attacks and tolls that a report tells of, with day and place."""
    for claim in reading.claims:
        found = _of_claim(reading, claim)
        if found is not None:
            yield found


def killed(claim: Claim) -> float | None:
    """All whom a claim says were killed at least, ``None`` where it counts none, or only a part, or fighters."""
    if any(combatants(q) for q in claim.quantities):
        return None
    whole = [q for q in main_figures(claim) if q.of == "killed" and q.place is None and everybody(q.item)]
    return next((float(v) for q in whole if (v := q.value if q.value is not None else q.low) is not None), None)


def _of_claim(reading: Reading, claim: Claim) -> Occurrence | None:
    if claim.polarity != "affirmed" or claim.certainty not in ("certain", "probable"):
        return None
    toll = killed(claim) if claim.event == "casualties" else None
    if claim.event not in ATTACKS and toll is None:
        return None
    hours, places = window(claim.time), held(claim.places, ("at", "over"))
    if hours is None or hours.hours > MOST_HOURS or not places:
        return None
    arms = {w.type for w in claim.weapons} | {w.name for w in claim.weapons if w.name}
    return Occurrence(
        hours=hours,
        ref=f"{reading.report.id}#{claim.id}",
        places=places,
        arms=frozenset(map(str, arms)),
        killed=toll,
        incident=claim.incident,
        by=claim.sources[-1].name if claim.sources else reading.report.publisher or "",
    )


def of_series(series: Iterable[Series]) -> Iterator[Occurrence]:
    """The rows of series with a place of their own; figures of a whole country tell of no single attack."""
    for row in (r for s in series for r in s.rows if r.place and r.value > 0 and r.of != "distance_km"):
        start, end = hour_of(row.start), hour_of(row.end)
        if start is not None and end is not None and end + 24.0 - start <= MOST_HOURS:
            hours = Window(start, end + 24.0, False)
            toll = row.value if row.of == "killed" else None
            yield Occurrence(hours=hours, name=row.place, arms=munitions(row.item), killed=toll, by=row.publisher)


def matches(query: Query, place: Place | None, seen: Occurrence) -> bool:
    """Whether an attack is one of those that are counted, at ``place`` or inside it."""
    if (query.of == "killed") != (seen.killed is not None):
        return False
    if query.model is not None and query.model not in seen.arms:
        return False
    if query.item is not None and query.item not in seen.arms:
        return False
    if place is None:
        return False
    if seen.name:
        return seen.name in (place.name, place.text)
    return any(relation(place, p) == "same" or holds(place, p) for p in seen.places)


def apart(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """As many as certainly are different attacks: those whose hours do not meet, by date."""
    kept: list[Occurrence] = []
    for one in sorted(found, key=lambda o: (o.hours.end, o.hours.start, o.ref)):
        if not kept or one.hours.start >= kept[-1].hours.end + (APART_HOURS if one.hours.sharp else 0.0):
            kept.append(one)
    return tuple(kept)


def between(found: Sequence[Occurrence], since: str | None, until: str) -> list[Occurrence]:
    """Those that lie wholly inside the span."""
    first, last = hour_of(since) if since else None, hour_of(until)
    return [
        o for o in found if (first is None or o.hours.start >= first) and last is not None and o.hours.end <= last
    ]

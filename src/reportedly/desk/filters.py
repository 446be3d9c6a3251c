"""Conditions on claims, as they stand in an address: ``?q=завод&event=strike&country=RU``."""

from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query
from msgspec import Struct

from reportedly.desk.laid import Laid
from reportedly.desk.queries import Shelf
from reportedly.ledger import Found
from reportedly.ledger.words import mark, of_claim, stems
from reportedly.model import Claim, Reading
from reportedly.model.terms import Certainty, EventType, Polarity
from reportedly.pages.wording import clean

Day = Annotated[str, Query(pattern=r"^(?:\d{4}-\d{2}-\d{2})?$")]
Words = Annotated[str, Query(max_length=200)]
LIMIT = 5_000
"""Claims that a page lists at most, the latest; the API goes on."""


class Conditions(Struct, frozen=True, kw_only=True):
    """What a claim must meet; empty is no condition. ``start``/``end``: ISO days, of when it was so."""

    q: str = ""
    event: str = ""
    polarity: str = ""
    certainty: str = ""
    place: str = ""
    country: str = ""
    source: str = ""
    side: str = ""
    incident: str = ""
    start: str = ""
    end: str = ""
    unknown: str = ""

    def cleaned(self) -> "Conditions":
        """For showing."""
        return Conditions(**{name: clean(getattr(self, name)) for name in self.__struct_fields__})

    def given(self) -> dict[str, str]:
        """Those that are set, as they stand in an address (``from`` and ``to`` for the days)."""
        names = {"start": "from", "end": "to"}
        return {names.get(n, n): v for n in self.__struct_fields__ if (v := getattr(self, n))}

    def inner(self) -> bool:
        """Whether it asks for something that only the desk may know."""
        return bool(self.side or self.unknown or self.incident)

    def address(self, path: str, **more: str) -> str:
        """A page with these conditions, ready for another parameter (it ends in ``?`` or ``&``)."""
        words = urlencode({**self.given(), **more}, errors="surrogatepass")
        return f"{path}?{words}&" if words else f"{path}?"


def conditions(
    q: Words = "",
    event: EventType | Literal[""] = "",
    polarity: Polarity | Literal[""] = "",
    certainty: Certainty | Literal[""] = "",
    place: Words = "",
    country: Annotated[str, Query(pattern=r"^(?:[A-Z]{2})?$")] = "",
    source: Words = "",
    side: Annotated[str, Query(max_length=20)] = "",
    incident: Words = "",
    start: Annotated[Day, Query(alias="from")] = "",
    end: Annotated[Day, Query(alias="to")] = "",
    unknown: Literal["", "1"] = "",
) -> Conditions:
    """The conditions of an address."""
    return Conditions(
        q=q.strip(),
        event=event,
        polarity=polarity,
        certainty=certainty,
        place=place.strip(),
        country=country,
        source=source.strip(),
        side=side,
        incident=incident,
        start=start,
        end=end,
        unknown=unknown,
    )


def matching(
    shelf: Shelf, wanted: Conditions, *, laid: Laid | None = None, over: str | None = None, before: int | None = None
) -> Iterator[Found]:
    """The claims that meet all conditions, those of the latest reading first; ``before``: only rows less than that.

    ``laid``: as people left them; for what may leave, by the decisions of the present (`Shelf.decided`); then ``over``
    is the moment by which their event must be over (ISO, UTC), and only claims that can pass the gate are wanted.
    """
    if wanted.q and not stems(wanted.q):
        return
    left = laid or shelf.laid
    own = sorted(_laid(left, wanted), key=lambda one: one.row, reverse=True)
    if wanted.incident:
        found = _of_incident(shelf, left, wanted)
    else:
        marks = _marks(wanted, gated=over is not None)
        found = shelf.view.lists.found(
            wanted.q, marks, start=wanted.start, end=wanted.end, over=over, before=before
        )
    theirs = (one for one in found if one.report not in left.before and (before is None or one.row < before))
    yield from merge((o for o in own if before is None or o.row < before), theirs, key=lambda one: -one.row)


def told(shelf: Shelf, some: Iterable[Found]) -> list[tuple[Reading, Claim]]:
    """Claims of a list with their reports."""
    found = list(some)
    shelf.readings(one.report for one in found)  # together, which is quicker
    return [told for one in found if (told := shelf.claim(one.ref)) is not None]


def _laid(left: Laid, wanted: Conditions) -> Iterator[Found]:
    """Those of the claims near what people decided."""
    asked = set(stems(wanted.q))
    for reading in left.after.values():
        for claim in reading.claims:
            ref = f"{reading.report.id}#{claim.id}"
            if meets(reading, claim, wanted) and asked.issubset(of_claim(claim, reading.report)) and ref in left.rows:
                yield Found(left.rows[ref], reading.report.id, claim.id)


def _of_incident(shelf: Shelf, left: Laid, wanted: Conditions) -> Iterator[Found]:
    asked = set(stems(wanted.q))
    members = shelf.view.lists.members([wanted.incident]).get(wanted.incident, ())
    for one in sorted(members, key=lambda one: -one.row):
        found = shelf.claim(one.ref) if one.report not in left.before else None
        if found and meets(*found, wanted) and asked.issubset(of_claim(found[1], found[0].report)):
            yield one


def _marks(wanted: Conditions, *, gated: bool) -> list[list[str]]:
    """What the index of words is asked for beside words."""
    given = (
        ("e", wanted.event), ("p", wanted.polarity), ("c", wanted.certainty), ("n", wanted.place),
        ("l", wanted.country), ("s", wanted.source), ("t", wanted.side),
    )  # fmt: skip
    marks = [[mark(value, kind)] for kind, value in given if value]
    marks += [[mark("", "u")]] if wanted.unknown else []
    return marks + ([[mark("military", "g"), mark("civilian", "g")]] if gated else [])


def meets(reading: Reading, claim: Claim, wanted: Conditions) -> bool:
    """Whether a claim meets all conditions but that on its words."""
    time = claim.time
    return (
        wanted.event in ("", claim.event)
        and wanted.polarity in ("", claim.polarity)
        and wanted.certainty in ("", claim.certainty)
        and wanted.incident in ("", claim.incident)
        and (not wanted.place or any(wanted.place in (p.name, p.text) for p in claim.places))
        and (not wanted.country or any(p.country == wanted.country for p in claim.places))
        and (not wanted.unknown or any(p.name is None for p in claim.places))
        and (not wanted.source or wanted.source in _names(reading, claim))
        and (not wanted.side or any(s.side == wanted.side for s in claim.sources))
        and (not wanted.start or time is not None and time.end[:10] >= wanted.start)
        and (not wanted.end or time is not None and time.start[:10] <= wanted.end)
    )


def _names(reading: Reading, claim: Claim) -> tuple[str | None, ...]:
    return (reading.report.publisher, *(s.name for s in claim.sources))

"""Conditions on claims, as they stand in an address: ``?q=завод&event=strike&country=RU``."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query
from msgspec import Struct

from reportedly.desk.queries import Shelf
from reportedly.model import Claim, Reading
from reportedly.model.terms import Certainty, EventType, Polarity
from reportedly.pages.wording import clean

Day = Annotated[str, Query(pattern=r"^(?:\d{4}-\d{2}-\d{2})?$")]
Words = Annotated[str, Query(max_length=200)]
LIMIT = 5_000
"""Hits of a search for words at most, the latest."""


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


def matching(shelf: Shelf, wanted: Conditions) -> Iterator[tuple[Reading, Claim]]:
    """The claims that meet all conditions, those of the latest report first."""
    found = shelf.view.named(wanted.q, limit=LIMIT) if wanted.q else None
    for reading in _candidates(shelf, wanted, found):
        for claim in reading.claims:
            named = found is None or f"{reading.report.id}#{claim.id}" in found
            if named and meets(reading, claim, wanted):
                yield reading, claim


def _candidates(shelf: Shelf, wanted: Conditions, found: frozenset[str] | None) -> Iterable[Reading]:
    """The reports that can have such claims, the latest first."""
    some = [] if found is None else [{ref.rpartition("#")[0] for ref in found}]
    some += [shelf.naming(name) for name in (wanted.place, wanted.source) if name]
    if wanted.incident:
        some.append(shelf.naming(f"incident:{wanted.incident}"))
    if not some:
        return reversed(shelf.readings())
    return shelf.readings(shelf.latest_first(set.intersection(*some)))


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

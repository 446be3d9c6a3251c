"""What a report is checked against: places, record series, who is who, the calendar. Everything may be absent."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeAlias

from msgspec import Struct

from reportedly.model import Report
from reportedly.packs.records import Series

PlaceEntry: TypeAlias = Any
"""An entry of the gazetteer: ``geonameid``, ``name``, ``country``, ``lat``, ``lon`` and ``kind`` are read."""


class Places(Protocol):
    """What rules ask a gazetteer; ids are GeoNames ids, distances kilometres."""

    def lookup(self, name: str, language: str) -> Sequence[PlaceEntry]:
        """Entries known by this name."""

    def country(self, country: str) -> PlaceEntry | None:
        """The entry of a country by its ISO code."""

    def contains(self, region_id: int, lat: float, lon: float) -> bool | None:
        """Whether a region holds a point; ``None`` where its borders are not known."""

    def neighbours(self, geonameid: int) -> Sequence[PlaceEntry]:
        """The regions or countries that share a border with this one."""

    def distance_km(self, one: int, two: int) -> float | None:
        """Distance between two entries."""

    def border_distance_km(self, lat: float, lon: float, country_a: str, country_b: str) -> float | None:
        """Distance of a point from the border of two countries."""


class Variant(Struct, frozen=True):
    """A garbled name that resolves: the words as written, the canonical name, and what it is a name of."""

    text: str
    name: str
    start: int
    end: int


class DateProblem(Struct, frozen=True):
    """A date that cannot be: the words, their span, and why (``weekday_mismatch``, ``no_such_date``,
    ``after_publication``)."""

    text: str
    start: int
    end: int
    reason: str


class References(Struct, frozen=True, kw_only=True):
    """Look-ups for the rules. A rule whose look-up is ``None`` finds nothing and says so in `coverage_notes`.

    ``side_of`` gives the party to the conflict that a source speaks for (``RU``, ``UA`` or a short name);
    ``variants`` the garbled weapon names of a text in a language; ``date_problems`` the impossible dates of
    a report; ``own_voice`` the canonical name of the body or office holder whose own channel a publisher is;
    ``office_holder`` the office holder whose name a name is, or garbles.
    """

    gazetteer: Places | None = None
    series: tuple[Series, ...] = ()
    side_of: Callable[[str], str | None] | None = None
    own_voice: Callable[[str], str | None] | None = None
    office_holder: Callable[[str], str | None] | None = None
    variants: Callable[[str, str], Iterable[Variant]] | None = None
    date_problems: Callable[[Report], Iterable[DateProblem]] | None = None

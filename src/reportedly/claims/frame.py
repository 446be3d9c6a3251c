"""What the text has been speaking of: the place and time that a claim may take over (rules 15 and 24)."""

from msgspec import Struct
from msgspec.structs import replace

from reportedly.model import Place, TimeSpan
from reportedly.model.terms import EventType

_LONG = ("week", "month", "year")
OWN_WORDS_ONLY: frozenset[EventType] = frozenset({"assessment", "statement", "agreement", "protest", "other"})
"""Events that take no place or time but their own."""
TIMELESS: frozenset[EventType] = OWN_WORDS_ONLY | {"measure", "detention"}
_LOCATES: frozenset[EventType] = frozenset(
    {"strike", "explosion", "fire", "damage", "casualties", "disaster", "capture", "clash", "bombing", "other"}
)
"""Events that say where things happen; help sent or roads closed elsewhere do not move the scene."""
_ASIDE: frozenset[EventType] = frozenset({"disruption", "measure"})
"""Events with a scene of their own beside that one."""
_FINEST = ("facility", "settlement", "district", "region", "area", "country")


class Frame(Struct):
    """The event spoken of: its finest place (none or one, rule 24) and its time, None until the text names one."""

    places: tuple[Place, ...] = ()
    time: TimeSpan | None = None
    listed: bool = False
    before_list: tuple[Place, ...] = ()
    aside: tuple[Place, ...] = ()
    """Where roads were closed or help was sent last, if not at the place spoken of: only for more of that kind."""
    near: tuple[Place, ...] = ()
    """The finest places that the sentence at hand has named last, also where they only widen the place spoken of."""

    def sentence(self) -> None:
        """A sentence begins."""
        self.near = ()

    def line(self, *, item: bool) -> None:
        """A line begins; each item of a list starts from the place spoken of before the list."""
        if item and not self.listed:
            self.before_list = self.places
        elif item:
            self.places = self.before_list
        self.listed = item

    def remember(self, event: EventType, places: list[Place], time: TimeSpan | None, *, summary: bool = False) -> None:
        """Take over what a claim names in its own words; a region replaces the town in it only where it sums up."""
        if event == "statement" or (event == "assessment" and self.places):
            return
        named = [p for p in places if p.role in ("at", "over", "near") and p.name and not _sea(p)]
        if named and (event in _LOCATES or not self.places):
            finest = min(named, key=lambda p: (_guessed(p) and _in_town(named, self.places), _rank(p)))
            if _located(finest):
                self.near = (finest, *(p for p in named if p is not finest and _listed(p, finest)))
            stays = _guessed(finest) and _in_town([], self.places)
            if (summary or not self._holds(finest)) and _located(finest) and not stays:
                self.places = (finest,)
                self.aside = ()
        elif named:
            finest = min(named, key=_rank)
            known = (finest,) if _located(finest) else ()
            self.aside = known if event in _ASIDE else ()
            self.near = self.near if event == "interception" else known
        if time is not None and event != "measure":
            self.time = None if time.precision in _LONG else time

    def _holds(self, place: Place) -> bool:
        """Whether a place is a region or country around the place spoken of."""
        here = self.places[0] if self.places else None
        if here is None or place.kind not in ("region", "country", "area"):
            return False
        if place.kind == "country":
            return here.kind != "country" and here.country == place.country
        inner = here.kind in ("facility", "settlement", "district")
        return inner and here.admin1 is not None and here.admin1 == place.name

    def place_for(self, event: EventType) -> list[Place]:
        """The places carried to a claim that names none."""
        if event in OWN_WORDS_ONLY:
            return []
        swap = {"at": "over"} if event == "interception" else {"over": "at"}
        places = self.aside if self.aside and event in _ASIDE else self._spoken_of()
        kept = [p if p.kind == "facility" else replace(p, confidence=None) for p in places]
        return [replace(p, role=swap.get(p.role or "", p.role)) for p in kept]

    def _spoken_of(self) -> tuple[Place, ...]:
        """The places in force. What the sentence has named is its own: all regions of its list, and the region that it
        names goes before a town of the sentences before (rule 24)."""
        if self.near and self.places:
            return self.near
        return self.places

    def time_for(self, event: EventType) -> TimeSpan | None:
        """The time carried to a claim that gives none."""
        return None if event in TIMELESS else self.time


def _listed(place: Place, finest: Place) -> bool:
    """Whether a place beside the finest goes with it: another of its kind, or the land that holds it (rule 19)."""
    around = place.kind in ("region", "district") and place.name in (finest.admin1, finest.admin2)
    return _located(place) and (place.kind == finest.kind or around)


def _rank(place: Place) -> int:
    return _FINEST.index(place.kind or "country")


def _guessed(place: Place) -> bool:
    """Whether a facility is only a name in the text, put where the town around it is."""
    return place.kind == "facility" and place.geonameid is None


def _in_town(named: list[Place], spoken_of: tuple[Place, ...]) -> bool:
    """Whether a town is named as the scene, beside a facility or before it: the surer place to carry."""
    return any(p.kind == "settlement" and p.role == "at" for p in (*named, *spoken_of))


def _sea(place: Place) -> bool:
    """Whether a place is a sea: things are launched from it and downed over it, nothing goes on there."""
    return place.kind == "area" and place.country is None


def _located(place: Place) -> bool:
    """Whether the gazetteer knows a place; a mere name is carried nowhere."""
    return place.lat is not None or place.geonameid is not None or (place.kind == "area" and place.name is not None)

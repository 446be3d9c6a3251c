"""What is collected before it is written: places under their ids, names with the language they are inflected in."""

from __future__ import annotations

from dataclasses import dataclass, field

CRIMEA, SEVASTOPOL = 703883, 694422
DISPUTED = {CRIMEA, SEVASTOPOL}


@dataclass
class Draft:
    """One place. ``id`` is a GeoNames id, or negative for a place of our own or of another register."""

    id: int
    name: str
    kind: str
    feature: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    admin1: int | None = None
    admin2: int | None = None
    approximate: bool = False
    disputed: bool = False


@dataclass
class Collection:
    """All places, and all their names as ``(name, language, generated)``."""

    places: dict[int, Draft] = field(default_factory=dict)
    names: dict[int, dict[str, tuple[str, bool]]] = field(default_factory=dict)
    own: int = 0

    def add(self, place: Draft) -> Draft:
        """Files a place, and its canonical name as a name."""
        self.places[place.id] = place
        self.call(place.id, place.name)
        return place

    def next_id(self) -> int:
        """An id for a place that GeoNames does not number."""
        self.own -= 1
        return self.own

    def call(self, place: int, name: str | None, language: str = "", generated: bool = False) -> None:
        """Gives a place a further name; ``language`` is ``uk`` where Ukrainian alternations apply."""
        if not name:
            return
        known = self.names.setdefault(place, {})
        before = known.get(name)
        if before is None or (language and not before[0]) or (before[1] and not generated):
            known[name] = (language or (before[0] if before else ""), generated)

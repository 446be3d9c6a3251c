"""A map as inline SVG from the gazetteer's own outlines. A place is drawn as the area that it may mean, never as a pin;
nothing is ever drawn between places; disputed territory is hatched."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from reportedly.gazetteer import Gazetteer
from reportedly.lineage.geo import extent_km
from reportedly.model import Place

WIDTH = 1040.0
HEIGHT = 640.0
_LEAST = 4.5
_STEP = 1.4
_FINE = 40.0
"""Pixels a degree above which outlines are drawn finely."""
_EDGE = 20.0
"""How far an outline is followed beyond the drawing."""
_KM_A_DEGREE = 111.32
_CLOSEST, _WIDEST = 0.25, 120.0
"""Degrees of latitude on the drawing at least and at most: no place is known better than a closer look would show."""


class Spot(NamedTuple):
    """A place on the drawing: ``words`` for the tooltip, ``href`` where it leads."""

    place: Place
    words: str
    href: str


class Box(NamedTuple):
    """A box of the world on the drawing: degrees, and how many pixels one of latitude has."""

    south: float
    west: float
    north: float
    east: float
    squeeze: float
    scale: float

    def x(self, lon: float) -> float:
        return (lon - self.west) * self.squeeze * self.scale

    def y(self, lat: float) -> float:
        return (self.north - lat) * self.scale

    def near(self, zoom: float, east: float = 0.0, north: float = 0.0) -> "Box":
        """The box so many times as wide, moved by shares of its own size."""
        lat = (self.south + self.north) / 2 + north * (self.north - self.south)
        lon = (self.west + self.east) / 2 + east * (self.east - self.west)
        return _box(lat, lon, (self.north - self.south) * zoom)

    @property
    def words(self) -> str:
        """The box as it stands in an address: latitude and longitude of its middle, degrees from north to south."""
        return f"{(self.south + self.north) / 2:.3f},{(self.west + self.east) / 2:.3f},{self.north - self.south:.3f}"


def boxed(words: str) -> Box | None:
    """The box of an address; ``None`` for words that are none."""
    parts = words.split(",")
    if len(parts) != 3:
        return None
    try:
        lat, lon, high = (float(part) for part in parts)
    except ValueError:
        return None
    return _box(lat, lon, high) if abs(lat) <= 90 and abs(lon) <= 360 and 0 < high <= 180 else None


def draw(spots: Sequence[Spot], gazetteer: Gazetteer, label: str, view: Box) -> Markup:
    """The map of some places, all with coordinates, as far as they are in the box."""
    regions = {s.place.geonameid: s for s in spots if s.place.kind in ("region", "area") and s.place.geonameid}
    ground = _ground(gazetteer, view)
    land = [Markup('<path class="land" d="{}"/>').format(path) for _, path, _ in ground.land]
    hatch = Markup('<path fill="url(#hatch)" d="{}"/>')
    hatched = [hatch.format(path) for _, path, disputed in ground.land if disputed]
    areas = [
        _linked(regions[region], Markup('<path class="area region" d="{}"/>').format(path))
        for region, path, _ in ground.land
        if region in regions
    ]
    inside = [s for s in _rounded(spots, regions) if _within(s.place, view)]
    circles = [_linked(s, _circle(s.place, view)) for s in inside]
    return Markup(
        '<svg viewBox="0 0 {:.0f} {:.0f}" role="group" aria-label="{}"><defs><pattern id="hatch" width="7" height="7" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stroke" d="M0 0V7"/></pattern></defs>'
        '<g>{}</g><path class="frontier" d="{}"/><g>{}</g><g>{}</g><g>{}</g></svg>'
    ).format(WIDTH, HEIGHT, label, _all(land), ground.frontiers, _all(hatched), _all(areas), _all(circles))


class _Ground(NamedTuple):
    """What lies under the places: regions with their outlines, and whether they are disputed; frontiers as one path."""

    land: tuple[tuple[int, str, bool], ...]
    frontiers: str


@lru_cache(maxsize=24)
def _ground(gazetteer: Gazetteer, view: Box) -> _Ground:
    land = [
        (region, path, _disputed(gazetteer, region))
        for region, _, ring in gazetteer.outlines(view.south, view.west, view.north, view.east)
        if (path := _path(ring, view))
    ]
    return _Ground(tuple(land), "".join(_segments(line, view) for line in gazetteer.borders()))


def fitted(places: Sequence[Place]) -> Box:
    """The box of some places; where none has coordinates, of Ukraine and what is around it."""
    lats = [p.lat for p in places if p.lat is not None] or [44.5, 52.5]
    lons = [p.lon for p in places if p.lon is not None] or [22.0, 40.5]
    middle_lat, middle_lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    squeeze = max(0.15, math.cos(math.radians(middle_lat)))
    high = max(max(lats) - min(lats), 3.5) * 1.3
    wide = max((max(lons) - min(lons)) * squeeze, 3.5) * 1.3
    # in whole steps, so that the ground under one more place need not be drawn anew
    high = math.ceil(2 * max(high, wide * HEIGHT / WIDTH)) / 2
    return _box(round(2 * middle_lat) / 2, round(2 * middle_lon) / 2, high)


def _box(lat: float, lon: float, high: float) -> Box:
    """The box around a point, so many degrees of latitude high and as wide as the drawing."""
    high = min(max(high, _CLOSEST), _WIDEST)
    lat = min(max(lat, -85.0), 85.0)
    squeeze = max(0.15, math.cos(math.radians(lat)))
    scale = HEIGHT / high
    half_lat, half_lon = high / 2, WIDTH / scale / 2 / squeeze
    return Box(lat - half_lat, lon - half_lon, lat + half_lat, lon + half_lon, squeeze, scale)


def _path(ring: Sequence[float], view: Box) -> str:
    """An outline without the points that would fall together; nothing for one too small to see."""
    parts: list[str] = []
    last = (-1e9, -1e9)
    step = _STEP if view.scale > _FINE else 2 * _STEP
    for i in range(0, len(ring) - 1, 2):
        x = min(max(view.x(ring[i]), -_EDGE), WIDTH + _EDGE)
        y = min(max(view.y(ring[i + 1]), -_EDGE), HEIGHT + _EDGE)
        if abs(x - last[0]) + abs(y - last[1]) >= step:
            parts.append(f"{x:.1f} {y:.1f}" if view.scale > _FINE else f"{x:.0f} {y:.0f}")
            last = (x, y)
    return "M" + "L".join(parts) + "Z" if len(parts) > 2 else ""


def _segments(line: Sequence[float], view: Box) -> str:
    """A border; segments that go on where the last one ended are one line."""
    parts: list[str] = []
    last = ""
    for i in range(0, len(line) - 3, 4):
        x1, y1, x2, y2 = view.x(line[i]), view.y(line[i + 1]), view.x(line[i + 2]), view.y(line[i + 3])
        if max(x1, x2) > 0 and min(x1, x2) < WIDTH and max(y1, y2) > 0 and min(y1, y2) < HEIGHT:
            start, end = f"{x1:.0f} {y1:.0f}", f"{x2:.0f} {y2:.0f}"
            if start != end:
                parts.append(f"L{end}" if start == last else f"M{start}L{end}")
                last = end
    return "".join(parts)


def _disputed(gazetteer: Gazetteer, region: int) -> bool:
    entry = gazetteer.entry(region) if region else None
    return entry is not None and entry.disputed


def _rounded(spots: Iterable[Spot], regions: dict[int, Spot]) -> list[Spot]:
    """Places that are drawn as circles, the larger below the smaller."""
    rounded = [s for s in spots if s.place.geonameid not in regions and s.place.kind not in ("region", "area")]
    return sorted(rounded, key=lambda s: -extent_km(s.place))


def _within(place: Place, view: Box) -> bool:
    x, y = view.x(place.lon or 0.0), view.y(place.lat or 0.0)
    return -_EDGE < x < WIDTH + _EDGE and -_EDGE < y < HEIGHT + _EDGE


def _circle(place: Place, view: Box) -> Markup:
    radius = max(_LEAST, extent_km(place) / _KM_A_DEGREE * view.scale)
    return Markup('<circle class="area" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(
        view.x(place.lon or 0.0), view.y(place.lat or 0.0), radius
    )


def _linked(spot: Spot, shape: Markup) -> Markup:
    return Markup('<a href="{}"><title>{}</title>{}</a>').format(spot.href, spot.words, shape)


def _all(parts: Sequence[Markup]) -> Markup:
    return Markup("").join(parts)

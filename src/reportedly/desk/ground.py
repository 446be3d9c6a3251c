"""What lies under the map as GeoJSON: regions with their outlines, frontiers, names; all of it the gazetteer's own."""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

import msgspec

from reportedly.desk.happenings import Within
from reportedly.gazetteer import Gazetteer
from reportedly.gazetteer.geometry import crossings

LEVELS = range(1, 8)
"""Zooms for which outlines are simplified; closer, the gazetteer knows no more."""
_DEGREES_A_PIXEL = 360 / 512
_NAMED = {4: 2_000_000, 5: 500_000, 6: 0, 7: 0}
"""How many people a region has at least whose name is drawn, by level; disputed ones are named at any."""

Point: TypeAlias = tuple[float, float]


class Layer(NamedTuple):
    """GeoJSON with the mark (ETag) of its content."""

    data: bytes
    tag: str


def ground(gazetteer: Gazetteer, box: Within, zoom: float) -> Layer:
    """The ground of at least a box, simplified to a pixel of a zoom; to whole steps, so that much is asked anew rarely.

    One FeatureCollection: ``land`` is a region with its ``id`` (0 for a country without regions) and whether it is
    ``disputed``; ``frontier`` are land borders; ``name`` is that of a country (``rank`` 0) or region (1).
    """
    level = min(max(math.floor(zoom), LEVELS[0]), LEVELS[-1])
    step = 180 / 2**level
    west, east = (math.floor(box.west / step) * step, math.ceil(box.east / step) * step)
    south, north = (math.floor(box.south / step) * step, math.ceil(box.north / step) * step)
    if east - west >= 360 or west < -180 or east > 180:
        west, east = -180.0, 180.0
    return _ground(gazetteer, Within(west, max(south, -90), east, min(north, 90)), level)


@lru_cache(maxsize=64)
def _ground(gazetteer: Gazetteer, box: Within, level: int) -> Layer:
    pixel = _DEGREES_A_PIXEL / 2**level
    features = [*_land(gazetteer, box, pixel), _frontiers(gazetteer, box, pixel), *_names(gazetteer, box, level)]
    data = msgspec.json.encode({"type": "FeatureCollection", "features": features})
    return Layer(data, f'"{sha256(data).hexdigest()[:20]}"')


def _land(gazetteer: Gazetteer, box: Within, pixel: float) -> Iterator[dict[str, Any]]:
    outlines = sorted(gazetteer.outlines(box.south, box.west, box.north, box.east), key=lambda row: row[:2])
    for (region, _), rows in groupby(outlines, key=lambda row: row[:2]):
        rings = [ring for _, _, outline in rows if (ring := _ring(outline, pixel))]
        if rings:
            entry = gazetteer.entry(region) if region else None
            disputed = entry is not None and entry.disputed
            yield _feature({"kind": "land", "id": region, "disputed": disputed}, "MultiPolygon", _polygons(rings))


def _ring(outline: Sequence[float], pixel: float) -> list[Point]:
    """An outline as it is seen; nothing for one too small to see."""
    lons, lats = outline[::2], outline[1::2]
    if max(max(lons) - min(lons), max(lats) - min(lats)) < 2 * pixel:
        return []
    half = len(lons) // 2
    points = list(zip(lons, lats, strict=True))
    return [*_simple(points[:half], pixel), *_simple(points[half:], pixel)]


def _simple(points: Sequence[Point], tolerance: float) -> list[Point]:
    """A line without the corners that are nearer to it than the tolerance (Douglas and Peucker 1973)."""
    keep = {0, len(points) - 1}
    ahead = [(0, len(points) - 1)]
    while ahead:
        first, last = ahead.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = tolerance * tolerance, -1
        for i in range(first + 1, last):
            px, py = points[i][0] - ax, points[i][1] - ay
            t = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
            distance = (px - t * dx) ** 2 + (py - t * dy) ** 2
            if distance > worst:
                worst, at = distance, i
        if at > 0:
            keep.add(at)
            ahead += [(first, at), (at, last)]
    digits = 2 if tolerance > 0.02 else 3
    return [(round(points[i][0], digits), round(points[i][1], digits)) for i in sorted(keep)]


def _polygons(rings: Sequence[list[Point]]) -> list[list[list[Point]]]:
    """Outlines as polygons: one inside another is a hole of it."""
    boxes = [(min(x for x, _ in r), min(y for _, y in r), max(x for x, _ in r), max(y for _, y in r)) for r in rings]
    holes: dict[int, list[list[Point]]] = {}
    inner = set()
    for n, (west, south, east, north) in enumerate(boxes):
        lon, lat = rings[n][0]
        for m, box in enumerate(boxes):
            around = box[0] < west and box[1] < south and box[2] > east and box[3] > north
            if around and crossings([c for corner in rings[m] for c in corner], lat, lon) % 2:
                holes.setdefault(m, []).append(rings[n])
                inner.add(n)
                break
    return [[ring, *holes.get(n, ())] for n, ring in enumerate(rings) if n not in inner]


def _frontiers(gazetteer: Gazetteer, box: Within, pixel: float) -> dict[str, Any]:
    """Land borders of countries."""
    lines: list[list[Point]] = []
    for border in gazetteer.borders():
        lons, lats = border[::2], border[1::2]
        if max(lons) < box.west or min(lons) > box.east or max(lats) < box.south or min(lats) > box.north:
            continue
        points = list(zip(lons, lats, strict=True))
        lines += _joined(zip(points[::2], points[1::2], strict=False))
    return _feature({"kind": "frontier"}, "MultiLineString", [_simple(line, pixel) for line in lines])


def _joined(segments: Iterable[tuple[Point, Point]]) -> Iterator[list[Point]]:
    """Segments put together to lines by the ends that they share."""
    around: dict[Point, set[Point]] = {}
    for start, end in segments:
        around.setdefault(start, set()).add(end)
        around.setdefault(end, set()).add(start)
    ends = [point for point, others in around.items() if len(others) != 2]
    for start in (*ends, *around):  # what has no end is a ring
        while around[start]:
            line = [start]
            while around[line[-1]]:
                ahead = around[line[-1]].pop()
                around[ahead].discard(line[-1])
                line.append(ahead)
            yield line


def _names(gazetteer: Gazetteer, box: Within, level: int) -> Iterator[dict[str, Any]]:
    for entry in gazetteer.units():
        country = entry.kind == "country"
        known = country or entry.disputed or entry.population >= _NAMED.get(level, math.inf)
        if entry.lat is None or entry.lon is None or not known:
            continue
        if box.south <= entry.lat <= box.north and box.west <= entry.lon <= box.east:
            about = {"kind": "name", "name": entry.name, "rank": 0 if country else 1, "people": entry.population,
                     "disputed": entry.disputed}  # fmt: skip
            yield _feature(about, "Point", (round(entry.lon, 2), round(entry.lat, 2)))


def _feature(about: dict[str, Any], kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": about, "geometry": {"type": kind, "coordinates": coordinates}}

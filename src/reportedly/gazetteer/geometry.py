"""Distances, polygons and borders. Coordinates are WGS 84 degrees, distances kilometres on a sphere."""

import array
import math
from collections.abc import Sequence

EARTH_KM = 6371.0


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance."""
    p, q = math.radians(lat_a), math.radians(lat_b)
    h = (
        math.sin((q - p) / 2) ** 2
        + math.cos(p) * math.cos(q) * math.sin((math.radians(lon_b) - math.radians(lon_a)) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def unpack(blob: bytes) -> Sequence[float]:
    """Longitude and latitude in turn."""
    return array.array("f", blob)


def crossings(ring: Sequence[float], lat: float, lon: float) -> int:
    """How often a ray from the point to the east crosses the ring: odd = inside."""
    count = 0
    ax, ay = ring[0], ring[1]
    for i in range(2, len(ring), 2):
        bx, by = ring[i], ring[i + 1]
        if (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax:
            count += 1
        ax, ay = bx, by
    return count


def line_km(line: Sequence[float], lat: float, lon: float) -> float:
    """Distance to the nearest of the segments in ``line`` (two points each), on a local plane: good below 1,000 km."""
    squeeze = math.cos(math.radians(lat))
    best = math.inf
    for i in range(0, len(line) - 3, 4):
        ax, ay = (line[i] - lon) * squeeze, line[i + 1] - lat
        dx, dy = (line[i + 2] - lon) * squeeze - ax, line[i + 3] - lat - ay
        length = dx * dx + dy * dy
        t = max(0.0, min(1.0, -(ax * dx + ay * dy) / length)) if length else 0.0
        x, y = ax + t * dx, ay + t * dy
        best = min(best, x * x + y * y)
    return math.sqrt(best) * math.pi * EARTH_KM / 180

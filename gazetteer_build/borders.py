"""Admin-1 polygons of Natural Earth: corrected sovereignty, neighbours, borders between countries, simplified rings."""

from __future__ import annotations

import array
import json
from collections import defaultdict
from pathlib import Path

Ring = list[tuple[float, float]]

UKRAINIAN = {"UA-43", "UA-40"}
"""Natural Earth's default view draws Crimea and Sevastopol as Russian; by international law they are Ukraine's."""


class Shape:
    """One admin-1 unit: its attributes and its rings (outer and inner alike: the even-odd rule decides)."""

    def __init__(self, feature: dict) -> None:
        self.properties = feature["properties"]
        self.iso = self.properties.get("iso_3166_2") or ""
        self.country = "UA" if self.iso in UKRAINIAN else _country(self.properties)
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        self.rings: list[Ring] = [[(p[0], p[1]) for p in ring] for polygon in polygons for ring in polygon]
        self.id = int(self.properties.get("gn_id") or 0)


def _country(properties: dict) -> str | None:
    code = properties.get("iso_a2")
    if code and code != "-1" and len(code) == 2 and code.isalpha():
        return code
    return {"NOR": "NO", "FRA": "FR"}.get(properties.get("adm0_a3") or "")


def shapes(path: Path) -> list[Shape]:
    """All units of the file."""
    return [Shape(f) for f in json.loads(path.read_text("utf-8"))["features"] if f.get("geometry")]


def edges(units: list[Shape]) -> tuple[dict[tuple[int, int], int], dict[tuple[str, str], Ring]]:
    """Shared edges: how many two units share, and the vertices of those that part two countries (in segment pairs)."""
    owners: dict[tuple, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        for ring in unit.rings:
            for a, b in zip(ring, ring[1:], strict=False):
                key = (a, b) if a < b else (b, a)
                owners[key].append(index)
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    borders: dict[tuple[str, str], Ring] = defaultdict(list)
    for key, who in owners.items():
        for i in who:
            for j in who:
                if i < j:
                    pairs[i, j] += 1
                    one, two = sorted((units[i].country or "", units[j].country or ""))
                    if one != two and one:
                        borders[one, two].extend(key)
    return pairs, borders


def simplify(ring: Ring, tolerance: float) -> Ring:
    """Douglas-Peucker without recursion; a ring keeps at least four points."""
    if len(ring) < 8:
        return ring
    keep = {0, len(ring) - 1, len(ring) // 2}
    stack = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        ax, ay = ring[first]
        dx, dy = ring[last][0] - ax, ring[last][1] - ay
        length = dx * dx + dy * dy
        worst, at = 0.0, -1
        for i in range(first + 1, last):
            px, py = ring[i][0] - ax, ring[i][1] - ay
            t = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
            distance = (px - t * dx) ** 2 + (py - t * dy) ** 2
            if distance > worst:
                worst, at = distance, i
        if at > 0 and worst > tolerance * tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [ring[i] for i in sorted(keep)]


def packed(points: Ring) -> bytes:
    """Longitude and latitude in turn, as 32-bit floats, little endian."""
    return array.array("f", [c for p in points for c in p]).tobytes()

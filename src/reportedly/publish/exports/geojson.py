"""GeoJSON (RFC 7946): one feature a claim and place, a point or nothing; never a line between places.

A point stands for an area: ``radius_km`` says how far from it the place may be.
"""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.publish.gate import Published
from reportedly.publish.outgoing import Outgoing
from reportedly.publish.places import Coarse, radius


def claims_geojson(claims: Sequence[Published]) -> Iterator[bytes]:
    """The features of claims, in their order."""
    yield b'{"type":"FeatureCollection","features":['
    first = True
    for claim in claims:
        fields = {name: value for name, value in msgspec.to_builtins(claim).items() if name != "places"}
        for number, place in enumerate(claim.places or (None,)):
            point = None
            if place is not None and place.lat is not None:
                point = {"type": "Point", "coordinates": [place.lon, place.lat]}
            feature = {
                "type": "Feature",
                "id": f"{claim.ref}@{number}",
                "geometry": point,
                "properties": {**fields, "place": place, "radius_km": _radius(place)},
            }
            yield (b"" if first else b",") + b"\n" + msgspec.json.encode(feature)
            first = False
    yield b"\n]}\n"


def _radius(place: Coarse | None) -> float | None:
    return radius(place) if place is not None else None


def write(out: Outgoing) -> Iterator[bytes]:
    """One feature a claim and place."""
    return claims_geojson(out.claims)

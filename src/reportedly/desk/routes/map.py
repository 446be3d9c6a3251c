"""The map: a page that is whole without scripts, and what a live map in its place asks for."""

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from msgspec.structs import replace
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk import brush
from reportedly.desk.atlas import Box, Spot, boxed, draw, fitted
from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.filters import Conditions, conditions
from reportedly.desk.ground import ground
from reportedly.desk.happenings import STATUSES, Asked, Mark, Status, Within, features, within
from reportedly.desk.queries import Shelf
from reportedly.desk.routes.search import TERMS
from reportedly.desk.routes.static import library
from reportedly.desk.shown import incident_card
from reportedly.desk.tongue import tongue
from reportedly.gazetteer import open_gazetteer
from reportedly.languages.labels import label_of

router = APIRouter(include_in_schema=False)
LISTED = 60
"""Incidents beside the map at most, the latest; places below it three times as many."""
DRAWN = 300
"""Places of the drawing without scripts at most, those of most incidents."""
_HIGH = 1.5
"""Degrees of latitude around a place that is looked at closely."""

Wanted = Annotated[Conditions, Depends(conditions)]
Standing = Annotated[Status | Literal[""], Query(alias="status")]
Bounds = Annotated[str, Query(max_length=120)]
"""West, south, east, north."""
Zoom = Annotated[float, Query(ge=0, le=24)]


@router.get("/map")
def atlas(
    request: Request,
    desk: TheDesk,
    shelf: TheShelf,
    wanted: Wanted,
    status: Standing = "",
    box: Annotated[str, Query(max_length=60)] = "",
) -> Response:
    """Where incidents happened. ``box``: the part of the world that is looked at."""
    found = Asked(shelf, wanted, status or None).marks()
    shown = [m for m in found if m.drawn]
    whole = fitted([m.place for m in shown])
    view = boxed(box) or whole
    label = label_of(tongue(request))
    spots = [Spot(m.place, f"{m.name} · {label('incidents')}: {m.incidents}", m.href) for m in shown[:DRAWN]]
    return desk.page(
        request,
        "map.html.j2",
        {
            **_beside(request, shelf, wanted, status, _bounds(view) if boxed(box) else None),
            "wanted": wanted.cleaned(),
            "status": status,
            "terms": TERMS,
            "statuses": STATUSES,
            "svg": draw(spots, open_gazetteer(), label("Map of the places of incidents"), view),
            "places": [_place(m, wanted, status) for m in found[: 3 * LISTED]],
            "moves": _moves(view, wanted, status),
            "all": _address(wanted, status),
            "box": view.words if boxed(box) else "",
            "bounds": _words(view),
            "whole": _words(whole),
            "library": library()[0],
        },
    )


@router.get("/map/list")
def beside(
    request: Request, desk: TheDesk, shelf: TheShelf, wanted: Wanted, status: Standing = "", bbox: Bounds = ""
) -> Response:
    """What stands beside and below the map: its incidents as a list, and when they began."""
    return desk.page(
        request, "map_list.html.j2", _beside(request, shelf, wanted, status, _box(bbox) if bbox else None)
    )


@router.get("/map/incidents")
def incidents(shelf: TheShelf, wanted: Wanted, bbox: Bounds, zoom: Zoom, status: Standing = "") -> Response:
    """GeoJSON of the incidents in a box as a screen of a zoom shows them."""
    found = features(Asked(shelf, wanted, status or None).marks(), _box(bbox), zoom)
    return _geojson(msgspec.json.encode({"type": "FeatureCollection", "features": found}))


@router.get("/map/ground")
def under(request: Request, bbox: Bounds, zoom: Zoom) -> Response:
    """GeoJSON of regions, frontiers and names in a box."""
    layer = ground(open_gazetteer(), _box(bbox), zoom)
    headers = {"ETag": layer.tag, "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == layer.tag:
        return Response(status_code=304, headers=headers)
    return _geojson(layer.data, headers)


def _geojson(data: bytes, headers: dict[str, str] | None = None) -> Response:
    return Response(data, media_type="application/geo+json", headers=headers)


def _box(words: str) -> Within:
    box = within(words)
    if box is None:
        raise HTTPException(422, "Not understood: bbox.")
    return box


def _bounds(view: Box) -> Within:
    return Within(max(view.west, -540), max(view.south, -90), min(view.east, 540), min(view.north, 90))


def _words(view: Box) -> str:
    return ",".join(f"{edge:.3f}" for edge in _bounds(view))


def _beside(
    request: Request, shelf: Shelf, wanted: Conditions, status: Status | Literal[""], box: Within | None
) -> dict[str, Any]:
    """The incidents in a box (all without one) and the bars of all that meet the conditions."""
    asked = Asked(shelf, wanted, status or None)
    here, count = asked.latest(box, LISTED)
    some = brush.bars(asked.began())
    ever = replace(wanted, start="", end="")

    def href(bar: brush.Bar) -> str:
        return _address(ever, status, **{"from": str(bar.start), "to": str(bar.end)})

    return {
        "cards": [incident_card(i, tongue(request)) for i in here],
        "within": count,
        "bars": brush.drawn(some, href, label_of(tongue(request))("Incidents by when they began")),
        "span": (some[0].start, some[-1].end) if some else None,
        "ever": _address(ever, status) if ever != wanted else None,
    }


def _address(wanted: Conditions, status: str, **more: str) -> str:
    return wanted.address("/map", **({"status": status} if status else {}), **more).rstrip("?&")


def _moves(view: Box, wanted: Conditions, status: str) -> list[tuple[str, str, str]]:
    """Sign, name and address of each way to look elsewhere."""
    ways = (
        ("+", "closer", view.near(0.5)), ("−", "wider", view.near(2.0)), ("←", "west", view.near(1, east=-0.5)),
        ("→", "east", view.near(1, east=0.5)), ("↑", "north", view.near(1, north=0.5)),
        ("↓", "south", view.near(1, north=-0.5)),
    )  # fmt: skip
    return [(sign, name, _address(wanted, status, box=box.words)) for sign, name, box in ways]


def _place(mark: Mark, wanted: Conditions, status: str) -> dict[str, Any]:
    near = f"{mark.place.lat:.3f},{mark.place.lon:.3f},{_HIGH}" if mark.drawn else None
    return {
        "name": mark.name,
        "country": mark.place.country,
        "disputed": mark.place.disputed,
        "count": mark.incidents,
        "href": mark.href,
        "closer": _address(wanted, status, box=near) if near else None,
    }

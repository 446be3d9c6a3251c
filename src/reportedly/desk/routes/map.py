"""The map, with the same conditions as the search, and a day at a time."""

from collections import Counter
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from reportedly.desk import addresses
from reportedly.desk.atlas import Bar, Box, Spot, bars, boxed, draw, fitted
from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.filters import Conditions, conditions, matching
from reportedly.desk.routes.search import TERMS
from reportedly.gazetteer import open_gazetteer
from reportedly.lineage.geo import finest
from reportedly.model import Claim, Place, Reading
from reportedly.pages import wording

router = APIRouter(include_in_schema=False)
MOST_DAYS = 92
_HIGH = 1.5
"""Degrees of latitude around a place that is looked at closely."""
_TALK = ("statement", "assessment")


@router.get("/map")
def atlas(
    request: Request,
    desk: TheDesk,
    shelf: TheShelf,
    wanted: Annotated[Conditions, Depends(conditions)],
    box: Annotated[str, Query(max_length=60)] = "",
) -> Response:
    """Where claims say that something happened. ``box``: the part of the world that is looked at."""
    hidden = shelf.reviewed.hidden
    found = [(r, c) for r, c in matching(shelf, wanted) if f"{r.report.id}#{c.id}" not in hidden]
    spots = _spots(found)
    wide = [s for s in spots if s.place.kind == "country" or s.place.lat is None]
    view = boxed(box) or fitted(spots)
    return desk.page(
        request,
        "map.html.j2",
        {
            "wanted": wanted.cleaned(),
            "terms": TERMS,
            "svg": draw(spots, open_gazetteer(), "Map of places in the claims", view),
            "bars": bars(_days(found, wanted), "Claims a day"),
            "spots": [
                {
                    "name": wording.clean(s.place.name or s.place.text),
                    "country": s.place.country,
                    "disputed": s.place.disputed,
                    "count": s.claims,
                    "href": s.href,
                    "drawn": s not in wide,
                    "closer": _closer(s.place, wanted) if s not in wide else None,
                }
                for s in spots
            ],
            "count": len(found),
            "moves": _moves(view, wanted),
            "whole": wanted.address("/map").rstrip("?&"),
            "box": view.words if boxed(box) else "",
        },
    )


def _moves(view: Box, wanted: Conditions) -> list[tuple[str, str, str]]:
    """Sign, name and address of each way to look elsewhere."""
    ways = (
        ("+", "closer", view.near(0.5)), ("−", "wider", view.near(2.0)), ("←", "west", view.near(1, east=-0.5)),
        ("→", "east", view.near(1, east=0.5)), ("↑", "north", view.near(1, north=0.5)),
        ("↓", "south", view.near(1, north=-0.5)),
    )  # fmt: skip
    return [(sign, name, wanted.address("/map", box=box.words).rstrip("&")) for sign, name, box in ways]


def _closer(place: Place, wanted: Conditions) -> str:
    return wanted.address("/map", box=f"{place.lat:.3f},{place.lon:.3f},{_HIGH}").rstrip("&")


def _spots(found: list[tuple[Reading, Claim]]) -> list[Spot]:
    """Places with their claims, those of most claims first; one incident is linked at once."""
    rooms: dict[tuple[str, str | None, int | None], list[tuple[Place, Claim]]] = {}
    for _, claim in found:
        place = finest(claim.places) if claim.event not in _TALK else None
        if place is not None and place.name:
            rooms.setdefault((place.name, place.country, place.geonameid), []).append((place, claim))
    spots = []
    for (name, _, _), rows in rooms.items():
        incidents = {c.incident for _, c in rows}
        only = incidents.pop() if len(incidents) == 1 else None
        words = f"{wording.clean(name)}: {len(rows)} claim{'s' if len(rows) != 1 else ''}"
        href = addresses.incident(only) if only else addresses.search(place=name)
        spots.append(Spot(rows[0][0], len(rows), words, href))
    return sorted(spots, key=lambda s: (-s.claims, s.place.name or ""))


def _days(found: list[tuple[Reading, Claim]], wanted: Conditions) -> list[Bar]:
    counts = Counter(c.time.start[:10] for _, c in found if c.time is not None)
    kept = {n: v for n, v in wanted.given().items() if n not in ("from", "to")}
    return [
        Bar(day, counts[day], "/map?" + urlencode({**kept, "from": day, "to": day}, errors="surrogatepass"))
        for day in sorted(counts)[-MOST_DAYS:]
    ]

"""Sources."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, described, listed
from reportedly.desk.filters import Conditions
from reportedly.desk.sources import tallies

router = APIRouter(prefix="/api/v1")


@router.get("/sources", responses=described("PublicSource", "Tally"))
def sources(start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """Who is quoted, and how often; the public view has only bodies, outlets and office holders of the packs."""
    found = tallies(start.shelf) if view == "desk" else public.sources(public.latest(start.shelf, Conditions()))
    return listed(found, start, limit)

"""Verdicts of editors."""

from fastapi import APIRouter
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, described, listed

router = APIRouter(prefix="/api/v1")


@router.get("/verdicts", responses=described("PublicVerdict", "Decision"))
def verdicts(start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """What editors found; the public view has verdicts on claims that have passed, and on incidents that have whole."""
    if view == "desk":
        found = start.shelf.reviewed
        return listed([*found.verdicts.values(), *found.judged.values()], start, limit)
    return listed(public.verdicts(start.shelf), start, limit)

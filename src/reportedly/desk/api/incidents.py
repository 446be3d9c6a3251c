"""Incidents."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, answer, cut, described, listed, single
from reportedly.desk.desk import TheShelf, named
from reportedly.desk.filters import Conditions

router = APIRouter(prefix="/api/v1")


@router.get("/incidents", responses=described("PublishedIncident", "Incident"))
def incidents(start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """Incidents, those that happened last first."""
    shelf = start.shelf
    if view == "public":
        found = public.incidents(public.latest(shelf, Conditions()))
        return listed(found, start, limit, lambda one: public.record(shelf, one.sign))
    return cut(shelf.incidents(limit + 1, start.offset), start, limit, lambda one: shelf.record(one.label))


@router.get("/incidents/{incident}", responses=single("PublishedIncident", "IncidentSummary"))
def incident(shelf: TheShelf, incident: str, view: View = "public") -> Response:
    """One incident: with figures, family tree and standing for the desk."""
    id = named(incident)
    if view == "public":
        found = public.record(shelf, id)
        if found is None:
            raise HTTPException(404, "There is no such incident, or nothing of it has passed the gate.")
        return answer(found)
    telling = shelf.incident(id)
    if telling is None:
        raise HTTPException(404, "There is no such incident in this ledger.")
    return answer(telling.summary)

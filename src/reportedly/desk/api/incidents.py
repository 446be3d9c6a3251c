"""Incidents."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, answer, described, listed, single
from reportedly.desk.desk import TheShelf, named

router = APIRouter(prefix="/api/v1")


@router.get("/incidents", responses=described("PublishedIncident", "Incident"))
def incidents(start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """Incidents, those that happened last first."""
    if view == "desk":
        return listed(start.shelf.incidents(), start, limit)
    shelf = start.shelf
    return listed(public.incidents(shelf.gated().passed), start, limit, lambda one: public.record(shelf, one))


@router.get("/incidents/{incident}", responses=single("PublishedIncident", "IncidentSummary"))
def incident(shelf: TheShelf, incident: str, view: View = "public") -> Response:
    """One incident: with figures, family tree and standing for the desk."""
    id = named(incident)
    if view == "public":
        found = next((h for h in public.incidents(shelf.gated().passed) if h.sign == id), None)
        if found is None:
            raise HTTPException(404, "There is no such incident, or nothing of it has passed the gate.")
        return answer(public.record(shelf, found))
    telling = shelf.incident(id)
    if telling is None:
        raise HTTPException(404, "There is no such incident in this ledger.")
    return answer(telling.summary)

"""Incidents."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, answer, described, listed, single
from reportedly.desk.desk import TheShelf, named

router = APIRouter(prefix="/api/v1")


@router.get("/incidents", responses=described("PublicIncident", "Incident"))
def incidents(start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """Incidents, those that happened last first."""
    found = start.shelf.incidents() if view == "desk" else public.incidents(start.shelf.gated().passed)
    return listed(found, start, limit)


@router.get("/incidents/{incident}", responses=single("PublicIncident", "IncidentSummary"))
def incident(shelf: TheShelf, incident: str, view: View = "public") -> Response:
    """One incident: with figures, family tree and standing for the desk."""
    id = named(incident)
    if view == "public":
        found = next((i for i in public.incidents(shelf.gated().passed) if i.id == id), None)
        if found is None:
            raise HTTPException(404, "There is no such incident, or nothing of it has passed the gate.")
        return answer(found)
    telling = shelf.incident(id)
    if telling is None:
        raise HTTPException(404, "There is no such incident in this ledger.")
    return answer(telling.summary)

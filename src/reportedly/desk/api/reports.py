"""Reports."""

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, answer, cut, described, listed, single
from reportedly.desk.desk import TheShelf, named
from reportedly.desk.filters import Conditions

router = APIRouter(prefix="/api/v1")


@router.get("/reports", responses=described("PublicReport", "Report"))
def reports(start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """Reports, those that came last first; the public view has no text."""
    if view == "public":
        return listed(public.reports(public.latest(start.shelf, Conditions())), start, limit)
    return cut(start.shelf.reports(limit + 1, start.offset), start, limit)


@router.get("/reports/{report}", responses=single("Reading"))
def report(shelf: TheShelf, report: str) -> Response:
    """One report with its claims and findings, for the desk."""
    reading = shelf.reading(named(report))
    if reading is None:
        raise HTTPException(404, "There is no such report in this ledger.")
    return answer(reading)

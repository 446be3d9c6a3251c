"""Record series: those that ship, and those that were imported."""

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk.desk import TheDesk, TheShelf, named
from reportedly.desk.records import asked, card, shown

router = APIRouter(include_in_schema=False)


@router.get("/records")
def records(request: Request, desk: TheDesk, shelf: TheShelf) -> Response:
    """All series, and what reports claim of records."""
    cards = [card(s) for s in shelf.references.series if s.rows]
    return desk.page(request, "records.html.j2", {"cards": cards, "asked": asked(shelf)})


@router.get("/records/{segment}")
def series(request: Request, desk: TheDesk, shelf: TheShelf, segment: str) -> Response:
    """One series."""
    name = named(segment)
    found = next((s for s in shelf.references.series if s.name == name and s.rows), None)
    if found is None:
        raise HTTPException(404, "There is no such series.")
    return desk.page(request, "series.html.j2", shown(found))

"""Incidents: all of them, and one with everything that its reports say."""

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk.addresses import slug
from reportedly.desk.decided import rows
from reportedly.desk.desk import TheDesk, TheShelf, named
from reportedly.desk.grades import letters
from reportedly.desk.incident import shown
from reportedly.desk.paging import SIZE, Page, pages
from reportedly.desk.shown import incident_card
from reportedly.desk.tongue import TheTongue
from reportedly.pages import wording
from reportedly.review.decisions import RATINGS

router = APIRouter(include_in_schema=False)
MOST = 200


@router.get("/incidents")
def incidents(request: Request, desk: TheDesk, shelf: TheShelf, tongue: TheTongue, page: Page = 1) -> Response:
    """All incidents, the latest first."""
    part, count = shelf.incidents(SIZE, (page - 1) * SIZE), shelf.incident_count()
    values = {"cards": [incident_card(i, tongue) for i in part], "pages": pages(count), "page": page, "count": count}
    return desk.page(request, "incidents.html.j2", values)


@router.get("/incidents/{segment}")
def incident(request: Request, desk: TheDesk, shelf: TheShelf, tongue: TheTongue, segment: str) -> Response:
    """One incident."""
    telling = shelf.incident(named(segment))
    if telling is None:
        raise HTTPException(404, "There is no such incident in this ledger.")
    values = shown(shelf, telling, tongue)
    return desk.page(
        request,
        "incident.html.j2",
        {
            **values,
            "raw_id": telling.summary.id,
            "near": [(slug(label), wording.clean(label)) for label in shelf.near(telling.summary.id, MOST)],
            "fixed": shelf.fixed,
            "verdicts": [
                row for row in rows(shelf, f"incident:{telling.summary.id}") if row["kind"] == "verdict"
            ],
            "ratings": RATINGS,
            "letters": letters(shelf),
        },
    )

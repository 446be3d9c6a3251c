"""Reports: all of them, one as an edition, and what a revision changed."""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.desk import addresses
from reportedly.desk.adding import add
from reportedly.desk.desk import TheDesk, TheShelf, done, named
from reportedly.desk.paging import SIZE, Page, pages
from reportedly.desk.report import changes, shown
from reportedly.desk.shown import refs_of, report_card
from reportedly.desk.tongue import TheTongue
from reportedly.ledger import LedgerError

router = APIRouter(include_in_schema=False)
_GONE = "There is no such report in this ledger."


@router.get("/reports")
def reports(request: Request, desk: TheDesk, shelf: TheShelf, page: Page = 1) -> Response:
    """All reports, those that came last first."""
    part, count = shelf.reports(SIZE, (page - 1) * SIZE), shelf.numbers.reports
    readings = {r.report.id: r for r in shelf.readings([r.id for r in part])}
    return desk.page(
        request,
        "reports.html.j2",
        {
            "cards": [report_card(r, readings.get(r.id)) for r in part],
            "page": page,
            "pages": pages(count),
            "count": count,
        },
    )


@router.post("/reports")
async def paste(request: Request, desk: TheDesk) -> Response:
    """Put a pasted report on record, then to its page."""
    fields = await desk.door.form(request)
    try:
        id = await run_in_threadpool(add, desk.shelf, fields)
    except LedgerError as error:
        raise HTTPException(400, str(error)) from None
    done(request, f"add {id}", desk)
    return RedirectResponse(addresses.report(id), 303)


@router.get("/reports/{segment}")
def report(request: Request, desk: TheDesk, shelf: TheShelf, tongue: TheTongue, segment: str) -> Response:
    """One report with its claims and findings beside it."""
    reading = shelf.reading(named(segment))
    if reading is None:
        raise HTTPException(404, _GONE)
    return desk.page(request, "report.html.j2", {**shown(shelf, reading, tongue), "fixed": shelf.fixed})


@router.get("/reports/{segment}/changes")
def revision(request: Request, desk: TheDesk, shelf: TheShelf, segment: str) -> Response:
    """What a revision changed."""
    found = shelf.view.report(named(segment))
    values = changes(shelf, found) if found is not None else None
    if values is None:
        raise HTTPException(404, "There is no earlier revision of this report.")
    return desk.page(request, "changes.html.j2", values)


@router.get("/claims/{segment}/{claim}")
def claim(shelf: TheShelf, segment: str, claim: str) -> Response:
    """The address of a claim by its own id leads to its note beside the text."""
    reading = shelf.reading(named(segment))
    ref = refs_of([reading]).get(f"{reading.report.id}#{named(claim)}") if reading else None
    if reading is None or ref is None:
        raise HTTPException(404, "There is no such claim in this ledger.")
    return RedirectResponse(f"{addresses.report(reading.report.id)}#{ref.anchor}", 303)

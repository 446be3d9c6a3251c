"""Search: words in three languages and conditions, all of it in the address."""

from itertools import islice
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.desk.desk import Desk, TheDesk, ThePerson, TheShelf, done
from reportedly.desk.filters import LIMIT, Conditions, conditions, matching, told
from reportedly.desk.paging import Page, cut
from reportedly.desk.people import Refused, Store
from reportedly.desk.searches import drop, keep, searches
from reportedly.desk.shown import claim_card, letters_of, refs_of
from reportedly.model.terms import Certainty, EventType, Polarity
from reportedly.pages.wording import clean

router = APIRouter(include_in_schema=False)
TERMS = {"event": get_args(EventType), "polarity": get_args(Polarity), "certainty": get_args(Certainty)}


@router.get("/search")
def search(
    request: Request,
    desk: TheDesk,
    shelf: TheShelf,
    wanted: Annotated[Conditions, Depends(conditions)],
    page: Page = 1,
) -> Response:
    """The claims that meet what the address says."""
    given = wanted.given()
    found = list(islice(matching(shelf, wanted), LIMIT)) if given else []
    some, pages = cut(found, page)
    part = told(shelf, some)
    readings = list({r.report.id: r for r, _ in part}.values())
    refs = refs_of(readings, letters=letters_of(readings))
    return desk.page(
        request,
        "search.html.j2",
        {
            "wanted": wanted.cleaned(),
            "given": given,
            "terms": TERMS,
            "cards": [claim_card(r, c, refs) for r, c in part],
            "count": len(found),
            "more": len(found) == LIMIT,
            "page": page,
            "pages": pages,
            "base": wanted.address("/search"),
            "files": wanted.address("/exports").rstrip("?&"),
            "api": wanted.address("/api/v1/claims", view="desk").rstrip("&"),
            "feed": None if wanted.inner() else wanted.address("/api/v1/claims.atom").rstrip("?&"),
            "keep": wanted.address("/searches").rstrip("?&"),
            "saved": _saved(desk),
        },
    )


@router.post("/searches")
async def put(
    request: Request, desk: TheDesk, person: ThePerson, wanted: Annotated[Conditions, Depends(conditions)]
) -> Response:
    """Keep the search of the address under a title."""
    fields = await desk.door.form(request)
    try:
        made = keep(_store(desk), wanted, fields.get("title", ""), person.name)
    except Refused as error:
        raise HTTPException(400, str(error)) from None
    done(request, f"search {made.id} kept")
    return RedirectResponse(f"/search?{made.query}", 303)


@router.post("/searches/drop")
async def forget(request: Request, desk: TheDesk) -> Response:
    """Keep a search no longer."""
    fields = await desk.door.form(request)
    try:
        drop(_store(desk), fields.get("id", ""))
    except Refused as error:
        raise HTTPException(400, str(error)) from None
    done(request, f"search {fields['id']} dropped")
    return RedirectResponse("/search", 303)


def _store(desk: Desk) -> Store:
    if desk.door.store is None:
        raise HTTPException(404, "Nothing is kept here: the desk is open over reports at hand.")
    return desk.door.store


def _saved(desk: Desk) -> list[dict[str, Any]]:
    found = searches(desk.door.store) if desk.door.store else ()
    return [
        {"id": s.id, "title": clean(s.title), "by": clean(s.by), "href": f"/search?{s.query}"} for s in found
    ]

"""Search: words in three languages and conditions, all of it in the address."""

from typing import Annotated, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.filters import Conditions, conditions, matching
from reportedly.desk.paging import Page, cut
from reportedly.desk.shown import claim_card, letters_of, refs_of
from reportedly.model.terms import Certainty, EventType, Polarity

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
    found = list(matching(shelf, wanted)) if given else []
    part, pages = cut(found, page)
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
            "page": page,
            "pages": pages,
            "base": "/search?" + urlencode(given, errors="surrogatepass") + "&",
            "api": "/api/v1/claims?" + urlencode({**given, "view": "desk"}, errors="surrogatepass"),
        },
    )

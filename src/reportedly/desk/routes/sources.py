"""Sources: all names, and one with what it said."""

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk import addresses, grades
from reportedly.desk.desk import TheDesk, TheShelf, named
from reportedly.desk.paging import Page, cut
from reportedly.desk.sources import shown, tallies
from reportedly.desk.tongue import TheTongue
from reportedly.lineage.voices import side_of
from reportedly.pages import wording
from reportedly.review.grading import RELIABILITY

router = APIRouter(include_in_schema=False)


@router.get("/sources")
def sources(request: Request, desk: TheDesk, shelf: TheShelf, page: Page = 1) -> Response:
    """All who publish or are quoted."""
    found = tallies(shelf)
    part, pages = cut(found, page)
    rows = [
        {
            "name": wording.clean(t.name),
            "href": addresses.source(t.name),
            "reports": t.reports,
            "claims": t.claims,
            "kinds": t.kinds,
            "side": wording.clean(side_of(t.name) or ""),
        }
        for t in part
    ]
    return desk.page(request, "sources.html.j2", {"rows": rows, "page": page, "pages": pages, "count": len(found)})


@router.get("/sources/{segment}")
def source(request: Request, desk: TheDesk, shelf: TheShelf, tongue: TheTongue, segment: str) -> Response:
    """One name."""
    values = shown(shelf, named(segment), tongue)
    if values is None:
        raise HTTPException(404, "Nobody of this name is in this ledger.")
    letter = grades.letter(shelf, named(segment))
    grade = {"grade": letter, "grade_words": RELIABILITY[letter], "grade_path": addresses.grade(named(segment))}
    return desk.page(request, "source.html.j2", {**values, **grade})

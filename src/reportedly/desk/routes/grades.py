"""Grades of sources: all that were set, and the page on which one source is graded."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.desk import addresses
from reportedly.desk.decided import rows
from reportedly.desk.desk import TheDesk, TheShelf, named
from reportedly.desk.grades import letters, shown
from reportedly.desk.paging import Page, cut
from reportedly.pages import wording
from reportedly.review.grading import RELIABILITY

router = APIRouter(include_in_schema=False)


@router.get("/grades")
def grades(request: Request, desk: TheDesk, shelf: TheShelf, page: Page = 1) -> Response:
    """The graded sources, and every grade that was set."""
    found = rows(shelf, kind="grade")
    part, pages = cut(found, page)
    graded = [(wording.clean(name), addresses.grade(name), letter) for name, letter in sorted(letters(shelf).items())]
    values = {"graded": graded, "decisions": part, "page": page, "pages": pages, "scale": RELIABILITY}
    return desk.page(request, "grades.html.j2", values)


@router.get("/grades/{segment}")
def grade(request: Request, desk: TheDesk, shelf: TheShelf, segment: str) -> Response:
    """One source."""
    name = named(segment)
    values = {**shown(shelf, name), "path": addresses.grade(name), "source_path": addresses.source(name)}
    return desk.page(request, "grade.html.j2", {**values, "fixed": shelf.fixed})

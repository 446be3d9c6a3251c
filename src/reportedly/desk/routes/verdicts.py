"""Verdicts: what editors found of claims and incidents, and whether it goes out."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.desk.decided import rows
from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.paging import Page, cut
from reportedly.desk.public import let_out_verdicts

router = APIRouter(include_in_schema=False)


@router.get("/verdicts")
def all_of_them(request: Request, desk: TheDesk, shelf: TheShelf, page: Page = 1) -> Response:
    """Every verdict, the latest first."""
    out = {v.decision.id for v in let_out_verdicts(shelf)}
    found = [{**row, "out": row["id"] in out} for row in rows(shelf, kind="verdict")]
    part, pages = cut(found, page)
    return desk.page(request, "verdicts.html.j2", {"rows": part, "page": page, "pages": pages, "count": len(found)})

"""Findings."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, described, keyed, listed
from reportedly.desk.findings import named

router = APIRouter(prefix="/api/v1")
Kind = Annotated[str, Query(max_length=60, pattern=r"^[a-z_]*$")]


@router.get("/findings", responses=described("PublicFinding", "NamedFinding"))
def findings(start: Start, view: View = "public", kind: Kind = "", limit: Limit = 100) -> Response:
    """Findings in the order in which they were made; the public view has those that an editor signed off."""
    if view == "desk":
        found = start.shelf.findings.all(kind, start.offset, limit + 1)
        return keyed(((row, named(finding)) for row, finding in found), start, limit)
    return listed((f for f in public.findings(start.shelf) if kind in ("", f.kind)), start, limit)

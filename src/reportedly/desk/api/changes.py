"""What changed: entries of the ledger since one of them."""

from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.responses import Response

from reportedly.desk.answers import Limit, answer
from reportedly.desk.desk import TheShelf

router = APIRouter(prefix="/api/v1")


class Change(Struct, frozen=True, kw_only=True):
    """One entry: what kind, when, which reports it is about. ``erased``: its content is gone."""

    entry: int
    kind: str
    at: str
    reports: tuple[str, ...]
    erased: bool


_LAST = 2**63 - 1
"""The largest number of an entry that a ledger can store."""


@router.get("/changes")
def changes(
    shelf: TheShelf,
    since: Annotated[int, Query(ge=0, le=_LAST, description="`next` of the answer before.")] = 0,
    limit: Limit = 100,
) -> Response:
    """New reports and revisions, readings, decisions and erasures since an entry; for the desk."""
    found = [
        Change(entry=e.seq, kind=e.kind, at=e.at, reports=about, erased=e.erased)
        for e, about in shelf.view.entries(since, limit)
    ]
    return answer({"items": found, "next": found[-1].entry if found else since})

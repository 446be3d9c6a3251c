"""Claims: with conditions, one, and as CSV, GeoJSON and Atom."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from reportedly.desk import public
from reportedly.desk.answers import Limit, Start, View, answer, described, keyed, single
from reportedly.desk.desk import TheShelf, named
from reportedly.desk.filters import Conditions, conditions, matching
from reportedly.desk.public import DeskClaim
from reportedly.desk.queries import Shelf
from reportedly.model import Claim, Report
from reportedly.publish.exports.atom import claims_atom
from reportedly.publish.exports.claims import claims_csv
from reportedly.publish.exports.geojson import claims_geojson

router = APIRouter(prefix="/api/v1")
_SOME = 60
"""Claims that are read together."""
Wanted = Annotated[Conditions, Depends(conditions)]


@router.get("/claims", responses=described("Published", "DeskClaim"))
def claims(wanted: Wanted, start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """Claims that meet all conditions, those of the latest report first."""
    before = start.offset or None
    if view == "public":
        return keyed(public.rows(start.shelf, _public(wanted), before), start, limit)
    return keyed(_told(start.shelf, wanted, before), start, limit)


@router.get("/search", responses=described("Published", "DeskClaim"))
def search(wanted: Wanted, start: Start, view: View = "public", limit: Limit = 100) -> Response:
    """Claims by words (`q`): the desk looks in the reports, in any inflection; the public view in its own fields."""
    if not wanted.q:
        raise HTTPException(422, "Not understood: q.")
    return claims(wanted, start, view, limit)


@router.get("/claims.csv", responses={200: {"content": {"text/csv": {}}}}, response_class=StreamingResponse)
def csv(wanted: Wanted, shelf: TheShelf) -> Response:
    """What has passed the gate, one row a claim."""
    return _file(claims_csv(public.latest(shelf, _public(wanted))), "text/csv; charset=utf-8", "claims.csv")


@router.get("/claims.geojson", responses={200: {"content": {"application/geo+json": {}}}})
def geojson(wanted: Wanted, shelf: TheShelf) -> Response:
    """What has passed the gate, one feature a claim and place."""
    return _file(claims_geojson(public.latest(shelf, _public(wanted))), "application/geo+json", "claims.geojson")


@router.get("/claims.atom", responses={200: {"content": {"application/atom+xml": {}}}})
def atom(request: Request, wanted: Wanted, shelf: TheShelf) -> Response:
    """What has passed the gate, as a feed: of everything, or of a search."""
    title = " · ".join(f"{name}: {value}" for name, value in wanted.cleaned().given().items())
    body = claims_atom(
        public.claims(shelf, _public(wanted)),
        key=wanted.address("claims"),
        title=f"Reportedly: {title}" if title else "Reportedly",
        now=datetime.now(UTC),
        address=str(request.url),
    )
    return Response(body, media_type="application/atom+xml")


@router.get("/claims/{report}/{claim}", responses=single("Published", "DeskClaim"))
def one(shelf: TheShelf, report: str, claim: str, view: View = "public") -> Response:
    """One claim; `report` and `claim` as they stand in the addresses of pages."""
    ref = f"{named(report)}#{named(claim)}"
    if view == "public":
        reading = shelf.left(named(report))
        found = public.passing(shelf, [reading]).get(ref) if reading is not None else None
        if found is None:
            raise HTTPException(404, "There is no such claim, or it has not passed the gate.")
        return answer(found)
    told = shelf.claim(ref)
    if told is None:
        raise HTTPException(404, "There is no such claim in this ledger.")
    return answer(_telling(told[0].report, told[1]))


def _told(shelf: Shelf, wanted: Conditions, before: int | None) -> Iterator[tuple[int, DeskClaim]]:
    found = matching(shelf, wanted, before=before)
    while some := list(islice(found, _SOME)):
        shelf.readings(one.report for one in some)  # together, which is quicker
        for one in some:
            told = shelf.claim(one.ref)
            if told is not None:
                yield one.row, _telling(told[0].report, told[1])


def _telling(report: Report, claim: Claim) -> DeskClaim:
    return DeskClaim(
        ref=f"{report.id}#{claim.id}",
        publisher=report.publisher,
        published=report.published,
        quote=report.text[claim.start : claim.end],
        claim=claim,
    )


def _public(wanted: Conditions) -> Conditions:
    if wanted.inner():
        raise HTTPException(422, "Not understood: side, unknown and incident are for view=desk.")
    return wanted


def _file(parts: Iterator[bytes], kind: str, name: str) -> Response:
    return StreamingResponse(parts, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

"""What has passed the gate, as a reader sees it: incidents, and the claims of one, without words of reports."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.desk import public
from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.filters import Conditions, conditions
from reportedly.desk.paging import Page, cut
from reportedly.desk.routes.search import TERMS
from reportedly.pages import wording
from reportedly.publish.gate import Figure, Published
from reportedly.publish.places import Coarse

router = APIRouter(include_in_schema=False)


@router.get("/public")
def everything(
    request: Request,
    desk: TheDesk,
    shelf: TheShelf,
    wanted: Annotated[Conditions, Depends(conditions)],
    page: Page = 1,
) -> Response:
    """The incidents of what has passed and meets the address, the latest first."""
    if wanted.inner():
        raise HTTPException(422)
    found = public.incidents(public.latest(shelf, wanted))
    part, pages = cut(found, page)
    values = {
        "wanted": wanted.cleaned(),
        "terms": TERMS,
        "rows": [_card(incident) for incident in part],
        "count": len(found),
        "page": page,
        "pages": pages,
        "base": wanted.address("/public"),
        "feed": wanted.address("/api/v1/claims.atom").rstrip("?&"),
    }
    return desk.page(request, "public.html.j2", values)


@router.get("/public/incidents/{sign}")
def one(request: Request, desk: TheDesk, shelf: TheShelf, sign: str) -> Response:
    """What has passed of one incident."""
    passed = public.of_incident(shelf, sign)
    if not passed:
        raise HTTPException(404, "There is no such incident, or nothing of it has passed the gate.")
    card = _card(public.incidents(passed)[0])
    return desk.page(request, "public_incident.html.j2", {**card, "rows": [_row(claim) for claim in passed]})


def _card(happening: public.Happening) -> dict[str, Any]:
    days = dict.fromkeys((happening.start[:10], happening.end[:10]))
    places = dict.fromkeys(place for claim in happening.claims for place in claim.places)
    publishers = dict.fromkeys(claim.publisher for claim in happening.claims if claim.publisher)
    return {
        "href": f"/public/incidents/{happening.sign}",
        "id": happening.sign,
        "place": wording.clean(", ".join(dict.fromkeys(_place(p) for p in list(places)[:2]))) or None,
        "days": " – ".join(wording.day(day) for day in days),
        "claims": len(happening.claims),
        "publishers": [wording.clean(name) for name in publishers],
    }


def _row(claim: Published) -> dict[str, Any]:
    said = (claim.actor, *claim.weapons, claim.target, *(_place(p) for p in claim.places))
    return {
        "event": claim.event,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "publisher": wording.clean(claim.publisher or "publisher unknown"),
        "published": wording.day(claim.published) or "undated",
        "sources": [wording.clean(name) for name in claim.sources],
        "what": [wording.clean(words) for words in dict.fromkeys(said) if words],
        "figures": [wording.clean(_figure(figure)) for figure in claim.figures],
    }


def _place(place: Coarse) -> str:
    return place.name or place.country or ""


def _figure(figure: Figure) -> str:
    number = figure.value if figure.value is not None else figure.low if figure.low is not None else figure.high
    words = (figure.of, figure.item, figure.place)
    return " ".join(str(x) for x in (wording.plain_number(number) if number is not None else "?", *words) if x)

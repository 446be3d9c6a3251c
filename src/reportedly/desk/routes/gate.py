"""The gate: what may leave the desk now, what is held, why, and until when."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.filters import LIMIT
from reportedly.desk.held import WHAT, held, kept_back
from reportedly.desk.paging import SIZE, Page, pages
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import claim_card, letters_of, refs_of
from reportedly.pages import wording
from reportedly.publish.gate import Held

router = APIRouter(include_in_schema=False)


@router.get("/gate")
def gate(request: Request, desk: TheDesk, shelf: TheShelf, page: Page = 1, why: str = "") -> Response:
    """What is held and why."""
    reasons = held(shelf)
    kept = sum(reasons.values())
    count = min(LIMIT, kept if why not in WHAT else reasons[why])
    part = islice(kept_back(shelf, why), (page - 1) * SIZE, min(page * SIZE, LIMIT))
    return desk.page(
        request,
        "gate.html.j2",
        {
            "passed": shelf.numbers.claims.total() - kept,
            "held": kept,
            "reasons": [
                {"why": reason, "count": n, "what": WHAT.get(reason, "")}
                for reason, n in reasons.most_common()
                if n
            ],
            "why": why if why in WHAT else "",
            "cards": _cards(shelf, part),
            "page": page,
            "pages": pages(count),
        },
    )


def _cards(shelf: Shelf, part: Iterable[Held]) -> list[dict[str, Any]]:
    part = list(part)
    shelf.readings(h.ref.rpartition("#")[0] for h in part)  # together, which is quicker
    found = [(h, told) for h in part if (told := shelf.claim(h.ref)) is not None]
    readings = list({r.report.id: r for _, (r, _) in found}.values())
    refs = refs_of(readings, letters=letters_of(readings))
    return [
        {
            **claim_card(reading, claim, refs),
            "why": h.why,
            "until": wording.day(h.until[:16]) + " UTC" if h.until else None,
        }
        for h, (reading, claim) in found
    ]

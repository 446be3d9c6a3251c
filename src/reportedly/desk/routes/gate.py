"""The gate: what may leave the desk now, what is held, why, and until when."""

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.desk.desk import TheDesk, TheShelf
from reportedly.desk.paging import Page, cut
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import claim_card, letters_of, refs_of
from reportedly.pages import wording
from reportedly.publish.gate import Held

router = APIRouter(include_in_schema=False)
WHAT = {
    "target unknown": "An editor says what the target is (Review, correct): then it waits like any other.",
    "time unknown": "An editor says when it was (Review, correct).",
    "hidden or rejected by an editor": "Taking that decision back lets it out.",
    "embargo (military)": "At least 12 hours after the event; only time lets it out.",
    "embargo (civilian)": "At least 3 hours after the event; only time lets it out.",
}


@router.get("/gate")
def gate(request: Request, desk: TheDesk, shelf: TheShelf, page: Page = 1, why: str = "") -> Response:
    """What is held and why."""
    gated = shelf.gated()
    held = [h for h in gated.held if why in ("", h.why)]
    part, pages = cut(held, page)
    return desk.page(
        request,
        "gate.html.j2",
        {
            "passed": len(gated.passed),
            "held": len(gated.held),
            "reasons": [
                {"why": reason, "count": n, "what": WHAT.get(reason, "")}
                for reason, n in Counter(h.why for h in gated.held).most_common()
            ],
            "why": why if why in WHAT else "",
            "cards": _cards(shelf, part),
            "page": page,
            "pages": pages,
        },
    )


def _cards(shelf: Shelf, held: "list[Held] | Any") -> list[dict[str, Any]]:
    found = [(h, told) for h in held if (told := shelf.claim(h.ref)) is not None]
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

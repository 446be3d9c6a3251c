"""Today: what came in, what it tells of, what does not hold, which places nobody knows."""

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.desk import addresses
from reportedly.desk.desk import Desk, TheDesk, TheShelf
from reportedly.desk.queries import Shelf
from reportedly.desk.shown import finding_card, incident_card, letters_of, refs_of, report_card
from reportedly.desk.tongue import TheTongue
from reportedly.model import Finding
from reportedly.pages import wording
from reportedly.reports.collecting import standing

router = APIRouter(include_in_schema=False)
SHORT = 8
REVISED = ("figure_revised", "superseded")


@router.get("/")
def today(request: Request, desk: TheDesk, shelf: TheShelf, tongue: TheTongue) -> Response:
    """The front page."""
    came = shelf.readings(shelf.view.lists.reports(SHORT))
    quarrels = wording.by_severity(tuple(shelf.findings.across(relation="conflict", limit=SHORT)))
    return desk.page(
        request,
        "today.html.j2",
        {
            "reports": [report_card(r.report, r) for r in came],
            "incidents": [incident_card(i, tongue) for i in shelf.incidents(SHORT)],
            "quarrels": _told(shelf, quarrels[:SHORT], tongue),
            "revised": _told(shelf, shelf.findings.latest(REVISED, SHORT), tongue),
            "unknown": [
                {
                    "name": wording.clean(u.name),
                    "count": u.claims,
                    "href": addresses.search(place=u.name, unknown="1"),
                }
                for u in shelf.unknown_places()[:12]
            ],
            "counts": _counts(shelf),
            "totals": [(severity, n) for severity in wording.SEVERITY if (n := shelf.findings.severities()[severity])],
            "silent": _silent(desk),
            "seq": shelf.seq,
            "moment": wording.day((shelf.moment or "")[:16]),
        },
    )


def _counts(shelf: Shelf) -> dict[str, int]:
    return {
        "reports": shelf.numbers.reports,
        "claims": shelf.numbers.claims.total(),
        "incidents": shelf.incident_count(),
    }


def _silent(desk: Desk) -> list[dict[str, str]]:
    """Sources that are collected and bring nothing, or do not answer."""
    now = datetime.now(UTC)
    return [
        {
            "name": wording.clean(one.name),
            "since": wording.day((one.news or one.since)[:16]),
            "problem": wording.clean(one.problem or ""),
        }
        for one in standing.all_of(desk.ledger.sources())
        if one.problem or one.is_silent(now)
    ]


def _told(shelf: Shelf, findings: list[Finding], tongue: str) -> list[dict[str, Any]]:
    ids = dict.fromkeys(ref.rpartition("#")[0] for f in findings for ref in f.claims)
    readings = shelf.readings(list(ids))
    refs = refs_of(readings, letters=letters_of(readings))
    told = []
    for n, finding in enumerate(findings, 1):
        first = shelf.claim(finding.claims[0]) if finding.claims else None
        incident = first[1].incident if first else None
        told.append(
            {
                **finding_card(shelf, finding, f"q{n}", refs, tongue),
                "incident": wording.clean(incident) if incident else None,
                "incident_href": addresses.incident(incident) if incident else None,
            }
        )
    return told

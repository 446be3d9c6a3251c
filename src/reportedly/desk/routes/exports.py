"""Files to take away: the claims of a search, of an incident or of everything, as far as they pass the gate."""

from collections import Counter
from collections.abc import Set
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from reportedly.desk import addresses
from reportedly.desk.desk import TheDesk, TheShelf, named
from reportedly.desk.filters import Conditions, conditions, matching
from reportedly.desk.held import held
from reportedly.desk.queries import Shelf
from reportedly.ledger import Found
from reportedly.pages import wording
from reportedly.publish.exports import FORMATS
from reportedly.publish.outgoing import Outgoing, of_incidents
from reportedly.review import Reviewed

router = APIRouter(include_in_schema=False)
Wanted = Annotated[Conditions, Depends(conditions)]


def _incident(of: Annotated[str, Query(max_length=4_000)] = "") -> str | None:
    """The incident that an address asks for, as addresses name it."""
    return named(of) if of else None


Incident = Annotated[str | None, Depends(_incident)]


@router.get("/exports")
def exports(request: Request, desk: TheDesk, shelf: TheShelf, wanted: Wanted, incident: Incident) -> Response:
    """What may leave of a search, an incident or everything, in which formats, and what is held."""
    asked = bool(wanted.given() or incident)
    out = _outgoing(shelf, wanted, incident) if asked else _outgoing(shelf, wanted, incident, shelf.decided.reviewed)
    reasons = Counter(h.why for h in out.gated.held) if asked else held(shelf)
    of = f"of={addresses.slug(incident)}" if incident else ""
    refs = [p.ref for p in out.claims]
    values = {
        "wanted": {name: wording.clean(value) for name, value in wanted.given().items()},
        "passed": len(refs) if asked else shelf.numbers.claims.total() - reasons.total(),
        "held": reasons.total(),
        "reasons": [(why, n) for why, n in reasons.most_common() if n],
        "formats": [(name, wanted.address(f"/exports/{name}") + of, format.of) for name, format in FORMATS.items()],
        "raw_id": incident,
        "incident_name": wording.clean(incident or ""),
        "cleared": len(out.found.cleared.intersection(refs)),
        "outdated": len(out.found.outdated.intersection(refs)),
        "fixed": shelf.fixed,
        "back": f"/exports?{of}",
    }
    return desk.page(request, "exports.html.j2", values)


@router.get("/exports/{format}")
def file(shelf: TheShelf, format: str, wanted: Wanted, incident: Incident) -> Response:
    """One file."""
    found = FORMATS.get(format)
    if found is None:
        raise HTTPException(404)
    try:
        parts = list(found.write(_outgoing(shelf, wanted, incident)))
    except ValueError as error:
        raise HTTPException(422, str(error)) from None
    name = f"reportedly.{found.end}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(iter(parts), media_type=found.kind, headers=headers)


def _outgoing(shelf: Shelf, wanted: Conditions, incident: str | None, found: Reviewed | None = None) -> Outgoing:
    """What may leave of the claims that meet the conditions; of all, or of those ``found``, without any."""
    only: Set[str] | None = None
    if wanted.given():
        only = {one.ref for one in matching(shelf, wanted)}
    if incident is not None:
        of = of_incidents(shelf.leaving(one.report for one in _members(shelf, incident)), [incident])
        if not of:
            raise HTTPException(404, "There is no such incident in this ledger.")
        only = of if only is None else of & only
    if only is not None:
        found = shelf.leaving(ref.rpartition("#")[0] for ref in only)
    return Outgoing(shelf.view, found=found, only=only, references=shelf.references)


def _members(shelf: Shelf, incident: str) -> list[Found]:
    """The claims that may be of an incident: as they were linked, and those that people touched."""
    touched = [Found(0, report, "") for report in shelf.decided.before]
    return [*shelf.view.lists.members([incident]).get(incident, ()), *touched]

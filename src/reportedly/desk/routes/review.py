"""Review: what waits, one claim to decide, and everything that was decided, with a way back."""

from itertools import islice
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.desk import addresses
from reportedly.desk.correcting import changed, form
from reportedly.desk.decided import rows
from reportedly.desk.desk import Desk, TheDesk, ThePerson, done, named
from reportedly.desk.paging import Page, cut
from reportedly.desk.people import Person
from reportedly.desk.people.roles import deciding, reaches
from reportedly.desk.queue import MOST, cards, contested, waiting
from reportedly.desk.shown import claim_card, finding_card, letters_of, refs_of
from reportedly.desk.tongue import TheTongue
from reportedly.gazetteer import open_gazetteer
from reportedly.ledger import LedgerError
from reportedly.pages import wording
from reportedly.review import decide, judging, link_new, sign_off, state
from reportedly.review.decisions import RATINGS

router = APIRouter(include_in_schema=False)
SIZE = 25
OFFERED = (
    "accept", "reject", "correct", "note", "freeze", "hide", "merge", "split", "sign_off", "verdict", "grade", "undo",
)  # fmt: skip


@router.get("/review")
def review(
    request: Request, desk: TheDesk, tongue: TheTongue, page: Page = 1, said: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """The queue."""
    shelf = desk.shelf
    items = list(islice(waiting(shelf), MOST))
    part, pages = cut(items, page, SIZE)
    return desk.page(
        request,
        "review.html.j2",
        {
            "cards": cards(shelf, part, tongue),
            "count": len(items),
            "more": len(items) == MOST,
            "page": page,
            "pages": pages,
            "said": wording.clean(said),
            "last": _last(desk),
        },
    )


@router.get("/review/claims/{segment}/{claim}")
def one(request: Request, desk: TheDesk, segment: str, claim: str) -> Response:
    """One claim with everything that can be decided of it."""
    ref = f"{named(segment)}#{named(claim)}"
    shelf = desk.shelf
    told = shelf.claim(ref)
    if told is None:
        raise HTTPException(404, "There is no such claim in this ledger.")
    reading, found = told
    refs = refs_of([reading], letters=letters_of([reading]))
    language = found.language or reading.report.language or "en"
    return desk.page(
        request,
        "decide.html.j2",
        {
            "ref": ref,
            "shown_ref": wording.clean(ref),
            "card": claim_card(reading, found, refs),
            "form": form(found, open_gazetteer(), language, request.query_params),
            "state": shelf.states.get(ref),
            "contested": contested(shelf, {ref}),
            "incident_name": wording.clean(found.incident or ""),
            "incident_id": found.incident,
            "decisions": rows(desk.shelf, ref),
            "here_path": addresses.decide(ref),
            "ratings": RATINGS,
        },
    )


@router.get("/review/findings/{segment}")
def finding(request: Request, desk: TheDesk, tongue: TheTongue, segment: str) -> Response:
    """One finding with the claims that it stands on, to sign off or to set aside."""
    shelf = desk.shelf
    found = shelf.findings.named(named(segment))
    if found is None:
        raise HTTPException(404, "There is no such finding in this ledger.")
    readings = shelf.readings(dict.fromkeys(ref.rpartition("#")[0] for ref in found.claims))
    refs = refs_of(readings, letters=letters_of(readings))
    made = shelf.reviewed.judgement(found)
    subject = f"{judging.SUBJECT}{judging.signature(found)}"
    return desk.page(
        request,
        "finding.html.j2",
        {
            "found": finding_card(shelf, found, "f1", refs, tongue) | {"more": None},
            "claims": [claim_card(*one, refs) for ref in found.claims if (one := shelf.claim(ref)) is not None],
            "subject": subject,
            "signature": judging.signature(found),
            "made": made,
            "decisions": rows(shelf, subject, *([made.subject] if made else [])),
            "here_path": addresses.finding(judging.signature(found)),
        },
    )


@router.get("/review/decisions")
def decisions(request: Request, desk: TheDesk, page: Page = 1) -> Response:
    """Everything that was decided, the latest first."""
    found = rows(desk.shelf)
    part, pages = cut(found, page)
    values = {"decisions": part, "page": page, "pages": pages, "count": len(found)}
    return desk.page(request, "decisions.html.j2", values)


@router.post("/review/decide")
async def put(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """Put a decision on record, then back to where it was made."""
    fields = await desk.door.form(request)
    try:
        words = await run_in_threadpool(_decide, desk, person, fields)
    except LedgerError as error:
        raise HTTPException(400, str(error)) from None
    done(request, words, desk)
    return RedirectResponse(_back(fields.get("back", ""), words), 303)


@router.post("/review/state")
async def own(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """Put a claim of a person's own on record, and link it like any other."""
    fields = await desk.door.form(request)

    def stated() -> str:
        made = state(
            desk.ledger,
            by=person.name,
            source=fields.get("source", ""),
            quote=fields.get("quote", ""),
            claim={"event": fields.get("event", "other"), "polarity": fields.get("polarity", "affirmed")},
            protected=fields.get("protected") == "1",
            codes=desk.codes,
            published=fields.get("published") or None,
            note=fields.get("note") or None,
        )
        link_new(desk.ledger)
        return made.id

    try:
        id = await run_in_threadpool(stated)
    except LedgerError as error:
        raise HTTPException(400, str(error)) from None
    done(request, f"state {id}", desk)
    return RedirectResponse(addresses.report(id), 303)


def _decide(desk: Desk, person: Person, fields: dict[str, str]) -> str:
    """One decision from the fields of a form. Raises ``LedgerError`` where it makes no sense; 403 beyond the role."""
    kind, subject = fields.get("kind", ""), _id(fields.get("subject", ""))
    if kind not in OFFERED:
        raise LedgerError(f"{kind}: not offered here")
    value = _value(desk, kind, subject, fields)
    if not _may(desk, person, kind, subject, value):
        raise HTTPException(403, "That is for an editor to decide.")
    reason = fields.get("reason", "").strip() or None
    if reason is None and "#" in subject and contested(desk.shelf, {subject}):
        raise LedgerError("sources conflict over this claim: a note is needed")
    if kind == "sign_off":
        made = sign_off(desk.ledger, subject.removeprefix("incident:"), by=person.name, reason=reason)
    else:
        about = judging.named(subject)
        found = None if about is None else desk.shelf.findings.named(about)
        made = decide(desk.ledger, kind, subject, by=person.name, value=value, reason=reason, finding=found)
    if kind == "accept" and subject.startswith("reading:"):
        link_new(desk.ledger)
    return f"{made.kind} {made.subject}"


def _may(desk: Desk, person: Person, kind: str, subject: str, value: dict[str, Any]) -> bool:
    """Whether a decision is within a role. A reviewer takes back own decisions only, and lets out nothing hidden."""
    if reaches(person.role, "editor"):
        return True
    if kind == "undo":
        made = next((d for d in desk.shelf.reviewed.decisions if f"decision:{d.id}" == subject), None)
        return made is not None and made.by == person.name and made.kind != "hide"
    return reaches(person.role, deciding(kind, subject, value)) and not (
        kind == "accept" and subject in desk.shelf.reviewed.hidden
    )


def _value(desk: Desk, kind: str, subject: str, fields: dict[str, str]) -> dict[str, Any]:
    if kind == "correct":
        told = desk.shelf.claim(subject)
        if told is None:
            raise LedgerError(f"{subject}: no such claim")
        return changed(told[1], fields, open_gazetteer())
    if kind == "merge":
        return {"with": [_id(fields.get("with", ""))]}
    if kind == "split":
        return {"claims": [_id(name.removeprefix("claim:")) for name in fields if name.startswith("claim:")]}
    if kind == "grade":
        return {"reliability": fields.get("reliability", "")}
    if kind == "verdict":
        given = {name: fields.get(name, "").strip() for name in ("rating", "claim", "url")}
        return {name: value for name, value in given.items() if value}
    return {"text": fields.get("reason", "")} if kind == "note" else {}


def _id(segment: str) -> str:
    """The id that a form names as addresses do, so that no foreign text stands in a form."""
    id = addresses.unslug(segment)
    if id is None:
        raise LedgerError("the form names nothing that there is")
    return id


def _back(path: str, words: str) -> str:
    """A page of the desk to go back to; nothing else, whatever the form says."""
    goal = addresses.inner(path)
    if goal is None or urlsplit(goal).path == "/review":
        return f"/review?said={quote(words, safe='', errors='replace')}"
    return goal


def _last(desk: Desk) -> dict[str, Any] | None:
    return next((d for d in rows(desk.shelf) if d["undoable"]), None)

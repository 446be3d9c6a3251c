"""Coding: claims that wait for a coder, without anybody else's codes; agreement; what waits to be settled."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.desk import addresses
from reportedly.desk.coding import CODEBOOK, MOST, agreed, assign, blind, unsettled
from reportedly.desk.desk import TheDesk, ThePerson, done
from reportedly.desk.people.accounts import users
from reportedly.desk.people.roles import reaches
from reportedly.ledger import LedgerError
from reportedly.pages import wording
from reportedly.review import coding

router = APIRouter(include_in_schema=False)
SHORT = 200


@router.get("/coding")
def room(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """What waits for the one who asks."""
    shelf, edits = desk.shelf, reaches(person.role, "editor")
    mine, ready = coding.waiting(shelf.view, CODEBOOK.version, person.name)
    names = [u.name for u in users(desk.door.store) if u.disabled is None] if desk.door.store else []
    return desk.page(
        request,
        "coding.html.j2",
        {
            "fields": [(name, field.values) for name, field in CODEBOOK.fields.items()],
            "mine": blind(shelf, mine[:MOST]),
            "waiting": len(mine),
            "ready": ready,
            "agreement": agreed(shelf),
            "unsettled": unsettled(shelf, person.name)[:MOST] if edits else [],
            "incidents": [(i.label, wording.clean(i.label)) for i in shelf.incidents(SHORT)] if edits else [],
            "coders": names,
        },
    )


@router.post("/coding/code")
async def code(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """The codes of one claim, under the name of who asks."""
    fields = await desk.door.form(request)
    subject = _subject(fields)
    await _tried(lambda: coding.code(desk.ledger, CODEBOOK, subject, _codes(fields), coder=person.name))
    done(request, f"code {subject}", desk)
    return RedirectResponse("/coding", 303)


@router.post("/coding/assign")
async def give(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """All claims of an incident to two coders or more."""
    fields = await desk.door.form(request)
    coders = [name for part in fields.get("coders", "").split(",") if (name := part.strip())]
    incident = addresses.unslug(fields.get("incident", "")) or ""
    await _tried(lambda: assign(desk.shelf, incident, coders, person.name))
    done(request, f"assign {incident} to {', '.join(coders)}", desk)
    return RedirectResponse("/coding", 303)


@router.post("/coding/settle")
async def settle(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """What coders differ on, settled by somebody else, with a reason."""
    fields = await desk.door.form(request)
    subject, reason = _subject(fields), fields.get("reason", "")
    await _tried(
        lambda: coding.adjudicate(
            desk.ledger, CODEBOOK, subject, _codes(fields), by=person.name, reason=reason
        )
    )
    done(request, f"settle {subject}", desk)
    return RedirectResponse("/coding", 303)


def _subject(fields: Mapping[str, str]) -> str:
    return addresses.unslug(fields.get("subject", "")) or ""


def _codes(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: fields.get(f"code-{name}", "") for name in CODEBOOK.fields}


async def _tried(act: Callable[[], Any]) -> None:
    try:
        await run_in_threadpool(act)
    except LedgerError as error:
        raise HTTPException(400, str(error)) from None

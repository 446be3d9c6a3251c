"""One's own account (password, tokens), and for an admin: who there is, and who changed what."""

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from reportedly.desk.desk import Desk, TheDesk, ThePerson, done
from reportedly.desk.people import Person, Refused, Store
from reportedly.desk.people.accounts import set_password, users, verified
from reportedly.desk.people.changes import changes
from reportedly.desk.people.tokens import DAYS, Token, grant, revoke, tokens
from reportedly.pages import wording

router = APIRouter(include_in_schema=False)
SIZE = 200


@router.get("/account")
def account(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """One's own password and tokens."""
    return _account(request, desk, person)


@router.post("/account/password")
async def password(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """Another password; every session of the user ends, this one too."""
    fields = await desk.door.form(request)
    store = _store(desk)
    try:
        if await run_in_threadpool(verified, store, person.name, fields.get("old", "")) is None:
            raise Refused("the present password is wrong")
        await run_in_threadpool(set_password, store, person.name, fields.get("new", ""))
    except Refused as error:
        return _account(request, desk, person, said=str(error), status=400)
    done(request, "another password")
    return RedirectResponse("/login", 303)


@router.post("/account/tokens")
async def token(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """A new token, shown this once."""
    fields = await desk.door.form(request)
    days = fields.get("days", str(DAYS))
    try:
        made = grant(_store(desk), person.name, fields.get("scope", ""), int(days) if days.isdecimal() else 0)
    except Refused as error:
        return _account(request, desk, person, said=str(error), status=400)
    done(request, f"token {made.split('_')[1]} for {fields.get('scope')}")
    return _account(request, desk, person, made=made)


@router.post("/account/revoke")
async def end(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """A token of one's own is no longer good."""
    fields = await desk.door.form(request)
    try:
        revoke(_store(desk), fields.get("id", ""), person.name)
    except Refused as error:
        return _account(request, desk, person, said=str(error), status=400)
    done(request, f"token {fields['id']} revoked")
    return RedirectResponse("/account", 303)


@router.get("/people")
def everybody(request: Request, desk: TheDesk) -> Response:
    """Users, their tokens, and the latest changes."""
    store = _store(desk)
    return desk.page(
        request,
        "people.html.j2",
        {
            "users": [
                {"name": u.name, "role": u.role, "made": _day(u.made), "disabled": _day(u.disabled)}
                for u in users(store)
            ],
            "tokens": [_token(t) for t in tokens(store)],
            "changes": [
                {
                    "at": _day(c.at),
                    "who": wording.clean(c.who),
                    "address": wording.clean(c.address),
                    "what": wording.clean(c.what),
                    "entry": c.entry,
                }
                for c in changes(store, SIZE)
            ],
        },
    )


def _store(desk: Desk) -> Store:
    if desk.door.store is None:
        raise HTTPException(404, "Nothing is kept here: the desk is open over reports at hand.")
    return desk.door.store


def _account(
    request: Request, desk: Desk, person: Person, *, said: str = "", made: str = "", status: int = 200
) -> Response:
    values: dict[str, Any] = {
        "name": person.name,
        "role": person.role,
        "tokens": [_token(t) for t in tokens(_store(desk), person.name)],
        "said": said,
        "made": made,
        "days": DAYS,
        "logged_in": desk.door.log_in,
    }
    return desk.page(request, "account.html.j2", values, status=status)


def _token(token: Token) -> dict[str, Any]:
    return {
        "id": token.id,
        "name": token.name,
        "scope": token.scope,
        "made": _day(token.made),
        "until": _day(token.until),
        "revoked": _day(token.revoked),
    }


def _day(seconds: int | None) -> str:
    """A time of the record as people read it, in UTC."""
    return wording.day(datetime.fromtimestamp(seconds, UTC).isoformat()[:16]) if seconds is not None else ""

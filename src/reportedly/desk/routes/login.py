"""Logging in and out."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from reportedly.desk import addresses
from reportedly.desk.desk import TheDesk, ThePerson, done
from reportedly.desk.people import Refused
from reportedly.desk.people.changes import note
from reportedly.desk.people.sessions import LONGEST, TooMany, log_in, log_out
from reportedly.desk.security import client

router = APIRouter(include_in_schema=False)


@router.get("/login")
def form(request: Request, desk: TheDesk, next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """The form."""
    if not desk.door.log_in:
        return RedirectResponse("/", 303)
    return desk.page(request, "login.html.j2", {"next": addresses.inner(next) or "/", "said": ""})


@router.post("/login")
async def enter(request: Request, desk: TheDesk) -> Response:
    """A session for whoever knows name and password."""
    fields = await desk.door.form(request)
    name, goal = fields.get("name", "").strip(), addresses.inner(fields.get("next", "")) or "/"
    store = desk.door.store
    if store is None or not desk.door.log_in:
        return RedirectResponse("/", 303)
    try:
        key = await run_in_threadpool(log_in, store, name, fields.get("password", ""), client(request))
    except Refused as error:
        late = isinstance(error, TooMany)
        answer = desk.page(request, "login.html.j2", {"next": goal, "said": str(error)}, status=429 if late else 403)
        if isinstance(error, TooMany):
            answer.headers["Retry-After"] = str(error.seconds)
        else:
            note(store, name, client(request), "log-in refused")
        return answer
    note(store, name, client(request), "log-in")
    response = RedirectResponse(goal, 303)
    response.set_cookie(
        desk.door.cookie, key, max_age=LONGEST, path="/", httponly=True, samesite="strict", secure=desk.door.secure
    )
    return response


@router.post("/logout")
async def leave(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """The session ends, here and in the file."""
    await desk.door.form(request)
    if desk.door.store is not None and desk.door.log_in:
        log_out(desk.door.store, person)
    done(request, "log-out")
    response = RedirectResponse("/login", 303)
    response.delete_cookie(desk.door.cookie, path="/", secure=desk.door.secure, httponly=True, samesite="strict")
    return response

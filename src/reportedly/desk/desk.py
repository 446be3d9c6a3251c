"""What every route needs: the shelf, the templates in the reader's language, the door."""

from functools import lru_cache
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from reportedly.desk import addresses
from reportedly.desk.labels import choice, label_of
from reportedly.desk.queries import Shelf
from reportedly.desk.security import Door
from reportedly.pages.templating import environment


class Desk:
    """One desk: its shelf, its door, and under whose name decisions are made."""

    def __init__(self, shelf: Shelf, door: Door, person: str) -> None:
        self.shelf = shelf
        self.door = door
        self.person = person
        self._templates = environment("reportedly.desk")
        self._template = lru_cache(maxsize=64)(self._templates.get_template)

    def page(self, request: Request, name: str, values: dict[str, Any], *, status: int = 200) -> HTMLResponse:
        """A page from a template, in the reader's language."""
        code = choice(request.query_params.get("lang") or request.cookies.get("lang"), request.headers)
        words = self._template(name).render(
            _=label_of(code),
            lang=code,
            here=request.url.path,
            token=self.door.token,
            address=addresses,
            **values,
        )
        response = HTMLResponse(words.encode("utf-8", "replace"), status)
        if request.query_params.get("lang") == code:
            response.set_cookie("lang", code, max_age=31_536_000, httponly=True, samesite="strict")
        return response


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _shelf(desk: Annotated[Desk, Depends(_desk)], at: Annotated[int | None, Query(ge=1)] = None) -> Shelf:
    if at is not None and at > desk.shelf.seq:
        raise HTTPException(404, f"The ledger has no entry {at} yet.")
    return desk.shelf.at(at)


TheDesk = Annotated[Desk, Depends(_desk)]
TheShelf = Annotated[Shelf, Depends(_shelf)]
"""The ledger as it stands, or with ``?at=ENTRY`` as it stood after that entry."""


def named(segment: str) -> str:
    """The id in an address; 404 for what no page has."""
    id = addresses.unslug(segment)
    if id is None:
        raise HTTPException(404)
    return id

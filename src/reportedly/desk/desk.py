"""What every route needs: the shelf, the templates in the reader's language, the door, who asks."""

from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from reportedly.claims.gloss import label as gloss_label
from reportedly.desk import addresses
from reportedly.desk.people import Person
from reportedly.desk.people.roles import ROLES, reaches
from reportedly.desk.queries import Shelf
from reportedly.desk.security import Door
from reportedly.desk.tongue import tongue
from reportedly.languages.labels import LANGUAGES, label_of
from reportedly.ledger import Ledger
from reportedly.pages.templating import environment, saying
from reportedly.review import CodeNames


class Desk:
    """One desk: its shelf, its door, and who is behind code names."""

    def __init__(self, shelf: Shelf, door: Door, codes: CodeNames | None = None) -> None:
        self._shelf = shelf
        self.door = door
        self.codes = codes
        self._templates = environment("reportedly.desk")
        self._template = lru_cache(maxsize=64)(self._templates.get_template)

    @property
    def shelf(self) -> Shelf:
        """The ledger as it stands now."""
        return self._shelf.at()

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        return self._shelf.ledger

    def page(self, request: Request, name: str, values: dict[str, Any], *, status: int = 200) -> HTMLResponse:
        """A page from a template, in the reader's language."""
        code = tongue(request)
        person: Person | None = request.state.person
        words = self._template(name).render(
            _=label_of(code),
            say=saying(code),
            told_label=gloss_label(code),
            lang=code,
            tongues=_tongues(request),
            here=request.url.path,
            token=self.door.token(person.key if person else ""),
            address=addresses,
            who=person.name if person and self.door.log_in else None,
            kept=self.door.store is not None,
            may=frozenset(role for role in ROLES if person and reaches(person.role, role)),
            **values,
        )
        response = HTMLResponse(words.encode("utf-8", "replace"), status)
        if request.query_params.get("lang") == code:
            response.set_cookie(
                "lang", code, max_age=31_536_000, httponly=True, samesite="strict", secure=self.door.secure
            )
        return response


def _tongues(request: Request) -> dict[str, str]:
    """The address of this page in each language."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return {code: "?" + urlencode([*kept, ("lang", code)], errors="replace") for code in LANGUAGES}


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _shelf(desk: Annotated[Desk, Depends(_desk)], at: Annotated[int | None, Query(ge=1)] = None) -> Shelf:
    now = desk.shelf
    if at is not None and at > now.seq:
        raise HTTPException(404, f"The ledger has no entry {at} yet.")
    return now if at is None else now.at(at)


def _person(request: Request) -> Person:
    found: Person = request.state.person
    return found


ThePerson = Annotated[Person, Depends(_person)]
"""Who asks."""
TheDesk = Annotated[Desk, Depends(_desk)]
TheShelf = Annotated[Shelf, Depends(_shelf)]
"""The ledger as it stands, or with ``?at=ENTRY`` as it stood after that entry."""


def named(segment: str) -> str:
    """The id in an address; 404 for what no page has."""
    id = addresses.unslug(segment)
    if id is None:
        raise HTTPException(404)
    return id


def done(request: Request, what: str, desk: Desk | None = None) -> None:
    """Say what a request changed, for the record; with the desk also after which entry of the ledger."""
    request.state.done = (what, desk.shelf.seq if desk else None)

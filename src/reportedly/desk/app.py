"""The web application: one door in front, one router a page, plain pages for errors."""

import secrets
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from reportedly.desk import api, public, routes
from reportedly.desk.answers import FAILURES, components
from reportedly.desk.desk import Desk
from reportedly.desk.findings import NamedFinding
from reportedly.desk.grades import GradeSet
from reportedly.desk.people import Store
from reportedly.desk.queries import Shelf
from reportedly.desk.security import Door
from reportedly.desk.seen import Seen
from reportedly.desk.sources import Tally
from reportedly.findings import References
from reportedly.incidents import IncidentSummary
from reportedly.ledger import Ledger
from reportedly.model import Decision, Finding, Incident, Reading, Report
from reportedly.publish.gate import Published
from reportedly.publish.incidents import PublishedIncident
from reportedly.review import CodeNames

PORT = 8321
RECORDS = (
    Published,
    public.DeskClaim,
    PublishedIncident,
    public.PublicReport,
    public.PublicFinding,
    public.PublicSource,
    public.PublicVerdict,
    GradeSet,
    Decision,
    Incident,
    IncidentSummary,
    Report,
    Reading,
    Finding,
    NamedFinding,
    Tally,
    Seen,
)
_WORDS = {
    404: "There is no such page.",
    403: "That is not allowed.",
    405: "That cannot be done here.",
    422: "The address asks for something that does not exist.",
}


def application(
    ledger: Ledger,
    references: References,
    *,
    port: int = PORT,
    person: str = "editor",
    store: Store | None = None,
    log_in: bool = False,
    names: Sequence[str] = (),
    codes: CodeNames | None = None,
) -> FastAPI:
    """The desk over a ledger.

    ``person`` is the name under which decisions are put on record where there is no log-in. ``store`` is the file of
    the desk itself (users, searches, changes); ``names`` are host names beside those of loopback and need users.
    ``codes`` are the code names of protected sources; without it what people give as the source must be one.
    """
    door = Door(port, person, store=store, log_in=log_in, names=names)
    app = FastAPI(
        title="Reportedly",
        description="Claims, incidents and findings of one ledger. What leaves it passes the gate.",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = Desk(Shelf(ledger, references), door, codes)
    app.middleware("http")(door.pass_through)
    app.exception_handler(HTTPException)(_failed)
    app.exception_handler(RequestValidationError)(_not_understood)
    app.exception_handler(Exception)(_fault)
    for package in (routes, api):
        for entry in iter_modules(package.__path__):
            router = getattr(import_module(f"{package.__name__}.{entry.name}"), "router", None)
            if router is not None:
                app.include_router(router)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description with the schemas of our records; made once."""
    if app.openapi_schema is None:
        found = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = found.setdefault("components", {}).setdefault("schemas", {})
        schemas.update(components(RECORDS))
        for operation in (one for path in found["paths"].values() for one in path.values()):
            operation["responses"] |= {str(status): answer for status, answer in FAILURES.items()}
        app.openapi_schema = found
    return app.openapi_schema


async def _failed(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = str(error.detail) if isinstance(error, HTTPException) else ""
    return _said(request, status, _WORDS.get(status, "") if detail in ("", "Not Found", "Forbidden") else detail)


async def _not_understood(request: Request, error: Exception) -> Response:
    places = error.errors() if isinstance(error, RequestValidationError) else ()
    names = ", ".join(str(place["loc"][-1]) for place in places)
    return _said(request, 422, f"Not understood: {names}." if names else _WORDS[422])


async def _fault(request: Request, error: Exception) -> Response:
    number = secrets.token_hex(4)
    print(f"reportedly: a fault of ours ({number}): {type(error).__name__}: {error}", flush=True)
    response = _said(request, 500, f"A fault of ours; the terminal has it under {number}.")
    for name, value in _headers().items():
        response.headers[name] = value
    return response


def _headers() -> dict[str, str]:
    from reportedly.desk.security import HEADERS

    return {**HEADERS, "Cache-Control": "no-store"}


def _said(request: Request, status: int, words: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": words}, status)
    desk: Desk = request.app.state.desk
    return desk.page(request, "error.html.j2", {"status": status, "words": words}, status=status)

"""What every answer carries and what no request may do.

The desk has no log-in: it serves the one person at this machine. So it answers only under a loopback name and its own
port (a page elsewhere that points a name of its own at 127.0.0.1 is refused), and changes something only when one of
its own pages asks with the token that only those pages know.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

Next = Callable[[Request], Awaitable[Response]]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}
NAMES = ("127.0.0.1", "localhost", "[::1]")
LARGEST = 6_000_000
"""Bytes of a form at most."""


class Door:
    """What may come in on one port. ``token`` is new at every start."""

    def __init__(self, port: int) -> None:
        self.token = secrets.token_urlsafe(24)
        self._hosts = frozenset(f"{name}:{port}" for name in NAMES) | (frozenset(NAMES) if port == 80 else frozenset())

    async def pass_through(self, request: Request, call_next: Next) -> Response:
        """The answer to a request, with the headers that all answers have."""
        refused = self._refusal(request.method, request.headers)
        response = PlainTextResponse(refused[1], refused[0]) if refused else await call_next(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        if headers.get("host", "").lower() not in self._hosts:
            return 421, "The desk answers on the loopback address only.\n"
        if method in ("GET", "HEAD"):
            return None
        origin = headers.get("origin")
        foreign = origin is not None and origin.lower() not in {f"http://{host}" for host in self._hosts}
        if foreign or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "Only the desk's own pages may change anything.\n"
        if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > LARGEST:
            return 413, "Too large, or of unknown size.\n"
        return None

    async def form(self, request: Request) -> dict[str, str]:
        """The fields of a form that one of our own pages sent; 403 without the token, 415 for another kind of body."""
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
            raise HTTPException(415, "not a form")
        body = (await request.body()).decode("utf-8", "replace")
        try:
            fields = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=64))
        except ValueError:
            raise HTTPException(400, "too many fields") from None
        if not hmac.compare_digest(fields.pop("token", "").encode(), self.token.encode()):
            raise HTTPException(403, "the form is out of date: load the page again")
        return fields

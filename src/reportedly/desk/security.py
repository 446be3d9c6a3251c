"""What every answer carries, who asks, and what no request may do.

The desk answers only under names that it was given, with its own port (a page elsewhere that points a name of its own
at this machine is refused), and changes something only when one of its own pages asks with a token that only those
pages know. Without log-in it is the desk of the one person at this machine, under loopback names only; with log-in each
request is somebody's, and what a role may not do is refused here, before any page is looked for.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Sequence
from hashlib import sha256
from urllib.parse import parse_qsl, quote

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from reportedly.desk.people import LOCAL, Person, Store
from reportedly.desk.people.changes import note
from reportedly.desk.people.roles import allowed
from reportedly.desk.people.sessions import person_of
from reportedly.desk.people.tokens import bearer

Next = Callable[[Request], Awaitable[Response]]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; worker-src 'none'"
)
MAP_POLICY = POLICY.replace("worker-src 'none'", "worker-src 'self'")
"""Of the map alone: its library works in a thread of its own, from a file of the desk's."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser sends "Origin: null" with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}
NAMES = ("127.0.0.1", "localhost", "[::1]")
LARGEST = 6_000_000
"""Bytes of a form at most."""




class Door:
    """What may come in on one port, and whose it is.

    ``person`` is who decides at a desk without log-in. With ``store`` changes are put on record; with ``log_in`` there
    is no way in but as a user of that store. ``names``: other names than those of loopback, under which it is reached
    by HTTPS (its own, or that of a proxy in front).
    """

    def __init__(
        self, port: int, person: str, *, store: Store | None = None, log_in: bool = False, names: Sequence[str] = ()
    ) -> None:
        if (log_in or names) and store is None:
            raise ValueError("there is no log-in without a file of users")
        self.store = store
        self.log_in = log_in or bool(names)
        self.secure = bool(names)
        self._person = person
        self._key = secrets.token_bytes(32)
        own = [name.lower() for name in names]
        local = [f"{name}:{port}" for name in NAMES] + (list(NAMES) if port == 80 else [])
        outer = [host for name in own for host in (name, f"{name}:{port}")]
        self._hosts = frozenset((*local, *outer))
        self._origins = frozenset((*(f"http://{host}" for host in local), *(f"https://{host}" for host in outer)))
        self._headers = {**HEADERS, "Strict-Transport-Security": "max-age=31536000"} if self.secure else HEADERS

    @property
    def cookie(self) -> str:
        """The name of the cookie of a session; with HTTPS one that no other name can set."""
        return "__Host-session" if self.secure else "session"

    def token(self, key: str) -> str:
        """What a form of somebody's own pages must carry."""
        return hmac.new(self._key, key.encode(), sha256).hexdigest()

    async def pass_through(self, request: Request, call_next: Next) -> Response:
        """The answer to a request, with the headers that all answers have."""
        response = self._refused(request)
        if response is None:
            response = await call_next(request)
            self._put_on_record(request, response.status_code)
        for name, value in self._headers.items():
            response.headers[name] = value
        if request.url.path == "/map":
            response.headers["Content-Security-Policy"] = MAP_POLICY
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _refused(self, request: Request) -> Response | None:
        """The answer to what may not come in; else the request is known to be somebody's."""
        refusal = self._refusal(request.method, request.headers)
        if refusal is not None:
            return PlainTextResponse(refusal[1], refusal[0])
        person = self._who(request)
        path = request.url.path
        request.state.person = person
        if path in ("/login", "/static/page.css", "/static/desk.css", "/static/desk.js", "/static/icon.svg"):
            return None
        if person is None:
            return _unknown(request)
        if not allowed(person, request.method, path, tuple(request.query_params.getlist("view"))):
            if path == "/" and person.scope is None:
                return RedirectResponse("/public", 303)
            return _forbidden(path)
        return None

    def _who(self, request: Request) -> Person | None:
        if not self.log_in:
            return Person(name=self._person, role="admin", key=LOCAL)
        assert self.store is not None
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return bearer(self.store, given.strip())
        key = request.cookies.get(self.cookie)
        return person_of(self.store, key) if key else None

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        if headers.get("host", "").lower() not in self._hosts:
            return 421, "The desk answers under its own names only.\n"
        if method in ("GET", "HEAD"):
            return None
        origin = headers.get("origin")
        foreign = origin is not None and origin.lower() not in self._origins
        if foreign or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "Only the desk's own pages may change anything.\n"
        if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > LARGEST:
            return 413, "Too large, or of unknown size.\n"
        return None

    def _put_on_record(self, request: Request, status: int) -> None:
        """A change that was made: who, from where, what, and the last entry of the ledger afterwards."""
        path = request.url.path
        reads = request.method in ("GET", "HEAD") or path.startswith("/api/") or path == "/login"
        if self.store is None or reads or status >= 400:
            return
        person: Person | None = request.state.person
        what, entry = getattr(request.state, "done", (path, None))
        note(self.store, person.name if person else "", client(request), what, entry)

    async def form(self, request: Request) -> dict[str, str]:
        """The fields of a form that one of our own pages sent; 403 without the token, 415 for another kind of body."""
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
            raise HTTPException(415, "not a form")
        body = (await request.body()).decode("utf-8", "replace")
        try:
            fields = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=64))
        except ValueError:
            raise HTTPException(400, "too many fields") from None
        person: Person | None = request.state.person
        wanted = self.token(person.key if person else "")
        if not hmac.compare_digest(fields.pop("token", "").encode(), wanted.encode()):
            raise HTTPException(403, "the form is out of date: load the page again")
        return fields


def client(request: Request) -> str:
    """The address that a request came from."""
    return request.client.host if request.client else ""


def _unknown(request: Request) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": "Who are you? A token is needed."}, 401, {"WWW-Authenticate": "Bearer"})
    if request.method not in ("GET", "HEAD"):
        return PlainTextResponse("The session has ended: log in and try again.\n", 401)
    ahead = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse("/login" if ahead == "/" else f"/login?next={quote(ahead, safe='')}", 303)


def _forbidden(path: str) -> Response:
    words = "Your role does not reach this."
    return JSONResponse({"error": words}, 403) if path.startswith("/api/") else PlainTextResponse(words + "\n", 403)

"""Roles, each with what the one before it may do, and what a request or a decision needs."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from msgspec import Struct

Role = Literal["reader", "reviewer", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
Scope = Literal["public", "desk"]
"""What a token may read of the API: what has passed the gate, or everything that the desk shows."""
LOCAL = "local"
"""The key of the one person at a desk without log-in."""

_OPEN = ("/public", "/account", "/logout", "/static/", "/api/v1/")
"""What a reader may ask for; of the API only the public view."""
_DESK_ONLY = ("/api/v1/changes", "/api/v1/grades", "/api/v1/reports/", "/api/v1/seen")
"""Addresses of the API that have no public view."""
_CHANGES: Mapping[str, Role] = {
    "/account/password": "reader",
    "/account/tokens": "reader",
    "/account/revoke": "reader",
    "/logout": "reader",
    "/review/decide": "reviewer",
    "/review/state": "reviewer",
    "/coding/code": "reviewer",
    "/reports": "reviewer",
    "/searches": "reviewer",
    "/api/v1/seen": "reviewer",
}
"""The role that a changing request needs; any other needs an editor."""
_EDITORIAL = ("hide", "freeze", "merge", "split", "assign", "sign_off", "verdict", "grade")
_SIGNING = ("person:", "finding:", "incident:", "reading:", "report:")
"""Subjects that an editor accepts: a name that may be published, what is signed off, another reading."""
GATED = frozenset({"event", "target", "time", "places"})
"""Fields that the gate goes by: whoever changes one can let a claim out, so that is for an editor."""


class Person(Struct, frozen=True, kw_only=True):
    """Somebody who asks. ``key`` binds forms to a session; ``scope`` is that of a token, ``None`` for pages."""

    name: str
    role: Role
    key: str
    scope: Scope | None = None


def reaches(role: Role, needed: Role) -> bool:
    """Whether a role may do what another one may."""
    return ROLES.index(role) >= ROLES.index(needed)


def needed(method: str, path: str, views: tuple[str, ...] = ()) -> Role:
    """The least role for a request. ``views``: the values of ``view`` in its address. What is not listed is shut."""
    if method not in ("GET", "HEAD"):
        return _CHANGES.get(path, "editor")
    if path.startswith("/people"):
        return "admin"
    if path.startswith(_OPEN) and not path.startswith(_DESK_ONLY) and set(views) <= {"public"}:
        return "reader"
    return "reviewer"


def allowed(person: Person, method: str, path: str, views: tuple[str, ...] = ()) -> bool:
    """Whether somebody may make a request. A token reads the API and nothing else."""
    least = needed(method, path, views)
    if person.scope is None:
        return reaches(person.role, least)
    if not path.startswith("/api/v1/") or method not in ("GET", "HEAD") and path != "/api/v1/seen":
        return False
    return reaches(person.role, least) and (person.scope == "desk" or least == "reader")


def deciding(kind: str, subject: str, fields: Iterable[str] = ()) -> Role:
    """The least role for a decision. ``fields``: those that a correction changes."""
    signs = kind in ("accept", "reject") and subject.startswith(_SIGNING) and "#" not in subject
    opens = kind == "correct" and not GATED.isdisjoint(fields)
    return "editor" if kind in _EDITORIAL or signs or opens else "reviewer"

"""Tokens for programs that read the API: shown once, kept as a digest, with a scope and an end."""

import hmac
import re
import secrets

from msgspec import Struct

from reportedly.desk.people.roles import Person, Scope, reaches
from reportedly.desk.people.sessions import digest
from reportedly.desk.people.store import Refused, Store

DAYS, MOST_DAYS = 90, 366
_TOKEN = re.compile(r"rp_([0-9a-f]{12})_([\w-]{43})")


class Token(Struct, frozen=True, kw_only=True):
    """What is known of a token. Times in seconds since 1970."""

    id: str
    name: str
    scope: Scope
    made: int
    until: int
    revoked: int | None


def grant(store: Store, name: str, scope: str, days: int = DAYS) -> str:
    """A new token of a user. Raises ``Refused`` for a scope beyond the user's role, or a time that is none."""
    if scope not in ("public", "desk"):
        raise Refused(f"{scope}: no such scope; there are public and desk")
    if not 1 <= days <= MOST_DAYS:
        raise Refused(f"a token is good for 1 to {MOST_DAYS} days")
    id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    with store.open() as connection:
        user = connection.execute("SELECT role FROM users WHERE name = ? AND disabled IS NULL", (name,)).fetchone()
        if user is None:
            raise Refused(f"{name}: there is no such user")
        if scope == "desk" and not reaches(user["role"], "reviewer"):
            raise Refused(f"{name}: a {user['role']} sees only what has passed the gate")
        now = store.now()
        row = (id, digest(secret), name, scope, now, now + days * 86_400)
        connection.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, NULL)", row)
    return f"rp_{id}_{secret}"


def bearer(store: Store, given: str) -> Person | None:
    """Whose token it is, as far as the role of its user reaches today."""
    parts = _TOKEN.fullmatch(given)
    if parts is None:
        return None
    with store.open() as connection:
        row = connection.execute(
            "SELECT users.name, role, scope, digest, until, revoked FROM tokens JOIN users USING (name) "
            "WHERE id = ? AND disabled IS NULL",
            (parts[1],),
        ).fetchone()
    if row is None or row["revoked"] is not None or row["until"] <= store.now():
        return None
    if not hmac.compare_digest(row["digest"], digest(parts[2])):
        return None
    return Person(name=row["name"], role=row["role"], key=parts[1], scope=row["scope"])


def tokens(store: Store, name: str | None = None) -> tuple[Token, ...]:
    """The tokens of a user, or all, the latest first."""
    with store.open() as connection:
        rows = connection.execute(
            "SELECT id, name, scope, made, until, revoked FROM tokens "
            "WHERE ? IS NULL OR name = ? ORDER BY made DESC, id",
            (name, name),
        ).fetchall()
    return tuple(Token(**row) for row in rows)


def revoke(store: Store, id: str, name: str | None = None) -> None:
    """The token is no longer good; with a name only where it is that user's. Raises ``Refused`` where there is none."""
    with store.open() as connection:
        done = connection.execute(
            "UPDATE tokens SET revoked = ? WHERE id = ? AND revoked IS NULL AND (? IS NULL OR name = ?)",
            (store.now(), id, name, name),
        )
        if not done.rowcount:
            raise Refused("there is no such token, or it was revoked")

"""Users: who there is, in which role, and with which password (argon2id; never kept or shown in the clear)."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from reportedly.desk.people.roles import ROLES, Role
from reportedly.desk.people.store import Refused, Store

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST, MOST = 12, 200
"""Characters of a password. Length is all that is asked (NIST SP 800-63B, 3.1.1)."""
_NAME = re.compile(r"\w[\w.@-]{0,62}\w|\w")


class User(Struct, frozen=True, kw_only=True):
    """``made`` and ``disabled``: seconds since 1970; ``disabled`` is ``None`` for one who may log in."""

    name: str
    role: Role
    made: int
    disabled: int | None


@lru_cache(maxsize=1)
def hasher() -> "PasswordHasher":
    """argon2id with the parameters of RFC 9106 for machines with little memory."""
    from argon2 import PasswordHasher

    return PasswordHasher()


def add(store: Store, name: str, role: str, password: str) -> None:
    """A new user. Raises ``Refused`` for a name that is taken or none, an unknown role, a password too short."""
    if not _NAME.fullmatch(name):
        raise Refused("a name has 1 to 64 letters, digits, or . _ @ - between them")
    secret = _hashed(password)
    with store.open() as connection:
        if connection.execute("SELECT 1 FROM users WHERE name = ?", (name,)).fetchone():
            raise Refused(f"{name}: there is one already")
        row = (name, _known(role), secret, store.now())
        connection.execute("INSERT INTO users (name, role, password, made) VALUES (?, ?, ?, ?)", row)


def users(store: Store) -> tuple[User, ...]:
    """Everybody, by name."""
    with store.open() as connection:
        rows = connection.execute("SELECT name, role, made, disabled FROM users ORDER BY name").fetchall()
    return tuple(User(**row) for row in rows)


def set_role(store: Store, name: str, role: str) -> None:
    """Another role, from the next request on. Raises ``Refused``, also where no admin would be left."""
    _known(role)
    _keep_an_admin(store, name, unless=role == "admin")
    _change(store, name, "UPDATE users SET role = ? WHERE name = ?", role)


def set_password(store: Store, name: str, password: str) -> None:
    """Another password; all sessions of the user end."""
    _change(store, name, "UPDATE users SET password = ? WHERE name = ?", _hashed(password))
    with store.open() as connection:
        connection.execute("DELETE FROM sessions WHERE name = ?", (name,))


def disable(store: Store, name: str) -> None:
    """Nobody logs in under this name any more, and what is open ends; the name stays on record."""
    _keep_an_admin(store, name)
    _change(store, name, "UPDATE users SET disabled = ? WHERE name = ?", store.now())
    with store.open() as connection:
        connection.execute("DELETE FROM sessions WHERE name = ?", (name,))


def enable(store: Store, name: str) -> None:
    """The name may be logged in under again."""
    _change(store, name, "UPDATE users SET disabled = ? WHERE name = ?", None)


def verified(store: Store, name: str, password: str) -> User | None:
    """The user whose password it is. Takes as long for a name that nobody has."""
    from argon2.exceptions import InvalidHashError, VerificationError

    with store.open() as connection:
        row = connection.execute("SELECT * FROM users WHERE name = ? AND disabled IS NULL", (name,)).fetchone()
    try:
        hasher().verify(row["password"] if row else _nobody(), password[: MOST + 1])
    except (VerificationError, InvalidHashError):
        return None
    return User(name=row["name"], role=row["role"], made=row["made"], disabled=None) if row else None


@lru_cache(maxsize=1)
def _nobody() -> str:
    import secrets

    return hasher().hash(secrets.token_urlsafe(24))


def _hashed(password: str) -> str:
    if not LEAST <= len(password) <= MOST:
        raise Refused(f"a password has {LEAST} to {MOST} characters")
    return hasher().hash(password)


def _known(role: str) -> str:
    if role not in ROLES:
        raise Refused(f"{role}: no such role; there are {', '.join(ROLES)}")
    return role


def _change(store: Store, name: str, statement: str, value: object) -> None:
    with store.open() as connection:
        if not connection.execute(statement, (value, name)).rowcount:
            raise Refused(f"{name}: there is no such user")


def _keep_an_admin(store: Store, name: str, *, unless: bool = False) -> None:
    admins = [user.name for user in users(store) if user.role == "admin" and user.disabled is None]
    if admins == [name] and not unless:
        raise Refused(f"{name} is the only admin left")

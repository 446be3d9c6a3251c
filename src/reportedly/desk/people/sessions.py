"""Logging in and staying logged in. The browser has a random key; the file has only its digest."""

import hashlib
import secrets

from reportedly.desk.people.accounts import verified
from reportedly.desk.people.roles import Person
from reportedly.desk.people.store import Refused, Store

IDLE, LONGEST = 12 * 3600, 7 * 24 * 3600
"""Seconds without a request, and altogether, after which a session ends."""
WINDOW = 15 * 60
"""Seconds that a failed attempt counts."""
OF_A_PAIR, OF_AN_ADDRESS, OF_A_NAME = 5, 20, 50
"""Failed attempts in a window after which a name from one address, an address, or a name must wait."""
_FRESH = 60


class TooMany(Refused):
    """Too many failed attempts; the next one counts after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too many attempts; wait and try again")
        self.seconds = seconds


def digest(key: str) -> str:
    """What is kept of a random key: no password, so a plain hash is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


def log_in(store: Store, name: str, password: str, address: str) -> str:
    """The key of a new session. Raises ``TooMany`` before anything is looked at, ``Refused`` for a wrong pair."""
    _slow(store, name, address)
    user = verified(store, name, password)
    now = store.now()
    with store.open() as connection:
        if user is None:
            connection.execute("INSERT INTO attempts VALUES (?, ?, ?)", (now, name[:64], address))
        else:
            connection.execute("DELETE FROM attempts WHERE name = ? AND address = ?", (name, address))
            connection.execute("DELETE FROM sessions WHERE seen < ? OR made < ?", (now - IDLE, now - LONGEST))
            key = secrets.token_urlsafe(32)
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (digest(key), user.name, now, now))
    if user is None:
        raise Refused("name or password is wrong")
    return key


def _slow(store: Store, name: str, address: str) -> None:
    now = store.now()
    with store.open() as connection:
        connection.execute("DELETE FROM attempts WHERE at <= ?", (now - WINDOW,))
        wanted = "SELECT * FROM attempts WHERE name = ? OR address = ?"
        rows = connection.execute(wanted, (name[:64], address)).fetchall()
    of_name = [r["at"] for r in rows if r["name"] == name[:64]]
    of_address = [r["at"] for r in rows if r["address"] == address]
    of_both = [r["at"] for r in rows if r["name"] == name[:64] and r["address"] == address]
    for found, most in ((of_both, OF_A_PAIR), (of_address, OF_AN_ADDRESS), (of_name, OF_A_NAME)):
        if len(found) >= most:
            raise TooMany(sorted(found)[-most] + WINDOW - now)


def person_of(store: Store, key: str) -> Person | None:
    """Who has a session; ``None`` once it has ended, or its user may no longer log in."""
    now, kept = store.now(), digest(key)
    with store.open() as connection:
        row = connection.execute(
            "SELECT users.name, role, sessions.made, seen FROM sessions JOIN users USING (name) "
            "WHERE digest = ? AND disabled IS NULL",
            (kept,),
        ).fetchone()
        if row is None or row["seen"] < now - IDLE or row["made"] < now - LONGEST:
            return None
        if row["seen"] < now - _FRESH:
            connection.execute("UPDATE sessions SET seen = ? WHERE digest = ?", (now, kept))
    return Person(name=row["name"], role=row["role"], key=kept)


def log_out(store: Store, person: Person) -> None:
    """The session ends."""
    with store.open() as connection:
        connection.execute("DELETE FROM sessions WHERE digest = ?", (person.key,))

"""Searches that people keep, under a title: their conditions, as they stand in an address."""

import secrets

from msgspec import Struct

from reportedly.desk.filters import Conditions
from reportedly.desk.people import Refused, Store

LONGEST = 120
"""Characters of a title."""


class Search(Struct, frozen=True, kw_only=True):
    """``query``: conditions as in an address; ``made``: seconds since 1970."""

    id: str
    title: str
    query: str
    by: str
    made: int


def keep(store: Store, wanted: Conditions, title: str, by: str) -> Search:
    """A search is kept. Raises ``Refused`` without conditions or a title."""
    name, query = title.strip(), wanted.address("").strip("?&")
    if not 0 < len(name) <= LONGEST:
        raise Refused(f"a title has 1 to {LONGEST} characters")
    if not query:
        raise Refused("a search that is kept has conditions")
    made = Search(id=secrets.token_hex(6), title=name, query=query, by=by, made=store.now())
    with store.open() as connection:
        row = (made.id, made.title, made.query, made.by, made.made)
        connection.execute("INSERT INTO searches VALUES (?, ?, ?, ?, ?)", row)
    return made


def searches(store: Store) -> tuple[Search, ...]:
    """All of them, by title."""
    with store.open() as connection:
        rows = connection.execute("SELECT * FROM searches ORDER BY title, made").fetchall()
    return tuple(Search(**row) for row in rows)


def drop(store: Store, id: str) -> None:
    """The search is kept no longer. Raises ``Refused`` where there is none."""
    with store.open() as connection:
        if not connection.execute("DELETE FROM searches WHERE id = ?", (id,)).rowcount:
            raise Refused("there is no such search")

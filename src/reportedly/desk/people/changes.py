"""Who changed what, and when: one line a change, each with the entry of the ledger that it led to."""

from msgspec import Struct

from reportedly.desk.people.store import Store


class Change(Struct, frozen=True, kw_only=True):
    """``at``: seconds since 1970; ``entry``: the last entry of the ledger afterwards, where it touched the ledger."""

    id: int
    at: int
    who: str
    address: str
    what: str
    entry: int | None


def note(store: Store, who: str, address: str, what: str, entry: int | None = None) -> None:
    """One change on record."""
    with store.open() as connection:
        row = (store.now(), who[:64], address, what[:500], entry)
        connection.execute("INSERT INTO changes (at, who, address, what, entry) VALUES (?, ?, ?, ?, ?)", row)


def changes(store: Store, limit: int = 100, before: int | None = None) -> tuple[Change, ...]:
    """The latest changes; ``before``: the ``id`` of one, for those that came before it."""
    with store.open() as connection:
        rows = connection.execute(
            "SELECT * FROM changes WHERE ? IS NULL OR id < ? ORDER BY id DESC LIMIT ?", (before, before, limit)
        ).fetchall()
    return tuple(Change(**row) for row in rows)

"""The ledger for a command: where it is, and its errors as one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.failure import InputError

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


CODE_NAMES = "code-names.json"
"""Among the data: who is behind the code names of protected sources."""


def place(db: str | None) -> str | Path:
    """Where the ledger is: the option, the setting, else ``ledger.db`` in the data folder."""
    from reportedly.cli.settings import home, settings

    return db or str(settings()["db"]) or home() / "ledger.db"


@contextmanager
def opened(db: str | None, *, create: bool = False) -> Iterator["Ledger"]:
    """The ledger, closed at the end. Raises ``InputError`` where there is none, or it cannot do what is asked."""
    from reportedly.ledger import LedgerError, open_ledger

    try:
        with open_ledger(place(db), create=create) as ledger:
            yield ledger
    except LedgerError as error:
        raise InputError(str(error)) from None


def user() -> str:
    """Who is at the keyboard, for what is put on record."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"

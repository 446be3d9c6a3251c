"""Checkpoints for commands: read from files, signed with the key of this home, and judged by who signed them."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportedly.cli.failure import InputError

if TYPE_CHECKING:
    from reportedly.ledger import Checkpoint
    from reportedly.ledger.notes import SigningKey, Verifier


class Kept(Struct, frozen=True):
    """A checkpoint that was kept in a file, with its note as it stands there."""

    name: str
    note: str
    checkpoint: "Checkpoint"


def kept(name: str) -> Kept:
    """The checkpoint in a file. Raises ``InputError`` where there is none."""
    from reportedly.ledger import LedgerError, checkpoint

    try:
        note = Path(name).read_text("utf-8").replace("\r\n", "\n")
        return Kept(name, note, checkpoint.parse(note))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{name}: {(getattr(error, 'strerror', None) or str(error)).lower()}") from None
    except LedgerError as error:
        raise InputError(f"{name}: {error}") from None


def own_key(*, create: bool = False) -> "SigningKey | None":
    """The key of this home, ``checkpoint.key`` in the data folder."""
    from reportedly.cli.settings import home
    from reportedly.ledger import LedgerError
    from reportedly.ledger.notes import key_at

    try:
        return key_at(home() / "checkpoint.key", create=create)
    except LedgerError as error:
        raise InputError(str(error)) from None


def signed(checkpoint: "Checkpoint") -> "tuple[str, Verifier]":
    """A checkpoint as a note signed with the key of this home, made if there is none, and what to check it with."""
    key = own_key(create=True)
    assert key is not None
    return key.signed(checkpoint.origin, checkpoint.text()), key.verifier(checkpoint.origin)


def given(key: str | None) -> "Verifier | None":
    """The verifier of ``--key``. Raises ``InputError`` for a text that is none."""
    from reportedly.ledger import LedgerError
    from reportedly.ledger.notes import verifier

    try:
        return None if key is None else verifier(key)
    except LedgerError as error:
        raise InputError(f"--key: {error}") from None


def signature(note: str, origin: str, wanted: "Verifier | None") -> tuple[str | None, bool]:
    """What is to be said of the signature of a note, and whether that makes the note worthless.

    It must be of the key ``wanted`` if there is one; else one of this home's key must hold if it is there.
    """
    from reportedly.ledger import LedgerError

    own = own_key() if wanted is None else None
    known = wanted or (own.verifier(origin) if own is not None else None)
    try:
        holds = known.signed(note) if known is not None else None
    except LedgerError as error:
        return str(error), True
    if holds is None:
        return ("not signed with that key", True) if wanted else ("not signed with a key that is known here", False)
    return (None, False) if holds else ("its signature does not hold", True)

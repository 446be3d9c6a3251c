"""Notes signed with Ed25519, in the format of C2SP ``signed-note``: text, an empty line, a line for each signature.

    — NAME BASE64(key id, 4 bytes ‖ signature, 64 bytes)

A key id is the start of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). A *verifier* is the text by which others know a key:
``NAME+ID+BASE64(0x01 ‖ public key)``. The name is the origin of the log, as ``tlog-checkpoint`` asks.
"""

import base64
import binascii
import os
import re
import secrets
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from reportedly.ledger.errors import LedgerError

_ED25519 = b"\x01"
_DASH = "\N{EM DASH} "
_NAME = re.compile(r"[^\s+]+")
_MOST = 100
"""Signatures that a note may have."""


class Verifier(Struct, frozen=True):
    """The public half of a key, for one log."""

    name: str
    key: bytes

    @property
    def id(self) -> bytes:
        """The four bytes that a signature names its key by."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.key).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(_ED25519 + self.key).decode()}"

    def signed(self, note: str) -> bool | None:
        """Whether a note has a signature of this key that holds; ``None`` where it has none of it at all.

        Raises ``LedgerError`` for lines that are no signatures.
        """
        text, lines = _parts(note)
        mine = [sig for name, id, sig in map(_signature, lines) if (name, id) == (self.name, self.id)]
        return all(self._holds(text, signature) for signature in mine) if mine else None

    def _holds(self, text: str, signature: bytes) -> bool:
        from nacl.exceptions import CryptoError
        from nacl.signing import VerifyKey

        try:
            VerifyKey(self.key).verify(text.encode(), signature)
        except (CryptoError, ValueError):
            return False
        return True


class SigningKey:
    """The secret half: 32 bytes that sign for any log of this home."""

    def __init__(self, seed: bytes) -> None:
        from nacl.signing import SigningKey as Key

        self._key = Key(seed)

    def verifier(self, name: str) -> Verifier:
        """What others check this key's signatures with."""
        return Verifier(name, bytes(self._key.verify_key))

    def signed(self, name: str, text: str) -> str:
        """A note with one signature. ``text`` ends with a line break."""
        signature = self.verifier(name).id + self._key.sign(text.encode()).signature
        return f"{text}\n{_DASH}{name} {base64.b64encode(signature).decode()}\n"


def key_at(file: Path, *, create: bool = False) -> SigningKey | None:
    """The key in a file, made there for its owner alone if there is none and ``create``, else ``None``.

    Raises ``LedgerError`` for a file that others can read, or that holds no key.
    """
    try:
        if create and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(base64.b64encode(secrets.token_bytes(32)) + b"\n")
                out.flush()
                os.fsync(out.fileno())
        if not file.exists():
            return None
        if os.name == "posix" and file.stat().st_mode & 0o077:
            raise LedgerError(f"{file}: others can read this key (chmod 600)")
        seed = _raw(file.read_text("latin-1").strip())
    except OSError as error:
        raise LedgerError(f"{file}: {(error.strerror or str(error)).lower()}") from None
    if len(seed) != 32:
        raise LedgerError(f"{file}: not a key")
    return SigningKey(seed)


def verifier(text: str) -> Verifier:
    """A verifier from its text. Raises ``LedgerError`` where it is none."""
    name, _, rest = text.strip().partition("+")
    id, _, key = rest.partition("+")
    raw = _raw(key)
    found = Verifier(name, raw[1:])
    if not _NAME.fullmatch(name) or len(raw) != 33 or raw[:1] != _ED25519 or found.id.hex() != id:
        raise LedgerError("not a key to check signatures with: NAME+ID+KEY is expected, for Ed25519")
    return found


def _parts(note: str) -> tuple[str, list[str]]:
    """The text that is signed, and the lines of signatures."""
    text, _, below = note.rpartition("\n\n")
    lines = below.splitlines()
    if len(lines) > _MOST:
        raise LedgerError(f"a note with more than {_MOST} signatures")
    return text + "\n", lines


def _signature(line: str) -> tuple[str, bytes, bytes]:
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    raw = _raw(encoded)
    if not line.startswith(_DASH) or not _NAME.fullmatch(name) or len(raw) < 5:
        raise LedgerError("a line below the checkpoint is no signature")
    return name, raw[:4], raw[4:]


def _raw(encoded: str) -> bytes:
    """Bytes from the one base64 form of them; nothing from any other text."""
    try:
        raw = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return raw if base64.b64encode(raw).decode() == encoded else b""

"""Proofs that somebody without the ledger can check: that an entry is in a log, that an earlier log is its beginning.

Proofs and trees are those of RFC 6962, section 2.1; a proof carries the checkpoints that it is between, as notes.
"""

from typing import TypeAlias

import msgspec
from msgspec import Struct

from reportedly.ledger import log, merkle
from reportedly.ledger.checkpoint import parse
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.records import Entry


class Inclusion(Struct, frozen=True, tag="inclusion", tag_field="proof"):
    """That ``entry`` is in the log of ``checkpoint``. ``steps`` are hashes in hex, lowest first."""

    checkpoint: str
    entry: Entry
    steps: tuple[str, ...]

    def holds(self) -> bool:
        """Whether it proves that; the signature of the checkpoint is another question."""
        given, entry = parse(self.checkpoint), self.entry
        leaf = merkle.leaf(log.header(entry.seq, entry.kind, entry.at, entry.body, entry.prev))
        return merkle.verify_inclusion(
            leaf, entry.seq - 1, given.size, _bytes(self.steps), bytes.fromhex(given.root)
        )


class Consistency(Struct, frozen=True, tag="consistency", tag_field="proof"):
    """That the log of the checkpoint ``earlier`` is the beginning of that of ``checkpoint``."""

    earlier: str
    checkpoint: str
    steps: tuple[str, ...]

    def holds(self) -> bool:
        """Whether it proves that; the signatures of the checkpoints are another question."""
        before, given = parse(self.earlier), parse(self.checkpoint)
        return before.origin == given.origin and merkle.verify_consistency(
            before.size, given.size, bytes.fromhex(before.root), bytes.fromhex(given.root), _bytes(self.steps)
        )


Proof: TypeAlias = Inclusion | Consistency


def read(data: bytes) -> Proof:
    """A proof from its JSON. Raises ``LedgerError`` where it is none."""
    try:
        found: Proof = msgspec.json.decode(data, type=Proof)
        _bytes(found.steps)
        parse(found.checkpoint)
    except (ValueError, msgspec.DecodeError) as error:
        raise LedgerError(f"not a proof ({error})") from None
    return found


def _bytes(steps: tuple[str, ...]) -> list[bytes]:
    return [bytes.fromhex(step) for step in steps]

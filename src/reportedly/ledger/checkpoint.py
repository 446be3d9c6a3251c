"""Checkpoints: the size and Merkle root of a log, as a note that is kept somewhere else.

The text is the checkpoint of the C2SP ``tlog-checkpoint`` format (origin, size, root in base64, an empty line), the
text that `reportedly.ledger.notes` signs.
"""

import base64
import binascii

from msgspec import Struct

from reportedly.ledger.errors import LedgerError


class Checkpoint(Struct, frozen=True, kw_only=True):
    """A log's first ``size`` entries have this root. ``origin`` names the log."""

    origin: str
    size: int
    root: str

    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(bytes.fromhex(self.root)).decode()}\n"

    def note(self) -> str:
        """A note without a signature; `reportedly.ledger.notes` signs."""
        return self.text() + "\n"


def parse(note: str) -> Checkpoint:
    """A checkpoint from its note, with or without signatures. Raises ``LedgerError`` where it is none."""
    lines = note.replace("\r\n", "\n").partition("\n\n")[0].split("\n")
    try:
        root = base64.b64decode(lines[2], validate=True)
        size = int(lines[1])
    except (IndexError, ValueError, binascii.Error):
        raise LedgerError("not a checkpoint: origin, size and root on a line each are expected") from None
    if len(root) != 32 or size < 0 or not lines[0] or str(size) != lines[1]:
        raise LedgerError("not a checkpoint: origin, size and root on a line each are expected")
    return Checkpoint(origin=lines[0], size=size, root=root.hex())

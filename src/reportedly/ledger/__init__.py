"""The ledger: an append-only, hash-chained log of what came in and what people decided, and the tables made from it.

`open_ledger` is the way in; one interface over SQLite (a file) and PostgreSQL. See ``docs/reference/ledger.md``.
"""

from reportedly.ledger.checkpoint import Checkpoint
from reportedly.ledger.errors import LedgerError, NoLedger
from reportedly.ledger.near import Near
from reportedly.ledger.records import Added, Entry, Erased, Hit, Incoming, Known, PersonClaim, Problem, Told
from reportedly.ledger.store import Ledger, open_ledger
from reportedly.ledger.views import View

__all__ = [
    "Added",
    "Checkpoint",
    "Entry",
    "Erased",
    "Hit",
    "Incoming",
    "Known",
    "Ledger",
    "LedgerError",
    "Near",
    "NoLedger",
    "PersonClaim",
    "Problem",
    "Told",
    "View",
    "open_ledger",
]

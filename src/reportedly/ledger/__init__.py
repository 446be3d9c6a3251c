"""The ledger: an append-only, hash-chained log of what came in and what people decided, and the tables made from it.

`open_ledger` is the way in; one interface over SQLite (a file) and PostgreSQL. See ``docs/reference/ledger.md``.
"""

from reportedly.ledger.changes import Step
from reportedly.ledger.checkpoint import Checkpoint
from reportedly.ledger.errors import LedgerError, NoLedger
from reportedly.ledger.happenings import sign
from reportedly.ledger.incident_lists import Box, Where
from reportedly.ledger.lists import Changes, Found
from reportedly.ledger.near import Near
from reportedly.ledger.records import Added, Entry, Erased, Happening, Hit, Incoming, Known, PersonClaim, Problem, Told
from reportedly.ledger.store import Ledger, open_ledger
from reportedly.ledger.views import View

__all__ = [
    "Added",
    "Box",
    "Changes",
    "Checkpoint",
    "Entry",
    "Erased",
    "Found",
    "Happening",
    "Hit",
    "Incoming",
    "Known",
    "Ledger",
    "LedgerError",
    "Near",
    "NoLedger",
    "PersonClaim",
    "Problem",
    "Step",
    "Told",
    "View",
    "Where",
    "open_ledger",
    "sign",
]

"""What the ledger says when it cannot go on."""


class LedgerError(Exception):
    """One line for people: what is wrong with the ledger, or with what was asked of it."""


class NoLedger(LedgerError):
    """There is no ledger at this place."""

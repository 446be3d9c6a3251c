"""Signing an incident off: what an editor lets be published, claim by claim, as it stands now.

What comes in later, or says something else later, is not signed off.
"""

from reportedly.ledger import Ledger, LedgerError
from reportedly.model import Decision
from reportedly.review.anchors import seal
from reportedly.review.decisions import decide
from reportedly.review.reviewed import reviewed


def sign_off(ledger: Ledger, label: str, *, by: str, reason: str | None = None) -> Decision:
    """Sign off the claims of an incident as people left them, without those that are hidden or rejected.

    Raises ``LedgerError`` where there is no such incident, or nothing in it that could be published.
    """
    found = reviewed(ledger)
    seals = {
        ref: seal(claim)
        for reading in found.readings
        for claim in reading.claims
        if claim.incident == label and (ref := f"{reading.report.id}#{claim.id}") not in found.hidden
    }
    if not seals:
        raise LedgerError(f"{label}: no such incident, or nothing in it to sign off")
    return decide(ledger, "sign_off", f"incident:{label}", by=by, value={"claims": seals}, reason=reason)

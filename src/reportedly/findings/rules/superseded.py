"""`superseded`: a statement that a later one in the same report has overtaken.

Definition: "not confirmed" or "none reported" of an event, and further on the same event affirmed by somebody with a
word of confirming, times and places not excluding each other.
Source: live-blog and update practice (corrections stay visible).

Flags: "There is no official confirmation ... UPD: The governor confirmed the strike." · "официального подтверждения
нет ... глава подтвердил атаку"
Does not flag: "There is no official confirmation." alone · "The governor confirmed the strike. No casualties were
reported."
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.sameness import days_apart
from reportedly.model import Claim, Finding, Reading

CODES = ("superseded.confirmed",)
PAIRWISE = True


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each overtaken statement, with the first statement that overtakes it."""
    claims = in_order(reading)
    for n, early in enumerate(claims):
        if not _open(reading, early):
            continue
        later = next((c for c in claims[n + 1 :] if _closes(reading, early, c)), None)
        if later:
            yield finding(reading, CODES[0], (early, later), severity="note", relation="update", attribute="certainty")


def _open(reading: Reading, claim: Claim) -> bool:
    return claim.polarity == "not_reported" and has(reading, evidence(reading, claim), "UNCONFIRMED")


def _closes(reading: Reading, early: Claim, later: Claim) -> bool:
    return (
        later.polarity == "affirmed"
        and later.event == early.event
        and bool(later.sources)
        and has(reading, evidence(reading, later), "CONFIRMS")
        and days_apart(early, later) <= 1
    )

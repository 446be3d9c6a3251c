"""`date_unknown`: footage whose date nobody could tell, or a report without any date.

Definition: (a) a claim that stands on footage or imagery whose date is said to be unknown or unverified; (b) a report
that neither says when it was published nor has any date with a year, so that no time in it can be placed.
Source: Verification Handbook (European Journalism Centre): place and date of footage are separate checks.

Flags: "confirmed the location of the video; it could not tell when it was filmed" · an undated text: "Drones hit the
port on Tuesday."
Does not flag: "The video was filmed on 31 July, the outlet established" · "Three were killed on Tuesday" in a report
of 1 July 2025
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, following, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.model import Claim, Finding, Reading

CODES = ("date_unknown.footage", "date_unknown.nowhere")
_HAPPENINGS = ("strike", "clash", "bombing", "explosion", "casualties", "damage", "capture", "interception")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for footage, one for a report without any date."""
    footage = [c for c in in_order(reading) if _undated_footage(reading, c)]
    if footage:
        yield finding(reading, CODES[0], footage[:1], severity="note", attribute="time")
    if reading.report.published is None and reading.claims and not any(c.time for c in reading.claims):
        claims = [c for c in in_order(reading) if c.event in _HAPPENINGS] or list(in_order(reading)[:1])
        yield finding(reading, CODES[1], claims[:1], severity="note", attribute="time")


def _undated_footage(reading: Reading, claim: Claim) -> bool:
    own = evidence(reading, claim)
    on_footage = any(s.kind == "document" for s in claim.sources) or has(reading, own, "MEDIA")
    return on_footage and claim.polarity == "affirmed" and has(reading, following(reading, claim), "NO_DATE")

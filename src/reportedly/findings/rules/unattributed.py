"""`unattributed`: an assessment or figure in the publisher's voice with nobody behind it.

Definition: a claim without source that interprets (event `assessment`) or that the text itself hedges. A body's or
office holder's own channel speaks for itself and is left out, and so is a claim in which something is found wrong.
All such claims of a report are one finding.
Source: newsroom practice; claim schema, rule 3.

Flags: "This incident marks a significant escalation." · "По предварительным данным, поезда задерживаются."
Does not flag: "This is an escalation, the minister said." · "Two people were injured." (a plain fact in the
publisher's voice)
"""

from collections.abc import Iterator

from reportedly.findings.context import in_order
from reportedly.findings.draft import finding, ref
from reportedly.findings.references import References
from reportedly.findings.rules import rarity_contradicted, record, unknown_place, wrong_geography
from reportedly.findings.speakers import own_voice
from reportedly.model import Claim, Finding, Reading

CODES = ("unattributed.assessment",)
_WORDS = ("assessment", "statement")
_STRONGER = (rarity_contradicted, record, wrong_geography, unknown_place)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding."""
    if own_voice(reading, references):
        return
    told = {c for rule in _STRONGER for f in rule.find(reading, references) for c in f.claims}
    chosen = [c for c in in_order(reading) if _nobody_behind(c) and ref(reading, c) not in told]
    assessments = [c for c in chosen if c.event in _WORDS]
    if chosen:
        yield finding(reading, CODES[0], assessments or chosen, severity="note", count=len(assessments or chosen))


def _nobody_behind(claim: Claim) -> bool:
    if claim.sources or claim.polarity in ("not_reported", "withheld"):
        return False
    return claim.event in _WORDS or claim.certainty != "certain"

"""`cause_stated_as_debris`: damage put down to falling debris by the side that was attacked.

Definition: a claim of fire, damage or casualties whose words give falling debris as the cause, said by an official or
military body, or in its own channel. Not proof that nothing was hit: the wording is the standing formula of the
attacked side.
Source: practice of open-source researchers on bulletins of air defence.

Flags: "из-за падения обломков возник пожар" (a governor's channel) · "falling debris caused a fire at an oil depot,
the governor said"
Does not flag: "under the debris of a collapsed tower 11 people died" · "residents found debris of a drone in a field"
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.speakers import own_voice, party, speaker
from reportedly.findings.wording import named
from reportedly.model import Claim, Finding, Reading

CODES = ("cause_stated_as_debris.stated",)
YIELDS_TO = ("contradictory_accounts",)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for all claims of a report."""
    own = own_voice(reading, references)
    chosen = [c for c in in_order(reading) if by_debris(reading, c) and (party(c) or (own and not c.sources))]
    if chosen:
        by = own if own and not chosen[0].sources else named(speaker(chosen[0]))
        yield finding(reading, CODES[0], chosen, severity="note", attribute="weapon", by=by)


def by_debris(reading: Reading, claim: Claim) -> bool:
    """Whether a claim of harm gives falling debris as its cause."""
    words = evidence(reading, claim)
    return (
        claim.event in ("fire", "damage", "casualties", "disruption")
        and claim.polarity == "affirmed"
        and has(reading, words, "DEBRIS_CAUSE")
        and not has(reading, words, "RUBBLE")
    )

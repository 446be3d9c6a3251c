"""`unknown_figure`: a figure that is said to be unknown: neither zero nor any number given elsewhere.

Definition: a claim on casualties, damage or people, polarity `withheld` and nobody said to withhold it, whose words
say that the number is not known or could not be established.
Source: UCDP practice of keeping unknown apart from zero; claim schema, rule 13.

Flags: "The Office could not establish how many people had been inside." · "Неизвестно, сколько человек под завалами."
Does not flag: "The ministry did not give its losses." (`withheld`) · "At least three people were killed."
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.model import Claim, Finding, Reading

CODES = ("unknown_figure.not_established",)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding."""
    chosen = [c for c in in_order(reading) if not_established(reading, c)]
    if chosen:
        yield finding(reading, CODES[0], chosen, severity="note")


def not_established(reading: Reading, claim: Claim) -> bool:
    """Whether the claim says that a number could not be established."""
    return claim.polarity == "withheld" and has(reading, evidence(reading, claim), "NOT_ESTABLISHED")

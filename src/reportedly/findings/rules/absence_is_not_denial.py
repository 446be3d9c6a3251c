"""`absence_is_not_denial`: "none reported" says nothing about whether there were any.

Definition: a claim of polarity `not_reported` on casualties, damage, a strike or responsibility. All such claims of
one report are one finding. A missing confirmation of what the same report says was confirmed later is `superseded`
instead, "none" beside some in one voice `internal_contradiction`.
Source: verification practice; claim schema, rule 12 (polarity `not_reported` against `denied`).

Flags: "No immediate damage or casualties were reported." · "О пострадавших пока не сообщается."
Does not flag: "Nobody was hurt, the governor said." (a denial) · "No photos of the site were published." (nothing at
stake)
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding, ref
from reportedly.findings.references import References
from reportedly.findings.rules import internal_contradiction, superseded
from reportedly.model import Finding, Reading

CODES = ("absence_is_not_denial.not_reported",)

_AT_STAKE = frozenset(
    {"casualties", "damage", "strike", "statement", "explosion", "fire", "interception", "bombing", "disaster"}
)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding, with every claim that reports the absence of a report."""
    told = {
        c for rule in (superseded, internal_contradiction) for f in rule.find(reading, references) for c in f.claims
    }
    chosen = [
        c
        for c in in_order(reading)
        if c.polarity == "not_reported"
        and c.event in _AT_STAKE
        and not has(reading, evidence(reading, c), "UNCONFIRMED")
        and ref(reading, c) not in told
    ]
    if chosen:
        about = [{"event": event} for event in dict.fromkeys(c.event for c in chosen)]
        yield finding(reading, CODES[0], chosen, severity="note", about=about)

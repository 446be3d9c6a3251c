"""`preliminary`: a figure or fact that its own words call preliminary.

Definition: a claim of certainty below `certain` with a word for preliminary data; all of a report are one finding.
Source: newsroom practice; claim schema, rule 11.

Flags: "Preliminary reports indicate that over 300 were killed" · "За попередньою інформацією, під завалами людей
немає"
Does not flag: "Three people were killed" · "the drone probably carried explosives"
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.model import Finding, Reading

CODES = ("preliminary.said",)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding."""
    chosen = [
        c for c in in_order(reading) if c.certainty != "certain" and has(reading, evidence(reading, c), "PRELIMINARY")
    ]
    if chosen:
        yield finding(reading, CODES[0], chosen, severity="note")

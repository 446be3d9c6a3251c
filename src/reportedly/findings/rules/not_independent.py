"""`not_independent` within one report: the report itself says that many voices repeat one.

Definition: a claim whose words trace several channels, sites or people back to one message, post or person.
Source: textual criticism (shared origin); verification practice on circular reporting.

Flags: "spread by at least four channels, all of them reposting a single message" · "the figure, repeated by dozens of
sites, goes back to one post"
Does not flag: "two channels reported the blast" · "the ministry reposted its own statement"
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.model import Finding, Reading

CODES = ("not_independent.stated",)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each claim that states a common origin."""
    seen: set[tuple[int, int]] = set()
    for claim in in_order(reading):
        if claim.polarity != "affirmed" or not has(reading, evidence(reading, claim), "ONE_ORIGIN"):
            continue
        if (claim.start, claim.end) not in seen:
            seen.add((claim.start, claim.end))
            yield finding(reading, CODES[0], [claim], severity="note", relation="same_origin")

"""`certainty_drift` within one report: the same claim told again, harder.

Definition: a figure that a source gives as a bound, approximately or with a hedge, and that the report gives again,
later and with the same number, as exact and without a source.
Source: studies of hedge loss in press releases and news (Sumner et al., BMJ 2014;349:g7015).

Flags: "about 10 were killed, residents said ... the attack that killed 10" · "possibly 30 drones ... the 30 drones"
Does not flag: "at least 3 killed, the mayor said. Ten were hurt." · "the 3 dead, the mayor confirmed" (a source
stands behind it)
"""

from collections.abc import Iterator

from reportedly.findings.context import has, in_order, with_lead
from reportedly.findings.draft import finding
from reportedly.findings.figures import best, same_things, shown
from reportedly.findings.references import References
from reportedly.findings.sameness import place_fits, time_fits
from reportedly.findings.speakers import speaker
from reportedly.findings.wording import named
from reportedly.model import Claim, Finding, Quantity, Reading

CODES = ("certainty_drift.figure",)
PAIRWISE = True


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each figure that hardened."""
    claims = [c for c in in_order(reading) if c.polarity == "affirmed" and c.quantities]
    for n, soft in enumerate(claims):
        if not soft.sources:
            continue
        for hard in claims[n + 1 :]:
            if hard.sources or hard.certainty != "certain" or not (place_fits(soft, hard) and time_fits(soft, hard)):
                continue
            figure = _hardened(soft, hard)
            if figure and not has(reading, with_lead(reading, hard), "EARLIER", "REVISED"):
                yield finding(
                    reading,
                    CODES[0],
                    (soft, hard),
                    severity="warning",
                    attribute="certainty",
                    figure=shown(figure),
                    by=named(speaker(soft)),
                )
                break


def _hardened(soft: Claim, hard: Claim) -> Quantity | None:
    for a in soft.quantities:
        for b in hard.quantities:
            same = a.of == b.of and a.of != "other" and same_things(a, b) and best(a) == best(b)
            if same and b.value is not None and (a.value is None or a.bound == "about" or soft.certainty != "certain"):
                return a
    return None

"""`estimate_not_count`: a model's or an extrapolation's figure is not a count.

Definition: a claim with a figure of people, or an assessment, whose words name a model, a simulation, an
extrapolation or a likely toll.
Source: Check the method of a figure before its size: Every Casualty Standards (Casualty Recorders Network), 2016.

Flags: "The survey's modelling put the likely number of deaths above 10,000" · "По расчётной оценке, погибли до 5
тысяч"
Does not flag: "1,002 people had died, state television said" · "about 300 people were killed"
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.figures import PEOPLE, shown
from reportedly.findings.references import References
from reportedly.model import Finding, Reading

CODES = ("estimate_not_count.model",)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each claim."""
    for claim in in_order(reading):
        figures = [q for q in claim.quantities if q.of in PEOPLE]
        if figures and has(reading, evidence(reading, claim), "MODEL"):
            q = figures[0]
            yield finding(reading, CODES[0], [claim], severity="note", attribute=q.of, figure=shown(q))

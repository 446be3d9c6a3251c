"""`part_sum_below_total`: parts given as the full breakdown that add up to less than the total.

Definition: a count of violations with the acts it consists of, all exact, whose sum is below the total.
Source: interval arithmetic.

Flags: "4900 violations: 3316 drone strikes, 1404 shellings and 2 attacks"
Flags: "нарушили перемирие 500 раз: 300 обстрелов и 100 ударов"
Does not flag: "60 drones, 17 over Crimea and 16 over Rostov" (not given as all there is) · "2935: 1882, over 950 and
96" (fits)
"""

from collections.abc import Iterator

from reportedly.findings.draft import finding
from reportedly.findings.figures import best, shown
from reportedly.findings.parts import breakdowns
from reportedly.findings.references import References
from reportedly.model import Finding, Reading

CODES = ("part_sum_below_total.sum",)
PAIRWISE = True


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each full breakdown that falls short."""
    for found in breakdowns(reading):
        if found.falls_short and not found.exceeds:
            yield finding(
                reading,
                CODES[0],
                found.claims,
                severity="warning",
                relation="compatible",
                attribute=found.total.of,
                total=shown(found.total),
                parts=" + ".join(shown(q) for q in found.parts),
                sum=f"{found.most:g}",
                rest=f"{(best(found.total) or 0) - found.most:g}",
            )

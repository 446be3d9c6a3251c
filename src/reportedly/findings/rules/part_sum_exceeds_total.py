"""`part_sum_exceeds_total`: disjoint parts of one scope that add up to more than the total.

Definition: a total with parts by place, sort or act whose least possible sum is above the highest number that the
total allows.
Source: interval arithmetic.

Flags: "60 drones destroyed, including 17 over Crimea, 16 over Rostov, 11 above the Azov Sea and 19 over Kursk"
Flags: "10 hurt: seven in the city and five in the district"
Does not flag: "at least 60, including 40 over Crimea and 30 over Rostov" (the total is a lower bound) · "60: 30 and
30"
"""

from collections.abc import Iterator

from reportedly.findings.draft import finding
from reportedly.findings.figures import shown
from reportedly.findings.parts import breakdowns
from reportedly.findings.references import References
from reportedly.model import Finding, Reading

CODES = ("part_sum_exceeds_total.sum",)
PAIRWISE = True


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each breakdown that cannot fit."""
    for found in breakdowns(reading):
        if found.exceeds:
            yield finding(
                reading,
                CODES[0],
                found.claims,
                severity="error",
                relation="conflict",
                attribute=found.total.of,
                total=shown(found.total),
                parts=" + ".join(shown(q) for q in found.parts),
                sum=f"{found.least:g}",
            )

"""`part_whole`: parts that fit their total, or leave a remainder that nobody places.

Definition: a total with parts by place, by sort of thing, by act, as launched against shot down, or summed up later;
the explanation names the remainder. Not a contradiction: it keeps the remainder from being read as zero.
Source: interval arithmetic; audit practice (every total is foot-checked).

Flags: "60 drones were downed, 17 of them over Crimea and 16 over the Rostov region" · "126 launched; 79 shot down, 35
did not reach their targets"
Does not flag: "34 killed, two children among them" (a subset, not a breakdown) · "five hurt in Sumy. Three hurt in
Kharkiv."
"""

from collections.abc import Iterator

from reportedly.findings.draft import finding
from reportedly.findings.figures import best, shown
from reportedly.findings.parts import Breakdown, breakdowns
from reportedly.findings.references import References
from reportedly.model import Finding, Reading

CODES = ("part_whole.complete", "part_whole.unplaced", "part_whole.launched")
PAIRWISE = True


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each breakdown that fits."""
    for found in breakdowns(reading):
        if not found.exceeds and not found.falls_short:
            yield _finding(reading, found)


def _finding(reading: Reading, found: Breakdown) -> Finding:
    total = best(found.total) or 0
    placed = sum(best(q) or 0 for q in found.parts)
    rest = max(total - placed, 0)
    code = CODES[2] if found.how == "launched" else CODES[1] if rest else CODES[0]
    return finding(
        reading,
        code,
        found.claims,
        severity="note",
        relation="compatible",
        attribute=found.total.of,
        of={"topic": found.total.of},
        total=shown(found.total),
        parts=" + ".join(shown(q) for q in found.parts),
        sum=f"{placed:g}",
        rest=f"{rest:g}",
    )

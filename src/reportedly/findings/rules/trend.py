"""`trend`: "increasing", "more frequent", against a series that has every night.

Definition: a comparison of kind `trend` on drone attacks, and an imported series with at least 30 rows in the 60 days
before: the mean of its last 30 days against the 30 before (a tenth apart or more). Without such a series: a line in
`coverage_notes`.
Source: plain before/after means; no model.

Flags: "drone attacks are increasing" with a series that falls (contradicted) · "атаки беспилотников участились" with
one that rises (supported)
Does not flag: "drone attacks are increasing" with high marks alone · "growing concern"
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.findings.context import evidence, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.series import coverage
from reportedly.model import Finding, Reading
from reportedly.packs.records import Row

CODES = ("trend.supported", "trend.contradicted", "trend.undecided")
_DRONE_ATTACKS = re.compile(r"(?:drone|uav|дрон|беспилотн|безпілотн|бпла|шахед)", re.I)
_RISING = re.compile(
    r"increas|grow|rising|more (?:often|frequent)|intensif|учащ|участ|чаще|раст|рост|зроста|частіш|почаст|нарост", re.I
)
_DAYS = 30


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each trend that a full series can speak to."""
    published = (reading.report.published or "")[:10]
    if not published:
        return
    rows = [r for s in references.series if not s.marks for r in s.rows if r.of == "launched" and not r.place]
    for claim in in_order(reading):
        scope = claim.comparison.scope if claim.comparison and claim.comparison.kind == "trend" else ""
        if not _RISING.search(scope) or not _DRONE_ATTACKS.search(evidence(reading, claim)):
            continue
        before, last = _windows(rows, published)
        if len(before) + len(last) < _DAYS:
            continue
        one, two = _mean(before), _mean(last)
        code = CODES[0] if two > one * 1.1 else CODES[1] if two < one * 0.9 else CODES[2]
        severity = "warning" if code == CODES[1] else "note"
        yield finding(
            reading,
            code,
            [claim],
            severity="warning" if severity == "warning" else "note",
            coverage=coverage([*before, *last]),
            before=f"{one:.0f}",
            last=f"{two:.0f}",
            days=_DAYS,
        )


def _windows(rows: list[Row], published: str) -> tuple[list[Row], list[Row]]:
    try:
        end = date.fromisoformat(published)
        middle, start = (end - timedelta(days=n * _DAYS) for n in (1, 2))
    except (ValueError, OverflowError):
        return [], []
    inside = [r for r in rows if start.isoformat() <= r.end < published]
    return [r for r in inside if r.end < middle.isoformat()], [r for r in inside if r.end >= middle.isoformat()]


def _mean(rows: list[Row]) -> float:
    return sum(r.value for r in rows) / len(rows) if rows else 0.0

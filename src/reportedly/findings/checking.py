"""All rules over one reading, in reading order, each finding once."""

from reportedly.findings.references import References
from reportedly.findings.registry import Rule, all_rules
from reportedly.model import Finding, Reading


def check(reading: Reading, references: References) -> tuple[Finding, ...]:
    """The findings that one report can show, by the place of their first claim.

    A finding goes where a stronger kind (``YIELDS_TO`` of its rule) already shows at least half of its claims.
    """
    if not reading.claims:
        return ()
    found = [(rule, f) for rule in all_rules() for f in rule.find(reading, references)]
    kept = [f for rule, f in found if not _superfluous(rule, f, [g for _, g in found])]
    place = {f"{reading.report.id}#{c.id}": (c.start, c.end) for c in reading.claims}
    return tuple(sorted(kept, key=lambda f: (min(place[c] for c in f.claims), f.kind, f.code)))


def _superfluous(rule: Rule, finding: Finding, others: list[Finding]) -> bool:
    own = set(finding.claims)
    return any(
        g.kind in rule.yields_to and g is not finding and 2 * len(own & set(g.claims)) >= len(own) for g in others
    )

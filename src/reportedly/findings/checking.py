"""All rules over one reading, in reading order, each finding once."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportedly.findings.context import in_order
from reportedly.findings.references import References
from reportedly.findings.registry import Rule, all_rules
from reportedly.model import Finding, Reading

_WINDOW = 80
"""Claims that pairwise rules see at a time: a longer text is a digest of several matters. Windows overlap by half."""


def check(reading: Reading, references: References) -> tuple[Finding, ...]:
    """The findings that one report can show, by the place of their first claim.

    A finding goes where a stronger kind (``YIELDS_TO`` of its rule) already shows at least half of its claims.
    """
    if not reading.claims:
        return ()
    found = [(rule, f) for rule in all_rules() if not rule.pairwise for f in rule.find(reading, references)]
    found += _pairwise(_windows(reading), references)
    by_claim: dict[str, list[Finding]] = {}
    for _, f in found:
        for ref in f.claims:
            by_claim.setdefault(ref, []).append(f)
    kept = [f for rule, f in found if not _superfluous(rule, f, [g for ref in f.claims for g in by_claim[ref]])]
    place = {f"{reading.report.id}#{c.id}": (c.start, c.end) for c in reading.claims}
    return tuple(sorted(kept, key=lambda f: (min(place[c] for c in f.claims), f.kind, f.code)))


def _windows(reading: Reading) -> list[Reading]:
    if len(reading.claims) <= _WINDOW:
        return [reading]
    claims = in_order(reading)
    starts = range(0, len(claims) - _WINDOW // 2, _WINDOW // 2)
    return [replace(reading, claims=claims[n : n + _WINDOW]) for n in starts]


def _pairwise(windows: list[Reading], references: References) -> Iterator[tuple[Rule, Finding]]:
    """What the pairwise rules find in each window, a matter that two windows share once."""
    shown: dict[str, set[str]] = {}
    for part in windows:
        fresh: dict[str, set[str]] = {}
        for rule in all_rules():
            for f in rule.find(part, references) if rule.pairwise else ():
                if shown.get(f.code, set()).isdisjoint(f.claims):
                    fresh.setdefault(f.code, set()).update(f.claims)
                    yield rule, f
        for code, claims in fresh.items():
            shown.setdefault(code, set()).update(claims)


def _superfluous(rule: Rule, finding: Finding, others: list[Finding]) -> bool:
    own = set(finding.claims)
    return any(g.kind in rule.yields_to and 2 * len(own & set(g.claims)) >= len(own) for g in others)

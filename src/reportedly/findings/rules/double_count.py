"""`count_conflict` on places: one attack told under two names, one of them unknown, is counted as two.

Definition: a claim lists an unknown place name beside a known place of a similar name as if they were two, while
other claims tell an attack on each. Shown: the claim that lists both, and the first attack told for each name.
Source: event-coding practice on duplicate incidents (ACLED, UCDP).

Flags: "the recent attacks in Izhokov and Izhevsk" after an attack on "Izhokov" and one on Izhevsk
Does not flag: "attacks in Sumy and Kharkiv" · an unknown "Karbuzhin" beside Izhevsk (no similar name)
"""

from collections.abc import Iterator

from reportedly.findings.context import in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.rules.unknown_place import alike_here, unknown_names
from reportedly.model import Claim, Finding, Reading

CODES = ("count_conflict.double_place",)
PAIRWISE = True
_HAPPENINGS = ("strike", "explosion", "bombing", "fire", "damage", "casualties", "interception")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each unknown name that doubles a known one."""
    for name, claims in unknown_names(reading, references).items():
        alike = set(alike_here(reading, name))
        for claim in claims:
            known = [p.name for p in claim.places if p.name in alike]
            if not known:
                continue
            one = _first(c for c in claims if c is not claim)
            two = _first(c for c in in_order(reading) if c not in claims and any(p.name == known[0] for p in c.places))
            if one and two:
                yield finding(
                    reading,
                    CODES[0],
                    (claim, one, two),
                    severity="warning",
                    relation="conflict",
                    attribute="place",
                    unknown=name,
                    known=known[0],
                )
                return


def _first(claims: Iterator[Claim]) -> Claim | None:
    ranked = sorted(claims, key=lambda c: (_HAPPENINGS.index(c.event) if c.event in _HAPPENINGS else 99, c.start))
    return ranked[0] if ranked and ranked[0].event in _HAPPENINGS else None

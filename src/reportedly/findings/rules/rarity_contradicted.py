"""`rarity_contradicted`: "one of the few" against the report's own words on how often, or against a series.

Definition: a comparison of kind `rarity` on attacks, and in the same report claims that they are frequent, increasing
or at their highest number.
Source: copy-editing practice; claim schema, rule 20.

Flags: "one of the few drone attacks in recent months" beside "a region frequently targeted" and "the increasing
frequency of attacks"
Flags: "редкая атака" beside "атаки стали ежедневными"
Does not flag: "one of the deadliest explosions" (no frequency) · "one of the few attacks in recent months" with
nothing against it
"""

import re
from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.model import Claim, Finding, Reading

CODES = ("rarity_contradicted.frequent",)
_FEW = re.compile(
    r"\bfew\b|\brare|\bonly\b|редк|немног|единичн|рідк|небагат|поодинок|одн\w+ из немногих|одн\w+ з небагатьох", re.I
)
_ATTACK = re.compile(
    r"attack|strike|raid|drone|target|atak|атак|удар|дрон|беспилотник|безпілотник|налет|наліт|обстр", re.I
)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each rarity that the report itself contradicts."""
    claims = in_order(reading)
    often: list[Claim] | None = None
    for claim in claims:
        scope = claim.comparison.scope if claim.comparison and claim.comparison.kind == "rarity" else None
        if not scope or not _FEW.search(scope) or not _ATTACK.search(scope):
            continue
        often = often if often is not None else [c for c in claims if _often(reading, c)]
        against = [c for c in often if c is not claim]
        if against:
            yield finding(reading, CODES[0], [claim, *against], severity="warning", scope=scope)


def _often(reading: Reading, claim: Claim) -> bool:
    words = evidence(reading, claim)
    if (
        claim.event != "assessment"
        or not _ATTACK.search(words)
        and not (claim.comparison and claim.comparison.kind == "superlative")
    ):
        return False
    if claim.comparison and claim.comparison.kind == "superlative":
        return has(reading, words, "FREQUENT")
    return has(reading, words, "FREQUENT")

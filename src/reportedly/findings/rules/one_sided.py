"""`one_sided`: only one party to the conflict says so.

Definition: losses of the enemy (people or materiel) as told by a military or official body of the other side, with no
other voice for them in the report. All such claims of one speaker are one finding.
Source: conflict-event practice (UCDP: claims of a warring party about its enemy's losses are weighed apart).

Flags: "Противник потерял до 240 военнослужащих" (the ministry's channel) · "The army said it had killed dozens of
fighters"
Does not flag: "Three residents were killed, the mayor said" (own losses) · "Satellite images show seven destroyed
aircraft"
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.figures import combatants
from reportedly.findings.references import References
from reportedly.findings.speakers import own_voice, party, side, speaker
from reportedly.model import Claim, Finding, Reading

CODES = ("one_sided.enemy_losses",)
_OTHERS = (("RU", "UA_FORCES"), ("UA", "RU_FORCES"))
_MATERIEL = ("destroyed", "hit", "damaged")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each speaker."""
    groups: dict[str, list[Claim]] = {}
    own = own_voice(reading, references)
    for claim in in_order(reading):
        if not (party(claim) or (own and not claim.sources)):
            continue
        if _enemy_losses(reading, claim, references):
            groups.setdefault(speaker(claim) if claim.sources else str(own), []).append(claim)
    for who, claims in groups.items():
        yield finding(reading, CODES[0], claims, severity="note", by=who)


def _enemy_losses(reading: Reading, claim: Claim, references: References) -> bool:
    if claim.polarity != "affirmed" or claim.event not in ("casualties", "damage", "strike", "clash"):
        return False
    ours = side(reading, claim, references)
    words = evidence(reading, claim)
    lost = has(reading, words, "LOSSES") or any(combatants(q) for q in claim.quantities)
    of_enemy = has(reading, words, "ENEMY") or (lost and has(reading, words, *(o for own, o in _OTHERS if ours == own)))
    if (
        of_enemy
        and any(q.of in ("killed", "injured", "other") for q in claim.quantities)
        and claim.event == "casualties"
    ):
        return True
    theirs = {p.country for p in claim.places if p.country}
    figures = [q for q in claim.quantities if q.of in _MATERIEL]
    if claim.event == "damage" and claim.quantities and ours and theirs and ours not in theirs:
        return True
    return claim.event == "casualties" and bool(figures) and has(reading, evidence(reading, claim), "MILITARY_TARGET")

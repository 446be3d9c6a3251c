"""Violence and accidents without armed forces (docs/reference/claims.md, "Event types").

A shooting among civilians is no armed fighting between forces: `other`, and its arms are not counted. A vehicle that
hits something is no munition: an accident is a `disaster`, a vehicle used on purpose `other`.
"""

import re
from functools import lru_cache

from msgspec.structs import replace

from reportedly.claims.things import Things
from reportedly.languages import lexicon
from reportedly.model import Claim
from reportedly.model.terms import EventType


def without_forces(things: Things, claims: list[Claim]) -> list[Claim]:
    """The claims of a report with its shootings and collisions named by what they are."""
    armed = _forces(things)
    return [_civil(things, c, armed) for c in claims]


def _forces(things: Things) -> bool:
    """Whether the report names armed forces, an armed group or arms of war anywhere."""
    if any(w.type not in ("small_arms", "other") for w in things.weapons):
        return True
    return _pattern(things.language, "FORCES").search(things.folded) is not None


def _civil(things: Things, claim: Claim, armed: bool) -> Claim:
    language, folded = things.language, things.folded
    if claim.event in ("clash", "strike") and not armed and _said(language, "SHOOTING", folded, claim):
        return replace(claim, event="other", weapons=(), target=None if claim.event == "strike" else claim.target)
    if claim.event == "strike" and not claim.weapons and _said(language, "VEHICLE_HITS", folded, claim):
        wanted = _pattern(language, "ON_PURPOSE").search(folded) is not None
        event: EventType = "other" if wanted else "disaster"
        return replace(claim, event=event, target=None)
    return claim


def _said(language: str, name: str, folded: str, claim: Claim) -> bool:
    return _pattern(language, name).search(folded, claim.start, claim.end) is not None


@lru_cache(maxsize=16)
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{getattr(lexicon(language, 'civil'), name)})")

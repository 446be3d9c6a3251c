"""How much a claim needs a person's look: doubt, times how much hangs on it.

A claim that is read with enough confidence, and that no finding of severity ``error`` is about, has no weight.
"""

from reportedly.model import Claim

SURE = 0.8
"""Confidence of a reading below which a claim waits, whatever it says."""
HARM = ("killed", "injured", "missing")
TALK = ("statement", "assessment")
_GRAVE = 3.0
_TOLD = 10
"""Reports beyond which it makes no difference how many tell of an incident."""


def doubt(claim: Claim) -> float:
    """1 is no confidence at all; half of that where no reader said how sure it was."""
    return 1 - (claim.confidence if claim.confidence is not None else 0.5)


def stake(claim: Claim) -> float:
    """What hangs on a claim by itself: harm to people, a denial; talk weighs less."""
    harm = any(q.of in HARM for q in claim.quantities)
    return _share(claim.event) * (1.0 + 2.0 * harm + (claim.polarity != "affirmed"))


def weight(doubt: float, stake: float, event: str, reports: int, grave: bool) -> float | None:
    """The weight of a claim whose incident so many reports tell of; ``None``: it need not be looked at."""
    if doubt < 1 - SURE and not grave:
        return None
    consequence = stake + _share(event) * min(reports, _TOLD) / 5 + (_GRAVE if grave else 0)
    return max(doubt, 0.3 if grave else 0.1) * consequence


def _share(event: str) -> float:
    return 0.4 if event in TALK else 1.0

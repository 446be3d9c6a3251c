"""Grades that published practice would suggest, with the reason. Suggested, never set: people set them.

Airwars (civilian harm): ``confirmed`` by the party that struck, ``fair`` with two or more credible origins, ``weak``
with one, ``contested`` where responsibility is claimed of different parties. Admiralty code: the digit, credibility
of the information, is suggested; the letter, reliability of the source, is ``F`` (cannot be judged) until a person
sets it.
"""

import msgspec

from reportedly.incidents.stemma import Legs
from reportedly.lineage.board import Case
from reportedly.lineage.voices import side_of


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion: ``scheme`` ``airwars`` or ``admiralty``, the grade, and why."""

    scheme: str
    grade: str
    reason: str


def suggested(case: Case, legs: Legs) -> tuple[Grade, ...]:
    """Suggested grades of an incident as these reports tell it."""
    return (*_airwars(case, legs), _admiralty(case, legs))


def _airwars(case: Case, legs: Legs) -> tuple[Grade, ...]:
    harm = [a for a in case.accounts if a.claim.event == "casualties" and a.claim.polarity == "affirmed"]
    if not harm:
        return ()
    strikes = [a for a in case.accounts if a.claim.event in ("strike", "bombing") and a.claim.actor is not None]
    actors = {side for a in strikes if a.claim.actor and (side := a.claim.actor.side or side_of(a.claim.actor.name))}
    if len(actors) > 1:
        grade, reason = "contested", f"said to have struck: {', '.join(sorted(actors))}"
    elif actors and any(a.voice.side in actors and a.voice.kind in ("military", "official") for a in harm):
        grade, reason = "confirmed", "harm told by the party said to have struck"
    elif legs.low > 1:
        grade, reason = "fair", f"{legs.low} to {legs.high} independent origins"
    else:
        grade, reason = "weak", "one independent origin, as far as these reports show"
    return (Grade(scheme="airwars", grade=grade, reason=reason),)


def _admiralty(case: Case, legs: Legs) -> Grade:
    denied = any(
        a.claim.polarity == "denied" and a.claim.event in ("strike", "capture", "bombing") for a in case.accounts
    )
    if legs.low > 1 and len(legs.sides) > 1 and not denied:
        digit, reason = 1, f"origins on {len(legs.sides)} sides"
    elif legs.low > 1 and not denied:
        digit, reason = 2, f"{legs.low} origins, one side"
    elif denied:
        digit, reason = 4, "denied by somebody"
    else:
        digit, reason = 3, "one origin"
    return Grade(scheme="admiralty", grade=f"F{digit}", reason=reason)

"""Grades that published practice would suggest, with the reason. Suggested, never set: people set them.

Airwars (civilian harm): ``confirmed`` by the party that struck, ``fair`` with two or more credible origins, ``weak``
with one, ``contested`` where responsibility is claimed of different parties. Admiralty code: the digit, credibility
of the information, is suggested; the letter, reliability of the source, is ``F`` (cannot be judged) until a person
sets it.
"""

from typing import Any

import msgspec

from reportedly.incidents.stemma import Legs
from reportedly.languages.telling import tell
from reportedly.lineage.board import Case
from reportedly.lineage.voices import side_of


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion: ``scheme`` ``airwars`` or ``admiralty``, the grade, and why; ``code`` and ``params`` are what the
    reason is made of.
    """

    scheme: str
    grade: str
    reason: str
    code: str
    params: dict[str, Any] = {}


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
        return (_grade("airwars", "contested", "grade.contested", sides=[{"country": a} for a in sorted(actors)]),)
    if actors and any(a.voice.side in actors and a.voice.kind in ("military", "official") for a in harm):
        return (_grade("airwars", "confirmed", "grade.confirmed"),)
    if legs.low > 1:
        return (_grade("airwars", "fair", "grade.fair", low=legs.low, high=legs.high),)
    return (_grade("airwars", "weak", "grade.weak"),)


def _admiralty(case: Case, legs: Legs) -> Grade:
    denied = any(
        a.claim.polarity == "denied" and a.claim.event in ("strike", "capture", "bombing") for a in case.accounts
    )
    if legs.low > 1 and len(legs.sides) > 1 and not denied:
        return _grade("admiralty", "F1", "grade.both_sides", count=len(legs.sides))
    if legs.low > 1 and not denied:
        return _grade("admiralty", "F2", "grade.one_side", count=legs.low)
    return _grade("admiralty", "F4", "grade.denied") if denied else _grade("admiralty", "F3", "grade.one_origin")


def _grade(scheme: str, grade: str, code: str, **params: Any) -> Grade:
    return Grade(scheme=scheme, grade=grade, reason=tell(code, params), code=code, params=params)

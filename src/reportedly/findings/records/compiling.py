"""Ordinals and tolls as typed questions: "the second attack on the plant since February", "the deadliest this year".

``None`` wherever the words count something that claims do not tell of ("the third meeting", "the first use of").
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from reportedly.findings.context import evidence, in_order, language
from reportedly.findings.records.occurrences import ATTACKS, MOST_HOURS, killed
from reportedly.findings.records.query import Query, Span
from reportedly.findings.records.spans import spans
from reportedly.findings.speakers import voucher
from reportedly.languages import fold, lexicon
from reportedly.languages.counting import numbers
from reportedly.lineage.geo import fineness, held
from reportedly.lineage.things import munitions
from reportedly.lineage.times import Window, window
from reportedly.model import Claim, Place, Reading

_NEAR_BY = 5
"""So many claims away an attack may stand that a comparison without place or day of its own is about."""
_FIRST = date(1900, 1, 1)
_RECENT = timedelta(days=3)
"""An attack told beside that lies longer back is another one."""
_LONG = Window(0.0, 1e6, False)
_REACH = 4
"""So many words may stand between an ordinal and what it counts."""


class _Words(Struct, frozen=True):
    attack: re.Pattern[str]
    plain: re.Pattern[str]
    running: re.Pattern[str]
    times: re.Pattern[str]
    deadliest: re.Pattern[str]
    adverb: re.Pattern[str]
    upon: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(code: str) -> _Words:
    said = lexicon(code, "records")
    lists = (said.ATTACK, said.PLAIN, said.CONSECUTIVE, said.TIMES, said.DEADLIEST, said.ADVERBS)
    return _Words(*(re.compile(p) for p in (*(rf"(?<!\w)(?:{p})(?!\w)" for p in lists), rf" (?:{said.UPON}) ")))


def questions(reading: Reading) -> Iterator[Query]:
    """The questions that attacks and tolls at hand can answer, in reading order."""
    for claim in in_order(reading):
        query = ordinal(reading, claim) or deadliest(reading, claim)
        if query is not None:
            yield query


def ordinal(reading: Reading, claim: Claim) -> Query | None:
    """What an ordinal asks: how many attacks of its sort there were at its place before."""
    code, compared = language(reading), claim.comparison
    if code is None or compared is None or compared.kind != "ordinal" or claim.polarity != "affirmed":
        return None
    scope, about = fold(compared.scope), _about(reading, claim)
    counted = _counted(scope, evidence(reading, claim), claim, _words(code), code)
    day, until = _day(reading, claim, about)
    if counted is None or day is None or until is None:
        return None
    place, around = _where(claim, about, scope, _words(code))
    if place is None:
        return None
    number, between = counted
    said = f"{scope} {evidence(reading, claim)}"
    weapon = next((w for w in claim.weapons), None)
    sorts = munitions(between) or munitions(scope)
    source = voucher(claim)
    running = _words(code).running.search(said) is not None
    return Query(
        claims=(claim,),
        of="attacks",
        item=next(iter(sorted(sorts)), None),
        model=weapon.name if weapon else None,
        number=number,
        place=place,
        around=around,
        spans=(Span("all", None),) if running else _readings(spans(said, code, day), number),
        until=until,
        speaker=source.name if source else reading.report.publisher,
        narrowed=_narrowed(between, scope, place, _words(code)),
        running=running,
    )


def deadliest(reading: Reading, claim: Claim) -> Query | None:
    """What "the deadliest attack on the city this year" asks: whether an earlier one there killed more."""
    code, compared = language(reading), claim.comparison
    if code is None or compared is None or compared.kind != "superlative" or claim.polarity != "affirmed":
        return None
    scope, words = fold(compared.scope), _words(code)
    most, attack = words.deadliest.search(scope), words.attack.search(scope)
    about = _about(reading, claim)
    place, around = _where(claim, about, scope, words)
    day, until = _day(reading, claim, about)
    if most is None or attack is None or attack.start() < most.end() or place is None or day is None or until is None:
        return None
    carrier = _toll(reading, claim, until)
    if carrier is None or _narrowed(scope[most.end() : attack.start()], scope, place, words):
        return None
    return Query(
        claims=tuple(dict.fromkeys((claim, carrier))),
        of="killed",
        number=killed(carrier),
        place=place,
        around=around,
        spans=spans(scope, code, day, least=2),
        until=until,
    )


def _toll(reading: Reading, claim: Claim, since: str) -> Claim | None:
    """The claim near by that counts most dead, of no earlier time."""
    claims = in_order(reading)
    here = claims.index(claim)
    near = [c for c in claims[max(0, here - _NEAR_BY) : here + _NEAR_BY + 1] if c.polarity == "affirmed"]
    counting = [c for c in near if killed(c) is not None and (c.time is None or c.time.start[:10] >= since)]
    return max(counting, key=lambda c: killed(c) or 0, default=None)


def _readings(found: tuple[Span, ...], number: int) -> tuple[Span, ...]:
    """ "The first since February" looks at what came after it, since there was one then."""
    after = tuple(s for s in found if s.label == "after")
    return after if number == 1 and after else found


def _counted(scope: str, words: str, claim: Claim, said: _Words, code: str) -> tuple[int, str] | None:
    """The ordinal, and the words between it and the attack that it counts."""
    found = next((n for n in numbers(scope, code) if n.ordinal and n.value is not None), None)
    if found is None:
        return None
    after = scope[found.end :]
    attack = said.attack.search(after)
    if attack is not None and len(after[: attack.start()].split()) <= _REACH:
        return int(found.value or 0), after[: attack.start()]
    adverb = said.adverb.fullmatch(scope[found.start : found.end])
    told = claim.event in ATTACKS and (adverb or said.times.match(after.lstrip(" -")))
    before = said.attack.search(words.partition(scope)[0])
    bare = claim.event == "assessment" and found.value != 1 and before is not None
    return (int(found.value or 0), "") if told or bare else None


def _narrowed(between: str, scope: str, place: Place, said: _Words) -> bool:
    """Whether the words count only some attacks: large ones, such on a school, those by day."""
    if any(not (said.plain.fullmatch(w) or munitions(w)) for w in between.split()):
        return True
    attack = said.attack.search(scope)
    spot = scope.find(_named(place))
    if attack is None or spot < attack.end():
        return False
    return any(not (said.plain.fullmatch(w) or munitions(w)) for w in scope[attack.end() : spot].strip(" «\"").split())


def _named(place: Place) -> str:
    """A place as the words have it, without quotation marks."""
    return fold(place.text).strip("«»„“”\"' ")


def _about(reading: Reading, claim: Claim) -> Claim | None:
    """The attack that a comparison is about: itself, or the nearest told before it, else after."""
    if claim.event in ATTACKS:
        return claim
    claims = in_order(reading)
    here = claims.index(claim)
    near = [*reversed(claims[max(0, here - _NEAR_BY) : here]), *claims[here + 1 : here + 3]]
    known = [c for c in near if c.event in ATTACKS and c.polarity == "affirmed" and held(c.places, ("at", "over"))]
    spots = {p.name for p in held(claim.places, ("at", "over"))}
    return next((c for c in known if not spots or spots & {p.name for p in c.places}), None)


def _day(reading: Reading, claim: Claim, about: Claim | None) -> tuple[str | None, str | None]:
    """The day from which a span is reckoned, and the first day not looked at: that of the attack, else the one before
    publication, since the attack may have been then.
    """
    published = (reading.report.published or "")[:10]
    told = about if (window(claim.time) or _LONG).hours > MOST_HOURS else claim
    hours = window(told.time) if told is not None else None
    try:
        eve = date.fromisoformat(published) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None, None
    if told is None or told.time is None or hours is None or hours.hours > MOST_HOURS:
        return published, eve.isoformat()
    if told is not claim and _earlier(told.time.start[:10], eve):
        return published, eve.isoformat()
    return told.time.end[:10], min(told.time.start[:10], eve.isoformat())


def _earlier(day: str, eve: date) -> bool:
    """Whether an attack lies longer back than what a report is about."""
    return eve > _FIRST and day < (eve - _RECENT).isoformat()


def _where(claim: Claim, about: Claim | None, scope: str, said: _Words) -> tuple[Place | None, Place | None]:
    """The place that the words name, else that of the attack; none where they name a target that is no known place."""
    there = held(claim.places, ("at", "over"))
    if any(_named(p) in scope for p in there):
        return _places(claim)
    attack = said.attack.search(scope)
    if attack is not None and said.upon.match(scope, attack.end()):
        return None, None
    return _places(claim) if there else _places(about)


def _places(claim: Claim | None) -> tuple[Place | None, Place | None]:
    """The one finest place of a claim, and the next wider one; none where there are several of one grade."""
    there = sorted(held(claim.places, ("at", "over")), key=fineness) if claim is not None else []
    if not there or (len(there) > 1 and fineness(there[0]) == fineness(there[1])):
        return None, None
    return there[0], there[1] if len(there) > 1 else None

"""Superlatives as typed questions: "the most drones in a single night", "the deepest strike since the war began"."""

import re
from functools import lru_cache

from msgspec import Struct

from reportedly.findings.context import evidence, in_order, language
from reportedly.findings.records.spans import spans
from reportedly.findings.series import Asked
from reportedly.findings.speakers import voucher
from reportedly.languages import fold, lexicon
from reportedly.lineage.things import munitions
from reportedly.model import Claim, Place, Reading

_NEAR_BY = 5
_FINE = ("settlement", "district", "region", "facility")


class Superlative(Struct, frozen=True):
    """A claim to a record, ready to be asked; ``value`` ``None`` where its figure is not at hand."""

    asked: Asked
    value: float | None
    claims: tuple[Claim, ...]


class _Words(Struct, frozen=True):
    downed: re.Pattern[str]
    launched: re.Pattern[str]
    deepest: re.Pattern[str]
    night: re.Pattern[str]
    hours: re.Pattern[str]
    day: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(code: str) -> _Words:
    said = lexicon(code, "records")
    lists = (said.DOWNED, said.LAUNCHED, said.DEEPEST, said.NIGHT, said.HOURS, said.DAY)
    return _Words(*(re.compile(rf"(?<!\w)(?:{p})(?!\w)") for p in lists))


def superlatives(reading: Reading) -> list[Claim]:
    """Claims to a record, in reading order."""
    return [
        c for c in in_order(reading) if c.comparison and c.comparison.kind == "superlative" and c.polarity == "affirmed"
    ]


def superlative(reading: Reading, claim: Claim) -> Superlative | None:
    """What the claim asks of a series; ``None`` where it is about nothing that a series counts."""
    code = language(reading)
    if code is None:
        return None
    said, scope = _words(code), fold(claim.comparison.scope if claim.comparison else "")
    words = f"{scope} {evidence(reading, claim)}"
    until = _until(reading, claim)
    since = next((s.since for s in spans(words, code, until, least=2)), None) if until else None
    if said.deepest.search(scope):
        carrier, value = _depth(reading, claim)
        return Superlative(Asked("distance_km", "depth of strike", None, since, until), value, (claim, *carrier))
    sort = _sort(scope) or _sort(words)
    if sort is None:
        return None
    of = "intercepted" if said.downed.search(words) else "launched" if said.launched.search(words) else None
    unit = _unit(scope, said)
    if of is None or (unit is None and _sort(scope) is None):
        return None
    holder = _holder(reading, claim, of)
    if holder is None:
        return None
    figure = next(q for q in holder.quantities if q.of == of and q.place is None)
    source, place = voucher(holder), _place(claim)
    value = figure.value if figure.value is not None else figure.low
    where = (place.name or place.text) if place else None
    asked = Asked(of, f"{sort}s", source.name if source else None, since, until, where, unit)
    return Superlative(asked, value, (claim, holder))


def _sort(words: str) -> str | None:
    """The first sort of munitions that words name: drones before missiles."""
    return next((s for s in ("drone", "missile") if s in munitions(words)), None)


def _unit(scope: str, said: _Words) -> str | None:
    """Night and 24 hours told apart; ``None`` where the words name neither."""
    if said.hours.search(scope):
        return "24h"
    if said.night.search(scope):
        return "night"
    return "day" if said.day.search(scope) else None


def _until(reading: Reading, claim: Claim) -> str | None:
    """The day before which an earlier row counts."""
    if claim.time and claim.event != "assessment":
        return claim.time.end[:10]
    return (reading.report.published or "")[:10] or None


def _place(claim: Claim) -> Place | None:
    """The town or region that the record is claimed for; none of them = the whole country."""
    return next((p for p in claim.places if p.kind in _FINE and p.role != "from"), None)


def _holder(reading: Reading, claim: Claim, of: str) -> Claim | None:
    """The claim that gives the figure of the record: itself, or the nearest one before."""
    before = [c for c in in_order(reading) if c.start <= claim.start][-_NEAR_BY:]
    return next(
        (c for c in [claim, *reversed(before)] if any(q.of == of and q.place is None for q in c.quantities)), None
    )


def _depth(reading: Reading, claim: Claim) -> tuple[tuple[Claim, ...], float | None]:
    for other in in_order(reading):
        for q in other.quantities:
            if q.of == "distance_km" and (q.value or q.low):
                return (other,) if other is not claim else (), float(q.value or q.low or 0)
    return (), None

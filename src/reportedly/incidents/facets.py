"""What of a claim tells which happening it belongs to: place, hours, family, scale, topic."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from reportedly.languages import codes, fold, lexicon
from reportedly.lineage.geo import fineness, finest, held, km, spots
from reportedly.lineage.things import munitions
from reportedly.lineage.times import Window, part_of_day, published_hour, window
from reportedly.lineage.wording import stems
from reportedly.model import Claim, Place, Reading, Span

Scale: TypeAlias = Literal["local", "tally", "wave"]
"""``local``: one place; ``tally``: one region's count of a day; ``wave``: a raid or its defence over a country."""

FAMILIES = {
    "strike": "air", "interception": "air", "bombing": "air", "clash": "ground", "capture": "ground",
    "disaster": "disaster", "agreement": "agreement", "protest": "protest",
}  # fmt: skip
"""The events that make a happening of their own; all others are consequences of one, or words about it."""
WORDS = frozenset({"statement", "assessment"})
SPREAD_KM = 300.0
WAVE_COUNT = 20
"""So many weapons without any place named are a raid over a country."""
AT_HEAD = 2
"""So many characters can go before the first word of a line."""
SENTENCE = 200
"""How far back the beginning of a sentence is looked for."""
CUMULATIVE_HOURS = 24.0 * 60


class Facet(NamedTuple):
    """One claim as the linker sees it. ``held``: where it happened; ``approach``: on its way or nearby.

    ``hints``: the towns and objects that the reader carried to it from elsewhere in the report; no more than a guess.
    ``arms``: its weapons, or the munitions that its words name. ``window``: the hours that its own words give;
    ``around``: those, or the hours carried to it. ``spread``: it names places far apart; ``sums``: it adds up what was
    told before.
    """

    ref: str
    order: int
    claim: Claim
    spots: tuple[Place, ...]
    held: tuple[Place, ...]
    approach: tuple[Place, ...]
    hints: tuple[Place, ...]
    window: Window | None
    around: Window | None
    family: str | None
    topic: str | None
    arms: frozenset[str]
    again: bool
    takes_up: bool
    scale: Scale
    general: bool
    stems: frozenset[str]
    paragraph: int
    spread: bool = False
    sums: bool = False


class _Words(NamedTuple):
    tally: re.Pattern[str]
    massed: re.Pattern[str]
    cumulative: re.Pattern[str]
    again: re.Pattern[str]
    takes_up: re.Pattern[str]
    sums: re.Pattern[str]
    topics: tuple[tuple[str, re.Pattern[str]], ...]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, _Words]:
    out = {}
    for code in codes():
        words = lexicon(code, "episodes")
        topics = tuple((name, re.compile(pattern)) for name, pattern in words.TOPICS.items())
        out[code] = _Words(
            tally=re.compile(words.TALLY),
            massed=re.compile(words.MASSED),
            cumulative=re.compile(words.CUMULATIVE),
            again=re.compile(words.AGAIN),
            takes_up=re.compile(words.TAKES_UP),
            sums=re.compile(words.SUMS),
            topics=topics,
        )
    return out


def _told(claim: Claim, text: str, before: int) -> tuple[Place, ...]:
    """The places that the words of a claim name themselves."""
    own = (p for p in claim.places if not _carried(claim, p.span, text, before))
    return tuple(p for p in own if not _of_outlet(claim, p.span, text))


def _of_outlet(claim: Claim, span: Span | None, text: str) -> bool:
    """Whether a place only says where an outlet is from: "Odesa's local media"."""
    outlets = [s.span for s in claim.sources if s.span and s.kind == "media"]
    return span is not None and any(text[span[1] : start].strip() in ("'s", "’s") for start, _ in outlets)


def _carried(claim: Claim, span: Span | None, text: str, before: int) -> bool:
    """Whether a value stands in another sentence, told of by another claim; one without a span is the claim's own.

    ``before``: where the claims before this one end. What is named after that ("Samar." as a heading) sets its scene,
    as does what opens its line (the clock stamp of a chronicle).
    """
    if span is None or claim.start <= span[0] < claim.end or before <= span[0] < claim.start:
        return False
    if 0 <= span[0] - (text.rfind("\n", 0, claim.start) + 1) <= AT_HEAD:
        return False
    between = text[span[1] : claim.start] if span[1] <= claim.start else text[claim.end : span[0]]
    return bool(_STOP.search(between))


def _sentence(text: str, claim: Claim) -> str:
    """The words of a claim with what stands before them in its sentence."""
    heads = [m.end() for m in _STOP.finditer(text, max(0, claim.start - SENTENCE), claim.start)]
    return text[heads[-1] if heads else max(0, claim.start - SENTENCE) : claim.end]


def _only_land(claim: Claim, family: str | None) -> bool:
    """Whether a consequence names nothing closer than a country, and counts nothing there: no other scene."""
    best = finest(claim.places)
    return family is None and best is not None and best.kind == "country" and not claim.quantities


_STOP = re.compile(r"[.!?…][»”\"']?\s|\n")


def _scale(claim: Claim, text: str, tally: re.Pattern[str], massed: re.Pattern[str]) -> Scale:
    place = finest(claim.places)
    if place is None:
        if any(p.name and p.role == "toward" for p in claim.places):
            return "local"
        if claim.event == "strike" and massed.search(text):
            return "wave"
        total = sum((q.value or q.low or 0) for q in claim.quantities if q.of in ("intercepted", "launched"))
        return "wave" if claim.event in ("interception", "strike") and total >= WAVE_COUNT else "local"
    grade = fineness(place)
    regions = sum(fineness(p) == 4 for p in held(claim.places, ("at", "over")))
    over = any(p.role == "over" and fineness(p) >= 4 for p in claim.places)
    if claim.event == "interception" and (grade >= 4 or over or _broken_down(claim)):
        return "wave"
    if claim.event in ("strike", "interception") and (grade == 5 or regions >= 3 or _spread(claim)):
        return "wave"
    counted = any(q.of in ("launched", "other", "hit") and (q.value or q.low or 0) >= 5 for q in claim.quantities)
    if grade == 4 and claim.event in ("strike", "casualties", "damage") and (counted or tally.search(text)):
        return "tally"
    return "local"


def _broken_down(claim: Claim) -> bool:
    """Whether a raid's count is given with what of it fell to one place: "337, 91 of them near the capital"."""
    whole = any((q.value or q.low or 0) >= WAVE_COUNT and q.place is None for q in claim.quantities)
    return whole and any(q.part_of is not None for q in claim.quantities)


def _spread(claim: Claim) -> bool:
    """Whether the places of a claim lie far apart, or are a whole part of a country."""
    at = held(claim.places, ("at", "over"))
    if any(p.kind == "area" and p.country for p in at):
        return True
    return any((km(at[0], p) or 0.0) > SPREAD_KM for p in at[1:]) if at else False


def _of_things(claim: Claim) -> bool:
    """Whether a claim counts things hit or weapons, and not people, who are hurt in one place."""
    return any(q.of in ("hit", "damaged", "destroyed", "launched", "intercepted") for q in claim.quantities)


def _far_apart(places: tuple[Place, ...]) -> bool:
    """Whether places of one grade lie so far apart that no one blow hit them."""
    return any((km(places[0], p) or 0.0) > SPREAD_KM for p in places[1:])


def _general(claim: Claim, hours: Window | None, published: str | None, text: str, cumulative: re.Pattern[str]) -> bool:
    fine = finest(claim.places)
    wide = fine is None or fineness(fine) >= 4
    if not wide:
        return False
    if claim.comparison is not None and claim.comparison.kind in ("trend", "share") and claim.event == "assessment":
        return fine is not None and hours is None and not claim.sources
    if not claim.quantities or claim.event in WORDS:
        return False
    told = published_hour(published)
    running = hours is not None and told is not None and abs(hours.end - told) <= 72.0
    if hours is not None and hours.hours <= CUMULATIVE_HOURS:
        return False
    return running or bool(cumulative.search(text))


def _narrowed(hours: Window | None, claim: Claim, text: str) -> Window | None:
    """An event's bare day narrowed to the part of the day that its own words name."""
    if hours is None or hours.sharp or hours.hours != 24.0 or claim.event not in FAMILIES:
        return hours
    part = part_of_day(text)
    return Window(hours.start + part[0], hours.start + part[1], True) if part else hours


def facets(reading: Reading) -> tuple[Facet, ...]:
    """The claims of one report in the order of its text."""
    known = _patterns()
    default = (reading.report.language or "en") if (reading.report.language or "en") in known else "en"
    out = []
    before = 0
    for order, claim in enumerate(sorted(reading.claims, key=lambda c: (c.start, c.end, c.id))):
        language = claim.language if claim.language in known else default
        said = known[language]
        text = fold(reading.report.text[claim.start : claim.end])
        hints = tuple(p for p in spots(claim) if fineness(p) <= 2)
        own = _told(claim, reading.report.text, before)
        scale = _scale(msgspec.structs.replace(claim, places=own or hints), text, said.tally, said.massed)
        if not own and claim.event == "casualties" and claim.quantities and said.tally.search(text):
            scale = "tally"
        elif not own and claim.event == "strike" and said.massed.search(text):
            scale = "wave"
        claim = msgspec.structs.replace(claim, places=own)
        hours = _narrowed(window(claim.time), claim, text)
        family = FAMILIES.get(claim.event)
        topic = next((n for n, p in said.topics if p.search(text)), None) if family == "agreement" else None
        out.append(
            Facet(
                ref=f"{reading.report.id}#{claim.id}",
                order=order,
                claim=claim,
                spots=() if _only_land(claim, family) else spots(claim),
                held=held(claim.places),
                approach=tuple(p for p in claim.places if p.name and p.role in ("toward", "from", "near")),
                hints=hints,
                window=hours
                if not (claim.time and _carried(claim, claim.time.span, reading.report.text, before))
                else None,
                around=hours,
                family=family,
                topic=topic,
                arms=frozenset(w.type for w in claim.weapons) or munitions(text),
                again=bool(said.again.search(fold(_sentence(reading.report.text, claim)))),
                takes_up=bool(said.takes_up.match(text)),
                scale=scale,
                general=_general(claim, hours, reading.report.published, text, said.cumulative),
                stems=stems(text),
                paragraph=reading.report.text.count("\n", 0, claim.start),
                spread=_far_apart(spots(claim)),
                sums=_of_things(claim) and bool(said.sums.search(fold(_sentence(reading.report.text, claim)))),
            )
        )
        before = max(before, claim.end)
    return tuple(out)

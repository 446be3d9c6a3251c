"""The slots of a claim that its own words fill: actor, scene, comparison, figures for a part."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from reportedly.claims.phrases import Found, Row, span
from reportedly.claims.targets import phrases
from reportedly.claims.things import Things
from reportedly.languages import lexicon
from reportedly.model import Actor, Comparison, Place, Quantity, Source, Span
from reportedly.model.terms import EventType, Polarity

STATES = {"RU": "Russia", "UA": "Ukraine", "IL": "Israel", "US": "United States"}

_OTHER_SIDE = {"Ukraine": "Russia", "Russia": "Ukraine"}
"""Whose drones are shot down tells who shot."""
_DEEDS = frozenset({"strike", "interception", "capture", "clash", "bombing", "agreement"})
_SERVED = frozenset({"response", "detention", "measure", "disruption"})
"""What services do, not parties."""


def actor(
    things: Things, start: int, end: int, event: EventType, polarity: Polarity, chain: tuple[Source, ...]
) -> Actor | None:
    """Who did it, as the clause names it; for what a party shot down or launched by its own account, that party."""
    if event == "statement":
        return Actor(name=chain[-1].name, span=chain[-1].span) if chain and polarity == "affirmed" else None
    spoken = [s.span for s in chain if s.span]
    if event in _SERVED:
        named = _unspoken(things.phrases.services, start, end, spoken)
        if named is None:
            return _body(things, start, end)
        _, name = lexicon(things.language, "parties").SERVICES[int(named.entry[1:])]
        return Actor(name=name, public=True, span=span(named))
    if event not in _DEEDS:
        return None
    found = _party(things, start, end, spoken)
    if event != "interception":
        return found
    side = chain[-1].side if chain and chain[-1].kind in ("military", "official") else None
    if side in STATES:
        return Actor(name=STATES[side])
    return Actor(name=_OTHER_SIDE[found.name]) if found and found.name in _OTHER_SIDE else None


def _party(things: Things, start: int, end: int, spoken: list[Span]) -> Actor | None:
    """The party that a stretch names first and that does not only speak there: a body, so public."""
    named = [(name, m) for name, row in things.phrases.actors if (m := _unspoken(row, start, end, spoken))]
    name, m = min(named, key=lambda f: f[1].start, default=("", None))
    return Actor(name=name or things.report.text[m.start : m.end], public=True, span=span(m)) if m else None


def _body(things: Things, start: int, end: int) -> Actor | None:
    """Who helps or investigates without a name of its own: the first such subject of a clause, or «полицией»."""
    found = (n for n in phrases(things, start, end) if n.kind == "body" and (n.subject or n.means))
    first = next(found, None)
    return Actor(name=first.name, span=(first.start, first.end)) if first else None


def _unspoken(row: Row, start: int, end: int, spoken: list[Span]) -> Found | None:
    """The first phrase of a row that is no part of a speaker's name: the General Staff of an army only speaks."""
    found = (f for f in row.within(start, end) if f.end <= end)
    return next((f for f in found if not any(a <= f.start and f.end <= b for a, b in spoken)), None)


def doer(event: EventType, polarity: Polarity, chain: tuple[Source, ...], places: tuple[Place, ...]) -> Actor | None:
    """The state that tells of its own deed: its military, or itself, on a strike or advance on the other side's
    undisputed ground ("Ukraine's General Staff said it had struck the depot in Engels"). Who struck its own ground a
    side's word does not settle: that stays unknown where nobody is named.
    """
    if event not in ("strike", "capture") or polarity != "affirmed" or not chain or any(p.disputed for p in places):
        return None
    last, lands = chain[-1], {p.country for p in places if p.role in ("at", "over") and p.country}
    side = STATES.get(last.side or "")
    own = last.kind == "military" or last.name in (side, "Moscow", "Kyiv", "Kremlin")
    if side not in _OTHER_SIDE or not own or len(lands) != 1:
        return None
    return Actor(name=side) if STATES.get(lands.pop()) == _OTHER_SIDE[side] else None


_CLOSE = re.compile(r"[,;.!?»”]")


def scene(
    things: Things,
    places: list[Place],
    event: EventType,
    actor: Actor | None,
    spoken: Callable[[Things, int, int], bool],
) -> list[Place]:
    """The places of a claim: none that names a speaker or an actor, no country where the clause is more exact."""
    kept = []
    for p in places:
        start, end = p.span or (0, 0)
        acts = actor is not None and actor.span is not None and actor.span[0] < end and start < actor.span[1]
        left = max(0, start - 40)
        if _WAR_IN.search(things.folded, left, start):
            continue
        if p.kind == "country" and _BY_STATE.search(things.folded, left, start):
            continue
        if _AT_HOME.search(things.report.text, left, start):
            continue
        if spoken(things, start, end) or (acts and p.kind == "country"):
            continue
        if event == "statement" or (p.kind == "country" and (event == "agreement" or _agent(things, start, end))):
            continue
        if p.role is None and p.name is not None:
            if p.kind != "facility":
                continue
            p = replace(p, role="at")
        kept.append(p)
    finer = {p.country for p in kept if p.kind not in ("country", None)}
    return [p for p in kept if p.kind != "country" or p.country not in finer or _placed_in(things, p)]


_WAR_IN = re.compile(
    r"(?:\bwar|\bconflict|\binvasion|\boccupation|\bcampaign|война|войны|войне|вторжени[яюе]|війна|війни|війні|вторгнення)"
    r" (?:in|of|with|в|у) (?:the )?$"
)
"""A place of a whole war is not that of the claim."""


_AT_HOME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+,?(?: \d\d,)? of (?:[A-Z][a-z]+, )?$")
"""Where a person lives: "John Smith, 24, of Austin, Texas" (rule 33)."""

_BY_STATE = re.compile(
    r"(?:attacks?|strikes?|shelling|aggression|army|forces|troops|president|government) (?:of|by) (?:the )?$"
)
"""A country that attacks, by its full name: "an attack of the Russian Federation"."""


def _placed_in(things: Things, country: Place) -> bool:
    """Whether a country beside a place in it is named as where that is: "in Thailand", "Jeddah, Saudi Arabia"."""
    start, end = country.span or (0, 0)
    before = things.folded[max(0, start - 3) : start]
    return before.endswith(("in ", ", ", " в ", " у ")) and things.folded[end : end + 2] not in ("'s", "s'")


def _agent(things: Things, start: int, end: int) -> bool:
    """Whether a country is the subject of a deed: its name stands right before an event word, with no preposition."""
    verb = next((t for t in things.triggers if t.start >= end), None)
    return (
        verb is not None
        and verb.strength != "noun"
        and verb.start - end <= 14
        and not _PREPOSITION.search(things.folded, max(0, start - 12), start)
    )


_PREPOSITION = re.compile(
    r"(?:in|on|over|at|across|against|into|of|from|near|to|в|на|над|по|у|из|з|із|до|від|от|під|под) (?:the )?$"
)


def tally(event: EventType, quantities: list[Quantity]) -> bool:
    """Whether a claim counts launched or downed munitions by the dozen: a tally, not of the place before it."""
    return event in ("interception", "strike") and any(
        q.of in ("intercepted", "launched") and (q.value or q.low or 0) >= 10 for q in quantities
    )


def comparison(things: Things, start: int, end: int) -> Comparison | None:
    """The first comparison of a clause, in the order of kinds; its scope runs to the end of the clause."""
    for kind, row in things.phrases.comparisons:
        m = row.first(start, end)
        if m:
            stop = _CLOSE.search(things.folded, m.end, end)
            until = stop.start() if stop else end
            return Comparison(kind=kind, scope=things.report.text[m.start : until], span=(m.start, until))
    return None


def placed(quantities: list[Quantity], places: list[Place], folded: str, language: str) -> list[Quantity]:
    """Figures given for a part get the place of that part: "17 over Crimea", "Crimea and Rostov ... 17 and 16".

    «По 3 — над Белгородской и Воронежской областями» are two figures, one a place.
    """
    numbered = [q for q in quantities if q.span]
    if len(numbered) < 2 or not places:
        return quantities
    own: dict[int, list[str]] = {}
    for k, q in enumerate(numbered):
        assert q.span
        limit = numbered[k + 1].span[0] if k + 1 < len(numbered) and numbered[k + 1].span else q.span[1] + 60  # type: ignore[index]
        after = [p for p in places if p.span and p.name and q.span[1] <= p.span[0] < limit]
        before = next((p.name for p in places if p.name and p.span and _headed(folded, p.span[1], q.span[0])), None)
        if before:
            own[id(q)] = [before]
            continue
        beside = bool(after and after[0].span and "," not in folded[q.span[1] : after[0].span[0]])
        if beside and (len(after) == 1 or _each(folded, q.span, language)):
            own[id(q)] = [p.name for p in after if p.name]
    if not own and len(places) == len(numbered) and _respective(numbered, places):
        own = {id(q): [p.name] for q, p in zip(numbered, places, strict=True) if p.name}
    return [replace(q, place=place) for q in quantities for place in own.get(id(q), [q.place])]


def _headed(folded: str, end: int, start: int) -> bool:
    """Whether a place stands before its figure: "Новгородская область — 20 БПЛА"."""
    return end <= start <= end + 4 and re.fullmatch(r"\s*[—–:-]\s*", folded[end:start]) is not None


def _each(folded: str, span: Span, language: str) -> bool:
    """Whether a figure is given for each of several places."""
    words = lexicon(language, "counted")
    before, after = folded[max(0, span[0] - 12) : span[0]], folded[span[1] : span[1] + 24]
    return bool(re.search(words.EACH_BEFORE, before) or re.match(words.EACH_AFTER, after))


def _respective(quantities: list[Quantity], places: list[Place]) -> bool:
    last, first = places[-1].span, quantities[0].span
    return bool(last and first and last[1] <= first[0])

"""Things become claims: one claim for each event of each clause, as one chain of sources puts it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.claims import (
    civil,
    clauses,
    discourse,
    doers,
    events,
    modality,
    repeats,
    slots,
    taken_over,
    targets,
    timing,
)
from reportedly.claims.arms import arms
from reportedly.claims.clauses import Clause, Marks
from reportedly.claims.events import SOFT
from reportedly.claims.frame import OWN_WORDS_ONLY, TIMELESS, Frame
from reportedly.claims.things import Moment, Stretch, Things, Voice, inside
from reportedly.model import Claim, Place, Quantity, Source
from reportedly.model.terms import Certainty, EventType, Polarity

METHOD = "rules"


class _Spoken(NamedTuple):
    """How a clause is put: by whom, whether so, how surely."""

    voice: Voice | None
    polarity: Polarity
    certainty: Certainty


class _Told(NamedTuple):
    """One event of one clause before its slots are carried on."""

    event: EventType
    start: int
    end: int
    after: int
    derived: bool
    basis: str


def assemble(things: Things, version: str) -> tuple[Claim, ...]:
    """The claims of a report in reading order, numbered c1, c2, ..."""
    frame = Frame(places=discourse.dateline(things))
    made: list[Claim] = []
    for sentence in things.sentences:
        if not discourse.aside(things, sentence):
            _sentence(things.of(sentence), sentence, frame, made, version)
    made = _told_later(made)
    made = civil.without_forces(things, made)
    made = repeats.without_headline(made, discourse.headline(things))
    made = repeats.without(discourse.accidents(things, discourse.on_topic(things, made)))
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(made, 1))


def _sentence(things: Things, sentence: Stretch, frame: Frame, made: list[Claim], version: str) -> None:
    """Append the claims of one sentence to those made before it."""
    start = max(sentence.start, discourse.opening(things, sentence))
    english = things.language == "en"
    triggers = tuple(
        t
        for t in things.triggers
        if start <= t.start < sentence.end
        and (t.strength == "lead" or not _in_attribution(things, t.start, t.end))
        and not (english and discourse.in_name(things, t.start, t.end) and discourse.names(things, sentence))
    )
    parts = clauses.cut(things.report.text, start, sentence.end, things.language, triggers, _marks(things, sentence))
    moments = [m for m in things.moments if not discourse.of_something_else(things, m)]
    frame.sentence()
    if sentence.line_start:
        frame.line(item=discourse.is_item(things, sentence))
    if not triggers:
        dated = next((m.time for m in moments if m.time and m.span[0] >= start and not m.loose), None)
        frame.remember("other", inside(things.places, start, sentence.end), dated)
    first = len(made)
    for part in parts:
        if discourse.skipped(things, part.start, part.end):
            continue
        spoken = _spoken(things, part, made[first:])
        for told in _events(things, part, spoken, made):
            claim = _claim(things, part, spoken, told, moments, frame, made, version)
            if claim is None:
                continue
            near = next((k for k in range(len(made) - 1, first - 1, -1) if made[k].event == claim.event), None)
            if near is not None and repeats.goes_on(made[near], claim, things.folded, things.language):
                made[near] = repeats.joined(made[near], claim)
            else:
                made.append(claim)


_NEAR = 4
"""How many claims back a time or place told later is carried."""


def _told_later(claims: list[Claim]) -> list[Claim]:
    """Claims before the first time or place of the text take it over: "killed in a raid ... at night" (rule 15)."""
    dated = next((k for k, c in enumerate(claims) if c.time is not None), 0)
    time = claims[dated].time if claims else None
    if time is not None and dated <= _NEAR and time.precision not in ("week", "month", "year"):
        early = [replace(c, time=time) if _of_then(c, claims[dated]) else c for c in claims[:dated]]
        claims = early + claims[dated:]
    set_in = next((k for k, c in enumerate(claims) if any(p.name and p.kind != "country" for p in c.places)), 0)
    if not 0 < set_in <= _NEAR or claims[set_in].event in OWN_WORDS_ONLY:
        return claims
    frame = Frame()
    frame.remember(claims[set_in].event, list(claims[set_in].places), None)
    frame.sentence()
    first = claims[set_in]
    early = [
        c
        if _told_apart(c, first) or _flown_over(first)
        else replace(c, places=c.places or tuple(frame.place_for(c.event)))
        for c in claims[:set_in]
    ]
    return early + claims[set_in:]


def _flown_over(later: Claim) -> bool:
    """Whether the places told later are those that munitions were shot down over, region by region."""
    return later.event == "interception" and len(later.places) > 1


def _of_then(early: Claim, dated: Claim) -> bool:
    """Whether a claim may be of the time told later: not if it is of another town or another speaker's account."""
    here, there = ({p.name for p in c.places if p.name and p.kind == "settlement"} for c in (early, dated))
    elsewhere = bool(here) and bool(there) and here.isdisjoint(there)
    return early.event not in TIMELESS and not elsewhere and not _told_apart(early, dated)


def _told_apart(early: Claim, later: Claim) -> bool:
    """Whether two claims of one kind of event, each by a speaker of its own, tell of two happenings."""
    names = [s.name for s in early.sources], [s.name for s in later.sources]
    return early.event == later.event and bool(names[0]) and bool(names[1]) and names[0] != names[1]


_DASH = re.compile(r"(?: ?[—–-] )?")
"""Between a figure and the place that it is given for: "16 — над Ростовской областью"."""


def _marks(things: Things, sentence: Stretch) -> Marks:
    """Where no clause border may fall (names, figures, times), where weapons stand, and how far each voice reaches."""
    shut = [p.span for p in things.places] + [s.span for v in things.voices for s in v.chain]
    shut += [m.span for m in things.moments]
    shut += [(q.span[0], _DASH.match(things.folded, q.span[1]).end()) for q in things.quantities if q.span]  # type: ignore[union-attr]
    return Marks(
        shut=tuple(s for s in shut if s and sentence.start <= s[0] < sentence.end),
        arms=tuple(w.span for w in things.weapons if w.span),
        voices=tuple(v.scope for v in things.voices if v.scope[0] < sentence.end and v.scope[1] > sentence.start),
        compared=tuple(
            (f.start, f.end) for _, row in things.phrases.comparisons for f in row.within(sentence.start, sentence.end)
        ),
        silences=tuple(v.cue for v in things.voices if v.cue and v.polarity is not None),
        cues=tuple(v.cue for v in things.voices if v.cue and v.polarity is None),
    )


def _in_attribution(things: Things, start: int, end: int) -> bool:
    for v in things.voices:
        for span in (v.cue, *(s.span for s in v.chain)):
            if span and span[0] <= start and end <= span[1]:
                return True
    return False


def _events(things: Things, part: Clause, spoken: _Spoken, before: list[Claim]) -> Iterator[_Told]:
    quantities = inside(things.quantities, part.start, part.end)
    weapons = inside(things.weapons, part.start, part.end)
    voice, polarity, _ = spoken
    agents = discourse.means(things, weapons)
    told = events.told(part, quantities, weapons, absent=polarity in ("denied", "not_reported"), agents=agents)
    named = events.named(part)
    if discourse.assesses(things, part):
        told, named = ["assessment"], []
    elif not told or told[0] in SOFT:
        event = _implied(things, part, voice, polarity, told, named, before)
        told, named = ([event] if event else []), []
    elif "interception" in told and discourse.hits_things(things, part, quantities):
        hit: list[EventType] = ["strike", "damage"] if discourse.by_arms(things, part, weapons, agents) else ["damage"]
        told = [e for t in told for e in (hit if t == "interception" else [t])]
    elif discourse.of_things(things, part, told):
        told = ["damage" if e == "casualties" else e for e in told]
    for event in told:
        after = next((t.end for t in part.triggers if t.event == event), part.start)
        yield _Told(event, part.start, part.end, after, derived=False, basis=events.basis(part, event))
    if told and told[0] not in ("strike", "bombing", "interception", "statement", "assessment"):
        for event in named:
            if event in ("strike", "explosion", "bombing", "clash") and event not in told:
                noun = next(t for t in part.triggers if t.event == event and t.strength == "noun")
                yield _Told(event, noun.start, _noun_end(part, noun.end), noun.end, derived=True, basis="named")
                break


_NOT_TOLD = ("withheld", "not_reported")


def _implied(
    things: Things,
    part: Clause,
    voice: Voice | None,
    polarity: Polarity,
    told: list[EventType],
    named: list[EventType],
    before: list[Claim],
) -> EventType | None:
    """The event of a clause that tells none of its own: what is withheld or denied, what is named, or words alone."""
    silent = voice is not None and voice.polarity in ("withheld", "denied", "not_reported")
    refuted = modality.refutes(things.report.text, part.start, part.end, things.language)
    if refuted and voice is None:
        refuted = discourse.verdict(things, part) and bool(before) and before[-1].polarity != "denied"
    if silent or refuted or polarity == "withheld":
        if voice is not None and voice.polarity in _NOT_TOLD and discourse.no_comment(things, voice, part):
            return "statement"
        if named:
            return named[0]
        if before and (silent or refuted or not told):
            if discourse.of_number(things, part):
                return before[-1].event
            if polarity == "denied" and not discourse.of_deed(things, part):
                return next((c.event for c in reversed(before) if c.event not in events.SOFT), before[-1].event)
            attacks = [c.event for c in reversed(before) if c.event in events.ATTACKS]
            return next((e for e in attacks if e != "explosion"), attacks[0] if attacks else before[-1].event)
    if told and not (told[0] == "other" and named):
        return told[0]
    if named:
        return events.foremost(named)
    if any(q.of in ("launched", "hit") for q in inside(things.quantities, part.start, part.end)):
        return "strike"
    if voice is None:
        return None
    counted = next((c for c in reversed(before) if c.quantities), None)
    if counted is not None and discourse.bare_number(things, part) is not None:
        return counted.event
    if not discourse.has_content(things, part, voice):
        return None
    return "other" if discourse.tells(things, part, voice) else "statement"


def _noun_end(part: Clause, at: int) -> int:
    return next((t.start for t in part.triggers if t.strength == "verb" and t.start > at), part.end)


def _voice(things: Things, part: Clause) -> Voice | None:
    """The narrowest attribution that holds the predicate of a clause, else the one that covers most of it."""
    anchor = next((t.start for t in part.triggers if t.strength != "noun"), part.start)
    holding = [v for v in things.voices if v.scope[0] <= anchor < v.scope[1]]
    if holding:
        return min(holding, key=lambda v: v.scope[1] - v.scope[0])
    covers = [(min(part.end, v.scope[1]) - max(part.start, v.scope[0]), v) for v in things.voices]
    most = max(covers, key=lambda c: c[0], default=None)
    return most[1] if most and 2 * most[0] >= part.end - part.start else None


def _claim(
    things: Things,
    part: Clause,
    spoken: _Spoken,
    told: _Told,
    moments: list[Moment],
    frame: Frame,
    before: list[Claim],
    version: str,
) -> Claim | None:
    start, end, event = part.start, part.end, told.event
    voice, polarity, certainty = spoken
    chain: tuple[Source, ...] = voice.chain if voice else ()
    own_places = inside(things.places, told.start, told.end) if told.derived else inside(things.places, start, end)
    actor = slots.actor(things, start, end, event, polarity, chain)
    own_places = slots.scene(things, own_places, event, actor, _in_attribution)
    if not own_places and not told.derived:
        own_places = discourse.where(things, start) or discourse.cut_off(things, start, end, event)
    armed = event in events.WEAPON_EVENTS
    weapons = arms(inside(things.weapons, start, end), inside(things.quantities, start, end)) if armed else ()
    if armed and not weapons and told.basis == "implied" and polarity == "denied":
        weapons = taken_over.weapons(things, event, start, before)
    quantities = [] if told.derived else _quantities(things, part, event)
    if told.basis == "implied" and not quantities:
        quantities = taken_over.figure(things, part, event, before)
    compared = None if told.derived else slots.comparison(things, start, end)
    moment = timing.of_event(moments, voice, (start, end), event, compared)
    time = moment.time if moment else timing.stamp(moments, frame, event)
    if told.derived and not _adds(event, chain, bool(weapons or own_places), before):
        return None
    if told.derived and not own_places:
        own_places = slots.scene(things, inside(things.places, start, end), event, actor, _in_attribution)
    quantities = slots.placed(quantities, own_places, things.folded, things.language)
    summary = any(q.scope in ("day", "period", "cumulative") for q in quantities)
    if not discourse.background(things, part):
        frame.remember(event, own_places, None if moment and moment.loose else time, summary=summary)
    places = own_places
    if not any(p.role in ("at", "over", "near") or p.name is None for p in own_places):
        carried = taken_over.place(event, quantities, chain, frame, before)
        if not own_places and chain and event not in OWN_WORDS_ONLY:
            seat = discourse.governed(things, min(start, _spoken_from(chain, start)), end, event)
            if seat and not any(seat[0].name in (p.name, p.admin1) for p in carried):
                carried = seat
        places = own_places + carried
    evidence = (_from_noun(things, told.start, start), told.end) if told.derived else (start, end)
    return Claim(
        id="c0",
        start=evidence[0],
        end=evidence[1],
        sources=chain,
        polarity=polarity,
        certainty=certainty,
        event=event,
        actor=actor
        or slots.doer(event, polarity, chain, tuple(places))
        or doers.nameless(things, part, event, [s.span for s in chain if s.span]),
        target=targets.target(things, start, end, event, told.after, tuple(places), polarity not in _NOT_TOLD),
        weapons=weapons,
        places=tuple(_unique(places)),
        time=time or frame.time_for(event),
        quantities=tuple(quantities),
        comparison=compared,
        said=timing.said(moments, voice, start, end),
        language=things.language,
        method=f"{METHOD}/{told.basis}",
        version=version,
    )


def _from_noun(things: Things, noun: int, start: int) -> int:
    """The evidence of an event that is only named starts at its noun phrase: up to three words before the noun."""
    left = things.folded[start:noun].split(" ")
    kept = " ".join(left[-4:]) if len(left) > 4 else " ".join(left)
    return noun - len(kept) if kept.strip() else noun


def _spoken(things: Things, part: Clause, before: list[Claim]) -> _Spoken:
    """Who vouches for a clause, and the weakest link of what it and the reporting word say."""
    voice = _voice(things, part)
    text, start, end = things.report.text, part.start, part.end
    event = next((t.start for t in part.triggers if t.strength != "noun"), None)
    polarity: Polarity = modality.polarity(text, start, end, things.language, event)[0]
    certainty: Certainty = modality.certainty(text, start, end, things.language, event)
    if polarity == "affirmed" and modality.doubted(text, start, end, things.language):
        certainty = "possible"
    if voice is not None:
        if voice.polarity is not None and not discourse.says_why(things, voice, part, before):
            polarity = voice.polarity
        if voice.certainty == "possible" or (voice.certainty == "probable" and certainty == "certain"):
            certainty = voice.certainty
    return _Spoken(voice, polarity, certainty)


def _quantities(things: Things, part: Clause, event: EventType) -> list[Quantity]:
    """The figures of a clause that belong to this event; what fits no event of the clause goes to its first."""
    here = inside(things.quantities, part.start, part.end)
    told = events.told(part, here, inside(things.weapons, part.start, part.end), absent=False) or [event]
    if event not in told:
        told = [event]
    kept = []
    for q in here:
        fits = [e for e in events.OF_EVENT.get(q.of, ()) if e in told]
        if (fits[0] if fits else told[0]) == event:
            kept.append(q)
    return kept


def _spoken_from(chain: tuple[Source, ...], start: int) -> int:
    """Where the words for the speaker of a clause begin, which may stand before it in the sentence."""
    span = chain[-1].span
    return span[0] if span and 0 <= start - span[0] < _SENTENCE else start


_SENTENCE = 250
"""How far from its speaker a clause of the same sentence may begin."""


def _adds(event: EventType, chain: tuple[Source, ...], filled: bool, before: list[Claim]) -> bool:
    """An event that is only named is a claim if this chain has none of the kind yet and it adds a slot (rule 33)."""
    names = tuple(s.name for s in chain)
    if any(c.event == event and tuple(s.name for s in c.sources) == names for c in before):
        return False
    return filled


def _unique(places: list[Place]) -> list[Place]:
    seen: set[object] = set()
    kept = []
    for p in places:
        key = (p.name, p.role) if p.name else p.text
        if key not in seen:
            seen.add(key)
            kept.append(p)
    return kept

"""What a deed was done to: which of the things that a clause names, and how it is called."""

from collections.abc import Collection

from msgspec.structs import replace

from reportedly.claims.things import Things
from reportedly.languages import lexicon
from reportedly.languages.noun_phrases import Named, namer
from reportedly.model import Place, Target
from reportedly.model.terms import EventType, TargetKind

_HIT = frozenset({"strike", "damage", "fire", "disruption", "bombing", "disaster", "explosion", "detention"})
_BLOWS = frozenset({"strike", "bombing"})
"""Events that have people for a target; elsewhere these are victims."""
_OTHER = {"individual": "person", "body": "person", "part": "other", "roof": "other"}
_OF: dict[str, frozenset[str]] = {
    "disruption": frozenset({"infrastructure", "facility"}),
    "detention": frozenset({"person", "individual", "military"}),
    "explosion": frozenset({"residential", "military", "infrastructure", "facility", "vehicle"}),
}
"""What alone is acted on: interrupted is what serves others, and homes without power are those affected."""
_DOERS = frozenset({"military", "vehicle", "person", "body"})
_HELD = ("settlement", "facility", "area")
"""What can be taken: a camp or a base too, where no town is named."""
_MOST = 4
"""How many things of one list are told."""


def target(
    things: Things, start: int, end: int, event: EventType, after: int, places: tuple[Place, ...], told: bool = True
) -> Target | None:
    """What it was done to: the thing that stands nearest to the event word, rather after it than before it, or the town
    that was hit or taken. A thing that is a known object has its name; the things of one list are told together.

    ``after``: where the event word ends. ``told``: whether a town may be what was hit, not only what was not spoken of.
    """
    if event == "capture":
        held = [p for kind in _HELD for p in places if p.role in ("at", "over") and p.kind == kind]
        return _of_place(held[0]) if held else None
    if event not in _HIT:
        return None
    found = [n for n in phrases(things, start, end) if _may(things, n, event, after)]
    towns = [p for p in places if _hit(things, p, start, end)] if event == "strike" and told else []
    if not found:
        return _of_places(things, towns, towns[0]) if towns else None
    over = lexicon(things.language, "nouns").OVER
    best = min(found, key=lambda n: (_rank(n, after, over), _distance(n, after)))
    called = [p for p in towns if p.span and best.kind == "settlement" and _of(things, best.end, p.span[0])]
    if called or (towns and _rank(best, after, over) >= _WHERE and best.kind != "settlement"):
        return _of_places(things, towns, (called or towns)[0])
    return _target(things, _list(things, found, best), places)


def phrases(things: Things, start: int, end: int) -> list[Named]:
    """The phrases for things whose nouns stand within ``start``..``end``; of those that overlap the first."""
    names, kept = namer(things.language), list[Named]()
    for noun in things.phrases.targets.within(start, end):
        if noun.end > end or _spoken(things, noun.start):
            continue
        floor = max((t.end for t in things.triggers if start <= t.start and t.end <= noun.start), default=start)
        phrase = names.phrase(things.report.text, things.folded, noun.start, noun.end, floor)
        if kept and phrase.start < kept[-1].end:
            if phrase.end <= kept[-1].end and phrase.start > kept[-1].start:
                continue  # «крыша дома»: the house is in the phrase of its roof
            kept.pop()
        elif kept and phrase.start - kept[-1].end == 1 and things.folded[kept[-1].end] == " ":
            continue  # «предприятие промышленной площадки»: it only says more of what stands before it
        kept.append(phrase)
    return kept


def _spoken(things: Things, at: int) -> bool:
    """Whether a word is part of a speaker's name."""
    return any(s.span and s.span[0] <= at < s.span[1] for v in things.voices for s in v.chain)


def _may(things: Things, named: Named, event: EventType, after: int) -> bool:
    """Whether a thing can be what an event was done to, by its kind and by the words around it."""
    words = lexicon(things.language, "nouns")
    if named.before in words.AWAY or named.name in words.EMPTY or named.means:
        return False
    if event in _OF:
        return named.kind in _OF[event] and (event != "detention" or not named.within)
    if named.kind == "individual" or (named.kind in ("person", "body") and event not in _BLOWS):
        return False
    if event != "strike":
        where = named.kind == "area" if event == "bombing" else named.within
        return not (where and named.kind in ("area", "settlement"))
    acts = named.kind in _DOERS and named.end <= after and not words.PASSIVE.search(things.folded, named.end, after)
    return not named.within and not acts  # "a helicopter attacked": it did it


def _rank(named: Named, after: int, over: Collection[str]) -> int:
    """How little a phrase says what was hit: parts that break least, then areas that the event word does not govern,
    then towns, people and where it was. ``over``: words that make what follows them the thing that is hit."""
    if named.kind in ("part", "roof"):
        return 4
    if named.kind == "area":
        return 1 if 0 <= named.start - after <= _GOVERNED or named.before in over else 3
    return _WHERE if named.kind in ("settlement", "person", "body") else 1 if named.within else 0


_WHERE = 2
_GOVERNED = 14
"""How far after an event word an area stands that it governs: "struck a park", "slammed into the centre"."""


def _distance(named: Named, after: int) -> int:
    """Signs between the event word and a thing; one before it is as far as it were after it and `_BEFORE` more."""
    return named.start - after if named.start >= after else after - named.end + _BEFORE


_BEFORE = 5


def _hit(things: Things, place: Place, start: int, end: int) -> bool:
    """Whether a place that a clause names is what was hit, if nothing more exact is: "struck Odesa", "a raid on Kyiv".

    A region or country is so only where the words say it: «удар по Украине», not «губернатор области».
    """
    if place.role != "at" or not place.span or not start <= place.span[0] < end:
        return False
    if place.kind not in ("region", "country"):
        return True
    return lexicon(things.language, "nouns").ONTO.search(things.folded, start, place.span[0]) is not None


def _list(things: Things, found: list[Named], first: Named) -> list[Named]:
    """The things of the list that holds one: "two cars and a garage"."""
    joins = lexicon(things.language, "nouns").JOINS
    at = found.index(first)
    while at and joins.fullmatch(things.folded, found[at - 1].end, found[at].start):
        at -= 1
    out = [found[at]]
    for named in found[at + 1 :]:
        told = joins.fullmatch(things.folded, out[-1].end, named.start) and named.kind not in ("part", "roof")
        if not told or len(out) == _MOST:
            break
        out.append(named)
    return out


def _target(things: Things, named: list[Named], places: tuple[Place, ...]) -> Target:
    first = named[0]
    kind: TargetKind = _OTHER.get(first.kind, first.kind)  # type: ignore[assignment]
    for p in places:
        if p.span is None or not p.name:
            continue
        if p.kind == "facility" and p.span[0] - _ADJOINS <= first.end and first.start <= p.span[1] + _ADJOINS:
            return Target(name=p.name, kind=kind, span=(first.start, first.end))  # "the Kupol plant", «завод «Купол»»
        of = _of(things, first.end, p.span[0]) if p.kind != "facility" and p.span[0] > first.end else ""
        if of and kind == "settlement":
            return _of_place(p)
        if of and kind in ("area", "facility", "infrastructure"):
            return Target(name=f"{first.name}{of}{p.text}", kind=kind, span=(first.start, p.span[1]))
    name = _all([n.name for n in named], lexicon(things.language, "nouns").AND)
    return Target(name=name, kind=kind, span=(first.start, named[-1].end))


def _all(names: list[str], conjunction: str) -> str:
    """The names of one list: "a bus", "a bus and a lorry", "a bus, a lorry and a shed"."""
    return conjunction.join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _of(things: Things, end: int, start: int) -> str:
    """What joins a thing and the place that it is of ("outskirts of Lviv", «порт Одессы»); "" where nothing does."""
    words = lexicon(things.language, "nouns")
    return str(words.OF) if words.OF_PLACE.fullmatch(things.folded, end, start) else ""


_ADJOINS = 2


def _of_places(things: Things, towns: list[Place], one: Place) -> Target:
    """The towns of the list that holds one; a name stands as it is resolved."""
    joins = lexicon(things.language, "nouns").JOINS_TOWNS

    def listed(a: Place, b: Place) -> bool:
        apart = a.span and b.span and joins.fullmatch(things.folded, a.span[1], b.span[0])
        return bool(apart) and a.kind == b.kind

    first = last = towns.index(one)
    while first and listed(towns[first - 1], towns[first]):
        first -= 1
    while last + 1 < len(towns) and listed(towns[last], towns[last + 1]):
        last += 1
    told = [_of_place(p) for p in towns[first : last + 1]]
    start, end = told[0].span, told[-1].span
    name = _all(list(dict.fromkeys(t.name for t in told)), " and ")
    return replace(told[0], name=name, span=(start[0], end[1]) if start and end else None)


def _of_place(place: Place) -> Target:
    """A place as a target, by its name without what tells it from its namesakes: "Murom (Belgorod Oblast)"."""
    kind: TargetKind = place.kind if place.kind in ("settlement", "facility") else "area"
    name = place.name.partition(" (")[0] if place.name else place.text
    return Target(name=name, kind=kind, span=place.span)

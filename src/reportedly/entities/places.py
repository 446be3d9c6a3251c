"""Toponyms become places: candidates, a choice with its confidence, a role; or no choice and the candidates kept.

Two passes. The first takes what is plain (one well-known bearer of the name); the second weighs every name's bearers by
class, population, the regions and countries that the text names, nearness to the other places, and where the publisher
sits. Published geoparsers use the same evidence; see `docs/decisions/gazetteer.md` for what each brings.
"""

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from types import ModuleType

import msgspec

from reportedly.entities.place_candidates import similar
from reportedly.entities.place_context import Context, Named, joined
from reportedly.entities.place_follow import (
    anaphors,
    facilities,
    neighbours,
    regions_in_lists,
    same_name_same_place,
    streets,
)
from reportedly.entities.place_roles import role_of, sector_role
from reportedly.gazetteer import Entry, Gazetteer, distance_km
from reportedly.gazetteer.keys import fold, stem
from reportedly.languages import lexicon
from reportedly.model import Candidate, Mention, Place, Report
from reportedly.model.terms import PlaceKind

LINK = 0.12
"""Below this confidence a place keeps its candidates and gets no name."""


def resolve(
    report: Report, mentions: tuple[Mention, ...], gazetteer: Gazetteer, *, publisher_region: str | None = None
) -> tuple[Place, ...]:
    """A place for every toponym, sorted by span.

    ``role`` is None where the name is no place of an event: the name of an office or body, a capital that stands for
    its government. ``publisher_region`` is the English name of the region where the publisher sits (see
    `publishers.region_of`), or an ISO country code.
    """
    return _Resolver(report, gazetteer, publisher_region).run(mentions)


_TO = re.compile(r" (?:to|в|на|до|у) ")


@lru_cache(maxsize=8)
def _data(language: str) -> ModuleType:
    return lexicon(language, "toponyms")


class _Resolver:
    def __init__(self, report: Report, gazetteer: Gazetteer, publisher_region: str | None) -> None:
        self.text = report.text
        self.language = report.language if report.language in ("en", "ru", "uk") else "en"
        self.gazetteer = gazetteer
        self.data = _data(self.language)
        self.context = Context(self.text, self.language, gazetteer, publisher_region)

    def run(self, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
        named = [self._open(m) for m in mentions if m.kind == "toponym"]
        for one in named:
            self.context.note(one)
        for one in named:
            if one.label in ("name", "head", "office", "metonym", "variant"):
                self._choose(one)
        for one in named:
            self.context.confirm(one)
        for one in named:
            if one.entries and one.confidence < 0.9 and one.label in ("name", "office", "metonym", "variant"):
                self._choose(one)
        self._longer_names(named)
        neighbours(self.context, named)
        same_name_same_place(named)
        regions_in_lists(self.context, named)
        facilities(self.context, named)
        streets(self.context, named)
        self._roles(named)
        anaphors(self.context, named)
        return tuple(self._place(one) for one in named if one.label != "anaphor" or one.chosen is not None)

    # --- candidates

    def _open(self, mention: Mention) -> Named:
        text = self.text[mention.start : mention.end]
        label, _, argument = (mention.label or "name").partition(":")
        one = Named(mention=mention, text=text, label=label, argument=argument, entries=())
        if label in ("name", "office", "metonym"):
            one.entries = self._lookup(text)
            one.wanted = self._headed(text) or self._announced(mention.start)
        elif label == "variant":
            one.entries = self.gazetteer.sounding(argument[1:]) if argument[0] == "%" else self._lookup(argument)
            one.wanted = self._announced(mention.start)
        elif label == "head":
            found = self._lookup(f"{text} {argument}") or self._lookup(text)
            one.entries = tuple(e for e in found if e.kind in ("region", "district")) or found
        elif label == "adjective":
            town = self.gazetteer.of_adjective(argument)
            one.entries = (town,) if town else ()
            one.chosen, one.confidence = town, 0.7
        elif label == "facility":
            one.entries = tuple(
                e for phrase in self._titles(text, mention) for e in self._lookup(phrase) if e.kind == "facility"
            )
        elif label == "demonym":
            code = argument.split(":")[0]
            land = self.gazetteer.country(code) if code != "crimea" else self.gazetteer.entry(703883)
            one.entries = (land,) if land else ()
            one.chosen, one.confidence = land, 0.9
        return one

    def _lookup(self, text: str) -> tuple[Entry, ...]:
        known = self.data.ABBREVIATIONS.get(text.rstrip(".")) or self.context.state(text)
        entries = self.gazetteer.lookup(known or text, self.language)
        if entries or " " not in text:
            return entries
        if self.language == "en" and "w" in text.casefold():
            entries = self.gazetteer.lookup(text.casefold().replace("w", "v"), "en")
            if entries:
                return entries
        # "Kursk regions", «Амурской областях»: the head is plural for its list, the name is not
        name, _, noun = text.rpartition(" ")
        word = fold(noun.removesuffix("’s").removesuffix("'s"))
        head = self.data.REGION_HEADS.get(word if self.language == "en" else stem(word))
        if head is None:
            return ()
        entries = self.gazetteer.lookup(f"{name} {head[0]}", self.language)
        bare = self.gazetteer.lookup(name, self.language)
        return entries or tuple(e for e in bare if e.kind == head[1]) or bare

    def _headed(self, text: str) -> PlaceKind | None:
        """The kind that a noun at the end of the name itself gives."""
        word = fold(text.rpartition(" ")[2]) if " " in text else ""
        head = self.data.REGION_HEADS.get(word if self.language == "en" else stem(word)) if word else None
        return head[1] if head else None

    def _titles(self, text: str, mention: Mention) -> tuple[str, ...]:
        """What a facility may be filed under: with its noun and without."""
        bare = text.strip('«»“”"')
        after = re.match(r"[»”\"]?((?: [a-z-]+){1,3})", self.text[mention.end : mention.end + 40])
        words = after[1].split() if after else []
        return (*(f"{bare} {word}" for word in words), f"завод {bare}", bare)

    def _announced(self, start: int) -> PlaceKind | None:
        """The kind that a class noun before the name announces."""
        left = self.text[max(0, start - 28) : start]
        for kind, rule in _announcers(self.language):
            if rule.search(left):
                return kind
        return None

    # --- choice

    def _choose(self, one: Named) -> None:
        if not one.entries:
            return
        beside, close = self.context.beside(one.mention), self.context.close_to(one.mention)
        scored = sorted(((self.context.score(e, one, beside, close), e) for e in one.entries[:80]), key=lambda x: -x[0])
        top = scored[0][0]
        total = sum(math.exp(1.2 * (s - top)) for s, _ in scored[:20])
        one.ranked = tuple((e, math.exp(1.2 * (s - top)) / total) for s, e in scored[:5])
        one.chosen = scored[0][1]
        if close is not None and one.wanted == "district" and self.context.apart(one.chosen, close):
            # "the Leninsky district of Voronezh" is Voronezh's, held or not
            one.chosen, one.ranked, one.confidence = close, (), 0.5
            return
        one.settled = one.chosen.admin1_id in beside or one.chosen.admin2_id in beside
        if self.language != "en" and one.chosen.kind == "settlement" and self.context.outside(one.chosen, beside):
            one.chosen = None  # "в хуторе X Шебекинского округа": a village that the gazetteer does not hold
            return
        same = sum(
            share
            for entry, share in one.ranked
            if entry is one.chosen
            or _close(entry, one.chosen)
            or (entry.kind != one.chosen.kind and entry.name == one.chosen.name)
        )
        one.confidence = round(min(0.98, max(same, 0.05)), 3)

    def _roles(self, named: list[Named]) -> None:
        before: Named | None = None
        for one in named:
            if one.label in ("office", "metonym"):
                one.role = None
            elif one.label == "demonym":
                one.role = role_of(self.text, one.mention.start, self.language) or one.argument.split(":")[1]  # type: ignore[assignment]
            else:
                one.role = role_of(self.text, one.mention.start, self.language, one.text)
                if before is not None and self.text[one.mention.start - 1 : one.mention.start] == "(":
                    if self._of_airport(before, one):
                        one.role = None
                        continue
                    one.role = one.role or "at"  # the region of a town in a list: "near A (Region) and B"
                    continue
                if one.role is None:
                    one.role = sector_role(self.text, one.mention.start, one.mention.end)
                if (
                    before is not None
                    and before.role == "from"
                    and _TO.fullmatch(self.text[before.mention.end : one.mention.start])
                ):
                    one.role = "toward"
                if one.role is None:
                    chained = before is not None and (
                        joined(self.text, before.mention, one.mention) or self._runs_on(before, one)
                    )
                    one.role = before.role if chained and before is not None and before.role else "at"
            before = one

    def _of_airport(self, town: Named, one: Named) -> bool:
        """Whether a name in brackets is the airport's of a town, and only elsewhere a place: «Саратов (Гагарин)»."""
        left = fold(self.text[max(0, town.mention.start - _LISTED) : one.mention.start])
        if town.chosen is None or one.chosen is None or self.data.AIRPORTS.isdisjoint(_WORD.findall(left)):
            return False
        return one.chosen.kind == "settlement" and one.chosen.admin1 != town.chosen.admin1

    def _runs_on(self, before: Named, one: Named) -> bool:
        """Whether a list of settlements goes on from one to the other over names that nobody knows."""
        gap = self.text[before.mention.end : one.mention.start]
        return before.role == "near" and len(gap) < 90 and _RUN.fullmatch(gap) is not None

    def _longer_names(self, named: list[Named]) -> None:
        """The end of a longer name that nobody knows is no namesake in a land that the text does not speak of."""
        for one in named:
            if one.label != "name" or one.chosen is None or not _LONGER.search(self.text[: one.mention.start][-40:]):
                continue
            lands = {o.chosen.country for o in named if o is not one and o.chosen is not None}
            if lands and one.chosen.country not in lands and not one.settled:
                one.chosen = None

    # --- output

    def _place(self, one: Named) -> Place:
        if one.label == "unknown" or one.chosen is None:
            return self._unknown(one)
        if one.confidence < LINK:
            kept = tuple(_candidate(e, share) for e, share in one.ranked)
            return msgspec.structs.replace(self._unknown(one), candidates=kept, confidence=one.confidence)
        entry = one.chosen
        return Place(
            text=one.text,
            name=entry.name,
            country=entry.country,
            lat=entry.lat,
            lon=entry.lon,
            kind=entry.kind,
            role=one.role,
            geonameid=entry.geonameid if entry.geonameid > 0 else None,
            admin1=entry.admin1,
            admin2=entry.admin2,
            candidates=tuple(_candidate(e, share) for e, share in one.ranked[1:]),
            disputed=entry.disputed or None,
            span=(one.mention.start, one.mention.end),
            confidence=one.confidence,
        )

    def _unknown(self, one: Named) -> Place:
        candidates = similar(
            one.text, self.gazetteer, self.context.lands(), set(self.context.regions), self.context.named
        )
        return Place(
            text=one.text,
            kind="settlement",
            role=one.role,
            candidates=candidates,
            span=(one.mention.start, one.mention.end),
            confidence=0.0,
        )


_LONGER = re.compile(r"(?<=[a-z,] )(?:the )?(?!The|And|But|In|At)[A-Z][a-z]{3,}(?<!ian|ish|ese|ern|ent|ral) $")
"""An English word with a capital, inside a sentence and no demonym, right before a name: "the Daraja Oula district"."""
_LISTED = 60
"""How far before a town of a list of airports the word for them may stand."""
_WORD = re.compile(r"\w+")
_RUN = re.compile(
    r"(?:,|\s|\([^)\n]{3,40}\)|(?:and|as well as|the|settlements? of|villages? of|и|а также|та|і|а також)\b"
    r"|[A-ZА-ЯЁІЇЄҐ][\w'’-]+)+"
)
"""What stands between two members of a list of settlements."""


@lru_cache(maxsize=8)
def _announcers(language: str) -> tuple[tuple[PlaceKind, re.Pattern[str]], ...]:
    kinds: Iterable[tuple[PlaceKind, object]] = _data(language).CLASS_BEFORE.items()
    tail = r"(?: of)?(?: the)?" if language == "en" else ""
    return tuple(
        (
            kind,
            re.compile(
                rf"(?<!\w)(?:{'|'.join(rule) if isinstance(rule, list) else rule}){tail}\s+[«\"“]?$", re.IGNORECASE
            ),
        )
        for kind, rule in kinds
    )


def _close(one: Entry, two: Entry) -> bool:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return False
    return distance_km(one.lat, one.lon, two.lat, two.lon) < 30


def _candidate(entry: Entry, share: float) -> Candidate:
    where = ", ".join(x for x in (entry.admin1, entry.country) if x)
    return Candidate(
        name=entry.name,
        geonameid=entry.geonameid if entry.geonameid > 0 else None,
        lat=entry.lat,
        lon=entry.lon,
        confidence=round(share, 3),
        reason=f"{entry.kind} of this name ({where})" if where else f"{entry.kind} of this name",
    )


__all__ = ["LINK", "resolve"]

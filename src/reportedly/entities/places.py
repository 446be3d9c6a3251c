"""Toponyms become places: candidates, a choice with its confidence, a role; or no choice and the candidates kept.

Two passes. The first takes what is plain (one well-known bearer of the name); the second weighs every name's bearers by
class, population, the regions and countries that the text names, nearness to the other places, and where the publisher
sits. Published geoparsers use the same evidence; see `docs/decisions/gazetteer.md` for what each brings.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from types import ModuleType

import msgspec
from msgspec import Struct
from rapidfuzz import fuzz

from reportedly.entities.place_roles import role_of
from reportedly.gazetteer import Entry, Gazetteer, distance_km
from reportedly.gazetteer.keys import fold, is_cyrillic, stem
from reportedly.languages import lexicon
from reportedly.model import Candidate, Mention, Place, Report
from reportedly.model.terms import PlaceKind, PlaceRole

LINK = 0.3
"""Below this confidence a place keeps its candidates and gets no name."""


class _Named(Struct):
    """A mention under resolution: its possible bearers, and the chosen one."""

    mention: Mention
    text: str
    label: str
    argument: str
    entries: tuple[Entry, ...]
    wanted: PlaceKind | None = None
    role: PlaceRole | None = None
    chosen: Entry | None = None
    confidence: float = 0.0
    ranked: tuple[tuple[Entry, float], ...] = ()


def resolve(
    report: Report, mentions: tuple[Mention, ...], gazetteer: Gazetteer, *, publisher_region: str | None = None
) -> tuple[Place, ...]:
    """A place for every toponym, sorted by span.

    ``role`` is None where the name is no place of an event: the name of an office or body, a capital that stands for its
    government. ``publisher_region`` is the English name of the region where the publisher sits (see
    `publishers.region_of`), or an ISO country code.
    """
    return _Resolver(report, gazetteer, publisher_region).run(mentions)


@lru_cache(maxsize=8)
def _data(language: str) -> ModuleType:
    return lexicon(language, "toponyms")


class _Resolver:
    def __init__(self, report: Report, gazetteer: Gazetteer, publisher_region: str | None) -> None:
        self.text = report.text
        self.language = report.language if report.language in ("en", "ru", "uk") else "en"
        self.gazetteer = gazetteer
        self.data = _data(self.language)
        self.countries: Counter[str] = Counter()
        self.regions: Counter[int] = Counter()
        self.districts: Counter[int] = Counter()
        self.anchors: list[tuple[float, float]] = []
        self.airfields = _AIRFIELD.search(self.text) is not None
        self.home: Entry | None = None
        self.home_country: str | None = None
        if publisher_region:
            self.home = next((e for e in gazetteer.lookup(publisher_region, "en") if e.kind == "region"), None)
            self.home_country = (
                self.home.country if self.home else publisher_region if len(publisher_region) == 2 else None
            )

    def run(self, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
        named = [self._open(m) for m in mentions if m.kind == "toponym"]
        for one in named:
            self._first(one)
        for one in named:
            if one.label in ("name", "head", "office", "metonym", "variant"):
                self._choose(one)
        self._regions_in_lists(named)
        self._facilities(named)
        self._roles(named)
        self._anaphors(named)
        return tuple(self._place(one) for one in named if one.label != "anaphor" or one.chosen is not None)

    # --- candidates

    def _open(self, mention: Mention) -> _Named:
        text = self.text[mention.start : mention.end]
        label, _, argument = (mention.label or "name").partition(":")
        one = _Named(mention=mention, text=text, label=label, argument=argument, entries=())
        if label in ("name", "office", "metonym"):
            one.entries = self._lookup(text)
            one.wanted = self._headed(text) or self._announced(mention.start)
        elif label == "variant":
            one.entries = self._lookup(argument)
            one.wanted = self._announced(mention.start)
        elif label == "head":
            one.entries = tuple(
                e for e in self._lookup(f"{text} {argument}") or self._lookup(text) if e.kind in ("region", "district")
            )
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
        known = self.data.ABBREVIATIONS.get(text.rstrip("."))
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

    def _first(self, one: _Named) -> None:
        """What needs no context: a country, a region, a single bearer, a city that dwarfs its namesakes."""
        if one.label == "demonym" and one.chosen is not None and one.chosen.country:
            self.countries[one.chosen.country] += 1
            return
        if not one.entries:
            return
        best = one.entries[0]
        others = [e.population for e in one.entries[1:] if e.kind == best.kind and e.name != best.name]
        plain = best.kind in ("country", "region") or len(one.entries) == 1
        plain = plain or best.population > 50_000 and best.population > 10 * max(others, default=0)
        if self.language == "en" and len(one.entries) > 1 and fold(best.name) != fold(one.text):
            plain = plain and best.kind != "settlement"
        if not plain or best.country is None:
            return
        self.countries[best.country] += 1
        if best.kind == "region":
            self.regions[best.geonameid] += 1
        elif best.kind == "district":
            self.districts[best.geonameid] += 1
            if best.admin1_id:
                self.regions[best.admin1_id] += 1
        elif best.kind == "settlement" and best.lat is not None and best.lon is not None:
            self.anchors.append((best.lat, best.lon))
            if best.admin1_id:
                self.regions[best.admin1_id] += 1

    def _choose(self, one: _Named) -> None:
        if not one.entries:
            return
        beside = self._beside(one.mention)
        scored = sorted(((self._score(e, one, beside), e) for e in one.entries[:80]), key=lambda x: -x[0])
        top = scored[0][0]
        total = sum(math.exp(1.2 * (s - top)) for s, _ in scored[:20])
        one.ranked = tuple((e, math.exp(1.2 * (s - top)) / total) for s, e in scored[:5])
        one.chosen = scored[0][1]
        same = sum(
            share
            for entry, share in one.ranked
            if entry is one.chosen
            or _close(entry, one.chosen)
            or (entry.kind != one.chosen.kind and entry.name == one.chosen.name)
        )
        one.confidence = round(min(0.98, max(same, 0.05)), 3)

    def _score(self, entry: Entry, one: _Named, beside: frozenset[int]) -> float:
        score = _prior(entry)
        if self.language == "en" and fold(entry.name) == fold(one.text):
            score += 0.6
        elif self.language == "en" and entry.kind == "settlement" and not _alike(fold(entry.name), fold(one.text)):
            score -= 2.0
        if entry.kind == "region" and one.wanted is None and self._is_town(entry, one):
            score -= 3.0
        if entry.kind == "region" and entry.country in _HOME:
            score += 1.2
        if entry.feature == "FAC":
            score += 2.5 if self.airfields else -1.5
        if one.wanted:
            score += 2.0 if entry.kind == one.wanted else -2.0
        total = sum(self.countries.values())
        if entry.country and total:
            score += 2.5 * min(1.0, self.countries[entry.country] / total + 0.1 * (self.countries[entry.country] > 0))
        if self.language in ("ru", "uk") and entry.country in ("RU", "UA", "BY"):
            score += 2.0 if self.language == "ru" or entry.country == "UA" else 1.2
        if entry.admin1_id in self.regions:
            score += 1.5
        if entry.admin2_id in self.districts:
            score += 1.5
        if beside and (entry.admin1_id in beside or entry.admin2_id in beside):
            score += 3.0
        if (
            self.anchors
            and entry.lat is not None
            and entry.lon is not None
            and entry.kind in ("settlement", "district", "facility")
        ):
            if entry.kind == "district" and entry.feature == "PPLX":
                score += 4.0 if self._at_anchor(entry) else 0.0
            near = min(distance_km(entry.lat, entry.lon, lat, lon) for lat, lon in self.anchors[:12])
            score += 1.5 if near < 60 else 0.8 if near < 200 else 0.0
        if self.home is not None and entry.admin1_id == self.home.geonameid:
            score += 2.0
        if self.home_country and entry.country == self.home_country:
            score += 1.0
        return score

    def _at_anchor(self, entry: Entry) -> bool:
        """Whether a city district's city is one that the text names."""
        if entry.lat is None or entry.lon is None:
            return False
        return any(abs(entry.lat - lat) < 0.02 and abs(entry.lon - lon) < 0.02 for lat, lon in self.anchors)

    def _is_town(self, region: Entry, one: _Named) -> bool:
        """Whether the bare name of a region is first that of a town in it: "Belgorod"."""
        return any(
            e.kind == "settlement"
            and e.country == region.country
            and e.population > 20_000
            and e.population > region.population / 50
            for e in one.entries
        )

    def _beside(self, mention: Mention) -> frozenset[int]:
        """Regions and countries named right after the name: "Springfield, Illinois", «Суджа Курской области»."""
        tail = self.text[mention.end : mention.end + 60]
        match = re.match(r"(?:,| \(|,? (?:in|в|у)(?: the)?)? ?([^\W\d_][\w’'-]+(?: [\w’'-]+)?)", tail)
        if not match:
            return frozenset()
        words = match[1].split(" ")
        for phrase in (match[1], words[0]):
            found = [e for e in self.gazetteer.lookup(phrase, self.language) if e.kind in ("region", "district")]
            if found and phrase[0].isupper():
                return frozenset(e.geonameid for e in found)
        return frozenset()

    def _regions_in_lists(self, named: list[_Named]) -> None:
        for one in named:
            if one.label == "name" and one.chosen is not None and one.chosen.kind == "settlement" and not one.wanted:
                if self.language == "en" and self._stands_for_region(one, named):
                    region = next(
                        (e for e in self.gazetteer.lookup(f"{one.text} Oblast", "en") if e.kind == "region"), None
                    )
                    one.chosen = region or one.chosen
        self._beside_regions(named)

    def _stands_for_region(self, one: _Named, named: list[_Named]) -> bool:
        """ "16 over Rostov" beside "17 over Crimea"; "the Belgorod incident" after "Belgorod Oblast"."""
        assert one.chosen is not None
        start = self.text.rfind(".", 0, one.mention.start) + 1
        end = self.text.find(". ", one.mention.end)
        end = len(self.text) if end < 0 else end
        if self._over(one, start):
            others = [n for n in named if n is not one and start <= n.mention.start < end and self._over(n, start)]
            wide = sum(n.chosen is not None and n.chosen.kind in ("region", "area") for n in others)
            return wide >= 1
        left = self.text[max(0, one.mention.start - 4) : one.mention.start].casefold()
        if left.endswith("the ") and re.match(r" [a-z]+", self.text[one.mention.end :][:12]):
            return any(
                n.chosen is not None
                and n.chosen.kind == "region"
                and n.chosen.geonameid == one.chosen.admin1_id
                and n.mention.start < one.mention.start
                and n.label == "name"
                for n in named
            )
        return False

    def _over(self, one: _Named, start: int) -> bool:
        """Whether the list that the name stands in began with "over"."""
        left = self.text[start : one.mention.start]
        return re.search(r"\b(?:over|above)(?: the)?(?: \S+){0,4} ?$", left) is not None

    def _beside_regions(self, named: list[_Named]) -> None:
        """A city named bare among regions is its region (rule 19): "над Курском, Белгородской областью"."""
        for index, one in enumerate(named):
            if one.label != "name" or one.chosen is None or one.chosen.kind != "settlement" or one.wanted:
                continue
            neighbours = [
                n
                for n in (named[index - 1] if index else None, named[index + 1] if index + 1 < len(named) else None)
                if n
            ]
            regions = sum(
                n.chosen is not None and n.chosen.kind == "region" and _joined(self.text, one.mention, n.mention)
                for n in neighbours
            )
            if regions and not is_cyrillic(one.text):
                region = next(
                    (e for e in self.gazetteer.lookup(f"{one.text} Oblast", "en") if e.kind == "region"), None
                )
                if region is not None:
                    one.chosen = region

    def _facilities(self, named: list[_Named]) -> None:
        """A facility that no gazetteer holds lies where the text last was, by its own words."""
        for index, one in enumerate(named):
            if one.label != "facility":
                continue
            if one.entries:
                one.chosen = min(one.entries, key=self._far)
                one.confidence = 0.8
                continue
            around = sorted(
                (n for n in named if n is not one and n.chosen is not None), key=lambda n: _gap(n.mention, one.mention)
            )
            for kinds in (("settlement", "district"), ("region",)):
                home = next(
                    (n.chosen for n in around if n.chosen and n.chosen.kind in kinds and n.label in ("name", "head")),
                    None,
                )
                if home is not None:
                    title = _title(one.text, self.text[one.mention.end : one.mention.end + 24])
                    one.chosen = msgspec.structs.replace(
                        home, geonameid=0, name=title, kind="facility", approximate=True
                    )
                    one.confidence = 0.4
                    break

    def _far(self, entry: Entry) -> float:
        if not self.anchors or entry.lat is None or entry.lon is None:
            return 0.0
        return min(distance_km(entry.lat, entry.lon, lat, lon) for lat, lon in self.anchors)

    # --- anaphora and roles

    def _anaphors(self, named: list[_Named]) -> None:
        seen: list[Entry] = []
        for one in named:
            if one.label == "anaphor":
                one.chosen = self._antecedent(one, seen)
                one.confidence = 0.6 if one.chosen else 0.0
            elif one.chosen is not None and one.role in ("at", "over", "near") and one.label != "facility":
                seen.append(one.chosen)

    def _antecedent(self, one: _Named, seen: list[Entry]) -> Entry | None:
        kind = one.argument
        if kind == "capital":
            land = "RU" if re.search(r"Russian", one.text) else "UA" if "Ukrain" in one.text else None
            lands = [e.country for e in seen if e.country] + [c for c, _ in self.countries.most_common(1)]
            land = land or (lands[-1] if lands else None) or self.home_country
            number = {"RU": 524901, "UA": 703448, "BY": 625144}.get(land or "")
            return self.gazetteer.entry(number) if number else None
        for entry in reversed(seen):
            if entry.kind == kind or (kind == "region" and entry.geonameid == 694422):
                return entry
        last = seen[-1] if seen else None
        if kind == "region":
            if last is not None and last.admin1_id:
                return self.gazetteer.entry(last.admin1_id)
            return self.home
        if kind == "country" and last is not None and last.country:
            return self.gazetteer.country(last.country)
        return None

    def _roles(self, named: list[_Named]) -> None:
        before: _Named | None = None
        for one in named:
            if one.label in ("office", "metonym"):
                one.role = None
            elif one.label == "demonym":
                one.role = role_of(self.text, one.mention.start, self.language) or one.argument.split(":")[1]  # type: ignore[assignment]
            else:
                one.role = role_of(self.text, one.mention.start, self.language, one.text)
                if one.role is None:
                    chained = before is not None and _joined(self.text, before.mention, one.mention)
                    one.role = before.role if chained and before is not None and before.role else "at"
            before = one

    # --- output

    def _place(self, one: _Named) -> Place:
        if one.label == "unknown" or one.chosen is None:
            return self._unknown(one)
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

    def _unknown(self, one: _Named) -> Place:
        from reportedly.entities.place_candidates import similar

        candidates = similar(one.text, self.language, self.gazetteer, self._lands(), set(self.regions))
        return Place(
            text=one.text,
            kind="settlement",
            role=one.role,
            candidates=candidates,
            span=(one.mention.start, one.mention.end),
            confidence=0.0,
        )

    def _lands(self) -> list[str]:
        lands = [code for code, _ in self.countries.most_common(3)]
        return lands or ([self.home_country] if self.home_country else [])


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


_HOME = ("RU", "UA", "BY")
_AIRFIELD = re.compile(
    r"air ?base|airfield|aerodrome|bomber|авиабаз|аэродром|бомбардировщик|аеродром|авіабаз|бомбардувальник", re.I
)


def _alike(one: str, two: str) -> bool:
    return one in two or two in one or fuzz.ratio(one, two) >= 70


def _gap(one: Mention, two: Mention) -> int:
    """Characters between two mentions; what follows counts double."""
    return two.start - one.end if one.start < two.start else 2 * (one.start - two.end)


def _title(text: str, tail: str) -> str:
    noun = re.match(r"[»”\"]? ([a-z]+)", tail)
    bare = text.strip('«»“”"')
    return f"{bare} {noun[1]}" if noun and not is_cyrillic(bare) else bare


_CLASS = {"country": 4.5, "region": -0.3, "area": 5.5, "district": -1.2, "facility": -1.0, "settlement": 0.0}
_FEATURE = {"PPLX": -0.8, "ADM3": -1.0, "FAC": 1.0}


def _prior(entry: Entry) -> float:
    return (
        math.log10(max(entry.population, 100_000 if entry.kind == "region" else 30))
        + _CLASS[entry.kind]
        + _FEATURE.get(entry.feature, 0.0)
    )


def _close(one: Entry, two: Entry) -> bool:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return False
    return distance_km(one.lat, one.lon, two.lat, two.lon) < 30


def _joined(text: str, one: Mention, two: Mention) -> bool:
    """Whether only a comma or a conjunction stands between two mentions."""
    first, second = (one, two) if one.start < two.start else (two, one)
    gap = text[first.end : second.start]
    return (
        len(gap) < 24
        and re.fullmatch(r",?\s*(?:(?:and|or|и|і|та|й|а также|а також|the|as well as)\s+)?(?:in |в |у |the )?", gap)
        is not None
    )


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

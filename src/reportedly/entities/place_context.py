"""What a text says about where it is: countries, regions, districts and points that need no interpretation.

The evidence that published geoparsers weigh, as one score per bearer of a name: class and population, the kind that a
class noun announces, the countries and regions of the text, nearness to its other places, the region named right after,
and where the publisher sits. Weights are set by hand and measured by `evaluate.places_bench`.
"""

import math
import re
from collections import Counter
from functools import lru_cache

from msgspec import Struct
from rapidfuzz import fuzz

from reportedly.gazetteer import Entry, Gazetteer, distance_km
from reportedly.gazetteer.keys import fold
from reportedly.languages import lexicon
from reportedly.model import Mention
from reportedly.model.terms import PlaceKind, PlaceRole

HOME = ("RU", "UA", "BY")
_AIRFIELD = re.compile(
    r"air ?base|airfield|aerodrome|bomber|авиабаз|аэродром|бомбардировщик|аеродром|авіабаз|бомбардувальник", re.I
)
_CLASS = {"country": 4.5, "region": -0.3, "area": 5.5, "district": -1.2, "facility": -1.0, "settlement": 0.0}
_FEATURE = {"PPLX": -0.8, "ADM3": -1.0, "FAC": 1.0}


class Named(Struct):
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
    settled: bool = False


class Context:
    """The evidence of one text. Fill it with `note` for every mention before asking for a `score`."""

    def __init__(self, text: str, language: str, gazetteer: Gazetteer, publisher_region: str | None) -> None:
        self.text = text
        self.language = language
        self.gazetteer = gazetteer
        self.countries: Counter[str] = Counter()
        self.regions: Counter[int] = Counter()
        self.districts: Counter[int] = Counter()
        self.named: set[int] = set()
        self.anchors: list[tuple[float, float]] = []
        self.airfields = _AIRFIELD.search(text) is not None
        self.home: Entry | None = None
        self.home_country: str | None = None
        if publisher_region and len(publisher_region) == 2:
            self.home_country = publisher_region
        elif publisher_region:
            self.home = next((e for e in gazetteer.lookup(publisher_region, "en") if e.kind == "region"), None)
            self.home_country = self.home.country if self.home else None

    def note(self, one: Named) -> None:
        """What needs no context: a country, a region, a single bearer, a city that dwarfs its namesakes."""
        if one.label == "demonym" and one.chosen is not None and one.chosen.country:
            self.countries[one.chosen.country] += 1
            return
        if not one.entries:
            return
        best = one.entries[0]
        others = [e.population for e in one.entries[1:] if e.kind == best.kind and e.name != best.name]
        plain = best.kind in ("country", "region") or len(one.entries) == 1
        if best.kind == "country" and any(e.kind == "region" and e.population > best.population for e in one.entries):
            plain = False
        plain = plain or best.population > 50_000 and best.population > 10 * max(others, default=0)
        if self.language == "en" and len(one.entries) > 1 and fold(best.name) != fold(one.text):
            plain = plain and best.kind != "settlement"
        if not plain or best.country is None:
            return
        self.countries[best.country] += 1
        self.named.add(best.geonameid)
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

    def confirm(self, one: Named) -> None:
        """Takes a choice that came out clear as evidence for the ones that did not."""
        entry = one.chosen
        if entry is None or one.confidence < 0.75 or entry.geonameid in self.named or entry.kind != "settlement":
            return
        self.named.add(entry.geonameid)
        if entry.country:
            self.countries[entry.country] += 1
        if entry.admin1_id:
            self.regions[entry.admin1_id] += 1
        if entry.lat is not None and entry.lon is not None:
            self.anchors.append((entry.lat, entry.lon))

    def apart(self, one: Entry, two: Entry) -> bool:
        """Whether two places are too far apart for one to be part of the other."""
        return _km(one, two) > 80

    def within(self, one: Entry, two: Entry, km: float) -> bool:
        """Whether two places lie so many kilometres from each other."""
        return _km(one, two) <= km

    def state(self, words: str) -> str | None:
        """The state of the USA that an abbreviation stands for ("Ky.")."""
        return lexicon("en", "states").STATES.get(words.rstrip(".")) if self.language == "en" else None

    def lands(self) -> list[str]:
        """Countries that an unknown name is sought in: those of the text, else the publisher's."""
        return [code for code, _ in self.countries.most_common(3)] or ([self.home_country] if self.home_country else [])

    def score(self, entry: Entry, one: Named, beside: frozenset[int], close: Entry | None) -> float:
        """How well a bearer of the name fits; differences count, one unit is some factor of three in odds.

        ``beside`` and ``close`` are what `beside` and `close_to` say of the mention.
        """
        score = self._own(entry, one) + self._around(entry, beside)
        return score + (2.5 if close is not None and _km(entry, close) < 60 else 0.0)

    def close_to(self, mention: Mention) -> Entry | None:
        """The town that a place is said to lie near: "Kalynivka near Kyiv", «в Калиновке под Киевом»."""
        match = _CLOSE_TO.match(self.text, mention.end)
        found = self.gazetteer.lookup(match[1], self.language) if match else ()
        return next((e for e in found[:1] if e.kind == "settlement"), None)

    def _own(self, entry: Entry, one: Named) -> float:
        score = prior(entry)
        if self.language == "en" and fold(entry.name) == fold(one.text):
            score += 0.6
        elif self.language == "en" and entry.kind == "settlement" and not _alike(fold(entry.name), fold(one.text)):
            score -= 2.0
        if entry.kind == "region" and one.wanted is None and _is_town(entry, one):
            score -= 3.0
        if self.language != "en" and entry.kind == "settlement" and not _same_start(one.text, entry.name):
            score -= 2.5  # a former name: Nikopol was Slavyansk
        if entry.kind == "country" and any(e.kind == "region" and e.population > entry.population for e in one.entries):
            score -= 3.0  # Georgia
        if entry.kind == "region" and entry.country in HOME:
            score += 1.2
        if entry.feature == "FAC":
            score += 2.5 if self.airfields else -1.5
        if one.wanted:
            score += 2.0 if entry.kind == one.wanted else -2.0
        return score

    def _around(self, entry: Entry, beside: frozenset[int]) -> float:
        score, total = 0.0, sum(self.countries.values())
        if entry.country and total and self.countries[entry.country]:
            score += 2.5 * min(1.0, self.countries[entry.country] / total + 0.1)
        if self.language in ("ru", "uk") and entry.country in HOME:
            score += 2.0 if self.language == "ru" or entry.country == "UA" else 1.2
        score += 1.5 * (entry.admin1_id in self.regions) + 1.5 * (entry.admin2_id in self.districts)
        if entry.admin1_id in beside or entry.admin2_id in beside:
            score += 3.0
        elif beside and entry.country and any(e.geonameid in beside for e in self._land(entry.country)):
            score += 4.0
        if entry.kind in ("settlement", "district", "facility"):
            score += self._near(entry)
        if self.home is not None and entry.admin1_id == self.home.geonameid:
            score += 2.0
        return score + (1.0 if self.home_country and entry.country == self.home_country else 0.0)

    def _land(self, country: str) -> tuple[Entry, ...]:
        land = self.gazetteer.country(country)
        return (land,) if land is not None else ()

    def _near(self, entry: Entry) -> float:
        if not self.anchors or entry.lat is None or entry.lon is None:
            return 0.0
        near = min(distance_km(entry.lat, entry.lon, lat, lon) for lat, lon in self.anchors[:12])
        # a city's district lies where its city does
        score = 4.0 if entry.kind == "district" and entry.feature == "PPLX" and near < 2 else 0.0
        if entry.country in HOME and near < 60:
            score += 0.8  # bulletins name villages by the dozen, and few of them have a population on record
        return score + (1.5 if near < 60 else 0.8 if near < 200 else 0.0)

    def outside(self, entry: Entry, beside: frozenset[int]) -> bool:
        """Whether a settlement lies far from every region or district named right after it, or in another country."""
        found = [e for i in beside if (e := self.gazetteer.entry(i)) is not None and e.kind in ("region", "district")]
        return bool(found) and all(
            entry.admin1_id not in (e.geonameid, e.admin1_id)
            and (entry.country != e.country or _km(entry, e) > _ACROSS_A_REGION)
            for e in found
        )

    def far(self, entry: Entry) -> float:
        """Kilometres to the nearest place that the text surely names; 0 where it names none."""
        if not self.anchors or entry.lat is None or entry.lon is None:
            return 0.0
        return min(distance_km(entry.lat, entry.lon, lat, lon) for lat, lon in self.anchors)

    def beside(self, mention: Mention) -> frozenset[int]:
        """Regions and countries named right after the name: "Springfield, Illinois", «Суджа Курской области»."""
        tail = self.text[mention.end : mention.end + 60]
        match = re.match(r"(?:,| \(|,? (?:in|в|у)(?: the)?)? ?([A-Z]\.[A-Z]\.|[^\W\d_][\w’'-]+(?: [\w’'-]+)?)", tail)
        if not match:
            return frozenset()
        words = match[1].split(" ")
        for phrase in (match[1], words[0]):
            whole = self.state(phrase) or phrase
            bearers = self.gazetteer.lookup(whole, self.language)
            found = [e for e in bearers if e.kind in ("region", "district", "country")]
            if found and self.language != "en" and bearers[0].kind == "settlement":
                return frozenset()  # «по Москве, Пекину»: a town of its own, and not the region of that name
            if found and phrase[0].isupper():
                return frozenset(e.geonameid for e in found)
        return frozenset()


_ACROSS_A_REGION = 300.0
"""Kilometres from the middle of a region beyond which nothing of it lies, save in the Far North."""


def prior(entry: Entry) -> float:
    """What a place weighs before anything is known of the text: its class and the logarithm of its population."""
    people = max(entry.population, 100_000 if entry.kind == "region" else 30)
    return math.log10(people) + _CLASS[entry.kind] + _FEATURE.get(entry.feature, 0.0)


def _is_town(region: Entry, one: Named) -> bool:
    """Whether the bare name of a region is first that of a town in it: "Belgorod"."""
    return any(
        e.kind == "settlement" and e.country == region.country and e.population > max(20_000, region.population / 50)
        for e in one.entries
    )


@lru_cache(maxsize=4096)
def _alike(one: str, two: str) -> bool:
    return one in two or two in one or fuzz.ratio(one, two) >= 70


_INITIALS = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщэюя",
        (
            "a b vw gh gh d eyj eyj zjg z iyj iyj iyj yij kcq l m n o pb r sczx t uowv fp hkcj"
            " tcz ctkj sc s ea yiuj yij"
        ).split(),
        strict=True,
    )
)


@lru_cache(maxsize=8192)
def _same_start(words: str, english: str) -> bool:
    """Whether a Cyrillic name can be a spelling of an English one, by their first letters."""
    latin = _INITIALS.get(words[:1].casefold())
    return latin is None or fold(english)[:1] in latin


def joined(text: str, one: Mention, two: Mention) -> bool:
    """Whether only a comma or a conjunction stands between two mentions."""
    first, second = (one, two) if one.start < two.start else (two, one)
    gap = text[first.end : second.start]
    return len(gap) < 24 and _JOINED.fullmatch(gap) is not None


def _km(one: Entry, two: Entry) -> float:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return math.inf
    return distance_km(one.lat, one.lon, two.lat, two.lon)


_CLOSE_TO = re.compile(
    r",? (?:of|near|outside|close to|not far from|под|возле|недалеко от|під|біля|поблизу|неподалік) ([^\W\d_][\w’'-]+)"
)
_JOINED = re.compile(r",?\s*(?:(?:and|or|и|і|та|й|а также|а також|the|as well as)\s+)?(?:in |в |у |the )?")

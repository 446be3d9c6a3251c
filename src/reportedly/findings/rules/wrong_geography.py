"""`wrong_geography`: what a text says about where a place lies, against the gazetteer.

Definition, five checks: (a) "X in / of region Y" and Y does not hold X; (b) "on the border with Y" and X is over 150
km from it; (c) "western frontiers", "in the western region" in a matter between two states, and X is over 400 km from
their border; (d) "near Y" and X is over 250 km from Y, capitals by demonym included; (e) "N km from Y" off by over
half and over 50 km.
Source: gazetteer geometry; thresholds allow for rough speech and for regions as points.

Flags: "Izhevsk, on Russia's southern border with Ukraine" · "Engels, near the Kazakh capital" · "the Gaomi district
of Hebei province"
Does not flag: "Shebekino, on the border with Ukraine" · "Engels, Saratov region" · "Udmurtia, in the Volga area"
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from reportedly.findings.context import evidence, in_order
from reportedly.findings.context import language as language_of
from reportedly.findings.draft import finding
from reportedly.findings.geography import Point, distance_km, named, point
from reportedly.findings.references import Places, References
from reportedly.languages import fold, lexicon
from reportedly.model import Claim, Finding, Reading

CODES = (
    "wrong_geography.containment",
    "wrong_geography.border",
    "wrong_geography.frontier",
    "wrong_geography.near",
    "wrong_geography.distance",
)
_BORDER_KM = 150
_BORDER_REGION_KM = 350
_FRONTIER_KM = 400
_NEAR_KM = 250
_REGION_KM = 150
"""From the middle of a region: a town just outside it, or an enclave, is counted with it in plain speech."""
_WELL_KNOWN = 20_000
"""Inhabitants."""


class Wrong(Struct, frozen=True):
    """What is wrong in one claim."""

    code: str
    claim: Claim
    params: dict[str, Any]


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding, with every claim that misplaces something; the first error is explained."""
    places, code = references.gazetteer, language_of(reading)
    if places is None or code is None:
        return
    states = sorted({p.country for c in reading.claims for p in c.places if p.country})
    wrong = [w for c in in_order(reading) if (w := _wrong(reading, c, places, code, states))]
    if wrong:
        claims = [c for c in reading.claims if any(_over(c, w.claim) for w in wrong)]
        yield finding(reading, wrong[0].code, claims, severity="error", attribute="place", **wrong[0].params)


def _over(one: Claim, two: Claim) -> bool:
    """Whether two claims stand on mostly the same words, wrong place and all."""
    common = min(one.end, two.end) - max(one.start, two.start)
    return one is two or common > 0.8 * max(one.end - one.start, two.end - two.start, 1)


def _wrong(reading: Reading, claim: Claim, places: Places, code: str, states: list[str]) -> Wrong | None:
    words = evidence(reading, claim)
    points = [p for place in claim.places if (p := point(place, places, code)) and place.role not in ("from", "toward")]
    points = [p for p in points if p.kind != "country"]
    if not points:
        return None
    for check in (_containment, _border, _near, _distance):
        found = check(words, points, places, code)
        if found:
            return Wrong(found[0], claim, found[1])
    found = _frontier(words, points, places, code, states)
    return Wrong(found[0], claim, found[1]) if found else None


Checked = tuple[str, dict[str, Any]] | None


def _containment(words: str, points: list[Point], places: Places, code: str) -> Checked:
    for inner in points:
        for region in points:
            if (
                inner is region
                or region.kind != "region"
                or inner.kind not in ("settlement", "district")
                or region.id is None
            ):
                continue
            if not _joined(words, inner, region, code):
                continue
            spots = [inner, *_namesakes(inner, places, code)]
            far = distance_km(inner, region) > _REGION_KM
            if (
                far
                and _well_known(inner, places, code)
                and all(places.contains(region.id, p.lat, p.lon) is False for p in spots)
            ):
                return CODES[0], {"place": inner.name, "region": region.name}
    return None


def _well_known(p: Point, places: Places, code: str) -> bool:
    """Whether a place is large enough that no village of the same name, unknown to the gazetteer, is likely meant."""
    sizes = [getattr(e, "population", 0) for name in (p.text, p.name) for e in places.lookup(name, code)]
    return max(sizes, default=0) >= _WELL_KNOWN


def _joined(words: str, inner: Point, region: Point, code: str) -> bool:
    if not any(w in fold(region.text) for w in lexicon(code, "geography").REGION_WORDS):
        return False
    start = words.find(fold(inner.text))
    rest = words[start + len(inner.text) :] if start >= 0 else ""
    return any(
        rest.startswith(f"{glue} {fold(region.text)}".replace("  ", " "))
        for glue in lexicon(code, "geography").CONTAINED
    )


def _border(words: str, points: list[Point], places: Places, code: str) -> Checked:
    match = next((m for cue in _patterns(code, "BORDER") if (m := cue.search(words))), None)
    if match is None:
        return None
    other = _country_after(words[match.end() :], places, code)
    before = [p for p in points if fold(p.text) in words[: match.start()]]
    for p in before:
        if other is None or p.country is None or other.country in (None, p.country):
            continue
        km = places.border_distance_km(p.lat, p.lon, p.country, str(other.country))
        if km is None:
            km = distance_km(p, other) if not _neighbours(places, p.country, str(other.country)) else None
        if km is not None and km > (_BORDER_REGION_KM if p.kind == "region" else _BORDER_KM):
            return CODES[1], {"place": p.name, "other": other.name, "km": round(km)}
    return None


def _neighbours(places: Places, one: str, two: str) -> bool:
    entry = places.country(one)
    return entry is not None and any(e.country == two for e in places.neighbours(entry.geonameid))


def _country_after(rest: str, places: Places, code: str) -> Point | None:
    """The country whose name follows a border word, within three words."""
    for word in re.findall(r"[^\W\d_]+", rest)[:3]:
        found = [e for e in places.lookup(word.capitalize(), code) if e.kind == "country" and e.country]
        if found and found[0].lat is not None:
            return Point(
                word, found[0].name, "country", found[0].country, found[0].lat, found[0].lon, found[0].geonameid
            )
    return None


def _frontier(words: str, points: list[Point], places: Places, code: str, states: list[str]) -> Checked:
    """Words for a border belt, in a report on two states that share a border."""
    if not any(cue.search(words) for cue in (*_patterns(code, "FRONTIER"), *_patterns(code, "COMPASS"))):
        return None
    if not any(cue.search(words) for cue in _patterns(code, "FRONTIER")):
        return None
    for p in points:
        for other in states:
            if p.country is None or other == p.country:
                continue
            km = places.border_distance_km(p.lat, p.lon, p.country, other)
            if km is not None and km > _FRONTIER_KM:
                states_of = {"one": {"country": p.country}, "other": {"country": other}}
                return CODES[2], {"place": p.name, "km": round(km), **states_of}
    return None


def _near(words: str, points: list[Point], places: Places, code: str) -> Checked:
    for cue in _patterns(code, "NEAR"):
        for match in cue.finditer(words):
            rest = words[match.end() :].lstrip().removeprefix("the ")
            other = _capital(rest, places, code) or next((p for p in points if rest.startswith(fold(p.text))), None)
            before = [p for p in points if p is not other and fold(p.text) in words[: match.start()]]
            if other is None or not before or other.kind not in ("settlement", "facility"):
                continue
            km = _closest_km(before[-1], other, places, code)
            known = _well_known(before[-1], places, code) and _well_known(other, places, code)
            if known and km > _NEAR_KM and before[-1].kind in ("settlement", "facility"):
                return CODES[3], {"place": before[-1].name, "other": other.name, "km": round(km)}
    return None


def _closest_km(one: Point, two: Point, places: Places, code: str) -> float:
    """The distance of the closest pair of namesakes: a wrongly chosen namesake is the reader's fault, not the
    text's.
    """
    ones, twos = ([p, *_namesakes(p, places, code)] for p in (one, two))
    return min(distance_km(a, b) for a in ones for b in twos)


def _namesakes(p: Point, places: Places, code: str) -> list[Point]:
    found = [e for name in (p.text, p.name) for e in places.lookup(name, code)]
    found = [e for e in found if e.lat is not None and e.country == p.country]
    return [Point(p.text, e.name, e.kind, e.country, e.lat, e.lon, e.geonameid) for e in found[:40]]


def _capital(rest: str, places: Places, code: str) -> Point | None:
    name = next((c for words, c in lexicon(code, "geography").CAPITALS.items() if rest.startswith(words)), None)
    return named(name, places, code) if name else None


def _distance(words: str, points: list[Point], places: Places, code: str) -> Checked:
    for match in _patterns(code, "DISTANCE")[0].finditer(words):
        rest = words[match.end() :]
        other = next((p for p in points if rest.startswith(fold(p.text)) and p.kind == "settlement"), None)
        before = [
            p
            for p in points
            if p is not other and p.kind in ("settlement", "facility") and fold(p.text) in words[: match.start()]
        ]
        said = _number(match.group(1))
        if other is None or not before or said is None:
            continue
        said *= 1.609 if match.group(2).startswith("mil") else 1.0
        km = distance_km(before[-1], other)
        if abs(km - said) > max(50, 0.5 * max(km, said)) and _closest_km(before[-1], other, places, code) > said:
            return CODES[4], {"place": before[-1].name, "other": other.name, "said": round(said), "km": round(km)}
    return None


def _number(text: str) -> float | None:
    digits = re.sub(r"[ ,](?=\d{3}\b)", "", text.strip(" .,")).replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return None


@lru_cache(maxsize=32)
def _patterns(code: str, name: str) -> tuple[re.Pattern[str], ...]:
    value = getattr(lexicon(code, "geography"), name)
    return tuple(re.compile(rf"(?<!\w)(?:{p})") for p in ((value,) if isinstance(value, str) else value))

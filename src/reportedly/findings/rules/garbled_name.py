"""`garbled_name`: a variant that resolves, with the canonical name.

Definition: a weapon, person or place whose words differ from every known spelling of what they resolve to: weapons by
the look-up of the references, persons against office holders, places against the gazetteer's names. Ordinary
transliterations (Zelenskiy, Zelensky; Kharkov) are no garbling. All of a report are one finding.
Source: name authority practice (variant names are kept beside the canonical one).

Flags: "two drones of the 'Lutuy' type" (An-196 Liutyi) · "Alexandr Brechelov" (Alexander Brechalov) · "Izhewsk"
(Izhevsk)
Does not flag: "Zelenskiy said" · "Kharkov" · "Izhokov" (no such place: `unknown_place`)
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz.fuzz import ratio

from reportedly.findings.context import in_order
from reportedly.findings.context import language as language_of
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.languages import lexicon
from reportedly.model import Claim, Finding, Place, Reading, Source

CODES = ("garbled_name.variant",)
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]+")
_OF_PEOPLE = re.compile(r"(?:ian|ish|ese|can|ean)$", re.I)
_ALIKE = 70
_PEOPLE_ALIKE = 75


class Garbled(Struct, frozen=True):
    """Words as written, and what they stand for."""

    text: str
    name: str
    claim: Claim


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding."""
    code = language_of(reading)
    if code is None:
        return
    found = [
        *_weapons(reading, references, code),
        *(_people(reading, references) if code == "en" else ()),
        *_places(reading, references, code),
    ]
    if found:
        names = "; ".join(dict.fromkeys(f"{g.text} = {g.name}" for g in found))
        yield finding(reading, CODES[0], [g.claim for g in found], severity="note", names=names)


def _weapons(reading: Reading, references: References, code: str) -> Iterator[Garbled]:
    if references.variants is None:
        return
    for variant in references.variants(reading.report.text, code):
        for claim in in_order(reading):
            if claim.start <= variant.start < claim.end:
                yield Garbled(variant.text, variant.name, claim)


def _people(reading: Reading, references: References) -> Iterator[Garbled]:
    for claim in in_order(reading):
        words = [
            w.removesuffix("'s").removesuffix("’s")
            for w in _LATIN.findall(reading.report.text[claim.start : claim.end])
        ]
        for source in claim.sources:
            garbled = _person(source, words, references)
            if garbled:
                yield Garbled(garbled[0], garbled[1], claim)


def _person(source: Source, words: list[str], references: References) -> tuple[str, str] | None:
    tokens = source.name.split()
    if (
        len(tokens) != 2
        or not all(_LATIN.fullmatch(t) for t in tokens)
        or source.kind not in ("official", "military", "expert")
    ):
        return None
    meant = references.office_holder(source.name) if references.office_holder else None
    if meant and meant != source.name:
        return (source.name, meant) if not spelt_alike(source.name.split()[-1], meant.split()[-1]) else None
    surname = tokens[-1]
    if not any(w[:1].isupper() for w in words) or any(spelt_alike(w, surname) for w in words):
        return None
    near = [
        w for w in words if w[:1] == surname[:1] and len(w) > 4 and ratio(w.lower(), surname.lower()) >= _PEOPLE_ALIKE
    ]
    return (near[0], source.name) if near else None


def _places(reading: Reading, references: References, code: str) -> Iterator[Garbled]:
    if code != "en":
        return
    generic = lexicon(code, "geography").GENERIC
    for claim in in_order(reading):
        for place in claim.places:
            words = reading.report.text[claim.start : claim.end]
            if place.name and place.text in words and _garbled(place, references, generic, code):
                yield Garbled(place.text, place.name, claim)


def _garbled(place: Place, references: References, generic: frozenset[str], code: str) -> bool:
    own = [w for w in _LATIN.findall(place.text) if w.lower() not in generic and w[0].isupper()]
    canonical = [w for w in _LATIN.findall(place.name or "") if w.lower() not in generic]
    if not own or not canonical or len(own[0]) < 4:
        return False
    word = own[0].removesuffix("'s").removesuffix("’s")
    if _OF_PEOPLE.search(word):
        return False
    if any(spelt_alike(word, c) or c.lower().startswith(word.lower()[:-2]) and len(word) > 6 for c in canonical):
        return False
    if references.gazetteer and any(e.country == place.country for e in references.gazetteer.lookup(word, code)):
        return False
    return any(_ALIKE <= ratio(word.lower(), c.lower()) < 100 for c in canonical)


def spelt_alike(one: str, two: str) -> bool:
    """Whether two words are the same name in ordinary transliterations."""
    return _skeleton(one) == _skeleton(two)


_RULES = (
    ("’", ""),
    ("'", ""),
    ("kh", "h"),
    ("zh", "j"),
    ("ts", "c"),
    ("x", "ks"),
    ("ou", "u"),
    ("gh", "g"),
    ("ie", "e"),
    ("ye", "e"),
    ("yo", "e"),
    ("io", "e"),
)


def _skeleton(word: str) -> str:
    word = word.lower()
    for old, new in _RULES:
        word = word.replace(old, new)
    word = re.sub(r"[yij]+", "i", word)
    return re.sub(r"(.)\1", r"\1", word)

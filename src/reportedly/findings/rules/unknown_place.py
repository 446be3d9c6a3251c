"""`unknown_place`: a name that no gazetteer knows. Candidates are shown, never linked by themselves.

Definition: a place of a claim without a canonical name; one finding a name, with every claim that has it. Candidates:
those of the reader, and places of the same report with a similar name.
Source: geocoding practice (no nearest match instead of an unknown); claim schema, rule 19.

Flags: "an attack on Izhokov" · "вибух у селищі Ольхоморське під Москвою"
Does not flag: "Izhewsk" (a variant that resolves: `garbled_name`) · "a village near the border" (no name)
"""

from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from reportedly.findings.context import in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.languages import codes, fold, lexicon
from reportedly.model import Claim, Finding, Place, Reading

CODES = ("unknown_place.no_such_name", "unknown_place.similar")
_SIMILAR = 0.8
_SURE = 0.6


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each unknown name."""
    for name, claims in unknown_names(reading, references).items():
        similar = candidates(reading, name)
        code = CODES[1] if similar else CODES[0]
        yield finding(
            reading, code, claims, severity="warning", attribute="place", name=name, candidates=list(similar)
        )


def unknown_names(reading: Reading, references: References) -> dict[str, list[Claim]]:
    """Every unknown name as first written, with the claims that have it."""
    found: dict[str, list[Claim]] = {}
    for claim in in_order(reading):
        for place in claim.places:
            if place.name is not None or not _named(place) or _adjective(reading, place):
                continue
            if not _known(place, references, reading.report.language):
                found.setdefault(_spelling(found, place.text), []).append(claim)
    return found


def _named(place: Place) -> bool:
    return any(ch.isupper() for ch in place.text)


def _adjective(reading: Reading, place: Place) -> bool:
    """Whether the name only qualifies a street, a park, a direction ("на Карельском бульваре")."""
    if place.span is None or reading.report.language not in codes():
        return False
    after = fold(reading.report.text[place.span[1] : place.span[1] + 30]).split()
    return bool(after) and after[0].strip('.,;:!?»"').startswith(
        lexicon(reading.report.language, "geography").QUALIFIED
    )


def _known(place: Place, references: References, code: str | None) -> bool:
    """Whether the gazetteer has the bare name: the reader then could not choose, which does not make it unknown."""
    if references.gazetteer is None or code not in codes():
        return False
    generic = lexicon(code, "geography").GENERIC
    bare = " ".join(w for w in place.text.strip("«»\"'“”‘’ ").split() if w.lower() not in generic)
    return not bare or bool(references.gazetteer.lookup(bare, code))


def _spelling(known: dict[str, list[Claim]], text: str) -> str:
    bare = text.strip("«»\"'“”‘’ ")
    return next((k for k in known if ratio(k.lower(), bare.lower()) >= 88), bare)


def candidates(reading: Reading, name: str) -> list[str]:
    """Names that the unknown one may stand for: similar names in the same report, then the reader's candidates."""
    listed = [
        c.name
        for claim in reading.claims
        for p in claim.places
        if p.name is None and p.text == name
        for c in p.candidates
        if (c.confidence or 0) >= _SURE
    ]
    return list(dict.fromkeys([*alike_here(reading, name), *listed]))[:5]


def alike_here(reading: Reading, name: str) -> list[str]:
    """Known places of the same report whose names resemble the unknown one."""
    known = {p.text: p.name for claim in reading.claims for p in claim.places if p.name}
    near = [t for t in known if t != name and JaroWinkler.similarity(t.lower(), name.lower()) >= _SIMILAR]
    return [known[t] for t in near]

"""`disputed_territory`: a place listed under a state that does not hold it by internationally recognised borders.

Definition: (a) a claim that calls occupied Ukrainian territory by the name of a self-styled republic; (b) Crimea or
Sevastopol counted with Russian regions by a Russian body, or as Russian regions or territory.
Source: UN General Assembly resolutions 68/262 (Crimea) and ES-11/4 (Donetsk, Luhansk, Zaporizhzhia, Kherson); ISO
3166-1.

Flags: "60 drones downed, 17 of them over Crimea and 16 over the Rostov region" (Russian ministry) · "Часов Яр
Донецкой Народной Республики"
Does not flag: "explosions in Sevastopol, Crimea" · "the third town taken in Donetsk Oblast this year"
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order, sentence
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.speakers import side
from reportedly.model import Claim, Finding, Place, Reading

CODES = ("disputed_territory.self_styled", "disputed_territory.counted_with")
_COUNTED = ("interception", "strike", "disruption", "assessment")
_NAMES = ("crimea", "sevastopol")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding of each sort."""
    claims = in_order(reading)
    styled = [c for c in claims if c.places and _self_styled(reading, c)]
    if styled:
        yield _found(reading, CODES[0], styled, [p.text for p in styled[0].places if _occupied(p)])
    counted = [c for c in claims if c not in styled and _counted_with(reading, c, references)]
    if counted:
        yield _found(reading, CODES[1], counted, [p.name or p.text for c in counted for p in c.places if _crimea(p)])


def _self_styled(reading: Reading, claim: Claim) -> bool:
    return has(reading, evidence(reading, claim), "SEPARATIST_NAMES") and any(_occupied(p) for p in claim.places)


def _occupied(place: Place) -> bool:
    return place.country == "UA"


def _crimea(place: Place) -> bool:
    return place.country == "UA" and (place.name or "").lower().startswith(_NAMES)


def _counted_with(reading: Reading, claim: Claim, references: References) -> bool:
    if not any(_crimea(p) for p in claim.places) or claim.event not in _COUNTED:
        return False
    russian = any(p.country == "RU" for p in claim.places)
    said_so = has(reading, sentence(reading, claim), "OWN_COUNTRY") or (russian and _carries_on(reading, claim))
    if claim.event == "assessment":
        return russian and _carries_on(reading, claim)
    return (russian and side(reading, claim, references) == "RU") or said_so


def _carries_on(reading: Reading, claim: Claim) -> bool:
    """Whether the sentence before, on Russian regions, is what the claim breaks down."""
    before = [c for c in in_order(reading) if c.start < claim.start][-2:]
    return any(c.event == "interception" and has(reading, evidence(reading, c), "OWN_COUNTRY") for c in before)


def _found(reading: Reading, code: str, claims: list[Claim], names: list[str]) -> Finding:
    return finding(reading, code, claims, severity="note", attribute="place", places=list(dict.fromkeys(names)))

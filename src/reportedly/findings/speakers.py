"""Who stands behind a claim: the last link of its chain, its side, and whether that is a party or a bystander."""

import re

from rapidfuzz.fuzz import ratio

from reportedly.findings.references import References
from reportedly.languages.sides import side_by_words
from reportedly.model import Claim, Reading, Source

_PARTIES = ("official", "military")
_VAGUE = re.compile(
    r"^(?:some |several |local |other |unnamed |unidentified |anonymous |western |regional |many )*"
    r"(?:analysts|experts|observers|officials?|local officials|reports?|sources?|media reports?|media|"
    r"channels|critics|commentators|"
    r"insiders|eyewitnesses|posts?|social media|one site|sites?|authorities)\b"
    r"(?! of the)",
    re.I,
)
_LATIN = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфхцыэіїєґь", "abvgdeezijklmnoprstufhcyeiiegi", strict=True))
    | {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": ""}
)
_ALIKE = 75
OWN_VOICE = "the publisher"


def voucher(claim: Claim) -> Source | None:
    """The link that vouches for the content, the last of the chain; ``None`` = the publisher's own voice."""
    return claim.sources[-1] if claim.sources else None


def speaker(claim: Claim) -> str:
    """A name for whoever vouches, for comparison and for display."""
    source = voucher(claim)
    return source.name if source else OWN_VOICE


def same_speaker(one: Claim, two: Claim) -> bool:
    """Whether two claims rest on one word: the same last link, or links in common."""
    a, b = [_key(s.name) for s in one.sources], [_key(s.name) for s in two.sources]
    if not a or not b:
        return a == b
    return a[-1] == b[-1] or a[-1] in b or b[-1] in a or _transcribed(a[-1], b[-1])


def _key(name: str) -> str:
    return name.casefold()


def _transcribed(one: str, two: str) -> bool:
    """Whether one name is the other in the other script ("Олег Кипер", "Oleh Kiper")."""
    if one.isascii() == two.isascii():
        return False
    return ratio(*(n.translate(_LATIN) for n in (one, two))) >= _ALIKE


def side(reading: Reading, claim: Claim, references: References) -> str | None:
    """The party to the conflict that the voucher speaks for, as far as known; the publisher's side for its own
    voice."""
    source = voucher(claim)
    if source is None:
        own = own_voice(reading, references)
        return side_of_name(own, references) if own else None
    return source.side or side_of_name(source.name, references)


def side_of_name(name: str, references: References) -> str | None:
    """The party to the conflict by a name: pack first, then the name's own words."""
    known = references.side_of(name) if references.side_of else None
    return known or side_by_words(name)


def own_voice(reading: Reading, references: References) -> str | None:
    """The body or office holder whose own channel the report is, ``None`` for media and for what no pack knows."""
    publisher = reading.report.publisher
    if not publisher or references.own_voice is None:
        return None
    return references.own_voice(publisher)


def party(claim: Claim) -> bool:
    """Whether the voucher is an official or military body."""
    source = voucher(claim)
    return source is not None and source.kind in _PARTIES


def vague(source: Source) -> bool:
    """Whether a source is nobody that could be asked: unnamed, or a plural of analysts, officials, reports."""
    if source.named == "anonymous" or source.kind == "anonymous":
        return True
    return source.named != "name" and bool(_VAGUE.match(source.name))

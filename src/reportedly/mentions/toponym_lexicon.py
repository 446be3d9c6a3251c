"""The word lists that names are found with, compiled for a language."""

import re
from functools import lru_cache
from types import ModuleType

from msgspec import Struct

from reportedly.gazetteer.keys import fold
from reportedly.languages import lexicon

_ADJECTIVE_ENDINGS = "(?:ий|ая|ое|ие|ой|ого|ому|ую|их|им|ими|ом|ою|а|е|і|ої|ій|у)"


class Lexicon(Struct, frozen=True):
    """The compiled word lists of a language."""

    data: ModuleType
    everyday: frozenset[str]
    heads: dict[str, tuple[str, str]]
    follow: re.Pattern[str]
    anaphors: tuple[tuple[str, re.Pattern[str]], ...]
    demonyms: re.Pattern[str]
    demonym_heads: tuple[tuple[str, re.Pattern[str]], ...]
    facility: re.Pattern[str] | None
    adjectives: re.Pattern[str] | None
    nowhere: frozenset[str]
    states: re.Pattern[str] | None
    phrases: re.Pattern[str]


@lru_cache(maxsize=8)
def words_of(language: str) -> Lexicon:
    """The lists of a language that has a folder in `languages`."""
    data = lexicon(language, "toponyms")
    latin = language == "en"
    names = sorted(data.DEMONYMS, key=len, reverse=True)
    follow = [data.NEAR_HEADS] if isinstance(data.NEAR_HEADS, str) else list(data.NEAR_HEADS)
    follow += data.FOLLOW
    return Lexicon(
        data=data,
        everyday=frozenset(fold(w) for w in lexicon(language, "everyday").EVERYDAY),
        heads=data.REGION_HEADS,
        follow=re.compile(rf"(?:{'|'.join(follow)})$", re.IGNORECASE),
        anaphors=tuple((kind, re.compile(rule)) for kind, rule in data.ANAPHORS),
        demonyms=re.compile(
            rf"\b({'|'.join(names)}){'' if latin else _ADJECTIVE_ENDINGS}\b ",
            0 if latin else re.IGNORECASE,
        ),
        demonym_heads=tuple((role, re.compile(rf"{rule}\b")) for role, rule in data.DEMONYM_HEADS),
        facility=None if latin else re.compile(rf"(?<!\w){data.FACILITY_BEFORE}[^.;«\n]{{0,32}}(«)"),
        adjectives=None
        if latin
        else re.compile(rf"\b([\w'’ʼ-]+?(?:ськ|ск|цк|цьк|зьк))\w{{1,3}} (?:\w+ )?{data.ADJECTIVE_HEADS}\b"),
        nowhere=data.NOWHERE,
        phrases=re.compile(data.PHRASES),
        states=re.compile(rf"(?<=\w, )((?:{'|'.join(map(re.escape, lexicon(language, 'states').STATES))})\.)")
        if latin
        else None,
    )

"""Fixed turns of phrase found once over a whole text: comparisons, parties, things hit, words that claim nothing."""

import re
from bisect import bisect_left
from functools import lru_cache

from msgspec import Struct

from reportedly.languages import lexicon
from reportedly.languages.noun_phrases import namer
from reportedly.model import Span
from reportedly.model.terms import ComparisonKind


class Found(Struct, frozen=True):
    """A phrase of a text: where it stands and which entry of its list it is."""

    start: int
    end: int
    entry: str


class Row:
    """The phrases of one list in order of their place, asked for by stretch."""

    def __init__(self, found: list[Found]) -> None:
        self._found = sorted(found, key=lambda f: f.start)
        self._starts = [f.start for f in self._found]

    def first(self, start: int, end: int) -> Found | None:
        """The first phrase that stands wholly within ``start``..``end``."""
        for k in range(bisect_left(self._starts, start), len(self._found)):
            if self._found[k].start >= end:
                return None
            if self._found[k].end <= end:
                return self._found[k]
        return None

    def within(self, start: int, end: int) -> list[Found]:
        """The phrases that begin within ``start``..``end``."""
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Phrases(Struct, frozen=True):
    """All fixed phrases of one text. Comparisons and actors have a row an entry, in the order of their list.

    The entry of a service is its number there, ``s0``, ``s1`` ...
    """

    comparisons: tuple[tuple[ComparisonKind, Row], ...]
    actors: tuple[tuple[str, Row], ...]
    services: Row
    targets: Row
    people: Row
    skips: Row

    @classmethod
    def find(cls, folded: str, language: str) -> "Phrases":
        """Run every list of a language over a folded text, once."""
        patterns = _patterns(language)
        return cls(
            comparisons=tuple((kind, _row(p, folded)) for kind, p in patterns.comparisons),
            actors=tuple((name, _row(p, folded)) for name, p in patterns.actors),
            services=Row([Found(m.start(), m.end(), m.lastgroup or "") for m in patterns.services.finditer(folded)]),
            targets=Row([Found(*found) for found in namer(language).find(folded)]),
            people=_row(patterns.people, folded),
            skips=_row(patterns.skips, folded),
        )


def _row(pattern: re.Pattern[str], folded: str) -> Row:
    return Row([Found(m.start(), m.end(), "") for m in pattern.finditer(folded)])


class _Patterns(Struct, frozen=True):
    comparisons: tuple[tuple[ComparisonKind, re.Pattern[str]], ...]
    actors: tuple[tuple[str, re.Pattern[str]], ...]
    services: re.Pattern[str]
    people: re.Pattern[str]
    skips: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    parties = lexicon(language, "parties")
    services = "|".join(f"(?P<s{k}>{p})" for k, (p, _) in enumerate(parties.SERVICES))
    return _Patterns(
        comparisons=tuple((k, re.compile(rf"(?<!\w)(?:{p})")) for k, p in lexicon(language, "comparisons").COMPARISONS),
        actors=tuple((name, re.compile(rf"(?<!\w)(?:{p})")) for p, name in parties.ACTORS),
        services=re.compile(rf"(?<!\w)(?:{services})"),
        people=re.compile(rf"(?<!\w)(?:{_words(lexicon(language, 'events').PEOPLE)})(?!\w)"),
        skips=re.compile(lexicon(language, "discourse").SKIP),
    )


def _words(terms: str) -> str:
    return "|".join(re.escape(t.strip()).replace(r"\*", r"\w*") for t in terms.split("|"))


def span(found: Found) -> Span:
    """The interval of a phrase."""
    return found.start, found.end

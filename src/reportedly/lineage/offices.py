"""Who holds an office, where a report says so beside the name: "the regional governor, Dmitry Makhonin".

Another report's "governor of Perm region" is then the same speaker. What a pack knows of offices the reader has used
already; here the reports at hand speak, and only of their own places.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportedly.languages import fold, joined
from reportedly.lineage.geo import held
from reportedly.lineage.names import skeleton
from reportedly.model import Claim, Place, Reading, Source

BEFORE, AFTER = 40, 60
"""Letters around a name in which its office is looked for, within the sentence."""
_STOP = re.compile(r"[.!?;:\n«»“”\"]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@lru_cache(maxsize=65536)
def office(words: str) -> str | None:
    """The office that words name: ``governor`` of a region, ``mayor`` of a town."""
    folded = fold(words)
    return next((name for name, pattern in joined("people", "OFFICES") if pattern.search(folded)), None)


class Offices:
    """The offices and their holders that a set of readings tells of."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._holders: dict[tuple[str, str], set[str]] = defaultdict(set)
        for reading in readings:
            for claim in reading.claims:
                for source in claim.sources:
                    if source.named != "role" and (what := _beside(reading, source)) is not None:
                        for seat in _seats(reading, claim, what):
                            self._holders[what, seat].add(source.name)

    def holders(self, reading: Reading, claim: Claim, source: Source) -> Sequence[str]:
        """The names of those who hold the office by which alone a source is called; empty if none is named."""
        what = office(source.name) if source.named == "role" else None
        if what is None:
            return ()
        seats = [s for s in _seats(reading, claim, what) if _agrees(_text(reading, source), s)]
        return sorted({name for seat in seats for name in self._holders.get((what, seat), ())})


def _text(reading: Reading, source: Source) -> str:
    return reading.report.text[slice(*source.span)] if source.span else source.name


def _beside(reading: Reading, source: Source) -> str | None:
    """The office in the words of a source, else in apposition to it."""
    if source.span is None:
        return None
    text, (start, end) = reading.report.text, source.span
    before = _STOP.split(text[max(0, start - BEFORE) : start])[-1]
    after = _STOP.split(text[end : end + AFTER])[0]
    beside = before.rstrip(), after
    apart = beside[0].rpartition(",")[0].rpartition(",")[2] if beside[0].endswith(",") else ""
    follows = after[1:].partition(",")[0] if after.startswith(",") else ""
    return office(text[start:end]) or office(apart or _last_words(beside[0])) or office(follows)


def _last_words(before: str) -> str:
    """What stands directly before a name: at most five words without a comma."""
    return " ".join(before.rpartition(",")[2].split()[-5:])


def _seats(reading: Reading, claim: Claim, what: str) -> set[str]:
    """The regions, for a mayor the towns, that a claim is about; of its report where it has none."""
    return set(_named(claim.places, what)) or {n for c in reading.claims for n in _named(c.places, what)}


def _named(places: Sequence[Place], what: str) -> Iterator[str]:
    for place in held(places):
        name = place.name if place.kind == ("region" if what == "governor" else "settlement") else None
        name = name or (place.admin1 if what == "governor" else None)
        if name:
            yield name


def _agrees(words: str, seat: str) -> bool:
    """Whether the place in the words of an office can be its seat; without one it is of the place told of."""
    named = [skeleton(w) for w in _WORD.findall(words)[1:] if w[:1].isupper()]
    own = skeleton(seat.split()[0])
    return not named or any(_alike(n, own) for n in named)


def _alike(a: str, b: str) -> bool:
    short = min(len(a), len(b))
    return a[: max(3, min(4, short - 1))] == b[: max(3, min(4, short - 1))]

"""Whether a text was seen before: as it is, or in part, in which reports, and how much of it."""

from msgspec import Struct

from reportedly.desk.queries import Shelf
from reportedly.lineage.wording import contained, words

SENTENCES, WORDS, HITS = 24, 6, 20
"""Sentences of the text that are looked for, the longest words of each that must stand together, reports for each."""
LEAST = 0.15
"""Share of the shorter text's runs of five words below which two texts have nothing in common."""
_STOPS = str.maketrans(dict.fromkeys(".!?…", "\n"))


class Seen(Struct, frozen=True, kw_only=True):
    """A report that has words of the text. ``share``: of the shorter text's runs of five words, 0 to 1."""

    report: str
    publisher: str | None
    published: str | None
    share: float


def seen(shelf: Shelf, text: str) -> tuple[Seen, ...]:
    """The reports that a text was seen in, those that have most of it first. Looks by the index of words."""
    sentences = sorted({s.strip() for s in text.translate(_STOPS).split("\n")}, key=len, reverse=True)
    names: dict[str, None] = {}
    for sentence in sentences[:SENTENCES]:
        rare = sorted(dict.fromkeys(words(sentence)), key=len, reverse=True)[:WORDS]
        if rare:
            names.update(dict.fromkeys(hit.told.report for hit in shelf.view.search(" ".join(rare), limit=HITS)))
    found = [
        Seen(report=r.report.id, publisher=r.report.publisher, published=r.report.published, share=round(share, 3))
        for r in shelf.readings(list(names))
        if (share := contained(text, r.report.text)) >= LEAST
    ]
    return tuple(sorted(found, key=lambda s: (-s.share, s.published or "", s.report)))

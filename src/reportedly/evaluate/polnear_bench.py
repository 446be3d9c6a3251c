"""Attributions against PolNeAR (Newell et al. 2018): ``python -m reportedly.evaluate.polnear_bench FILE.jsonl.gz``.

Rows hold ``text``, ``date``, ``publisher`` and ``attributions``: lists of spans for ``source``, ``cue``, ``content``.
Each is the set of its characters, spaces aside; a source, cue or content that we found is right if it has the same set
(exact), or if it shares at least half of the union (IoU >= .5), with one that is still free. Our conventions are
brought to theirs: the article or title before a speaker counts as source, the stretches of one cue are one content.
``--misses`` lists the cues of the gold that were not found, the most frequent first: words to learn, on the training
part only.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from reportedly.claims.attribution import Attribution, attribute
from reportedly.evaluate.matching import assign
from reportedly.mentions.sentences import split
from reportedly.model import Report, Span

KINDS = ("source", "cue", "content")
PUBLISHED = {
    "rules": (10.7, 22.8, 5.6),
    "CRF": (50.6, 53.4, 28.6),
    "BERT-CofeNet": (83.2, 75.3, 72.9),
}
"""Exact F1 of source, cue and content on PolNeAR's test part, from Wang et al. 2022 (CofeNet)."""

Chars: TypeAlias = frozenset[int]
Parts: TypeAlias = Mapping[str, Chars]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The annotation files of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def gold_parts(row: Mapping[str, Any]) -> list[Parts]:
    """The attributions of an annotation file, each part as its characters."""
    return [
        {kind: _chars(row["text"], [(s["start"], s["end"]) for s in one[kind]]) for kind in KINDS}
        for one in row["attributions"]
    ]


def found_parts(row: Mapping[str, Any]) -> list[Parts]:
    """What the tool reads as source, cue and content. An attribution without a cue is none in PolNeAR's scheme."""
    text = row["text"]
    report = Report(id="polnear", text=text, published=row["date"], publisher=row["publisher"], language="en")
    by_cue: dict[Span, list[Attribution]] = {}
    for a in attribute(text, split(text, "en"), "en", report):
        if a.cue is not None:
            by_cue.setdefault(a.cue, []).append(a)
    return [_parts(text, cue, some) for cue, some in by_cue.items()]


def _parts(text: str, cue: Span, found: Sequence[Attribution]) -> Parts:
    links = [link.span for a in found for link in reversed(a.chain) if link.span]
    speaker = next((span for span in links if abs(span[0] - cue[0]) < _NEAR), None)
    return {
        "source": _chars(text, [_titled(text, speaker)] if speaker else []),
        "cue": _chars(text, [cue]),
        "content": frozenset().union(*(_content(text, a.scope, [*links, cue]) for a in found)),
    }


_NEAR = 400
"""A speaker taken up from farther back, in code points, is not the source that PolNeAR marks."""
_TITLE = re.compile(r"(?:\b(?:the|an?|mr|mrs|ms|dr)\.?\s+)+$", re.IGNORECASE)
_EDGE = " \n\t\xa0,.;:—–-"
_PIECE = 25
"""Code points that a second piece of content needs: less is "on Friday" behind the cue."""


def _titled(text: str, span: Span) -> Span:
    before = _TITLE.search(text, max(0, span[0] - 20), span[0])
    return (before.start() if before else span[0], span[1])


def _content(text: str, scope: Span, spoken: Sequence[Span]) -> Chars:
    """The scope without the attributing words: what stands before them, after them, or both."""
    within = [s for s in spoken if s[1] > scope[0] and s[0] < scope[1]]
    left = min((s[0] for s in within), default=scope[1])
    right = max((s[1] for s in within), default=scope[1])
    pieces = [_trimmed(text, scope[0], max(left, scope[0])), _trimmed(text, min(right, scope[1]), scope[1])]
    longest = max(pieces, key=lambda p: p[1] - p[0])
    return _chars(text, [p for p in pieces if p == longest or p[1] - p[0] >= _PIECE])


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _chars(text: str, spans: Sequence[Span]) -> Chars:
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def overlap(a: Chars, b: Chars) -> float:
    """Intersection over union; 0 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 0.0


class Score:
    """Gold, found, and right by both measures, for each kind of part."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.exact: Counter[str] = Counter()
        self.half: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def add(self, text: str, gold: Sequence[Parts], found: Sequence[Parts]) -> None:
        """Counts one annotation file. Equal sets of one kind (two contents of one source) count once."""
        for kind in KINDS:
            want = list(dict.fromkeys(p[kind] for p in gold if p[kind]))
            got = list(dict.fromkeys(p[kind] for p in found if p[kind]))
            self.gold[kind] += len(want)
            self.found[kind] += len(got)
            self.exact[kind] += len(set(want) & set(got))
            pairs = assign([[x if (x := overlap(w, g)) >= 0.5 else None for g in got] for w in want])
            self.half[kind] += len(pairs)
            if kind == "cue":
                hit = {i for i, _ in pairs}
                self.missed.update(_words(text, w) for i, w in enumerate(want) if i not in hit)

    def line(self, kind: str) -> str:
        """One line of results."""
        return f"{kind:8} gold {self.gold[kind]:5d} found {self.found[kind]:5d}  " + "  ".join(
            f"{name} P {_share(right[kind], self.found[kind]):.3f} R {_share(right[kind], self.gold[kind]):.3f}"
            f" F1 {_share(2 * right[kind], self.found[kind] + self.gold[kind]):.3f}"
            for name, right in (("exact", self.exact), ("IoU>=.5", self.half))
        )


def _words(text: str, chars: Chars) -> str:
    return " ".join(text[min(chars) : max(chars) + 1].lower().split())


def _share(a: float, b: float) -> float:
    return a / b if b else 0.0


def score(rows_: Iterator[dict[str, Any]]) -> Score:
    """All annotation files of a part."""
    total = Score()
    for row in rows_:
        total.add(row["text"], gold_parts(row), found_parts(row))
    return total


def main() -> None:
    """Print one line a part, beside what was published; ``--misses`` lists what was not found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    total = score(rows(arguments.file))
    for kind in KINDS:
        print(total.line(kind))
    for name, figures in PUBLISHED.items():
        shown = " ".join(f"{kind} {figure}" for kind, figure in zip(KINDS, figures, strict=True))
        print(f"published, test part, exact F1: {name} {shown}")
    if arguments.misses:
        for words, count in total.missed.most_common(150):
            print(f"{count:5d}  {words}")


if __name__ == "__main__":
    main()

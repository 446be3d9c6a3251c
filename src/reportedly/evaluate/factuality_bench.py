"""Certainty and polarity against graded factuality: ``python -m reportedly.evaluate.factuality_bench FILE.jsonl.gz``.

Rows hold ``text`` (words parted by spaces) and ``targets``: ``span1`` (first word, and the one after the last) and
``label`` from -3 (certainly did not happen) to 3 (certainly did), as in the UW (Lee et al. 2015) and UDS-IH2 (Rudinger
et al. 2018) sets. Each target is read as the product reads an event word: in its clause, under the attribution that
reaches it. Beside it stands a lexicon baseline: negations and hedges anywhere between the sentence's start and the
target. Both are scored on all targets, and on those that hold an event word of ours (``events``).
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reportedly.claims import clauses, modality, triggers
from reportedly.claims.attribution import Attribution, attribute
from reportedly.claims.triggers import Trigger
from reportedly.languages import fold
from reportedly.mentions.sentences import split
from reportedly.model import Report, Span
from reportedly.model.terms import Certainty, Polarity

SIGN: dict[Polarity, int] = {"affirmed": 1, "denied": -1, "not_reported": 0, "withheld": 0}
GRADE: dict[Certainty, float] = {"certain": 3.0, "probable": 2.0, "possible": 1.0}
_SURE = 2.25
"""Least label that counts as certain: three of four annotators, or the like, saw no doubt."""

_NEGATION = re.compile(
    r"n['’]t\b|\b(?:not|no|never|nobody|none|nothing|neither|nor|without|den(?:y|ied|ies)|fail(?:ed|s)?)\b"
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|would|can|should|will|if|want(?:s|ed)?|hop(?:e|es|ed|ing)|plan(?:s|ned)?|possibl[ey]|perhaps|"
    r"probabl[ey]|likely|alleged(?:ly)?|reportedly|seems?|appears?|suggest(?:s|ed|ing)?|believe[sd]?|think)\b"
)


class Judged(NamedTuple):
    """The gold label of a target, and the grades that we and the baseline give it."""

    label: float
    ours: float
    baseline: float
    event: bool


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The sentences of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def judge(row: dict[str, Any]) -> Iterator[Judged]:
    """Every target of a sentence with a label."""
    text, words = plain(row["text"].split(" "))
    targets = [t for t in row["targets"] if t.get("label") is not None]
    spans = [(words[t["span1"][0]][0], words[t["span1"][1] - 1][1]) for t in targets]
    told = tuple(Trigger(a, b, "other", "verb") for a, b in sorted(set(spans)))
    voices = attribute(text, split(text, "en"), "en", Report(id="factuality", text=text, language="en"))
    parts = clauses.cut(text, 0, len(text), "en", told, _marks(voices))
    events = triggers.find(fold(text), "en")
    for target, (start, end) in zip(targets, spans, strict=True):
        yield Judged(
            label=target["label"],
            ours=_grade(text, _clause(parts, start, (0, len(text))), voices, start),
            baseline=_baseline(text.lower(), start),
            event=any(e.start < end and start < e.end for e in events),
        )


_JOINS = re.compile(r"n['’]t|['’](?:s|re|ve|ll|d|m)|[,.;:?!%)\]]|''")
_OPENS = frozenset(("(", "[", "``", "$"))


def plain(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Text as people write it, and where each word stands: marks and "n't" are joined to the word before."""
    text, spans = "", []
    for n, token in enumerate(tokens):
        apart = n > 0 and not _JOINS.fullmatch(token) and tokens[n - 1] not in _OPENS
        text += " " * apart
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def _marks(voices: Sequence[Attribution]) -> clauses.Marks:
    cues = [v.cue for v in voices if v.cue]
    shut = tuple(s.span for v in voices for s in v.chain if s.span)
    return clauses.Marks(shut=shut, arms=(), voices=tuple(v.scope for v in voices), cues=tuple(cues))


def _clause(parts: Sequence[clauses.Clause], at: int, whole: Span) -> Span:
    return next(((p.start, p.end) for p in parts if p.start <= at < p.end), whole)


def _grade(text: str, clause: Span, voices: Sequence[Attribution], at: int) -> float:
    polarity, said = modality.polarity(text, *clause, "en", at)
    if polarity in ("withheld", "not_reported") and said is not None and said[0] < at < said[1]:
        polarity = "denied"  # the word is the saying or reporting itself, and that did not take place
    certainty = modality.certainty(text, *clause, "en", at)
    holding = [v for v in voices if v.scope[0] <= at < v.scope[1] and not (v.cue and v.cue[0] <= at < v.cue[1])]
    voice = min(holding, key=lambda v: v.scope[1] - v.scope[0], default=None)
    if voice is not None:
        polarity = voice.polarity or polarity
        certainty = modality.weakest(certainty, voice.certainty)
    return SIGN[polarity] * GRADE[certainty]


def _baseline(text: str, at: int) -> float:
    before = text[:at]
    return (-1 if _NEGATION.search(before) else 1) * (GRADE["possible"] if _HEDGE.search(before) else GRADE["certain"])


def pearson(pairs: Sequence[tuple[float, float]]) -> float:
    """Correlation; 0 where one side does not vary."""
    n = len(pairs)
    mx, my = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    xy = sum((x - mx) * (y - my) for x, y in pairs)
    spread = sum((x - mx) ** 2 for x, _ in pairs) * sum((y - my) ** 2 for _, y in pairs)
    return float(xy / spread**0.5) if spread else 0.0


def f1(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (wanted, got); 0 where there is nothing."""
    hits = sum(w and g for w, g in pairs)
    got, wanted = sum(g for _, g in pairs), sum(w for w, _ in pairs)
    share = 2 * hits / (got + wanted) if got + wanted else 0.0
    return hits / got if got else 0.0, hits / wanted if wanted else 0.0, share


def line(name: str, graded: Sequence[tuple[float, float]]) -> str:
    """One grader: mean absolute error, correlation; what is not so (label < 0); what is not certain of the rest."""
    negative = f1([(label < 0, grade < 0) for label, grade in graded])
    open_ = f1([(label < _SURE, grade < GRADE["certain"]) for label, grade in graded if label >= 0])
    error = sum(abs(label - grade) for label, grade in graded) / len(graded)
    shown = "  ".join(
        f"{what} P {p:.3f} R {r:.3f} F1 {f:.3f}" for what, (p, r, f) in (("negative", negative), ("uncertain", open_))
    )
    return f"{name:9} MAE {error:.3f} r {pearson(graded):.3f}  {shown}"


def main() -> None:
    """Print the measures of each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        found = [j for row in rows(path) for j in judge(row)]
        for part, some in (("all", found), ("events", [j for j in found if j.event])):
            print(f"{path.name}, {part}: {len(some)} targets, {sum(j.label < 0 for j in some)} negative")
            print("  " + line("ours", [(j.label, j.ours) for j in some]))
            print("  " + line("lexicon", [(j.label, j.baseline) for j in some]))
            print("  " + line("always 3", [(j.label, 3.0) for j in some]))


if __name__ == "__main__":
    main()

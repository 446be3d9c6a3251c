"""Sentences with labels: ``python -m training.labels OUT.jsonl`` (paths and licences of the sources: sources.toml).

Gold reports and annotated posts are labelled by hand; the posts of the public collection by the rules ("weak").
A post that occurs, or almost occurs, in ``corpora/gold-real`` is left out, and so is a weak one that was annotated.
Spans are half-open intervals of code points in the sentence.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reportedly import pipeline
from reportedly.claims.things import Things
from reportedly.claims.triggers import Trigger
from reportedly.evaluate.agreement import same_source
from reportedly.evaluate.gold import read_gold, reports
from reportedly.evaluate.matching import match
from reportedly.model import Claim, Report

ROOT = Path(__file__).parents[1]
NEAR_COPY = 0.6
"""Share of common words above which two posts count as one text."""

ATTRIBUTION = ("source", "cue", "content")
ROLE_OF = {"actor": "actor", "target": "target", "weapons": "weapon", "places": "place", "time": "time"}
ROLE_OF |= {"quantities": "quantity"}

Json = dict[str, Any]
Spans = list[tuple[tuple[int, int], str]]


def of_report(report: Report, gold: Sequence[Json] | None, source: str) -> Iterator[Json]:
    """One row a sentence; without ``gold`` the labels are those of the rules."""
    things = pipeline.things(report)
    read = pipeline.claims(report)
    wire: Sequence[Json] = [msgspec.to_builtins(c) for c in read]
    claims = wire if gold is None else gold
    mates = {i: read[j] for i, j in match(claims, wire)} if gold is not None else dict(enumerate(read))
    before = ""
    for sentence in things.sentences:
        text = report.text[sentence.start : sentence.end]
        row: Json = {"report": report.id, "source": source, "language": report.language, "start": sentence.start}
        row |= {"text": text, "before": before, "claims": [], "triggers": [], "attribution": [], "roles": []}
        for i, claim in enumerate(claims):
            if sentence.start < claim["end"] and claim["start"] < sentence.end:
                _label(row, claim, mates.get(i), things, sentence.start)
        yield row
        before = text


def _label(row: Json, claim: Json, mate: Claim | None, things: Things, base: int) -> None:
    start, end = max(claim["start"], base), min(claim["end"], base + len(row["text"]))
    row["claims"].append([start - base, end - base, claim["event"], claim["polarity"], claim["certainty"]])
    for t in _triggers(things, claim["event"], start, end):
        row["triggers"].append([t.start - base, t.end - base, t.event])
    spans = _attribution(claim, mate, things) + _roles(claim, mate, things.report.text, start, end)
    for where, kind in spans:
        if base <= where[0] < where[1] <= base + len(row["text"]):
            row["attribution" if kind in ATTRIBUTION else "roles"].append([where[0] - base, where[1] - base, kind])


def _triggers(things: Things, event: str, start: int, end: int) -> list[Trigger]:
    found = [t for t in things.triggers if t.event == event and start <= t.start and t.end <= end]
    return [t for t in found if t.strength != "noun"] or found


def _attribution(claim: Json, mate: Claim | None, things: Things) -> Spans:
    """Where the last link, its cue and its content stand; by the rules where they read the same source."""
    if not claim["sources"]:
        return []
    last, start = claim["sources"][-1], claim["start"]
    voice = next((v for v in things.voices if v.chain and v.scope[0] <= start < v.scope[1]), None)
    same = mate is not None and mate.sources and same_source(last, msgspec.to_builtins(mate.sources[-1]))
    spans = [(tuple(last["span"]), "source")] if last.get("span") else []
    if voice is not None and same:
        spans += [(voice.chain[-1].span, "source")] if voice.chain[-1].span and not spans else []
        spans += [(voice.cue, "cue")] if voice.cue else []
        spans += [(voice.scope, "content")]
    elif spans:
        spans += [((start, claim["end"]), "content")]
    return spans


def _roles(claim: Json, mate: Claim | None, text: str, start: int, end: int) -> Spans:
    """Where the values of a claim stand: as annotated, by their words, or where the rules read the same."""
    found: Spans = []
    for kind in ("actor", "target", "weapons", "places", "time", "quantities"):
        values = claim[kind] if isinstance(claim[kind], (list, tuple)) else [claim[kind]]
        theirs = getattr(mate, kind) if mate is not None else None
        for k, value in enumerate(v for v in values if v):
            at = text.find(value["text"], start, end) if value.get("text") else -1
            if value.get("span"):
                found.append((tuple(value["span"]), ROLE_OF[kind]))
            elif at >= 0:
                found.append(((at, at + len(value["text"])), ROLE_OF[kind]))
            elif kind in ("actor", "target") and theirs and theirs.span and theirs.name == value["name"]:
                found.append((theirs.span, ROLE_OF[kind]))
            elif kind in ("actor", "target") and (whole := named(value, text, start, end)):
                found.append((whole, ROLE_OF[kind]))
            elif kind == "weapons" and theirs and k < len(theirs) and theirs[k].span:
                found.append((theirs[k].span, ROLE_OF[kind]))
    return found


def named(value: Json, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a name, or another name for the same, stands in the evidence, whatever the endings of its words."""
    for name in (value["name"], *value.get("aliases", ())):
        stems = [re.escape(w[: max(_SHORT, len(w) - _ENDING)]) for w in name.split()]
        if at := re.compile(r"\b" + r"\w*\W+".join(stems) + r"\w*", re.IGNORECASE).search(text, start, end):
            return at.span()
    return None


_SHORT, _ENDING = 3, 2
"""Letters of a word that stay, and letters that its ending may take."""


def words(text: str) -> frozenset[str]:
    return frozenset(w for w in text.casefold().split() if len(w) > 3)


def near(words: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    """Whether a text is almost one of the others."""
    return any(len(words & o) > NEAR_COPY * min(len(words), len(o)) for o in others if o and words)


def _held_out(texts: Path | None) -> list[str]:
    """Texts of the real gold, which nothing may be trained on."""
    found = []
    for path in (ROOT / "corpora/gold-real").rglob("*.json"):
        text = json.loads(path.read_text(encoding="utf-8"))["report"].get("text")
        if text:
            found.append(text)
    if texts:
        found.extend(p.read_text(encoding="utf-8") for p in texts.glob("*.txt"))
    return found


def group(item: Json) -> str:
    """What must not be parted into training and test: the named matter of a post, the incident of a gold report.

    Reports of one incident are called ``izh-1``, ``izh-2``; a post that names no matter stands for itself.
    """
    report: str = item["report"]["id"]
    return item.get("group") or (report if "origin" in item["report"] else report.partition("-")[0])


def _by_hand(folder: Path, source: str, shut: Sequence[frozenset[str]]) -> Iterator[Json]:
    gold = read_gold(folder)
    for report in reports(gold):
        if not near(words(report.text), shut):
            for row in of_report(report, gold[report.id]["claims"], source):
                yield {**row, "group": group(gold[report.id])}


def _weak(path: Path, shut: Sequence[frozenset[str]], source: str) -> Iterator[Json]:
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            post = json.loads(line)
            text = post["text"]
            digest = hashlib.sha256(text.encode()).hexdigest()
            if digest in seen or near(words(text), shut):
                continue
            seen.add(digest)
            report = Report(
                id=f"{source}-{number}", text=text, published=post["date"], publisher=post["channel"], language="ru"
            )
            yield from of_report(report, None, source)


def rows(sources: Mapping[str, Json], texts: Path | None) -> Iterator[Json]:
    """All labelled sentences of the sources that are there."""
    shut = [words(t) for t in _held_out(texts)]
    for name, source in sources.items():
        path = ROOT / source["path"]
        if not path.exists():
            print(f"{name}: not here, left out", file=sys.stderr)
        elif source["labels"] == "hand":
            for folder in sorted({p.parent for p in path.rglob("*.json")}):
                yield from _by_hand(folder, name, shut)
            shut += [words(r.text) for f in {p.parent for p in path.rglob("*.json")} for r in reports(read_gold(f))]
        else:
            yield from _weak(path, shut, name)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path, help="texts of the real gold that does not carry them")
    parser.add_argument("--only", help="one source")
    options = parser.parse_args(argv)
    sources = tomllib.loads((Path(__file__).parent / "sources.toml").read_text(encoding="utf-8"))
    chosen = {n: s for n, s in sources.items() if options.only in (None, n)}
    with options.out.open("w", encoding="utf-8") as out:
        for row in rows(chosen, options.texts):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

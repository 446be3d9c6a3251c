"""Ways to read a report with the tagger, and the rules alone to compare them with."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import numpy as np
import torch
from msgspec.structs import replace
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly import pipeline
from reportedly.claims import assembly
from reportedly.claims.things import Things
from reportedly.claims.triggers import Trigger
from reportedly.model import Actor, Claim, Source, Target
from training.model import (
    ATTRIBUTION,
    CERTAINTIES,
    CLASSES,
    EVENTS,
    MAX_TOKENS,
    POLARITIES,
    ROLES,
    heads,
    load_tagger,
    padded,
)

Scores = NDArray[np.float32]


class Tags(NamedTuple):
    """What the tagger says of one sentence: spans of its tokens in the report, and the shares of each head."""

    start: int
    end: int
    spans: list[tuple[int, int]]
    heads: dict[str, Scores]


class Run(NamedTuple):
    """A stretch of tokens that tell one event: first and last token, and the token that tells it."""

    event: str
    first: int
    last: int
    peak: int


Way = Callable[[Things, Sequence[Tags]], list[Claim]]
"""How the claims of a report are read."""


class Reader:
    """A trained tagger."""

    def __init__(self, encoder: Path, weights: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
        self.model = load_tagger(weights)

    def tags(self, things: Things) -> list[Tags]:
        """The sentences of a report, tagged."""
        text = things.report.text
        coded = [self.tokenizer.encode(text[s.start : s.end]) for s in things.sentences]
        if not coded:
            return []
        with torch.no_grad():
            raw = self.model(*padded([c.ids[:MAX_TOKENS] for c in coded]))
        found = []
        for k, (s, c) in enumerate(zip(things.sentences, coded, strict=True)):
            spans = [(s.start + a, s.start + b) for a, b in c.offsets[:MAX_TOKENS]]
            found.append(Tags(s.start, s.end, spans, shares(raw[k, : len(spans)])))
        return found


def shares(raw: torch.Tensor) -> dict[str, Scores]:
    """Raw scores of all heads as shares: of the classes, or of yes."""
    return {
        name: (torch.softmax(part, -1) if name in CLASSES else torch.sigmoid(part)).numpy() for name, part in heads(raw)
    }


def runs(tags: Tags, floor: float) -> Iterator[Run]:
    """The stretches of a sentence that tell an event with at least this share."""
    real = [k for k, (a, b) in enumerate(tags.spans) if b > a]
    for n, event in enumerate(EVENTS):
        for told, group in groupby(real, key=lambda k, n=n: bool(tags.heads["extent"][k, n] >= floor)):  # type: ignore[misc]
            tokens = list(group)
            if told and len(tokens) > 1:
                peak = max(tokens, key=lambda k: tags.heads["trigger"][k, n])
                yield Run(event, tokens[0], tokens[-1], peak)


def support(tags: Sequence[Tags], claim: Claim) -> tuple[Scores, float]:
    """How far the tagger bears a claim out: the mean share of each event over its evidence, and of the likeliest."""
    rows = [
        t.heads["extent"][k]
        for t in tags
        if t.start < claim.end and claim.start < t.end
        for k, (a, b) in enumerate(t.spans)
        if b > a and a < claim.end and claim.start < b
    ]
    shares = np.stack(rows) if rows else np.zeros((1, len(EVENTS)), np.float32)
    return shares.mean(0), float(shares.max(1).mean())


def kept(way: Way) -> Way:
    """The same way, which reads each report once."""
    known: dict[int, list[Claim]] = {}

    def read(things: Things, tags: Sequence[Tags]) -> list[Claim]:
        if id(tags) not in known:
            known[id(tags)] = way(things, tags)
        return known[id(tags)]

    return read


def rules(things: Things, tags: Sequence[Tags]) -> list[Claim]:
    """The rules alone."""
    return list(assembly.assemble(things, pipeline.VERSION))


def tagger(floor: float) -> Way:
    """The tagger alone: evidence, event, polarity, certainty and the words of the source."""

    def read(things: Things, tags: Sequence[Tags]) -> list[Claim]:
        return [_claim(things, t, run) for t in tags for run in runs(t, floor)]

    return read


def _claim(things: Things, t: Tags, run: Run) -> Claim:
    part = slice(run.first, run.last + 1)
    polarity = POLARITIES[int(t.heads["polarity"][part].mean(0).argmax())]
    certainty = CERTAINTIES[int(t.heads["certainty"][part].mean(0).argmax())]
    spoken = [k for k in range(len(t.spans)) if t.heads["attribution"][k, ATTRIBUTION.index("source")] >= 0.5]
    named = things.report.text[t.spans[spoken[0]][0] : t.spans[spoken[-1]][1]].strip() if spoken else ""
    return Claim(
        id="c0",
        start=t.spans[run.first][0],
        end=t.spans[run.last][1],
        sources=(Source(name=named),) if named else (),
        polarity=polarity,  # type: ignore[arg-type]
        certainty=certainty,  # type: ignore[arg-type]
        event=run.event,  # type: ignore[arg-type]
        language=things.language,
        method="tagger",
    )


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole word around a piece of one."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _triggers(things: Things, t: Tags, floor: float) -> Iterator[Trigger]:
    for run in runs(t, floor):
        yield Trigger(*_word(things.report.text, *t.spans[run.peak]), run.event, "verb")  # type: ignore[arg-type]


def constrained(floor: float) -> Way:
    """The tagger's event words in place of the lexicon's; clauses, sources and slots by the rules."""

    def read(things: Things, tags: Sequence[Tags]) -> list[Claim]:
        found = sorted((x for t in tags for x in _triggers(things, t, floor)), key=lambda x: (x.start, x.end))
        return rules(replace(things, triggers=tuple(found)), tags)

    return read


def abstained(floor: float) -> Way:
    """The rules; the tagger's event words too in sentences of which the rules make no claim."""

    def read(things: Things, tags: Sequence[Tags]) -> list[Claim]:
        told = rules(things, tags)
        quiet = [t for t in tags if not any(t.start <= c.start < t.end for c in told)]
        added = [x for t in quiet for x in _triggers(things, t, floor)]
        if not added:
            return told
        both = sorted((*things.triggers, *added), key=lambda x: (x.start, x.end))
        return rules(replace(things, triggers=tuple(both)), tags)

    return read


def filtered(own: float, any_event: float, base: Way) -> Way:
    """The claims of another way that the tagger bears out."""

    def read(things: Things, tags: Sequence[Tags]) -> list[Claim]:
        told = [(claim, *support(tags, claim)) for claim in base(things, tags)]
        return [c for c, each, most in told if each[EVENTS.index(c.event)] >= own and most >= any_event]

    return read


def renamed(margin: float, base: Way) -> Way:
    """The claims of another way, with the tagger's event where it is surer of it by a margin."""

    def read(things: Things, tags: Sequence[Tags]) -> list[Claim]:
        found: list[Claim] = []
        for claim in base(things, tags):
            each, _ = support(tags, claim)
            best = EVENTS[int(each.argmax())]
            taken = any(c.event == best and (c.start, c.end) == (claim.start, claim.end) for c in found)
            better = each.max() - each[EVENTS.index(claim.event)] >= margin and not taken
            found.append(replace(claim, event=best) if better else claim)  # type: ignore[arg-type]
        return found

    return read


Named = Literal["actor", "target"]
SLOTS: tuple[Named, ...] = get_args(Named)
"""Slots that hold a name."""


def named(slot: Named, floor: float, over: bool, base: Way) -> Way:
    """The claims of another way, with the words that the tagger gives a role; ``over``: in place of a name too."""

    def read(things: Things, tags: Sequence[Tags]) -> list[Claim]:
        found: list[Claim] = []
        for claim in base(things, tags):
            words = _role(things, tags, claim, slot, floor) if over or getattr(claim, slot) is None else None
            value = words and (Actor(name=words) if slot == "actor" else Target(name=words, kind="other"))
            found.append(replace(claim, **{slot: value}) if value else claim)
        return found

    return read


def _role(things: Things, tags: Sequence[Tags], claim: Claim, slot: Named, floor: float) -> str | None:
    """The stretch of a claim's evidence that most likely has a role; ``None`` where none is as likely as ``floor``."""
    column, best, words = ROLES.index(slot), floor, None
    for t in tags:
        inside = [k for k, (a, b) in enumerate(t.spans) if b > a and claim.start <= a and b <= claim.end]
        for told, group in groupby(inside, key=lambda k, t=t: bool(t.heads["roles"][k, column] >= floor)):  # type: ignore[misc]
            tokens = list(group)
            share = float(t.heads["roles"][tokens, column].mean())
            if told and share >= best:
                best, (start, end) = share, _word(things.report.text, t.spans[tokens[0]][0], t.spans[tokens[-1]][1])
                words = things.report.text[start:end]
    return words

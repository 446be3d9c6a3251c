"""Attribution learnt from PolNeAR, beside the rules: ``python -m training.polnear ENCODER_DIR TRAIN DEV OUT.pt``.

TRAIN and DEV are PolNeAR's parts as gzipped JSON lines (``reportedly.evaluate.polnear_bench``). PolNeAR states no
licence: what is learnt here measures what can be learnt, and ships nowhere. Sentences are tagged with B and I of
source, cue and content, trained with cross-entropy and read as the likeliest tags; a cue takes the nearest source and
all contents that touch the stretch between it and the next cue. The score is that of the rules.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import torch
from tokenizers import Tokenizer
from torch import nn

from reportedly.evaluate.polnear_bench import KINDS, Parts, Score, gold_parts, rows
from reportedly.mentions.sentences import split
from training.encoder import HIDDEN, Encoder
from training.model import MAX_TOKENS, load_encoder, padded
from training.train import SEED

EPOCHS, RATE, SIZE = 2, 1.5e-4, 32
TAGS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
Span = tuple[int, int]


class Sentence(NamedTuple):
    """Tokens of a sentence: ids, where they stand in the file, and the number of the tag of each."""

    ids: list[int]
    spans: list[Span]
    tags: list[int]


class AttributionTagger(nn.Module):
    """Token ids and mask to a score for each tag."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.out = nn.Linear(HIDDEN, len(TAGS))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        scores: torch.Tensor = self.out(self.dropout(self.encoder(ids, mask)))
        return scores


def sentences(row: Mapping[str, Any], tokenizer: Tokenizer) -> Iterator[Sentence]:
    """The sentences of an annotation file, tagged as annotated; where attributions nest, the inner one holds."""
    marks: list[tuple[int, int, str]] = [
        (s["start"], s["end"], kind) for one in row["attributions"] for kind in KINDS for s in one[kind]
    ]
    marks.sort(key=lambda m: (m[2] != "content", m[0] - m[1]))
    for s in split(row["text"], "en"):
        coded = tokenizer.encode(row["text"][s.start : s.end])
        spans = [_stripped(row["text"], s.start + a, s.start + b) for a, b in coded.offsets[:MAX_TOKENS]]
        tags = [0] * len(spans)
        for start, end, kind in marks:
            inside = [k for k, (a, b) in enumerate(spans) if a < b and a < end and start < b]
            for n, k in enumerate(inside):
                tags[k] = TAGS.index(f"{'I' if n else 'B'}-{kind}")
        yield Sentence(coded.ids[:MAX_TOKENS], spans, tags)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return start, end


def train(model: AttributionTagger, told: Sequence[Sentence], epochs: int) -> None:
    """Train in place; a sentence without attribution is met in one pass of two."""
    torch.manual_seed(SEED)
    rng = Random(SEED)
    free = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(free, lr=RATE, weight_decay=0.01)
    batches = [b for _ in range(epochs) for b in _batches(told, rng)]
    warm = max(1, len(batches) // 10)
    model.train()
    for step, batch in enumerate(batches):
        pace = min((step + 1) / warm, (len(batches) - step) / max(1, len(batches) - warm))
        for group in optimizer.param_groups:
            group["lr"] = RATE * pace
        ids, mask = padded([s.ids for s in batch])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(ids, mask).float()
        wanted = torch.tensor([t for s in batch for t in s.tags])
        nn.functional.cross_entropy(scores[mask.bool()], wanted).backward()
        nn.utils.clip_grad_norm_(free, 1.0)
        optimizer.step()
        optimizer.zero_grad()
    model.eval()


def _batches(told: Sequence[Sentence], rng: Random) -> list[list[Sentence]]:
    met = [s for s in told if any(s.tags) or rng.random() < 0.5]
    met.sort(key=lambda s: len(s.ids) + 6 * rng.random())
    cut = [met[i : i + SIZE] for i in range(0, len(met), SIZE)]
    rng.shuffle(cut)
    return cut


def found(model: AttributionTagger, row: Mapping[str, Any], tokenizer: Tokenizer) -> list[Parts]:
    """The attributions of an annotation file: one a cue, each part as its characters."""
    parts: list[Parts] = []
    for s in sentences({**row, "attributions": []}, tokenizer):
        with torch.no_grad():
            best = model(*padded([s.ids]))[0].argmax(-1).tolist()
        parts.extend(_attributions(row["text"], list(_spans(s, best)), parts))
    return parts


def _attributions(text: str, spans: Sequence[tuple[str, Span]], before: list[Parts]) -> Iterator[Parts]:
    """One a cue. Content in a sentence without a cue runs on from the last attribution before."""
    cues = [span for kind, span in spans if kind == "cue"]
    if not cues and before:
        more = _chars(text, [span for kind, span in spans if kind == "content"])
        before[-1] = {**before[-1], "content": before[-1]["content"] | more}
    yield from (_parts(text, cue, spans) for cue in cues)


def _spans(sentence: Sentence, tags: Sequence[int]) -> Iterator[tuple[str, Span]]:
    kind, start, end = "", 0, 0
    for (a, b), tag in zip((*sentence.spans, (0, 0)), (*tags, 0), strict=True):
        edge, _, said = TAGS[tag].partition("-")
        if kind and (said != kind or edge == "B"):
            yield kind, (start, end)
            kind = ""
        if said and a < b:
            start, kind, end = (start if kind else a), said, b


def _parts(text: str, cue: Span, spans: Sequence[tuple[str, Span]]) -> Parts:
    def apart(span: Span) -> int:
        return max(span[0] - cue[1], cue[0] - span[1])

    others = [span for kind, span in spans if kind == "cue" and span != cue]
    mine = [
        (kind, span)
        for kind, span in spans
        if not any(cue[1] <= o[0] < span[0] or span[1] <= o[1] < cue[0] for o in others)
    ]
    sources = sorted((span for kind, span in mine if kind == "source"), key=apart)[:1]
    contents = [span for kind, span in mine if kind == "content"]
    return {"source": _chars(text, sources), "cue": _chars(text, [cue]), "content": _chars(text, contents)}


def _chars(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "train", "dev", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args(argv)
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    model = AttributionTagger(load_encoder(options.encoder))
    told = [s for row in rows(options.train) for s in sentences(row, tokenizer)]
    began = time.process_time()
    train(model, told, options.epochs)
    print(f"{len(told)} sentences, {time.process_time() - began:.0f} s of processor", flush=True)
    torch.save(model.state_dict(), options.out)
    score = Score()
    for row in rows(options.dev):
        score.add(row["text"], gold_parts(row), found(model, row, tokenizer))
    print("\n".join(score.line(kind) for kind in KINDS))
    return 0


if __name__ == "__main__":
    sys.exit(main())

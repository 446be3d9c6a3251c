"""The tagger: one encoder, six heads on every token."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, get_args

import torch
from tokenizers import Tokenizer
from torch import nn

from reportedly.model.terms import Certainty, EventType, Polarity
from training.encoder import HIDDEN, Encoder

EVENTS: tuple[str, ...] = get_args(EventType)
POLARITIES: tuple[str, ...] = get_args(Polarity)
CERTAINTIES: tuple[str, ...] = get_args(Certainty)
ROLES = ("actor", "target", "weapon", "place", "time", "quantity")
ATTRIBUTION = ("source", "cue", "content")
MAX_TOKENS = 160

HEADS: dict[str, int] = {
    "extent": len(EVENTS),
    "trigger": len(EVENTS),
    "attribution": len(ATTRIBUTION),
    "polarity": len(POLARITIES),
    "certainty": len(CERTAINTIES),
    "roles": len(ROLES),
}
"""Outputs of each head. ``polarity`` and ``certainty`` are classes, read within a claim; the rest are yes or no each:
``extent``: the token stands in the evidence of a claim of that event; ``trigger``: it is the word that tells it."""
CLASSES = ("polarity", "certainty")
_WEIGHTS = {"extent": 1.0, "trigger": 0.5, "attribution": 0.5, "polarity": 0.2, "certainty": 0.2, "roles": 0.3}

Json = dict[str, Any]


class Tagger(nn.Module):
    """Token ids and mask to the raw scores of all heads, side by side in the order of ``HEADS``."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.out = nn.Linear(HIDDEN, sum(HEADS.values()))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        scores: torch.Tensor = self.out(self.dropout(self.encoder(ids, mask)))
        return scores


class Example(NamedTuple):
    """A sentence as tokens, with a target share for every output; a class head without any share is unknown."""

    ids: list[int]
    targets: torch.Tensor


def load_tagger(weights: Path) -> Tagger:
    """A tagger as it was saved, of any number of layers, ready to read."""
    state = torch.load(weights)
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    model = Tagger(Encoder(len(state["encoder.word.weight"]), layers))
    model.load_state_dict(state)
    model.encoder.word.weight.requires_grad_(False)
    return model.eval()


def load_encoder(folder: Path) -> Encoder:
    """The encoder that ``training.encoder`` wrote; its word vectors stay as they are."""
    saved = torch.load(folder / "encoder.pt")
    encoder = Encoder(len(saved["state"]["word.weight"]), saved["layers"])
    encoder.load_state_dict(saved["state"])
    encoder.word.weight.requires_grad_(False)
    return encoder


def example(row: Json, tokenizer: Tokenizer) -> Example:
    """A labelled sentence; the targets stand in the order of ``HEADS``."""
    coded = tokenizer.encode(row["text"])
    ids, offsets = coded.ids[:MAX_TOKENS], coded.offsets[:MAX_TOKENS]
    parts = {name: torch.zeros(len(ids), k) for name, k in HEADS.items()}

    def mark(head: str, start: int, end: int, column: int) -> None:
        for t, (a, b) in enumerate(offsets):
            if a < end and start < b:
                if head in CLASSES:
                    parts[head][t] = 0.0
                parts[head][t, column] = 1.0

    for start, end, event, polarity, certainty in row["claims"]:
        mark("extent", start, end, EVENTS.index(event))
        mark("polarity", start, end, POLARITIES.index(polarity))
        mark("certainty", start, end, CERTAINTIES.index(certainty))
    for start, end, event in row["triggers"]:
        mark("trigger", start, end, EVENTS.index(event))
    for start, end, kind in row["attribution"]:
        mark("attribution", start, end, ATTRIBUTION.index(kind))
    for start, end, kind in row["roles"]:
        mark("roles", start, end, ROLES.index(kind))
    return Example(ids, torch.cat(list(parts.values()), 1))


def batches(examples: Sequence[Example], size: int, rng: Random | None) -> Iterator[list[int]]:
    """Positions of sentences of about one length; in random order where ``rng`` is given."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids) + (6 * rng.random() if rng else 0.0))
    cut = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(cut)
    yield from cut


def padded(ids: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids and mask of several sentences."""
    longest = max(map(len, ids))
    tokens = torch.ones(len(ids), longest, dtype=torch.long)
    mask = torch.zeros(len(ids), longest, dtype=torch.long)
    for k, row in enumerate(ids):
        tokens[k, : len(row)] = torch.tensor(row)
        mask[k, : len(row)] = 1
    return tokens, mask


def heads(scores: torch.Tensor) -> Iterator[tuple[str, torch.Tensor]]:
    """The outputs of each head, from all of them side by side."""
    yield from zip(HEADS, scores.split(list(HEADS.values()), -1), strict=True)


def loss(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """The weighted sum over heads, the mean over tokens; targets are shares: 0 or 1 (labels), or a teacher's."""
    total = scores.new_zeros(())
    for (name, said), (_, wanted) in zip(heads(scores), heads(targets), strict=True):
        if name in CLASSES:
            each = -(wanted * torch.log_softmax(said, -1)).sum() / wanted.sum().clamp(min=1.0)
        else:
            each = nn.functional.binary_cross_entropy_with_logits(said, wanted) * said.shape[-1]
        total = total + _WEIGHTS[name] * each
    return total


HEAD_RATE = 2e-3
"""The rate of the heads, which begin at random. The encoder knows languages and learns more slowly: at 2e-4 twelve
layers forget them and say the same of every token; three do not."""


def fit(model: Tagger, examples: Sequence[Example], *, epochs: int, rate: float, seed: int, size: int = 32) -> float:
    """Train in place with a linear warm-up and decay; the mean loss of the last epoch."""
    torch.manual_seed(seed)
    rng = Random(seed)
    steps = epochs * -(-len(examples) // size)
    free = [p for p in model.parameters() if p.requires_grad]
    heads_own = {id(p) for p in model.out.parameters()}
    parts = [
        {"params": [p for p in free if id(p) not in heads_own], "lr": rate},
        {"params": [p for p in free if id(p) in heads_own], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(parts, weight_decay=0.01)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm)))
    )
    model.train()
    mean = 0.0
    for _ in range(epochs):
        total = 0.0
        for batch in batches(examples, size, rng):
            ids, mask = padded([examples[i].ids for i in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(ids, mask).float()
            value = loss(scores[mask.bool()], torch.cat([examples[i].targets for i in batch]))
            value.backward()
            nn.utils.clip_grad_norm_(free, 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += value.item() * len(batch)
        mean = total / len(examples)
    model.eval()
    return mean

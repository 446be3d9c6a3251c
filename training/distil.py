"""A small tagger out of the teacher: ``python -m training.distil TEACHER_DIR ENCODER_DIR ROWS.jsonl OUT_DIR``.

The student starts with some of the teacher's layers, evenly spaced, the first and the last among them. First it learns
what the teacher of the weak stage says of every sentence that the rules labelled (``weak.pt``); then, for the whole
and for each fold, what the teacher of that fold says of a part of these sentences, and of the sentences labelled by
hand the mean of the teacher's shares and the labels. A fold's student never meets the reports that its fold leaves out.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer

from training.encoder import Encoder
from training.model import CLASSES, Example, Tagger, batches, example, heads, load_tagger, padded
from training.train import SEED, by_rules, parts, read_rows, trained

WEAK_EPOCHS, WEAK_RATE = 2, 3e-4
HAND_EPOCHS, HAND_RATE = 5, 2e-4
REHEARSED = 4_000
"""Sentences of the weak stage that the second stage keeps in mind."""


def thinned(teacher: Tagger, layers: int) -> Tagger:
    """A copy of the teacher with fewer layers, evenly spaced."""
    depth = len(teacher.encoder.layers)
    kept = [round(n * (depth - 1) / max(1, layers - 1)) for n in range(layers)]
    state = teacher.state_dict()
    student = Tagger(Encoder(len(state["encoder.word.weight"]), layers))
    named = {f"encoder.layers.{n}.": f"encoder.layers.{old}." for n, old in enumerate(kept)}
    for name in student.state_dict():
        new = next((prefix for prefix in named if name.startswith(prefix)), "")
        student.state_dict()[name].copy_(state[named[new] + name[len(new) :] if new else name])
    student.encoder.word.weight.requires_grad_(False)
    return student


def taught(teacher: Tagger, examples: Sequence[Example], label: float) -> list[Example]:
    """The examples with the teacher's shares as targets, mixed with so much of their own labels.

    Of polarity and certainty the teacher speaks only where it sees a claim: its shares count by the likeliest extent.
    """
    found: dict[int, Example] = {}
    for batch in batches(examples, 64, None):
        ids, mask = padded([examples[i].ids for i in batch])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(ids, mask).float()
        for k, i in enumerate(batch):
            said = _said(scores[k, : len(examples[i].ids)])
            found[i] = Example(examples[i].ids, label * examples[i].targets + (1 - label) * said)
    return [found[i] for i in range(len(examples))]


def _said(scores: torch.Tensor) -> torch.Tensor:
    told = dict(heads(scores))
    claim = torch.sigmoid(told["extent"]).amax(-1, keepdim=True)
    said = [torch.softmax(s, -1) * claim if n in CLASSES else torch.sigmoid(s) for n, s in told.items()]
    return torch.cat(said, -1)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, nargs="+", default=[3], help="OUT_DIR/<n> for each number of layers")
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args(argv)
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    rows = read_rows(options.rows)
    weak = [example(r, tokenizer) for r in rows if by_rules(r)]
    first = load_tagger(options.teacher / "weak.pt")
    wanted = [options.out / str(n) for n in options.layers]
    if not all((out / "weak.pt").exists() for out in wanted):
        lessons = taught(first, weak, 0.0)
        for layers, out in zip(options.layers, wanted, strict=True):
            out.mkdir(parents=True, exist_ok=True)
            trained(thinned(first, layers), lessons, out / "weak.pt", WEAK_EPOCHS, WEAK_RATE)
    kept = Random(SEED).sample(weak, min(REHEARSED, len(weak)))
    for name, hand in parts(rows, options.folds):
        teacher = load_tagger(options.teacher / f"{name}.pt")
        lessons = taught(teacher, kept, 0.0) + taught(teacher, [example(r, tokenizer) for r in hand], 0.5)
        for out in wanted:
            if not (out / f"{name}.pt").exists():
                trained(load_tagger(out / "weak.pt"), lessons, out / f"{name}.pt", HAND_EPOCHS, HAND_RATE)
    return 0


if __name__ == "__main__":
    sys.exit(main())

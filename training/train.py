"""Train the tagger: ``python -m training.train ENCODER_DIR ROWS.jsonl OUT_DIR``; everything is seeded.

First on the sentences that the rules labelled (``OUT_DIR/weak.pt``, kept for the folds), then on those labelled by
hand: once on all of them (``all.pt``), and with ``--folds`` once for each fold, which leaves out the reports of a
quarter of the incidents and a quarter of the posts (``fold<n>.pt``).
"""

import argparse
import json
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch
from tokenizers import Tokenizer

from training.model import Example, Tagger, example, fit, load_encoder

ROOT = Path(__file__).parents[1]
FOLDS = 4
SEED = 20
WEAK_EPOCHS, WEAK_RATE = 1, 3e-4
HAND_EPOCHS, HAND_RATE = 5, 2e-4

Json = dict[str, Any]


def fold_of(report: str, source: str) -> int:
    """The fold of a report: all reports of one incident (``izh-1``, ``izh-2``) share one; a post has its own."""
    key = report.partition("-")[0] if source == "gold" else report
    return zlib.crc32(key.encode()) % FOLDS


def read_rows(path: Path) -> list[Json]:
    """Labelled sentences, as ``training.labels`` writes them."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def weak_stage(encoder: Path, rows: Sequence[Json], tokenizer: Tokenizer, out: Path, epochs: int) -> None:
    """Train on what the rules labelled."""
    model = Tagger(load_encoder(encoder))
    examples = [example(r, tokenizer, 1.0) for r in rows]
    if epochs:
        value = fit(model, examples, epochs=epochs, rate=WEAK_RATE, seed=SEED)
        print(f"weak: {len(examples)} sentences, loss {value:.3f}", flush=True)
    torch.save(model.state_dict(), out)


def hand_stage(encoder: Path, start: Path, examples: Sequence[Example], out: Path, epochs: int) -> None:
    """Train on from the weak stage on what was labelled by hand."""
    torch.manual_seed(SEED)
    model = Tagger(load_encoder(encoder))
    model.load_state_dict(torch.load(start))
    value = fit(model, examples, epochs=epochs, rate=HAND_RATE, seed=SEED)
    print(f"{out.stem}: {len(examples)} sentences, loss {value:.3f}", flush=True)
    torch.save(model.state_dict(), out)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--weak-epochs", type=int, default=WEAK_EPOCHS)
    parser.add_argument("--epochs", type=int, default=HAND_EPOCHS)
    options = parser.parse_args(argv)
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    rows = read_rows(options.rows)
    hand = [r for r in rows if r["source"] != "telegram"]
    weak = options.out / "weak.pt"
    if not weak.exists():
        by_rules = [r for r in rows if r["source"] == "telegram"]
        weak_stage(options.encoder, by_rules, tokenizer, weak, options.weak_epochs)
    examples = [example(r, tokenizer, 1.0) for r in hand]
    folds = [fold_of(r["report"], r["source"]) for r in hand]
    for k in [None, *range(FOLDS)] if options.folds else [None]:
        kept = [e for e, f in zip(examples, folds, strict=True) if f != k]
        Random(SEED).shuffle(kept)
        name = "all.pt" if k is None else f"fold{k}.pt"
        hand_stage(options.encoder, weak, kept, options.out / name, options.epochs)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Train the teacher: ``python -m training.train ENCODER_DIR ROWS.jsonl OUT_DIR``; everything is seeded.

First on the sentences that the rules labelled (``OUT_DIR/weak.pt``, kept for the folds), then on those labelled by
hand: once on all of them (``all.pt``), and once for each fold, which leaves out a third of the incidents and a third
of the posts (``fold<n>.pt``). What is already in ``OUT_DIR`` is not trained again. ``training.distil`` makes the
tagger that reads fast out of it.
"""

import argparse
import json
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.model import Example, Tagger, example, fit, load_encoder, load_tagger

ROOT = Path(__file__).parents[1]
FOLDS = 3
SEED = 20
WEAK_EPOCHS, WEAK_RATE = 1, 5e-5
HAND_EPOCHS, HAND_RATE = 8, 5e-5

Json = dict[str, Any]


def fold_of(group: str) -> int:
    """The fold of a group of reports (``training.labels.group``)."""
    return zlib.crc32(group.encode()) % FOLDS


def read_rows(path: Path) -> list[Json]:
    """Labelled sentences, as ``training.labels`` writes them."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def by_rules(row: Json) -> bool:
    """Whether a sentence was labelled by the rules."""
    return bool(row["source"] == "telegram")


def parts(rows: Sequence[Json], folds: bool) -> Iterator[tuple[str, list[Json]]]:
    """The name of each model to train, and what was labelled by hand for it."""
    hand = [r for r in rows if not by_rules(r)]
    yield "all", hand
    if folds:
        yield from ((f"fold{k}", [r for r in hand if fold_of(r["group"]) != k]) for k in range(FOLDS))


def trained(model: Tagger, examples: Sequence[Example], out: Path, epochs: int, rate: float) -> None:
    """Train a model, keep it, and say what it cost."""
    began, spent = time.monotonic(), time.process_time()
    value = fit(model, examples, epochs=epochs, rate=rate, seed=SEED)
    cost = f"{time.process_time() - spent:.0f} s of processor, {time.monotonic() - began:.0f} s in all"
    print(f"{out}: {len(examples)} sentences x {epochs}, loss {value:.3f}, {cost}", flush=True)
    torch.save(model.state_dict(), out)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--weak-epochs", type=int, default=WEAK_EPOCHS)
    parser.add_argument("--weak-rate", type=float, default=WEAK_RATE, help="2e-4 for three layers")
    parser.add_argument("--epochs", type=int, default=HAND_EPOCHS)
    parser.add_argument("--rate", type=float, default=HAND_RATE, help="1e-4 for three layers")
    options = parser.parse_args(argv)
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    rows = read_rows(options.rows)
    weak = options.out / "weak.pt"
    if not weak.exists():
        torch.manual_seed(SEED)
        told = [example(r, tokenizer) for r in rows if by_rules(r)]
        trained(Tagger(load_encoder(options.encoder)), told, weak, options.weak_epochs, options.weak_rate)
    for name, hand in parts(rows, options.folds):
        out = options.out / f"{name}.pt"
        if not out.exists():
            trained(load_tagger(weak), [example(r, tokenizer) for r in hand], out, options.epochs, options.rate)
    return 0


if __name__ == "__main__":
    sys.exit(main())

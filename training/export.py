"""To ONNX with int8 weights: ``python -m training.export ENCODER_DIR WEIGHTS.pt OUT_DIR``.

Writes ``tagger.onnx`` (dynamic int8: word vectors and matrices), copies ``tokenizer.json``, and prints the size, how
far the shares differ from those of the weights in float32, and sentences a second on one thread.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from training.model import MAX_TOKENS, Tagger, load_tagger, padded
from training.train import read_rows

LARGEST_MB = 60


def export(encoder: Path, weights: Path, out: Path) -> Tagger:
    """Write the model; the one in float32 is returned to compare with."""
    model = load_tagger(weights)
    names = {"input_names": ["ids", "mask"], "output_names": ["scores"]}
    free = {name: {0: "sentence", 1: "token"} for name in ("ids", "mask", "scores")}
    whole = out / "float32.onnx"
    inputs = padded([list(range(3, 20)), list(range(3, 12))])
    torch.onnx.export(model, inputs, str(whole), dynamic_axes=free, opset_version=17, dynamo=False, **names)
    quantize_dynamic(whole, out / "tagger.onnx", weight_type=QuantType.QInt8)
    whole.unlink()
    shutil.copy(encoder / "tokenizer.json", out)
    return model


def compare(model: Tagger, out: Path, texts: Sequence[str]) -> str:
    """One line: how the exported model differs, and how fast it is."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(out / "tagger.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(out / "tokenizer.json"))
    far, flipped, cells, spent = 0.0, 0, 0, 0.0
    for text in texts:
        ids, mask = padded([tokenizer.encode(text).ids[:MAX_TOKENS]])
        began = time.process_time()
        (ours,) = session.run(None, {"ids": ids.numpy(), "mask": mask.numpy()})
        spent += time.process_time() - began
        with torch.no_grad():
            theirs = model(ids, mask).numpy()
        a, b = (1 / (1 + np.exp(-x)) for x in (ours, theirs))
        far = max(far, float(abs(a - b).max()))
        flipped += int(((a > 0.5) != (b > 0.5)).sum())
        cells += a.size
    return (
        f"largest difference of a share {far:.3f}, yes and no exchanged in {flipped} of {cells}; "
        f"{len(texts) / spent:.0f} sentences/s on one thread"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=Path, help="sentences to compare on, as training.labels writes them")
    options = parser.parse_args(argv)
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    model = export(options.encoder, options.weights, options.out)
    size = (options.out / "tagger.onnx").stat().st_size / 1e6
    print(f"{size:.1f} MB (limit {LARGEST_MB})")
    if options.rows:
        print(compare(model, options.out, [r["text"] for r in read_rows(options.rows)[:300]]))
    return 1 if size > LARGEST_MB else 0


if __name__ == "__main__":
    sys.exit(main())

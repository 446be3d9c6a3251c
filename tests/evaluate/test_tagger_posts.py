"""The posts that a tagger may be trained on: whole texts, spans within them, none of them in the real gold."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CORPORA = Path(__file__).parents[2] / "corpora"
POSTS = sorted((CORPORA / "tagger" / "posts").glob("*.json"))


def slots(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("sources", "weapons", "places", "quantities"):
        yield from claim[name]
    yield from (claim[name] for name in ("actor", "target", "time") if claim[name])


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_spans_and_hash_fit_the_text(path: Path) -> None:
    item = json.loads(path.read_text(encoding="utf-8"))
    report, text = item["report"], item["report"]["text"]
    assert (report["id"], report["origin"]["licence"]) == (path.stem, "CC BY 4.0")
    assert (len(text), hashlib.sha256(text.encode()).hexdigest()) == (report["length"], report["sha256"])
    for claim in item["claims"]:
        spans = [(claim["start"], claim["end"]), *(slot["span"] for slot in slots(claim))]
        assert all(0 <= start < end <= len(text) for start, end in spans)


def test_no_post_is_in_the_real_gold() -> None:
    gold = {json.loads(path.read_text("utf-8"))["report"]["sha256"] for path in (CORPORA / "gold-real").rglob("*.json")}
    assert gold.isdisjoint(json.loads(path.read_text("utf-8"))["report"]["sha256"] for path in POSTS)

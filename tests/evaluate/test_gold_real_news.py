"""The English news of the real gold: no text, terms and offsets as the schema has them; and how the texts come back."""

import gzip
import hashlib
import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportedly.evaluate.gold import reading

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpora" / "gold-real"
FILES = sorted((GOLD / "news").glob("*/*.json"))
DATA = ROOT.parent / "shared" / "data"


def load(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def rebuild() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rebuild", GOLD / "rebuild.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_terms_and_offsets_fit_the_schema_and_no_text_is_held(path: Path) -> None:
    item = load(path)
    report, origin = item["report"], item["report"]["origin"]
    assert report["id"] == path.stem and "text" not in report and len(report["sha256"]) == 64
    assert origin["end"] - origin["start"] == report["length"]
    claims = reading({**item, "report": {**report, "text": " " * report["length"]}}).claims
    assert [claim.id for claim in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]
    assert all(0 <= claim.start < claim.end <= report["length"] for claim in claims)
    times = [(claim.time.start or "", claim.time.end or "") for claim in claims if claim.time]
    assert all(start <= end for start, end in times)


def test_both_halves_and_the_second_annotation_are_whole() -> None:
    assert Counter(path.parent.name for path in FILES) == {"read": 20, "unread": 20, "second": 14}


def test_a_second_annotation_is_of_the_same_text() -> None:
    first = {path.stem: load(path)["report"] for path in FILES if path.parent.name != "second"}
    assert all(load(path)["report"] == first[path.stem] for path in FILES if path.parent.name == "second")


def test_odd_numbers_are_read_and_even_ones_are_not() -> None:
    halves = {path.stem: path.parent.name for path in FILES if path.parent.name != "second"}
    assert all(half == ("read" if int(name[-2:]) % 2 else "unread") for name, half in halves.items())


def test_no_document_stands_there_twice() -> None:
    documents = [load(path)["report"]["origin"]["document"] for path in FILES if path.parent.name != "second"]
    assert len(set(documents)) == len(documents)


def gold_file(folder: Path, name: str, text: str, **origin: Any) -> None:
    digest = hashlib.sha256(text.encode()).hexdigest()
    item = {"report": {"id": name, "sha256": digest, "origin": origin}, "claims": []}
    (folder / f"{name}.json").write_text(json.dumps(item), encoding="utf-8")


def test_a_text_comes_back_whole_or_cut_from_its_document_if_the_hash_fits(tmp_path: Path, rebuild: ModuleType) -> None:
    gold_file(tmp_path, "whole", "Two were hurt.", dataset="posts")
    gold_file(tmp_path, "cut", "Two were hurt", document="d1", start=7, end=20)
    gold_file(tmp_path, "article", "It burns.", document="a2", start=0, end=9)
    gold_file(tmp_path, "altered", "It burned.", document="a2", start=0, end=9)
    source = tmp_path / "source.jsonl.gz"
    records = (
        {"text": "Two were hurt."},
        {"doc": "d1", "text": "KYIV — Two were hurt, he said."},
        {"incident": "1", "docs": [{"id": "a1", "content": None}, {"id": "a2", "content": "It burns. More later."}]},
    )
    with gzip.open(source, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)
    texts = tmp_path / "texts"
    assert rebuild.rebuild(tmp_path, [source], texts) == (3, 1)
    written = {path.stem: path.read_text(encoding="utf-8") for path in texts.iterdir()}
    assert written == {"whole": "Two were hurt.", "cut": "Two were hurt", "article": "It burns."}


def test_all_news_come_back_from_the_public_sets(tmp_path: Path, rebuild: ModuleType) -> None:
    sources = [DATA / name for name in sorted({load(path)["report"]["origin"]["file"] for path in FILES})]
    if not all(source.is_file() for source in sources):
        pytest.skip("the public sets (../shared/data) are not here")
    assert rebuild.rebuild(GOLD / "news", sources, tmp_path)[1] == 0

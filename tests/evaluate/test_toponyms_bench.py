"""The measure on annotated mentions of places, and the form of the annotations."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.evaluate.toponyms import MENTIONS, toponyms
from reportedly.gazetteer import open_gazetteer

TEXT = "Взрыв в Энгельсе под Саратовом, дым виден в Колодезном."


def mention(word: str, lat: float | None, lon: float | None) -> dict[str, Any]:
    where = {"start": TEXT.index(word), "end": TEXT.index(word) + len(word), "lat": lat, "lon": lon}
    return {**where, "name": word, "country": "RU", "kind": "settlement"}


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    for name, text in (("telegram_ru_2024", TEXT), ("viina_reports", "Інший текст")):
        with gzip.open(tmp_path / "data" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps({"text": text}) + "\n")
    return tmp_path


def test_each_mention_counts_by_distance_and_one_without_a_place_not_at_all(shared: Path) -> None:
    mentions = [mention("Энгельсе", 51.48, 46.11), mention("Саратовом", 41.0, 29.0), mention("Колодезном", None, None)]
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    item = {"id": "a", "sha256": digest, "language": "ru", "publisher": None, "published": None, "mentions": mentions}
    annotated = shared / "mentions.jsonl"
    annotated.write_text(json.dumps(item) + "\n", encoding="utf-8")
    errors: list[str] = []
    figures = toponyms(shared, open_gazetteer(), errors, annotated)
    assert (figures["ru mentions"], figures["ru undetermined"], figures["ru recall"]) == (2, 1, 1.0)
    assert (figures["ru within 30 km"], figures["ru held"], figures["ru within 30 km of held"]) == (0.5, 0.5, 1.0)
    assert [error.split(" is ")[0] for error in errors] == ["a 'Саратовом'"]


def test_annotations_hold_no_text_and_offsets_within_the_length() -> None:
    items = [json.loads(line) for line in MENTIONS.read_text(encoding="utf-8").splitlines()]
    assert not any("text" in item for item in items)
    assert len({item["sha256"] for item in items}) == len(items)
    for item in items:
        ends = [0, *(edge for found in item["mentions"] for edge in (found["start"], found["end"])), item["length"]]
        assert ends == sorted(ends)
        for found in item["mentions"]:
            assert (found["lat"] is None) == (found["name"] is None)
            assert found["lat"] is None or (abs(found["lat"]) <= 90 and abs(found["lon"]) <= 180)

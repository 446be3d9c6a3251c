"""What the real gold of Russian and Ukrainian may hold: no text without a licence, offsets within it, none twice."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2] / "corpora" / "gold-real"
FILES = sorted(path for name in ("ru", "viina") for path in (ROOT / name).glob("*/*.json"))


def items() -> list[tuple[Path, dict[str, Any]]]:
    return [(path, json.loads(path.read_text(encoding="utf-8"))) for path in FILES]


def test_both_sets_are_there_in_equal_halves() -> None:
    counts = {half: sum(path.parent.name == half for path in FILES) for half in ("read", "unread")}
    assert counts == {"read": 70, "unread": 70}


def test_a_third_was_annotated_a_second_time_on_the_same_texts() -> None:
    first = {path.stem: item["report"] for path, item in items() if path.parent.name != "second"}
    second = {path.stem: item["report"] for path, item in items() if path.parent.name == "second"}
    assert (sum(name.startswith("tg") for name in second), len(second)) == (20, 48)
    assert all(report == first[name] for name, report in second.items())


def test_sentences_under_the_odbl_come_without_their_text() -> None:
    held = [path.name for path, item in items() if path.parts[-3] == "viina" and "text" in item["report"]]
    assert held == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_offsets_and_hash_fit_the_text(path: Path) -> None:
    item = json.loads(path.read_text(encoding="utf-8"))
    report = item["report"]
    assert report["id"] == path.stem
    assert all(0 <= claim["start"] < claim["end"] <= report["length"] for claim in item["claims"])
    if (text := report.get("text")) is not None:
        assert report["origin"]["licence"] == "CC BY 4.0"
        assert (len(text), hashlib.sha256(text.encode()).hexdigest()) == (report["length"], report["sha256"])


def test_no_text_stands_in_both_halves() -> None:
    hashes = [item["report"]["sha256"] for path, item in items() if path.parent.name != "second"]
    assert len(set(hashes)) == len(hashes)

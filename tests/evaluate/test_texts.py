"""Gold that does not carry its text takes it from a folder, if it is the text that was annotated."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.evaluate import GoldError, evaluate, tables
from reportedly.evaluate.gold import read_gold, with_texts

ROOT = Path(__file__).parents[2]
TEXT = "Two people were killed in Kharkiv, the mayor said."


def gold(folder: Path, **report: Any) -> Path:
    item = {"report": {"id": "r", "language": "en", **report}, "claims": []}
    (folder / "r.json").write_text(json.dumps(item), encoding="utf-8")
    return folder


def test_the_text_with_the_right_hash_is_read(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    found = read_gold(gold(tmp_path, sha256=hashlib.sha256(TEXT.encode()).hexdigest()))
    assert with_texts(found, tmp_path)[0]["r"]["report"]["text"] == TEXT


def test_another_text_or_none_is_left_out_with_a_reason(tmp_path: Path) -> None:
    found = {**read_gold(gold(tmp_path, sha256="0")), "own": {"report": {"id": "own", "text": TEXT}, "claims": []}}
    assert with_texts(found, tmp_path)[1] == ("r: left out, no r.txt among the texts",)
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    assert "SHA-256 differs" in with_texts(found, tmp_path)[1][0]
    assert "--texts" in with_texts(found, None)[1][0]


def test_gold_without_any_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold report has a text"):
        evaluate(gold(tmp_path, sha256="0"))


def test_findings_are_not_scored_where_nobody_annotated_them(tmp_path: Path) -> None:
    result = evaluate(gold(tmp_path, text=TEXT), boot=0)
    assert result.findings == {} and "findings" not in tables(result)


@pytest.mark.parametrize("half", ["read", "unread"])
def test_real_gold_keeps_no_text(half: str) -> None:
    reports = [item["report"] for item in read_gold(ROOT / "corpora" / "gold-real" / "en" / half).values()]
    assert len(reports) == 25
    assert all(report.get("text") is None and len(report["sha256"]) == 64 for report in reports)
    assert all(str(report["published"] or "2024") < "2025" for report in reports)

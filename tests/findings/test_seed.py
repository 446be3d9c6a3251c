"""The seed article: every annotated finding from its annotated claims, and no false one."""

import json
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.evaluate.finding_scores import score_findings
from reportedly.evaluate.gold import reading
from reportedly.model import encode

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "dev" / "seed.json"
ARTICLE = SHARED / "seed" / "izhevsk-article.txt"


@pytest.mark.skipif(not (GOLD.exists() and ARTICLE.exists()), reason="the seed article is not beside the repository")
def test_all_findings_of_the_seed_and_no_other() -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    found = pipeline.check(reading(gold)).findings
    want = Counter(f["kind"] for f in gold["findings"])
    assert Counter(f.kind for f in found) == want
    for f in gold["findings"]:
        claims = set(f["claims"])
        best = max(_alike(claims, {c.partition("#")[2] for c in g.claims}) for g in found if g.kind == f["kind"])
        assert best >= 0.5, f["kind"]


@pytest.mark.skipif(not (GOLD.exists() and ARTICLE.exists()), reason="the seed article is not beside the repository")
def test_all_findings_of_the_seed_from_its_text_alone() -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    text = ARTICLE.read_text(encoding="utf-8")
    report = replace(pipeline.report_of(text, published="2025-07-01"), id=gold["report"]["id"])
    found = json.loads(encode(pipeline.check(pipeline.read(report))))
    scores = score_findings({report.id: gold}, {report.id: found}, boot=0)
    assert (scores.recall, scores.precision) == (1.0, 1.0)


def _alike(one: set[str], two: set[str]) -> float:
    return len(one & two) / len(one | two)

"""The bench still finds every stage of the pipeline, and says what it measured."""

import shutil
from pathlib import Path

from reportedly.evaluate import bench, throughput
from reportedly.evaluate.gold import read_gold, reports

GOLD = Path(__file__).parents[2] / "corpora" / "gold"


def test_every_stage_is_timed_and_the_same_run_is_scored(tmp_path: Path) -> None:
    for name in ("izh-1", "izh-5"):
        shutil.copy(GOLD / f"{name}.json", tmp_path)
    each, result = bench.stages(tmp_path, boot=0)
    assert set(bench.STAGES) <= set(each) and min(each.values()) >= 0
    assert each["read, whole"] >= sum(each[stage] for stage in bench.STAGES) * 0.9
    assert result.claims.overall.reports == 2


def test_figures_are_told_with_what_they_are() -> None:
    measured = {
        "stages_ms": {**dict.fromkeys(bench.STAGES, 1.0), "read, whole": 10.0, "check": 2.0, "link": 1.0, "weigh": 1.0},
        "cold_s": [(1.2, 1.0), (1.4, 1.1), (1.3, 1.2)],
        "cold_report": "a.txt",
        "rates": {"all": throughput.Rate(60.4, 99.0, 61_000.0, 100_200.0, 140.2)._asdict()},
        "peak_mb": 140.2,
        "lengths": {"uk": [throughput.Length(1_000, 0.01)._asdict(), throughput.Length(1_000_000, 9.5)._asdict()]},
        "claims_f1": 0.8,
        "claims_ci95": (0.7, 0.9),
        "findings_recall": None,
        "findings_precision": 0.5,
    }
    text = bench.shown(measured)
    assert "cold check of a.txt: 1.30 s on the clock, 1.10 s of processor time (medians of 3 fresh processes)" in text
    assert "60 (99) reports     61,000 (100,200) characters" in text
    assert "uk               1,000: 10.0  1,000,000: 9.5" in text
    assert "peak memory of one process 140 MB" in text
    assert "claims F1 0.800 [0.700, 0.900], findings recall -, precision 0.500" in text


def test_a_long_text_is_reports_of_one_language_one_after_the_other() -> None:
    parts = throughput.by_language(reports(read_gold(GOLD)))
    assert list(parts) == ["en", "ru", "uk"]
    long = throughput.long_text(parts["uk"], 30_000)
    assert len(long.text) == 30_000 and long.language == "uk"
    assert long.text.startswith(parts["uk"][0].text + "\n\n" + parts["uk"][1].text)

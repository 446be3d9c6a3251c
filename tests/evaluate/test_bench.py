"""The bench still finds every stage of the pipeline, and says what it measured."""

import shutil
from pathlib import Path

from reportedly.evaluate import bench

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
        "reports_per_s": 60.4,
        "reports_per_processor_s": 99.0,
        "peak_mb": 140.2,
        "claims_f1": 0.8,
        "claims_ci95": (0.7, 0.9),
        "findings_recall": None,
        "findings_precision": 0.5,
    }
    text = bench.shown(measured)
    assert "cold check of a.txt: 1.30 s on the clock, 1.10 s of processor time (medians of 3 fresh processes)" in text
    assert "60 reports/s on the clock, 99 by processor time" in text
    assert "claims F1 0.800 [0.700, 0.900], findings recall -, precision 0.500" in text

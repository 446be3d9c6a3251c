"""The eight reports of ``examples/izhevsk`` together: what an editor must be able to read off them."""

from functools import lru_cache
from pathlib import Path

import msgspec
import pytest

from reportedly import pipeline
from reportedly.incidents import IncidentSummary, summary
from reportedly.model import Finding, Reading, Report

EXAMPLES = Path(__file__).parents[2] / "examples" / "izhevsk"
STRIKE = "izhevsk-2025-07-01"


@lru_cache(maxsize=1)
def checked() -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
    given = [msgspec.json.decode(f.read_bytes())["report"] for f in sorted(EXAMPLES.glob("*.json"))]
    reports = [msgspec.convert(r, Report) for r in given]
    note = (EXAMPLES / "8-digest.txt").read_text(encoding="utf-8")
    reports.append(msgspec.structs.replace(pipeline.report_of(note, language="en"), id="8-digest"))
    return pipeline.check_many([pipeline.read(r) for r in reports])


def strike() -> IncidentSummary:
    (found,) = (s for s in summary(checked()[0]) if s.id == STRIKE)
    return found


def across(kind: str) -> list[Finding]:
    return [f for f in checked()[1] if f.kind == kind]


def reports(finding: Finding) -> set[str]:
    return {ref.partition("#")[0] for ref in finding.claims}


def test_one_incident() -> None:
    assert len(strike().reports) == 8


def test_the_toll_over_time() -> None:
    (injured,) = (f for f in strike().figures if f.topic == "injured" and f.part is None)
    dated = [t.low for t in injured.timeline if t.at is not None and t.by != "Alexander Brechalov"]
    assert [x for n, x in enumerate(dated) if x not in dated[:n]] == [3, 50, 35, 45]


def test_who_withheld_the_target_and_who_named_it() -> None:
    (found,) = across("withheld")
    assert found.params["by"] == ["Alexander Brechalov", "Russian Ministry of Defence"]
    assert "Security Service of Ukraine" in found.params["other"]


def test_which_reports_hang_on_shot() -> None:
    (found,) = (f for f in across("not_independent") if f.params["origin"] == "SHOT")
    assert reports(found) == {"channel", "agency", "aggregator"}


def test_thirty_five_in_hospital_became_thirty_five_injured() -> None:
    (found,) = across("certainty_drift")
    assert found.positions[0].value == "35, a part (in hospital)" and reports(found) >= {"aggregator"}


def test_the_false_record() -> None:
    (aggregator,) = (r for r in checked()[0] if r.report.id == "aggregator")
    (found,) = (f for f in aggregator.findings if f.kind == "record_contradicted")
    assert found.coverage is not None and found.coverage.rows > 0


@pytest.mark.parametrize(
    "kind", ["count_conflict", "contradictory_accounts", "part_sum_exceeds_total", "unknown_place"]
)
def test_what_does_not_hold_together(kind: str) -> None:
    assert any("aggregator" in reports(f) for f in across(kind))

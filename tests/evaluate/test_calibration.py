"""Calibration and risk over coverage, by hand; and that a reading never counts towards its own confidence."""

from xml.etree import ElementTree

import pytest

from reportedly.evaluate.calibration import Judged, Outcome, by_chance, calibration_error, held_out, roc_area
from reportedly.evaluate.risk_coverage import draw, risk
from reportedly.evaluate.scales import SMALLEST, fit

SURE = [Judged(0.9, True)] * 9 + [Judged(0.9, False)]
OPEN = [Judged(0.5, True)] * 2 + [Judged(0.5, False)] * 8


@pytest.mark.parametrize(
    ("pairs", "error"),
    [(SURE, 0.0), (OPEN, 0.3), (SURE + OPEN, 0.15), ([Judged(1.0, True)], 0.0), ([], 0.0)],
)
def test_the_error_is_the_mean_gap_between_confidence_and_share(pairs: list[Judged], error: float) -> None:
    assert calibration_error(pairs) == pytest.approx(error)


@pytest.mark.parametrize(("coverage", "wrong"), [(1.0, 9 / 20), (0.5, 1 / 10), (0.25, 1 / 10), (0.75, 5 / 15)])
def test_risk_is_what_is_wrong_among_the_surest(coverage: float, wrong: float) -> None:
    assert risk(SURE + OPEN, coverage) == pytest.approx(wrong)


def test_the_surer_half_is_the_better_one() -> None:
    assert roc_area(SURE + OPEN) == pytest.approx((9 * 8 + (9 * 1 + 2 * 8) / 2) / (11 * 9))
    assert roc_area([Judged(0.5, True)]) is None


def test_the_picture_is_well_formed_and_has_a_line_for_each_slot() -> None:
    root = ElementTree.fromstring(draw({"claim": SURE + OPEN, "time": SURE}))
    assert len(root.findall("{http://www.w3.org/2000/svg}polyline")) == 2


def _cases(incident: str, trait: str, right: int, wrong: int) -> list[Outcome]:
    return [Outcome(incident, "time", (trait,), n < right) for n in range(right + wrong)]


def test_the_steps_hold_every_reading_once_and_no_small_crowd() -> None:
    cases = [o for k in range(8) for o in _cases(f"i{k}", "own=own", 9, 1) + _cases(f"i{k}", "own=carried", 5, 5)]
    scale = fit(cases)
    assert sum(step.total for step in scale.steps) == len(cases)
    assert sum(step.right for step in scale.steps) == sum(o.right for o in cases)
    assert min(step.total for step in scale.steps) >= SMALLEST
    assert scale.weights["own=own"] > 0 > scale.weights["own=carried"]


def test_an_incident_is_judged_by_the_others_only() -> None:
    usual = [o for k in range(8) for o in _cases(f"i{k}", "own=own", 10, 0)]
    odd = _cases("odd", "own=own", 0, 10)
    given = [pair.share for pair in held_out(usual + odd, folds=9) if not pair.right]
    assert given == [1.0] * 10


def test_few_readings_look_ill_calibrated_by_chance() -> None:
    few, many = by_chance([Judged(0.5, True)] * 25), by_chance([Judged(0.5, True)] * 2500)
    assert 0.0 < few[0] < few[1]
    assert many[1] < few[0]
    assert by_chance([Judged(1.0, True)] * 25) == (0.0, 0.0)

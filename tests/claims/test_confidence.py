"""Confidence is a share that was counted: which step a reading falls on, and what ships."""

import pytest

from reportedly.claims.confidence import Scale, Step, counted, with_confidence
from reportedly.claims.traits import SLOTS, of_claims
from reportedly.model import Claim, Place, Report, Source, TimeSpan

TEXT = "Drones hit the depot on Tuesday, the governor said."
REPORT = Report(id="r", text=TEXT, published="2025-07-01", language="en")
CLAIM = Claim(
    id="c1", start=0, end=31, polarity="affirmed", certainty="certain", event="strike", language="en",
    method="rules/verb",
    sources=(Source(name="governor", named="role", act="says"),),
    places=(Place(text="the depot", name="depot", kind="facility", confidence=0.4),),
    time=TimeSpan(text="on Tuesday", start="2025-07-01", end="2025-07-01", precision="day", span=(21, 31)),
)  # fmt: skip
SCALE = Scale(base=0.0, weights={"own=own": 1.0, "precision=day": 0.5}, steps=(Step(0.9, 3, 6), Step(2.0, 9, 10)))


@pytest.mark.parametrize(
    ("found", "share"),
    [
        (("own=own", "precision=day"), (9, 10)),
        (("own=own",), (9, 10)),
        (("precision=day",), (3, 6)),
        (("never counted",), (3, 6)),
    ],
)
def test_a_reading_gets_the_counts_of_its_step(found: tuple[str, ...], share: tuple[int, int]) -> None:
    step = SCALE.step(found)
    assert (step.right, step.total) == share


def test_a_score_above_the_last_step_stays_on_it() -> None:
    assert Scale(base=9.0, weights={}, steps=SCALE.steps).step(()) == SCALE.steps[-1]


def test_what_was_never_counted_has_no_confidence() -> None:
    (claim,) = with_confidence(REPORT, [CLAIM], {"time": SCALE})
    assert claim.time is not None
    assert (claim.confidence, claim.sources[0].confidence, claim.time.confidence) == (None, None, 0.9)


def test_a_guessed_facility_keeps_the_doubt_of_its_coordinates() -> None:
    (claim,) = with_confidence(REPORT, [CLAIM], {"places": SCALE})
    assert claim.places[0].confidence == 0.4


def test_traits_name_what_the_rules_know() -> None:
    ((claim, source, place, time),) = of_claims(REPORT, [CLAIM])
    assert {"event=strike", "basis=verb", "evidence=low", "time=own", "told=0"} <= set(claim[2])
    assert {"named=role", "act=says", "outermost=yes"} <= set(source[2])
    assert {"kind=facility", "own=carried"} <= set(place[2])
    assert {"own=own", "precision=day", "publication=on", "dated=yes", "distance=none"} <= set(time[2])


def test_every_slot_that_ships_rises_from_step_to_step() -> None:
    shipped = counted()
    assert set(shipped.slots) == set(SLOTS)
    assert all(shipped.reports.values())
    for scale in shipped.slots.values():
        shares = [step.right / step.total for step in scale.steps]
        assert shares == sorted(set(shares))
        assert [step.upto for step in scale.steps] == sorted({step.upto for step in scale.steps})

"""What was known at any time, against a naive replay; `python -m faults --only "as of"` tries many more sequences."""

from faults import as_of


def test_any_time_is_what_a_naive_replay_says() -> None:
    found = as_of.run(20)
    assert found["sequences"] >= 20 and found["different"] == 0


def test_a_long_story() -> None:
    steps = [("add", 0, 0), ("add", 1, 1), ("label", 0, 1), ("propose", 0, 3), ("accept", 0, 0), ("add", 0, 1)]
    steps += [("label", 1, 1), ("weigh", 0, 1), ("erase", 1, 0), ("add", 2, 1), ("label", 2, 0), ("add", 1, 1)]
    assert as_of.compared(steps) == 4

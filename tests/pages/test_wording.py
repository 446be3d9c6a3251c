"""Slots in words."""

import pytest

from reportedly.model import Coverage, Finding, Quantity, TimeSpan
from reportedly.pages import wording


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2025-07-01", "2025-07-01", "day", "1 July 2025"),
        ("2025-07-01", "2025-07-02", "day", "1–2 July 2025"),
        ("2025-06-30", "2025-07-01", "part_of_day", "30 June – 1 July 2025"),
        ("2024-12-31", "2025-01-01", "part_of_day", "31 December 2024 – 1 January 2025"),
        ("2025-07-01T07:45", "2025-07-01T07:45", "minute", "1 July 2025, 07:45"),
        ("2025-07-01T07:00", "2025-07-01T09:30", "hour", "1 July 2025, 07:00–09:30"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
    ],
)
def test_times(start: str, end: str, precision: str, words: str) -> None:
    assert wording.when(TimeSpan(text="", start=start, end=end, precision=precision)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(of="injured", value=45, text=""), "45"),
        (Quantity(of="injured", value=45, bound="about", text=""), "about 45"),
        (Quantity(of="injured", low=60, text=""), "≥ 60"),
        (Quantity(of="injured", low=60, bound="more_than", text=""), "> 60"),
        (Quantity(of="injured", high=8, text=""), "≤ 8"),
        (Quantity(of="injured", low=24, high=99, text=""), "24–99"),
        (Quantity(of="area_m2", value=600, text=""), "600 m²"),
        (Quantity(of="affected", value=120000, text=""), "120\u202f000"),
        (Quantity(of="other", text=""), "unknown"),
    ],
)
def test_figures(quantity: Quantity, words: str) -> None:
    assert wording.figure(quantity) == words


@pytest.mark.parametrize(
    ("explanation", "rows", "words"),
    [
        ("Not a record.", 7, "checked against 7 rows"),
        ("Not a record. Checked against 7 rows.", 7, None),
        ("Not known.", 0, "nothing to compare with"),
    ],
)
def test_coverage_is_said_once(explanation: str, rows: int, words: str | None) -> None:
    finding = Finding(
        kind="record_contradicted",
        severity="error",
        claims=(),
        code="x",
        explanation=explanation,
        coverage=Coverage(rows=rows),
    )
    assert wording.coverage_words(finding) == words


def test_what_could_steer_a_terminal_is_replaced_in_place() -> None:
    assert wording.clean("a\x1b[31m\u202eb\tc\n") == "a\ufffd[31m\ufffdb\tc\n"

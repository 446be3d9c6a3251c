# ruff: noqa: E501
"""The measures that linking and weighing share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.lineage.geo import relation
from reportedly.lineage.names import same_name, vague
from reportedly.lineage.times import gap, window
from reportedly.lineage.values import Range, interval, meet, part_named, spelled
from reportedly.model import Quantity, TimeSpan
from tests.incidents.build import where


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Serhii Lysak", "Сергій Лисак", True),
        ("Serhiy Lysak", "Сергей Лысак", True),
        ("Volodymyr Zelenskyy", "Володимир Зеленський", True),
        ("Kama Signal", "telegram:kama_signal", True),
        ("UN", "United Nations", True),
        ("Ihor Terekhov", "Ihor Klymenko", False),
        ("source in the SBU", "SBU", False),
        ("Baza", "Astra", False),
    ],
)
def test_one_speaker_by_any_spelling(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize("name", ["residents", "local officials", "источники", "очевидці", "Russian Telegram channels"])
def test_a_class_of_people_is_nobody(name: str) -> None:
    assert vague(name)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Kharkiv", "Kharkiv", "same"),
        ("Kupol plant", "Izhevsk", "within"),
        ("Izhevsk", "Udmurtia", "within"),
        ("Izhevsk", "Russia", "within"),
        ("Industrialnyi District (Kharkiv)", "Kharkiv", "within"),
        ("Industrialnyi District (Kharkiv)", "Lisne", "near"),
        ("Shebekino", "Myasoyedovo", "near"),
        ("Kharkiv", "Sumy", "apart"),
        ("Crimea", "Russia", "apart"),
    ],
)
def test_how_places_lie(one: str, other: str, how: str) -> None:
    assert relation(where(one), where(other)) == relation(where(other), where(one)) == how


def span(start: str, end: str, precision: str, text: str = "") -> TimeSpan:
    return TimeSpan(text=text, start=start, end=end, precision=precision)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (span("2025-06-06", "2025-06-07", "part_of_day"), span("2025-06-07T18:10", "2025-06-07T18:10", "minute"), True),
        (span("2025-06-06", "2025-06-07", "part_of_day"), span("2025-06-07T05:12", "2025-06-07T05:12", "minute"), False),
        (span("2025-06-07", "2025-06-07", "day"), span("2025-06-07T18:10", "2025-06-07T18:10", "minute"), False),
        (span("2025-06-07", "2025-06-07", "part_of_day", "late afternoon"), span("2025-06-07T07:00", "2025-06-07T07:00", "hour"), True),
    ],
)  # fmt: skip
def test_a_night_and_the_next_evening_are_apart(one: TimeSpan, other: TimeSpan, apart: bool) -> None:
    a, b = window(one), window(other)
    assert a and b and (gap(a, b) > 0) is apart


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(of="killed", value=3, text="three"), "3"),
        (Quantity(of="killed", low=60, text="over 60"), "at least 60"),
        (Quantity(of="missing", high=6, text="up to six"), "up to 6"),
        (Quantity(of="destroyed", low=10, high=13, text="10-13"), "10 to 13"),
    ],
)
def test_figures_are_intervals(quantity: Quantity, words: str) -> None:
    found = interval(quantity)
    assert found and spelled(found) == words


@pytest.mark.parametrize(
    ("item", "part"),
    [
        ("children", "child"),
        ("детей", "child"),
        ("госпитализированы", "hospital"),
        ("people", None),
        ("важкі", "serious"),
    ],
)
def test_parts_by_class(item: str, part: str | None) -> None:
    assert part_named(item) == part


ranges = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda t: Range(float(min(t)), float(max(t))))


@given(ranges, ranges)
def test_meeting_is_symmetric(a: Range, b: Range) -> None:
    assert (
        meet(a, b)
        is meet(b, a)
        is bool(set(range(int(a.low), int(a.high) + 1)) & set(range(int(b.low), int(b.high) + 1)))
    )

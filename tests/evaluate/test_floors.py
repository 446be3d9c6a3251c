"""The whole flow on a perfect and a mute reader, and the floors under them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.evaluate import evaluate, raised, read_floors, shortfalls, tables, write_floors
from reportedly.evaluate.gold import read_gold, reading
from reportedly.model import Finding, Reading, Report

ROOT = Path(__file__).parents[2]
GOLD_DIR = ROOT / "corpora" / "gold"
FLOORS = {"all": {"claims": 0.5, "evidence": 0.9}, "uk": {"place": 0.8, "findings_recall": 0.4}}


class Perfect:
    """Gives back the gold."""

    def __init__(self) -> None:
        self.gold = read_gold(GOLD_DIR)

    def read(self, report: Report, /) -> Reading:
        return reading(self.gold[report.id])

    def check(self, reading: Reading, /) -> Reading:
        return reading

    def link(self, readings: Sequence[Reading], /) -> Sequence[Reading]:
        return readings

    def weigh(self, readings: Sequence[Reading], /) -> Sequence[Finding]:
        return ()


class Mute(Perfect):
    """Finds nothing."""

    def read(self, report: Report, /) -> Reading:
        return Reading(report=report)


def test_a_perfect_reader_stands_on_every_floor() -> None:
    assert shortfalls(evaluate(GOLD_DIR, boot=0, flow=Perfect()), FLOORS) == []


def test_a_mute_reader_falls_below_and_the_line_says_where() -> None:
    lines = [str(x) for x in shortfalls(evaluate(GOLD_DIR, boot=0, flow=Mute()), FLOORS)]
    assert lines[0] == "all.claims: 0.000, floor 0.500"
    assert lines[1] == "all.evidence: nothing to measure, floor 0.900"
    assert len(lines) == 4


def test_tables_show_every_language_and_intervals() -> None:
    text = tables(evaluate(GOLD_DIR, boot=20, flow=Perfect()))
    assert all(f"\n{language}: " in text for language in ("en", "ru", "uk"))
    assert "[1.000, 1.000]" in text and "findings across reports" in text


def test_floors_go_up_alone_and_down_only_when_told() -> None:
    mute = evaluate(GOLD_DIR, boot=0, flow=Mute())
    assert raised(evaluate(GOLD_DIR, boot=0, flow=Perfect()), FLOORS)["uk"]["place"] == 1.0
    assert raised(mute, FLOORS) == FLOORS
    assert raised(mute, FLOORS, lower=True)["all"]["claims"] == 0.0


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.toml", FLOORS)
    assert read_floors(tmp_path / "floors.toml") == FLOORS


@pytest.mark.parametrize("text", ["x", "en = 1", "[en]\nclaims = 2", "[en]\nclaims = true"])
def test_a_bad_floor_file_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.toml").write_text(text)
    with pytest.raises(ValueError, match=r"floors\.toml"):
        read_floors(tmp_path / "floors.toml")


def test_the_shipped_floors_name_only_what_is_measured() -> None:
    from reportedly.evaluate import measured

    values = measured(evaluate(GOLD_DIR, boot=0, flow=Perfect()))
    for language, table in read_floors(ROOT / "corpora" / "floors.toml").items():
        assert set(table) <= set(values[language])

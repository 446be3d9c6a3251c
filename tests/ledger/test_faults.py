"""The faults in short; `python -m faults` does all of them."""

import random
from pathlib import Path

import pytest

from faults import flips, full_disk, kills, long_lines, power_cut, record, tampering, writers
from reportedly.ledger import open_ledger


def test_killed_again_and_again() -> None:
    found = kills.run(20)
    assert {name: found[name] for name in ("lost", "doubled", "partial", "wrong by verify")} == {
        "lost": 0,
        "doubled": 0,
        "partial": 0,
        "wrong by verify": 0,
    }
    assert found["kept"] >= found["acknowledged"] > 0


def test_four_writers_at_once(place: str) -> None:
    found = writers.run(place, 4, 15)
    assert (found["lost"], found["errors"], found["wrong by verify"]) == (0, 0, 0)


@pytest.mark.parametrize("kind", tampering.KINDS)
@pytest.mark.parametrize("knowing", [False, True], ids=["plain", "knowing"])
def test_tampering_is_told(tmp_path: Path, kind: str, knowing: bool) -> None:
    given = tampering.prepared(tmp_path / "ledger.db", 4)
    tampering.tamper(tmp_path / "ledger.db", kind, random.Random(kind), knowing=knowing)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.verify([given])


def test_a_turned_bit_is_told_where_it_shows() -> None:
    assert flips.run(15)["visible, not told"] == 0


def test_a_full_disk() -> None:
    found = full_disk.run(24, 4)
    assert found["full"] > 0
    assert (found["unclear"], found["different afterwards"], found["wrong by verify"]) == (0, 0, 0)


def test_a_line_over_the_limit_of_a_text() -> None:
    found = long_lines.run(6)
    assert (found["formats"], found["crashed"], found["not said in one line"], found["lost beside it"]) == (9, 0, 0, 0)


@pytest.mark.skipif(not power_cut.available(), reason="needs Linux and a C compiler (cc)")
def test_the_power_is_cut() -> None:
    found = power_cut.run(12, reports=6)
    assert (found["FULL: corrupt"], found["FULL: acknowledged reports lost"]) == (0, 0)
    # The control: without syncs the same states lose what was acknowledged.
    assert found["OFF: corrupt"] + found["OFF: acknowledged reports lost"] > 0


def test_the_documentation_shows_the_last_results() -> None:
    """What `python -m faults.record` wrote, and nobody edited."""
    page = record.PAGE.read_text("utf-8")
    assert [mark for mark, table in record.tables().items() if f"<!-- {mark} -->\n{table}<!-- end" not in page] == []


def test_a_fault_keeps_its_last_result_and_a_fuzzed_target_its_sum() -> None:
    faults: record.Results = {"flips": {"fault": "flips", "done": 10, "on": "2025-07-01"}}
    fuzzed: record.Results = {"html": {"minutes": 2.5, "tried": 100, "on": "2025-07-01"}}
    record.take({"fault": "flips", "done": 5}, faults, fuzzed, "2025-07-02")
    record.take({"target": "html", "minutes": 1.25, "tried": 50}, faults, fuzzed, "2025-07-02")
    assert faults["flips"]["done"] == 5
    record.take({"fault": "flips", "done": 7, "seed": 2, "told": 3}, faults, fuzzed, "2025-07-03")
    assert faults["flips"] == {"fault": "flips", "done": 12, "told": 3, "on": "2025-07-03"}
    assert fuzzed["html"] == {"minutes": 3.75, "tried": 150, "on": "2025-07-02"}

"""The flow over Parquet in parts gives what it gives in one process."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.cli.app import run
from reportedly.evaluate.generated import planted
from reportedly.evaluate.gold import read_gold, reading
from reportedly.model import Finding, Reading, encode

pytest.importorskip("daft", reason="pip install 'reportedly[batch]'")

from reportedly import batch

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
SETS = {
    "annotated": [reading(g) for g in read_gold(GOLD).values()],
    "generated, some without day and place": planted(900, bare=0.3)[0],
}
TEXT = "Drones attacked Izhevsk on 1 July 2025, the governor said. Three people were killed."


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.batch.parts.PART", 40)


def lines(file: Path, readings: Sequence[Reading]) -> str:
    file.write_bytes(b"".join(encode(r) + b"\n" for r in readings))
    return str(file)


def findings(folder: Path) -> set[tuple[str, tuple[str, ...]]]:
    import pyarrow.parquet as pq

    rows = [row for part in batch.parts_of(folder) for row in pq.read_table(part).to_pylist()]
    assert all(json.loads(row["finding"])["kind"] == row["kind"] for row in rows)
    return {(row["kind"], tuple(row["claims"])) for row in rows}


def named(found: Sequence[Finding]) -> set[tuple[str, tuple[str, ...]]]:
    return {(f.kind, f.claims) for f in found}


@pytest.mark.parametrize("readings", SETS.values(), ids=SETS)
def test_linked_and_weighed_as_in_one_process(readings: list[Reading], tmp_path: Path) -> None:
    source, linked, weighed = lines(tmp_path / "in.jsonl", readings), tmp_path / "linked", tmp_path / "weighed"
    assert run(["batch", "link", source, "-o", str(linked), "--jobs", "2"]) == 0
    assert run(["batch", "weigh", str(linked), "-o", str(weighed)]) == 0
    at_once = pipeline.link(readings)
    assert len(batch.parts_of(linked)) > 1
    assert tuple(batch.readings(linked)) == at_once
    assert findings(weighed) == named(pipeline.weigh(at_once))


def test_read_as_in_one_process(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(TEXT, "utf-8")
    assert run(["batch", "read", str(folder), "-o", str(tmp_path / "read")]) == 0
    for found in batch.readings(tmp_path / "read"):
        assert found.claims and found.claims == pipeline.read(found.report).claims


def test_a_table_of_reports(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": ["a"], "text": [TEXT], "likes": [7], "language": ["en"]}), tmp_path / "in.parquet")
    assert run(["batch", "read", str(tmp_path / "in.parquet"), "-o", str(tmp_path / "read")]) == 0
    (found,) = batch.readings(tmp_path / "read")
    assert found.report.id == "a" and found.claims


def test_what_broke_off_goes_on(tmp_path: Path) -> None:
    readings = SETS["annotated"]
    source, target = tmp_path / "parts", tmp_path / "linked"
    batch.split(readings, source)
    batch.begin(target, "this")
    list(batch.link(source, target, 1))
    first, last = batch.parts_of(target)
    made = first.stat().st_mtime_ns
    last.unlink()
    batch.begin(target, "this")
    list(batch.link(source, target, 1))
    batch.end(target)
    assert first.stat().st_mtime_ns == made
    assert tuple(batch.readings(target)) == pipeline.link(readings)
    assert not (target / batch.WORK).exists()


BAD = {
    "no such file": ["link", "nowhere", "-o", "out"],
    "not a table of reports": ["read", "in.parquet", "-o", "out"],
    "is there already": ["link", "in.jsonl", "-o", "there"],
    "other work was begun there": ["link", "in.jsonl", "-o", "begun"],
}


@pytest.mark.parametrize(("said", "command"), BAD.items(), ids=BAD)
def test_one_line_says_what_is_wrong(
    said: str, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.parquet").write_bytes(b"PAR1")
    lines(Path("in.jsonl"), SETS["annotated"][:1])
    Path("there").mkdir()
    batch.begin(Path("begun"), "that")
    assert run(["batch", *command]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_without_daft_it_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(batch, "available", lambda: False)
    assert run(["batch", "link", "in.jsonl", "-o", str(tmp_path / "out")]) == 2
    assert "pip install 'reportedly[batch]'" in capsys.readouterr().err

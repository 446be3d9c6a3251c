"""The fuzz targets on their seeds, on naughty texts, and on everything that they once failed on.

``python -m faults.fuzz`` looks for more; what it finds is kept in ``faults/fuzz/cases``.
"""

import json
from pathlib import Path

import pytest

from faults.fuzz import seeds
from faults.fuzz.targets import TARGETS
from reportedly import pipeline
from reportedly.reports import InputProblem, intake
from reportedly.reports.material import Material

CASES = sorted((Path(__file__).parents[2] / "faults" / "fuzz" / "cases").glob("*/*"))


@pytest.mark.parametrize("name", TARGETS)
def test_sound_and_naughty_inputs(name: str) -> None:
    for data in seeds.of(name):
        TARGETS[name](data)


@pytest.mark.parametrize("words", seeds.NAUGHTY)
def test_naughty_words_in_a_report_are_read_or_refused(words: str) -> None:
    text = f"{seeds.EN} {words} {seeds.EN}"
    said = {"id": "a", "text": text, "publisher": words, "title": words, "language": "en"}
    data = json.dumps({"report": said}).encode()
    (item,) = intake.read(Material(name="a.json", stem="a", data=data, captured="2025-07-01T00:00:00+00:00"))
    if isinstance(item, InputProblem):
        assert "NUL character" in item.what or "lone surrogate" in item.what
        return
    reading = pipeline.check(pipeline.read(item.report))
    assert all(item.report.text[c.start : c.end] for c in reading.claims) and reading.claims


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name[-8:]}")
def test_what_once_failed(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())

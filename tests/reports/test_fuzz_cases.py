"""The fuzz targets on their seeds, on naughty texts, and on everything that they once failed on.

``python -m faults.fuzz`` looks for more; what it finds is kept in ``faults/fuzz/cases``.
"""

from pathlib import Path

import pytest

from faults.fuzz import seeds
from faults.fuzz.targets import TARGETS

CASES = sorted((Path(__file__).parents[2] / "faults" / "fuzz" / "cases").glob("*/*"))


@pytest.mark.parametrize("name", TARGETS)
def test_sound_and_naughty_inputs(name: str) -> None:
    for data in seeds.of(name):
        TARGETS[name](data)


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name[-8:]}")
def test_what_once_failed(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())

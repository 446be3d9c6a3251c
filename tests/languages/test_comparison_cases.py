"""What compares events, and what only says how large a thing is: one case a line in ``comparisons.tsv``."""

import re
from pathlib import Path

import pytest

from reportedly.languages import fold, lexicon

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "comparisons.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text", "kind"), CASES)
def test_kind(language: str, text: str, kind: str) -> None:
    rows = lexicon(language, "comparisons").COMPARISONS
    folded = fold(text)
    found = next((k for k, pattern in rows if re.search(rf"(?<!\w)(?:{pattern})", folded)), "")
    assert found == kind

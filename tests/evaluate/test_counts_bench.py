"""Counts of whole reports against a register, on sets made here in the form of the public ones."""

import gzip
import json
from pathlib import Path

from reportedly.evaluate import counts_bench


def _packed(path: Path, *rows: object) -> Path:
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    return path


def test_values_of_a_bulletin_are_sought_among_its_figures(tmp_path: Path) -> None:
    text = "Загалом протягом минулої доби зафіксовано 138 бойових зіткнень."
    row = {"inputs": [{"text": text}], "expected": ["s.combat_engagements == 138", "s.shellings == 7", "s.x is None"]}
    assert counts_bench.bulletins(_packed(tmp_path / "b.gz", row)) == "bulletins: 1 of 2 values; missed: shellings 7"


def test_a_day_is_told_from_the_war(tmp_path: Path) -> None:
    path = tmp_path / "losses.json"
    path.write_text(json.dumps([{"personnel": 1_020_820}, {"personnel": 1_021_890}]))
    assert counts_bench.losses(path) == "losses: 1 of 1 days with cumulative and daily figure told apart"


def test_articles_are_compared_with_their_register(tmp_path: Path) -> None:
    docs = [
        {"content": "Two people were killed and a man was injured, police said.", "dct": "2014-01-28"},
        {"content": "Two people were killed. Nobody was injured, police said.", "dct": "2014-01-28"},
    ]
    path = _packed(tmp_path / "g.gz", {"num_killed": 2, "num_injured": 1, "docs": docs})
    told = "gva: 2 articles of 1 incidents, exact killed 1.000, injured 0.500, both 0.500"
    assert counts_bench.articles(path, 5) == told

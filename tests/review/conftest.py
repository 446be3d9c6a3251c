"""A small ledger for what people decide of incidents."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.build import report
from reportedly.ledger import Ledger, open_ledger
from tests.ledger.conftest import databases, place

__all__ = ["databases", "ledger", "place"]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three reports: two of one incident, one of another."""
    with open_ledger(tmp_path / "ledger.db") as found:
        for n in (1, 2, 3):
            found.add(report(n))
        found.label({"r1#c1": "a", "r2#c1": "a", "r3#c1": "c"})
        yield found

"""A ledger for the time that the desk is open, so that reports can be looked at without keeping them."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reportedly import pipeline
from reportedly.findings import References
from reportedly.ledger import Incoming, Ledger, open_ledger
from reportedly.model import Reading
from reportedly.review import relink


@contextmanager
def passing_ledger() -> Iterator[Ledger]:
    """An empty ledger in a private folder; both are gone at the end."""
    with tempfile.TemporaryDirectory(prefix="reportedly-desk-") as folder, open_ledger(Path(folder) / "l.db") as ledger:
        yield ledger


def fill(ledger: Ledger, readings: Sequence[Reading], references: References) -> None:
    """Put readings on record, checked, linked and weighed."""
    for reading in readings:
        checked = pipeline.check(reading, references)
        raw = reading.report.text.encode("utf-8", "surrogatepass")
        ledger.add(Incoming(report=reading.report, raw=raw, reading=checked, version=pipeline.VERSION))
    relink(ledger)

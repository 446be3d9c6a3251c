"""The disk is full, at every size that a ledger can have: a clear error, and afterwards all goes on as if nothing was.

SQLite's own limit of pages stands for the disk: the same error at the same places.
"""

import tempfile
from pathlib import Path

from sqlalchemy import event

from faults.build import report
from reportedly.ledger import LedgerError, open_ledger


def run(reports: int = 40, step: int = 1) -> dict[str, int]:
    """Fill up at each number of pages; how often it was full, unclear errors, ledgers that differ afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = Path(folder) / "whole.db"
        with open_ledger(undisturbed) as ledger:
            first = _pages(ledger)
            for n in range(reports):
                ledger.add(report(n))
            wanted = list(ledger.readings())
            most = _pages(ledger) + 1
        counts = {"sizes": 0, "full": 0, "unclear": 0, "different afterwards": 0, "wrong by verify": 0}
        for pages in range(first, most, step):
            counts["sizes"] += 1
            place = Path(folder) / f"{pages}.db"
            with open_ledger(place) as ledger:
                _limit(ledger, pages)
                for n in range(reports):
                    try:
                        ledger.add(report(n))
                    except LedgerError as error:
                        counts["full"] += 1
                        counts["unclear"] += "full" not in str(error)
            with open_ledger(place) as ledger:  # there is room again
                for n in range(reports):
                    ledger.add(report(n))
                found = list(ledger.readings())
                counts["different afterwards"] += sorted(map(repr, found)) != sorted(map(repr, wanted))
                counts["wrong by verify"] += len(ledger.verify())
        return counts


def _pages(ledger: object) -> int:
    with ledger._store.reading() as connection:  # type: ignore[attr-defined]
        return int(connection.exec_driver_sql("PRAGMA page_count").scalar())


def _limit(ledger: object, pages: int) -> None:
    engine = ledger._store.engine  # type: ignore[attr-defined]
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA max_page_count = {pages}"))
    engine.dispose()

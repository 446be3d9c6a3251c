"""One more report costs nothing that grows with the ledger: every statement that it takes is answered by an index."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event

from reportedly.evaluate.generated import planted
from reportedly.ledger import Incoming, Ledger, open_ledger
from reportedly.model import Reading
from reportedly.review import link_new, relink

WHOLE = re.compile(r"SCAN (?!CONSTANT)\w|.*AUTOMATIC")
"""A plan that walks a table or an index from end to end, or makes an index for the occasion."""
LAST = "ORDER BY entries.seq DESC"
"""Ends with the first row that it meets."""


@contextmanager
def statements(ledger: Ledger) -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database, with its values."""
    asked: list[tuple[str, Any]] = []

    def listen(_: Any, __: Any, statement: str, values: Any, ___: Any, many: bool) -> None:
        asked.append((statement, values[0] if many else values))

    event.listen(ledger._store.engine, "before_cursor_execute", listen)
    yield asked
    event.remove(ledger._store.engine, "before_cursor_execute", listen)


def put(ledger: Ledger, reading: Reading) -> None:
    ledger.add(Incoming(report=reading.report, raw=reading.report.text.encode(), reading=reading, own_id=True))


def test_no_table_is_read_as_a_whole(tmp_path: Path) -> None:
    readings, _ = planted(600, bare=0.2)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for reading in readings[:-5]:
            put(ledger, reading)
        relink(ledger)
        with statements(ledger) as asked:
            for reading in readings[-5:]:
                put(ledger, reading)
                assert link_new(ledger, few=0).labels
        whole: set[tuple[str, str]] = set()
        with ledger._store.reading() as connection:
            for statement, values in asked:
                if re.match(r"SELECT|UPDATE|DELETE", statement) and LAST not in statement:
                    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(values)).all()
                    whole |= {(row.detail, statement) for row in plan if WHOLE.match(row.detail)}
        assert asked and not whole

"""Rows into tables, many at a time: what a reading writes is dozens of rows in half a dozen tables.

SQLite runs one prepared statement for all rows of a table. To a server each statement is several round trips, so there
rows wait until something else is asked or the transaction ends, and then go together in one statement.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ARRAY, Column, Connection, Table
from sqlalchemy.dialects import postgresql

_WAITING = "reportedly: rows that wait"
_SERVER = postgresql.dialect()  # type: ignore[no-untyped-call]
SOME = 500
"""Names in one statement."""
_Name = TypeVar("_Name", str, int)


def parts(names: Iterable[_Name]) -> Iterator[list[_Name]]:
    """Names in order, so many as one statement takes."""
    every = sorted(set(names))
    for first in range(0, len(every), SOME):
        yield every[first : first + SOME]


def put_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, each with the same columns; those that they leave out are NULL."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        names = _names(table)
        connection.exec_driver_sql(_into(table), [tuple(map(row.get, names)) for row in rows])
    else:
        connection.info.setdefault(_WAITING, {}).setdefault(table, []).extend(rows)


def send(connection: Connection) -> None:
    """Insert the rows that wait."""
    waiting: dict[Table, list[dict[str, Any]]] = connection.info.pop(_WAITING, {})
    if waiting:
        columns = tuple([row.get(name) for row in rows] for table, rows in waiting.items() for name in _names(table))
        connection.exec_driver_sql(_together(tuple(waiting)), columns).close()


def drop(connection: Connection) -> None:
    """Forget rows that a transaction left behind when it failed."""
    connection.info.pop(_WAITING, None)


@lru_cache(maxsize=32)
def _into(table: Table) -> str:
    return f"INSERT INTO {table.name} ({_quoted(table)}) VALUES ({', '.join('?' * len(table.columns))})"


@lru_cache(maxsize=64)
def _together(tables: tuple[Table, ...]) -> str:
    """One statement for several tables; each column of each is one list of values."""
    return f"WITH {', '.join(f'into_{n} AS ({_listed(table)})' for n, table in enumerate(tables))} SELECT 1"


def _listed(table: Table) -> str:
    names = _quoted(table)
    values = ", ".join(f"string_to_array({c.name}, ' ')" if _words(c) else f'"{c.name}"' for c in table.columns)
    lists = ", ".join(f"%s::{'TEXT' if _words(c) else c.type.compile(_SERVER)}[]" for c in table.columns)
    return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM unnest({lists}) AS given ({names})"


def _words(column: Column[Any]) -> bool:
    return isinstance(column.type.dialect_impl(_SERVER), ARRAY)


def _quoted(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in _names(table))


@lru_cache(maxsize=64)
def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)

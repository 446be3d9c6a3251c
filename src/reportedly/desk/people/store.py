"""The file of the desk itself: users, sessions, tokens, saved searches, and the record of changes."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_TABLES = """
CREATE TABLE IF NOT EXISTS users (
    name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, made INTEGER NOT NULL, disabled INTEGER);
CREATE TABLE IF NOT EXISTS sessions (
    digest TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES users, made INTEGER NOT NULL, seen INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, name TEXT NOT NULL REFERENCES users, scope TEXT NOT NULL,
    made INTEGER NOT NULL, until INTEGER NOT NULL, revoked INTEGER);
CREATE TABLE IF NOT EXISTS attempts (at INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS attempts_at ON attempts (at);
CREATE TABLE IF NOT EXISTS changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL,
    what TEXT NOT NULL, entry INTEGER);
CREATE TABLE IF NOT EXISTS searches (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, query TEXT NOT NULL, by TEXT NOT NULL, made INTEGER NOT NULL);
"""


class Refused(ValueError):
    """What somebody asks for cannot be, said in words that they may read."""


class Store:
    """One file, made where there is none. ``clock`` gives seconds since 1970."""

    def __init__(self, file: Path, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._clock = clock
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        with self.open() as connection:
            connection.executescript(_TABLES)

    def now(self) -> int:
        """Seconds since 1970."""
        return int(self._clock())

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """One transaction: kept at the end, taken back where something goes wrong."""
        connection = sqlite3.connect(self._file, timeout=10)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        try:
            with connection:
                yield connection
        finally:
            connection.close()

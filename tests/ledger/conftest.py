"""Ledgers in both stores: every test that takes ``ledger`` or ``place`` runs on SQLite and on PostgreSQL."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger import Ledger, open_ledger

SERVER = os.environ.get("REPORTEDLY_TEST_POSTGRES")
NO_SERVER = "no PostgreSQL server: REPORTEDLY_TEST_POSTGRES=postgresql://user@host:port/postgres names one"


class Databases:
    """Databases of their own on the server, copied from one that is made once."""

    def __init__(self, server: str) -> None:
        from sqlalchemy import create_engine

        self.server = server.replace("postgresql://", "postgresql+pg8000://")
        self.engine = create_engine(self.server, isolation_level="AUTOCOMMIT")
        self.pattern = self.new()
        open_ledger(self.address(self.pattern)).close()

    def new(self, pattern: str | None = None) -> str:
        name = f"reportedly_{secrets.token_hex(6)}"
        with self.engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}" + (f" TEMPLATE {pattern}" if pattern else ""))
        return name

    def address(self, name: str) -> str:
        return self.server.rpartition("/")[0] + "/" + name

    def drop(self, name: str) -> None:
        with self.engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    if not SERVER:
        pytest.skip(NO_SERVER)
    found = Databases(SERVER)
    yield found
    found.drop(found.pattern)
    found.engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty ledger is, or can be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    databases: Databases = request.getfixturevalue("databases")
    name = databases.new(databases.pattern)
    yield databases.address(name)
    databases.drop(name)


@pytest.fixture
def bare(databases: Databases) -> Iterator[str]:
    """A database on the server with nothing in it."""
    name = databases.new()
    yield databases.address(name)
    databases.drop(name)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with open_ledger(place) as found:
        yield found

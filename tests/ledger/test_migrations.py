"""From every released schema to the present one, and the present one is what the code says."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from reportedly.ledger import Ledger, migrate
from reportedly.ledger.tables import metadata


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(migrate.Path(migrate.__file__).parent / "migrations"))
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


def test_the_last_revision_is_the_one_that_the_code_knows() -> None:
    assert revisions()[0] == migrate.HEAD


def test_a_ledger_has_the_tables_of_the_code(ledger: Ledger) -> None:
    with ledger._store.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("words")},
        )
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("revision", revisions())
def test_from_every_revision(revision: str) -> None:
    with create_engine("sqlite://").connect() as connection:
        migrate.upgrade(connection, revision)
        assert migrate.revision(connection) == revision
        migrate.prepare(connection)
        assert migrate.revision(connection) == migrate.HEAD

"""From every released schema to the present one, and the present one is what the code says."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from msgspec.structs import replace
from sqlalchemy import create_engine

from faults.build import report
from reportedly.ledger import Ledger, migrate, open_ledger
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


def test_what_an_earlier_ledger_kept_is_known_by_what_it_says(tmp_path: Path) -> None:
    made = report(1, url="https://example.org/a")
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(made)
        with ledger._store.writing() as connection:
            for step in (
                "DROP TABLE sources",
                "DROP INDEX reports_content",
                "ALTER TABLE reports DROP COLUMN content",
                "UPDATE alembic_version SET version_num = '0001'",
            ):
                connection.exec_driver_sql(step)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.verify() == ()
        assert ledger.add(replace(made, raw=b"with another counter", live=True)).status == "known"

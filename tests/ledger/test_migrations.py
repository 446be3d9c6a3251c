"""From every released schema to the present one, and the present one is what the code says."""

from pathlib import Path

import pytest
import zstandard
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from msgspec.structs import replace
from sqlalchemy import MetaData, create_engine, insert, select

from faults.build import report
from reportedly.ledger import Ledger, migrate, open_ledger
from reportedly.ledger.engine import Store
from reportedly.ledger.tables import metadata

RELEASED = Path(__file__).parent / "released"


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
            opts={"include_name": lambda name, _, __: not str(name).startswith(("words", "claims_near", "spatial"))},
        )
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("revision", revisions())
def test_from_every_revision(revision: str) -> None:
    with create_engine("sqlite://").connect() as connection:
        migrate.upgrade(connection, revision)
        assert migrate.revision(connection) == revision
        migrate.prepare(connection)
        assert migrate.revision(connection) == migrate.HEAD


def released(name: str, folder: Path) -> Path:
    """A ledger as a released schema left it: eight reports, one erased, labels, a decision, a person's claim."""
    file = folder / "ledger.db"
    file.write_bytes(zstandard.ZstdDecompressor().decompress((RELEASED / f"{name}.db.zst").read_bytes()))
    return file


def copied(file: Path, place: str, revision: str) -> None:
    """The rows of a SQLite ledger put into a server's tables of the same revision."""
    store = Store(place)
    with store.writing() as server, create_engine(f"sqlite:///{file}").connect() as lite:
        migrate.upgrade(server, revision)
        there, here = MetaData(), MetaData()
        there.reflect(lite, only=lambda name, _: name != "alembic_version" and not name.startswith("words"))
        here.reflect(server, only=list(there.tables))
        for table in there.sorted_tables:
            if rows := [dict(row) for row in lite.execute(select(table)).mappings()]:
                server.execute(insert(here.tables[table.name]), rows)
        for row, stems in lite.exec_driver_sql("SELECT rowid, stems FROM words"):
            server.exec_driver_sql("INSERT INTO words VALUES (%s, string_to_array(%s, ' '))", (row, stems))
    store.close()


@pytest.mark.parametrize("revision", sorted(file.name.partition(".")[0] for file in RELEASED.iterdir()))
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_a_released_ledger_kept(
    revision: str, kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = str(file := released(revision, tmp_path))
    if kind == "postgresql":
        place = request.getfixturevalue("bare")
        copied(file, place, revision)
    with open_ledger(place) as ledger:
        assert ledger.verify() == ()
        assert [one.report.id for one in ledger.readings()] == ["r0", "r2", "r3", "r5", "r1-2", "r8"]
        assert {hit.told.report for hit in ledger.search("завод")} == {"r1", "r1-2"}
        assert ledger.add(replace(report(8, url="https://example.org/a"), raw=b"counted", live=True)).status == "known"
        assert ledger.add(report(9)).status == "new" and ledger.verify() == ()


def test_every_schema_before_this_one_was_released() -> None:
    assert [file.name.partition(".")[0] for file in sorted(RELEASED.iterdir())] == revisions()[:0:-1]

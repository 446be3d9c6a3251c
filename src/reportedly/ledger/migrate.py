"""The schema: made and brought up to date with Alembic, which is only loaded when there is something to do."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from reportedly.ledger.errors import LedgerError

HEAD = "0006"
_REMADE = "0004"
"""Tables of an earlier revision are made anew from the log."""


def revision(connection: Connection) -> str | None:
    """The revision of the tables, ``None`` where there are none. Raises ``LedgerError`` for a foreign database."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        if names - {"spatial_ref_sys"}:
            raise LedgerError("a database of something else: there are tables in it, and none of a ledger")
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is not None and "entries" not in names:
        raise LedgerError("a database of something else: there is no log in it")
    return str(found) if found is not None else None


def upgrade(connection: Connection, target: str = "head") -> None:
    """Bring the tables to a revision, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def prepare(connection: Connection) -> None:
    """Make or bring up to date what is there. Raises ``LedgerError`` for one written by a newer version."""
    found = revision(connection)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise LedgerError(f"written by a newer version of the program (schema {found}, this one knows {HEAD})")
    upgrade(connection)
    if found is not None and found < _REMADE:
        from reportedly.ledger import derive

        derive.rebuild(connection)

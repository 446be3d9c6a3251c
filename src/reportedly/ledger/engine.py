"""One connection to SQLite or PostgreSQL: transactions for reading, and one at a time for writing.

SQLite runs with WAL and synchronous=FULL (a commit that returned survives a power cut) and secure_delete (what is
deleted is overwritten). Writers queue at a lock: a lock of the operating system on a file beside the ledger, which
wakes them in turn, or an advisory lock of PostgreSQL; so no "database is locked" ever reaches a caller.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from reportedly.gazetteer.geometry import distance_km
from reportedly.ledger import rows
from reportedly.ledger.errors import LedgerError, NoLedger

_TURN = "SELECT pg_advisory_xact_lock(7302114077), set_config('synchronous_commit', 'off', true)"
"""The turn of a writer ends when its transaction is there for others, and not only when it is on the disk."""
_FLUSH = "SELECT pg_logical_emit_message(true, 'reportedly', '')"
"""What it wrote is on the disk when this, which comes after it in the server's log, is: for several writers at once."""
_DAMAGED = "the file is damaged: restore a backup"
_BUSY_MS = 120_000

_AT_HAND = "reportedly: at hand"


def at_hand(connection: Connection) -> dict[str, Any]:
    """What the transaction of a connection wrote last and need not ask for; a transaction begins with nothing."""
    found: dict[str, Any] = connection.info.setdefault(_AT_HAND, {})
    return found


class Store:
    """Where the tables are. ``path`` is the file of a SQLite ledger, else ``None``; ``shown`` is for people."""

    def __init__(self, place: str | Path, *, create: bool = True) -> None:
        self.path = _path(place)
        if self.path is not None:
            self.shown = str(self.path)
            if not create and not self.path.is_file():
                raise NoLedger(f"{self.shown}: no ledger here (reportedly init makes one)")
            if create and not self.path.exists():
                with self.told():  # drafts and protected sources: for the owner's eyes only
                    self.path.parent.mkdir(parents=True, exist_ok=True)
                    os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600))
            self.engine = _sqlite(self.path)
        else:
            self.engine = _postgresql(str(place))
            self.shown = self.engine.url.render_as_string(hide_password=True)

    @property
    def sqlite(self) -> bool:
        """Whether this is a file."""
        return self.path is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state and never waits for a writer."""
        with self.told(), self.engine.connect() as connection:
            if not self.sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one transaction that writes; what it did is on the disk when it ends."""
        with self.told(), self.alone(), self.engine.connect() as connection:
            if self.sqlite:
                connection = connection.execution_options(reportedly_writes=True)
            at_hand(connection).clear()
            with connection.begin():
                if not self.sqlite:
                    connection.exec_driver_sql(_TURN).close()
                yield connection
                rows.send(connection)
            if not self.sqlite:
                with connection.begin():
                    connection.exec_driver_sql(_FLUSH).close()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The turn of this writer among all processes and threads; PostgreSQL has a lock of its own."""
        if self.path is None:
            yield
            return
        with turn(self.path):
            yield

    @contextmanager
    def plain(self) -> Iterator[Connection]:
        """A connection outside any transaction, for VACUUM and the like."""
        plain = self.engine.execution_options(isolation_level="AUTOCOMMIT", reportedly_plain=True)
        with self.told(), plain.connect() as connection:
            yield connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """Errors of the database become one line."""
        try:
            yield
        except DBAPIError as error:
            raise LedgerError(f"{self.shown}: {_plainly(error)}") from error
        except SQLAlchemyError as error:
            raise LedgerError(f"{self.shown}: {str(error).splitlines()[0]}") from error
        except UnicodeDecodeError as error:  # a text, or a message about it, with bytes that are none
            raise LedgerError(f"{self.shown}: {_DAMAGED}") from error
        except OSError as error:
            raise LedgerError(f"{error.filename or self.shown}: {(error.strerror or str(error)).lower()}") from error

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """The turn of one writer of a file among all processes and threads, at a lock on a file beside it."""
    handle = os.open(path.with_name(path.name + "-lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # no such locks here: SQLite's own time-out keeps order, less fairly
        return
    fcntl.flock(handle, fcntl.LOCK_EX)


def _path(place: str | Path) -> Path | None:
    if isinstance(place, Path):
        return place
    if place.startswith("sqlite:///"):
        return Path(place.removeprefix("sqlite:///"))
    return None if "://" in place else Path(place)


def _sqlite(path: Path) -> Engine:
    address = URL.create("sqlite", database=str(path))  # a path can hold signs that mean something in an address
    engine = create_engine(address, connect_args={"timeout": _BUSY_MS / 1000, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in (
            f"busy_timeout = {_BUSY_MS}",
            "synchronous = FULL",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "foreign_keys = ON",
            "cache_size = -65536",
            "wal_autocheckpoint = 4000",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("reportedly_km", 4, distance_km, deterministic=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get("reportedly_plain"):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("reportedly_writes") else "BEGIN")

    return engine


def _postgresql(address: str) -> Engine:
    try:
        url = make_url(address)
        if url.get_backend_name() != "postgresql":
            raise LedgerError(f"{url.drivername}: a ledger is a file or a postgresql:// address")
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+pg8000")
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError):
        raise LedgerError("not an address of a ledger: a file, or postgresql://user@host/name") from None
    except ImportError:
        raise LedgerError("PostgreSQL needs a driver: pip install 'reportedly[postgres]'") from None

    @event.listens_for(engine, "before_cursor_execute")
    def first(connection: Connection, *_: Any) -> None:
        rows.send(connection)  # a statement sees what was written before it

    event.listen(engine, "rollback", rows.drop)
    return engine


def _plainly(error: DBAPIError) -> str:
    """What a driver says, in words."""
    what = error.orig.args[0] if error.orig is not None and error.orig.args else str(error)
    said = what.get("M", str(what)) if isinstance(what, dict) else str(what)
    known = {
        "file is not a database": "not a ledger (the file is no SQLite database)",
        "database or disk is full": "the disk is full; nothing of this step was written",
        "database disk image is malformed": _DAMAGED,
        "unable to open database file": "cannot be opened",
        "attempt to write a readonly database": "cannot be written",
    }
    return known.get(said, said.splitlines()[0] if said else type(error).__name__)

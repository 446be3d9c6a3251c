"""``reportedly restore``: a ledger from a backup."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("restore")(restore)


def restore(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What backup wrote.")],
    db: Db = None,
    erasures: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="FILE", help="A list of erasures (LEDGER.erasures) to be done again; may be repeated."),
    ] = None,
) -> None:
    """Restore a backup into a new ledger.

    What was erased since the backup was made is erased again: by the list beside the ledger, and by --erasures.
    """
    from reportedly.cli.ledger import opened, place

    if not Path(file).is_file():
        raise InputError(f"{file}: no such file")
    for name in erasures or ():
        if not Path(name).is_file():
            raise InputError(f"{name}: no such file")
    fresh = not Path(place(db)).exists()
    try:
        with opened(db, create=True) as ledger:
            count, gone = ledger.restore(Path(file))
            gone += sum(ledger.erase_listed(Path(name)) for name in erasures or ())
            entries = ledger.status()["entries"]
    except InputError:
        _tidy(Path(place(db)), fresh)
        raise
    again = f", then {gone} reports erased again" if gone else ""
    typer.echo(f"{count:,} entries restored{again}; the log has {entries:,}", err=True)


def _tidy(path: Path, fresh: bool) -> None:
    """A restore that failed leaves no empty ledger behind."""
    if fresh:
        for end in ("", "-wal", "-shm", "-lock"):
            path.with_name(path.name + end).unlink(missing_ok=True)

"""``reportedly backup``: the whole ledger in one file."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("backup")(backup)


def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to; it appears whole or not at all.")],
    db: Db = None,
) -> None:
    """Write the whole ledger into one file."""
    from reportedly.cli.ledger import opened

    with opened(db) as ledger:
        count = ledger.backup(Path(file))
    typer.echo(f"{count:,} entries in {file}", err=True)

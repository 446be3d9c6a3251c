"""``reportedly init``: a ledger where there is none."""

from typing import Annotated

import typer

from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)


def init(
    db: Db = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make all tables and the index anew from the log, e.g. after damage.")
    ] = False,
) -> None:
    """Make a ledger, or bring an older one up to date."""
    from reportedly.cli.ledger import opened

    with opened(db, create=True) as ledger:
        if rebuild:
            ledger.rebuild()
        typer.echo(f"ledger: {ledger.shown}")

"""``reportedly revise``: a table that an editor edited, taken back as decisions."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("revise")(revise)


def revise(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="A table of reportedly export csv or xlsx, edited.")],
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME", help="Who edited it, for the record; else the user's name."),
    ] = None,
    reason: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="TEXT", help="Why, for rows without a note."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be decided; put nothing on record.")
    ] = False,
    db: Db = None,
) -> None:
    """Take an edited table back: each change becomes a decision.

    Rows whose claim was changed since the export are left out and named. Nothing is overwritten.
    """
    from reportedly.cli.commands.export import outgoing
    from reportedly.cli.ledger import opened, user
    from reportedly.ledger import LedgerError
    from reportedly.publish.returned import Refused, changes, take
    from reportedly.reports.material import Material, Unreadable, printable

    path, made, refused = Path(table), 0, 0
    try:
        material = Material(name=table, stem=path.stem, data=path.read_bytes(), captured="")
    except OSError as error:
        raise InputError(f"{table}: {(error.strerror or str(error)).lower()}") from None
    with opened(db) as ledger:
        try:
            asked = list(changes(outgoing(ledger), material, reason or f"edited in {path.name}"))
        except (Unreadable, LedgerError) as error:
            raise InputError(f"{table}: {error}") from None
        for one in asked:
            if isinstance(one, Refused):
                refused += 1
                typer.echo(f"reportedly: {table}: {printable(f'{one.where}: {one.why}')}", err=True)
                continue
            try:
                if not dry_run:
                    take(ledger, one, by=by or user())
            except LedgerError as error:
                refused += 1
                typer.echo(f"reportedly: {table}: {printable(f'{one.ref}: {error}')}", err=True)
                continue
            made += 1
            said = "; ".join(f"{name} {was or 'empty'} → {now or 'empty'}" for name, was, now in one.cells)
            typer.echo(printable(f"{one.ref}: {one.kind} {said}"))
    word = "would be made" if dry_run else "made"
    typer.echo(f"{made:,} decisions {word}, {refused:,} rows left out", err=True)
    raise typer.Exit(2 if refused else 0)

"""``reportedly erase``: a report out of the ledger, for good."""

from typing import Annotated

import typer

from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("erase")(erase)


def erase(
    report: Annotated[str, typer.Argument(metavar="ID", help="The report, as status and exports name it.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it stays on record, so name nobody.")],
    db: Db = None,
) -> None:
    """Erase a report with all its revisions.

    Bytes, text and all that was made of it go; their hashes, the time and the reason stay.
    """
    from reportedly.cli.ledger import opened
    from reportedly.review import relink

    with opened(db) as ledger:
        gone = ledger.erase(report, reason)
        relink(ledger)
    typer.echo(f"erased: {len(gone.reports)} reports, {len(gone.entries)} entries, {len(gone.raw)} files", err=True)
    for digest in gone.kept:
        typer.echo(f"note: the bytes {digest[:16]} stay, another report was read from them", err=True)

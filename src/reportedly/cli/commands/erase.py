"""``reportedly erase``: a report out of the ledger, for good."""

from typing import Annotated

import typer

from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("erase")(erase)


def erase(
    report: Annotated[
        str, typer.Argument(metavar="ID", help="A report or a person's claim as search names it, or decision:ID.")
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it stays on record, so name nobody.")],
    db: Db = None,
) -> None:
    """Erase a report with all its revisions, a person's claim, or a decision.

    Bytes, text and all that was made of it go; their hashes, the time and the reason stay.
    """
    from reportedly.cli.ledger import opened
    from reportedly.review import link_new

    with opened(db) as ledger:
        gone = ledger.erase(report, reason)
        link_new(ledger)
    typer.echo(f"erased: {len(gone.reports)} reports, {len(gone.entries)} entries, {len(gone.raw)} files", err=True)
    for digest in gone.kept:
        typer.echo(f"note: the bytes {digest[:16]} stay, another report was read from them", err=True)
    if gone.waits:
        typer.echo("note: somebody reads the ledger: its file holds what was erased until it is next opened", err=True)

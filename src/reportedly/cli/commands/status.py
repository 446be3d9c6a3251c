"""``reportedly status``: what is in the ledger."""

from typing import Annotated, Literal

import typer

from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("status")(status)


def status(
    db: Db = None,
    format: Annotated[Literal["text", "json"], typer.Option(help="text for people, or one JSON object.")] = "text",
) -> None:
    """Say what is in the ledger."""
    import msgspec

    from reportedly.cli.ledger import opened

    with opened(db) as ledger:
        found: dict[str, int | str | None] = {"ledger": ledger.shown, **ledger.status()}
        found["proposals"] = len(ledger.proposals())
    if format == "json":
        typer.echo(msgspec.json.encode(found))
        return
    for name, value in found.items():
        shown = f"{value:,}" if isinstance(value, int) else "-" if value is None else value
        typer.echo(f"{name:<12} {shown}")

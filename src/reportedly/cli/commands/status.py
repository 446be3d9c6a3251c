"""``reportedly status``: what is in the ledger, and how the sources are that it is collected from."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from reportedly.cli.options import Db

if TYPE_CHECKING:
    from reportedly.reports.collecting.standing import Standing

_TOLD = ("name", "kind", "since", "asked", "answered", "news", "failures", "problem", "wait")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("status")(status)


def status(
    db: Db = None,
    format: Annotated[Literal["text", "json"], typer.Option(help="text for people, or one JSON object.")] = "text",
) -> None:
    """Say what is in the ledger, and how its sources are."""
    from datetime import UTC, datetime

    import msgspec

    from reportedly.cli.ledger import opened
    from reportedly.cli.renderers.sources import state
    from reportedly.reports.collecting.standing import all_of
    from reportedly.reports.material import printable

    with opened(db) as ledger:
        found: dict[str, int | str | None] = {"ledger": ledger.shown, **ledger.status()}
        found["proposals"] = len(ledger.proposals())
        standings = all_of(ledger.sources())
    now = datetime.now(UTC)
    if format == "json":
        sources = [{**_told(standing), "state": state(standing, now)} for standing in standings]
        typer.echo(msgspec.json.encode({**found, "sources": sources}))
        return
    for name, value in found.items():
        shown = f"{value:,}" if isinstance(value, int) else "-" if value is None else value
        typer.echo(f"{name:<12} {shown}")
    for standing in standings:
        typer.echo(f"{'source':<12} {printable(standing.name)} ({standing.kind}): {state(standing, now)}")


def _told(standing: "Standing") -> dict[str, object]:
    from msgspec.structs import asdict

    return {name: value for name, value in asdict(standing).items() if name in _TOLD}

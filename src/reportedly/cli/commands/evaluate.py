"""``reportedly evaluate``: scores of the whole flow against annotated reports, and the floors under them."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from reportedly.cli.failure import InputError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate")(evaluate)


def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="A folder of annotated reports, one JSON file each.")],
    boot: Annotated[
        int,
        typer.Option(metavar="N", min=0, max=100_000, help="Resamplings for the 95 % intervals; 0 leaves them out."),
    ] = 1000,
    texts: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="FOLDER", help="Texts of gold that does not carry them, as <report id>.txt."),
    ] = None,
    floors: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="FILE", help="A TOML file of floors; exit with 1 if a figure falls below its floor."),
    ] = None,
    set_: Annotated[bool, typer.Option("--set", help="Raise the floors of FILE to what was measured.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --set: lower floors too.")] = False,
) -> None:
    """Score the whole flow on annotated reports."""
    from reportedly import evaluate as room

    if (set_ or lower) and not floors:
        raise InputError("--set and --lower need --floors FILE")
    try:
        bounds = room.read_floors(Path(floors)) if floors else {}
        result = room.evaluate(Path(gold), boot=boot, texts=Path(texts) if texts else None)
    except (room.GoldError, ValueError, OSError) as error:
        raise InputError(f"{gold if isinstance(error, room.GoldError) else floors}: {error}") from None
    typer.echo(room.tables(result))
    if floors and set_:
        room.write_floors(Path(floors), room.raised(result, bounds, lower=lower))
        return
    short = room.shortfalls(result, bounds)
    for line in short:
        typer.echo(f"below its floor: {line}", err=True)
    raise typer.Exit(1 if short else 0)

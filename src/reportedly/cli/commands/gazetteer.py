"""``reportedly gazetteer``: place names beyond those that ship."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.progress import shown


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help="Place names beyond those that ship.", no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    group.command("update")(update)
    app.add_typer(group, name="gazetteer")


def _group() -> None:
    """Place names beyond those that ship."""


def update(
    dumps: Annotated[
        list[Path], typer.Argument(metavar="DUMP...", help="GeoNames dumps: allCountries.zip, UA.zip, RU.txt ...")
    ],
    country: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only places of this country (ISO code); may be repeated.")
    ] = None,
) -> None:
    """Add the places of a GeoNames dump to the gazetteer."""
    from reportedly.gazetteer.update import update as add

    try:
        codes = frozenset(code.upper() for code in country or ())
        path, added = add(dumps, codes, watch=lambda rows: iter(shown(rows, "rows")))
    except OSError as error:
        raise InputError(f"{error.filename or dumps[0]}: {(error.strerror or str(error)).lower()}") from None
    except ValueError as error:
        raise InputError(str(error)) from None
    typer.echo(f"{added.places} places added: {path}")
    if added.unread:
        typer.echo(f"reportedly: {added.unread} rows left out, the first is {added.first_unread}", err=True)
        raise typer.Exit(2)

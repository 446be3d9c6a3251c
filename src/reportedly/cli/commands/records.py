"""``reportedly records``: reference series that figures and records are checked against."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.failure import InputError


def register(app: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(help="Reference series to check records against.", no_args_is_help=True, rich_markup_mode=None)
    group.callback()(_group)
    group.command("import")(import_)
    app.add_typer(group, name="records")


def _group() -> None:
    """Reference series to check records against."""


def import_(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.csv", help="Columns date_start,date_end,publisher,of,item,place,value[,origin]."),
    ],
) -> None:
    """Import a series; one of the same file name is replaced."""
    from reportedly.cli.settings import home
    from reportedly.packs import records

    path = Path(file)
    try:
        if not records.import_series(path).rows:
            raise InputError(f"{file}: no row in it")
        rows = records.import_file(path, home())
    except OSError as error:
        raise InputError(f"{error.filename or file}: {(error.strerror or str(error)).lower()}") from None
    except ValueError as error:
        raise InputError(f"{file}: {error}") from None
    typer.echo(f"{rows} rows of {path.stem} imported")

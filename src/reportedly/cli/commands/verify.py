"""``reportedly verify``: is everything in the ledger as it was written?"""

from pathlib import Path
from typing import Annotated, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)


def verify(
    db: Db = None,
    against: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="FILE", help="An earlier checkpoint; may be given several times."),
    ] = None,
    checkpoint: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="FILE", help="Write a checkpoint of the log as it stands; keep it somewhere else."),
    ] = None,
) -> None:
    """Check every hash, byte and span of the ledger.

    With --against also that nothing before an earlier checkpoint was changed or cut off. Exits with 1 if something is
    wrong.
    """
    from reportedly.cli.ledger import opened
    from reportedly.cli.output import opened as written
    from reportedly.ledger import checkpoint as notes
    from reportedly.ledger.errors import LedgerError

    earlier = []
    for name in against or ():
        try:
            earlier.append(notes.parse(Path(name).read_text("utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{name}: {(getattr(error, 'strerror', None) or str(error)).lower()}") from None
        except LedgerError as error:
            raise InputError(f"{name}: {error}") from None
    with opened(db) as ledger:
        wrong = ledger.verify(earlier)
        for problem in wrong:
            typer.echo(f"wrong: {problem.line()}", err=True)
        if not wrong and checkpoint is not None:
            with written(checkpoint) as stream:
                stream.write(ledger.checkpoint().note().encode())
        size = ledger.status()["entries"]
    if wrong:
        raise typer.Exit(1)
    since = f", and since {len(earlier)} earlier checkpoint{'s' * (len(earlier) > 1)}" if earlier else ""
    typer.echo(f"{size:,} entries: nothing changed, removed, reordered or cut off inside the log{since}", err=True)
    if not earlier:
        typer.echo("without an earlier checkpoint (--against) nobody can tell whether the end was cut off", err=True)

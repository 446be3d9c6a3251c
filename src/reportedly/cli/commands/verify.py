"""``reportedly verify``: is everything in the ledger as it was written?"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.options import Db, Key

if TYPE_CHECKING:
    from reportedly.cli.checkpoints import Kept
    from reportedly.ledger.notes import Verifier


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
        typer.Option(metavar="FILE", help="Check against FILE if it is there; then write a signed checkpoint of now."),
    ] = None,
    key: Key = None,
) -> None:
    """Check every hash, byte and span of the ledger.

    With an earlier checkpoint also that nothing before it was changed or cut off. Exits with 1 if something is wrong.
    """
    from reportedly.cli.checkpoints import given, kept, signed
    from reportedly.cli.ledger import opened
    from reportedly.cli.output import opened as written

    wanted = given(key)
    rolling = [checkpoint] if checkpoint is not None and Path(checkpoint).is_file() else []
    earlier = [kept(name) for name in (*(against or ()), *rolling)]
    with opened(db) as ledger:
        wrong = [*_unsigned(earlier, wanted), *(p.line() for p in ledger.verify(one.checkpoint for one in earlier))]
        for line in wrong:
            typer.echo(f"wrong: {line}", err=True)
        if not wrong and checkpoint is not None:
            note, verifier = signed(ledger.checkpoint())
            with written(checkpoint) as stream:
                stream.write(note.encode())
            typer.echo(f"signed; others check it with --key {verifier}", err=True)
        size = ledger.status()["entries"]
    if wrong:
        raise typer.Exit(1)
    since = f", and since {len(earlier)} earlier checkpoint{'s' * (len(earlier) > 1)}" if earlier else ""
    typer.echo(f"{size:,} entries: nothing changed, removed, reordered or cut off inside the log{since}", err=True)
    if not earlier:
        typer.echo("without an earlier checkpoint (--against) nobody can tell whether the end was cut off", err=True)


def _unsigned(earlier: "Sequence[Kept]", wanted: "Verifier | None") -> Iterator[str]:
    """What is wrong with the signatures; what is merely unknown is said at once."""
    from reportedly.cli.checkpoints import signature

    for one in earlier:
        said, worthless = signature(one.note, one.checkpoint.origin, wanted)
        if worthless:
            yield f"{one.name}: {said}"
        elif said:
            typer.echo(f"note: {one.name}: {said}", err=True)

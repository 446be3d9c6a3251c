"""``reportedly export``: what may leave the desk, and why the rest may not."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from reportedly.cli.options import Db, Output

if TYPE_CHECKING:
    from reportedly.publish.gate import Gated


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    format: Annotated[
        Literal["csv", "jsonl", "geojson"], typer.Argument(metavar="FORMAT", help="csv, jsonl, geojson.")
    ],
    output: Output = None,
    db: Db = None,
    as_of: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="TIME", help="What was known then (ISO; without an offset UTC); the gate still uses now."),
    ] = None,
    held: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="FILE", help="List what is held and why, one JSON object a line; not for publication."),
    ] = None,
) -> None:
    """Export claims that may be published.

    Everything goes through the gate: embargo, coarse places, masked names. What is held is counted, with the reason.
    """
    from reportedly.cli.ledger import opened
    from reportedly.cli.lines import write
    from reportedly.cli.output import opened as written
    from reportedly.publish.exports import FORMATS
    from reportedly.publish.reviewed import published

    with opened(db) as ledger:
        gated = published(ledger if as_of is None else ledger.as_of(as_of))
    if held is not None:
        with written(held) as stream:
            write(stream, gated.held)
    with written(output) as stream:
        stream.writelines(FORMATS[format](gated.passed))
    _say(gated)


def _say(gated: "Gated") -> None:
    reasons = Counter(one.why for one in gated.held)
    why = f" ({', '.join(f'{why} {count:,}' for why, count in reasons.most_common())})" if reasons else ""
    typer.echo(f"{len(gated.passed):,} claims exported, {len(gated.held):,} held{why}", err=True)

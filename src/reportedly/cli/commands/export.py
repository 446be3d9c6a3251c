"""``reportedly export``: what may leave the desk, and why the rest may not."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db, Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.ledger import Ledger
    from reportedly.publish.outgoing import Outgoing

Name = Literal[
    "csv", "xlsx", "jsonl", "geojson", "atom", "acled", "ged", "ftm", "ftm-statements", "claimreview", "archive"
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    format: Annotated[
        Name,
        typer.Argument(
            metavar="FORMAT",
            help="csv, xlsx, jsonl, geojson, atom, acled, ged, ftm, ftm-statements, claimreview, archive.",
        ),
    ],
    output: Output = None,
    db: Db = None,
    incident: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="ID", help="Only the claims of this incident; may be given several times."),
    ] = None,
    columns: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="FILE.toml", help="Your own columns, for csv and xlsx."),
    ] = None,
    as_of: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="TIME", help="What was known then (ISO; without an offset UTC); the gate still uses now."),
    ] = None,
    held: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="FILE", help="List what is held and why, one JSON object a line; not for publication."),
    ] = None,
) -> None:
    """Export what may be published.

    Everything goes through the gate: embargo, coarse places, masked names. What is held is counted, with the reason.
    """
    from reportedly.cli.ledger import opened
    from reportedly.cli.lines import write
    from reportedly.cli.output import opened as written

    with opened(db) as ledger:
        out = outgoing(ledger, as_of, incident)
        if held is not None:
            with written(held) as stream:
                write(stream, out.gated.held)
        with written(output) as stream:
            stream.writelines(_parts(out, format, columns))
    say(out)


def outgoing(
    ledger: "Ledger", as_of: str | None = None, incidents: list[str] | None = None, *, signed: bool = False
) -> "Outgoing":
    """What may leave a ledger, or of it some incidents, or what was ``signed`` off.

    Raises ``InputError`` for an incident that there is not.
    """
    from reportedly import pipeline
    from reportedly.cli.settings import home
    from reportedly.publish.outgoing import Outgoing, of_incidents
    from reportedly.review import reviewed

    view = ledger if as_of is None else ledger.as_of(as_of)
    found = reviewed(view, view.present())
    only = of_incidents(found, incidents) if incidents else None
    missing = [name for name in incidents or () if not of_incidents(found, [name])]
    if missing:
        raise InputError(f"{missing[0]}: no such incident")
    return Outgoing(view, found=found, only=only, signed=signed, references=pipeline.references(home()))


def _parts(out: "Outgoing", format: Name, columns: str | None) -> "Iterator[bytes]":
    from reportedly.publish.exports import FORMATS, mapping

    if columns is None:
        return FORMATS[format].write(out)
    if format not in ("csv", "xlsx"):
        raise InputError(f"--columns: for csv and xlsx, not for {format}")
    try:
        wanted = mapping.mapping(Path(columns).read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{columns}: {(error.strerror or str(error)).lower()}") from None
    except ValueError as error:
        raise InputError(f"{columns}: {error}") from None
    return mapping.write(out, wanted, sheet=format == "xlsx")


def say(out: "Outgoing") -> None:
    """How many claims leave, how many do not, and why."""
    reasons = Counter(one.why for one in out.gated.held)
    why = f" ({', '.join(f'{why} {count:,}' for why, count in reasons.most_common())})" if reasons else ""
    typer.echo(f"{len(out.claims):,} claims exported, {len(out.gated.held):,} held{why}", err=True)

"""``reportedly link``: claims of many reports to incidents."""

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.options import Incidents, Lines, Output

if TYPE_CHECKING:
    from reportedly.incidents import Link


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("link")(link)


def link(
    source: Lines,
    output: Output = None,
    reasons: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="FILE", help="Write why reports were linked: one link a line, with its points."),
    ] = None,
    incidents: Incidents = None,
) -> None:
    """Add its incident to every claim.

    Null for general background.
    """
    from reportedly import pipeline
    from reportedly.cli.intake import Run
    from reportedly.cli.lines import readings, write, write_incidents
    from reportedly.cli.output import opened
    from reportedly.model import reading_object

    run = Run()
    known = tuple(readings(source, run))
    links: list[Link] = []
    linked = pipeline.link(known, links.append)
    with opened(output) as stream:
        write(stream, map(reading_object, linked))
    if reasons is not None:
        with opened(reasons) as stream:
            write(stream, links)
    write_incidents(incidents, linked)
    raise typer.Exit(run.code())

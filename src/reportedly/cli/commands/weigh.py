"""``reportedly weigh``: what stands on how many independent legs, and where reports disagree."""

import typer

from reportedly.cli.options import Incidents, Lines, Output


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("weigh")(weigh)


def weigh(source: Lines, output: Output = None, incidents: Incidents = None) -> None:
    """Weigh reports against each other.

    Writes the findings across reports, one a line.
    """
    from reportedly import pipeline
    from reportedly.cli.intake import Run
    from reportedly.cli.lines import readings, write, write_incidents
    from reportedly.cli.output import opened

    run = Run()
    known = tuple(readings(source, run))
    with opened(output) as stream:
        write(stream, pipeline.weigh(known))
    write_incidents(incidents, known)
    raise typer.Exit(run.code())

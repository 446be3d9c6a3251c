"""``reportedly link``: claims of many reports to incidents."""

import typer

from reportedly.cli.options import Lines, Output


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("link")(link)


def link(source: Lines, output: Output = None) -> None:
    """Add its incident to every claim.

    Null for general background.
    """
    from reportedly import pipeline
    from reportedly.cli.intake import Run
    from reportedly.cli.lines import reading_object, readings, write
    from reportedly.cli.output import opened

    run = Run()
    known = tuple(readings(source, run))
    with opened(output) as stream:
        write(stream, map(reading_object, pipeline.link(known)))
    raise typer.Exit(run.code())

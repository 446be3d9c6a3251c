"""``reportedly read``: reports to claims, one object a report."""

from typing import Annotated, Literal, Optional

import typer

from reportedly.cli.options import Inputs, Language, Output, Published, Publisher, Url, overrides


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)


def read(
    inputs: Inputs,
    format: Annotated[Literal["jsonl"], typer.Option(help="One JSON object a line.")] = "jsonl",
    output: Output = None,
    jobs: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(metavar="N", min=1, max=64, help="Read in N processes; the order is kept."),
    ] = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """Read reports into claims, one report a line."""
    from reportedly.cli.intake import Run
    from reportedly.cli.lines import write
    from reportedly.cli.output import opened
    from reportedly.cli.settings import settings
    from reportedly.cli.work import read_all
    from reportedly.model import reading_object

    run = Run()
    reports = run.reports(inputs, overrides(published, publisher, url, language))
    readings = read_all(reports, run, jobs or settings()["jobs"])
    with opened(output) as stream:
        write(stream, map(reading_object, readings))
    raise typer.Exit(run.code())

"""``reportedly times``: every time expression of some reports."""

from typing import Annotated, Any, Literal

import typer

from reportedly.cli.options import Inputs, Language, Output, Published, Publisher, Url, overrides
from reportedly.model import Report


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("times")(times)


def times(
    inputs: Inputs,
    format: Annotated[Literal["jsonl"], typer.Option(help="One JSON object a line.")] = "jsonl",
    output: Output = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """List every time expression, with its interval."""
    from reportedly.cli.lines import write_each

    raise typer.Exit(write_each(_object, inputs, output, overrides(published, publisher, url, language)))


def _object(report: Report) -> dict[str, Any]:
    from reportedly import pipeline

    found = [
        {
            "text": time.text,
            "start": time.start,
            "end": time.end,
            "from": time.from_,
            "to": time.to,
            "timex3": time.timex3,
        }
        for time in pipeline.times(report)
    ]
    return {"report": {"id": report.id}, "times": found}

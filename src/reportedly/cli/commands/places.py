"""``reportedly places``: every toponym of some reports."""

from typing import Annotated, Any, Literal

import typer

from reportedly.cli.options import Inputs, Language, Output, Published, Publisher, Url, overrides
from reportedly.model import Place, Report


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("places")(places)


def places(
    inputs: Inputs,
    format: Annotated[Literal["jsonl"], typer.Option(help="One JSON object a line.")] = "jsonl",
    output: Output = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """List every toponym, with its place."""
    from reportedly.cli.lines import write_each

    raise typer.Exit(write_each(_object, inputs, output, overrides(published, publisher, url, language)))


def _object(report: Report) -> dict[str, Any]:
    from reportedly import pipeline

    return {"report": {"id": report.id}, "places": [_place(place) for place in pipeline.places(report)]}


def _place(place: Place) -> dict[str, Any]:
    start, end = place.span or (None, None)
    return {
        "text": place.text,
        "start": start,
        "end": end,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "geonameid": place.geonameid,
        "confidence": place.confidence,
    }

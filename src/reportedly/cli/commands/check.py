"""``reportedly check``: one or more reports, their claims, and what does not hold. The main job."""

from typing import Annotated, Any, Literal, Optional

import typer

from reportedly.cli.options import Inputs, Language, Output, Published, Publisher, Strict, Url, overrides
from reportedly.model import Finding, Reading

Format = Literal["text", "json", "html"]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    inputs: Inputs,
    format: Annotated[
        Optional[Format],  # noqa: UP045
        typer.Option(help="text for the terminal, json, or one self-contained html page; else by the end of FILE."),
    ] = None,
    output: Output = None,
    strict: Strict = False,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """Show the claims of reports, and what does not hold."""
    defaults = overrides(published, publisher, url, language)
    from reportedly import pipeline
    from reportedly.cli.intake import Run
    from reportedly.cli.output import opened
    from reportedly.cli.settings import home

    chosen = format or _by_name(output)
    run = Run()
    reports = run.reports(inputs, defaults)
    readings = tuple(r for r in (run.attempt(pipeline.read, report) for report in reports) if r is not None)
    checked, across = pipeline.check_many(readings, pipeline.references(home())) if readings else ((), ())
    if readings or chosen == "json":
        with opened(output) as stream:
            stream.write(_rendered(checked, across, chosen, several=len(inputs) > 1, output=output))
    found = (*across, *(finding for reading in checked for finding in reading.findings))
    raise typer.Exit(run.code(strict=strict and any(f.severity == "error" for f in found)))


def _by_name(output: str | None) -> Format:
    lower = (output or "").lower()
    return "json" if lower.endswith(".json") else "html" if lower.endswith((".html", ".htm")) else "text"


def _rendered(
    readings: tuple[Reading, ...], across: tuple[Finding, ...], format: Format, *, several: bool, output: str | None
) -> bytes:
    if format == "json":
        return _json(readings, across, several=several)
    if format == "html":
        from reportedly.cli.renderers import html

        return html.page(readings, across).encode("utf-8", "replace")
    return _text(readings, across, plain=output not in (None, "-"))


def _json(readings: tuple[Reading, ...], across: tuple[Finding, ...], *, several: bool) -> bytes:
    """One object for one report, a list of them and the findings across them for several."""
    import msgspec

    found: Any = {"reports": readings, "findings": across}
    if not several and len(readings) == 1:
        found = readings[0]
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _text(readings: tuple[Reading, ...], across: tuple[Finding, ...], *, plain: bool) -> bytes:
    import io
    import sys

    from rich.console import Console

    from reportedly.cli.renderers import terminal

    colour = not plain and sys.stdout.isatty()
    buffer = io.StringIO()
    width = None if colour else 100
    console = Console(file=buffer, force_terminal=colour, no_color=not colour, width=width, highlight=False)
    terminal.render(readings, across, console)
    return buffer.getvalue().encode("utf-8", "replace")

"""``reportedly check``: one or more reports, their claims, and what does not hold. The main job."""

from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional

import typer

from reportedly.cli.options import Inputs, Language, Output, Published, Publisher, Strict, Url, Words, overrides
from reportedly.model import Finding, Reading

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.findings import References

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
    results: Annotated[
        bool, typer.Option("--results", help="Write what became of each row of a table of links beside it.")
    ] = False,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
    words: Words = None,
) -> None:
    """Show the claims of reports, and what does not hold."""
    defaults = overrides(published, publisher, url, language)
    from reportedly import pipeline
    from reportedly.cli.intake import Run
    from reportedly.cli.output import opened
    from reportedly.cli.results import Results
    from reportedly.cli.settings import home, limits, tongue

    chosen, told = format or _by_name(output), tongue(words)
    rows = Results(inputs)
    run = Run(rows.heard)
    readings = tuple(
        reading
        for intake in run.intakes(inputs, defaults)
        if (reading := run.attempt(pipeline.read, rows.expected(intake).report)) is not None
    )
    against = pipeline.references(home()) if readings else None
    checked, across = run.attempt_all(lambda r: pipeline.check_many(r, against), readings) or (readings, ())
    if readings or chosen == "json":
        with opened(output) as stream:
            stream.write(_rendered(checked, across, chosen, against, told, several=len(inputs) > 1, output=output))
    if results:
        for reading in checked:
            rows.read(reading)
        for name in rows.write(limits()):
            typer.echo(f"results in {name}", err=True)
    found = (*across, *(finding for reading in checked for finding in reading.findings))
    raise typer.Exit(run.code(strict=strict and any(f.severity == "error" for f in found)))


def _by_name(output: str | None) -> Format:
    lower = (output or "").lower()
    return "json" if lower.endswith(".json") else "html" if lower.endswith((".html", ".htm")) else "text"


def _rendered(
    readings: tuple[Reading, ...],
    across: tuple[Finding, ...],
    format: Format,
    against: "References | None",
    words: str,
    *,
    several: bool,
    output: str | None,
) -> bytes:
    if format == "json":
        return _json(readings, across, words, several=several)
    if format == "html":
        from reportedly.pages import html

        return html.page(readings, across, _compared(readings, against, words), words).encode("utf-8", "replace")
    return _text(readings, across, against, words, plain=output not in (None, "-"))


def _json(readings: tuple[Reading, ...], across: tuple[Finding, ...], words: str, *, several: bool) -> bytes:
    """One object for one report, a list of them and the findings across them for several."""
    import msgspec

    from reportedly.findings import in_language

    def told(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(in_language(f, words) for f in findings)

    readings = tuple(msgspec.structs.replace(r, findings=told(r.findings)) for r in readings)
    found: Any = {"reports": readings, "findings": told(across)}
    if not several and len(readings) == 1:
        found = readings[0]
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _text(
    readings: tuple[Reading, ...],
    across: tuple[Finding, ...],
    against: "References | None",
    words: str,
    *,
    plain: bool,
) -> bytes:
    import io
    import sys

    from rich.console import Console

    from reportedly.cli.renderers import terminal

    colour = not plain and sys.stdout.isatty()
    buffer = io.StringIO()
    width = None if colour else 100
    console = Console(file=buffer, force_terminal=colour, no_color=not colour, width=width, highlight=False)
    terminal.render(readings, across, console, words)
    _coverage(readings, against, console, words)
    text = buffer.getvalue()
    if not colour:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    return text.encode("utf-8", "replace")


def _compared(readings: tuple[Reading, ...], against: "References | None", words: str) -> dict[str, list[str]]:
    from reportedly.findings import coverage_notes

    return {r.report.id: list(coverage_notes(r, against, words)) for r in readings} if against is not None else {}


def _coverage(
    readings: tuple[Reading, ...], against: "References | None", console: "Console", words: str
) -> None:
    """What was compared with what: silence must not look like a pass."""
    from rich.padding import Padding
    from rich.text import Text

    from reportedly.findings import coverage_notes
    from reportedly.languages.labels import label_of
    from reportedly.reports.material import printable

    if against is None:
        return
    console.print(label_of(words)("Compared"), style="bold")
    for reading in readings:
        lead = f"{reading.report.id}: " if len(readings) > 1 else ""
        for note in coverage_notes(reading, against, words):
            console.print(Padding(Text(printable(lead + note), style="dim"), (0, 0, 0, 2)))

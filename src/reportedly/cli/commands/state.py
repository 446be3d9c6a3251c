"""``reportedly state``: a person's own claim, on record."""

from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db, Language, Published


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("state")(state)


def state(
    quote: Annotated[str, typer.Argument(metavar="QUOTE", help="The words that the claim stands on.")],
    source: Annotated[str, typer.Option(metavar="NAME", help="Who says so, or which picture shows it.")],
    event: Annotated[str, typer.Option(metavar="EVENT", help="What happened: strike, fire, interception...")],
    protected: Annotated[
        bool, typer.Option("--protected", help="Put a code name on record; NAME stays in a file of its own.")
    ] = False,
    place: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME", help="Where; looked up, and kept as a bare name if it is not known."),
    ] = None,
    on: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="DAY[/DAY]", help="When: an ISO date, or two."),
    ] = None,
    claim: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="JSON", help="More fields of the claim: an object."),
    ] = None,
    attach: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="FILE", help="A file to keep with it; may be given several times."),
    ] = None,
    archive: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="URL", help="An archived copy."),
    ] = None,
    note: Annotated[Optional[str], typer.Option(metavar="TEXT", help="For colleagues.")] = None,  # noqa: UP045
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME", help="Who puts it on record; else the user's name."),
    ] = None,
    published: Published = None,
    language: Language = None,
    db: Db = None,
) -> None:
    """Put a claim of your own on record.

    It joins incidents like any other.
    """
    from reportedly.cli.commands.decide import as_object
    from reportedly.cli.ledger import CODE_NAMES, opened, user
    from reportedly.cli.settings import home
    from reportedly.review import CodeNames, link_new
    from reportedly.review import state as put

    said = {"event": event, **_places(place, language), **_time(on), **as_object(claim, "--claim")}
    with opened(db, create=True) as ledger:
        made = put(
            ledger,
            by=by or user(),
            source=source,
            quote=quote,
            claim=said,
            protected=protected,
            codes=CodeNames(home() / CODE_NAMES),
            published=published,
            language=language,
            files=[_attached(name) for name in attach or ()],
            archive=archive,
            note=note,
        )
        link_new(ledger)
    typer.echo(f"{made.id}: {event}, {made.source}")


def _places(place: str | None, language: str | None) -> dict[str, Any]:
    from msgspec.structs import replace

    from reportedly import pipeline
    from reportedly.model import Place, Report

    if place is None:
        return {}
    found = pipeline.places(Report(id="place", text=place, language=language or "en"))
    return {"places": [replace(found[0], span=None, role="at") if found else Place(text=place, role="at")]}


def _time(on: str | None) -> dict[str, Any]:
    from datetime import date

    if on is None:
        return {}
    start, _, end = on.partition("/")
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    except ValueError:
        raise InputError(f"--on: {on}: not an ISO date, or two with a slash between") from None
    if last < first:
        raise InputError(f"--on: {on}: ends before it begins")
    return {"time": {"text": on, "start": first.isoformat(), "end": last.isoformat(), "precision": "day"}}


def _attached(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {(error.strerror or str(error)).lower()}") from None

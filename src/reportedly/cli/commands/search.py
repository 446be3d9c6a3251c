"""``reportedly search``: claims of the ledger, as they are known now or were known then."""

from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db

if TYPE_CHECKING:
    from reportedly.ledger import Near, Told


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search")(search)


def search(
    words: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="[WORD]...", help="Words that a claim must have, in any inflection."),
    ] = None,
    near: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="LAT,LON,KM", help="Within so many kilometres of a point."),
    ] = None,
    start: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--from", metavar="DAY", help="When it was so: from this ISO date on."),
    ] = None,
    end: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--to", metavar="DAY", help="When it was so: to this ISO date."),
    ] = None,
    as_of: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="TIME", help="What was known then (ISO; without an offset UTC)."),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=10_000, help="Claims at most.")] = 20,
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="For people, or an object a line.")] = "text",
    db: Db = None,
) -> None:
    """Find claims in the ledger.

    For the desk, not for publication: nothing here has passed the gate.
    """
    import msgspec

    from reportedly.cli.ledger import opened
    from reportedly.reports.material import printable

    if words and (near or start or end):
        raise InputError("words, or a place and a time: not both at once")
    with opened(db) as ledger:
        view = ledger if as_of is None else ledger.as_of(as_of)
        found: list[tuple[Told, str]]
        if words:
            found = [(hit.told, hit.quote) for hit in view.search(" ".join(words), limit=limit)]
        else:
            claims = view.claims(near=_near(near), start=start, end=end, limit=limit)
            found = [(told, view.quote(told)) for told in claims]
    for told, quote in found:
        if format == "jsonl":
            typer.echo(msgspec.json.encode({"quote": quote, **msgspec.to_builtins(told)}))
            continue
        when = told.claim.time.start if told.claim.time and told.claim.time.start else "?"
        where = next((place.name or place.text for place in told.claim.places), "?")
        typer.echo(printable(f"{told.ref} {told.claim.event} · {where} · {when} · known {told.known[:16]}"))
        typer.echo(f"    {printable(quote)}")


def _near(text: str | None) -> "Near | None":
    from reportedly.ledger import LedgerError, Near

    if text is None:
        return None
    try:
        lat, lon, km = map(float, text.split(","))
        return Near(lat, lon, km)
    except (ValueError, LedgerError):
        raise InputError(f"--near: {text}: LAT,LON,KM are expected, e.g. 50.9,34.8,50") from None

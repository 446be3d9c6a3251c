"""``reportedly publish``: a static site of incidents that an editor signed off."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db

if TYPE_CHECKING:
    from reportedly.publish.outgoing import Outgoing


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("publish")(publish)


def publish(
    folder: Annotated[str, typer.Argument(metavar="OUT", help="The folder of the site; made if there is none.")],
    incident: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="ID", help="One to publish; may be given several times. Else all that are signed off."),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The name of the site.")] = "Incidents as reported",
    contact: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="TEXT", help="Where corrections are sent to; shown on every page."),
    ] = None,
    db: Db = None,
) -> None:
    """Write a static site of incidents that were signed off.

    Everything goes through the gate. What is held is said, with the reason.
    """
    from reportedly.cli.commands.export import outgoing
    from reportedly.cli.ledger import opened
    from reportedly.publish.site import files, ours, place

    with opened(db) as ledger:
        out = outgoing(ledger, incidents=incident, signed=True)
        for label in incident or ():
            _held(out, label)
        if not out.claims and not ours(Path(folder)):
            raise InputError("nothing to publish: no incident is signed off and past its embargo")
        made = files(out, title=title, contact=contact)
    try:
        gone = place(made, Path(folder))
    except OSError as error:
        raise InputError(error.strerror and f"{folder}: {error.strerror.lower()}" or str(error)) from None
    left = f", {len(gone)} earlier files removed" if gone else ""
    typer.echo(f"{len(out.incidents):,} incidents, {len(out.claims):,} claims in {folder}{left}", err=True)


def _held(out: "Outgoing", label: str) -> None:
    """Say what of an incident stays in, and why."""
    from reportedly.publish.outgoing import of_incidents
    from reportedly.reports.material import printable

    wanted = of_incidents(out.found, [label])
    held = [one for one in out.gated.held if one.ref in wanted]
    until = max((one.until for one in held if one.until), default=None)
    reasons = ", ".join(f"{why} {count:,}" for why, count in Counter(one.why for one in held).most_common())
    if held:
        whole = "held" if len(held) == len(wanted) else f"{len(held):,} of {len(wanted):,} claims held"
        typer.echo(printable(f"{label}: {whole} ({reasons})" + (f", until {until}" if until else "")), err=True)

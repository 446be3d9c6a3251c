"""``reportedly decide``: a person's decision, on record."""

from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from reportedly.cli.failure import InputError
from reportedly.cli.options import Db

if TYPE_CHECKING:
    from reportedly.ledger import Ledger
    from reportedly.model import Finding


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("decide")(decide)


def decide(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="merge, split, correct, accept, reject, note, assign, freeze, hide, sign_off, verdict, grade, undo.",
        ),
    ],
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SUBJECT",
            help="REPORT#CLAIM, incident:, report:, reading:, finding:, person:, source: or decision:...",
        ),
    ],
    value: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="JSON", help="What the kind needs: an object."),
    ] = None,
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME", help="Who decides; else the user's name."),
    ] = None,
    reason: Annotated[Optional[str], typer.Option(metavar="TEXT", help="Why.")] = None,  # noqa: UP045
    db: Db = None,
) -> None:
    """Put a decision on record.

    No reading by a machine ever overwrites one.
    """
    from reportedly.cli.ledger import opened, user
    from reportedly.review import decide as put
    from reportedly.review import link_new, sign_off

    who, given = by or user(), as_object(value, "--value")
    with opened(db) as ledger:
        if kind == "sign_off" and not given:
            made = sign_off(ledger, subject.removeprefix("incident:"), by=who, reason=reason)
        else:
            made = put(ledger, kind, subject, by=who, value=given, reason=reason, finding=_finding(ledger, subject))
        if kind == "accept" and subject.startswith("reading:"):
            link_new(ledger)
    typer.echo(f"{made.id}: {made.kind} {made.subject}")


def _finding(ledger: "Ledger", subject: str) -> "Finding | None":
    """The finding that a decision is about, as people left it; ``None`` if there is none or it is about another."""
    from reportedly.review import judging

    name = judging.named(subject)
    if name is None:
        return None
    from reportedly import pipeline
    from reportedly.cli.settings import home
    from reportedly.desk.queries import Shelf

    return Shelf(ledger, pipeline.references(home())).findings.named(name)


def as_object(text: str | None, option: str) -> dict[str, Any]:
    """The JSON object that an option holds, empty where it is not given. Raises ``InputError`` for anything else."""
    import msgspec

    try:
        return msgspec.json.decode(text, type=dict[str, Any]) if text else {}
    except msgspec.DecodeError as error:
        raise InputError(f"{option}: not a JSON object ({error})") from None

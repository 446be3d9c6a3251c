"""``reportedly reread``: the present version reads again what an earlier one read, and proposes."""

from typing import Annotated, Optional

import typer

from reportedly.cli.options import Db


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("reread")(reread)


def reread(
    reports: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="[ID]...", help="Which reports; all if none is named.", show_default=False),
    ] = None,
    db: Db = None,
    take: Annotated[
        bool, typer.Option("--take", help="Take each proposal by which no decision of a person loses its claim.")
    ] = False,
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME", help="Who takes them, for the record; else the user's name."),
    ] = None,
) -> None:
    """Read reports again and propose what changed.

    Nothing that people decided is overwritten.
    """
    from reportedly import pipeline
    from reportedly.cli.intake import Run
    from reportedly.cli.ledger import opened, user
    from reportedly.cli.progress import shown
    from reportedly.cli.settings import home
    from reportedly.review import link_new
    from reportedly.review import reread as propose
    from reportedly.review import take as accept

    run, taken, left = Run(), 0, 0
    with opened(db) as ledger:
        against = pipeline.references(home())
        proposals = propose(
            ledger,
            lambda report: pipeline.check(pipeline.read(report), against),
            pipeline.VERSION,
            reports or None,
            failed=run.failed,
        )
        for proposal in shown(proposals, "proposals"):
            first = proposal.entry is None
            done = first or (take and accept(ledger, proposal, by=by or user()))
            taken, left = taken + done, left + (not done)
            word = "first reading" if first else "taken" if done else f"proposed as reading:{proposal.entry}"
            lost = f", {len(proposal.lost)} decisions would lose their claim" if proposal.lost else ""
            typer.echo(
                f"{proposal.report}: {proposal.added} new, {proposal.gone} gone, {proposal.changed} changed, "
                f"{proposal.same} the same: {word}{lost}"
            )
        if taken:
            link_new(ledger)
    typer.echo(f"{taken:,} taken, {left:,} left to decide", err=True)
    raise typer.Exit(run.code())

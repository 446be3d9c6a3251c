"""``reportedly add``: reports into the ledger, with their bytes and their readings."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.options import Db, Inputs, Language, Published, Publisher, Url, overrides

if TYPE_CHECKING:
    from reportedly.cli.intake import Run
    from reportedly.cli.keeping import Keeper
    from reportedly.model import Report
    from reportedly.reports import Intake, Overrides

_AT_ONCE = 16
"""Reports that are kept in one step: what an interruption can make the next run read again."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("add")(add)


def add(
    inputs: Inputs,
    db: Db = None,
    jobs: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(metavar="N", min=1, max=64, help="Read in N processes; the order is kept."),
    ] = None,
    link: Annotated[bool, typer.Option(help="Link and weigh what came in at the end.")] = True,
    results: Annotated[
        bool, typer.Option(help="Write what became of each row of a table of links beside it (links.results.xlsx).")
    ] = True,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    language: Language = None,
) -> None:
    """Add reports to the ledger.

    A report that is there already is left alone, so an interrupted run is simply started again.
    """
    defaults = overrides(published, publisher, url, language)
    from reportedly.cli.intake import Run
    from reportedly.cli.keeping import Keeper
    from reportedly.cli.ledger import opened
    from reportedly.cli.results import Results
    from reportedly.cli.settings import limits, settings

    found = Results(inputs)
    run = Run(found.heard)
    with opened(db, create=True) as ledger:
        keeper = Keeper(ledger, run, at_once=_AT_ONCE, results=found)
        _keep(keeper, inputs, defaults, run, jobs or settings()["jobs"])
        counts = keeper.counts
        if link and counts["new"] + counts["revision"]:
            from reportedly.review import link_new

            link_new(ledger)
    said = [f"{counts[name]:,} {name}" for name in ("new", "revision", "known", "erased") if counts[name]]
    typer.echo(", ".join(said) or "nothing added", err=True)
    for name in found.write(limits()) if results else ():
        typer.echo(f"results in {name}", err=True)
    raise typer.Exit(run.code())


def _keep(keeper: "Keeper", inputs: Sequence[str], defaults: "Overrides", run: "Run", jobs: int) -> None:
    """Everything on record, read in several processes if so wished."""
    from reportedly.cli.work import read_all

    waiting: dict[str, Intake] = {}

    def unknown() -> Iterator["Report"]:
        for intake in run.intakes(inputs, defaults):
            if keeper.wants(intake):
                waiting[intake.report.id] = intake
                yield intake.report

    for reading in read_all(unknown(), run, jobs):
        keeper.put(waiting.pop(reading.report.id), reading)
    for intake in waiting.values():
        keeper.put(intake, None)
    keeper.flush()

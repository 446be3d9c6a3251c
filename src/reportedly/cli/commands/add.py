"""``reportedly add``: reports into the ledger, with their bytes and their readings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from reportedly.cli.options import Db, Inputs, Language, Published, Publisher, Url, overrides

if TYPE_CHECKING:
    from reportedly.cli.intake import Run
    from reportedly.ledger import Incoming, Ledger
    from reportedly.model import Reading, Report
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
    from reportedly.cli.ledger import opened
    from reportedly.cli.settings import settings

    run = Run()
    with opened(db, create=True) as ledger:
        counts = _Adding(ledger, run).all(inputs, defaults, jobs or settings()["jobs"])
        if link and counts["new"] + counts["revision"]:
            from reportedly.review import link_new

            link_new(ledger)
    said = [f"{counts[name]:,} {name}" for name in ("new", "revision", "known", "erased") if counts[name]]
    typer.echo(", ".join(said) or "nothing added", err=True)
    raise typer.Exit(run.code())


class _Adding:
    """One run: what is known is not read again; what cannot be read is kept all the same."""

    def __init__(self, ledger: "Ledger", run: "Run") -> None:
        self._ledger, self._run = ledger, run
        self._waiting: dict[str, Intake] = {}
        self._read: list[Incoming] = []
        self._counts: Counter[str] = Counter()

    def all(self, inputs: Sequence[str], defaults: "Overrides", jobs: int) -> Counter[str]:
        """Everything added, and how many of each kind."""
        from reportedly.cli.work import read_all

        for reading in read_all(self._unknown(inputs, defaults), self._run, jobs):
            self._put(self._waiting.pop(reading.report.id), self._checked(reading))
        for intake in self._waiting.values():
            self._put(intake, None)
        self._keep()
        return self._counts

    def _unknown(self, inputs: Sequence[str], defaults: "Overrides") -> Iterator["Report"]:
        from reportedly.ledger import Incoming
        from reportedly.reports import InputProblem

        for intake in self._run.intakes(inputs, defaults):
            known = self._ledger.known(Incoming(report=intake.report, raw=intake.raw))
            if known is None:
                self._waiting[intake.report.id] = intake
                yield intake.report
                continue
            self._counts["erased" if known.erased else "known"] += 1
            if known.erased:
                what = f"{intake.report.id}: erased on {known.erased[:10]} ({known.reason}): not added again"
                self._run.say(InputProblem(name=intake.name, what=what, severity="note"))

    def _checked(self, reading: "Reading") -> "Reading":
        from reportedly import pipeline
        from reportedly.cli.settings import home

        return self._run.attempt_all(lambda some: pipeline.check(some[0], pipeline.references(home())), (reading,)) or (
            reading
        )

    def _put(self, intake: "Intake", reading: "Reading | None") -> None:
        from reportedly.ledger import Incoming
        from reportedly.pipeline import VERSION

        self._read.append(
            Incoming(
                report=intake.report,
                raw=intake.raw,
                reading=reading,
                version=VERSION if reading is not None else None,
                own_id=_own(intake),
            )
        )
        if len(self._read) == _AT_ONCE:
            self._keep()

    def _keep(self) -> None:
        self._counts.update(done.status for done in self._ledger.add_all(self._read))
        self._read.clear()


def _own(intake: "Intake") -> bool:
    """Whether the id is the source's own and not made from a file name, which says nothing of what is in the file."""
    stem = "stdin" if intake.name == "-" else Path(intake.name).name.partition(".")[0]
    return not intake.report.id.startswith(stem)

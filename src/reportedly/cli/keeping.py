"""Reports into the ledger one by one: what is known is not read again, what cannot be read is kept all the same."""

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportedly.cli.intake import Run
from reportedly.reports import InputProblem, Intake

if TYPE_CHECKING:
    from reportedly.cli.results import Results
    from reportedly.ledger import Incoming, Ledger
    from reportedly.model import Reading
    from reportedly.reports.collecting.visit import Gone


class Keeper:
    """One run. ``live``: reports were taken from their addresses just now (see ``Incoming``).

    ``at_once`` reports are put on record in one step; the last ones by ``flush``. ``results`` hears of each.
    """

    def __init__(
        self, ledger: "Ledger", run: Run, *, live: bool = False, at_once: int = 1, results: "Results | None" = None
    ) -> None:
        self._ledger, self._run, self._live, self._at_once, self._results = ledger, run, live, at_once, results
        self._waiting: list[tuple[Intake, Incoming]] = []
        self.counts: Counter[str] = Counter()

    def wants(self, intake: Intake) -> bool:
        """Whether a report is to be read: neither known nor erased."""
        known = self._ledger.known(self._incoming(intake))
        if known is None:
            return True
        result = "erased" if known.erased else "known"
        self.counts[result] += 1
        if self._results is not None:
            there = self._ledger.reading(known.id) if known.id else None
            self._results.take(intake, result, there.report if there else intake.report, there)
        if known.erased and not self._live:
            what = f"{intake.report.id}: erased on {known.erased[:10]} ({known.reason}): not added again"
            self._run.say(InputProblem(name=intake.name, what=what, severity="note"))
        return False

    def read(self, intake: Intake) -> None:
        """Read a report and put it on record."""
        from reportedly import pipeline

        self.put(intake, self._run.attempt(pipeline.read, intake.report))

    def put(self, intake: Intake, reading: "Reading | None") -> None:
        """Check a reading and put it on record with its report; without a reading, the report alone."""
        from reportedly.pipeline import VERSION

        incoming = self._incoming(intake)
        if reading is not None:
            incoming = replace(incoming, reading=self._checked(reading), version=VERSION)
        self._waiting.append((intake, incoming))
        if len(self._waiting) >= self._at_once:
            self.flush()

    def flush(self) -> None:
        """Put on record what waits for it."""
        added = self._ledger.add_all(incoming for _, incoming in self._waiting)
        self.counts.update(done.status for done in added)
        if self._results is not None:
            for (intake, incoming), done in zip(self._waiting, added, strict=True):
                report = replace(intake.report, id=done.id or intake.report.id)
                self._results.take(intake, done.status, report, incoming.reading)
        self._waiting.clear()

    def gone(self, gone: "Gone") -> bool:
        """Put on record that a report is no longer at its address; whether there was one."""
        from reportedly.ledger import Incoming
        from reportedly.model import Reading
        from reportedly.pipeline import VERSION

        latest = self._ledger.latest_at(gone.url)
        if latest is None or not latest.text:
            return False
        report = replace(latest, text="", captured=gone.captured, revision_of=None)
        reading = Reading(report=report)
        self._ledger.add(Incoming(report=report, raw=gone.raw, reading=reading, version=VERSION, live=True))
        self.counts["deleted"] += 1
        return True

    def _checked(self, reading: "Reading") -> "Reading":
        from reportedly import pipeline
        from reportedly.cli.settings import home

        return self._run.attempt_all(lambda some: pipeline.check(some[0], pipeline.references(home())), (reading,)) or (
            reading
        )

    def _incoming(self, intake: Intake) -> "Incoming":
        from reportedly.ledger import Incoming

        own = intake.report.id if self._live else intake.own_id
        return Incoming(report=intake.report, raw=intake.raw, own_id=own is not None, given=own, live=self._live)

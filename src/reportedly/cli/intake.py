"""Reports for a command: problems go to standard error as they come, and decide the exit code."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reportedly.cli.progress import shown
from reportedly.cli.settings import limits
from reportedly.model import Reading, Report
from reportedly.reports import InputProblem, Intake, Overrides, load_with_bytes

Result = TypeVar("Result")


class Run:
    """What went wrong in one run of a command."""

    def __init__(self, heard: Callable[[InputProblem], None] | None = None) -> None:
        self.counts: Counter[str] = Counter()
        self._heard = heard

    def say(self, problem: InputProblem) -> None:
        """One line on standard error."""
        self.counts[problem.severity] += 1
        if self._heard is not None:
            self._heard(problem)
        print(f"reportedly: {problem.line()}", file=sys.stderr, flush=True)

    def reports(self, inputs: Sequence[str], defaults: Overrides) -> Iterator[Report]:
        """The readable reports of the inputs."""
        return (item.report for item in self.intakes(inputs, defaults))

    def intakes(self, inputs: Sequence[str], defaults: Overrides) -> Iterator[Intake]:
        """The readable reports of the inputs, each with its bytes."""
        undated = 0
        for item in shown(load_with_bytes(inputs, defaults=defaults, limits=limits()), "reports"):
            if isinstance(item, InputProblem):
                self.say(item)
                continue
            undated += item.report.published is None
            yield item
        if undated:
            which = "no date of publication" if undated == 1 else f"no date of publication in {undated} reports"
            self.say(
                InputProblem(
                    name=inputs[0] if len(inputs) == 1 else f"{len(inputs)} inputs",
                    what=f"{which}: dates without a year stay unknown (--published gives it)",
                    severity="note",
                )
            )

    def attempt(self, work: Callable[[Report], Result], report: Report) -> Result | None:
        """The work on one report. A failure is said and costs this report only."""
        try:
            return work(report)
        except Exception as error:  # one report must not end the run; what failed is said and counted
            if debugging():
                raise
            self.say(fault(report.id, error))
            return None

    def failed(self, name: str, error: Exception) -> None:
        """A failure at work on one report: said, and counted."""
        if debugging():
            raise error
        self.say(fault(name, error))

    def attempt_all(
        self, work: Callable[[tuple[Reading, ...]], Result], readings: tuple[Reading, ...]
    ) -> Result | None:
        """The work on all readings together. A failure is said, and leaves them as they are."""
        if not readings:
            return None
        try:
            return work(readings)
        except Exception as error:  # claims that were read must not be lost with a rule that fails
            if debugging():
                raise
            self.say(fault("check", error, "not checked"))
            return None

    def code(self, *, strict: bool = False) -> int:
        """The exit code: 2 after bad input, else 1 if ``strict`` (an error was found and asked for), else 0."""
        return 2 if self.counts["error"] else int(strict)


def debugging() -> bool:
    """Whether faults should show their traceback (``REPORTEDLY_DEBUG``)."""
    from reportedly.cli.settings import settings

    return bool(settings()["debug"])


def fault(name: str, error: Exception, what: str = "could not be read") -> InputProblem:
    """What is said when work on sound input fails."""
    return InputProblem(name=name, what=f"{what}, a fault of ours ({type(error).__name__}: {error})"[:300])

"""Reading reports one after another, or in several processes with the order kept."""

from collections import deque
from collections.abc import Iterable, Iterator

from reportedly.cli.intake import Run
from reportedly.model import Reading, Report
from reportedly.reports import InputProblem

_AHEAD = 4
"""Batches in flight for each process: enough to keep all busy, few enough to keep memory bounded."""
_BATCH = 16


def read_all(reports: Iterable[Report], run: Run, jobs: int) -> Iterator[Reading]:
    """The readings in the order of the reports. A report that fails is said, and costs itself only."""
    from reportedly import pipeline

    if jobs <= 1:
        for report in reports:
            reading = run.attempt(pipeline.read, report)
            if reading is not None:
                yield reading
        return
    for outcome in _in_processes(reports, jobs):
        if isinstance(outcome, InputProblem):
            run.say(outcome)
        else:
            yield outcome


def _in_processes(reports: Iterable[Report], jobs: int) -> Iterator[Reading | InputProblem]:
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Reading | InputProblem]]] = deque()
        for batch in _batches(reports):
            waiting.append(pool.submit(_read_batch, batch))
            if len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    batch: list[Report] = []
    for report in reports:
        batch.append(report)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _read_batch(batch: list[Report]) -> list[Reading | InputProblem]:
    from reportedly import pipeline
    from reportedly.cli.intake import fault

    found: list[Reading | InputProblem] = []
    for report in batch:
        try:
            found.append(pipeline.read(report))
        except Exception as error:  # as in Run.attempt: one report must not end the run
            found.append(fault(report.id, error))
    return found

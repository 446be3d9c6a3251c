"""How long reading takes, where the time goes, and how good the same run was: ``python -m reportedly.evaluate.bench``.

Four figures: a cold `reportedly check` of one report as a fresh process; milliseconds a report for each stage, warm,
in one process; reports a second in two processes with everything on; peak memory of one process.
"""

import argparse
import importlib
import json
import multiprocessing
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from reportedly.evaluate.flow import Result, score_run
from reportedly.evaluate.gold import read_gold, read_incidents, reports
from reportedly.model import Reading, Report

STAGES = {
    "sentences": "reportedly.mentions.sentences.split",
    "event words": "reportedly.claims.triggers.find",
    "attribution": "reportedly.claims.attribution.attribute",
    "toponyms": "reportedly.mentions.toponyms.find",
    "places": "reportedly.entities.places.resolve",
    "times": "reportedly.entities.times.find",
    "quantities": "reportedly.entities.quantities.find",
    "weapons": "reportedly.entities.weapons.find",
    "assembly": "reportedly.claims.assembly.assemble",
}
"""The stages of ``pipeline.read``: the functions that it calls on their modules."""
COLD_RUNS = 5
ROUNDS = 4


class Clock:
    """Adds up the seconds spent in each stage."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def running(self, stage: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.spent[stage] += time.perf_counter() - began

    def wrapped(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            with self.running(stage):
                return function(*args, **kwargs)

        return timed


@contextmanager
def _timed_stages(clock: Clock) -> Iterator[None]:
    with ExitStack() as stack:
        for stage, path in STAGES.items():
            module, _, name = path.rpartition(".")
            owner = importlib.import_module(module)
            stack.enter_context(patch.object(owner, name, clock.wrapped(stage, getattr(owner, name))))
        yield


def stages(gold_dir: Path, boot: int) -> tuple[dict[str, float], Result]:
    """Milliseconds a report for each stage, warm, and the scores of what was read."""
    from reportedly import pipeline

    gold = read_gold(gold_dir)
    texts = list(reports(gold))
    for report in texts:
        pipeline.check(pipeline.read(report))
    clock = Clock()
    with _timed_stages(clock):
        read: list[Reading] = []
        for report in texts:
            with clock.running("read, whole"):
                reading = pipeline.read(report)
            with clock.running("check"):
                read.append(pipeline.check(reading))
    with clock.running("link"):
        linked = pipeline.link(read)
    with clock.running("weigh"):
        across = pipeline.weigh(linked)
    each = {stage: 1000 * seconds / len(texts) for stage, seconds in clock.spent.items()}
    return each, score_run(gold, linked, across, read_incidents(gold_dir), boot=boot)


def cold(report: Path, runs: int = COLD_RUNS) -> list[float]:
    """Seconds of a whole fresh process that checks one report, each run by itself."""
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", "check", str(report)]
    command += ["--published", "2025-07-01"] if report.suffix == ".txt" else []
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        seconds.append(time.perf_counter() - began)
    return seconds


def steady(gold_dir: Path, processes: int = 2, rounds: int = ROUNDS) -> tuple[float, float]:
    """Reports a second over all processes, warm, read and checked; and the peak memory of one in MB."""
    texts = list(reports(read_gold(gold_dir)))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        list(pool.map(_work, [texts] * processes * 2))
        began = time.perf_counter()
        memory = list(pool.map(_work, [texts] * processes * rounds))
        passed = time.perf_counter() - began
    return len(texts) * processes * rounds / passed, max(memory)


def _work(texts: Sequence[Report]) -> float:
    from reportedly import pipeline

    for report in texts:
        pipeline.check(pipeline.read(report))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seed() -> Path:
    root = Path(__file__).parents[3]
    outside = root.parent / "shared" / "seed" / "izhevsk-article.txt"
    return outside if outside.exists() else root / "examples" / "izhevsk" / "7-aggregator.json"


def measure(gold_dir: Path, boot: int) -> dict[str, Any]:
    """All figures of one run."""
    each, result = stages(gold_dir, boot)
    rate, memory = steady(gold_dir)
    report = _seed()
    figures, findings = result.claims.overall, result.findings["all"]
    return {
        "stages_ms": each,
        "cold_s": cold(report),
        "cold_report": report.name,
        "reports_per_s": rate,
        "peak_mb": memory,
        "claims_f1": figures.metrics["claims"].f1,
        "claims_ci95": figures.metrics["claims"].ci95,
        "findings_recall": findings.recall,
        "findings_precision": findings.precision,
    }


def shown(measured: dict[str, Any]) -> str:
    """The figures as text; stages by what they cost."""
    each: dict[str, float] = measured["stages_ms"]
    whole = each["read, whole"] + each["check"] + each["link"] + each["weigh"]
    known = sum(each.get(stage, 0.0) for stage in STAGES)
    rows = {**{k: v for k, v in each.items() if k != "read, whole"}, "rest of reading": each["read, whole"] - known}
    lines = ["milliseconds a report, warm, one process"]
    for stage, ms in sorted(rows.items(), key=lambda row: -row[1]):
        lines.append(f"  {stage:16} {ms:7.2f}  {'▪' * round(40 * ms / whole) if whole else ''}")
    lines += [
        f"  {'all':16} {whole:7.2f}",
        f"cold check of {measured['cold_report']}: {statistics.median(measured['cold_s']):.2f} s "
        f"(median of {len(measured['cold_s'])}; {min(measured['cold_s']):.2f} to {max(measured['cold_s']):.2f})",
        f"steady, two processes: {measured['reports_per_s']:.0f} reports/s; peak memory {measured['peak_mb']:.0f} MB",
        f"same run: claims F1 {_number(measured['claims_f1'])}{_interval(measured['claims_ci95'])}, findings recall "
        f"{_number(measured['findings_recall'])}, precision {_number(measured['findings_precision'])}",
    ]
    return "\n".join(lines)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _interval(ends: Sequence[float] | None) -> str:
    return f" [{ends[0]:.3f}, {ends[1]:.3f}]" if ends else ""


def main() -> None:
    """Command line of the bench."""
    parser = argparse.ArgumentParser(prog="bench", description="Speed, memory and quality of one run.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--boot", type=int, default=200, help="resamplings for the interval")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    found = measure(options.gold, options.boot)
    print(shown(found))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

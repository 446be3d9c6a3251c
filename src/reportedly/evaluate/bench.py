"""How long reading takes, where the time goes, and how good the same run was: ``python -m reportedly.evaluate.bench``.

Five figures: a cold `reportedly check` of one report as a fresh process; milliseconds a report for each stage, warm,
in one process; reports and characters a second, by language, in two processes with everything on; peak memory of one
process; the cost of texts from 1,000 to 1,000,000 characters.
"""

import argparse
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from reportedly.evaluate.flow import Result, score_run
from reportedly.evaluate.gold import read_gold, read_incidents, reports
from reportedly.evaluate.throughput import Length, Rate, rates_shown, scaling, scaling_shown, steady
from reportedly.model import Reading

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


class Clock:
    """Adds up the processor time spent in each stage, in seconds."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def running(self, stage: str) -> Iterator[None]:
        began = time.process_time()
        try:
            yield
        finally:
            self.spent[stage] += time.process_time() - began

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


def cold(report: Path, runs: int = COLD_RUNS) -> list[tuple[float, float]]:
    """Seconds on the clock and of processor time of a whole fresh process that checks one report, each run by itself.

    On a busy machine the clock says more about the others than about us; the two together tell which it is. A first
    run that does not count writes the byte code, which an installed package has.
    """
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", "check", str(report)]
    command += ["--published", "2025-07-01"] if report.suffix == ".txt" else []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds = []
    for _ in range(runs + 1):
        began, used = time.perf_counter(), _children()
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        seconds.append((time.perf_counter() - began, _children() - used))
    return seconds[1:]


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _seed() -> Path:
    root = Path(__file__).parents[3]
    outside = root.parent / "shared" / "seed" / "izhevsk-article.txt"
    return outside if outside.exists() else root / "examples" / "izhevsk" / "7-aggregator.json"


def measure(gold_dir: Path, boot: int) -> dict[str, Any]:
    """All figures of one run."""
    each, result = stages(gold_dir, boot)
    texts = list(reports(read_gold(gold_dir)))
    rates = steady(texts)
    report = _seed()
    figures, findings = result.claims.overall, result.findings["all"]
    return {
        "stages_ms": each,
        "cold_s": cold(report),
        "cold_report": report.name,
        "rates": {name: rate._asdict() for name, rate in rates.items()},
        "peak_mb": rates["all"].peak_mb,
        "lengths": {language: [n._asdict() for n in row] for language, row in scaling(texts).items()},
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
    lines = ["milliseconds of processor time a report, warm, one process"]
    for stage, ms in sorted(rows.items(), key=lambda row: -row[1]):
        lines.append(f"  {stage:16} {ms:7.2f}  {'▪' * round(40 * ms / whole) if whole else ''}")
    lines += [
        f"  {'all':16} {whole:7.2f}",
        f"cold check of {measured['cold_report']}: {_median(measured['cold_s'], 0):.2f} s on the clock, "
        f"{_median(measured['cold_s'], 1):.2f} s of processor time "
        f"(medians of {len(measured['cold_s'])} fresh processes)",
        *rates_shown({name: Rate(**rate) for name, rate in measured["rates"].items()}),
        f"  peak memory of one process {measured['peak_mb']:.0f} MB",
        *scaling_shown({language: [Length(**n) for n in row] for language, row in measured["lengths"].items()}),
        f"same run: claims F1 {_number(measured['claims_f1'])}{_interval(measured['claims_ci95'])}, findings recall "
        f"{_number(measured['findings_recall'])}, precision {_number(measured['findings_precision'])}",
    ]
    return "\n".join(lines)


def _median(pairs: Sequence[Sequence[float]], column: int) -> float:
    return statistics.median(pair[column] for pair in pairs)


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

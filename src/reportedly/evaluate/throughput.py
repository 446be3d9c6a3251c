"""How much is read and checked a second, by language, and whether the cost grows in line with the length of a text."""

import multiprocessing
import resource
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.model import Report

ROUNDS = 4
SIZES = (1_000, 10_000, 100_000, 1_000_000)
"""Lengths in code points over which the cost must stay linear."""


class Rate(NamedTuple):
    """Reports and code points a second over all processes, on the clock and by processor time; peak MB of one."""

    reports: float
    reports_by_processor: float
    characters: float
    characters_by_processor: float
    peak_mb: float


class Length(NamedTuple):
    """A text of one language and its cost: length in code points, seconds of processor time."""

    characters: int
    seconds: float


def by_language(texts: Iterable[Report]) -> dict[str, list[Report]]:
    """The reports of each language, languages in order."""
    found: dict[str, list[Report]] = {}
    for report in texts:
        found.setdefault(report.language or "?", []).append(report)
    return dict(sorted(found.items()))


def steady(texts: Sequence[Report], processes: int = 2, rounds: int = ROUNDS) -> dict[str, Rate]:
    """Reading and checking, warm, in several processes: ``all`` reports, then those of each language.

    Every process has read the reports before.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        list(pool.map(_work, [list(texts)] * processes * 2))
        parts = {"all": list(texts), **by_language(texts)}
        return {name: _rate(pool, part, processes, rounds) for name, part in parts.items()}


def _rate(pool: ProcessPoolExecutor, texts: list[Report], processes: int, rounds: int) -> Rate:
    began = time.perf_counter()
    done = list(pool.map(_work, [texts] * processes * rounds))
    passed, used = time.perf_counter() - began, sum(seconds for seconds, _ in done) / processes
    reports = len(texts) * processes * rounds
    characters = sum(len(r.text) for r in texts) * processes * rounds
    return Rate(reports / passed, reports / used, characters / passed, characters / used, max(mb for _, mb in done))


def _work(texts: Sequence[Report]) -> tuple[float, float]:
    """Seconds of processor time for these reports, and the peak memory of this process so far in MB."""
    from reportedly import pipeline

    began = time.process_time()
    for report in texts:
        pipeline.check(pipeline.read(report))
    return time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def scaling(texts: Sequence[Report], sizes: Sequence[int] = SIZES) -> dict[str, list[Length]]:
    """What texts of growing length cost to read and check in this process, for each language."""
    return {
        language: [Length(size, _work([long_text(part, size)])[0]) for size in sizes]
        for language, part in by_language(texts).items()
    }


def long_text(texts: Sequence[Report], size: int) -> Report:
    """One report of exactly ``size`` code points: the texts one after the other, as often as it takes."""
    average = sum(len(r.text) + 2 for r in texts) / len(texts)
    joined = "\n\n".join(r.text for r in islice(cycle(texts), int(size / average) + len(texts) + 1))
    return replace(texts[0], text=joined[:size])


def rates_shown(rates: dict[str, Rate]) -> list[str]:
    """The rates as lines of text."""
    lines = ["steady, two processes, a second: reports and characters on the clock (by processor time)"]
    for name, r in rates.items():
        lines.append(
            f"  {name:16} {r.reports:6.0f} ({r.reports_by_processor:.0f}) reports  "
            f"{r.characters:9,.0f} ({r.characters_by_processor:,.0f}) characters"
        )
    return lines


def scaling_shown(lengths: dict[str, list[Length]]) -> list[str]:
    """The cost of long texts as lines: milliseconds of processor time for each 1,000 characters, by length."""
    lines = ["one text, one process: milliseconds for each 1,000 characters, by length"]
    for language, row in lengths.items():
        cells = "  ".join(f"{n.characters:,}: {1e6 * n.seconds / n.characters:.1f}" for n in row)
        lines.append(f"  {language:16} {cells}")
    return lines

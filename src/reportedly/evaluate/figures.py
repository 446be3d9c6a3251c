"""Counts into figures: precision, recall, F1, B-cubed, and percentile-bootstrap intervals over reports."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reportedly.evaluate.agreement import METRICS, SLOTS
from reportedly.evaluate.matching import Scored

Rates: TypeAlias = tuple[float | None, float | None, float | None]
"""Precision, recall, F1; ``None`` where there is nothing to divide by."""


@dataclass(frozen=True)
class Figure:
    """One metric. ``all_f1`` also counts the slots of claims without a partner; ``ci95`` is that of F1."""

    p: float | None
    r: float | None
    f1: float | None
    tp: int | None = None
    fp: int | None = None
    fn: int | None = None
    n: int | None = None
    all_f1: float | None = None
    ci95: tuple[float, float] | None = None


@dataclass(frozen=True)
class Figures:
    """All metrics over a set of reports; ``metrics`` has every name of ``METRICS`` and ``incident_b3``."""

    metrics: dict[str, Figure]
    evidence_iou: float | None
    reports: int
    gold_claims: int
    system_claims: int
    pairs: int


def rates(counts: Sequence[int]) -> Rates:
    """Precision, recall and F1 of true positives, false positives, false negatives."""
    tp, fp, fn = counts
    return (
        tp / (tp + fp) if tp + fp else None,
        tp / (tp + fn) if tp + fn else None,
        2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None,
    )


def percentile(values: Sequence[float], q: float) -> float:
    """Linear interpolation between order statistics. ``values`` must not be empty."""
    ordered = sorted(values)
    k = (len(ordered) - 1) * q
    low, high = math.floor(k), math.ceil(k)
    return ordered[low] + (ordered[high] - ordered[low]) * (k - low)


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The middle 95 % of bootstrap values."""
    return (percentile(values, 0.025), percentile(values, 0.975)) if values else None


def b3_each(items: Sequence[tuple[str, str | None]]) -> list[tuple[float, float]]:
    """B-cubed precision and recall of every item; an item without a system label is a cluster of its own."""
    keyed: list[tuple[object, object]] = [
        (gold, system if system is not None else ("alone", k)) for k, (gold, system) in enumerate(items)
    ]
    cells: dict[object, int] = {}
    golds: dict[object, int] = {}
    systems: dict[object, int] = {}
    for gold, system in keyed:
        cells[gold, system] = cells.get((gold, system), 0) + 1
        golds[gold] = golds.get(gold, 0) + 1
        systems[system] = systems.get(system, 0) + 1
    return [(cells[g, s] / systems[s], cells[g, s] / golds[g]) for g, s in keyed]


def _b3_mean(p: float, r: float, n: int) -> Rates:
    if not n:
        return None, None, None
    p, r = p / n, r / n
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def b3(items: Sequence[tuple[str, str | None]]) -> Rates:
    """B-cubed over all items; nothing if the system gave no label at all."""
    if not items or all(system is None for _, system in items):
        return None, None, None
    each = b3_each(items)
    return _b3_mean(sum(p for p, _ in each), sum(r for _, r in each), len(each))


def _samples(n: int, boot: int, rng: random.Random) -> list[list[tuple[int, int]]]:
    """Bootstrap samples as (report, times drawn)."""
    samples = []
    for _ in range(boot if n > 1 else 0):
        times = [0] * n
        for _ in range(n):
            times[rng.randrange(n)] += 1
        samples.append([(i, k) for i, k in enumerate(times) if k])
    return samples


def _metric(name: str, results: Sequence[Scored], samples: list[list[tuple[int, int]]]) -> Figure:
    rows = [r.counts[name] for r in results]
    tp, fp, fn = (sum(row[k] for row in rows) for k in range(3))
    p, r, f1 = rates((tp, fp, fn))
    ci95 = None
    if f1 is not None and samples:
        drawn = [rates([sum(k * rows[i][c] for i, k in s) for c in range(3)])[2] for s in samples]
        ci95 = interval([x for x in drawn if x is not None])
    all_f1 = None
    if name in SLOTS:
        all_f1 = rates([sum(result.whole[name][k] for result in results) for k in range(3)])[2]
    return Figure(p, r, f1, tp, fp, fn, all_f1=all_f1, ci95=ci95)


def _incidents(results: Sequence[Scored], samples: list[list[tuple[int, int]]]) -> Figure:
    """Clusters run across reports: each item keeps its own rates, and the reports averaged over are resampled."""
    items = [item for result in results for item in result.items]
    p, r, f1 = b3(items)
    ci95 = None
    if f1 is not None and samples:
        each, sums, k = b3_each(items), [], 0
        for result in results:
            part = each[k : k + len(result.items)]
            k += len(part)
            sums.append((sum(x for x, _ in part), sum(x for _, x in part), len(part)))
        drawn = [
            _b3_mean(
                sum(n * sums[i][0] for i, n in s), sum(n * sums[i][1] for i, n in s), sum(n * sums[i][2] for i, n in s)
            )[2]
            for s in samples
        ]
        ci95 = interval([x for x in drawn if x is not None])
    return Figure(p, r, f1, n=len(items), ci95=ci95)


def figures(results: Sequence[Scored], boot: int, rng: random.Random) -> Figures:
    """Micro-averaged figures of scored reports."""
    samples = _samples(len(results), boot, rng)
    metrics = {name: _metric(name, results, samples) for name in METRICS}
    metrics["incident_b3"] = _incidents(results, samples)
    ious = [iou for result in results for iou in result.ious]
    return Figures(
        metrics=metrics,
        evidence_iou=sum(ious) / len(ious) if ious else None,
        reports=len(results),
        gold_claims=sum(r.gold for r in results),
        system_claims=sum(r.system for r in results),
        pairs=sum(len(r.pairs) for r in results),
    )

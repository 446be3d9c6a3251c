"""A whole set of readings against the gold: overall and per language, as figures and as a printed table."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.evaluate.agreement import METRICS, Json, as_list
from reportedly.evaluate.figures import Figures, figures
from reportedly.evaluate.matching import Scored, score_report


@dataclass(frozen=True)
class Scores:
    """``pairs`` holds, for each report, the ids of the gold and the system claims that were paired."""

    overall: Figures
    languages: dict[str, Figures]
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def score(
    gold: Mapping[str, Json], system: Mapping[str, Json], *, boot: int = 1000, seed: int = 1, greedy: bool = False
) -> Scores:
    """Figures of a system's reports (id to object) against the gold. ``boot`` 0 leaves the intervals out."""
    results = [score_report(item, system.get(i) or {}, greedy) for i, item in gold.items()]
    languages = [_language(item) for item in gold.values()]
    rng = random.Random(seed)
    overall = figures(results, boot, rng)
    return Scores(
        overall=overall,
        languages={
            language: figures([r for r, x in zip(results, languages, strict=True) if x == language], boot, rng)
            for language in sorted(set(languages))
        },
        missing=[i for i in gold if i not in system],
        extra=[i for i in system if i not in gold],
        pairs={i: _pair_ids(gold[i], system.get(i) or {}, r) for i, r in zip(gold, results, strict=True)},
    )


def _language(item: Json) -> str:
    report = item.get("report")
    return (report.get("language") if isinstance(report, dict) else None) or "?"


def _pair_ids(gold: Json, system: Json, scored: Scored) -> list[tuple[str, str]]:
    golds, systems = as_list(gold.get("claims")), as_list(system.get("claims"))
    return [(str(golds[i].get("id")), str(systems[j].get("id"))) for i, j in scored.pairs]


def number(value: float | None) -> str:
    """A figure for a table; a dash means that there is nothing to score."""
    return "    -" if value is None else f"{value:5.3f}"


def table(name: str, f: Figures) -> str:
    """The figures of one set of reports as lines of text."""
    lines = [
        f"{name}: {f.reports} reports, {f.gold_claims} gold claims, {f.system_claims} system claims, {f.pairs} pairs",
        f"  {'':14} {'P':>5} {'R':>5} {'F1':>5}   {'95% of F1':<15} {'all F1':>6} {'tp':>5} {'fp':>5} {'fn':>5}",
    ]
    for metric in (*METRICS, "incident_b3"):
        e = f.metrics[metric]
        ci = f"[{e.ci95[0]:.3f}, {e.ci95[1]:.3f}]" if e.ci95 else ""
        whole = "" if metric in ("claims", "event", "incident_b3") else number(e.all_f1)
        tail = f"{e.n:5d} items" if e.tp is None else f"{e.tp:5d} {e.fp:5d} {e.fn:5d}"
        lines.append(f"  {metric:14} {number(e.p)} {number(e.r)} {number(e.f1)}   {ci:<15} {whole:>6} {tail}")
    lines.append(f"  {'evidence':14} mean IoU of paired spans {number(f.evidence_iou)}")
    return "\n".join(lines)

"""Which claim of a system answers which gold claim: the one-to-one pairing of greatest total agreement."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.evaluate.agreement import (
    EVIDENCE_SHARE,
    METRICS,
    SLOTS,
    Json,
    agreement,
    as_list,
    lone,
    overlap,
    slot,
)

WEIGHT_SLOTS = (
    *("event", "source", "chain", "polarity", "certainty", "weapon", "place"),
    *("unknown_place", "time", "quantity", "comparison", "actor", "target"),
)


@dataclass(frozen=True)
class Scored:
    """The counts of one report. ``counts`` are on paired claims, ``whole`` over all; ``items`` are incident labels."""

    counts: dict[str, list[int]]
    whole: dict[str, list[int]]
    items: list[tuple[str, str | None]]
    ious: list[float]
    gold: int
    system: int
    pairs: list[tuple[int, int]]


def weight(gold: Json, system: Json) -> float | None:
    """Mean agreement of a pair, with a tie-break for overlap; ``None`` where the two may not pair."""
    share, iou = overlap(gold, system)
    if gold.get("event") != system.get("event") and share < EVIDENCE_SHARE:
        return None
    return sum(agreement(name, gold, system) for name in WEIGHT_SLOTS) / len(WEIGHT_SLOTS) + 0.001 * iou + 1e-9


def match(gold: Sequence[Json], system: Sequence[Json], greedy: bool = False) -> list[tuple[int, int]]:
    """Pairs of positions. The exact assignment needs scipy; without it, or when asked, pairs are taken greedily."""
    if not gold or not system:
        return []
    return assign([[weight(g, s) for s in system] for g in gold], greedy)


def assign(weights: list[list[float | None]], greedy: bool = False) -> list[tuple[int, int]]:
    """The pairs of row and column with the greatest sum of weights; ``None`` forbids a pair."""
    exact = None if greedy or not weights else _assignment(weights)
    return _greedy(weights) if exact is None else exact


def _assignment(weights: list[list[float | None]]) -> list[tuple[int, int]] | None:
    try:
        from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        return None
    rows, cols = linear_sum_assignment([[-(x or 0.0) for x in row] for row in weights])
    return [(int(i), int(j)) for i, j in zip(rows, cols, strict=True) if weights[i][j] is not None]


def _greedy(weights: list[list[float | None]]) -> list[tuple[int, int]]:
    cells = sorted((-x, i, j) for i, row in enumerate(weights) for j, x in enumerate(row) if x is not None)
    rows: set[int] = set()
    cols: set[int] = set()
    pairs = []
    for _, i, j in cells:
        if i not in rows and j not in cols:
            rows.add(i)
            cols.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def score_report(gold: Json, system: Json, greedy: bool = False) -> Scored:
    """Pair the claims of one report and count every slot."""
    golds, systems = as_list(gold.get("claims")), as_list(system.get("claims"))
    pairs = match(golds, systems, greedy)
    counts = {name: [0, 0, 0] for name in METRICS}
    whole = {name: [0, 0, 0] for name in SLOTS}
    same = 0
    for i, j in pairs:
        for name in METRICS[1:]:
            for k, n in enumerate(slot(name, golds[i], systems[j])):
                counts[name][k] += n
                if name in whole:
                    whole[name][k] += n
        same += golds[i].get("event") == systems[j].get("event")
    counts["claims"] = [same, len(systems) - same, len(golds) - same]
    _count_unpaired(whole, golds, {i for i, _ in pairs}, in_gold=True)
    _count_unpaired(whole, systems, {j for _, j in pairs}, in_gold=False)
    return Scored(
        counts=counts,
        whole=whole,
        items=[(golds[i]["incident"], systems[j].get("incident")) for i, j in pairs if golds[i].get("incident")],
        ious=[overlap(golds[i], systems[j])[1] for i, j in pairs],
        gold=len(golds),
        system=len(systems),
        pairs=pairs,
    )


def _count_unpaired(whole: dict[str, list[int]], claims: Sequence[Json], paired: set[int], in_gold: bool) -> None:
    for position, claim in enumerate(claims):
        if position not in paired:
            for name in SLOTS:
                whole[name][2 if in_gold else 1] += lone(name, claim, in_gold)

"""Findings against the gold ones: same kind, one to one, claim sets (after claims are paired) with Jaccard >= .5."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from reportedly.evaluate.agreement import Json, as_list
from reportedly.evaluate.figures import interval
from reportedly.evaluate.matching import match
from reportedly.evaluate.scoring import number

PARTIAL = frozenset({"unattributed", "vague_source", "one_sided", "preliminary"})
"""Kinds that the annotators listed only in part: they count for recall and not for precision."""

Refs: TypeAlias = set[str]
Tally: TypeAlias = Counter[tuple[str, str]]
"""(kind, what) to a number; what = ``want``, ``found``, ``given``, ``right``."""


@dataclass(frozen=True)
class FindingScores:
    """Micro recall and precision with intervals, and the counts per kind."""

    recall: float | None
    precision: float | None
    recall_ci95: tuple[float, float] | None
    precision_ci95: tuple[float, float] | None
    kinds: dict[str, dict[str, int]]


def _partners(gold: Mapping[str, Json], system: Mapping[str, Json]) -> dict[str, str]:
    """System ``report#claim`` to the gold ``report#claim`` that it is paired with."""
    mates = {}
    for i, item in gold.items():
        golds, systems = as_list(item["claims"]), as_list((system.get(i) or {}).get("claims"))
        for a, b in match(golds, systems):
            mates[f"{i}#{systems[b].get('id')}"] = f"{i}#{golds[a].get('id')}"
    return mates


def _full(report: str, ref: str) -> str:
    return ref if "#" in ref else f"{report}#{ref}"


def _pair_up(
    want: Sequence[tuple[str, Refs]], given: Sequence[tuple[str, Refs]]
) -> tuple[dict[int, int], dict[int, int]]:
    """One-to-one pairs by falling Jaccard: gold position to system position, and back."""
    cells = []
    for i, (kind, a) in enumerate(want):
        for j, (other, b) in enumerate(given):
            if kind == other and a and b:
                jaccard = len(a & b) / len(a | b)
                if jaccard >= 0.5:
                    cells.append((-jaccard, i, j))
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for _, i, j in sorted(cells):
        if i not in left and j not in right:
            left[i], right[j] = j, i
    return left, right


def _groups(
    gold: Mapping[str, Json], system: Mapping[str, Json]
) -> Iterator[tuple[list[tuple[str, Refs]], list[tuple[str, Refs]]]]:
    mates = _partners(gold, system)
    for i, item in gold.items():
        if "findings" in item:
            want = [(f["kind"], {_full(i, ref) for ref in f["claims"]}) for f in item["findings"]]
            given = [
                (str(f.get("kind")), _mated(mates, (_full(i, ref) for ref in f.get("claims") or [])))
                for f in as_list((system.get(i) or {}).get("findings"))
            ]
            yield want, given


def _mated(mates: Mapping[str, str], refs: Iterable[str]) -> Refs:
    """A system claim without a gold partner counts as a claim of its own."""
    return {mates.get(ref, "?" + ref) for ref in refs}


def score_findings(gold: Mapping[str, Json], system: Mapping[str, Json], *, boot: int = 1000) -> FindingScores:
    """Findings within one report each."""
    tallies = []
    for want, given in _groups(gold, system):
        tally: Tally = Counter()
        left, right = _pair_up(want, given)
        for i, (kind, _) in enumerate(want):
            tally[kind, "want"] += 1
            tally[kind, "found"] += i in left
        for j, (kind, _) in enumerate(given):
            tally[kind, "given"] += 1
            tally[kind, "right"] += j in right
        tallies.append(tally)
    return _scores(tallies, boot)


def score_across(
    gold: Mapping[str, Json],
    system: Mapping[str, Json],
    findings: Sequence[Json],
    incidents: Mapping[str, Json],
    *,
    boot: int = 1000,
) -> FindingScores:
    """Findings that need several reports, one tally an incident.

    A system finding without a gold partner goes to the incident that most of its claims carry.
    """
    mates = _partners(gold, system)
    label = {f"{i}#{c['id']}": c.get("incident") for i, item in gold.items() for c in item["claims"]}
    want = [
        (name, f["kind"], set(f["claims"]))
        for name, incident in incidents.items()
        for f in incident["findings"]
        if _several(f["claims"])
    ]
    given = [(str(f.get("kind")), _mated(mates, f.get("claims") or [])) for f in findings]
    given = [(kind, refs) for kind, refs in given if _several(refs)]
    left, right = _pair_up([(kind, refs) for _, kind, refs in want], given)
    tallies: defaultdict[str | None, Tally] = defaultdict(Counter)
    for i, (name, kind, _) in enumerate(want):
        tallies[name][kind, "want"] += 1
        tallies[name][kind, "found"] += i in left
    for j, (kind, refs) in enumerate(given):
        votes = Counter(label[ref] for ref in refs if label.get(ref))
        top = votes.most_common(1)[0][0] if votes else None
        owner = want[right[j]][0] if j in right else top
        tallies[owner][kind, "given"] += 1
        tallies[owner][kind, "right"] += j in right
    return _scores(list(tallies.values()), boot)


def score_origins(
    gold: Mapping[str, Json], system: Mapping[str, Json], findings: Sequence[Json], incidents: Mapping[str, Json]
) -> tuple[float, float, float]:
    """Precision, recall and F1 of ``not_independent`` by pairs: claims of two reports said to have one origin."""
    mates = _partners(gold, system)
    want = _pairs(f["claims"] for i in incidents.values() for f in i["findings"] if f["kind"] == "not_independent")
    given = _pairs(_mated(mates, f.get("claims") or []) for f in findings if f.get("kind") == "not_independent")
    right = len(want & given)
    return right / (len(given) or 1), right / (len(want) or 1), 2 * right / (len(want) + len(given) or 1)


def _pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {
        (a, b) for group in groups for a, b in combinations(sorted(group), 2) if a.split("#")[0] != b.split("#")[0]
    }


def _several(refs: Iterable[str]) -> bool:
    return len({ref.split("#")[0].lstrip("?") for ref in refs}) > 1


def _rates(tallies: Iterable[Tally]) -> tuple[float | None, float | None, Tally]:
    total: Tally = Counter()
    for tally in tallies:
        total.update(tally)
    kinds = {kind for kind, _ in total}
    want, found = (sum(total[kind, what] for kind in kinds) for what in ("want", "found"))
    given, right = (sum(total[kind, what] for kind in kinds - PARTIAL) for what in ("given", "right"))
    return found / want if want else None, right / given if given else None, total


def _scores(tallies: Sequence[Tally], boot: int) -> FindingScores:
    recall, precision, total = _rates(tallies)
    rng = random.Random(1)
    drawn = [_rates(rng.choices(tallies, k=len(tallies)))[:2] for _ in range(boot if tallies else 0)]
    return FindingScores(
        recall=recall,
        precision=precision,
        recall_ci95=interval([r for r, _ in drawn if r is not None]),
        precision_ci95=interval([p for _, p in drawn if p is not None]),
        kinds={
            kind: {what: total[kind, what] for what in ("want", "found", "given", "right")}
            for kind in sorted({kind for kind, _ in total})
        },
    )


def finding_table(name: str, scores: FindingScores) -> str:
    """The counts per kind and the micro figures as lines of text."""
    lines = [f"{name}:"]
    for kind, n in scores.kinds.items():
        note = "   (precision not counted)" if kind in PARTIAL else ""
        lines.append(
            f"  {kind:24} found {n['found']:3d} of {n['want']:3d}   right {n['right']:3d} of {n['given']:3d}{note}"
        )
    recall, precision = (
        f"{number(x)} [{number(ci and ci[0])}, {number(ci and ci[1])}]"
        for x, ci in ((scores.recall, scores.recall_ci95), (scores.precision, scores.precision_ci95))
    )
    lines.append(f"  recall {recall}  precision {precision}")
    return "\n".join(lines)

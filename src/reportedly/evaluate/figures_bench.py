"""Figures and weapons against the annotated reports: what stands in the evidence of a claim, as a multiset.

python -m reportedly.evaluate.figures_bench GOLD_DIR [--misses]
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from reportedly.claims.arms import arms
from reportedly.claims.things import inside
from reportedly.entities import quantities, weapons

Counts = dict[str, list[int]]
WEAPON_EVENTS = frozenset(
    {"strike", "interception", "clash", "bombing", "explosion", "measure", "assessment", "statement"}
)


def _round(value: Any) -> float | None:
    return None if value is None else round(float(value), 2)


def _gold_quantities(claim: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(q["of"], _round(q["value"]), _round(q["low"]), _round(q["high"])) for q in claim["quantities"]]


def _gold_weapons(claim: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(w["type"], w["count"]) for w in claim["weapons"]]


def compare(gold: Iterable[tuple[Any, ...]], got: Iterable[tuple[Any, ...]]) -> tuple[list[Any], list[Any], int]:
    """What was invented, what was missed, and how many agree."""
    a, b = Counter(gold), Counter(got)
    return list((b - a).elements()), list((a - b).elements()), sum((a & b).values())


def measure(folder: Path, show: bool) -> dict[str, Counts]:
    """Per kind (quantity, weapon) and language: agreeing, invented, missed."""
    out: dict[str, Counts] = {"quantity": defaultdict(lambda: [0, 0, 0]), "weapon": defaultdict(lambda: [0, 0, 0])}
    for path in sorted(folder.glob("*.json")):
        reading = json.loads(path.read_text(encoding="utf-8"))
        text, language = reading["report"]["text"], reading["report"]["language"]
        found = [
            (q.span or (0, 0), (q.of, _round(q.value), _round(q.low), _round(q.high)))
            for q in quantities.find(text, language)
        ]
        _measure(out["quantity"][language], reading, _spread(found, _gold_quantities, reading["claims"]), show)
        pairs = _weapon_pairs(reading["claims"], text, language)
        if pairs:
            _measure(out["weapon"][language], reading, pairs, show)
    return out


Pairs = list[tuple[dict[str, Any], list[tuple[Any, ...]], list[tuple[Any, ...]]]]


def _spread(
    found: list[tuple[tuple[int, int], tuple[Any, ...]]],
    gold: Callable[[dict[str, Any]], list[tuple[Any, ...]]],
    claims: list[dict[str, Any]],
) -> Pairs:
    """Each claim with its gold and the figures in its evidence; a figure in several goes where it is wanted."""
    pairs: Pairs = [(c, gold(c), []) for c in claims]
    for span, item in found:
        holders = [p for p in pairs if p[0]["start"] <= span[0] and span[1] <= p[0]["end"]]
        wanting = [p for p in holders if p[1].count(item) > p[2].count(item)]
        for p in wanting[:1] or sorted(holders, key=lambda p: p[0]["end"] - p[0]["start"])[:1]:
            p[2].append(item)
    return pairs


def _weapon_pairs(claims: list[dict[str, Any]], text: str, language: str) -> Pairs:
    found, figures = weapons.find(text, language), quantities.find(text, language)
    pairs: Pairs = []
    for c in claims:
        if c["event"] in WEAPON_EVENTS:
            here = arms(inside(found, c["start"], c["end"]), inside(figures, c["start"], c["end"]))
            pairs.append((c, _gold_weapons(c), [(w.type, w.count) for w in here]))
    return pairs


def _measure(counts: list[int], reading: dict[str, Any], pairs: Pairs, show: bool) -> None:
    text = reading["report"]["text"]
    for claim, gold, got in pairs:
        invented, missed, agreeing = compare(gold, got)
        counts[0] += agreeing
        counts[1] += len(invented)
        counts[2] += len(missed)
        if show and (invented or missed):
            words = text[claim["start"] : claim["end"]].replace("\n", " / ")
            print(f"{reading['report']['id']} {claim['event']}  +{invented}  -{missed}\n      {words}")


def main(arguments: list[str]) -> None:
    """Print precision, recall and F1 per kind and language."""
    for kind, by_language in measure(Path(arguments[0]), "--misses" in arguments).items():
        total = [sum(c[i] for c in by_language.values()) for i in range(3)]
        for language, (tp, fp, fn) in [*sorted(by_language.items()), ("all", total)]:
            p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
            f1 = 2 * p * r / max(1e-9, p + r)
            print(f"{kind:9} {language:4} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  ({tp} agree, {fp} invented, {fn} missed)")


if __name__ == "__main__":
    main(sys.argv[1:])

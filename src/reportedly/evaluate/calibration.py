"""Counts how often each kind of reading is right, and how well the confidence drawn from the counts holds up.

    python -m reportedly.evaluate.calibration corpora/gold [--write src/reportedly/claims/confidence.json]

Prints the expected calibration error per slot (ten equal bins) over folds by incident: a report is judged with counts
from reports of other incidents only. ``--write`` stores the counts over all reports.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reportedly import pipeline
from reportedly.claims import confidence
from reportedly.evaluate import agreement, gold, matching
from reportedly.model import Claim

Outcome = tuple[str, str, bool]
"""Slot, key, right or not."""


def outcomes(gold_claims: Sequence[dict[str, Any]], claims: Sequence[Claim]) -> list[Outcome]:
    """What of one report's reading is right, by the rules of the scorer."""
    wire = [msgspec.to_builtins(c) for c in claims]
    mate = {j: gold_claims[i] for i, j in matching.match(gold_claims, wire)}
    found: list[Outcome] = []
    for j, claim in enumerate(claims):
        want = mate.get(j)
        for slot, k, key in confidence.keys(claim):
            if slot == "claim":
                found.append((slot, key, want is not None and want["event"] == claim.event))
            elif want is not None:
                found.append((slot, key, _right(slot, k, want, wire[j])))
    return found


def _right(slot: str, k: int, want: dict[str, Any], got: dict[str, Any]) -> bool:
    if slot == "sources":
        return any(agreement.same_source(s, got["sources"][k]) for s in want["sources"])
    if slot == "places":
        return any(agreement.same_place(p, got["places"][k]) for p in want["places"] if p["name"])
    if slot == "time":
        return agreement.slot("time", want, got)[0] == 1
    name = {"quantities": "quantity", "weapons": "weapon"}[slot]
    return agreement.slot(name, want, {**got, slot: [got[slot][k]]})[0] == 1


def counts(found: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """Right and total for each key and each of its coarser keys."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for _, key, right in found:
        parts = key.split("/")
        for n in range(1, len(parts) + 1):
            cell = tally["/".join(parts[:n])]
            cell[0] += right
            cell[1] += 1
    return {key: (right, total) for key, (right, total) in sorted(tally.items())}


def calibration_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: the mean gap between confidence and share of right, weighted by bin."""
    cells: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for p, right in pairs:
        cells[min(bins - 1, int(p * bins))].append((p, right))
    gaps = (abs(sum(p for p, _ in c) - sum(r for _, r in c)) for c in cells.values())
    return sum(gaps) / len(pairs) if pairs else 0.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args(argv)
    by_incident: dict[str, list[Outcome]] = defaultdict(list)
    items = gold.read_gold(options.gold_dir)
    for report in gold.reports(items):
        by_incident[report.id.partition("-")[0]].extend(outcomes(items[report.id]["claims"], pipeline.claims(report)))
    pairs: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for incident, found in by_incident.items():
        rest = counts(o for other, os in by_incident.items() if other != incident for o in os)
        for slot, key, right in found:
            p = confidence.estimate(key, rest)
            if p is not None:
                pairs[slot].append((p, right))
    for slot, cases in sorted(pairs.items()):
        share = sum(r for _, r in cases) / len(cases)
        print(f"{slot:12} {len(cases):5d} cases  right {share:.3f}  ECE {calibration_error(cases):.3f}")
    if options.write:
        whole = counts(o for os in by_incident.values() for o in os)
        options.write.write_text(json.dumps(whole, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

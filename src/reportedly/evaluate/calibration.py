"""Counts how often each kind of reading is right, and how well the confidence drawn from the counts holds up.

    python -m reportedly.evaluate.calibration FOLDER... [--texts FOLDER] [--unseen FOLDER]... [--curve FILE.svg]
        [--write src/reportedly/claims/confidence.json]

Everything is judged on held-out folds by incident (the ``group`` of a gold report, else the report by itself): the
weights that score a report and the steps that turn its score into a share come from other incidents only. Prints the
expected calibration error per slot (ten equal bins; mean and range over four splits into folds), the Brier score, the
area under the ROC curve, and the share of wrong readings among those kept when the most doubtful are left out.
``--unseen``: reports that nothing was counted on; beside their error that which chance alone would give to so few.
``--curve`` draws risk over coverage; ``--write`` stores weights and steps over all reports. Needs scipy.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from reportedly import pipeline
from reportedly.claims import confidence, traits
from reportedly.evaluate import agreement, gold, matching
from reportedly.evaluate.risk_coverage import draw, risk
from reportedly.evaluate.scales import fit
from reportedly.model import Claim, Report

FOLDS = (12, 16, 20, 28)
"""Numbers of folds: the incidents are split four times over, since one split alone moves the error by hundredths."""
COVERAGES = (1.0, 0.75, 0.5, 0.25)


class Outcome(NamedTuple):
    """One reading of an annotated report: what is known of it, and whether it is right."""

    incident: str
    slot: str
    found: traits.Traits
    right: bool


class Judged(NamedTuple):
    """A confidence given to a reading that it was not counted on, and whether the reading is right."""

    share: float
    right: bool


def outcomes(folder: Path, texts: Path | None) -> tuple[list[Outcome], int]:
    """What of the readings of a folder is right, by the rules of the scorer, and how many reports had a text."""
    items, missing = gold.with_texts(gold.read_gold(folder), texts)
    for line in missing:
        print(line, file=sys.stderr)
    found: list[Outcome] = []
    for report in gold.reports(items):
        found.extend(_of_report(report, items[report.id]))
    return found, len(items)


def _of_report(report: Report, item: agreement.Json) -> Iterator[Outcome]:
    group = item.get("group") or "none"
    incident = report.id if group == "none" else group
    claims = pipeline.uncounted(report)
    wire = [msgspec.to_builtins(c) for c in claims]
    mate = {j: item["claims"][i] for i, j in matching.match(item["claims"], wire)}
    for j, readings in enumerate(traits.of_claims(report, claims)):
        want = mate.get(j)
        for slot, k, found in readings:
            if slot == "claim":
                yield Outcome(incident, slot, found, _same_event(want, claims[j]))
            elif want is not None:
                yield Outcome(incident, slot, found, _right(slot, k, want, wire[j]))


def _same_event(want: agreement.Json | None, claim: Claim) -> bool:
    return want is not None and bool(want["event"] == claim.event)


def _right(slot: str, k: int, want: agreement.Json, got: agreement.Json) -> bool:
    if slot == "sources":
        return any(agreement.same_source(s, got["sources"][k]) for s in want["sources"])
    if slot == "places":
        return any(agreement.same_place(p, got["places"][k]) for p in want["places"] if p["name"])
    if slot == "time":
        return agreement.slot("time", want, got)[0] == 1
    name = {"quantities": "quantity", "weapons": "weapon"}[slot]
    return agreement.slot(name, want, {**got, slot: [got[slot][k]]})[0] == 1


def held_out(found: Sequence[Outcome], folds: int) -> list[Judged]:
    """Every reading of a slot with the confidence that counts of other incidents give it."""
    fold = {incident: n % folds for n, incident in enumerate(sorted({o.incident for o in found}))}
    judged = []
    for k in range(folds):
        rest = [o for o in found if fold[o.incident] != k]
        if rest:
            judged += on([o for o in found if fold[o.incident] == k], fit(rest))
    return judged


def on(found: Sequence[Outcome], scale: confidence.Scale) -> list[Judged]:
    """Readings with the confidence that a scale gives them."""
    steps = [scale.step(o.found) for o in found]
    return [Judged(step.right / step.total, o.right) for step, o in zip(steps, found, strict=True)]


def calibration_error(pairs: Sequence[Judged], bins: int = 10) -> float:
    """Expected calibration error: the mean gap between confidence and share of right, weighted by bin."""
    cells: dict[int, list[Judged]] = defaultdict(list)
    for pair in pairs:
        cells[min(bins - 1, int(pair.share * bins))].append(pair)
    gaps = (abs(sum(p for p, _ in c) - sum(r for _, r in c)) for c in cells.values())
    return sum(gaps) / len(pairs) if pairs else 0.0


def by_chance(pairs: Sequence[Judged], times: int = 1000) -> tuple[float, float]:
    """Median and 95th percentile of the calibration error that these confidences would show if every one were exact."""
    rng = Random(1)
    errors = sorted(calibration_error([Judged(p, rng.random() < p) for p, _ in pairs]) for _ in range(times))
    return errors[times // 2], errors[times * 95 // 100]


def brier(pairs: Sequence[Judged]) -> float:
    """Mean squared gap between confidence and outcome."""
    return sum((p - r) ** 2 for p, r in pairs) / len(pairs)


def roc_area(pairs: Sequence[Judged]) -> float | None:
    """How often a right reading has the higher confidence than a wrong one, ties half; none without both."""
    right, wrong = (Counter(p for p, r in pairs if r is wanted) for wanted in (True, False))
    if not right or not wrong:
        return None
    above = sum(n * m * ((a > b) + (a == b) / 2) for a, n in right.items() for b, m in wrong.items())
    return float(above / (right.total() * wrong.total()))


def line(slot: str, splits: Sequence[Sequence[Judged]]) -> str:
    """The figures of a slot on one line, over one or more splits of the same readings."""
    pairs = [pair for split in splits for pair in split]
    area = roc_area(pairs)
    errors = [calibration_error(split) for split in splits]
    spread = f" ({min(errors):.3f}-{max(errors):.3f})" if len(splits) > 1 else ""
    return (
        f"{slot:11} {len(splits[0]):5d} readings  right {sum(r for _, r in pairs) / len(pairs):.3f}"
        f"  ECE {sum(errors) / len(errors):.3f}{spread}"
        f"  Brier {brier(pairs):.3f}  AUC {'-' if area is None else f'{area:.2f}'}"
        f"  wrong of the {', '.join(f'{c:.0%}' for c in COVERAGES)} surest: "
        + " ".join(f"{risk(pairs, c):.3f}" for c in COVERAGES)
    )


def _by_slot(found: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    return {slot: some for slot in traits.SLOTS if (some := [o for o in found if o.slot == slot])}


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, help="texts that the folders may not hold")
    parser.add_argument("--unseen", type=Path, action="append", default=[])
    parser.add_argument("--curve", type=Path)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args(argv)
    found, read = [], {}
    for folder in options.folders:
        some, read[folder.as_posix()] = outcomes(folder, options.texts)
        found += some
    slots = _by_slot(found)
    judged = {slot: [held_out(some, folds) for folds in FOLDS] for slot, some in slots.items()}
    scales = {slot: fit(some) for slot, some in slots.items()}
    print("held-out incidents")
    for slot, splits in judged.items():
        print(line(slot, splits))
    unseen = [o for folder in options.unseen for o in outcomes(folder, options.texts)[0]]
    if unseen:
        print("unseen reports")
    for slot, some in _by_slot(unseen).items():
        pairs = on(some, scales[slot])
        middle, high = by_chance(pairs)
        print(f"{line(slot, [pairs])}  ECE of exact confidences: {middle:.3f}, 95 % under {high:.3f}")
    if options.curve:
        pooled = {slot: [pair for split in splits for pair in split] for slot, splits in judged.items()}
        options.curve.write_text(draw(pooled), encoding="utf-8")
    if options.write:
        shipped = confidence.Counted(reports=read, slots=scales)
        options.write.write_bytes(msgspec.json.format(msgspec.json.encode(shipped), indent=1) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

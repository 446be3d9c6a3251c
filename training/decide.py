"""The table that decides: ``python -m training.decide ENCODER_DIR MODELS_DIR [--texts FOLDER]``, once for each model.

Thresholds are chosen on what may be looked at: held-out folds of the annotated posts and the ``read`` halves of the
real gold. Then each way to read is scored on ``corpora/gold``, cross-validated by incident, and on the ``unread``
halves: F1 of claims, of actors and of targets, and the difference to the rules with its 95 % interval (paired
bootstrap over reports).
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray

from reportedly import pipeline
from reportedly.claims.things import Things
from reportedly.evaluate.figures import interval, rates
from reportedly.evaluate.gold import Reports, read_gold, reports, with_texts
from reportedly.evaluate.matching import score_report
from training import variants
from training.labels import group
from training.train import FOLDS, ROOT, fold_of
from training.variants import Named, Reader, Tags, Way

Counts = tuple[int, int, int]
Json = dict[str, Any]
BOOT = 2000


@dataclass(frozen=True)
class Case:
    """One report, read by the finders and tagged, with its gold."""

    language: str
    gold: Mapping[str, object]
    things: Things
    tags: list[Tags]


def cases(gold: Reports, reader: Callable[[Json], Reader]) -> list[Case]:
    """The reports of a set, each tagged by the tagger that may read it."""
    found = []
    for report in reports(gold):
        things = pipeline.things(report)
        item = gold[report.id]
        found.append(Case(report.language or "", item, things, reader(item).tags(things)))
    return found


def counted(case: Case, way: Way, of: str) -> Counts:
    """True positives, false positives and misses of one report: of claims, or of a slot of those that pair."""
    claims = [msgspec.to_builtins(c) for c in way(case.things, case.tags)]
    tp, fp, fn = score_report(case.gold, {"claims": claims}).counts[of]
    return tp, fp, fn


def f1(counts: Sequence[Counts]) -> float:
    """F1 over reports, 0 where there is nothing."""
    return rates([sum(c[k] for c in counts) for k in range(3)])[2] or 0.0


def difference(ours: Sequence[Counts], base: Sequence[Counts]) -> tuple[float, float] | None:
    """The 95 % interval of the difference in F1 over the same reports."""
    rng = np.random.default_rng(1)
    times = rng.multinomial(len(ours), [1 / len(ours)] * len(ours), BOOT)
    one, other = (times @ np.array(counts) for counts in (ours, base))
    gaps = [_f1(a) - _f1(b) for a, b in zip(one, other, strict=True)]
    return interval(gaps)


def _f1(counts: NDArray[np.int64]) -> float:
    return float(2 * counts[0] / max(1, 2 * counts[0] + counts[1] + counts[2]))


FLOORS = (0.3, 0.5, 0.7)
LOW = (0.0, 0.05, 0.1, 0.2)
MARGINS = (0.1, 0.3, 0.5)
Choice = tuple[str, Way]
Best = Callable[[Sequence[Choice]], Choice]


def chosen(base: Way, best: Best) -> Iterator[tuple[str, Choice]]:
    """Each way to read claims, with its best thresholds."""
    yield "tagger alone", best([(f"{x}", variants.tagger(x)) for x in FLOORS])
    yield "tagger under the rules' constraints", best([(f"{x}", variants.constrained(x)) for x in FLOORS])
    added = best([(f"{x}", variants.abstained(x)) for x in FLOORS])
    yield "rules, tagger where they abstain", added
    for name, (at, way) in (("rules", ("-", base)), ("rules, tagger where they abstain", added)):
        told = variants.kept(way)
        yield f"{name}, borne out by the tagger", best(
            [(f"{at}, {x}/{y}", variants.filtered(x, y, told)) for x in LOW for y in LOW if y >= x]
        )
        yield f"{name}, event by the tagger", best([(f"{at}, {x}", variants.renamed(x, told)) for x in MARGINS])


def chosen_names(slot: Named, base: Way, best: Best) -> Iterator[tuple[str, Choice]]:
    """Each way to fill a slot of the rules' claims, with its best threshold."""
    for name, over in (("rules, tagger where they abstain", False), ("tagger, rules where it abstains", True)):
        yield name, best([(f"{x}", variants.named(slot, x, over, base)) for x in FLOORS])


def row(name: str, sets: Mapping[str, Sequence[Case]], way: Way, base: Mapping[str, Sequence[Counts]], of: str) -> str:
    """One line of the table."""
    cells = []
    each = {key: counted(c, way, of) for key, c in {id(c): c for part in sets.values() for c in part}.items()}
    for label, part in sets.items():
        ours = [each[id(c)] for c in part]
        p, r, f = rates([sum(c[k] for c in ours) for k in range(3)])
        ends = difference(ours, base[label])
        gap = f1(ours) - f1(base[label])
        span = f" [{ends[0]:+.3f}, {ends[1]:+.3f}]" if ends else ""
        cells.append(f"{f or 0:.3f} ({p or 0:.2f}/{r or 0:.2f}) {gap:+.3f}{span}")
    return f"| {name} | " + " | ".join(cells) + " |"


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args(argv)
    torch.set_num_threads(1)
    folds = [Reader(options.encoder, options.models / f"fold{k}.pt") for k in range(FOLDS)]
    whole = Reader(options.encoder, options.models / "all.pt")
    real = ROOT / "corpora/gold-real"

    def held_out(folder: Path) -> list[Case]:
        return cases(read_gold(folder), lambda item: folds[fold_of(group(item))])

    def unseen(name: str) -> list[Case]:
        return cases(with_texts(read_gold(real / name), options.texts)[0], lambda _: whole)

    tuning = unseen("ru/read") + unseen("viina/read") + unseen("news/read")
    posts = ROOT / "corpora/tagger/posts"
    sets = {"all gold": held_out(ROOT / "corpora/gold")}
    if posts.exists():
        sets["posts (held-out folds)"] = held_out(posts)
        tuning = tuning + sets["posts (held-out folds)"]
    sets |= {f"gold {x}": [c for c in sets["all gold"] if c.language == x] for x in ("en", "ru", "uk")}
    sets["ru unread"] = unseen("ru/unread")
    viina = unseen("viina/unread")
    sets |= {f"viina {x} unread": [c for c in viina if c.language == x] for x in ("ru", "uk")}
    sets["news en unread"] = unseen("news/unread")
    sets["all unread"] = sets["ru unread"] + viina + sets["news en unread"]
    rules = variants.kept(variants.rules)
    for of in ("claims", *variants.SLOTS):

        def best(ways: Sequence[Choice], of: str = of) -> Choice:
            """The way that is best where it may be looked at."""
            return max(ways, key=lambda w: f1([counted(c, w[1], of) for c in tuning]))

        base = {label: [counted(c, rules, of) for c in part] for label, part in sets.items()}
        print(f"| {of} F1 (P/R), difference | " + " | ".join(sets) + " |\n|" + "---|" * (len(sets) + 1), flush=True)
        print(row("rules", sets, rules, base, of), flush=True)
        ways = chosen_names(of, rules, best) if of in variants.SLOTS else chosen(rules, best)
        for name, (threshold, way) in ways:
            print(row(f"{name} (at {threshold})", sets, way, base, of), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

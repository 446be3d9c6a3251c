"""How well claims and articles are put into incidents, and how the linker grows with its input.

    python -m reportedly.evaluate.linking_bench gold                    gold claims of corpora/gold, labels taken off
    python -m reportedly.evaluate.linking_bench gva [--incidents 500]   SemEval-2018 task 5 articles, all mixed
    python -m reportedly.evaluate.linking_bench scale [--claims 10000]  generated claims with known truth

B-cubed, MUC, CEAF-e and their mean (CoNLL). ``gva`` stands beside two baselines: the words of the articles (`lemma`:
cosine of TF-IDF over cut words), and the place most often named with the day of publication (`place+time`). Sets
outside the repository are left out with a line that says so.
"""

import argparse
import gzip
import json
import math
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from reportedly.evaluate.generated import planted
from reportedly.evaluate.gold import read_gold, reading
from reportedly.findings.across import weigh
from reportedly.incidents import link
from reportedly.lineage.geo import finest
from reportedly.model import Reading, Report

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
Pairs = Sequence[tuple[Hashable, Hashable]]
"""Gold label and system label of every item."""


class Agreement(NamedTuple):
    """Precision, recall and F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def _groups(labels: Sequence[Hashable]) -> dict[Hashable, set[int]]:
    out: dict[Hashable, set[int]] = defaultdict(set)
    for i, label in enumerate(labels):
        out[label].add(i)
    return out


def b_cubed(pairs: Pairs) -> Agreement:
    """Mean over the items of the share of their cluster that belongs with them (Bagga and Baldwin 1998)."""
    gold, system = _groups([g for g, _ in pairs]), _groups([s for _, s in pairs])
    shared = [len(gold[g] & system[s]) for g, s in pairs]
    return Agreement(
        sum(n / len(system[s]) for n, (_, s) in zip(shared, pairs, strict=True)) / len(pairs),
        sum(n / len(gold[g]) for n, (g, _) in zip(shared, pairs, strict=True)) / len(pairs),
    )


def _links(key: dict[Hashable, set[int]], other: Sequence[Hashable]) -> float:
    kept = sum(len(group) - len({other[i] for i in group}) for group in key.values())
    return kept / (sum(len(group) - 1 for group in key.values()) or 1)


def muc(pairs: Pairs) -> Agreement:
    """Links that would have to be added or cut (Vilain et al. 1995)."""
    gold, system = [g for g, _ in pairs], [s for _, s in pairs]
    return Agreement(_links(_groups(system), gold), _links(_groups(gold), system))


def ceaf_e(pairs: Pairs) -> Agreement:
    """Best one-to-one match of clusters by their Dice overlap (Luo 2005), matched greedily by falling overlap."""
    gold, system = _groups([g for g, _ in pairs]), _groups([s for _, s in pairs])
    overlap = Counter(pairs)
    scored = sorted(
        ((2 * n / (len(gold[g]) + len(system[s])), str(g), str(s)) for (g, s), n in overlap.items()), reverse=True
    )
    used: set[tuple[int, str]] = set()
    total = 0.0
    for value, g, s in scored:
        if (0, g) not in used and (1, s) not in used:
            used |= {(0, g), (1, s)}
            total += value
    return Agreement(total / len(system), total / len(gold))


def conll(pairs: Pairs) -> float:
    return (muc(pairs).f1 + b_cubed(pairs).f1 + ceaf_e(pairs).f1) / 3


def show(name: str, pairs: Pairs, seconds: float | None = None) -> None:
    b = b_cubed(pairs)
    took = f"  {seconds:6.1f} s" if seconds is not None else ""
    print(
        f"{name:12} B3 P {b.precision:.3f} R {b.recall:.3f} F1 {b.f1:.3f}  MUC {muc(pairs).f1:.3f}"
        f"  CEAFe {ceaf_e(pairs).f1:.3f}  CoNLL {conll(pairs):.3f}{took}"
    )


def gold_pairs(folder: Path) -> Pairs:
    """Gold and linked labels of the gold claims that carry one; the labels are taken off before linking."""
    annotated = read_gold(folder)
    bare = [bare(reading(g)) for g in annotated.values()]
    linked = {f"{r.report.id}#{c.id}": c.incident for r in link(bare) for c in r.claims}
    labels = {
        f"{r.report.id}#{c.id}": c.incident
        for g in annotated.values()
        for r in [reading(g)]
        for c in r.claims
        if c.incident
    }
    return [(label, linked[ref] or ref) for ref, label in labels.items()]


def bare(r: Reading) -> Reading:
    return msgspec.structs.replace(r, claims=tuple(msgspec.structs.replace(c, incident=None) for c in r.claims))


def _articles(path: Path, incidents: int) -> Iterator[tuple[str, Report]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for n, line in enumerate(file):
            if n >= incidents:
                return
            row: dict[str, Any] = json.loads(line)
            for doc in row["docs"]:
                text = f"{doc['title']}\n\n{doc['content']}"[:20000]
                name = f"{row['incident']}-{doc['id'][:12]}"
                yield row["incident"], Report(id=name, published=doc["dct"] or None, language="en", text=text)


def _main_incident(r: Reading) -> str:
    """The incident that most claims of an article are about; its own name if none."""
    votes = Counter(c.incident for c in r.claims if c.incident)
    return max(sorted(votes), key=votes.__getitem__) if votes else r.report.id


_WORD = re.compile(r"[a-z]{3,}")


def _vectors(reports: Sequence[Report]) -> list[dict[str, float]]:
    bags = [Counter(w[:6] for w in _WORD.findall(r.text.lower())) for r in reports]
    seen = Counter(w for bag in bags for w in bag)
    out = []
    for bag in bags:
        rare = {w: n for w, n in bag.items() if seen[w] < len(bags) / 10}
        v = {w: (1 + math.log(n)) * math.log(len(bags) / seen[w]) for w, n in rare.items()}
        norm = math.sqrt(sum(x * x for x in v.values())) or 1.0
        out.append({w: x / norm for w, x in v.items()})
    return out


def _joined(n: int, edges: Iterator[tuple[int, int]]) -> list[int]:
    home = list(range(n))

    def root(i: int) -> int:
        while home[i] != i:
            home[i] = home[home[i]]
            i = home[i]
        return i

    for i, j in edges:
        home[max(root(i), root(j))] = min(root(i), root(j))
    return [root(i) for i in range(n)]


def lemma_baseline(reports: Sequence[Report], threshold: float = 0.4) -> list[int]:
    """Articles whose words are alike: single linkage over the cosine of TF-IDF."""
    vectors = _vectors(reports)
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)

    def edges() -> Iterator[tuple[int, int]]:
        for i, v in enumerate(vectors):
            scores: dict[int, float] = defaultdict(float)
            for w, x in v.items():
                for j, y in index[w]:
                    scores[j] += x * y
                index[w].append((i, x))
            yield from ((i, j) for j, s in scores.items() if s >= threshold)

    return _joined(len(reports), edges())


def place_time_baseline(readings: Sequence[Reading]) -> list[str]:
    """The place most often named and the day of publication."""
    out = []
    for r in readings:
        names = Counter(p.name for c in r.claims if (p := finest(c.places)) is not None and p.name)
        place = max(sorted(n for n in names if n), key=lambda n: names[n]) if names else r.report.id
        out.append(f"{place}/{(r.report.published or '')[:10]}")
    return out


def gva(incidents: int) -> None:
    from reportedly import pipeline

    path = SHARED / "data" / "gva_incidents.jsonl.gz"
    if not path.exists():
        print("gva: the set is not here, left out")
        return
    labels, reports = zip(*_articles(path, incidents), strict=True)
    start = time.perf_counter()
    readings = [pipeline.read(r) for r in reports]
    read = time.perf_counter()
    linked = [_main_incident(r) for r in link(readings)]
    done = time.perf_counter()
    print(
        f"{len(reports)} articles of {incidents} incidents, read in {read - start:.0f} s, linked in {done - read:.1f} s"
    )
    show("linked", list(zip(labels, linked, strict=True)))
    show("lemma", list(zip(labels, lemma_baseline(reports), strict=True)))
    show("place+time", list(zip(labels, place_time_baseline(readings), strict=True)))


class Clock:
    """Time since the last lap, by the wall and by the processor: on a machine that others use the two differ."""

    def __init__(self) -> None:
        self._wall, self._own = time.perf_counter(), time.process_time()

    def lap(self) -> str:
        wall, own = time.perf_counter() - self._wall, time.process_time() - self._own
        self._wall, self._own = time.perf_counter(), time.process_time()
        return f"{wall:.1f} s ({own:.1f} s of processor time)"


def scale(claims: int) -> None:
    readings, truth = planted(claims)
    total = sum(len(r.claims) for r in readings)
    clock = Clock()
    linked = link(readings)
    linking = clock.lap()
    found = weigh(linked)
    weighing = clock.lap()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{total} claims in {len(readings)} reports, {memory:.2f} GB")
    print(f"linked in {linking}, weighed in {weighing}")
    labels = {f"{r.report.id}#{c.id}": c.incident for r in linked for c in r.claims}
    show("planted", [(truth.incidents[ref], labels[ref] or ref) for ref in truth.incidents])
    by_claim: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for f in found:
        for ref in f.claims:
            by_claim[ref].append((f.kind, frozenset(f.claims)))
    given = Counter(f.kind for f in found)
    for kind, planted_sets in truth.findings.items():
        hit = sum(
            any(k == kind and len(c & s) * 2 >= len(c | s) for ref in s for k, c in by_claim[ref]) for s in planted_sets
        )
        print(f"  {kind:20} {hit} of {len(planted_sets)} planted found, {given[kind]} given")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("gold", "gva", "scale"))
    parser.add_argument("--incidents", type=int, default=500)
    parser.add_argument("--claims", type=int, default=10_000)
    a = parser.parse_args(argv)
    if a.what == "gold":
        show("gold claims", gold_pairs(ROOT / "corpora" / "gold"))
    elif a.what == "gva":
        gva(a.incidents)
    else:
        scale(a.claims)
    return 0


if __name__ == "__main__":
    sys.exit(main())

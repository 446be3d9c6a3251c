"""The scorers on the gold itself, on small cases, and, where it is at hand, against the published reference scorer."""

import copy
import dataclasses
import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportedly.evaluate.finding_scores import FindingScores, score_across, score_findings
from reportedly.evaluate.gold import read_gold, read_incidents, reading
from reportedly.evaluate.scoring import score

ROOT = Path(__file__).parents[2]
GOLD_DIR = ROOT / "corpora" / "gold"
REFERENCE = ROOT.parent / "shared" / "gold"
GOLD = read_gold(GOLD_DIR)
BOOT = 40

Json = dict[str, Any]


def perturbed(gold: dict[str, Any], seed: int) -> dict[str, Json]:
    """A made-up system: the gold with claims lost, doubled, shifted, and slots changed."""
    rng = random.Random(seed)
    system = copy.deepcopy(dict(gold))
    for key in list(system):
        if rng.random() < 0.03:
            del system[key]
            continue
        claims = [c for c in system[key]["claims"] if rng.random() > 0.15]
        claims += [copy.deepcopy(c) for c in claims if rng.random() < 0.08]
        for number, claim in enumerate(claims):
            _perturb(claim, rng)
            claim["id"] = f"c{number + 1}"
        rng.shuffle(claims)
        system[key]["claims"] = claims
        ids = [c["id"] for c in claims]
        for finding in system[key]["findings"]:
            if rng.random() < 0.3 and ids:
                finding["claims"] = rng.sample(ids, k=min(len(ids), rng.randint(1, 3)))
            if rng.random() < 0.1:
                finding["kind"] = "withheld"
    return system


def _perturb(claim: Json, rng: random.Random) -> None:
    claim["start"] = max(0, claim["start"] + rng.randint(-20, 20))
    claim["end"] = claim["start"] + max(1, claim["end"] - claim["start"] + rng.randint(-30, 30))
    for field, values in (("event", ["strike", "damage", None]), ("polarity", ["denied"]), ("certainty", ["possible"])):
        if rng.random() < 0.1:
            claim[field] = rng.choice(values)
    for field in ("sources", "weapons", "places", "quantities"):
        if rng.random() < 0.15:
            claim[field] = claim[field][1:] if rng.random() < 0.7 else claim[field] * 2
    for field in ("time", "actor", "target", "comparison"):
        if rng.random() < 0.1:
            claim[field] = None
    for place in claim["places"]:
        if rng.random() < 0.1:
            place.update(lat=0.0, lon=0.0, name="Elsewhere")
    if rng.random() < 0.2:
        claim["incident"] = rng.choice([None, "one", "two"])


@pytest.fixture(scope="module")
def reference() -> tuple[ModuleType, ModuleType]:
    if not (REFERENCE / "score.py").exists():
        pytest.skip("the reference scorers (../shared/gold) are not here")
    modules = []
    for name in ("score", "score_findings"):
        spec = importlib.util.spec_from_file_location(name, REFERENCE / f"{name}.py")
        assert spec and spec.loader
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
        modules.append(sys.modules.pop(name) if name == "score_findings" else sys.modules[name])
    sys.modules.pop("score")
    return modules[0], modules[1]


def test_gold_against_itself_is_perfect() -> None:
    for figures in (scores := score(GOLD, GOLD, boot=0)).languages.values():
        assert {f.f1 for f in figures.metrics.values()} <= {1.0, None}
    assert scores.overall.evidence_iou == 1.0
    assert not scores.missing and not scores.extra


def test_findings_of_gold_against_itself_are_perfect() -> None:
    scores = score_findings(GOLD, GOLD, boot=0)
    assert (scores.recall, scores.precision) == (1.0, 1.0)


def test_gold_decodes_into_the_records() -> None:
    claims = [claim for item in GOLD.values() for claim in reading(item).claims]
    assert len(claims) == sum(len(item["claims"]) for item in GOLD.values())


def test_evidence_is_where_the_offsets_say() -> None:
    for item in GOLD.values():
        for claim in item["claims"]:
            assert item["report"]["text"][claim["start"] : claim["end"]] == claim["evidence"]


def test_incidents_name_only_claims_that_exist() -> None:
    known = {f"{i}#{c['id']}" for i, item in GOLD.items() for c in item["claims"]}
    incidents = read_incidents(GOLD_DIR)
    assert incidents
    assert {ref for i in incidents.values() for f in i["findings"] for ref in f["claims"]} <= known
    assert {r for i in incidents.values() for r in i["reports"]} <= set(GOLD)


@pytest.mark.parametrize("greedy", [False, True])
@pytest.mark.parametrize("seed", [1, 2])
def test_claim_figures_equal_the_reference(reference: tuple[ModuleType, ModuleType], seed: int, greedy: bool) -> None:
    system = perturbed(GOLD, seed)
    ours = score(GOLD, system, boot=BOOT, greedy=greedy)
    theirs = reference[0].score(GOLD, system, boot=BOOT, greedy=greedy)
    for mine, other in [
        (ours.overall, theirs["overall"]),
        *((ours.languages[k], v) for k, v in theirs["languages"].items()),
    ]:
        for name, figure in mine.metrics.items():
            expected = other[name]
            for key in ("p", "r", "f1", "tp", "fp", "fn", "n", "all_f1"):
                assert getattr(figure, key) == expected.get(key), (name, key)
            assert (list(figure.ci95) if figure.ci95 else None) == expected.get("ci95"), name
        assert mine.evidence_iou == other["evidence_iou"]
        assert mine.pairs == other["_n"]["pairs"]
    assert {i: [list(p) for p in pairs] for i, pairs in ours.pairs.items()} == theirs["pairs"]


def _reference_findings(module: ModuleType, counters: list[Any]) -> dict[str, Any]:
    recall, precision, table, kinds = module.rates(counters)
    rng = random.Random(1)
    drawn = [module.rates(rng.choices(counters, k=len(counters)))[:2] for _ in range(BOOT)]
    ci = [
        tuple(sys.modules["score"].percentile([d[k] for d in drawn if d[k] is not None], q) for q in (0.025, 0.975))
        for k in (0, 1)
    ]
    columns = ("want", "found", "given", "right")
    return {
        "recall": recall,
        "precision": precision,
        "recall_ci95": ci[0],
        "precision_ci95": ci[1],
        "kinds": {k: {c: table[k, c] for c in columns} for k in kinds},
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_finding_figures_equal_the_reference(
    reference: tuple[ModuleType, ModuleType], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "score", reference[0])
    system = perturbed(GOLD, seed)
    expected = _reference_findings(reference[1], reference[1].tally(reference[1].report_groups(GOLD, system)))
    assert dataclasses.asdict(score_findings(GOLD, system, boot=BOOT)) == expected


def test_findings_across_equal_the_reference(
    reference: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "score", reference[0])
    incidents = read_incidents(GOLD_DIR)
    assert incidents
    system = perturbed(GOLD, 3)
    findings = [json.loads(json.dumps(f)) for i in incidents.values() for f in i["findings"]][::2]
    ours: FindingScores = score_across(GOLD, system, findings, incidents, boot=BOOT)
    counters = reference[1].across_counters(GOLD, system, findings, incidents)
    recall, precision, *_ = reference[1].rates(counters)
    assert (ours.recall, ours.precision) == (recall, precision)

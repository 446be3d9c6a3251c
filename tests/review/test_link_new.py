"""What comes in is linked with what lies near it, as if everything were linked anew."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import pipeline
from reportedly.evaluate.generated import planted
from reportedly.ledger import Incoming, Ledger, Step, open_ledger
from reportedly.model import Reading
from reportedly.review import link_new, relink, state


def put(ledger: Ledger, readings: Iterable[Reading]) -> None:
    ledger.add_all([Incoming(report=r.report, raw=r.report.text.encode(), reading=r, own_id=True) for r in readings])


def grouped(labels: Iterable[tuple[str, str | None]]) -> set[frozenset[str]]:
    """The claims that go together, whatever the label."""
    groups = defaultdict(set)
    for ref, label in labels:
        groups[label].add(ref)
    return {frozenset(group) for label, group in groups.items() if label}


def incidents(ledger: Ledger) -> set[frozenset[str]]:
    return grouped(ledger.labels().items())


def findings(ledger: Ledger) -> set[tuple[str, tuple[str, ...]]]:
    return {(f.kind, f.claims) for f in ledger.findings_across().values()}


@pytest.mark.parametrize("last", range(1, 7))
def test_the_last_report_as_if_all_came_at_once(tmp_path: Path, last: int) -> None:
    readings, _ = planted(400)
    late = readings[-last]
    others = [r for r in readings if r is not late]
    with open_ledger(tmp_path / "by-and-by.db") as ledger, open_ledger(tmp_path / "at-once.db") as whole:
        put(ledger, others)
        relink(ledger)
        put(ledger, [late])
        link_new(ledger, few=0)
        put(whole, [*others, late])
        relink(whole)
        assert incidents(ledger) == incidents(whole)
        assert findings(ledger) == findings(whole)
        assert ledger.verify() == ()


@given(st.permutations(planted(36, bare=0.5)[0]))
@settings(max_examples=10, deadline=None)
def test_one_by_one_in_any_order_as_if_all_came_at_once(order: list[Reading]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        for reading in order:
            put(ledger, [reading])
            link_new(ledger, few=0)
        linked = pipeline.link(order)
        assert incidents(ledger) == grouped((f"{r.report.id}#{c.id}", c.incident) for r in linked for c in r.claims)
        assert findings(ledger) == {(f.kind, f.claims) for f in pipeline.weigh(linked)}


def test_what_names_neither_day_nor_place_goes_with_the_words_that_it_repeats(tmp_path: Path) -> None:
    readings, truth = planted(400, bare=0.2)
    bare = [r for r in readings if not any(c.places or c.time for c in r.claims)]
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, [r for r in readings if r not in bare])
        relink(ledger)
        for reading in bare:
            put(ledger, [reading])
            link_new(ledger, few=0)
        labels = ledger.labels()
        for reading in bare:
            told = truth.incidents[f"{reading.report.id}#c1"]
            beside = {labels[ref] for ref, name in truth.incidents.items() if name == told}
            assert beside == {labels[f"{reading.report.id}#c1"]}


def test_a_large_incident_gets_claims_and_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.incidents.extending.MOST", 2)
    readings, _ = planted(400)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, readings[:-1])
        relink(ledger)
        before = ledger.labels()
        put(ledger, readings[-1:])
        link_new(ledger, few=0)
        after = ledger.labels()
        late = {f"{readings[-1].report.id}#{c.id}" for c in readings[-1].claims}
        assert {ref: label for ref, label in after.items() if ref not in late} == before
        assert {after[ref] for ref in late} <= set(before.values())


def test_the_findings_of_a_large_incident_do_not_heap_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.incidents.extending.MOST", 2)
    first = planted(36)[0][0]
    reports = [msgspec.structs.replace(first.report, id=f"r{n}", publisher=f"Outlet {n}") for n in range(12)]
    copies = [msgspec.structs.replace(first, report=report) for report in reports]
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, copies[:8])
        relink(ledger)
        before = findings(ledger)
        for copy in copies[8:]:
            put(ledger, [copy])
            link_new(ledger, few=0)
        assert before and findings(ledger) == before
        assert len(incidents(ledger)) == 1


def test_a_claim_of_a_person_is_linked_as_if_it_came_with_all_others(tmp_path: Path) -> None:
    readings, _ = planted(400)
    near = readings[-1].claims[0]
    fields = {"event": near.event, "places": msgspec.to_builtins(near.places), "time": msgspec.to_builtins(near.time)}
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, readings[:-2])
        relink(ledger)
        own = state(ledger, by="editor", source="A neighbour", quote="It burnt until the morning.", claim=fields)
        assert ledger.linking.since() == (Step((own.id,)),)
        link_new(ledger, few=0)
        put(ledger, readings[-2:])
        link_new(ledger, few=0)
        joined = ledger.labels()[f"{own.id}#c1"]
        told, found = incidents(ledger), findings(ledger)
        relink(ledger)
        assert (told, found) == (incidents(ledger), findings(ledger))
        assert joined == ledger.labels()[f"{own.id}#c1"]


def test_what_lies_far_is_not_looked_at(tmp_path: Path) -> None:
    readings, truth = planted(400)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, readings[:-1])
        relink(ledger)
        about = {f"{readings[-1].report.id}#{c.id}" for c in readings[-1].claims}
        near = ledger.linking.near(readings[-1:], about, most=5)
        assert len(near) == 5
        assert truth.incidents[f"{near[0]}#c1"] == truth.incidents[f"{readings[-1].report.id}#c1"]


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    readings, _ = planted(60)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        put(ledger, readings)
        relink(ledger)
        before = ledger.latest()
        assert link_new(ledger, few=0).labels == 0 and ledger.latest() == before

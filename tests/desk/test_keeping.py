"""What is kept in memory is what the ledger says, whatever happened in between."""

from typing import Any

from fastapi.testclient import TestClient
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.desk.keeping import Keeper
from reportedly.desk.session import fill, passing_ledger
from reportedly.desk.weighing import across
from reportedly.ledger import Ledger
from reportedly.model import Reading
from reportedly.review import decide, relink, reread, reviewed, take

from .conftest import put


def same(keeper: Keeper, ledger: Ledger) -> None:
    latest = ledger.latest()
    kept = {r.report.id: r for r in keeper.readings(latest.seq if latest else 0)}
    assert kept == {r.report.id: r for r in ledger.readings()}


def test_it_follows_reports_revisions_rereadings_labels_decisions_and_erasures(readings: Any) -> None:
    with passing_ledger() as ledger:
        keeper = Keeper(ledger)
        same(keeper, ledger)
        fill(ledger, readings[:3], pipeline.references())
        same(keeper, ledger)
        first = replace(readings[0].report, id="a", url="https://example.org/a", text="Three were hurt.")
        put(ledger, Reading(report=first))
        same(keeper, ledger)
        put(ledger, Reading(report=replace(first, id="b", text="Five were hurt.")))
        same(keeper, ledger)
        relink(ledger)
        same(keeper, ledger)
        subject = next(f"{r.report.id}#{c.id}" for r in ledger.readings() for c in r.claims)
        decide(ledger, "correct", subject, by="x", value={"certainty": "possible"}, reason="y")
        same(keeper, ledger)

        def otherwise(report: Any) -> Reading:
            reading = pipeline.read(report)
            return replace(reading, claims=reading.claims[1:])

        for proposal in reread(ledger, otherwise, "2"):
            take(ledger, proposal, by="x")
        same(keeper, ledger)
        ledger.erase("b", "asked for")
        same(keeper, ledger)
        assert len(keeper.readings(ledger.latest().seq)) == 3  # type: ignore[union-attr]


def test_only_what_people_touched_is_weighed_anew(desk: TestClient, ledger: Ledger) -> None:
    before = tuple(ledger.readings())
    recorded = tuple(ledger.findings_across().values())
    assert across(recorded, before, before) == recorded
    subject = recorded[0].claims[0]
    without = tuple(replace(r, claims=tuple(c for c in r.claims if f"{r.report.id}#{c.id}" != subject)) for r in before)
    anew = across(recorded, before, without)
    assert not any(subject in f.claims for f in anew)


def test_weighing_in_part_finds_what_weighing_all_finds(fresh: tuple[TestClient, Ledger]) -> None:
    _, ledger = fresh
    before = tuple(ledger.readings())
    subject = next(f"{r.report.id}#{c.id}" for r in before for c in r.claims if c.quantities and c.incident)
    decide(ledger, "reject", subject, by="x", reason="y")
    found = reviewed(ledger)
    counting = tuple(
        replace(r, claims=tuple(c for c in r.claims if f"{r.report.id}#{c.id}" not in found.hidden))
        for r in found.readings
    )
    part = across(ledger.findings_across().values(), before, counting)
    assert {(f.kind, f.claims) for f in part} == {(f.kind, f.claims) for f in pipeline.weigh(counting)}

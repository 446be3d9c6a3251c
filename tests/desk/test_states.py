"""What is shown while reports come in: at once where that is quick, else a little later; decisions always at once."""

import threading
import time
from typing import Any

import pytest
from fastapi.testclient import TestClient

from reportedly import pipeline
from reportedly.desk import states
from reportedly.desk.queries import Shelf
from reportedly.desk.session import passing_ledger
from reportedly.desk.states import State
from reportedly.ledger import Ledger
from reportedly.model import Reading, Report
from reportedly.publish.reviewed import published
from reportedly.review import decide

from .conftest import put


def report(number: int) -> Reading:
    return Reading(report=Report(id=f"r{number}", text=f"Report {number}.", publisher="A"))


def wait(shown: Any) -> None:
    for _ in range(500):
        if shown():
            return
        time.sleep(0.01)
    raise AssertionError("the next state is never shown")


def test_a_small_ledger_is_shown_as_it_is() -> None:
    with passing_ledger() as ledger:
        shelf = Shelf(ledger, pipeline.references())
        for number in range(3):
            put(ledger, report(number))
            assert len(shelf.reports()) == number + 1 and shelf.seq == shelf.last


def test_where_it_is_dear_the_state_before_is_shown_until_the_next_one_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "QUICK", 0.0)
    with passing_ledger() as ledger:
        put(ledger, report(0))
        shelf = Shelf(ledger, pipeline.references())
        assert len(shelf.reports()) == 1
        put(ledger, report(1))
        before = shelf.seq
        assert len(shelf.reports()) in (1, 2)
        wait(lambda: len(shelf.reports()) == 2)
        assert shelf.seq == shelf.last > before


def test_what_people_decide_is_shown_at_once_and_lets_nothing_out(
    fresh: tuple[TestClient, Ledger], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(states, "QUICK", 0.0)
    desk, ledger = fresh
    shown = [item["ref"] for item in desk.get("/api/v1/claims").json()["items"]]
    assert shown
    put(ledger, report(7))
    decide(ledger, "hide", shown[0], by="x", reason="asked for")
    assert shown[0] not in [item["ref"] for item in desk.get("/api/v1/claims").json()["items"]]
    items = desk.get("/api/v1/claims").json()["items"]
    assert {item["ref"] for item in items} == {p.ref for p in published(ledger).passed}


def test_an_embargo_that_ends_lets_out_without_anything_being_added(
    fresh: tuple[TestClient, Ledger], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, ledger = fresh
    shelf = Shelf(ledger, pipeline.references())
    whole = shelf.gated()
    assert shelf.gated() is whole, "kept while nothing can change it"
    shelf._states.now().put("gated", (whole, "2020-01-01T00:00:00+00:00"))
    assert shelf.gated() is not whole and shelf.gated() == whole


def test_a_value_is_made_once_however_many_ask() -> None:
    state, made, gate = State(1), [], threading.Event()

    def make() -> int:
        made.append(1)
        gate.wait(1)
        return 7

    threads = [threading.Thread(target=state.once, args=("key", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    gate.set()
    for thread in threads:
        thread.join()
    assert made == [1] and state.once("key", make) == 7

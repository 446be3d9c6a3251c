"""Coding on pages: blind until all are done, then agreement, then somebody else settles what differs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly import pipeline
from reportedly.desk import application
from reportedly.desk.addresses import slug
from reportedly.desk.coding import CODEBOOK
from reportedly.desk.people import Store
from reportedly.desk.queries import Shelf
from reportedly.desk.session import fill, passing_ledger
from reportedly.ledger import Ledger
from reportedly.model import Reading
from reportedly.review import coding

from .conftest import BASE


@pytest.fixture
def ledger(readings: tuple[Reading, ...]) -> Iterator[Ledger]:
    with passing_ledger() as found:
        fill(found, readings[2:4], pipeline.references())
        yield found


def desk_of(ledger: Ledger, person: str) -> TestClient:
    return TestClient(application(ledger, pipeline.references(), person=person), base_url=BASE, follow_redirects=False)


def post(desk: TestClient, path: str, **fields: str) -> int:
    token = desk.get("/coding").text.partition('name="token" value="')[2].partition('"')[0]
    return desk.post(path, data={"token": token, **fields}).status_code


def codes(**other: str) -> dict[str, str]:
    said = {"event": "strike", "polarity": "affirmed", "certainty": "certain", "target_kind": "facility", **other}
    return {f"code-{name}": value for name, value in said.items()}


def test_two_code_blindly_then_a_third_settles(ledger: Ledger) -> None:
    shelf = Shelf(ledger, pipeline.references())
    incident = shelf.record(shelf.incidents(1)[0].label)
    assert incident is not None
    one, two, chief = (desk_of(ledger, name) for name in ("olena", "ihor", "chief"))
    assert post(chief, "/coding/assign", incident=slug(incident.id), coders="olena, ihor") == 303
    subject = incident.claims[0]
    page = one.get("/coding").text
    assert f"{len(incident.claims)} claims wait for you" in page and f'value="{slug(subject)}"' in page

    assert post(one, "/coding/code", subject=slug(subject), **codes()) == 303
    assert "<td>strike</td>" not in two.get("/coding").text, "nobody sees another's codes before all are done"
    assert "<td>strike</td>" not in chief.get("/coding").text
    assert post(two, "/coding/code", subject=slug(subject), **codes(event="fire")) == 303
    assert coding.waiting(ledger, CODEBOOK.version, "olena")[1] == 1

    page = chief.get("/coding").text
    assert "<td>strike</td>" in page and "<td>fire</td>" in page
    assert post(one, "/coding/settle", subject=slug(subject), reason="mine", **codes()) == 400, "not by a coder"
    assert post(chief, "/coding/settle", subject=slug(subject), **codes()) == 400, "not without a reason"
    assert post(chief, "/coding/settle", subject=slug(subject), reason="the text says so", **codes()) == 303
    assert coding.adjudicated(ledger, CODEBOOK.version)[subject].values["event"] == "strike"
    assert "<td>fire</td>" not in chief.get("/coding").text


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/coding/assign", {"incident": "nope", "coders": "a, b"}),
        ("/coding/assign", {"coders": "a"}),
        ("/coding/code", {"subject": "nope", **codes()}),
        ("/coding/code", {"subject": "~!!!", **codes(event="party")}),
        ("/coding/settle", {"subject": "nope", "reason": "x", **codes()}),
    ],
)
def test_what_makes_no_sense_is_refused(ledger: Ledger, path: str, fields: dict[str, str]) -> None:
    assert post(desk_of(ledger, "a"), path, **fields) == 400
    assert not ledger.decisions()


def test_a_search_is_kept_with_its_conditions_and_dropped(ledger: Ledger, tmp_path: Path) -> None:
    app = application(ledger, pipeline.references(), store=Store(tmp_path / "desk.db"))
    desk = TestClient(app, base_url=BASE, follow_redirects=False)
    page = desk.get("/search?event=strike&q=plant").text
    assert 'action="/searches?q=plant&amp;event=strike"' in page and "/api/v1/claims.atom?q=plant" in page
    token = page.partition('name="token" value="')[2].partition('"')[0]
    kept = desk.post("/searches?event=strike&country=RU", data={"token": token, "title": "Strikes <in> Russia"})
    assert kept.headers["location"] == "/search?event=strike&country=RU"
    listed = desk.get("/search").text
    assert 'href="/search?event=strike&amp;country=RU"><bdi>Strikes &lt;in&gt; Russia' in listed
    for query, title in (("", "x"), ("?event=strike", " "), ("?event=party", "x"), ("?event=strike", "x" * 200)):
        assert desk.post(f"/searches{query}", data={"token": token, "title": title}).status_code in (400, 422)
    id = listed.partition('name="id" value="')[2].partition('"')[0]
    assert desk.post("/searches/drop", data={"token": token, "id": id}).status_code == 303
    assert "Strikes" not in desk.get("/search").text
    assert desk.post("/searches/drop", data={"token": token, "id": id}).status_code == 400


def test_sources_that_bring_nothing_are_shown_today(ledger: Ledger) -> None:
    state = '{"name":"The <Paper>","kind":"feed","silent":60.0,"since":"2025-01-01T00:00:00Z","problem":"timed out"}'
    ledger.remember("feed https://example.org", state)
    page = desk_of(ledger, "a").get("/").text
    assert "Silent sources" in page and "The &lt;Paper&gt;" in page and "timed out" in page

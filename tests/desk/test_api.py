"""The API: the same queries, the gate in front, cursors, its own description, and the examples of its page."""

import csv
import io
import json
import re
import shlex
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportedly import pipeline
from reportedly.ledger import Ledger
from reportedly.publish.incidents import PublishedIncident
from reportedly.publish.outgoing import Outgoing
from reportedly.publish.reviewed import published
from reportedly.review import decide

from .conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
LISTS = ("claims", "incidents", "reports", "findings", "sources")


def test_the_public_view_has_what_has_passed_the_gate_and_nothing_else(desk: TestClient, ledger: Ledger) -> None:
    gated = published(ledger)
    items = desk.get("/api/v1/claims", params={"limit": 500}).json()["items"]
    assert {item["ref"] for item in items} == {p.ref for p in gated.passed} and items
    assert not any("quote" in item or "text" in item for item in items)
    for name in LISTS:
        text = desk.get(f"/api/v1/{name}", params={"limit": 500}).text
        for held in gated.held:
            assert f'"{held.ref}"' not in text, (name, held.ref)


def test_no_words_of_reports_and_no_masked_names_are_public(desk: TestClient, ledger: Ledger) -> None:
    texts = [sentence for r in ledger.reports() for sentence in re.split(r"[.\n]", r.text) if len(sentence) > 40]
    for path in (*LISTS, "claims.csv", "claims.geojson"):
        answer = desk.get(f"/api/v1/{path}").text
        assert not [t for t in texts if t.strip() in answer], path


def test_what_is_held_cannot_be_asked_out_of_the_public_view(desk: TestClient, ledger: Ledger) -> None:
    words = {w for r in ledger.reports() for w in re.findall(r"\w{9,}", r.text)}
    shown = desk.get("/api/v1/claims", params={"limit": 500}).text.casefold()
    for word in sorted(words)[:60]:
        found = desk.get("/api/v1/search", params={"q": word}).json()["items"]
        assert bool(found) <= (word.casefold() in shown), word
    for name in ("side", "incident", "unknown"):
        assert desk.get("/api/v1/claims", params={name: "1"}).status_code == 422


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("view", ["public", "desk"])
def test_pages_put_together_are_the_whole_list(desk: TestClient, name: str, view: str) -> None:
    params: dict[str, Any] = {"view": view, "limit": 500}
    whole = desk.get(f"/api/v1/{name}", params=params).json()
    parts, cursor = [], ""
    while cursor is not None:
        page = desk.get(f"/api/v1/{name}", params={"view": view, "limit": 3, "cursor": cursor}).json()
        assert len(page["items"]) <= 3
        parts += page["items"]
        cursor = page["next"]
    assert parts == whole["items"] and whole["next"] is None


def test_a_cursor_holds_the_ledger_still(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    params = {"view": "desk", "limit": 2}
    first = desk.get("/api/v1/incidents", params={"view": "desk", "limit": 1}).json()
    before = desk.get("/api/v1/claims", params={**params, "limit": 500}).json()["items"]
    page = desk.get("/api/v1/claims", params=params).json()
    report = before[0]["ref"].partition("#")[0]
    ledger.erase(next(r.id for r in ledger.reports() if r.id != report), "asked for")
    after = desk.get("/api/v1/claims", params={**params, "limit": 500, "cursor": page["next"]})
    assert after.status_code == 200 and after.json()["entry"] == page["entry"] == first["entry"]


@pytest.mark.parametrize("cursor", ["x", "!!!", "MC4w", "OTk5OTk5LjA", "LTEuMA", "a" * 64])
def test_a_cursor_that_nobody_gave_is_refused(desk: TestClient, cursor: str) -> None:
    assert desk.get("/api/v1/claims", params={"cursor": cursor}).status_code == 422


def test_changes_tell_of_erasures(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    seen = desk.get("/api/v1/changes").json()["next"]
    name = next(iter(ledger.reports())).id
    ledger.erase(name, "asked for")
    found = desk.get("/api/v1/changes", params={"since": seen}).json()["items"]
    assert "erasure" in [change["kind"] for change in found]


def test_a_finding_is_public_once_it_is_signed_off_and_its_claims_have_passed(desk: TestClient, ledger: Ledger) -> None:
    from reportedly.review.judging import signature

    out = {p.ref for p in published(ledger).passed}
    finding = next(f for f in ledger.findings() if out.issuperset(f.claims))
    assert desk.get("/api/v1/findings").json()["items"] == []
    made = decide(ledger, "accept", f"finding:{signature(finding)}", by="x", finding=finding)
    items = desk.get("/api/v1/findings").json()["items"]
    then = ledger.latest()
    decide(ledger, "undo", f"decision:{made.id}", by="x")
    assert then and not desk.get("/api/v1/findings", params={"at": then.seq}).json()["items"], "nor of the state before"
    assert [item["kind"] for item in items] == [finding.kind] and "explanation" not in items[0]


def test_csv_and_geojson_are_what_they_say(desk: TestClient) -> None:
    answer = desk.get("/api/v1/claims.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.headers["content-type"].startswith("text/csv") and rows and "ref" in rows[0]
    found = desk.get("/api/v1/claims.geojson").json()
    assert found["type"] == "FeatureCollection"
    assert {f["geometry"]["type"] for f in found["features"] if f["geometry"]} == {"Point"}


def test_an_incident_is_the_same_record_in_the_api_and_in_every_export(desk: TestClient, ledger: Ledger) -> None:
    exported = {i.id: msgspec.to_builtins(i) for i in Outgoing(ledger, references=pipeline.references()).incidents}
    items = desk.get("/api/v1/incidents", params={"limit": 500}).json()["items"]
    assert exported and {item["id"]: item for item in items} == json.loads(json.dumps(exported))
    for id, record in exported.items():
        assert desk.get(f"/api/v1/incidents/{id}").json() == json.loads(json.dumps(record))
    schema = desk.get("/api/v1/openapi.json").json()["components"]["schemas"]["PublishedIncident"]
    assert set(schema["properties"]) == {field.encode_name for field in msgspec.structs.fields(PublishedIncident)}


def test_it_describes_itself(desk: TestClient) -> None:
    found = desk.get("/api/v1/openapi.json").json()
    assert {f"/api/v1/{name}" for name in (*LISTS, "search", "changes")} <= set(found["paths"])
    assert "Published" in found["components"]["schemas"] and found["openapi"].startswith("3.")
    refs = set(re.findall(r'"\$ref":"#/components/schemas/([^"]+)"', desk.get("/api/v1/openapi.json").text))
    assert refs <= set(found["components"]["schemas"])
    documented = set(re.findall(r"/api/v1/[\w.]+(?:/\{\w+\})*", PAGE)) - {"/api/v1/openapi.json"}
    assert set(found["paths"]) <= documented | {"/api/v1/reports/{report}"}


@pytest.mark.parametrize("line", re.findall(r"^curl .+$", PAGE, re.M))
def test_the_examples_of_the_page_work(desk: TestClient, line: str) -> None:
    said = shlex.split(line)
    parts = urlsplit(next(word for word in said if word.startswith("http")))
    assert parts.netloc == "127.0.0.1:8321"
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    headers = dict(said[n + 1].split(": ") for n, word in enumerate(said) if word == "-H")
    body = next((said[n + 1] for n, word in enumerate(said) if word == "--data-binary"), None)
    answer = desk.get(path, headers=headers) if body is None else desk.post(path, content=body, headers=headers)
    assert answer.status_code == 200, line
    if answer.headers["content-type"] == "application/json" and "items" in answer.json():
        assert answer.json()["items"], line


def test_a_feed_has_what_has_passed_and_meets_the_search(desk: TestClient, ledger: Ledger) -> None:
    import feedparser

    answer = desk.get("/api/v1/claims.atom", params={"event": "strike"})
    assert answer.headers["content-type"] == "application/atom+xml"
    found = feedparser.parse(answer.content)
    wanted = [p for p in published(ledger).passed if p.event == "strike"]
    assert not found.bozo and len(found.entries) == len(wanted) > 0
    assert desk.get("/api/v1/claims.atom", params={"side": "RU"}).status_code == 422


def test_a_text_that_was_seen_before_is_found_whole_or_in_part(desk: TestClient, ledger: Ledger) -> None:
    def seen(text: str) -> list[tuple[str, float]]:
        answer = desk.post("/api/v1/seen", content=text.encode(), headers={"Content-Type": "text/plain"})
        return [(item["report"], item["share"]) for item in answer.json()["items"]]

    wire = next(r for r in ledger.reports() if r.id == "wire")
    before = ledger.latest()
    assert seen(wire.text)[0] == ("wire", 1.0)
    part = wire.text[: len(wire.text) // 2] + " Nothing of this was written anywhere before, as far as is known here."
    assert "wire" in dict(seen(part)) and 0.15 < dict(seen(part))["wire"] < 1
    assert seen("An entirely different matter altogether, told nowhere.") == [] and seen("") == []
    assert ledger.latest() == before, "nothing of it is kept"
    assert desk.post("/api/v1/seen", content=b"x", headers={"Content-Type": "text/html"}).status_code == 415


ANY = st.text(max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from([*LISTS, "search", "changes", "claims.csv", "claims.geojson"]),
    params=st.dictionaries(
        st.sampled_from("q event place country source side from to limit cursor at view kind since".split()),
        ANY | st.integers().map(str) | st.sampled_from(["desk", "public", "strike", "2025-07-01"]),
        max_size=5,
    ),
)  # fmt: skip
@example(path="changes", params={"since": str(2**63 - 1)})
@example(path="changes", params={"since": str(2**63)})
@example(path="claims", params={"at": str(2**63)})
def test_no_request_makes_a_fault(desk: TestClient, path: str, params: dict[str, str]) -> None:
    params = {k: v.encode("utf-8", "replace").decode() for k, v in params.items()}
    assert desk.get(f"/api/v1/{path}", params=params).status_code in (200, 404, 422)

"""Files from the desk: the same formats, behind the same gate, and the sign-off of an incident."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from reportedly.ledger import Ledger
from reportedly.publish.exports import FORMATS
from reportedly.publish.reviewed import published
from reportedly.review import decide, reviewed

from .test_review import post

OF = {"of": "izhevsk-2025-07-01"}


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_a_file(desk: TestClient, format: str) -> None:
    answer = desk.get(f"/exports/{format}", params=OF)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(FORMATS[format].kind)
    assert answer.headers["content-disposition"] == f'attachment; filename="reportedly.{FORMATS[format].end}"'


def refs(desk: TestClient, **params: str) -> set[str]:
    data = desk.get("/exports/csv", params=params).content.decode("utf-8-sig")
    return {row["ref"] for row in csv.DictReader(io.StringIO(data))}


def test_a_file_has_what_the_view_has_as_far_as_it_passes(desk: TestClient, ledger: Ledger) -> None:
    passed = {claim.ref for claim in published(ledger).passed}
    assert refs(desk) == passed
    assert refs(desk, event="fire") == {c.ref for c in published(ledger).passed if c.event == "fire"}
    assert refs(desk, **OF) < passed | {""} and refs(desk, **OF)
    assert refs(desk, **OF, event="fire") == refs(desk, **OF) & refs(desk, event="fire")


def test_the_page_leads_to_every_file_and_says_what_is_held(desk: TestClient) -> None:
    text = desk.get("/exports", params={"event": "strike", "lang": "en"}).text
    for name in FORMATS:
        assert f'href="/exports/{name}?event=strike&amp;"' in text
    assert "target unknown" in text
    assert "/exports?of=izhevsk-2025-07-01" in desk.get("/incidents/izhevsk-2025-07-01").text
    assert "/exports?event=strike" in desk.get("/search", params={"event": "strike"}).text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/exports/exe", 404),
        ("/exports?of=nothing", 404),
        ("/exports/csv?of=nothing", 404),
        ("/exports/csv?of=..%2F..%2Fetc", 404),
        ("/exports/csv?event=bogus", 422),
    ],
)
def test_what_there_is_not(desk: TestClient, path: str, status: int) -> None:
    assert desk.get(path).status_code == status


def test_an_incident_is_signed_off_by_name(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    label = next(iter(ledger.labels().values()))
    back = f"/exports?of={label}"
    answer = post(desk, kind="sign_off", subject=f"incident:{label}", reason="read by two", back=back)
    assert answer.status_code == 303 and answer.headers["location"] == back
    ((made, _),) = ledger.decisions()
    assert (made.kind, made.subject, made.by, made.reason) == ("sign_off", f"incident:{label}", "editor", "read by two")
    assert reviewed(ledger).cleared
    ref = sorted(reviewed(ledger).cleared)[0]
    decide(ledger, "correct", ref, by="x", value={"polarity": "denied"}, reason="misread")
    assert "changed since" in desk.get("/exports", params={"of": label, "lang": "en"}).text
    assert post(desk, kind="sign_off", subject="incident:nothing").status_code == 400

"""Deciding: what needs a note, what can be taken back, what survives another reading."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.desk import addresses, application
from reportedly.desk.addresses import slug, source
from reportedly.ledger import Ledger
from reportedly.publish.reviewed import published
from reportedly.review import CodeNames, decide, reread, reviewed, take

from .conftest import BASE, IZHEVSK, client


def token(desk: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', desk.get("/review").text)
    assert found
    return found[1]


def post(desk: TestClient, *claims: str, subject: str = "", **fields: str) -> httpx.Response:
    """A form as the pages send it: ids are named in it as they are in addresses."""
    named = {f"claim:{slug(claim)}": "1" for claim in claims}
    data = {"token": token(desk), "back": "/review", "subject": slug(subject), **named, **fields}
    return desk.post("/review/decide", data=data)


def claim_of(ledger: Ledger, **wanted: Any) -> str:
    for reading in reviewed(ledger).readings:
        for claim in reading.claims:
            if all(getattr(claim, name) == value for name, value in wanted.items()):
                return f"{reading.report.id}#{claim.id}"
    raise AssertionError(wanted)


def test_the_queue_is_ordered_and_can_be_worked_through_without_scripts(desk: TestClient) -> None:
    page = desk.get("/review").text
    assert page.count('<form method="post" action="/review/decide"') > 10
    assert 'class="why"' in page and "count conflict" in page


def test_an_accepted_claim_leaves_the_queue_and_comes_back_when_that_is_undone(
    fresh: tuple[TestClient, Ledger],
) -> None:
    desk, ledger = fresh
    subject = claim_of(ledger, event="casualties")
    assert post(desk, kind="accept", subject=subject, reason="heard it").status_code == 303
    assert subject in reviewed(ledger).accepted
    made = reviewed(ledger).decisions[-1]
    assert post(desk, kind="undo", subject=f"decision:{made.id}").status_code == 303
    assert subject not in reviewed(ledger).accepted
    undo = reviewed(ledger).decisions[-1]
    assert post(desk, kind="undo", subject=f"decision:{undo.id}").status_code == 303
    assert subject in reviewed(ledger).accepted, "an undo can be undone"


def test_a_note_is_needed_where_sources_conflict(readings: Any) -> None:
    from reportedly import pipeline
    from reportedly.desk.session import fill, passing_ledger

    with passing_ledger() as ledger:
        fill(ledger, readings, pipeline.references())
        desk = client(ledger)
        subject = next(ref for f in ledger.findings_across().values() if f.relation == "conflict" for ref in f.claims)
        answer = post(desk, kind="accept", subject=subject)
        assert answer.status_code == 400 and "note is needed" in answer.text
        assert post(desk, kind="accept", subject=subject, reason="the later count").status_code == 303


def test_a_correction_shows_everywhere_and_survives_a_rereading(fresh: tuple[TestClient, Ledger]) -> None:
    from reportedly import pipeline

    desk, ledger = fresh
    subject = next(
        f"{r.report.id}#{c.id}" for r in ledger.readings() for c in r.claims for q in c.quantities[:1] if q.value
    )
    assert post(desk, kind="correct", subject=subject, figure0="77", reason="a slip").status_code == 303
    report, _, claim = subject.partition("#")
    assert re.search(r"<dd><bdi>77</bdi>", desk.get(f"/reports/{report}").text)
    assert 'class="state">corrected' in desk.get(f"/reports/{report}").text

    def renumbered(wanted: Any) -> Any:
        reading = pipeline.read(wanted)
        return replace(reading, claims=tuple(replace(c, id=f"n{c.id}", certainty="possible") for c in reading.claims))

    taken = [take(ledger, proposal, by="editor") for proposal in reread(ledger, renumbered, "2")]
    assert any(taken)
    assert re.search(r"<dd><bdi>77</bdi>", desk.get(f"/reports/{report}").text)
    assert f"n{claim}" in {c.id for c in ledger.reading(report).claims}  # type: ignore[union-attr]


def test_a_place_can_be_corrected_to_another_of_the_gazetteer(fresh: tuple[TestClient, Ledger]) -> None:
    from reportedly.gazetteer import open_gazetteer

    desk, ledger = fresh
    subject = next(f"{r.report.id}#{c.id}" for r in ledger.readings() for c in r.claims if c.places)
    report, _, claim = subject.partition("#")
    kyiv = open_gazetteer().lookup("Kyiv", "en")[0]
    page = desk.get(f"/review/claims/{report}/{claim}", params={"try0": "Kyiv"}).text
    assert f'value="{kyiv.geonameid}"' in page
    assert post(desk, kind="correct", subject=subject, place0=str(kyiv.geonameid), reason="x").status_code == 303
    corrected = next(c for r in reviewed(ledger).readings for c in r.claims if f"{r.report.id}#{c.id}" == subject)
    assert corrected.places[0].name == kyiv.name and corrected.places[0].geonameid == kyiv.geonameid


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "correct", "figure0": "many"},
        {"kind": "correct", "start": "yesterday", "end": "x"},
        {"kind": "correct", "event": "party"},
        {"kind": "correct", "place0": "99999999999"},
        {"kind": "correct"},
        {"kind": "reject"},
        {"kind": "crown"},
    ],
)
def test_a_decision_that_makes_no_sense_is_refused_and_not_recorded(
    fresh: tuple[TestClient, Ledger], fields: dict[str, str]
) -> None:
    desk, ledger = fresh
    subject = next(f"{r.report.id}#{c.id}" for r in ledger.readings() for c in r.claims if c.quantities and c.places)
    reason = {} if fields["kind"] == "reject" else {"reason": "x"}
    answer = post(desk, subject=subject, **reason, **fields)
    assert answer.status_code == 400 and not ledger.decisions()


def test_incidents_can_be_split_and_merged(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    incident = next(i for i in ledger.incidents() if len(i.claims) > 2)
    before = len(ledger.incidents())
    answer = post(desk, incident.claims[0], kind="split", subject=f"incident:{incident.id}", reason="two")
    assert answer.status_code == 303
    labels = {c.incident for r in reviewed(ledger).readings for c in r.claims if c.incident}
    assert len(labels) == before + 1
    assert desk.get("/incidents").text.count('class="what"') == before + 1


def test_people_put_claims_of_their_own_on_record(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    data = {
        "token": token(desk),
        "source": "source-1",
        "protected": "1",
        "quote": "Two were hurt.",
        "event": "casualties",
    }
    answer = desk.post("/review/state", data=data)
    assert answer.status_code == 303
    assert "Two were hurt." in desk.get(answer.headers["location"]).text
    assert ledger.people()[0].protected


def test_a_protected_source_gets_a_code_name_at_the_desk(fresh: tuple[TestClient, Ledger], tmp_path: Path) -> None:
    _, ledger = fresh
    codes = CodeNames(tmp_path / "names.json")
    app = application(ledger, pipeline.references(), codes=codes)
    desk = TestClient(app, base_url=BASE, follow_redirects=False)
    data = {"token": token(desk), "source": "Ivan Ivanenko", "protected": "1", "quote": "It burnt.", "event": "fire"}
    assert desk.post("/review/state", data=data).status_code == 303
    (made,) = ledger.people()
    assert codes.who(made.source) == "Ivan Ivanenko"
    assert "Ivanenko" not in desk.get("/review").text


def test_after_a_decision_one_is_back_on_the_desk_and_nowhere_else(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    subject = claim_of(ledger, event="casualties")
    for back in (
        "//evil.example/",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\n//x",
        "/a\r\nX: y",
    ):
        answer = post(desk, kind="accept", subject=subject, reason="x", back=back)
        assert answer.headers["location"].startswith("/review?said="), back
    assert post(desk, kind="accept", subject=subject, reason="x", back=IZHEVSK).headers["location"] == IZHEVSK


def test_decisions_from_the_command_line_are_taken_back_too(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    subject = claim_of(ledger, event="casualties")
    made = decide(ledger, "hide", subject, by="x", reason="y")
    assert slug(f"decision:{made.id}") in desk.get("/review/decisions").text
    decide(ledger, "undo", f"decision:{made.id}", by="x")
    assert subject not in reviewed(ledger).hidden


def grade(desk: TestClient, name: str, **fields: str) -> httpx.Response:
    return post(desk, kind="grade", subject=f"source:{name}", **fields)


def test_a_source_is_graded_by_a_person_with_a_reason(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    name = "Alexander Brechalov"
    assert "<b>F</b>" in desk.get(source(name)).text
    assert "until a person sets it" in desk.get(addresses.grade(name)).text
    assert grade(desk, name, reliability="C").status_code == 400, "a note is needed"
    assert grade(desk, name, reliability="Z", reason="x").status_code == 400
    assert grade(desk, "somebody unknown", reliability="A", reason="x").status_code == 400
    assert grade(desk, name, reliability="C", reason="tolls held up").status_code == 303
    for path in (source(name), addresses.grade(name)):
        assert "<b>C</b>" in desk.get(path).text
    assert "tolls held up" in desk.get("/grades").text and "Alexander Brechalov" in desk.get("/grades").text
    assert grade(desk, name, reliability="D", reason="one did not").status_code == 303
    (last, first) = desk.get("/api/v1/grades").json()["items"]
    assert (last["reliability"], last["in_force"], first["reliability"], first["in_force"]) == ("D", True, "C", False)
    undo = reviewed(ledger).decisions[-1].id
    assert post(desk, kind="undo", subject=f"decision:{undo}").status_code == 303
    assert "<b>C</b>" in desk.get(source(name)).text, "the one before stands again"


VERDICT = {"rating": "mostly true", "claim": "Three were hurt.", "url": "https://example.org/check"}


def test_a_verdict_is_given_on_a_claim_and_taken_back(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    subject = published(ledger).passed[0].ref
    assert post(desk, kind="verdict", subject=subject, **VERDICT).status_code == 400, "a note is needed"
    assert post(desk, kind="verdict", subject=subject, **{**VERDICT, "rating": "so so"}, reason="x").status_code == 400
    evil = {**VERDICT, "url": "javascript:alert(1)"}
    assert post(desk, kind="verdict", subject=subject, **evil, reason="x").status_code == 400
    assert post(desk, kind="verdict", subject=subject, **VERDICT, reason="asked the hospital").status_code == 303
    assert "asked the hospital" in desk.get("/verdicts").text
    assert desk.get("/api/v1/verdicts", params={"view": "desk"}).json()["items"][0]["subject"] == subject
    (public,) = desk.get("/api/v1/verdicts").json()["items"]
    assert (public["claims"], public["rating"], public["said"]) == ([subject], "mostly true", "Three were hurt.")
    made = reviewed(ledger).decisions[-1].id
    assert post(desk, kind="undo", subject=f"decision:{made}").status_code == 303
    assert desk.get("/api/v1/verdicts").json()["items"] == []
    assert "taken back" in desk.get("/verdicts").text


def test_a_verdict_on_an_incident_goes_out_when_nothing_of_it_is_held(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    label = next(c.incident for r in reviewed(ledger).readings for c in r.claims if c.incident)
    assert post(desk, kind="verdict", subject=f"incident:{label}", **VERDICT, reason="been there").status_code == 303
    page = desk.get(addresses.incident(label)).text
    assert "been there" in page and "mostly true" in page
    held = {h.ref for h in published(ledger).held}
    within = {f"{r.report.id}#{c.id}" for r in reviewed(ledger).readings for c in r.claims if c.incident == label}
    out = desk.get("/api/v1/verdicts").json()["items"]
    assert bool(out) is within.isdisjoint(held)
    for ref in within & held:
        decide(ledger, "hide", ref, by="x", reason="what is hidden is no part of what goes out")
    (verdict,) = desk.get("/api/v1/verdicts").json()["items"]
    assert set(verdict["claims"]) == within - held and verdict["incident"] not in (None, label)


def doubtful(ledger: Ledger) -> tuple[str, str]:
    """One incident put asunder, as a careless linker would: its reports under two labels."""
    told = [(f"{r.report.id}#{c.id}", c.incident) for r in reviewed(ledger).readings for c in r.claims if c.incident]
    label = max({i for _, i in told}, key=[i for _, i in told].count)
    reports = list(dict.fromkeys(ref.rpartition("#")[0] for ref, i in told if i == label))
    ledger.label({ref: "the-other" for ref, i in told if i == label and ref.startswith(f"{reports[-1]}#")})
    return label, "the-other"


def test_incidents_that_may_be_one_are_shown_with_reasons_and_merged(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    one, two = sorted(doubtful(ledger))
    page = desk.get("/review").text
    assert "perhaps one happening with" in page and "same place: " in page and 'class="reasons"' in page
    assert "возможно, это одно событие с" in desk.get("/review?lang=ru").text
    desk.get("/review?lang=en")
    merge = {"kind": "merge", "subject": f"incident:{one}", "with": slug(two), "reason": "one raid"}
    assert post(desk, **merge).status_code == 303
    assert {c.incident for r in reviewed(ledger).readings for c in r.claims} & {one, two} == {one}
    assert "perhaps one happening with" not in desk.get("/review").text


def test_who_says_why_they_are_two_is_not_asked_again(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    one, _ = sorted(doubtful(ledger))
    assert "perhaps one happening with" in desk.get("/review").text
    assert post(desk, kind="note", subject=f"incident:{one}", reason="two raids").status_code == 303
    assert "perhaps one happening with" not in desk.get("/review").text
    undo = reviewed(ledger).decisions[-1].id
    assert post(desk, kind="undo", subject=f"decision:{undo}").status_code == 303
    assert "perhaps one happening with" in desk.get("/review").text


def test_hints_of_the_queue_are_labels_and_not_placeholders(desk: TestClient) -> None:
    page = desk.get("/review").text
    assert "sources conflict: a note is needed</span>" in page and "why not</span>" in page
    assert re.findall(r'name="reason"[^>]*placeholder', page) == []

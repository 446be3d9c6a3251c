"""The pages: what they show, and that every link leads somewhere."""

import re

import pytest
from fastapi.testclient import TestClient
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.desk import addresses
from reportedly.desk.session import fill, passing_ledger
from reportedly.ledger import Incoming, Ledger
from reportedly.model import Reading, Report

from .conftest import IZHEVSK, client

ROOMS = (
    "/",
    "/incidents",
    "/reports",
    "/review",
    "/review/decisions",
    "/map",
    "/sources",
    "/records",
    "/gate",
    "/search",
)


@pytest.mark.parametrize("path", ROOMS)
def test_every_room_opens(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 200 and "</html>" in answer.text


def links(page: str) -> set[str]:
    read = re.sub(r'<form method="post"[^>]*>', "", page)  # what is written is tested elsewhere
    return {href.replace("&amp;", "&") for href in re.findall(r'(?:href|src|action)="([^"#?][^"]*)"', read)}


def test_every_inner_link_leads_to_a_page_and_to_a_place_on_it(desk: TestClient) -> None:
    seen: dict[str, str] = {}
    ahead = ["/"]
    while ahead:
        path = ahead.pop()
        if path in seen:
            continue
        answer = desk.get(path)
        assert answer.status_code == 200, path
        seen[path] = answer.text
        if "html" not in answer.headers["content-type"] or path.startswith(("/search?", "/map?")):
            continue
        for href in links(answer.text):
            assert href.startswith("/") and not href.startswith("//"), href
            ahead.append(href.partition("#")[0])
    assert len(seen) > 60
    for page in list(seen.values()):
        for href in links(page):
            target, _, anchor = href.partition("#")
            if anchor:
                assert f'id="{anchor}"' in seen[target], href


def test_lists_name_incidents_as_their_pages_do(desk: TestClient) -> None:
    for path in ("/", "/incidents"):
        titles = dict(re.findall(r'class="what" href="([^"]+)"><bdi>(.*?)</bdi>', desk.get(path).text))
        assert titles[IZHEVSK] == "Strike at Izhevsk"


def test_an_incident_shows_figures_with_their_sentences(desk: TestClient) -> None:
    page = desk.get(IZHEVSK).text
    assert "Strike at Izhevsk" in page and page.count("<svg") == 2
    for row in re.findall(r'<td class="number">(.*?)</td>', page):
        assert re.match(r'<a href="/reports/[\w.~-]+#r1c\d+">', row), row
    assert re.search(r"<dt[^>]*>low</dt><dd><a href=.*?>\d+</a>", page)
    for part in ("contradictions", "figures", "synopsis", "withheld", "legs", "cite"):
        assert f'id="{part}"' in page
    assert "Alexander Brechalov" in page


def test_the_cited_address_keeps_showing_what_it_showed(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    path = next(href for href in links(desk.get("/incidents").text) if href.startswith("/incidents/"))
    cited = re.search(rf'href="({path}\?at=\d+)"', desk.get(path).text)
    assert cited
    before = desk.get(cited[1]).text
    subject = next(f"{r.report.id}#{c.id}" for r in ledger.readings() for c in r.claims if c.incident)
    decide(desk, kind="reject", subject=subject, reason="misread")
    assert desk.get(cited[1]).text == before
    assert desk.get(path).text != before


def decide(desk: TestClient, **fields: str) -> None:
    from .test_review import post

    answer = post(desk, **fields)
    assert answer.status_code == 303, answer.text


def test_a_report_has_its_claims_beside_it_and_leads_to_its_incident(desk: TestClient) -> None:
    page = desk.get("/reports/wire").text
    assert page.count('class="gloss') == 10 and IZHEVSK in page
    assert "Ukrainian drones hit a defence plant" in page and 'class="citation"' in page
    assert "count conflict" in page or "contradictory accounts" in page


def test_a_claim_has_an_address_of_its_own(desk: TestClient) -> None:
    answer = desk.get("/claims/wire/c2")
    assert answer.status_code == 303 and re.fullmatch(r"/reports/wire#r1c\d+", answer.headers["location"])


def test_what_a_revision_changed_is_shown(fresh: tuple[TestClient, Ledger]) -> None:
    from .conftest import put

    desk, ledger = fresh
    first = next(iter(ledger.readings()))
    report = replace(first.report, id="first", url="https://example.org/1", text="Three were hurt.", sha256=None)
    put(ledger, Reading(report=report))
    name = put(ledger, Reading(report=replace(report, id="second", text="Five were hurt.")))
    page = desk.get(f"/reports/{name}").text
    assert "what changed" in page
    shown = desk.get(f"/reports/{name}/changes").text
    assert "<del>Three</del><ins>Five</ins> were hurt." in shown
    assert desk.get("/reports/first/changes").status_code == 404


def test_a_report_that_was_deleted_says_so(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    report = next(ledger.reports())
    gone = replace(report, text="", url="https://example.org/a")
    ledger.add(Incoming(report=replace(report, url=gone.url), raw=b"page", live=True))
    added = ledger.add(Incoming(report=gone, raw=b"404", reading=Reading(report=gone), live=True))
    assert "No longer at its address" in desk.get(addresses.report(str(added.id))).text
    assert "No longer at its address" not in desk.get(addresses.report(report.id)).text


def test_search_finds_inflected_words_and_english_names(desk: TestClient) -> None:
    assert "2 claims" in desk.get("/search", params={"q": "заводом"}).text
    assert "No claim" in desk.get("/search", params={"q": "zzzz"}).text
    page = desk.get(
        "/search", params={"event": "strike", "country": "RU", "from": "2025-07-01", "to": "2025-07-01"}
    ).text
    assert 'class="name"' in page and 'value="RU"' in page and "selected>strike" in page


def test_conditions_that_make_no_sense_are_refused(desk: TestClient) -> None:
    for params in ({"event": "party"}, {"country": "'; DROP"}, {"from": "yesterday"}, {"page": "0"}):
        assert desk.get("/search", params=params).status_code == 422


def test_a_source_page_counts_and_gives_no_verdict(desk: TestClient) -> None:
    page = desk.get(addresses.source("Alexander Brechalov")).text
    assert "quoted in" in page and "cannot be judged" in page
    assert desk.get(addresses.source("Nobody At All")).status_code == 404


def test_an_incident_names_the_wider_one_and_that_its_parts_though_other_reports_tell_them() -> None:
    told = {
        "force": "Russia launched 206 drones at Ukraine overnight, the air force said.",
        "town": "A drone hit a house in Kharkiv overnight, injuring two people.",
    }
    texts = (Report(id=id, text=text, language="en", published="2025-07-01T08:00") for id, text in told.items())
    with passing_ledger() as found:
        fill(found, tuple(map(pipeline.read, texts)), pipeline.references())
        desk = client(found)
        town, raid = sorted(set(re.findall(r'href="(/incidents/[^"/]+-2025-[^"/]+)"', desk.get("/incidents").text)))
        for one, other in ((town, raid), (raid, town)):
            assert f'href="{other}"' in desk.get(one).text.partition('<h1><bdi>')[0].rpartition("kicker")[2]


def test_what_reports_claim_of_records_is_answered(desk: TestClient) -> None:
    page = desk.get("/records").text
    assert "Asked of them" in page and "Not a record: 524 on" in page


def test_records_are_drawn_and_listed(desk: TestClient) -> None:
    page = desk.get("/records/ukraine").text
    assert "High marks only" in page and "<svg" in page and "337" in page


def test_the_gate_says_what_is_held_and_why(desk: TestClient, ledger: Ledger) -> None:
    from reportedly.publish.reviewed import published

    gated = published(ledger)
    page = desk.get("/gate").text
    assert f"{len(gated.passed)} claims may leave" in page and f"{len(gated.held)} claims are held" in page
    assert all(h.why in page for h in gated.held[:5])


def test_an_empty_ledger_has_pages_too() -> None:
    from reportedly.desk.session import passing_ledger

    from .conftest import client

    with passing_ledger() as ledger:
        desk = client(ledger)
        for path in ROOMS:
            assert desk.get(path).status_code == 200, path


@pytest.mark.parametrize(
    "id",
    ["wire", "a/b", "..", ".", "../../etc/passwd", "Верста", "a b", "", "~x", "x\n", "\ud800", "%2e%2e", "-x", "x."],
)
def test_an_id_becomes_one_harmless_segment_and_back(id: str) -> None:
    segment = addresses.slug(id)
    assert re.fullmatch(r"~?[A-Za-z0-9_.-]*", segment) and segment not in ("", ".", "..")
    assert addresses.unslug(segment) == id


def test_the_interface_speaks_the_language_asked_for(desk: TestClient) -> None:
    assert "Події" in desk.get("/?lang=uk").text and "Події" in desk.get("/").text
    desk.cookies.clear()
    assert "События" in desk.get("/", headers={"Accept-Language": "ru-RU,ru;q=0.9"}).text

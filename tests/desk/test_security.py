"""What the desk must never do, whatever is in a report or in a request."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from reportedly.desk import addresses
from reportedly.desk.security import HEADERS, MAP_POLICY, POLICY
from reportedly.desk.serving import refuse_open
from reportedly.desk.session import passing_ledger
from reportedly.ledger import Ledger
from reportedly.review.judging import signature

from .conftest import client, hostile, put
from .test_review import post, token
from .xss import STRINGS

MARK = "zqx"
"""A word in every hostile string, by which it is found again wherever it ended up."""


class Page(HTMLParser):
    """Where the mark stands in a page: in which tags, attributes and elements."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.raw: list[str] = []
        self.shown = 0
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if MARK in data:
            self.shown += 1
            if self._open in ("script", "style"):
                self.raw.append(data)


TAGS = frozenset(
    "html head meta title link script body a header nav form label span input main section article p h1 h2 h3 h4 ol ul "
    "li dl dt dd div details summary footer kbd svg g path circle text defs pattern table thead tbody tr th td q mark "
    "bdi b i small button select option textarea figure figcaption aside del ins code em".split()
)
OURS = frozenset({"href", "src", "action"})


@pytest.fixture(scope="module")
def attacked() -> Iterator[tuple[TestClient, Ledger]]:
    """A ledger in which every field that comes from outside is one of the strings."""
    with passing_ledger() as ledger:
        for number, evil in enumerate(STRINGS):
            put(ledger, hostile(evil.replace("alert", f"{MARK}alert", 1) if "alert" in evil else evil + MARK, number))
        yield client(ledger), ledger


def pages_of(ledger: Ledger) -> list[str]:
    found = ["/", "/review", "/review/decisions", "/gate", "/map", "/records"]
    found += [f"{room}?page={n}" for room in ("/incidents", "/reports", "/sources") for n in (1, 2, 3, 4)]
    for number, reading in enumerate(ledger.readings()):
        claim = reading.claims[0]
        found.append(addresses.report(reading.report.id))
        found.append(addresses.incident(claim.incident or ""))
        if number % 5:  # the lists above show all of them; these pages show nothing in another way
            continue
        found.append(addresses.source(claim.sources[0].name))
        found.append(f"/exports?of={addresses.slug(claim.incident or '')}")
        found.append(addresses.decide(f"{reading.report.id}#{claim.id}"))
        found += [addresses.finding(signature(finding)) for finding in reading.findings]
        found.append(addresses.search(q=reading.report.text[:180], source=claim.sources[0].name[:180]))
    return found


def test_hostile_text_is_text_on_every_page(attacked: tuple[TestClient, Ledger]) -> None:
    desk, ledger = attacked
    assert len(STRINGS) > 100
    shown = 0
    for path in pages_of(ledger):
        answer = desk.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        assert answer.headers["content-security-policy"] == (MAP_POLICY if path == "/map" else POLICY)
        page = Page(answer.text)
        assert page.tags <= TAGS, (path, page.tags - TAGS)
        assert not page.raw, path
        shown += page.shown
        for tag, name, value in page.attributes:
            assert not name.startswith("on") and name not in ("style", "srcdoc", "xlink:href", "formaction"), (
                tag,
                name,
            )
            if name in OURS:
                assert re.match(r"[/#?]", value) and not value.startswith("//"), (tag, name, value)
            if MARK in value:
                assert (tag, name) in {("input", "value"), ("a", "href")}, path  # what was searched for
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]", answer.text), path
    assert shown > 1_000


def test_every_answer_carries_the_headers(desk: TestClient) -> None:
    for path in (
        "/",
        "/static/desk.css",
        "/nope",
        "/api/v1/claims",
        "/api/v1/nope",
        "/search?event=x",
        "/claims/wire/c2",
    ):
        answer = desk.get(path)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, (path, name)
    assert "unsafe" not in POLICY + MAP_POLICY and POLICY.startswith("default-src 'none'")
    assert "worker-src 'none'" in POLICY and "blob:" not in MAP_POLICY
    assert "access-control-allow-origin" not in desk.get("/", headers={"Origin": "http://evil.example"}).headers


def test_no_page_has_anything_that_the_policy_would_have_to_allow(desk: TestClient) -> None:
    for path in ("/", "/incidents/izhevsk-2025-07-01", "/reports/wire", "/map", "/review", "/records/ukraine"):
        page = desk.get(path).text
        assert not re.search(r"<style|style=|<script(?! src=)|\son\w+=|javascript:|=[\"']?(?:https?:)?//", page), path


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8321", "", "[::2]:8321"]
)
def test_another_host_name_is_refused(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1:8321", "[::1]:8321", "LOCALHOST:8321"])
def test_loopback_names_are_served(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org", "", "8.8.8.8"])
def test_other_addresses_than_loopback_need_users_and_encryption(host: str) -> None:
    for log_in, encrypted in ((False, False), (True, False), (False, True)):
        with pytest.raises(ValueError, match="other addresses than loopback|not an address"):
            refuse_open(host, log_in=log_in, encrypted=encrypted)


def test_loopback_is_served_without_either() -> None:
    for host in ("127.0.0.1", "::1"):
        refuse_open(host, log_in=False, encrypted=False)
    refuse_open("192.168.1.5", log_in=True, encrypted=True)


def test_only_its_own_pages_can_change_anything(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    subject = next(f"{r.report.id}#{c.id}" for r in ledger.readings() for c in r.claims)
    data = {"token": token(desk), "kind": "accept", "subject": addresses.slug(subject), "reason": "x"}
    attempts = (
        {"data": data, "headers": {"Origin": "http://evil.example"}},
        {"data": data, "headers": {"Origin": "null"}},
        {"data": data, "headers": {"Origin": "http://127.0.0.1:9999"}},
        {"data": data, "headers": {"Sec-Fetch-Site": "cross-site"}},
        {"data": data, "headers": {"Sec-Fetch-Site": "same-site"}},
        {"data": {**data, "token": "guess"}},
        {"data": {**data, "token": ""}},
        {"json": data},
        {"content": b"x", "headers": {"Content-Type": "text/plain"}},
    )
    for attempt in attempts:
        assert desk.post("/review/decide", **attempt).status_code in (403, 415), attempt  # type: ignore[arg-type]
    for method in ("PUT", "DELETE", "PATCH"):
        assert desk.request(method, "/review/decide", data=data).status_code == 405
    assert desk.get("/review/decide", params=data).status_code in (404, 405)
    assert not ledger.decisions()
    assert desk.post("/review/decide", data=data, headers={"Origin": "http://127.0.0.1:8321"}).status_code == 303


def test_a_huge_or_endless_form_is_refused(fresh: tuple[TestClient, Ledger]) -> None:
    desk, _ = fresh
    assert desk.post("/review/decide", data={"token": "x" * 6_100_000}).status_code == 413
    assert desk.post("/review/decide", content=iter([b"token=x"])).status_code == 413  # type: ignore[arg-type]
    assert post(desk, **{f"f{n}": "x" for n in range(100)}).status_code == 400


PATHS = (
    "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/%2e%2e/app.py", "/static//etc/passwd",
    "/static/..\\app.py", "/static/desk.css/..", "/static/%00", "/reports/../../etc/passwd", "/reports/..%2f..%2fetc",
    "/reports/~", "/reports/~Li4vLi4vZXRjL3Bhc3N3ZA", "/reports/~!!!", "/reports/nope", "/incidents/nope",
    "/incidents/' OR 1=1 --", "/sources/nope", "/records/nope", "/records/..%2fukraine", "/claims/wire/nope",
    "/review/claims/wire/nope", "/api/v1/reports/nope", "/api/v1/incidents/nope", "/api/v1/claims/wire/nope", "/docs",
    "/redoc", "/openapi.json", "/.git/config", "/?at=99999999", "/incidents/izhevsk-2025-07-01?at=1",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_what_is_not_there_is_not_found(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404, answer.text[:200]
    assert "root:" not in answer.text and "def " not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize(
    "words", ['"', "' OR 1=1", '" OR ""="', "a* NEAR(b)", "-x", "(((", "x" * 200, "\x00", "%", "ё" * 90]
)
def test_any_words_can_be_searched_for(desk: TestClient, words: str) -> None:
    for path in ("/search", "/api/v1/claims", "/api/v1/search"):
        assert desk.get(path, params={"q": words, "view": "desk"}).status_code in (200, 422), path
        assert desk.get(path, params={"place": words, "source": words}).status_code in (200, 422), path

"""Fetching from real servers on loopback that misbehave: every failure is one clear line within its time."""

import gzip
import time
import zlib
from collections.abc import Iterator

import pytest

from reportedly.model import Report
from reportedly.reports import load
from reportedly.reports.fetch import fetch
from reportedly.reports.material import InputProblem, Limits, Unreadable

from .conftest import EN, RU
from .servers import Server, serve

LIMITS = Limits(seconds=1, download_bytes=1_000_000, allow_private=True)
OK = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture
def answering() -> Iterator[object]:
    """Starts servers and stops them after the test; gives their address."""
    running: list[Server] = []

    def start(*parts: bytes, pause: float = 0.0) -> str:
        running.append(serve(*parts, pause=pause))
        return f"http://127.0.0.1:{running[-1].port}/news/strike.html"

    yield start
    for server in running:
        server.close()


def _sized(body: bytes, head: bytes = b"") -> bytes:
    return OK + head + b"Content-Length: %d\r\n\r\n" % len(body) + body


BAD = [
    ("silent", [], 0.0, "could not be fetched"),
    ("nonsense", [b"nonsense\r\n\r\n"], 0.0, "could not be fetched"),
    ("truncated", [OK + b"Content-Length: 100\r\n\r\nhalf"], 0.0, "breaks off"),
    ("truncated-chunk", [OK + b"Transfer-Encoding: chunked\r\n\r\n64\r\nhalf"], 0.0, "breaks off"),
    ("said-too-large", [OK + b"Content-Length: 99000000\r\n\r\n"], 0.0, "99.0 MB, the limit is 1 MB"),
    ("too-large", [OK + b"\r\n" + b"x" * 2_000_000], 0.0, "more than 1 MB"),
    ("gzip-bomb", [_sized(gzip.compress(b"\0" * 50_000_000), b"Content-Encoding: gzip\r\n")], 0.0, "more than 1 MB"),
    ("not-gzip", [_sized(b"nonsense", b"Content-Encoding: gzip\r\n")], 0.0, "could not be fetched"),
    ("unknown-packing", [_sized(b"x", b"Content-Encoding: br\r\n")], 0.0, "packed in an unknown way (br)"),
    ("dripping-body", [OK + b"\r\n", *[b"x"] * 100], 0.1, "no whole answer within 1 seconds"),
    ("dripping-sized", [OK + b"Content-Length: 9000\r\n\r\n", *[b"x"] * 100], 0.1, "no whole answer within 1 seconds"),
    ("dripping-head", [OK, *[b"X-A: b\r\n"] * 100], 0.05, "no whole answer within 1 seconds"),
    ("many-headers", [OK, b"X-A: b\r\n" * 5_000, b"\r\n"], 0.0, "could not be fetched"),
    ("long-header", [OK, b"X-A: " + b"b" * 200_000 + b"\r\n\r\n"], 0.0, "could not be fetched"),
]


@pytest.mark.parametrize(("parts", "pause", "what"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_misbehaving_servers(answering, parts: list[bytes], pause: float, what: str) -> None:  # type: ignore[no-untyped-def]
    began = time.monotonic()
    with pytest.raises(Unreadable) as error:
        fetch(answering(*parts, pause=pause), LIMITS)
    assert what in str(error.value)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("pack", [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_answers(answering, pack) -> None:  # type: ignore[no-untyped-def]
    name, function = pack
    body = function(EN.encode() * 20)
    answer = fetch(answering(_sized(body, f"Content-Encoding: {name}\r\n".encode())), LIMITS)
    assert answer.body == EN.encode() * 20


def test_a_ratio_over_a_hundred_is_refused(answering) -> None:  # type: ignore[no-untyped-def]
    body = gzip.compress(b"\0" * 5_000_000)
    url = answering(_sized(body, b"Content-Encoding: gzip\r\n"))
    with pytest.raises(Unreadable, match="unpacks to more than 100 times its size"):
        fetch(url, Limits(seconds=2, allow_private=True))


@pytest.mark.parametrize("status", [b"429 Too Many Requests", b"500 Oops", b"503 Busy", b"404 Not Found"])
def test_statuses_are_named(answering, status: bytes) -> None:  # type: ignore[no-untyped-def]
    url = answering(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")
    (problem,) = load([url], limits=LIMITS)
    assert isinstance(problem, InputProblem)
    assert problem.line() == f"{url}: the server answered {status[:3].decode()}"


def test_conditional_requests(answering) -> None:  # type: ignore[no-untyped-def]
    url = answering(b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n")
    answer = fetch(url, LIMITS, headers={"If-None-Match": "x"})
    assert (answer.status, answer.headers["etag"]) == (304, "x")


def test_a_page_becomes_a_report(answering) -> None:  # type: ignore[no-untyped-def]
    page = f"<html><body><p>{RU}</p></body></html>".encode("cp1251")
    url = answering(_sized(page, b"Content-Type: text/html; charset=windows-1251\r\n"))
    (report,) = load([url], limits=LIMITS)
    assert isinstance(report, Report)
    assert (report.id, report.url, report.text) == ("strike.html", url, RU)


def test_a_wrong_charset_is_survived(answering) -> None:  # type: ignore[no-untyped-def]
    page = f"<html><body><p>{RU}</p></body></html>".encode()
    url = answering(_sized(page, b"Content-Type: text/html; charset=iso-8859-1\r\n"))
    (report,) = load([url], limits=LIMITS)
    assert isinstance(report, Report)
    assert report.text == RU

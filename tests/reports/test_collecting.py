"""The parts of collecting: what robots.txt says, when a source is asked again, politeness, Telegram by a stand-in."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.reports.collecting import robots, telegram
from reportedly.reports.collecting.client import Asked, Client, retry_after
from reportedly.reports.collecting.rounds import arrivals
from reportedly.reports.collecting.sources import Source, load, seconds
from reportedly.reports.collecting.standing import Mark, Page, Standing, all_of, back_off, of, stamp
from reportedly.reports.collecting.visit import Gone, Visit
from reportedly.reports.material import InputProblem, Intake, Limits, Unreadable

from .conftest import EN, RU
from .servers import Site, answer

NOW = datetime(2025, 7, 1, 12, tzinfo=UTC)
LIMITS = Limits(seconds=2, allow_private=True)
SOURCE = Source(name="paper", kind="feed", addresses=("http://example.org/rss",))


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.close()


ROBOTS = """
User-agent: *
Disallow: /

User-agent: Reportedly   # us
user-agent: another
Crawl-delay: 7
Disallow: /private
Allow: /private/news
Disallow: /*.pdf$
Disallow: /a*b*c
Disallow:
nonsense
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/news/1", True),
        ("/x.pdf", False),
        ("/x.pdf?y", True),
        ("/axbxc", False),
        ("/axbx", True),
        ("/x?a=/private", True),
    ],
)
def test_robots_txt(path: str, allowed: bool) -> None:
    rules = robots.parse(ROBOTS)
    assert (rules.allows(path), rules.delay) == (allowed, 7.0)


def test_robots_txt_for_everybody_and_for_nobody() -> None:
    assert not robots.parse("User-agent: *\nDisallow: /\n").allows("/a")
    assert robots.parse("User-agent: other\nDisallow: /\nCrawl-delay: x").allows("/a")
    assert robots.parse("User-agent: *\nDisallow: /a\nAllow: /a").allows("/a"), "of two as long the one that allows"
    assert robots.parse("User-agent: *\nCrawl-delay: 99999").delay == 60


@given(st.text(), st.text())
def test_no_robots_txt_raises(text: str, path: str) -> None:
    assert robots.parse(f"User-agent: *\nDisallow: {text}").allows(path) in (True, False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("120", 120.0),
        ("999999999", 86_400.0),
        ("Tue, 01 Jul 2025 12:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        (None, None),
    ],
)
def test_retry_after(text: str | None, wanted: float | None) -> None:
    assert retry_after(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [("90s", 90), ("5m", 300), ("2h", 7_200), ("7d", 604_800)])
def test_spans_of_time(text: str, wanted: float) -> None:
    assert seconds(text) == wanted


@pytest.mark.parametrize("text", ["", "5", "0m", "-1h", "5 m", "1.5h", 5, None])
def test_no_spans_of_time(text: object) -> None:
    with pytest.raises(Unreadable, match="no span of time"):
        seconds(text)


WRONG = [
    ("feed = 5", "one address in quotes"),
    ('feed = "ftp://a.example/"', "only http and https"),
    ('feed = "http://a.example/"\npages = "http://a.example/"', "needs one of"),
    ('name = "x"', "needs one of"),
    ("pages = []", "addresses in quotes"),
    ('pages = "http://a.example/"\narticles = true', "only with a feed"),
    ('feed = "http://a.example/"\nlanguage = "de"', "language 'de' is not read"),
    ('feed = "http://a.example/"\nname = 5', "name: a text in quotes"),
    ('telegram = "../../etc"', "no name of a public channel"),
    ('feed = "http://u:p@a.example/"', "user name"),
]


@pytest.mark.parametrize(("source", "what"), WRONG)
def test_a_wrong_source_costs_itself(tmp_path: Path, source: str, what: str) -> None:
    path = tmp_path / "SOURCES.toml"
    path.write_text(f'[[source]]\n{source}\n[[source]]\nfeed = "http://a.example/rss"\n')
    problem, sound = load(path)
    assert isinstance(problem, InputProblem) and what in problem.line() and "source 1" in problem.line()
    assert isinstance(sound, Source) and sound.name == "a.example"


def test_the_sample_is_sound() -> None:
    found = list(load(Path(__file__).parents[2] / "docs" / "how-to" / "SOURCES.toml"))
    kinds = [source.kind if isinstance(source, Source) else source.line() for source in found]
    assert kinds == ["feed", "feed", "pages", "preview", "telegram"]


def test_when_a_source_is_asked_again() -> None:
    standing = of(SOURCE, {}, NOW).well(NOW)
    assert standing.due(NOW, 0) and not standing.due(NOW, 300) and standing.due(NOW + timedelta(seconds=300), 300)
    failed = standing.failed("500", NOW).failed("500", NOW).failed("500", NOW)
    assert (failed.failures, failed.answered) == (3, stamp(NOW))
    assert not failed.due(NOW + timedelta(seconds=239), 60) and failed.due(NOW + timedelta(seconds=240), 60)
    waits = standing.failed("429", NOW, 3_600)
    assert not waits.due(NOW + timedelta(seconds=3_599), 0) and waits.due(NOW + timedelta(seconds=3_600), 0)
    assert waits.well(NOW).wait is None


@given(st.integers(1, 10**6))
def test_back_off_grows_and_ends(failures: int) -> None:
    assert 60 <= back_off(failures) <= back_off(failures + 1) <= 21_600


def test_a_page_is_looked_at_ever_less() -> None:
    page, looks = Page(first=stamp(NOW)), []
    for minute in range(0, 24 * 60, 5):
        now = NOW + timedelta(minutes=minute)
        if page.due(now):
            looks.append(minute)
            page = replace(page, asked=stamp(now))
    assert looks == [0, 10, 20, 40, 80, 160, 320, 640, 1_280]
    assert not page.over(NOW + timedelta(days=7)) and page.over(NOW + timedelta(days=7, seconds=1))


def test_a_memory_that_is_damaged_begins_anew() -> None:
    kept = msgspec.json.encode(of(SOURCE, {}, NOW).well(NOW)).decode()
    assert of(SOURCE, {SOURCE.key: kept}, NOW).answered == stamp(NOW)
    assert of(SOURCE, {SOURCE.key: "{"}, NOW) == of(SOURCE, {}, NOW)
    assert [one.name for one in all_of({"a": kept, "b": "[]"})] == ["paper"]


def test_a_mark_that_could_not_be_said_back_is_dropped(site: Site) -> None:
    page = f"<html><body><p>{EN}</p></body></html>".encode()
    site.pages["/a"] = answer(b"200 OK", page, b"ETag: \xff\xfe\r\nLast-Modified: yesterday\r\n")
    source = Source(name="s", kind="pages", addresses=(f"{site.address}/a",))
    *_, last = Visit(source, of(source, {}, NOW), Client(LIMITS, 0.001), planned=False).arrivals()
    assert isinstance(last, Standing)
    assert last.pages[f"{site.address}/a"].mark == Mark(modified="yesterday")


def test_a_host_that_asks_for_rest_gets_it_from_all(site: Site) -> None:
    client = Client(LIMITS, 0.001)
    site.pages["/a"] = answer(b"503 Busy", b"", b"Retry-After: 60\r\n")
    for path in ("/a", "/b", "/a"):
        with pytest.raises(Asked, match="the server answered 503") as error:
            client.get(site.address + path)
        assert 50 < error.value.seconds <= 60
    assert (site.asked("/a"), site.asked("/b"), site.asked("/robots.txt")) == (1, 0, 1)


def test_one_request_a_host_at_a_time_and_apart(site: Site) -> None:
    client, waits = Client(LIMITS, 0.5), []
    client.stopped = SimpleNamespace(wait=lambda left: waits.append(left) or False)  # type: ignore[assignment]
    threads = [threading.Thread(target=client.get, args=(f"{site.address}/{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits[0] == 0 and all(later > 0 for later in waits[1:]) and sum(waits) > 0.5 * 5
    assert site.asked("/robots.txt") == 1


def test_robots_txt_of_every_hop(site: Site) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /inside"
    site.pages["/a"] = answer(b"302 Found", b"", b"Location: /inside\r\n")
    with pytest.raises(Unreadable, match=r"robots\.txt does not allow it"):
        Client(LIMITS, 0.001).get(f"{site.address}/a")
    assert site.asked("/inside") == 0


def test_a_fault_at_one_source_does_not_cost_the_others() -> None:
    names = [replace(SOURCE, name=name) for name in ("a", "b", "c")]
    done = Standing(name="x", kind="feed", silent=1, since=stamp(NOW))

    def call(source: Source) -> Iterator[Any]:
        if source.name == "b":
            raise RuntimeError("broken")
        yield done

    found = list(arrivals(names, call, Client(LIMITS, 1)))
    assert sum(arrival is None for _, arrival in found) == 3 and sum(arrival is done for _, arrival in found) == 2
    (problem,) = [arrival for _, arrival in found if isinstance(arrival, InputProblem)]
    assert problem.line() == "b: a fault of ours (RuntimeError: broken)"


def test_a_page_cut_off_without_a_length_deletes_nothing(site: Site) -> None:
    post = '<div class="tgme_widget_message" data-post="shot/{}"><div class="tgme_widget_message_text">{}</div></div>'
    site.pages["/s/shot"] = ("<html>" + post.format(1, EN) + post.format(9, RU)[:60]).encode()
    source = Source(name="s", kind="preview", addresses=(f"{site.address}/s/shot",))
    (last,) = Visit(source, of(source, {}, NOW), Client(LIMITS, 0.001), planned=False).arrivals()
    assert isinstance(last, Standing) and last.problem == "the page breaks off"


class Client_:
    """In the place of Telethon's client; with its own, `test_telethon`."""

    def __init__(self, *messages: SimpleNamespace, error: Exception | None = None, known: bool = True) -> None:
        self._messages, self._error, self._known = messages, error, known

    async def is_user_authorized(self) -> bool:
        return self._known

    async def iter_messages(self, channel: str, limit: int) -> Any:
        assert (channel, limit) == ("shot_shot", 100)
        if self._error:
            raise self._error
        for message in self._messages:
            yield message


def message(number: int, text: str, **more: Any) -> SimpleNamespace:
    return SimpleNamespace(id=number, date=NOW, raw_text=text, sender_id=77, **more)


CHANNEL = Source(name="SHOT", kind="telegram", addresses=("shot_shot",))


def test_messages_through_a_client() -> None:
    forward = SimpleNamespace(chat=SimpleNamespace(title="Mash"), sender_id=5)
    client = Client_(
        message(12, RU, forward=forward), message(11, "", action=object()), message(9, EN), message(8, "123")
    )
    messages = asyncio.run(telegram.read(client, "shot_shot"))
    found = list(telegram.of(CHANNEL, messages, LIMITS))
    first, second = [item for item in found if isinstance(item, Intake)]
    assert (first.report.id, first.report.url) == ("shot_shot/12", "https://t.me/shot_shot/12")
    assert (first.report.publisher, first.report.forwarded_from) == ("telegram:shot_shot", "Mash")
    assert (first.report.published, second.report.text) == ("2025-07-01T12:00:00+00:00", EN)
    assert b"77" not in first.raw
    assert [item.url for item in found if isinstance(item, Gone)] == ["https://t.me/shot_shot/10"]
    assert [item.severity for item in found if isinstance(item, InputProblem)] == ["note"]


class FloodWaitError(Exception):
    seconds = 30


@pytest.mark.parametrize(
    ("client", "what"),
    [
        (Client_(known=False), "nobody is signed in"),
        (Client_(error=ValueError("No user has\n that name")), "Telegram: No user has that name"),
        (Client_(error=FloodWaitError("A wait of 30 seconds is required")), "Telegram: A wait of 30 seconds"),
    ],
)
def test_what_a_client_cannot_do(client: Client_, what: str) -> None:
    with pytest.raises(Unreadable, match=what) as error:
        asyncio.run(telegram.read(client, "shot_shot"))
    assert getattr(error.value, "seconds", None) in (None, 30)


def test_without_telethon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "telethon", None)
    account = telegram.Account(api_id=1, api_hash="x", session=tmp_path / "s")
    (last,) = telegram.arrivals(CHANNEL, of(CHANNEL, {}, NOW), account, LIMITS)
    assert isinstance(last, Standing) and "pip install 'reportedly[telegram]'" in str(last.problem)

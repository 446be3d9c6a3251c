"""Collecting from real servers on loopback that change, forget and misbehave: what is on record then, and said."""

import gzip
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from reportedly.ledger import open_ledger
from reportedly.reports.collecting.standing import Standing
from tests.reports.servers import Site, answer, serve

from .conftest import EN, Command

OTHER = "Three drones struck a plant in Izhevsk overnight, the governor said. Nobody was hurt in the attack."
THIRD = "A fire broke out at an oil depot near Kursk on Tuesday, officials said. Nobody was reported hurt there."


@pytest.fixture(autouse=True)
def surroundings(flow: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small flow; loopback is allowed, and nobody has to wait."""
    flow.VERSION = "1"
    flow.weigh = lambda readings: ()
    flow.link = lambda readings: tuple(
        replace(r, claims=tuple(replace(c, incident="i1") for c in r.claims)) for r in readings
    )
    flow.check = lambda reading, against=None: reading
    monkeypatch.setenv("REPORTEDLY_ALLOW_PRIVATE", "1")
    monkeypatch.setenv("REPORTEDLY_HOST_SECONDS", "0.001")
    monkeypatch.setenv("REPORTEDLY_FETCH_SECONDS", "2")


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.close()


def page(text: str, mark: str = "") -> bytes:
    return (
        '<html><head><title>Strike</title><meta property="article:published_time" content="2025-07-01T06:00:00Z">'
        f"</head><body><article><p>{text}</p></article><!-- {mark} --></body></html>"
    ).encode()


def feed(base: str, *entries: tuple[str, str]) -> bytes:
    items = "".join(
        f"<item><title>News</title><link>{base}/{name}</link><guid>{name}</guid><description>{text}</description>"
        "<pubDate>Tue, 01 Jul 2025 06:00:00 GMT</pubDate></item>"
        for name, text in entries
    )
    return f'<rss version="2.0"><channel><title>The paper</title>{items}</channel></rss>'.encode()


def preview(*posts: tuple[int, str], views: int = 1) -> bytes:
    shown = "".join(
        f'<div class="tgme_widget_message" data-post="shot/{number}"><div class="tgme_widget_message_text">{text}</div>'
        f'<span>{views}</span><a class="tgme_widget_message_date"><time datetime="2025-07-01T06:00:{number % 60:02d}'
        '+00:00"></time></a></div>'
        for number, text in posts
    )
    return f"<html><body>{shown}</body></html>".encode()


def written(tmp_path: Path, *sources: str) -> Path:
    path = tmp_path / "SOURCES.toml"
    path.write_text("\n".join(f"[[source]]\n{source}\n" for source in sources))
    return path


def texts(home: Path) -> list[str]:
    with open_ledger(home / "ledger.db", create=False) as ledger:
        assert ledger.verify() == ()
        return [report.text for report in ledger.reports(current=False)]


def test_a_feed_once_and_again(reportedly_: Command, site: Site, tmp_path: Path, home: Path) -> None:
    site.pages["/rss"] = feed(site.address, ("a", EN), ("b", THIRD))
    sources = written(tmp_path, f'feed = "{site.address}/rss"')
    assert reportedly_("collect", sources).err == "1 source asked: 2 new\n"
    assert reportedly_("collect", sources).err == "1 source asked: nothing\n"
    assert b"If-None-Match" in site.requests[-1]
    site.pages["/rss"] = feed(site.address, ("c", OTHER), ("a", EN), ("b", THIRD))
    assert reportedly_("collect", sources).err == "1 source asked: 1 new, 2 known\n"
    assert texts(home) == [EN, THIRD, OTHER]
    with open_ledger(home / "ledger.db") as ledger:
        first = next(ledger.reports())
        assert (first.publisher, first.url) == ("The paper", f"{site.address}/a")
        assert first.published == "2025-07-01T06:00:00+00:00"


def test_the_pages_of_a_feed(reportedly_: Command, site: Site, tmp_path: Path, home: Path) -> None:
    site.pages |= {"/a": page(EN), "/b": page(THIRD)}
    site.pages["/rss"] = feed(site.address, ("a?utm_source=rss", "In short."), ("b#top", "In short."))
    sources = written(tmp_path, f'feed = "{site.address}/rss"\narticles = true\npublisher = "Paper"')
    assert reportedly_("collect", sources).err == "1 source asked: 2 new\n"
    assert (site.asked("/a"), texts(home)) == (1, [EN, THIRD])
    site.pages["/a"] = page(EN, mark="another advertisement")
    assert reportedly_("collect", sources).err == "1 source asked: 1 known\n"
    site.pages["/a"] = page(OTHER)
    assert reportedly_("collect", sources).err == "1 source asked: 1 revision\n"
    del site.pages["/b"]
    assert reportedly_("collect", sources).err == "1 source asked: 1 deleted\n"
    assert reportedly_("collect", sources).err == "1 source asked: nothing\n"
    assert texts(home) == [EN, THIRD, OTHER, ""]
    with open_ledger(home / "ledger.db") as ledger:
        assert [r.publisher for r in ledger.reports()] == ["Paper", "Paper"]
        gone = list(ledger.reports())[-1]
        assert ledger.raw(str(gone.sha256)) == b"gone" and len(ledger.revisions(gone.id)) == 2
        assert {told.report for told in ledger.claims()} == {next(ledger.reports()).id}


def test_what_a_feed_says_of_a_page_that_is_watched_is_no_revision(
    reportedly_: Command, site: Site, tmp_path: Path, home: Path
) -> None:
    site.pages["/a"] = page(EN)
    sources = written(tmp_path, f'pages = "{site.address}/a"', f'name = "Feed"\nfeed = "{site.address}/rss"')
    reportedly_("collect", sources)
    for text in (OTHER, OTHER + " More.", OTHER + " And more."):
        site.pages["/rss"] = feed(site.address, ("a", text), ("b", THIRD))
        assert reportedly_("collect", sources).code == 0
    assert texts(home) == [EN, THIRD]


def test_a_page_in_a_wrong_charset_is_read_and_said_so(
    reportedly_: Command, site: Site, tmp_path: Path, home: Path
) -> None:
    text = "Беспилотники атаковали завод в Ижевске, сообщил глава региона. Пострадавших нет."
    body = page(text).decode().encode("cp1251")
    site.pages["/a"] = answer(b"200 OK", body, b"Content-Type: text/html; charset=utf-8\r\n")
    done = reportedly_("collect", written(tmp_path, f'name = "Region"\npages = "{site.address}/a"'))
    assert done.err == "reportedly: Region: note: encoding guessed: cp1251\n1 source asked: 1 new\n"
    assert texts(home) == [text]


def test_the_same_page_at_two_addresses_is_stored_once(reportedly_: Command, site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": page(EN), "/mobile/a": page(EN, mark="for small screens")}
    sources = written(tmp_path, f'pages = ["{site.address}/a", "{site.address}/mobile/a"]')
    assert reportedly_("collect", sources).err == "1 source asked: 1 new, 1 known\n"


def test_a_page_that_changes_and_goes_and_comes(reportedly_: Command, site: Site, tmp_path: Path, home: Path) -> None:
    sources = written(tmp_path, f'name = "Bulletin"\npages = "{site.address}/a"')
    for text in (EN, OTHER, EN):
        site.pages["/a"] = page(text)
        assert reportedly_("collect", sources).code == 0
    del site.pages["/a"]
    gone = reportedly_("collect", sources)
    assert gone.code == 2 and "1 deleted; 1 failed" in gone.err and "Bulletin: " in gone.err
    site.pages["/a"] = page(EN)
    back = reportedly_("collect", sources)
    assert back.err == "reportedly: Bulletin: note: answers again\n1 source asked: 1 revision\n"
    assert texts(home) == [EN, OTHER, EN, "", EN]


def test_a_preview_page(
    reportedly_: Command, site: Site, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = written(tmp_path, f'preview = "{site.address}/s/shot"')
    site.pages["/s/shot"] = preview((10, EN), (11, OTHER), (12, THIRD))
    off = reportedly_("collect", sources)
    assert off.code == 2 and "unless telegram_preview = true" in off.err and site.requests == []
    monkeypatch.setenv("REPORTEDLY_TELEGRAM_PREVIEW", "1")
    assert "1 source asked: 3 new" in reportedly_("collect", sources).err
    site.pages["/s/shot"] = preview((10, EN), (11, OTHER), (12, THIRD), views=900)
    assert reportedly_("collect", sources).err == "1 source asked: 3 known\n"
    site.pages["/s/shot"] = preview((10, EN), (12, THIRD + " Later more."), (13, EN + " Again."))
    assert reportedly_("collect", sources).err == "1 source asked: 1 new, 1 revision, 1 deleted, 1 known\n"
    with open_ledger(home / "ledger.db") as ledger:
        deleted = ledger.latest_at("https://t.me/shot/11")
        assert deleted is not None and (deleted.text, deleted.publisher) == ("", "telegram:shot")
        shown = json.loads(ledger.raw(str(deleted.sha256)) or b"")
        assert (shown["channel"], shown["posts"]) == ("shot", [10, 12, 13])  # and no words of these
        assert not any(EN.encode() in ledger.raw(str(r.sha256)) for r in ledger.reports(current=False) if r.text == "")


def test_posts_that_left_the_page_between_two_visits(
    reportedly_: Command, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTEDLY_TELEGRAM_PREVIEW", "1")
    sources = written(tmp_path, f'preview = "{site.address}/s/shot"')
    site.pages["/s/shot"] = preview((10, EN), (11, EN + " 11"))
    reportedly_("collect", sources)
    site.pages["/s/shot"] = preview((14, EN + " 14"), (15, EN + " 15"))
    site.pages["/s/shot?before=14"] = preview((12, EN + " 12"), (13, EN + " 13"))
    assert reportedly_("collect", sources).err == "1 source asked: 4 new\n"


BAD = {
    "down": (answer(b"500 Oops", b""), "the server answered 500"),
    "bomb": (answer(b"200 OK", gzip.compress(b"\0" * 9_000_000), b"Content-Encoding: gzip\r\n"), "100 times its size"),
    "cut": (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss>", "the answer breaks off"),
    "loop": (answer(b"302 Found", b"", b"Location: /loop\r\n"), "more than 5 redirects"),
    "nothing": (answer(b"200 OK", b"no feed at all"), "a feed without entries, or no feed"),
    "entities": (answer(b"200 OK", b'<!DOCTYPE r [<!ENTITY a "b">]><rss/>'), "declares XML entities"),
    "inside": (answer(b"302 Found", b"", b"Location: file:///etc/passwd\r\n"), "only http and https"),
}


def test_bad_sources_are_said_and_the_rest_goes_on(
    reportedly_: Command, site: Site, tmp_path: Path, home: Path
) -> None:
    slow = serve(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x"] * 50, pause=0.1)
    site.pages |= {f"/{name}": bytes_ for name, (bytes_, _) in BAD.items()}
    site.pages["/rss"] = feed(site.address, ("a", EN))
    wrong = ("page = 1", 'feed = "ftp://example.org/a"', 'feed = "http://a.example/"\nevery = "often"')
    sources = written(
        tmp_path,
        *(f'name = "{name}"\nfeed = "{site.address}/{name}"' for name in BAD),
        f'name = "slow"\nfeed = "http://127.0.0.1:{slow.port}/a"',
        *wrong,
        f'feed = "{site.address}/rss"',
    )
    done = reportedly_("collect", sources)
    slow.close()
    lines = done.err.splitlines()
    assert done.code == 2 and lines[-1] == f"{len(BAD) + 2} sources asked: 1 new; {len(BAD) + 1} failed"
    for name, (_, what) in BAD.items():
        assert [what in line for line in lines if line.startswith(f"reportedly: {name}: ")] == [True], name
    assert "reportedly: slow: no whole answer within 2 seconds" in lines
    assert sum("source 9: no such key: page" in line or "source 1" in line for line in lines) == 3
    assert texts(home) == [EN]
    states = {s["name"]: s for s in json.loads(reportedly_("status", "--format", "json").out)["sources"]}
    assert states["down"]["problem"] == "the server answered 500" and states["down"]["failures"] == 1
    assert "source       down (feed): fails (once, never answered): the server answered 500" in (
        reportedly_("status").out.decode()
    )


def test_a_server_that_wants_to_be_left_alone(reportedly_: Command, site: Site, tmp_path: Path) -> None:
    site.pages["/rss"] = answer(b"429 Too Many Requests", b"", b"Retry-After: 3600\r\n")
    sources = written(tmp_path, f'name = "a"\nfeed = "{site.address}/rss"', f'name = "b"\nfeed = "{site.address}/b"')
    first = reportedly_("collect", sources)
    assert first.code == 2 and "a: the server answered 429" in first.err
    asked = len(site.requests)
    again = reportedly_("collect", sources)
    assert "a: note: not asked before 2" in again.err and "as its server wishes" in again.err
    assert site.asked("/rss") == 1 and len(site.requests) >= asked


def test_robots_txt_is_kept_to(reportedly_: Command, site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /private\nAllow: /private/rss\n"
    site.pages |= {"/private/rss": feed(site.address, ("private/a", EN)), "/private/a": page(EN)}
    sources = written(tmp_path, f'feed = "{site.address}/private/rss"\narticles = true')
    done = reportedly_("collect", sources)
    assert done.code == 2 and "robots.txt does not allow it" in done.err
    assert (site.asked("/private/rss"), site.asked("/private/a")) == (1, 0)
    site.pages["/robots.txt"] = answer(b"500 Oops", b"")
    assert "robots.txt: the server answered 500" in reportedly_("collect", sources).err


def test_loopback_is_refused_unless_allowed(
    reportedly_: Command, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPORTEDLY_ALLOW_PRIVATE")
    done = reportedly_("collect", written(tmp_path, f'feed = "{site.address}/rss"'))
    assert done.code == 2 and "127.0.0.1 is no public address" in done.err and site.requests == []


def test_a_silent_source_is_said(reportedly_: Command, site: Site, tmp_path: Path, home: Path) -> None:
    site.pages["/rss"] = feed(site.address, ("a", EN))
    sources = written(tmp_path, f'name = "quiet"\nfeed = "{site.address}/rss"\nsilent = "1d"')
    assert "silent" not in reportedly_("collect", sources).err
    with open_ledger(home / "ledger.db") as ledger:
        ((key, state),) = ledger.sources().items()
        ledger.remember(key, state.replace('"news":"2', '"news":"1'))  # a thousand years ago
    assert "reportedly: quiet: note: silent: nothing new since 1" in reportedly_("collect", sources).err
    assert b"source       quiet (feed): silent: nothing new since 1" in reportedly_("status").out


def test_what_was_erased_stays_erased(reportedly_: Command, site: Site, tmp_path: Path, home: Path) -> None:
    site.pages["/a"] = page(EN)
    sources = written(tmp_path, f'pages = "{site.address}/a"')
    reportedly_("collect", sources)
    assert reportedly_("erase", "a", "--reason", "asked for").code == 0
    site.pages["/a"] = page(EN, mark="another counter")
    assert reportedly_("collect", sources).err == "1 source asked: 1 erased\n"
    assert texts(home) == []


def test_killed_in_between_nothing_is_lost(
    reportedly_: Command, site: Site, tmp_path: Path, home: Path, flow: SimpleNamespace
) -> None:
    site.pages |= {"/a": page(EN), "/b": page(THIRD), "/c": page(OTHER)}
    site.pages["/rss"] = feed(site.address, *((name, "In short.") for name in "abc"))
    sources = written(tmp_path, f'feed = "{site.address}/rss"\narticles = true')
    plain = flow.read

    def killed(report):  # type: ignore[no-untyped-def]
        if report.text == THIRD:
            raise KeyboardInterrupt
        return plain(report)

    flow.read = killed
    assert reportedly_("collect", sources).code == 130
    assert texts(home) == [EN]
    flow.read = plain
    assert "2 new" in reportedly_("collect", sources).err
    assert texts(home) == [EN, THIRD, OTHER]


def test_again_and_again(
    reportedly_: Command, site: Site, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each second is a minute here: the feed is asked every five, its failure is said once, and that it is over."""
    ticks: list[float] = []

    def later(standing: Standing, now: datetime, every: float) -> bool:
        return due(standing, now + timedelta(minutes=len(ticks)), every)

    def tick(seconds: float) -> None:
        ticks.append(seconds)
        if len(ticks) == 12:
            site.pages["/rss"] = feed(site.address, ("a", EN))
        if len(ticks) > 30:
            raise KeyboardInterrupt

    due = Standing.due
    monkeypatch.setattr(Standing, "due", later)
    monkeypatch.setattr("reportedly.cli.commands.collect.time", SimpleNamespace(sleep=tick))
    site.pages["/rss"] = answer(b"500 Oops", b"")
    done = reportedly_("collect", written(tmp_path, f'name = "s"\nfeed = "{site.address}/rss"'), "--every", "5m")
    assert done.code == 130 and done.err.splitlines() == [
        "reportedly: s: the server answered 500",
        "reportedly: s: note: answers again",
        "1 source asked: 1 new",
    ]
    assert texts(home) == [EN]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "no [[source]] in it"),
        ("[[source]", "not TOML"),
        ("a = 1\n[[source]]\nfeed = 'http://a.example'", "no such key: a"),
        ("source = 1", "no [[source]] in it"),
    ],
)
def test_a_file_that_is_none(reportedly_: Command, tmp_path: Path, content: str, what: str) -> None:
    path = tmp_path / "SOURCES.toml"
    path.write_text(content)
    done = reportedly_("collect", path)
    assert done.code == 2 and what in done.err and done.err.count("\n") == 1
    assert reportedly_("collect", tmp_path / "none.toml").code == 2
    assert "no span of time" in reportedly_("collect", path, "--every", "soon").err

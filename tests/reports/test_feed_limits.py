"""Feeds that mean harm: each is one clear line, within the limits of the process that parses them."""

import pytest

from reportedly.reports.formats import feed
from reportedly.reports.material import Unreadable

LOLS = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>'


@pytest.mark.parametrize(
    "data", [LOLS.encode(), OUTSIDE.encode(), LOLS.encode("utf-16"), LOLS.lower().encode("utf-16-be")]
)
def test_entities_are_refused_before_parsing(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", lambda *a, **k: pytest.fail("a parser saw it"))
    with pytest.raises(Unreadable, match="declares XML entities"):
        feed.parse(data)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", lambda *a, **k: pytest.fail("a parser saw it"))
    with pytest.raises(Unreadable, match="the limit for a feed is 10 MB"):
        feed.parse(b"x" * 10_000_001)


def test_processor_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "SECONDS", 1)
    monkeypatch.setattr(feed, "WALL_SECONDS", 120)
    slow = b"<rss><channel>" + b"<item><title>a &lt;b&gt; c</title></item>" * 150_000
    with pytest.raises(Unreadable, match="takes more than 1 seconds"):
        feed.parse(slow)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MEMORY", 64 * 2**20)
    with pytest.raises(Unreadable, match="64 MB to parse"):
        feed.parse(b"<rss><channel><item><title>" + b"x" * 9_000_000 + b"</title></item></channel></rss>")


def test_a_feed_that_the_parser_stumbles_over_is_damaged() -> None:
    """A link that is closed by another tag ends the parser with a ``KeyError``."""
    with pytest.raises(Unreadable, match="damaged feed"):
        feed.parse(b"<rss><channel><item><link>http://one.test</entry>\x01</link>")


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 100, b"<", b"<rss", b"http://127.0.0.1:9/feed", b"/etc/passwd", b"<a>" * 50_000]
)
def test_what_is_no_feed_has_no_entries(data: bytes) -> None:
    try:
        assert feed.parse(data).entries == ()
    except Unreadable as error:
        assert len(str(error).splitlines()) == 1

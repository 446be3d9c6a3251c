"""The process in which a feed is parsed: bytes on standard input, our records as JSON on standard output."""

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.reports.formats.feed import Feed


def main(seconds: int, memory: int) -> None:
    """Parse with at most so many seconds of processor time and bytes of address space."""
    data = sys.stdin.buffer.read()
    import msgspec

    parsed(b"")  # what it needs is loaded while there is room

    _bound(seconds, memory)
    sys.stdout.buffer.write(msgspec.json.encode(parsed(data)))


def parsed(data: bytes) -> "Feed":
    """The feed in some bytes, without any bound: for the process above."""
    import feedparser

    from reportedly.reports.formats.feed import as_feed

    return as_feed(feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False))


def _bound(seconds: int, memory: int) -> None:
    """Limits that the operating system holds; where it has none (Windows), the caller's time-out remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

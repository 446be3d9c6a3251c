"""RSS and Atom: each entry with words is a report. The parser runs in a process of its own with little room.

``feedparser`` opens local files and addresses that its input names; it gets bytes only, and no network library of
ours. Entities declared in the document are refused before any parser sees them.
"""

import io
import re
from hashlib import sha256
from typing import Any

import msgspec

from reportedly.model import Report
from reportedly.reports import limited
from reportedly.reports.material import Draft, Drafts, Material, Unreadable

SECONDS = 2
"""Processor time that a feed may take."""
WALL_SECONDS = 10
MEMORY = 256 * 2**20
"""Address space that a feed may take, in bytes."""
_BYTES = 10_000_000
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_ENTITY_16 = re.compile(rb"<\0!\0\s?\0?E\0N\0T\0I\0T\0Y|\0<\0!\0E\0N\0T\0I\0T\0Y", re.IGNORECASE)


class Entry(msgspec.Struct, frozen=True):
    """One entry of a feed, as plain words."""

    id: str | None = None
    link: str | None = None
    title: str | None = None
    published: str | None = None
    html: str = ""


class Feed(msgspec.Struct, frozen=True):
    """A feed: who publishes it, and its entries in order."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()


def read(material: Material) -> Drafts:
    """The entries of a feed. ``sha256`` is that of the entry's own fields."""
    feed = parse(material.data)
    if not feed.entries:
        raise Unreadable("a feed without entries, or no feed")
    for number, entry in enumerate(feed.entries, 1):
        text = words(entry)
        if not text:
            continue
        raw = msgspec.json.encode(entry)
        report = Report(
            id=entry.id or entry.link or f"{material.stem}-{number}",
            url=entry.link,
            publisher=feed.title,
            published=entry.published,
            title=entry.title,
            text=text,
            captured=material.captured,
            sha256=sha256(raw).hexdigest(),
        )
        yield Draft(report=report, raw=raw, where=f"entry {number}", own_id=bool(entry.id or entry.link))


def parse(data: bytes) -> Feed:
    """The feed in some bytes. Raises ``Unreadable``, also for one that takes more than its time or memory."""
    if len(data) > _BYTES:
        raise Unreadable(f"{len(data) / 1e6:.1f} MB, the limit for a feed is {_BYTES / 1e6:g} MB")
    if _ENTITY.search(data) or _ENTITY_16.search(data):
        raise Unreadable("declares XML entities: refused")
    found = limited.run(
        "reportedly.reports.formats.feed:parsed", data, seconds=SECONDS, memory=MEMORY, wall=WALL_SECONDS
    )
    try:
        return msgspec.json.decode(found, type=Feed)
    except msgspec.DecodeError:
        raise Unreadable("damaged feed") from None


def parsed(data: bytes) -> bytes:
    """The feed in some bytes as JSON, without any bound: for the process of its own. Nothing, where it is damaged."""
    import feedparser

    try:
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except MemoryError:
        raise
    except Exception:  # it stumbles in many ways over elements that are closed and were never opened
        return b""
    return msgspec.json.encode(as_feed(found))


def words(entry: Entry) -> str:
    """The entry's content without markup, under its title where the content does not repeat it."""
    from lxml import etree, html

    from reportedly.reports.formats.html import blocks

    try:
        body = blocks(html.fromstring(f"<div>{entry.html}</div>")) if entry.html.strip() else ""
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        body = ""
    return body or (entry.title or "").strip()


def as_feed(found: Any) -> Feed:
    """What ``feedparser`` found, as our records."""
    feed = found.get("feed", {})
    return Feed(title=_text(feed.get("title")), entries=tuple(_entry(entry) for entry in found.get("entries", ())))


def _entry(entry: Any) -> Entry:
    contents = [part.get("value") for part in entry.get("content", ())]
    return Entry(
        id=_text(entry.get("id")),
        link=_text(entry.get("link")),
        title=_text(entry.get("title")),
        published=_date(entry.get("published_parsed")),
        html=max((_text(part) or "" for part in [*contents, entry.get("summary")]), key=len),
    )


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _date(parsed: Any) -> str | None:
    """The date of publication in UTC; ``None`` where the feed has none that can be understood."""
    from datetime import UTC, datetime

    if not parsed:
        return None
    try:
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).isoformat()
    except (TypeError, ValueError):
        return None

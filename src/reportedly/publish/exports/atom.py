"""Atom feeds (RFC 4287) of claims that have passed the gate: a feed of a ledger, of a saved search, of a site.

No words of reports: a title is made of the fields of a claim. An entry keeps its id for good, so that a reader shows
it once.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from reportedly.pages.wording import clean, day
from reportedly.publish.exports.claims import spelled
from reportedly.publish.gate import Published
from reportedly.publish.outgoing import Outgoing

_ATOM = "http://www.w3.org/2005/Atom"
_LATEST = 500


class Entry(NamedTuple):
    """One entry. ``key`` makes its id and never changes; ``updated`` is an aware moment; ``link`` where it leads."""

    key: str
    title: str
    summary: str
    updated: datetime
    link: str | None = None


def feed(
    entries: Sequence[Entry],
    *,
    key: str,
    title: str,
    now: datetime,
    address: str | None = None,
    author: str = "Reportedly",
) -> bytes:
    """A feed of entries, the latest first. ``key`` makes its id; ``address`` is where it will be found, if known."""
    root = Element(f"{{{_ATOM}}}feed")
    register_namespace("", _ATOM)
    ordered = sorted(entries, key=lambda e: (e.updated, e.key), reverse=True)[:_LATEST]
    _text(root, "id", _urn(key))
    _text(root, "title", title)
    _text(root, "updated", _stamp(max((e.updated for e in ordered), default=now)))
    _text(SubElement(root, f"{{{_ATOM}}}author"), "name", author)
    if address:
        SubElement(root, f"{{{_ATOM}}}link", {"rel": "self", "type": "application/atom+xml", "href": clean(address)})
    for entry in ordered:
        _entry(SubElement(root, f"{{{_ATOM}}}entry"), entry)
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n").encode()


def _entry(node: Element, entry: Entry) -> None:
    _text(node, "id", _urn(entry.key))
    _text(node, "title", entry.title)
    _text(node, "updated", _stamp(entry.updated))
    _text(node, "summary", entry.summary)
    if entry.link:
        SubElement(node, f"{{{_ATOM}}}link", {"rel": "alternate", "href": clean(entry.link)})


def claim_entries(claims: Iterable[Published], now: datetime) -> Iterator[Entry]:
    """Claims as entries."""
    for claim in claims:
        where = ", ".join(place.name for place in claim.places)
        who = " › ".join((claim.publisher or "publisher unknown", *claim.sources))
        marks = [m for m in (claim.polarity.replace("affirmed", ""), claim.certainty.replace("certain", "")) if m]
        figures = "; ".join(f"{f.of} {spelled(f)}" for f in claim.figures)
        when = " – ".join(day(d) for d in dict.fromkeys((claim.start, claim.end)))
        what = claim.event + (f" at {where}" if where else "") + (f" ({', '.join(marks)})" if marks else "")
        yield Entry(
            key=f"claim:{claim.ref}",
            title=f"{what}: {who}",
            summary=". ".join(part for part in (when, claim.target, figures, claim.url) if part),
            updated=moment(claim.published) or moment(claim.end) or now,
        )


def claims_atom(
    claims: Iterable[Published], *, key: str, title: str, now: datetime, address: str | None = None
) -> bytes:
    """A feed of claims. ``key`` names the feed and makes its id: the conditions of a saved search, say."""
    return feed(tuple(claim_entries(claims, now)), key=key, title=title, now=now, address=address)


def write(out: Outgoing) -> Iterator[bytes]:
    """The feed of a whole ledger, the latest claims."""
    yield claims_atom(out.claims, key="ledger", title="Claims that have passed the gate", now=out.now)


def moment(value: str | None) -> datetime | None:
    """A date or time of a record as an aware moment; without an offset it is taken as UTC."""
    try:
        found = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def _urn(key: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'reportedly:' + key.encode('utf-8', 'replace').decode())}"


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _text(node: Element, name: str, words: str) -> None:
    SubElement(node, f"{{{_ATOM}}}{name}").text = clean(words).encode("utf-8", "replace").decode()

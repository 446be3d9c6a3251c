"""One visit to one source: what it has, what is gone, and where it stands afterwards.

A visit yields reports (`Intake`), pages and posts that are no longer there (`Gone`), what was left out (notes), and
after each step where the source stands: whoever puts these on record in order loses nothing when killed in between.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypeAlias
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit

from msgspec import Struct, json
from msgspec.structs import replace

from reportedly.model import Report
from reportedly.reports import intake
from reportedly.reports.collecting.client import Asked, Client
from reportedly.reports.collecting.sources import Source
from reportedly.reports.collecting.standing import Mark, Page, Standing, stamp
from reportedly.reports.fetch import Fetched, Refused, allowed, as_material
from reportedly.reports.formats import feed
from reportedly.reports.material import InputProblem, Intake, Material, Overrides, Unreadable

_GONE = (404, 410)
_PAGES_AT_ONCE = 50
_PAGES_WATCHED = 500
_PAGES_BACK = 5
_GAP = 500
_POST = re.compile(rb'data-post="([A-Za-z0-9_]{1,64})/(\d{1,12})"')
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|ysclid|_openstat|mc_cid|mc_eid")


class Gone(Struct, frozen=True, kw_only=True):
    """What was at an address is not there any more; ``raw`` are the bytes that show it, ``why`` says how."""

    url: str
    raw: bytes
    captured: str
    why: str


class Progress(Struct, frozen=True):
    """Where a source stands in the middle of a visit."""

    standing: Standing


Arrival: TypeAlias = Intake | InputProblem | Gone | Progress | Standing


class Visit:
    """A visit to one source. ``planned``: pages are looked at when they are due, else all that are watched."""

    def __init__(self, source: Source, standing: Standing, client: Client, *, planned: bool) -> None:
        self.source, self.standing, self._client, self._planned = source, standing, client, planned
        self._defaults = Overrides(publisher=source.publisher, language=source.language)

    def arrivals(self) -> Iterator[Arrival]:
        """Everything in order; the last is where the source stands, also after a failure."""
        ways = {"feed": self._feed, "pages": self._named_pages, "preview": self._preview}
        try:
            yield from ways[self.source.kind]()
        except Asked as error:
            yield self.standing.failed(str(error), _now(), error.seconds)
        except Unreadable as error:
            yield self.standing.failed(str(error), _now())
        else:
            yield self.standing.well(_now())

    # Feeds

    def _feed(self) -> Iterator[Arrival]:
        address = self.source.addresses[0]
        answer = self._answer(address, self.standing.mark)
        if answer is not None:
            material = as_material(address, answer, self._client.limits)
            if self.source.articles:
                self._watch(feed.parse(material.data).entries, answer.url)
            else:
                yield from self._reports(material, "feed", answer.url)
            self.standing = replace(self.standing, mark=_mark(answer))
        if self.source.articles:
            now = _now()
            wanted = [url for url, page in self.standing.pages.items() if not self._planned or page.due(now)]
            yield from self._pages(wanted[:_PAGES_AT_ONCE])

    def _watch(self, entries: Iterable[feed.Entry], base: str) -> None:
        """The pages that a feed links to are watched, the newest first; one whose entry has changed is due at once."""
        now, pages = _now(), dict(self.standing.pages)
        fresh: dict[str, Page] = {}
        for entry in entries:
            url = _linked(base, entry.link)
            if url is None:
                continue
            said = sha256(repr((entry.title, entry.published, entry.html)).encode("utf-8", "replace")).hexdigest()[:16]
            page = pages.pop(url, None) or Page(first=stamp(now), published=entry.published)
            changed = page.entry not in (None, said)
            fresh.setdefault(url, replace(page, entry=said, asked=None if changed else page.asked))
        left = {url: page for url, page in pages.items() if not page.over(now)}
        self.standing = replace(self.standing, pages=dict([*fresh.items(), *left.items()][:_PAGES_WATCHED]))

    # Pages

    def _named_pages(self) -> Iterator[Arrival]:
        known, now = self.standing.pages, stamp(_now())
        pages = {url: known.get(url) or Page(first=now) for url in self.source.addresses}
        self.standing = replace(self.standing, pages=pages)
        yield from self._pages(list(pages))

    def _pages(self, urls: list[str]) -> Iterator[Arrival]:
        failed: list[str] = []
        for url in urls:
            try:
                yield from self._page(url, self.standing.pages[url])
            except Asked:
                raise
            except Unreadable as error:
                failed.append(f"{url}: {error}")
                page = self.standing.pages[url]
                self._put(url, replace(page, asked=stamp(_now()), failures=page.failures + 1))
            yield Progress(self.standing)
        if failed and len(failed) == len(urls):
            raise Unreadable(failed[0])
        for what in failed:
            yield self._note(what)

    def _page(self, url: str, page: Page) -> Iterator[Arrival]:
        answer = self._client.get(url, page.mark)
        now = stamp(_now())
        if answer.status in _GONE and page.at is not None:
            yield Gone(
                url=page.at, raw=answer.body, captured=answer.captured, why=f"the server answered {answer.status}"
            )
            if self.source.kind == "feed":
                self.standing = replace(
                    self.standing, pages={u: p for u, p in self.standing.pages.items() if u != url}
                )
                return
            self._put(url, replace(page, mark=Mark()))
        if answer.status == 304:
            self._put(url, replace(page, asked=now, failures=0))
            return
        if answer.status != 200:
            raise Unreadable(f"the server answered {answer.status}")
        if urlsplit(answer.url).path in ("", "/") and urlsplit(url).path not in ("", "/"):
            raise Unreadable("leads to the front page")
        yield from self._reports(as_material(url, answer, self._client.limits), None, answer.url, page.published)
        self._put(url, replace(page, asked=now, at=answer.url, mark=_mark(answer), failures=0))

    def _put(self, url: str, page: Page) -> None:
        self.standing = replace(self.standing, pages={**self.standing.pages, url: page})

    # Preview pages of Telegram channels

    def _preview(self) -> Iterator[Arrival]:
        address = self.source.addresses[0]
        answer = self._answer(address, self.standing.mark)
        if answer is None:
            return
        mark, before = _mark(answer), self.standing.last
        lowest, highest = yield from self._posts(address, answer)
        for _ in range(_PAGES_BACK):  # posts that came since the last visit and are on this page no longer
            if before is None or lowest <= before + 1:
                break
            older = f"{address.partition('?')[0]}?before={lowest}"
            answer = self._answer(older, None)
            if answer is None:
                break
            further, _ = yield from self._posts(older, answer)
            if further >= lowest:
                break
            lowest = further
        self.standing = replace(self.standing, mark=mark, last=max(highest, before or 0))

    def _posts(self, address: str, answer: Fetched) -> Generator[Arrival, None, tuple[int, int]]:
        """The posts of one page; its lowest and highest number. A post missing between two others is gone."""
        found = _POST.findall(answer.body)
        if not found:
            raise Unreadable("no posts: not the preview page of a public channel")
        if b"</html" not in answer.body[-400:].lower():
            raise Unreadable("the page breaks off")
        channel = found[0][0].decode()
        numbers = {int(number) for name, number in found if name.decode() == channel}
        lowest, highest = min(numbers), max(numbers)
        yield from self._reports(as_material(address, answer, self._client.limits), "html", answer.url, empty=True)
        if highest - lowest < _GAP:
            yield from missing(channel, numbers, answer.body, answer.captured)
        return lowest, highest

    # What all share

    def _answer(self, address: str, mark: Mark | None) -> Fetched | None:
        """The answer of a source, ``None`` where nothing has changed."""
        answer = self._client.get(address, mark)
        if answer.status == 304:
            return None
        if answer.status != 200:
            raise Unreadable(f"the server answered {answer.status}")
        return answer

    def _reports(
        self, material: Material, kind: str | None, base: str, published: str | None = None, *, empty: bool = False
    ) -> Iterator[Arrival]:
        """The reports of an answer; one without any is a failure, unless it may be ``empty``."""
        items = list(intake.read(material, self._defaults, kind=kind))
        errors = [i for i in items if isinstance(i, InputProblem) and i.severity == "error"]
        if errors and not empty and not any(isinstance(item, Intake) for item in items):
            raise Unreadable(errors[0].what)
        for item in items:
            if isinstance(item, InputProblem):
                yield self._note(item.what) if item.severity == "error" else replace(item, name=self.source.name)
            else:
                yield replace(item, name=self.source.name, report=self._finished(item, base, published))

    def _finished(self, item: Intake, base: str, published: str | None) -> Report:
        report = item.report
        url = _linked(base, report.url) if report.url else None
        return replace(
            report,
            id=report.id if url else f"{self.source.name}/{report.id}",
            url=url,
            publisher=self.source.publisher or report.publisher,
            published=report.published or published,
        )

    def _note(self, what: str) -> InputProblem:
        return InputProblem(name=self.source.name, what=f"left out: {what}", severity="note")


def missing(channel: str, numbers: set[int], answer: bytes, captured: str) -> Iterator[Gone]:
    """The posts of a channel that are not there between the lowest and the highest of those that are.

    What shows it are the numbers that were there and the digest of the answer, not the answer: it holds the words of
    the other posts, each of which may have to be erased, and names of people.
    """
    digest = sha256(answer).hexdigest()
    raw = json.encode({"answer": digest, "captured": captured, "channel": channel, "posts": sorted(numbers)})
    for number in sorted(set(range(min(numbers), max(numbers))) - numbers):
        url = f"https://t.me/{channel}/{number}"
        yield Gone(url=url, raw=raw, captured=captured, why="not there between its neighbours")


def _linked(base: str, link: str | None) -> str | None:
    """The address that a link leads to, without its fragment and what only tracks readers; ``None`` for no address."""
    if not link:
        return None
    try:
        url = urldefrag(urljoin(base, link.strip())).url
        parts = allowed(url)
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except (Refused, ValueError):
        return None
    kept = [(name, value) for name, value in asked if not _TRACKING.fullmatch(name)]
    return url if len(kept) == len(asked) else parts._replace(query=urlencode(kept)).geturl()


def _mark(answer: Fetched) -> Mark:
    """What the server calls the state of an answer, if it can be said back to it."""

    def plain(name: str) -> str | None:
        value = answer.headers.get(name, "")
        return value if 0 < len(value) <= 200 and value.isascii() and value.isprintable() else None

    return Mark(etag=plain("etag"), modified=plain("last-modified"))


def _now() -> datetime:
    return datetime.now(UTC)

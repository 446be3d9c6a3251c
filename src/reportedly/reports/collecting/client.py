"""Asking politely: what robots.txt allows, one request a host at a time, none while a host wants to be left alone."""

import re
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from msgspec.structs import replace

from reportedly.reports.collecting import robots
from reportedly.reports.collecting.standing import Mark
from reportedly.reports.fetch import Fetched, Refused, fetch
from reportedly.reports.material import Limits, Unreadable

_RULES_FOR = 86_400.0
_MOST_WAIT = 86_400.0
_BUSY = (429, 503)
_FULL = "application/rss+xml, application/atom+xml, text/html, */*;q=0.5"


class Asked(Unreadable):
    """A host wants to be left alone for ``seconds``."""

    def __init__(self, what: str, seconds: float) -> None:
        super().__init__(what)
        self.seconds = seconds


class Client:
    """What all visits of one run share. ``apart``: seconds between two requests to one host. Safe for threads."""

    def __init__(self, limits: Limits, apart: float) -> None:
        self.limits = limits
        self.stopped = threading.Event()
        self._apart = apart
        self._lock = threading.Lock()
        self._hosts: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._next: dict[str, float] = {}
        self._rules: dict[str, tuple[float, robots.Rules]] = {}
        self._alone: dict[str, tuple[float, str]] = {}

    def get(self, url: str, mark: Mark | None = None) -> Fetched:
        """The answer to one address; with ``mark``, status 304 where nothing has changed since.

        Raises ``Asked`` where the host wants to be left alone, ``Refused`` where robots.txt does not allow it or the
        address must not be reached, ``Unreadable`` for any other failure; other statuses come back.
        """
        with self._in_turn(_host(url)):
            answer = fetch(url, self.limits, headers={"Accept": _FULL, **_since(mark)}, before=self._before)
        return self._heeded(answer)

    def _heeded(self, answer: Fetched) -> Fetched:
        if answer.status in _BUSY:
            seconds = retry_after(answer.headers.get("retry-after"))
            what = f"the server answered {answer.status}"
            if seconds is not None:
                with self._lock:
                    self._alone[_host(answer.url)] = (time.monotonic() + seconds, what)
                raise Asked(what, seconds)
        return answer

    @contextmanager
    def _in_turn(self, host: str) -> Iterator[None]:
        with self._lock:
            turn = self._hosts[host]
        with turn:
            yield

    def _before(self, url: str) -> None:
        """What is due before each hop."""
        host = _host(url)
        until, what = self._alone.get(host, (0.0, ""))
        left = until - time.monotonic()
        if left > 0:
            raise Asked(what, left)
        rules = self._rules_of(url, host)
        parts = urlsplit(url)
        if not rules.allows((parts.path or "/") + (f"?{parts.query}" if parts.query else "")):
            raise Refused("robots.txt does not allow it")
        self._wait(host, max(self._apart, rules.delay))

    def _wait(self, host: str, apart: float) -> None:
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next.get(host, 0.0))
            self._next[host] = at + apart
        if self.stopped.wait(max(0.0, at - now)):
            raise Unreadable("interrupted")

    def _rules_of(self, url: str, host: str) -> robots.Rules:
        """The rules of a host, asked once a day; one that does not say what it allows is not asked for anything."""
        known = self._rules.get(host)
        if known is not None and known[0] > time.monotonic():
            return known[1]
        scheme = urlsplit(url).scheme
        answer = fetch(f"{scheme}://{host}/robots.txt", replace(self.limits, download_bytes=robots.LARGEST))
        if answer.status >= 500 or answer.status == 429:
            self._heeded(answer)
            raise Unreadable(f"robots.txt: the server answered {answer.status}")
        found = robots.parse(answer.body.decode("utf-8", "replace")) if answer.status == 200 else robots.Rules()
        self._rules[host] = (time.monotonic() + _RULES_FOR, found)
        return found


def retry_after(value: str | None) -> float | None:
    """The seconds that a Retry-After header asks for (a number, or a date), a day at most; ``None`` without one."""
    if value is None:
        return None
    if re.fullmatch(r"\d{1,9}", value.strip()):
        return min(float(value), _MOST_WAIT)
    try:
        until = parsedate_to_datetime(value)
    except (TypeError, ValueError, OverflowError):
        return None
    until = until.replace(tzinfo=UTC) if until.tzinfo is None else until
    return min(max((until - datetime.now(UTC)).total_seconds(), 0.0), _MOST_WAIT)


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()


def _since(mark: Mark | None) -> dict[str, str]:
    found = {"If-None-Match": mark.etag, "If-Modified-Since": mark.modified} if mark is not None else {}
    return {name: value for name, value in found.items() if value}

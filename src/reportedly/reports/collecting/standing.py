"""Where collecting stands at a source: what is remembered between two visits, as JSON."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from reportedly.reports.collecting.sources import Source

_BACK_OFF = 60.0
_MOST_BACK_OFF = 6 * 3_600.0
_FIRST_LOOK = 600.0
_WATCHED = timedelta(days=7)


class Mark(Struct, frozen=True, kw_only=True):
    """What a server calls the state of an address: its ETag and its Last-Modified."""

    etag: str | None = None
    modified: str | None = None


class Page(Struct, frozen=True, kw_only=True):
    """One page that is watched. Times are UTC, ISO; ``at`` is the address that it was found at, redirects followed.

    ``asked`` = ``None``: it has not been read yet. ``published`` is what the feed says, for a page that says nothing.
    """

    first: str
    asked: str | None = None
    at: str | None = None
    mark: Mark = Mark()
    published: str | None = None
    entry: str | None = None
    failures: int = 0

    def due(self, now: datetime) -> bool:
        """Looked at again after ten minutes, then when it has twice its age; after failures ever later."""
        if self.asked is None:
            return True
        asked = moment(self.asked)
        if self.failures:
            return now >= asked + timedelta(seconds=back_off(self.failures))
        age = (asked - moment(self.first)).total_seconds()
        return now >= asked + timedelta(seconds=max(_FIRST_LOOK, age))

    def over(self, now: datetime) -> bool:
        """Whether it is watched no longer."""
        return now > moment(self.first) + _WATCHED


class Standing(Struct, frozen=True, kw_only=True):
    """What is remembered of a source. Times are UTC, ISO.

    ``asked`` and ``answered``: last asked, last answered well; ``news``: last time that something new or changed came;
    ``wait``: not before, as the server asked for it; ``last``: highest number of a post that was seen.
    """

    name: str
    kind: str
    silent: float
    since: str
    asked: str | None = None
    answered: str | None = None
    news: str | None = None
    failures: int = 0
    problem: str | None = None
    wait: str | None = None
    mark: Mark = Mark()
    last: int | None = None
    pages: dict[str, Page] = {}

    def due(self, now: datetime, every: float) -> bool:
        """Whether it may be asked, in a run that asks every so many seconds (0: this once, at any rate)."""
        if self.wait is not None and now < moment(self.wait):
            return False
        if not every or self.asked is None:
            return True
        apart = max(every, back_off(self.failures)) if self.failures else every
        return now >= moment(self.asked) + timedelta(seconds=apart)

    def is_silent(self, now: datetime) -> bool:
        """Whether it answers but has brought nothing for long."""
        return now - moment(self.news or self.since) > timedelta(seconds=self.silent)

    def failed(self, what: str, now: datetime, wait: float | None = None) -> "Standing":
        """After a visit that failed."""
        until = stamp(now + timedelta(seconds=wait)) if wait is not None else None
        return replace(self, asked=stamp(now), failures=self.failures + 1, problem=what, wait=until)

    def well(self, now: datetime) -> "Standing":
        """After a visit that went well."""
        return replace(self, asked=stamp(now), answered=stamp(now), failures=0, problem=None, wait=None)


def of(source: Source, known: Mapping[str, str], now: datetime) -> Standing:
    """What is remembered of a source; a new one, or one whose memory cannot be read, begins now."""
    found = _decoded(known.get(source.key, ""))
    if found is None:
        return Standing(name=source.name, kind=source.kind, silent=source.silent, since=stamp(now))
    return replace(found, name=source.name, silent=source.silent)


def all_of(known: Mapping[str, str]) -> list[Standing]:
    """Everything that is remembered, by name."""
    return sorted(filter(None, map(_decoded, known.values())), key=lambda one: one.name)


def _decoded(state: str) -> Standing | None:
    try:
        return msgspec.json.decode(state, type=Standing)
    except msgspec.DecodeError:
        return None


def back_off(failures: int) -> float:
    """Seconds to wait after so many failures: one minute, then twice as long each time, six hours at most."""
    return min(_BACK_OFF * 2.0 ** min(failures - 1, 20), _MOST_BACK_OFF)


def stamp(now: datetime) -> str:
    """A time as it is remembered."""
    return now.astimezone(UTC).isoformat(timespec="seconds")


def moment(text: str) -> datetime:
    """A time that was remembered."""
    return datetime.fromisoformat(text)

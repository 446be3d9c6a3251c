"""Where the linker looks for the neighbours of a report: the rooms that its claims stand in, and those beside them.

A room is a place and a day, or words and a day. Every key holds a day, so that what is found grows with what is told of
those days, never with the ledger. Words are known by two minima of the hashes of their runs (Broder 1997): a sentence
copied whole shares both, one with a word changed most often one.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import date
from hashlib import blake2b
from math import floor
from typing import Any, NamedTuple, TypeAlias

import msgspec

from reportedly.lineage.wording import shingles
from reportedly.model import Claim

_WIDE = frozenset({"region", "country", "area"})
_REACH = 3
"""The linker compares what is up to two days apart; one more for nights that begin the day before."""
_BETWEEN = 2 * _REACH + 1
"""A span with a room every so many days is found from everywhere within reach of it."""
_LONGEST = 14
"""Of a longer span the first and the last day are looked at."""
_NEWS = (-4, 1)
"""The days, from its publication, that a report without any time of its own is taken to be about."""
_RELAYED = 4
"""Days within which the same words are a copy."""
_SEEDS = (b"1", b"2")
_FEW_WORDS = 4
"""Fewer are said of many things."""
_HAPPENINGS = frozenset(
    {"strike", "interception", "bombing", "clash", "capture", "disaster", "agreement", "protest"}
)
_SAYS = {"name": 2.0, "cell": 1.0, "wide": 0.5, "event": 0.5, "words": 2.0}
_AROUND = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)
Room: TypeAlias = tuple[Any, ...]
"""What kind of room, what of that kind, and a day."""


class _Days(NamedTuple):
    """The first and the last day, as ordinals."""

    first: int
    last: int


def stands(text: str, published: str | None, claims: Sequence[Claim]) -> set[int]:
    """The rooms in which a reading is found."""
    found: set[Room] = set()
    for claim, days in _told(published, claims):
        for day in _standing(days):
            found.update((*where, day) for where in _of(claim))
    told = _day(published)
    found.update(("words", mark, told) for mark in _marks(text, claims))
    return {_key(room) for room in found}


def looks(text: str, published: str | None, claims: Sequence[Claim], wanted: Set[str]) -> dict[int, float]:
    """The rooms in which neighbours of some claims of a reading stand, each with how much it says: the nearer in time,
    the more.
    """
    found: dict[Room, float] = {}
    for claim, days in _told(published, claims):
        for day, near in _around(days) if claim.id in wanted else ():
            for where, says in _beside(claim):
                room = (*where, day)
                found[room] = max(found.get(room, 0.0), says * near)
    told = _day(published)
    copied = [None] if told is None else range(told - _RELAYED, told + _RELAYED + 1)
    marks = _marks(text, [claim for claim in claims if claim.id in wanted])
    found.update({("words", mark, day): _SAYS["words"] for mark in marks for day in copied})
    return {_key(room): says for room, says in found.items()}


def _told(published: str | None, claims: Sequence[Claim]) -> Iterator[tuple[Claim, _Days | None]]:
    """Each claim with its days; one without a time has those told before it (or after it), and those of its news."""
    own = [_days(claim) for claim in claims]
    told = _day(published)
    news = None if told is None else _Days(told + _NEWS[0], told + _NEWS[1])
    last = next((days for days in own if days is not None), None)
    for claim, days in zip(claims, own, strict=True):
        last = days or last
        if last is not None:
            yield claim, last
        if days is None and (news is not None or last is None):
            yield claim, news


def _days(claim: Claim) -> _Days | None:
    if claim.time is None:
        return None
    first, last = _day(claim.time.start), _day(claim.time.end)
    return None if first is None or last is None or last < first else _Days(first, last)


def _day(stamp: str | None) -> int | None:
    """The day of an ISO date or date-time; ``None`` for what is none."""
    try:
        return date.fromisoformat(stamp[:10]).toordinal() if stamp else None
    except ValueError:
        return None


def _standing(days: _Days | None) -> Iterator[int | None]:
    if days is None:
        yield None
        return
    yield days.first
    if days.last > days.first + 1:
        yield days.last
    if days.last - days.first <= _LONGEST:
        yield from range(days.first + _BETWEEN, days.last, _BETWEEN)


def _around(days: _Days | None) -> Iterator[tuple[int | None, float]]:
    """The days in reach of a span, and how near they are, from 1 down; one day more before, for spans of two days."""
    if days is None:
        yield None, 1.0
        return
    short = days.last - days.first <= _LONGEST
    for part in (days,) if short else (_Days(days.first, days.first), _Days(days.last, days.last)):
        for day in range(part.first - _REACH - 1, part.last + _REACH + 1):
            yield day, 1.0 / (1 + max(part.first - day, day - part.last, 0))


def _of(claim: Claim) -> Iterator[Room]:
    """What a claim is found by: name and cell of a degree of its places; without any, the happening that it tells."""
    places = [place for place in claim.places if place.name]
    for place in places:
        yield ("name", place.name)
        if place.kind in _WIDE:
            yield ("wide", place.country)
        elif place.lat is not None and place.lon is not None:
            yield ("cell", floor(place.lat), floor(place.lon))
    if not places and claim.event in _HAPPENINGS:
        yield ("event", claim.event)


def _beside(claim: Claim) -> Iterator[tuple[Room, float]]:
    """Those, the cells around, and the region of a place as another claim names it."""
    for where in _of(claim):
        yield where, _SAYS[where[0]]
        if where[0] == "cell":
            _, y, x = where
            yield from ((("cell", y + i, x + j), 0.5) for i, j in _AROUND)
    yield from ((("name", place.admin1), 0.5) for place in claim.places if place.name and place.admin1)


def _marks(text: str, claims: Sequence[Claim]) -> set[int]:
    """The two minima of each claim's words."""
    found: set[int] = set()
    for start, end in {(claim.start, claim.end) for claim in claims}:
        runs = [" ".join(run).encode() for run in shingles(text[start:end])]
        if runs and (len(runs) > 1 or runs[0].count(b" ") >= _FEW_WORDS - 1):
            found.update(min(_hash(run, seed) for run in runs) for seed in _SEEDS)
    return found


def _key(room: Room) -> int:
    return _hash(msgspec.json.encode(room), b"")


def _hash(data: bytes, salt: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8, salt=salt).digest(), "big", signed=True)

"""Event words of a text: where something is said to happen, and of which type (claim schema, "Event types")."""

import re
from functools import lru_cache

import ahocorasick_rs
from msgspec import Struct

from reportedly.languages import lexicon
from reportedly.model.terms import EventType


class Trigger(Struct, frozen=True):
    """An event word. ``strength``: verb (a predicate), noun (names the event), arms (only beside a weapon)."""

    start: int
    end: int
    event: EventType
    strength: str


class _Matcher:
    """All terms of a language in one automaton over the stretch before their first ``*``; the rest by a pattern."""

    def __init__(self, language: str) -> None:
        self.entries: list[tuple[EventType, str, re.Pattern[str]]] = []
        heads: list[str] = []
        for room in ("events", "civil"):
            for event, classes in lexicon(language, room).EVENTS.items():
                for strength, terms in classes.items():
                    self._all(heads, event, strength, terms)
        for room in ("discourse", "civil"):
            self._all(heads, "other", _BLOCKED, lexicon(language, room).NO_EVENT)
        self.automaton = ahocorasick_rs.AhoCorasick(heads)

    def _all(self, heads: list[str], event: EventType, strength: str, terms: str) -> None:
        for term in filter(None, (t.strip() for t in terms.split("|"))):
            self._add(heads, event, strength, term)

    def _add(self, heads: list[str], event: EventType, strength: str, term: str) -> None:
        head, star, rest = term.partition("*")
        heads.append(head)
        self.entries.append((event, strength, _rest(star + rest)))

    def find(self, folded: str) -> list[Trigger]:
        found = []
        for number, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum():
                continue
            event, strength, rest = self.entries[number]
            match = rest.match(folded, end)
            if match:
                found.append(Trigger(start, match.end(), event, strength))
        return found


@lru_cache(maxsize=4096)
def _rest(rest: str) -> re.Pattern[str]:
    """What follows the head of a term: ``*`` is the rest of a word, and the last word must end where the term does."""
    return re.compile(re.escape(rest).replace(r"\*", r"(?:\w|['-](?=\w))*") + r"(?!\w)")


@lru_cache(maxsize=8)
def _matcher(language: str) -> _Matcher:
    return _Matcher(language)


_BLOCKED = "blocked"
_RANK = {_BLOCKED: -1, "lead": 0, "verb": 1, "arms": 2, "noun": 3}


def _beside(kept: Trigger, other: Trigger) -> bool:
    """Whether the same words are an event word of two types."""
    same = (kept.start, kept.end) == (other.start, other.end)
    return same and kept.strength != _BLOCKED and kept.event != other.event


def find(folded: str, language: str) -> tuple[Trigger, ...]:
    """The event words of a folded text, in order. Of words that overlap the longest stands; a verb before a noun."""
    kept: list[Trigger] = []
    free = bytearray(len(folded) + 1)
    candidates = _matcher(language).find(folded)
    candidates.sort(key=lambda t: (t.start - t.end, _RANK[t.strength], t.start))
    for t in candidates:
        taken = any(free[t.start : t.end])
        if taken and not any(_beside(k, t) for k in kept):
            continue
        free[t.start : t.end] = b"\1" * (t.end - t.start)
        kept.append(t)
    kept = [t for t in kept if t.strength != _BLOCKED]
    kept.sort(key=lambda t: (t.start, t.end, _RANK[t.strength]))
    return tuple(kept)

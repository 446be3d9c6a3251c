"""An ordinal set against the attacks at hand, over every reading of its window, its scope and its side."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from reportedly.findings.records.occurrences import Occurrence, apart, between, matches
from reportedly.findings.records.query import Answer, Outcome, Query, Span, Tried
from reportedly.model import Coverage, Place

SideOf: TypeAlias = Callable[[str], str | None]
Near: TypeAlias = Callable[[Place], Sequence[Occurrence]]
"""The attacks and tolls at hand that may lie at a place or inside it."""


def answered(query: Query, near: Near, side_of: SideOf | None = None) -> Answer | None:
    """What is at hand to a question; ``None`` where there is nothing to compare with."""
    return ask_toll(query, near) if query.of == "killed" else ask(query, near, side_of)


def ask(query: Query, near: Near, side_of: SideOf | None = None) -> Answer | None:
    """What the attacks at hand say; ``None`` where no earlier one is at hand, and there is nothing to compare with.

    Contradicted only where it fails under every reading of its window. An ordinal whose window is left open, or that
    counts only some attacks, is never contradicted: what is at hand need not be what it counts.
    """
    there = _there(query, query.place, near)
    windows = [(span, _earlier(query, there, span)) for span in query.spans]
    outcomes = [_outcome(query, len(found), span.closed) for span, found in windows]
    n = next((i for i, o in enumerate(outcomes) if o == "consistent"), 0)
    span, found = windows[n]
    if not found:
        return None
    everything = apart(between(there, None, query.until))
    rest = [(s, outcomes[i], len(w)) for i, (s, w) in enumerate(windows) if i != n]
    tried = [_tried("window", s.label, outcome, found=count, since=s.since) for s, outcome, count in rest]
    tried += _scope(query, near, span) + _sides(query, found, side_of, span)
    return Answer(
        outcome=outcomes[n],
        found=len(found),
        coverage=Coverage(start=everything[0].day, end=everything[-1].day, rows=len(everything)),
        refs=tuple(o.ref for o in found if o.ref),
        days=tuple(o.day for o in found),
        tried=tuple(tried),
    )


def ask_toll(query: Query, near: Near) -> Answer | None:
    """What earlier tolls say to "the deadliest"; ``None`` where none is at hand. ``refs`` names the highest."""
    span = query.spans[0]
    found = between(_there(query, query.place, near), span.since, query.until)
    if not found:
        return None
    top = max(found, key=lambda o: (o.killed or 0.0, o.hours.end, o.ref))
    beaten = (top.killed or 0.0) > (query.number or 0.0)
    days = sorted(o.day for o in found)
    return Answer(
        outcome="undecidable" if beaten and not span.closed else "contradicted" if beaten else "consistent",
        found=int(top.killed or 0),
        coverage=Coverage(start=days[0], end=days[-1], rows=len(found)),
        refs=(top.ref,) if top.ref else (),
        days=(top.day,),
    )


def _earlier(query: Query, there: Sequence[Occurrence], span: Span) -> tuple[Occurrence, ...]:
    found = apart(between(there, span.since, query.until))
    return _run(found, query.until) if query.running else found


def _run(found: tuple[Occurrence, ...], until: str) -> tuple[Occurrence, ...]:
    """Those on an unbroken row of days up to the day."""
    kept: list[Occurrence] = []
    day = date.fromisoformat(until)
    for one in reversed(found):
        ended = date.fromisoformat(one.day)
        if day - ended > timedelta(days=1):
            break
        kept.append(one)
        day = ended
    return tuple(reversed(kept))


def _outcome(query: Query, count: int, closed: bool) -> Outcome:
    number = int(query.number or 0)
    if count >= number and query.narrowed:
        return "consistent" if number > 1 else "undecidable"
    if count >= number:
        return "contradicted" if closed else "undecidable"
    return "consistent" if number > 1 and count == number - 1 else "undecidable"


def _tried(dimension: str, label: str, outcome: Outcome, **params: object) -> Tried:
    return Tried(dimension, label, outcome, params)  # type: ignore[arg-type]


def _scope(query: Query, near: Near, span: Span) -> list[Tried]:
    """The wider place that the claim names too."""
    wide = query.around
    if wide is None:
        return []
    count = len(_earlier(query, _there(query, wide, near), span))
    name = wide.name or wide.text
    return [_tried("scope", "around", _outcome(query, count, span.closed), found=count, place=name)]


def _there(query: Query, place: Place | None, near: Near) -> list[Occurrence]:
    """The attacks that are counted, at a place, without the one that the question is about."""
    if place is None:
        return []
    own = {c.incident for c in query.claims if c.incident}
    return [o for o in near(place) if matches(query, place, o) and (o.incident is None or o.incident not in own)]


def _sides(query: Query, found: Sequence[Occurrence], side_of: SideOf | None, span: Span) -> list[Tried]:
    """Only what the speaker's own side has told, where that differs."""
    side = side_of(query.speaker) if side_of and query.speaker else None
    if side is None or side_of is None:
        return []
    own = [o for o in found if o.by and side_of(o.by) == side]
    if len(own) == len(found):
        return []
    outcome = _outcome(query, len(own), span.closed)
    return [_tried("side", "own", outcome, found=len(own), side={"country": side})]

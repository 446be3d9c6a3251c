"""What the reader hands to the assembly: everything found in one text, by the rooms before this one."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportedly.claims.phrases import Phrases
from reportedly.claims.triggers import Trigger
from reportedly.model import Place, Quantity, Report, Source, Span, TimeSpan, Weapon
from reportedly.model.terms import Certainty, Polarity

T = TypeVar("T", Place, Quantity, Weapon)


class Stretch(Protocol):
    """A sentence: trimmed half-open interval, number of its paragraph, whether it opens a line."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def line_start(self) -> bool: ...


class Voice(Protocol):
    """An attribution: the stretch that a chain of sources vouches for, and what the reporting words do to it."""

    @property
    def scope(self) -> Span: ...
    @property
    def chain(self) -> tuple[Source, ...]: ...
    @property
    def cue(self) -> Span | None: ...
    @property
    def polarity(self) -> Polarity | None: ...
    @property
    def certainty(self) -> Certainty | None: ...


class Moment(Struct, frozen=True, kw_only=True):
    """A time expression: its interval (``None`` where it has none of its own) and how it is used.

    ``stamp``: opens a line of a chronicle; ``as_of``: says when a figure holds, not when the event was; ``loose``:
    an open span, a duration or a repetition, which no other claim takes over.
    """

    span: Span
    time: TimeSpan | None
    stamp: bool = False
    as_of: bool = False
    loose: bool = False


class Things(Struct, frozen=True, kw_only=True):
    """One report taken apart into things, each tuple in order of its spans."""

    report: Report
    language: str
    folded: str
    sentences: tuple[Stretch, ...]
    triggers: tuple[Trigger, ...]
    voices: tuple[Voice, ...]
    places: tuple[Place, ...]
    moments: tuple[Moment, ...]
    quantities: tuple[Quantity, ...]
    weapons: tuple[Weapon, ...]
    phrases: Phrases

    def of(self, sentence: Stretch) -> "Things":
        """The same report with only what stands in one sentence (or, of voices, reaches into it).

        The clock stamp of a chronicle's line is kept for all sentences of that line.
        """
        start, end = sentence.start, sentence.end
        line = self.report.text.rfind("\n", 0, start) + 1
        return replace(
            self,
            triggers=tuple(t for t in self.triggers if start <= t.start < end),
            voices=tuple(v for v in self.voices if v.scope[0] < end and start < v.scope[1]),
            places=tuple(inside(self.places, start, end)),
            moments=tuple(m for m in self.moments if (line if m.stamp else start) <= m.span[0] < end),
            quantities=tuple(inside(self.quantities, start, end)),
            weapons=tuple(inside(self.weapons, start, end)),
        )


def inside(things: Sequence[T], start: int, end: int) -> list[T]:
    """The things whose words stand within ``start``..``end``."""
    return [t for t in things if t.span and start <= t.span[0] and t.span[1] <= end]

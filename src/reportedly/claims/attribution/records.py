"""What the room hands out, and what its modules hand to each other."""

from typing import Literal, Protocol, TypeAlias

from msgspec import Struct

from reportedly.model import Source, Span
from reportedly.model.terms import Certainty, Polarity, SourceAct

Mode: TypeAlias = Literal["forward", "backward", "around", "previous", "nominal"]


class Attribution(Struct, frozen=True, kw_only=True):
    """A stretch of text whose content a chain of sources vouches for.

    ``scope``: half-open, the attributing words included where they adjoin. ``chain``: outermost first, the party that
    vouches last; empty where the publisher itself speaks within a wider scope. ``polarity`` and ``certainty``: what the
    reporting words do to the content ("denied that", "declined to name", "speculated"), else ``None``.
    """

    scope: Span
    chain: tuple[Source, ...]
    cue: Span | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    act: SourceAct | None = None


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


class Speaker(Struct, frozen=True, kw_only=True):
    """A named source and how later words can take it up: its classes, and the role words it came with."""

    source: Source
    classes: frozenset[str] = frozenset()
    role: str | None = None
    known: bool = False


class Draft(Struct, kw_only=True):
    """An attribution found in one sentence before its scope is settled.

    ``left``/``right``: edges of the attributing words (speaker and cue). ``outer``: links outside the speaker,
    ``inner``: parties that the speaker cites.
    """

    left: int
    right: int
    cue: Span
    mode: Mode
    speaker: Speaker | None
    outer: tuple[Speaker, ...] = ()
    inner: tuple[Speaker, ...] = ()
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    act: SourceAct | None = None
    anaphoric: bool = False
    narrow: bool = False
    object_only: bool = False
    preposed: bool = False
    scope: Span = (0, 0)

    def chain(self) -> tuple[Speaker, ...]:
        """All links, outermost first."""
        own = (self.speaker,) if self.speaker else ()
        return (*self.outer, *own, *self.inner)


def plausible(speaker: Speaker) -> bool:
    """Whether it is known who speaks, or at least what kind of speaker it is."""
    return speaker.known or speaker.source.kind is not None


def fresh(speaker: Speaker) -> bool:
    """Whether the speaker is named here, rather than taken up from before."""
    return speaker.source.confidence != 0.8

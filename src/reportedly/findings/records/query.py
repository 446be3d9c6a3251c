"""What a superlative, an ordinal or a share asks of the evidence, and what an answer is made of."""

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from reportedly.model import Claim, Coverage, Place

Outcome: TypeAlias = Literal["contradicted", "consistent", "undecidable"]
"""``consistent``: the evidence at hand speaks for it as far as it goes, and nothing in it speaks against it."""
Unit: TypeAlias = Literal["night", "24h", "day"]
Dimension: TypeAlias = Literal["window", "scope", "side"]


class Span(Struct, frozen=True):
    """A stretch of days from ``since`` (ISO, included; ``None`` = as far back as there is evidence).

    ``label``: how it was found: ``since`` a month, ``after`` it, ``this`` unit of the calendar, the ``last`` so many,
    or ``all``. ``closed``: the words do say from when.
    """

    label: str
    since: str | None
    closed: bool = True


class Query(Struct, frozen=True, kw_only=True):
    """A typed question.

    ``of``: ``attacks``, or the kind of figure that is compared; ``item`` the sort of munition, ``model`` its name;
    ``number`` the ordinal, or the value that is called a record; ``place`` ``None`` = the whole country, ``around`` a
    wider place that the claim names too; ``unit`` the stretch that each value is of; ``spans`` the readings of the
    words that bound the time, the nearest first; ``until`` the first day that is not looked at; ``speaker`` who
    vouches for it; ``narrowed``: it counts only some, which claims do not tell apart; ``running``: days in a row.
    """

    claims: tuple[Claim, ...]
    of: str
    item: str | None = None
    model: str | None = None
    number: float | None = None
    place: Place | None = None
    around: Place | None = None
    unit: Unit | None = None
    spans: tuple[Span, ...]
    until: str
    speaker: str | None = None
    narrowed: bool = False
    running: bool = False


class Tried(Struct, frozen=True):
    """One variant of a question: the dimension that was varied, to what, and what it gave."""

    dimension: Dimension
    label: str
    outcome: Outcome
    params: dict[str, Any] = {}

    def phrase(self) -> dict[str, Any]:
        """As a phrase of `languages.telling`."""
        outcome = {"code": f"outcome.{self.outcome}"}
        return {"code": f"tried.{self.dimension}.{self.label}", "outcome": outcome, **self.params}


def phrases(tried: Iterable[Tried]) -> Any:
    """All variants as one phrase: which were tried, and what each gave; empty where there were none."""
    each = [t.phrase() for t in tried]
    return {"code": "tried", "each": {"each": each}} if each else ""


class Answer(Struct, frozen=True, kw_only=True):
    """What the evidence says: ``found`` the count that decides, ``refs`` the claims and ``days`` the days that it
    stands on.
    """

    outcome: Outcome
    found: int
    coverage: Coverage
    refs: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()

"""What the reading of one sentence for its figures knows at each step, and how it takes a figure down."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec.structs import replace

from reportedly.entities import quantity_around as around
from reportedly.entities import quantity_lists as lists
from reportedly.entities import quantity_rules as rules
from reportedly.entities.quantity_tools import Found, Tools, scaled, scope_of
from reportedly.entities.quantity_words import Noun, words
from reportedly.languages.counting import Number
from reportedly.model import Quantity, Span
from reportedly.model.terms import QuantityOf, Scope

MEASURES = frozenset({"duration_h", "distance_km", "area_m2"})

Before: TypeAlias = tuple[Found | None, Sequence[Found]]
"""The figure that a sentence may take up, and all figures of the sentence before."""


class State:
    """The words of a sentence, the figures found so far, and what stood before it."""

    def __init__(
        self, text: str, folded: str, span: Span, inside: Sequence[Number], t: Tools, before: Before, listed: bool
    ) -> None:
        self.text, self.folded, (self.start, self.end), self.t = text, folded, span, t
        self.carry, self.recent, self.listed = *before, listed
        self.words = words(folded, *span, inside, t.table)
        self.fates = {f for w in self.words for f in w.fates}
        self.found: list[Found] = []
        self.after = 0

    @cached_property
    def scope(self) -> Scope | None:
        """The stretch of time that the sentence gives its figures for."""
        return scope_of(self.folded, self.start, self.end, self.t)

    def _previous(self) -> Found | None:
        """The figure before, past places, measures, and the 31 of "27 of 31: 10 over ..."."""
        passed = ("place", "measure")
        return next((f for f in reversed(self.found) if f.kind not in passed and not f.base), None)

    def _unsaid(self) -> list[tuple[str, str | None]]:
        """What a number without a noun may count: the same as before it, or the weapons that its sentence names."""
        previous = self._previous() or self.carry
        if previous and previous.kind in ("weapon", "object"):
            return [(previous.kind, previous.quantity.item)]
        return [("weapon", "drones")] if self._names_weapons else []

    @cached_property
    def _names_weapons(self) -> bool:
        return any(w.noun and w.noun.kind == "weapon" for w in self.words)

    def _taken_up(self, n: Number, p: rules.Phrase) -> Found | None:
        """A bare figure put against the one before: "позднее он назвал цифру 74", "the SBU claims 41"."""
        alike = (f for f in self.recent if n.value is not None and n.value in (f.quantity.value, f.quantity.low))
        told = [f for f in self.found if not f.base]
        previous = told[-1] if told else next(alike, self.carry)
        if previous is None or n.word and n.value == 1 or previous.quantity.of in ("duration_h", *MEASURES):
            return None
        if not self.t.figure.search(self.folded, max(self.start, n.text_start - 24), n.text_start):
            return None
        after = self.words[p.first + 1] if p.first + 1 < len(self.words) else None
        return previous if after is None or after.mark or after.text in self.t.lex.NO_NOUN else None

    def _inhabits(self, n: Number) -> bool:
        """ "Which is home to three million people"."""
        pattern = getattr(self.t.lex, "INHABITED", None)
        left = max(self.start, n.text_start - 16)
        return pattern is not None and pattern.search(self.folded, left, n.text_start) is not None

    def _count_verb(self, n: Number) -> re.Match[str] | None:
        """The word right before a number by which a count has come to it: "rose to", "stands at"."""
        return self.t.count_verbs.search(self.folded, max(self.start, n.text_start - 20), n.text_start)

    def _toll(self, p: rules.Phrase, n: Number) -> bool:
        """ "Put the number of dead at one": the new figure of a count."""
        counted = p.noun is None and rules.counted_noun(self.words, p, self.t.lex) is not None
        return counted and self._count_verb(n) is not None

    def _item(self, p: rules.Phrase, state: str | None) -> str | None:
        return p.noun.item if p.noun and p.noun.item else state

    def _index(self, previous: Found) -> int:
        if previous not in self.found:
            return -1
        part = previous.quantity.part_of
        return self.found.index(previous) if part is None else part

    def _part(self, n: Number, previous: Found) -> int | None:
        """Parts of a total that stands before them; several figures side by side have none."""
        if previous not in self.found:
            return -1
        q = previous.quantity
        if q.part_of is not None:
            return q.part_of
        between = self.folded[q.span[1] if q.span else 0 : n.start]
        smaller = n.value is not None and q.value is not None and n.value < q.value
        return self._index(previous) if smaller and ":" in between else None

    def _beside_part(self, p: rules.Phrase, of: QuantityOf, previous: Found | None) -> int | None:
        """ "Among them three policemen and one rescuer": what is joined to a part is a part of the same total."""
        if previous is None or previous not in self.found or previous.kind not in rules.PERSONS:
            return None
        q = previous.quantity
        return q.part_of if q.of == of and around.follows(self.words, q.span, p, self.t.lex) else None

    def _named_as(self, one: Found, noun: Noun) -> None:
        """Say who the one is that was counted before."""
        q = replace(one.quantity, item=noun.item, whom=noun.whom)
        self.found[self.found.index(one)] = one._replace(quantity=q, noun=noun)

    def _joins(self, p: rules.Phrase) -> bool:
        """Whether a phrase is joined to the base before it: "of 70 drones and 5 missiles, 52 were downed"."""
        last = self.found[-1] if self.found else None
        return last is not None and last.base and around.follows(self.words, last.quantity.span, p, self.t.lex)

    def _listed(self, one: lists.Single | None) -> None:
        if one is not None:
            self._single(one.first, one.last, one.noun, one.of, None, one.noun.kind)

    def _single(
        self, first: int, last: int, noun: Noun, of: QuantityOf, part: int | None, kind: str, value: int = 1
    ) -> None:
        span = (self.words[first].start, self.words[last].end)
        q = Quantity(
            of=of, item=noun.item, value=value, text=self.text[span[0] : span[1]], bound="exact", scope=self.scope,
            part_of=part, whom=noun.whom, span=span, confidence=0.7,
        )  # fmt: skip
        self.found.append(Found(q, kind, noun))

    def _add(
        self, n: Number, of: QuantityOf, item: str | None, noun: Noun | None, kind: str, part: int | None = None,
        factor: float = 1.0, end: int = 0,
    ) -> None:  # fmt: skip
        span = (n.text_start, max(n.text_end, end))
        q = Quantity(
            of=of, item=item, value=scaled(n.value, factor), low=scaled(n.low, factor), high=scaled(n.high, factor),
            text=self.text[span[0] : span[1]], bound=n.bound, scope=self.scope, part_of=part,
            whom=noun.whom if noun else None, span=span, confidence=0.9 if noun or end else 0.7,
        )  # fmt: skip
        self.found.append(Found(q, kind, noun))

"""Who did it, where no name says so: "police", "two men", "rescuers"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from types import ModuleType

from reportedly.claims.clauses import Clause
from reportedly.claims.things import Things
from reportedly.languages import lexicon
from reportedly.model import Actor, Span
from reportedly.model.terms import EventType

ACTED: frozenset[EventType] = frozenset(
    {"strike", "clash", "bombing", "capture", "response", "measure", "detention", "protest", "agreement", "other"}
)
"""Events that somebody does; of what befalls people, or is said of it, nobody is the doer."""


def nameless(things: Things, part: Clause, event: EventType, spoken: Sequence[Span]) -> Actor | None:
    """The subject of the event word in a clause, or who is named with "by" behind it; never those who only speak."""
    if event not in ACTED:
        return None
    trigger = next((t for t in part.triggers if t.event == event and t.strength in ("verb", "lead", "arms")), None)
    if trigger is None:
        return None
    rules = _rules(things.language)
    found = rules.subject(things.folded, part, trigger.start, trigger.end)
    if found is None or any(a < found[1] and found[0] < b for a, b in spoken):
        return None
    return Actor(name=things.report.text[found[0] : found[1]], span=found)


class _Rules:
    """The patterns of one language; without word order, the doer stands anywhere in the clause in its own form."""

    def __init__(self, data: ModuleType) -> None:
        self.doer = re.compile(rf"(?<!\w){data.DOER}(?!\w)")
        self.link = re.compile(rf" {data.LINK}")
        self.passive = re.compile(data.PASSIVE)
        self.article = re.compile(data.ARTICLE)
        self.by = re.compile(rf"(?<!\w){data.BY}({data.DOER})(?!\w)") if data.BY else None

    def subject(self, folded: str, part: Clause, start: int, end: int) -> Span | None:
        """Where the doer stands."""
        if self.by is None:
            return next((m.span() for m in self.doer.finditer(folded, part.start, part.end)), None)
        for m in self.doer.finditer(folded, part.start, end):
            if m.start() >= start or self._active(folded, m.end(), start):
                return self._bare(m)
        by = self.by.search(folded, end, part.end)
        return self._bare(by, 1) if by else None

    def _active(self, folded: str, end: int, verb: int) -> bool:
        """Whether what ends before a verb is its subject, and not acted on."""
        joined = end < verb and self.link.fullmatch(folded, end, verb)
        return bool(joined) and not self.passive.search(folded, end, verb)

    def _bare(self, m: re.Match[str], group: int = 0) -> Span:
        """A doer without its article."""
        article = self.article.match(m.string, m.start(group))
        return (article.end() if article else m.start(group), m.end())


@lru_cache(maxsize=8)
def _rules(language: str) -> _Rules:
    return _Rules(lexicon(language, "doers"))

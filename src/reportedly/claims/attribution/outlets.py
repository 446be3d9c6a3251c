"""Outlets beside a verb: to whom somebody speaks, and where the words appeared."""

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.naming import Naming
from reportedly.claims.attribution.records import Speaker, plausible
from reportedly.claims.attribution.tokens import OPENING, QUOTES, Tokens

_OUTLETS = ("media", "channel")


class Outlets:
    """Finds the outlets in one sentence."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.w = naming.w

    def at(self, s: Tokens, at: int) -> tuple[Speaker, int] | None:
        """The outlet that stands at token ``at``, perhaps behind its kind ("телеканалу X"); where it ends."""
        found = self.naming.context.directory.find(s.word[at : at + 5])
        if found and found[0].first <= 2 and found[0].party.kind in _OUTLETS:
            end = at + found[0].last
            got = self.naming.name(s, at + found[0].first, end, "gen")
            return (got, end + (s.at(end) in QUOTES and s.at(end) != "")) if got else None
        phrase = phrases.right(s, self.w, at)
        got = self.naming.name(s, *phrase, "gen") if phrase else None
        ok = got is not None and got.known and got.source.kind in _OUTLETS
        return (got, phrase[1]) if ok and phrase and got else None

    def listener(self, s: Tokens, at: int) -> tuple[Speaker, int] | None:
        """An outlet right after the verb, before the subject: "рассказал ТАСС источник"; where it ends."""
        found = self.naming.context.directory.find(s.word[at : at + 5])
        if not found or found[0].first > 1 or found[0].party.kind not in _OUTLETS:
            return None
        end = at + found[0].last
        twice = len(found) > 1 and found[1].first == found[0].last and found[1].party.kind in _OUTLETS
        if twice or s.at(end) in OPENING and s.at(end):
            return None  # "російське медіа SHOT", "РИА «Новости»" are one outlet
        if s.at(end) in QUOTES:
            end += 1
        if s.at(end) in ("в", "у", "во") and self._office(s, end + 1):
            return (got, end) if (got := self.naming.name(s, at, end, "dat")) else None
        if not s.is_word(end) or any(self.w.is_(s.at(end), c) for c in "pc") or s.at(end) in self.w.verbs:
            return None
        got = self.naming.name(s, at, end, "dat")
        return (got, end) if got else None

    def _office(self, s: Tokens, at: int) -> bool:
        """Whether a body that speaks is named in the locative: "сообщили РИА Новости в минздраве"."""
        told = self.w.patterns["ABROAD"].match(s.text, s.start[at - 1], s.last)
        phrase = None if told else phrases.right(s, self.w, at)
        got = self.naming.name(s, *phrase, "loc") if phrase else None
        return got is not None and plausible(got) and got.source.kind not in ("media", "document")

    def through(self, s: Tokens, a: int, b: int) -> tuple[Speaker, int] | None:
        """An outlet between subject and verb: "Артюх в комментарии телеканалу X признал"; where it begins."""
        for m in s.matches.get("ABROAD", ()):
            at = s.index(m.start())
            if at + 4 < a - 1 or at > a:
                continue
            got = self.naming.name(s, s.index(m.end()), b, "gen")
            if got and got.source.kind in _OUTLETS:
                return got, at
        return None

"""Parties of the directory in the words for a speaker: the speaker itself, or only part of its description."""

from msgspec import Struct

from reportedly.claims.attribution import inflection, persons
from reportedly.claims.attribution.records import Speaker
from reportedly.claims.attribution.tokens import Tokens
from reportedly.claims.attribution.words import Words, stem
from reportedly.model import Report, Source
from reportedly.model.terms import SourceKind
from reportedly.packs.sources import Directory, Found, Party


class Context(Struct, frozen=True):
    """What naming needs to know of the report."""

    report: Report
    directory: Directory
    words: Words
    publisher: Party | None


class Parties:
    """Finds who is meant by a name, with the report's date for offices."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.w = context.words

    def known(
        self, s: Tokens, idx: list[int], words: list[str], more: list[int], span: tuple[int, int]
    ) -> Speaker | None:
        """A party of the directory, if it is the speaker itself and not only part of the description."""
        found = [f for f in self.context.directory.find(words) if not self._namesake(words, f)]
        persons = [f for f in found if f.party.person]
        if not persons and more:
            persons = [f for f in self.context.directory.find([s.word[i] for i in more]) if f.party.person]
        nouns = [self.w.noun(s.low[i]) for i in idx]
        role = next((n.lemma for n in nouns if n and (n.lemma in self.w.raw.ROLES or n.lemma in self.w.takes_up)), None)
        if role is None and more:
            role = next((n.lemma for i in more if (n := self.w.noun(s.low[i])) and n.lemma in self.w.raw.ROLES), None)
        persons = [f for f in persons if not self._of_person(s, idx, f.first)] if len(persons) > 1 else persons
        titled = bool(persons) and words[min(persons[0].first, len(words) - 1)] in persons[0].party.given
        if persons and (titled or not self._of_person(s, idx, persons[0].first)):
            both = self._several(s, idx, [f.party.name for f in persons], [f.first for f in persons])
            return both or self.party(persons[-1].party, span, role)
        if persons:
            return None
        beside = self.context.directory.find([s.word[i] for i in more]) if more and not found else []
        if len(beside) == 1 and beside[0].last - beside[0].first == len(more):
            return self.party(beside[0].party, span, role)
        if not found or self._local(s, idx):
            return None
        joined = self._several(s, idx, found_names=[f.party.name for f in found], firsts=[f.first for f in found])
        if joined:
            return joined
        party, first, last = found[0].party, found[0].first, found[0].last
        if first == 0 and last == len(words):
            return self.party(party, span, role)
        inside = {i for f in found for i in range(f.first, f.last)}
        heads = [(i, n) for i, n in enumerate(nouns) if n and i not in inside]
        before = [n for i, n in heads if i < first]
        after = [n for i, n in heads if i >= last]
        if self._proper_after(words, last) or self._proper_after(words, 0, first):
            return None
        if party.kind in ("official", "military") and not party.state and self._elsewhere(words, last):
            return None
        if before and self._spokes(s, idx, first):
            return self.party(party, span, None)
        if before and any(n.kind == "anonymous" or n.lemma in self.w.raw.OFFICIALS for n in before):
            return None
        if before and before[0].lemma in self.w.raw.HEADS:
            holder = self.context.directory.holder(("head", "commander"), party.name, self.context.report.published)
            return self.party(holder, span, before[0].lemma) if holder else None
        if after and party.state or any(n.kind != "media" and n.lemma not in ("agency", "news") for n in after):
            return None
        if before and any(n.lemma in self.w.raw.PERSONAL or n.kind in ("witness", "expert") for n in before):
            return None
        if party.state and len(words) > last - first:
            return None
        return self.party(party, span, None)

    def _namesake(self, words: list[str], found: Found) -> bool:
        """Whether a surname alone was found, but another first name stands before it."""
        if not found.party.person or found.last - found.first > 1:
            return False
        after = words[found.last] if found.last < len(words) else ""
        if persons.is_name(after) and found.first == 0 and after not in found.party.given:
            return self.w.noun(after.lower()) is None  # "Kim Jong Un" is not Vitaliy Kim
        if found.first == 0:
            return False
        first = words[found.first - 1]
        if not inflection.is_forename(first, self.w.language):
            return False
        return not any(stem(first)[:3] == stem(g)[:3] for g in found.party.given)

    def _of_person(self, s: Tokens, idx: list[int], first: int) -> bool:
        """Whether the person is only whom the speaker works for: "представитель администрации Байдена"."""
        return first > 0 and first <= len(idx) and s.low[idx[first - 1]] in self.w.raw.OFFICE_OF

    def _several(self, s: Tokens, idx: list[int], found_names: list[str], firsts: list[int]) -> Speaker | None:
        if len(found_names) != 2:
            return None
        between = [s.low[i] for i in idx[firsts[0] : firsts[1]]]
        if not any(x in self.w.raw.SUBJECT_JOINS for x in between):
            return None
        name = " and ".join(found_names)
        return Speaker(
            source=Source(name=name, kind=None, named="name", span=(s.start[idx[0]], s.end[idx[-1]])),
            classes=frozenset(("many",)),
            known=True,
        )

    def _proper_after(self, words: list[str], first: int, last: int | None = None) -> bool:
        """Whether a person's name of two words stands in ``words[first:last]``."""
        part = words[first:last]
        return any(
            persons.is_name(x) and persons.is_name(y) and inflection.is_forename(x, self.w.language)
            for x, y in zip(part, part[1:], strict=False)
        )

    def _elsewhere(self, words: list[str], last: int) -> bool:
        """Whether a body known by its bare name is another land's: «Минобороны ФРГ», «МИД страны»."""
        following = words[last] if last < len(words) and self.w.inverts else ""
        return following[:1].isupper() or following in self.w.raw.LANDS

    def _spokes(self, s: Tokens, idx: list[int], first: int) -> bool:
        text = " ".join(s.low[i] for i in idx[:first])
        lemma = {n.lemma for i in idx[:first] if (n := self.w.noun(s.low[i]))}
        return any(x in text or x in lemma for x in self.w.raw.SPOKES)

    def _local(self, s: Tokens, idx: list[int]) -> bool:
        """Whether the words are for a body of a region or town: "the regional health ministry"."""
        here = any(self.w.patterns["LOCAL"].fullmatch(s.low[i]) for i in idx)
        return here and any(self.w.noun(s.low[i]) for i in idx)

    def party(self, party: Party, span: tuple[int, int], role: str | None) -> Speaker:
        classes = {"person"} if party.person else {party.kind, "body"}
        if party.name.rsplit(" ", 1)[-1] in ("authorities", "officials", "sources", "channels", "media", "bloggers"):
            classes = {party.kind + "s", "many"}
        if "Ministry" in party.name:
            classes.add("ministry")
        if party.state:
            classes.add("country")
        kind: SourceKind = party.kind  # type: ignore[assignment]
        source = Source(
            name=party.name,
            kind=kind,
            named="name",
            side=party.side,
            public=party.person or None,
            span=span,
            confidence=0.95,
        )
        return Speaker(source=source, classes=frozenset(classes), role=role, known=True)

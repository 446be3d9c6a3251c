"""From the words for a speaker to a source: known party, person, body of a spokesman, group, or as written."""

import re

from reportedly.claims.attribution import inflection, persons
from reportedly.claims.attribution.memory import Memory
from reportedly.claims.attribution.parties import Context, Parties
from reportedly.claims.attribution.records import Speaker
from reportedly.claims.attribution.tokens import Tokens
from reportedly.claims.attribution.words import Noun, folded
from reportedly.model import Source
from reportedly.model.terms import Named
from reportedly.packs.sources import Party

OWN = "(publisher)"
_SURNAME = re.compile(r"(?:[оеєё]в|[иіїы]н|ий|ой|ко|[уюая]к|ич|ян|ец|єць|[оеє]ва|[иі]на|ая|[чд]зе|ль|ер|ман|штейн)$")


class Naming:
    """Names speakers in one report, against the speakers named so far."""

    def __init__(self, context: Context, memory: Memory) -> None:
        self.context = context
        self.memory = memory
        self.w = context.words
        self.parties = Parties(context)

    def case(self, parts: tuple[str, ...]) -> str:
        """The case that a preposition asks for; words such as "по данным" ask for the genitive."""
        if not self.w.inverts:
            return "nom"
        asked: str = self.w.raw.FIRST_CASE.get(parts[-1], "gen")
        return asked

    def name(
        self, s: Tokens, a: int, b: int, case: str = "nom", extra: tuple[int, int] | None = None
    ) -> Speaker | None:
        """The speaker that tokens ``a``..``b`` stand for; ``extra`` is an apposition; ``None``: no plausible speaker.

        ``case``: the grammatical case that the construction asks for (nom, gen, acc, dat, ins, loc).
        """
        idx = [i for i in range(a, b) if s.is_word(i)]
        definite = bool(idx) and s.low[idx[0]] in ("the", "this", "that")
        idx = self._trimmed(s, idx)
        if not idx:
            return None
        low = [s.low[i] for i in idx]
        span = (s.start[idx[0]], s.end[idx[-1]])
        if len(low) == 1 and low[0] in self.w.raw.PRONOUNS:
            return self._taken(self.memory.take_up(self.w.raw.PRONOUNS[low[0]]), span)
        if self.w.is_(low[0], "o") or self._own_noun(s, idx):
            return self.publisher(span)
        if low[-1] in self.w.raw.DATA_NOUNS and (len(low) == 1 or not self.w.inverts):
            return self._taken(self.memory.last(), span) if len(low) == 1 and (definite or self.w.inverts) else None
        if self.w.patterns["UNOWNED"].fullmatch(" ".join(low)):
            return None
        words = [s.word[i] for i in idx]
        more = [i for i in range(*extra) if s.is_word(i)] if extra else []
        found = self.parties.known(s, idx, words, more, span)
        return found or self._described(s, idx, words, low, span, case, more)

    def as_written(self, s: Tokens, a: int, b: int) -> Speaker | None:
        """A speaker of whom nothing is known but the words."""
        idx = self._trimmed(s, [i for i in range(a, b) if s.is_word(i)])
        if not idx:
            return None
        span = (s.start[idx[0]], s.end[idx[-1]])
        return self._new(" ".join(s.word[i] for i in idx), None, "role", span, frozenset(("body",)), None)

    def publisher(self, span: tuple[int, int]) -> Speaker:
        """The publisher, by its own word for itself; never a link of its own chain."""
        source = Source(name=OWN, kind="media", named="role", span=span, confidence=0.9)
        return Speaker(source=source, classes=frozenset(("body", "own")), known=True)

    def _own_noun(self, s: Tokens, idx: list[int]) -> bool:
        """As in "the Office" in a bulletin of an office: a capitalised noun that names the publisher."""
        if len(idx) != 1 or self.w.inverts or not s.word[idx[0]][0].isupper() or s.at(idx[0] - 1) != "the":
            return False
        publisher = (self.context.report.publisher or "").lower().split()
        return s.low[idx[0]] in publisher and s.low[idx[0]] in self.w.nouns

    def _trimmed(self, s: Tokens, idx: list[int]) -> list[int]:
        while idx and (
            self.w.is_(s.low[idx[0]], "a") or s.low[idx[0]] in ("the", "its", "their", "his", "her") and len(idx) > 1
        ):
            idx = idx[1:]
        while idx and (
            self.w.is_(s.low[idx[-1]], "t") or self.w.is_(s.low[idx[-1]], "p") or self.w.is_(s.low[idx[-1]], "a")
        ):
            idx = idx[:-1]
        while len(idx) > 1 and self.w.is_(s.low[idx[0]], "t"):
            idx = idx[1:]
        return idx

    def party(self, party: Party, span: tuple[int, int], role: str | None) -> Speaker:
        """A party of the directory as a speaker."""
        return self.parties.party(party, span, role)

    def again(self, speaker: Speaker, span: tuple[int, int]) -> Speaker:
        """An earlier speaker, taken up by the words at ``span``."""
        return self._taken(speaker, span) or speaker

    def _taken(self, speaker: Speaker | None, span: tuple[int, int]) -> Speaker | None:
        if speaker is None:
            return None
        source = speaker.source
        again = Source(
            name=source.name,
            kind=source.kind,
            named=source.named,
            side=source.side,
            public=source.public,
            span=span,
            confidence=0.8,
        )
        return Speaker(source=again, classes=speaker.classes, role=speaker.role, known=speaker.known)

    def _described(
        self,
        s: Tokens,
        idx: list[int],
        words: list[str],
        low: list[str],
        span: tuple[int, int],
        case: str,
        more: list[int],
    ) -> Speaker | None:
        table = self.w.nouns if case in ("nom", "acc") else self.w.oblique
        nouns = [(i, n) for i, x in enumerate(low) if (n := table.get(x) or self.w.noun(x))]
        head = self._head([n for _, n in nouns]) if self.w.inverts else self._last_of_chunk(low, nouns)
        person = persons.person(words, low, nouns, case, self.w)
        if person is None and more and head:
            person = persons.apposed(s, more, self.w)
        if person:
            role = next((n.lemma for _, n in nouns if n.lemma in self.w.raw.ROLES or n.lemma in self.w.takes_up), None)
            return self._new(
                person,
                "official" if head is None else head.kind,
                "name",
                span,
                frozenset(("person",)),
                role,
                known=True,
            )
        if head and head.kind in ("channel", "media") and low[0] in self.w.raw.NUMERALS:
            words, low, nouns = words[1:], low[1:], [(i - 1, n) for i, n in nouns]
        if head is None:
            return self._proper(s, idx, words, span)
        if head.kind == "document" and not self.w.inverts:
            end = next(i for i, n in nouns if n is head) + 1
            words, low = words[:end], low[:end]
        if (
            head.kind == "document"
            and not self.w.inverts
            and s.at(idx[len(words) - 1] + 1) == "on"
            and s.at(idx[len(words) - 1] + 2) == "social"
        ):
            words = [*words, "on", "social", "media"]
        called = persons.called(s, idx, words, nouns, self.w)
        if called:
            return self._new(called, head.kind, "name", span, frozenset((head.kind, "body")), None, known=True)
        group = self._group(low, head)
        if group:
            return self._new(group, head.kind, "anonymous", span, frozenset((head.kind, "many")), None)
        held = self._office(words, nouns, span) or self._fronted(s, idx, low, nouns, span)
        again = held or self._spokesman(s, idx, head, span) or self._definite(low, nouns, span)
        if again:
            return again
        if not self.w.inverts:
            end = max(i for i, _ in nouns) + 1
            rest = words[end:]
            if rest and all(x.islower() and not self.w.is_(x, "p") for x in rest):
                words = words[:end]  # "officials briefed on the matter"
        name = " ".join(words) if case == "nom" else inflection.head(words, self.w, case)
        if not self.w.inverts and len(words) == 1 and name.istitle():
            name = name.lower()
        one = (
            head.lemma in self.w.raw.PERSONAL
            or head.kind in ("anonymous", "expert", "witness")
            or self.w.takes_up.get(head.lemma, "").startswith("person")
        )
        classes = frozenset((head.kind, "person" if one else "body"))
        named: Named = "anonymous" if head.kind in ("anonymous", "witness") else "role"
        return self._new(name, head.kind, named, span, classes, head.lemma)

    def _head(self, nouns: list[Noun]) -> Noun | None:
        if not nouns:
            return None
        anonymous = next((n for n in nouns if n.kind == "anonymous"), None)
        if self.w.inverts and len(nouns) > 1 and nouns[0].lemma.endswith(("ый", "ий", "ой")):
            return anonymous or nouns[1]  # an adjective that is also a noun: "местные СМИ"
        return anonymous or nouns[0]

    def _last_of_chunk(self, low: list[str], nouns: list[tuple[int, Noun]]) -> Noun | None:
        """The head of an English phrase: the last noun before its first preposition."""
        stop = next((i for i, x in enumerate(low) if self.w.is_(x, "p") and i > 0), len(low))
        first = [n for i, n in nouns if i < stop] or [n for _, n in nouns]
        return next((n for n in first if n.kind == "anonymous"), first[-1] if first else None)

    def _group(self, low: list[str], head: Noun) -> str | None:
        """The English name of a group that has no other ("местные жители" are residents)."""
        bare = [x for x in low if not self.w.is_(x, "d")]
        forms = (" ".join(low), " ".join(bare), inflection.head(bare, self.w, "gen"))
        found = next((self.w.canonical[f] for f in forms if f in self.w.canonical), None)
        plural = head.plural if self.w.inverts else head.lemma.endswith("s")
        if found is None and head.kind == "witness" and plural:
            found = self.w.canonical.get(folded(head.nominative))
        return found

    def _spokesman(self, s: Tokens, idx: list[int], head: Noun, span: tuple[int, int]) -> Speaker | None:
        """As in "её представитель": a spokesman of whoever was last spoken of."""
        if head.lemma in self.w.raw.SPOKES and s.low[idx[0]] in self.w.raw.POSSESSIVE:
            return self._taken(self.memory.last(), span)
        return None

    def _definite(self, low: list[str], nouns: list[tuple[int, Noun]], span: tuple[int, int]) -> Speaker | None:
        """A definite noun without a description of its own takes up an earlier speaker."""
        noun = nouns[-1][1] if not self.w.inverts else nouns[0][1]
        role = self.memory.role(noun.lemma) or self._same_office(noun.lemma)
        if role and noun.lemma in self.w.raw.ROLES and self.context.directory.place(low) is None:
            return self._taken(role, span)
        plain = [
            x
            for x in low
            if not self.w.is_(x, "d") and x not in ("same", "же", "этот", "этого", "цей", "этом", "цього")
        ]
        indefinite = ("a", "an", "some", "several", "two", "three", "many", "one", "another", "other", "local", "most")
        if len(plain) != 1 or (
            not self.w.inverts and (low[0] in indefinite or noun.lemma.endswith("s") and low[0] == plain[0])
        ):
            return None
        wanted = self.w.takes_up.get(noun.lemma) or self.w.takes_up.get(folded(noun.nominative))
        named = self.memory.called(noun.lemma) if not self.w.inverts else None
        taken = named or self.memory.take_up(wanted) if wanted else None
        only = self.w.raw.ARMIES.get(noun.lemma)
        if taken and only and not re.search(only, taken.source.name, re.IGNORECASE):
            return None
        return self._taken(taken, span)

    def _same_office(self, lemma: str) -> Speaker | None:
        """The governor named before, now "глава региона": role words that stand for one office."""
        offices = self.w.raw.ROLES.get(lemma, "").split(",")
        if "governor" not in offices:
            return None
        others = (x for x, held in self.w.raw.ROLES.items() if "governor" in held.split(","))
        return next((speaker for x in others if (speaker := self.memory.role(x))), None)

    def _office(self, words: list[str], nouns: list[tuple[int, Noun]], span: tuple[int, int]) -> Speaker | None:
        national = next((self.w.raw.NATIONAL[n.lemma] for _, n in nouns if n.lemma in self.w.raw.NATIONAL), None)
        elsewhere = self.context.directory.place(words) is not None or self.memory.role(nouns[0][1].lemma) is not None
        if national and not elsewhere:
            holder = self.context.directory.holder((national[0],), national[1], self.context.report.published)
            return self.parties.party(holder, span, None) if holder else None
        noun = next((n for _, n in nouns if n.lemma in self.w.raw.ROLES), None)
        place = self.context.directory.place([x.removesuffix("'s").removesuffix("’s") for x in words]) if noun else None
        if noun is None or place is None:
            return None
        options = tuple(self.w.raw.ROLES[noun.lemma].split(","))
        date = self.context.report.published
        party = self.context.directory.holder(options, place, date) or self.context.directory.holder(
            options, f"{place} Oblast", date
        )
        return self.parties.party(party, span, noun.lemma) if party else None

    def _fronted(
        self, s: Tokens, idx: list[int], low: list[str], nouns: list[tuple[int, Noun]], span: tuple[int, int]
    ) -> Speaker | None:
        """As in "In Kherson, the regional governor said": the office of the place that opens the sentence."""
        noun = next((n for _, n in nouns if n.lemma in self.w.raw.ROLES), None)
        comma = next((k for k in range(1, min(5, len(s))) if s.word[k] == ","), None)
        if noun is None or comma is None or s.low[0] != "in" or comma >= idx[0] or idx[0] - comma > 3:
            return None
        held = self._office([*s.word[1:comma], *low], nouns, span)
        return held or self._new(" ".join(low), "official", "role", span, frozenset(("official", "person")), noun.lemma)

    def _proper(self, s: Tokens, idx: list[int], words: list[str], span: tuple[int, int]) -> Speaker | None:
        """A phrase without a noun that we know: a proper name, or nothing."""
        named = persons.ends_in_name(words, self.w)
        if named:
            return self._new(named, None, "name", span, frozenset(("person",)), None, known=True)
        run = [x for x in words if (persons.is_name(x) or x.isupper()) and not self.w.is_(folded(x), "d")]
        small = [
            x for x in words if any(self.w.is_(folded(x), c) for c in "dp") or x.lower() in self.w.raw.SUBJECT_JOINS
        ]
        if not run or len(run) + len(small) < len(words):
            return None
        earlier = self.memory.surname(words[-1])
        if earlier:
            return self._taken(earlier, span)
        person = len(run) >= 2 and inflection.is_forename(words[0], self.w.language)
        opens = idx[0] == 0 or not s.is_word(idx[0] - 1)
        sure = len(run) > 1 or not opens or words[0].isupper()
        if (
            len(run) == 1
            and self.w.inverts
            and not (words[-1].isascii() or words[-1].isupper() or _SURNAME.search(words[-1]))
        ):
            return None
        classes = frozenset(("person",)) if person else frozenset(("person", "body"))
        return self._new(" ".join(words), None, "name", span, classes, None, known=sure)

    def _new(
        self,
        name: str,
        kind: str | None,
        named: Named,
        span: tuple[int, int],
        classes: frozenset[str],
        role: str | None,
        known: bool = False,
    ) -> Speaker:
        own = (self.context.report.publisher or "").removeprefix("telegram:").casefold()
        if kind == "anonymous" and own and " " in name:
            name = " ".join(x for x in name.split() if x.casefold() != own)
        source = Source(name=name, kind=kind, named=named, span=span, confidence=0.7 if known else 0.6)  # type: ignore[arg-type]
        if "ministry" in name.lower():
            classes |= {"ministry"}
        return Speaker(source=source, classes=classes, role=role, known=known)

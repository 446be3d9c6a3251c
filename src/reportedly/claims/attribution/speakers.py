"""Who speaks a verb: the phrase to its left or right, an apposition, an outlet between, or the speaker before."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from reportedly.claims.attribution import phrases
from reportedly.claims.attribution.inflection import nominative
from reportedly.claims.attribution.naming import Naming
from reportedly.claims.attribution.outlets import Outlets
from reportedly.claims.attribution.records import Draft, Speaker, fresh, plausible
from reportedly.claims.attribution.tokens import CLOSING, QUOTES, Tokens
from reportedly.claims.attribution.words import Words

_BREAKS = frozenset(",;:—–()-")


_Look: TypeAlias = Callable[[Tokens, int, bool], "Voice | None"]


class Voice(Struct, frozen=True, kw_only=True):
    """A speaker with the tokens of its words.

    ``side``: left or right of the verb, this or that ("об этом" at the head or later), joined (a verb that goes on).
    """

    speaker: Speaker
    first: int
    last: int
    side: str
    outer: tuple[Speaker, ...] = ()


class Speakers:
    """Finds the speaker of a verb in one sentence."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.outlets = Outlets(naming)
        self.w: Words = naming.w

    def of(self, s: Tokens, i: int, kind: str, before: list[Draft]) -> Voice | None:
        """The speaker of the verb at token ``i``; "strong" verbs take any short subject, "this" ones only "об этом"."""
        mark = (
            next((s.end[k] for k in range(i - 1, -1, -1) if s.word[k] in ",;—–"), s.first)
            if self.w.inverts
            else s.first
        )
        for begin in {s.first, mark + (mark > s.first)}:
            this = self.w.patterns["THIS_WAS"].match(s.text, begin, s.start[i] + 1)
            if this and self.w.inverts and s.text[this.end() : s.start[i]].count(" ") <= 5:
                return self._this(s, i, this.end(), begin)
        if kind == "this":
            return None
        strong = kind == "strong"
        previous = self.adjacent(s, i)
        quoted = previous in CLOSING + "\"'" and previous != ""
        order = self._order(s, i, previous, quoted)
        for look in order:
            voice = look(s, i, strong)
            if (
                voice
                and voice.side == "right"
                and len(order) > 1
                and order[0] == self.left
                and not strong
                and not self._ends(s, i)
            ):
                continue
            if voice:
                return voice
        return self._joined(s, i, before) or (self._at_head(s, i) if kind == "deny" else None)

    def _at_head(self, s: Tokens, i: int) -> Voice | None:
        """The subject at the head of a sentence that its verb closes: «Киев причастность к удару отрицает»."""
        if not self.w.inverts or s.at(i + 1) not in (".", "", ","):
            return None
        opener = self._opener(s, i)
        return Voice(speaker=opener, first=0, last=i, side="left") if opener else None

    def _order(self, s: Tokens, i: int, previous: str, quoted: bool) -> "tuple[_Look, ...]":
        """Where to look first for the subject, by the token before the verb."""
        if previous == "," and self.inserted(s, i) and not (self.w.inverts and self._ends(s, i)):
            return (self.left, self._right)
        if self.w.inverts:
            first = previous in _BREAKS or quoted or previous in ("", self.w.raw.TAKEN_UP, '"')
            return (self._right, self.left) if first else (self.left, self._right)
        return (self._right, self.left) if quoted or previous in (",", self.w.raw.TAKEN_UP) else (self.left,)

    def _ends(self, s: Tokens, i: int) -> bool:
        """Whether a known speaker after the verb ends the clause: ", рассказали в МЧС."."""
        phrase = self.right_phrase(s, i + 1)
        if phrase is None or s.at(phrase[1]) not in (".", "", ",", ";"):
            return False
        got = self.naming.name(s, *phrase)
        return got is not None and plausible(got) and got.source.kind != "document"

    def adjacent(self, s: Tokens, i: int) -> str:
        """The token before a verb, adverbs and auxiliaries skipped; empty at the head of the sentence."""
        k = self._skipped(s, i) - 1
        return s.low[k] if k >= 0 else ""

    def _skipped(self, s: Tokens, i: int) -> int:
        """Where the words right before a verb begin that are adverbs, auxiliaries or "not"."""
        k = i
        if k > 2 and s.word[k - 1] == ")":
            opened = next((n for n in range(k - 2, max(k - 9, 0), -1) if s.word[n] == "("), k)
            k = opened
        while k > 0 and s.is_word(k - 1):
            if (s.at(k - 2), s.at(k - 1)) in self.w.raw.BEFORE_THAT:
                k -= 2
                continue
            low = s.low[k - 1]
            adverb = (
                self.w.inverts
                and low.endswith(("о", "ски"))
                and len(low) > 4
                and self.w.noun(low) is None
                and s.word[k - 1].islower()
            ) or (not self.w.inverts and low.endswith("ly") and low not in self.w.nouns and s.word[k - 1].islower())
            dative = self.w.inverts and self.w.is_(low, "n")
            if not (self.w.is_(low, "a") or low in self.w.raw.AUXILIARIES or adverb or dative):
                break
            k -= 1
        return k

    def inserted(self, s: Tokens, i: int) -> bool:
        """Whether the comma before the verb closes an insertion after a subject."""
        comma = self._opening_comma(s, i)
        if comma is None or s.at(comma + 1) in getattr(self.w.raw, "CONSEQUENCES", ()):
            return False
        phrase = phrases.left(s, self.w, comma)
        got = self.naming.name(s, phrase[0], phrase[1]) if phrase else None
        return got is not None and plausible(got)

    def _opening_comma(self, s: Tokens, i: int) -> int | None:
        end = self._skipped(s, i)
        if end < 2 or s.word[end - 1] != ",":
            return None
        k = end - 2
        while k > 0 and s.word[k] not in _BREAKS and s.word[k] not in '"':
            k -= 1
        if k <= 0 or s.word[k] != "," or end - k >= 26:
            return None
        aged = k > 2 and s.word[k - 1].isdigit() and s.word[k - 2] == ","  # "Ivan Petrov, 31, a teacher, said"
        return k - 2 if aged else k

    # ------------------------------------------------------------------ sides
    def left(self, s: Tokens, i: int, strong: bool) -> Voice | None:
        extra: tuple[int, int] | None = None
        end = self._skipped(s, i)
        outer: tuple[Speaker, ...] = ()
        if end > 0 and s.word[end - 1] == ",":
            comma = self._opening_comma(s, i)
            if comma is None or s.at(comma + 1) in getattr(self.w.raw, "CONSEQUENCES", ()):
                return None
            extra, end = (comma + 1, end - 1), comma
        if end > 1 and s.low[end - 1] in self.w.raw.RELATIVES:
            end -= 1 + (s.word[end - 2] == ",")
        phrase = phrases.left(s, self.w, end)
        if phrase is None:
            return None
        a, b, preposition = phrase
        case = "nom"
        through = self.outlets.through(s, a, b) if preposition else None
        if through:
            outer = (through[0],)
        person = self._person_in(s, a, b) if preposition and self.w.inverts else None
        if person is not None:
            a, preposition = person, False
        if preposition and (through or not self._body_in(s, a, b)):
            behind = self._behind(s, through[1] if through else a - 1)
            if behind:
                a, b, preposition = behind
            elif through:
                return None
        if preposition and self.w.inverts:
            if s.at(a - 1) in ("в", "во", "у"):
                case = "loc"
            else:
                nominative = self._nominative(s, a, b)
                if nominative is None:
                    return None
                a = nominative
        speaker = self.naming.name(s, a, b, case, extra)
        if speaker is None and extra:
            speaker = self._on_behalf(s, extra)
        if speaker is None and s.low[i] in self.w.raw.SPEAKING and case == "nom" and not preposition and b - a <= 6:
            speaker = self.naming.as_written(s, a, b) if extra is None and self._some_person(s, a, b) else None
        if speaker is None or case == "loc" and speaker.source.kind is None:
            return None
        if preposition and not self.w.inverts and not any(x in self.w.nouns for x in s.low[a:b]) and extra is None:
            return None
        if not plausible(speaker) and not (strong and fresh(speaker) and case == "nom"):
            return None
        if (
            speaker.source.kind == "document"
            and fresh(speaker)
            and self.w.inverts
            and self.w.verbs.get(s.low[i]) != "strong"
        ):
            return None
        return Voice(speaker=speaker, first=a - (case == "loc"), last=b, side="left", outer=outer)

    def _person_in(self, s: Tokens, a: int, b: int) -> int | None:
        """Where a person's name in the nominative begins: "Председатель комитета по обороне Иван Петров"."""
        return next(
            (k for k in range(a, b - 1) if nominative(s.word[k], self.w.language) and s.word[k][0].isupper()), None
        )

    def _body_in(self, s: Tokens, a: int, b: int) -> bool:
        """As in "В Минобороны заявили": the phrase behind the preposition speaks itself."""
        if not self.w.inverts or s.at(a - 1) not in ("в", "во", "у"):
            return False
        got = self.naming.name(s, a, b, "loc")
        return got is not None and plausible(got) and got.source.kind != "document" and "person" not in got.classes

    def _behind(self, s: Tokens, end: int) -> tuple[int, int, bool] | None:
        """The subject left of up to three phrases with prepositions: "Officials in a briefing on Monday said"."""
        for _ in range(3):
            if end > 2 and s.word[end - 1] == ",":
                end = next((k for k in range(end - 2, max(end - 24, 0), -1) if s.word[k] == ","), end)
            phrase = phrases.left(s, self.w, end)
            if phrase is None:
                return None
            a, b, preposition = phrase
            if not preposition:
                got = self.naming.name(s, a, b)
                return (a, b, False) if got and plausible(got) else None
            end = a - 1
        return None

    def _nominative(self, s: Tokens, a: int, b: int) -> int | None:
        """Where a subject begins after a phrase of time or place: "Около семи утра жители услышали"."""
        for k in range(a + 1, b):
            noun = self.w.nouns.get(s.low[k])
            if noun and s.low[k] == noun.nominative.lower().replace("ё", "е"):
                return k
            found = self.naming.context.directory.find(s.word[k:b])
            if found and found[0].first == 0 and s.word[k][0].isupper():
                return k
        return None

    def _some_person(self, s: Tokens, a: int, b: int) -> bool:
        """Whether a phrase may stand for a speaker of whom nothing is known: it opens the clause, with a determiner."""
        opens = a == 0 or not s.is_word(a - 1) or s.at(a - 1) in self.w.raw.GOES_ON
        known = any(s.low[k] in self.w.raw.DATA_NOUNS for k in range(a, b)) or s.low[a] in self.w.raw.INANIMATE
        known = known or s.low[a] in self.w.raw.PRONOUNS
        many = a == 0 and s.low[b - 1].endswith("s")
        return opens and not known and (self.w.inverts or many or self.w.is_(s.low[a], "d"))

    def _on_behalf(self, s: Tokens, extra: tuple[int, int]) -> Speaker | None:
        """As in "Another account, on the X channel, spoke of": the speaker stands in the insertion."""
        if s.at(extra[0]) not in ("on", "by", "from", "via", "in"):
            return None
        got = self.naming.name(s, extra[0] + 1, extra[1])
        return got if got and (got.known or got.source.kind in ("media", "channel")) else None

    def _right(self, s: Tokens, i: int, strong: bool) -> Voice | None:
        at = i + 1
        outer: tuple[Speaker, ...] = ()
        heard = self.outlets.listener(s, at)
        if heard:
            outer, at = (heard[0],), heard[1]
        phrase = self.right_phrase(s, at)
        if phrase is None:
            return None
        a, b, case = phrase
        extra = None
        if s.at(b) == ",":
            close = next((k for k in range(b + 1, min(b + 12, len(s))) if s.word[k] in ",.;"), len(s))
            extra = (b + 1, close)
        speaker = self.naming.name(s, a, b, case, extra)
        told = self.w.inverts and s.low[i] in self.w.raw.SPEAKING and case == "nom" and b - a <= 5
        if speaker is None and told and s.at(b) in (",", ".", "", ";") and s.at(a) not in self.w.raw.PRONOUNS:
            speaker = self.naming.as_written(s, a, b)
        if speaker is None or not (plausible(speaker) or strong and fresh(speaker) and case == "nom"):
            return None
        if not self.w.inverts and not (s.word[a][0].isupper() or any(x in self.w.nouns for x in s.low[a:b])):
            return None
        if speaker.source.kind == "document":
            return None
        if extra and any(s.low[k] in self.w.nouns for k in range(extra[0], min(extra[0] + 3, extra[1]))):
            b = extra[1]
        return Voice(speaker=speaker, first=i, last=b, side="right", outer=outer)

    def right_phrase(self, s: Tokens, at: int) -> tuple[int, int, str] | None:
        """The phrase to the right of a verb; "сообщили в ведомстве" is in the locative."""
        k = at
        while k < len(s) and s.is_word(k) and any(self.w.is_(s.low[k], c) for c in "atn"):
            k += 1
        m = self.w.patterns["ABROAD"].match(s.text, s.start[k], s.last) if k < len(s) else None
        if m and self.w.inverts:
            outlet = self.outlets.at(s, s.index(m.end()))
            skip = outlet[1] if outlet else (phrases.right(s, self.w, s.index(m.end())) or (0, k))[1]
            if skip < len(s) and s.is_word(skip):
                k = skip
        if self.w.inverts and s.at(k) in ("в", "во", "у", "на"):
            own = k + 1 + (s.at(k + 1) in ("своем", "своєму", "своей", "своїй"))
            if s.at(own) in self.w.raw.PLATFORMS:
                k = own + 1
                while k < len(s) and (s.word[k] in QUOTES or self.w.is_(s.low[k], "t")):
                    k += 1
        if self.w.inverts and s.at(k) in ("в", "во", "у", "на"):
            phrase = phrases.right(s, self.w, k + 1)
            return (*phrase, "loc") if phrase else None
        phrase = phrases.right(s, self.w, k)
        return (*phrase, "nom") if phrase else None

    def _this(self, s: Tokens, i: int, at: int, begin: int) -> Voice | None:
        """As in "Об этом сообщил X": the speaker after the verb or before it, an outlet between or behind."""
        outer: list[Speaker] = []
        first, opens = s.index(at), s.index(begin)
        side = "this" if opens == 0 else "that"
        if first < i:
            found = self.naming.context.directory.find(s.word[first:i])
            part = found[0] if found and found[0].party.kind in ("media", "channel") else None
            got = self.naming.name(s, first + part.first, first + part.last) if part else self.naming.name(s, first, i)
            if got and got.source.kind in ("media", "channel"):
                outer.append(got)
            elif got and plausible(got):
                return Voice(speaker=got, first=opens, last=i, side=side)
        heard = self.outlets.listener(s, i + 1)
        phrase = self.right_phrase(s, heard[1] if heard else i + 1)
        if heard:
            outer.append(heard[0])
        speaker = self.naming.name(s, *phrase) if phrase else None
        if speaker is None and phrase:
            speaker = self.naming.as_written(s, phrase[0], phrase[1])
        if phrase is None or speaker is None:
            return Voice(speaker=outer[0], first=opens, last=i, side=side) if outer else None
        return Voice(speaker=speaker, first=opens, last=phrase[1], side=side, outer=tuple(outer))

    def _joined(self, s: Tokens, i: int, before: list[Draft]) -> Voice | None:
        """As in "X denied A and said B": the verb goes on with the last speaker, or with who opened the sentence."""
        k = self._skipped(s, i) - 1
        opens = k < 0 or not any(s.is_word(x) for x in range(k + 1))
        recent = self.naming.memory.recent() if opens and self.w.inverts else None
        if recent and self.w.verbs.get(s.low[i]) == "strong" and not s.low[i].endswith(("тся", "ться")):
            return Voice(speaker=self.naming.again(recent, (s.start[i], s.end[i])), first=i, last=i + 1, side="joined")
        if k < 0 or s.low[k] not in self.w.raw.GOES_ON:
            return None
        near = [d for d in before if d.right <= s.start[i] and d.speaker]
        if near:
            last = max(near, key=lambda d: d.right)
            return Voice(speaker=last.speaker, first=k, last=i, side="joined", outer=last.outer)  # type: ignore[arg-type]
        opener = self._opener(s, k)
        return Voice(speaker=opener, first=k, last=i, side="joined") if opener else None

    def _opener(self, s: Tokens, before: int) -> Speaker | None:
        """The person or body that opens the sentence as its subject."""
        found = self.naming.context.directory.find(s.word[: min(before, 12)])
        if not found or found[0].first > 6:
            return None
        a, b = found[0].first, found[0].last
        if not self.w.inverts and a and self.w.is_(s.low[a - 1], "p"):
            return None  # "the policy toward Syria has not changed and shows"
        if any(not s.is_word(k) for k in range(a)) and not s.low[0][0].isdigit() and len(s.low[0]) > 4:
            return None
        return self.naming.name(s, a, b)

"""One sentence read for its figures: each number, and each single person, with what became of it."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from reportedly.entities import quantity_around as around
from reportedly.entities import quantity_lists as lists
from reportedly.entities import quantity_rules as rules
from reportedly.entities.quantity_rules import CASUALTIES, PERSONS
from reportedly.entities.quantity_state import MEASURES, Before, State
from reportedly.entities.quantity_tools import Found, Tools, measure
from reportedly.entities.quantity_words import Noun, Word, speaks
from reportedly.languages import layout
from reportedly.languages.counting import Number
from reportedly.model import Quantity, Span
from reportedly.model.terms import QuantityOf

_BOTH = frozenset({"both", "обе", "оба", "обидва", "обидві", "обох", "обоих"})
_ARMED = frozenset({"launched", "impact", "intercepted", "destroyed"})
# Things whose name says what they count as.
_NAMED: dict[str, QuantityOf] = {
    "act": "other",
    "other": "other",
    "blast": "explosions",
    "impact": "hit",
    "death": "killed",
}
_ARSENAL = 20_000
"""A bare number from here on counts no weapons."""
_LETTER = re.compile(r"[^\W\d_]")
_NEAR = 40
"""How far from "N times" the verb may stand that says what was done."""
_FAR = 4.0
"""The cost up to which a part has a predicate of its own: "of which 585 drones and 30 missiles were downed"."""
_HELPERS = ("firefighters", "rescuers")


def read(
    text: str, folded: str, span: Span, inside: Sequence[Number], t: Tools, before: Before, listed: bool
) -> list[Found]:
    """The figures of one sentence, in order. ``listed``: it goes on with the list before it."""
    if not inside and not speaks(folded, *span, t.table):
        return []
    return _Sentence(text, folded, span, inside, t, before, listed).read()


class _Sentence(State):
    def read(self) -> list[Found]:
        for k, w in enumerate(self.words):
            if w.number is not None:
                self._number(k, w.number)
            elif w.person and k >= self.after and (self.fates & CASUALTIES):
                self.after = k + w.person
                self._person(k, w)
            elif w.text in self.t.lex.ADVERB_COUNTS:
                self._adverb(w)
            elif self.t.head_last:
                self._listed(lists.another(self.words, k, self.t.lex))
        self.found.sort(key=lambda f: f.quantity.span or (0, 0))
        return self.found

    # ------------------------------------------------------------------ numbers
    def _number(self, k: int, n: Number) -> None:
        if n.ordinal:
            if self.t.bodies.match(self.folded, n.end):
                self._add(n, "killed", None, None, "people")
            elif n.value == 2:
                self._second(k)
            return
        measured = measure(self.folded, n, self.t, self.start, self.end)
        if measured is not None:
            of, item, factor, end = measured
            if of is not None:
                self._add(n, of, item, None, "measure", factor=factor, end=end)
            return
        p = rules.phrase(self.words, k, self.t.lex, self.t.head_last)
        if (
            n.value == 0
            or p.other
            or around.model(self.words, k, p, self.text)
            or around.label(self.words, k, self.t.lex)
            or around.speaking(self.words, p, self.t.lex)
            or around.left_over(self.words, p, self.t.lex)
            or self._inhabits(n)
            or self._age(n)
            or p.noun is None
            and self.folded[n.start : n.end] in _BOTH
            or around.located(self.words, p, n, self.t.lex)
            and not self._toll(p, n)
            and not lists.aimed(self.words, p, rules.reading(p.noun, p.thing), self.t.lex.ATTACK_ON)
        ):
            return
        if self.words[p.last].text in self.t.lex.TIMES:
            self._times(n)
        elif p.noun is not None and p.noun.kind in _NAMED:
            self._counted_as_named(n, p.noun)
        else:
            self._governed(p, n)
        self._one_more(p)

    def _age(self, n: Number) -> bool:
        """The age of a person behind the name, between commas."""
        pattern = getattr(self.t.lex, "AGE_AFTER_NAME", None)
        if pattern is None or self.folded[n.end : n.end + 1] not in (",", ".", ";", ")", ""):
            return False
        return pattern.search(self.text, max(self.start, n.text_start - _NEAR), n.text_start) is not None

    def _second(self, k: int) -> None:
        """ "One man was killed, the second wounded": the other of two persons, of whom the first has been counted."""
        previous = self._previous()
        if previous is None or previous.quantity.value != 1 or previous.quantity.of not in CASUALTIES:
            return
        if not around.alone(self.words, k, self.t.lex):
            return
        noun = Noun("people", None, None)
        p = rules.Phrase(k, k, noun, None, (), k)
        of, _ = rules.fate(self.words, p, self.t.lex, "people", 2.5, single=True)
        of = "injured" if around.state(self.words, p, self.t.lex) else of
        if of in ("killed", "injured"):
            self._single(k, k, noun, of, None, "people")

    def _counted_as_named(self, n: Number, noun: Noun) -> None:
        """One act counts where it is carried out («завдав одного ракетного удару»), and nowhere else."""
        if n.value == 1 and n.word and not (noun.kind == "act" and "launched" in self.fates):
            return
        self._add(n, _NAMED[noun.kind], noun.item, noun, "people" if noun.kind == "death" else noun.kind)

    def _times(self, n: Number) -> None:
        """ "Attacked 51 times": what is counted is named by the verb; without a word for such an act, nothing is."""
        after = re.split("[,;:]", self.folded[n.end : min(n.end + _NEAR, self.end)])[0]
        before = self.folded[max(self.start, n.start - _NEAR) : n.start]
        acts = self.t.lex.TIMES_OF.items()
        item = next((item for said in (after, before) for item, words in acts if re.search(words, said)), None)
        if item is not None and not re.search(self.t.lex.NO_ACT, before):
            self._add(n, "other", item, None, "act")

    def _governed(self, p: rules.Phrase, n: Number) -> None:
        if (whole := lists.shared(self.words, p, self.t.lex, self.t.head_last)) is not None:
            p = p._replace(last=whole.last, noun=whole.noun, thing=None)
        row = rules.reading(p.noun, p.thing)
        limit = rules.LIMITS.get(row, rules.LIMIT)
        if n.value == 1 and n.word:
            each = p.lead and self.words[p.lead - 1].text == "по"
            oblique = self.folded[n.start : n.end] in self.t.lex.OBLIQUE_ONE and not each
            if row in ("bare", "weapon", "thing") and oblique:
                return None
            if row == "weapon" and around.one_fell(self.words, p, self.t.lex):
                return None
            limit = min(limit, 5.0 if row == "weapon" else 2.2)
        if row == "place" and n.bound == "more_than" and self.folded.startswith("over", n.text_start):
            n = replace(n, value=n.low, low=None, bound="exact", text_start=n.start)
            return self._add(n, "other", self._item(p, None), p.noun, row)
        of, cost = rules.fate(self.words, p, self.t.lex, row, limit)
        whole_at = around.among(self.words, p)
        if whole_at is not None:
            all_of = rules.phrase(self.words, whole_at, self.t.lex, self.t.head_last)
            of, cost = rules.fate(self.words, all_of, self.t.lex, rules.reading(all_of.noun, all_of.thing))
        for kind, item in self._unsaid() if row == "bare" and (n.value or n.low or 0) < _ARSENAL else ():
            other, price = rules.fate(self.words, p, self.t.lex, kind, 1.0)
            if other is not None and price < cost:
                return self._add(n, other, item, None, kind)
        previous = self._previous()
        if of is None and lists.aimed(self.words, p, row, self.t.lex.ATTACK_ON):
            return self._add(n, "hit", self._item(p, None), p.noun, row)
        if of is None and (first := lists.opening(self.words, p, self.t.lex, self.t.singular)) is not None:
            self._listed(first)
            of, cost = first.of, 1.0
        alike = of is None and row in ("thing", "object") and previous and previous.kind in ("thing", "object")
        if alike and previous and previous.quantity.span and lists.beside(self.words, previous.quantity.span[1], p):
            of, cost = previous.quantity.of, 1.0
        if (
            row in ("people", "combatant")
            and cost > 1.2
            and previous
            and previous.kind in PERSONS
            and around.follows(self.words, previous.quantity.span, p, self.t.lex)
        ):
            of, cost = previous.quantity.of, 1.0
        steps = (self._row, self._enumerated, self._counted, self._base, self._part_of_total, self._short, self._plain)
        for step in steps:
            if step(p, n, row, of, cost):
                return None
        return None

    def _row(self, p: rules.Phrase, n: Number, row: str, of: QuantityOf | None, cost: float) -> bool:
        """A line of a breakdown counts what its total counts: "Новгородская область — 20 БПЛА"."""
        total = self.carry if self.listed and layout.PART.match(self.text, self.start) else None
        if total is None or of is not None or row not in (total.kind, "bare"):
            return False
        self._add(n, total.quantity.of, total.quantity.item, total.noun, total.kind, part=-1)
        return True

    def _enumerated(self, p: rules.Phrase, n: Number, row: str, of: QuantityOf | None, cost: float) -> bool:
        """A part behind a colon, with its place: "51 БПЛА: 36 БПЛА — над X, три БПЛА — над Y и 10 БПЛА — над Z"."""
        if row != "weapon" or n.value is None or not around.placed(self.words, p, self.t.lex):
            return False
        for k, total in enumerate(self.found):
            q = total.quantity
            colon = ":" in self.folded[q.span[1] if q.span else 0 : n.start]
            if total.kind == row and q.part_of is None and (q.value or 0) > n.value and colon:
                self._add(n, q.of, self._item(p, None), p.noun, row, part=k)
                return True
        return False

    def _counted(self, p: rules.Phrase, n: Number, row: str, of: QuantityOf | None, cost: float) -> bool:
        """The new figure of a count: "число погибших при взрыве достигло 20"."""
        if row != "bare":
            return False
        verb = self._count_verb(n)
        if not verb and n.bound not in ("more_than", "at_least"):
            return False
        if of is not None and cost < 1.0 and not (verb and _LETTER.search(verb.group())):
            return False
        counted = rules.counted_noun(self.words, p, self.t.lex)
        if counted is not None:
            self._add(n, counted, None, None, "people")
        return counted is not None

    def _base(self, p: rules.Phrase, n: Number, row: str, of: QuantityOf | None, cost: float) -> bool:
        """ "More than 20 of the roughly 500 passengers were hurt", "of 70 drones, 52 were downed": 500 were there."""
        if row not in ("people", "combatant", "thing", "weapon"):
            return False
        if not around.base(self.words, p) and not self._joins(p):
            return False
        self._add(n, "launched" if row == "weapon" else "affected", self._item(p, None), p.noun, row)
        self.found[-1] = self.found[-1]._replace(base=True)
        return True

    def _part_of_total(self, p: rules.Phrase, n: Number, row: str, of: QuantityOf | None, cost: float) -> bool:
        """ "Among them 18 children", "35 of them in hospital", "17 of them over Crimea"."""
        previous = self._previous() or (self.carry if self.listed else None)
        subset, state = around.subset(self.words, p), around.state(self.words, p, self.t.lex)
        if previous is None or not (subset or state):
            return False
        q = previous.quantity
        worse = state and row == "bare" and q.of == of == "injured" and (n.value or 0) < (q.value or 0)
        if cost < 0.5 and not worse:
            return False
        if q.of in CASUALTIES and previous.kind in PERSONS:
            self._add(n, q.of, self._item(p, state), p.noun, row, part=self._index(previous))
            return True
        alike = row == previous.kind or row in ("bare", "thing") or previous.kind in ("object", "weapon", "act")
        if subset and alike and q.of not in MEASURES and row not in ("people", "combatant"):
            own, _ = rules.fate(self.words, p, self.t.lex, previous.kind, _FAR)
            item = self._item(p, None) or q.item
            self._add(n, own or q.of, item, p.noun or previous.noun, previous.kind, self._index(previous))
            return True
        return False

    def _short(self, p: rules.Phrase, n: Number, row: str, of: QuantityOf | None, cost: float) -> bool:
        """A number whose noun and verb are left to the one before: "17 over Crimea", "13 частных"."""
        ahead = {w.text for w in self.words[p.first : p.first + 5]}
        shared = bool(ahead & {"respectively", "соответственно", "відповідно"})
        previous = self._previous() or (self.carry if self.listed or shared else None)
        if row not in ("bare", "thing") or of is not None and cost <= 1.0 or previous is None:
            return False
        if not around.elided(self.words, p, n, previous.quantity.of, self.t.lex, self.text):
            return False
        q = previous.quantity
        self._add(n, q.of, q.item, previous.noun, previous.kind, part=self._part(n, previous))
        return True

    def _plain(self, p: rules.Phrase, n: Number, row: str, of: QuantityOf | None, cost: float) -> bool:
        previous = self._previous() or (self.carry if self.listed else None)
        state = around.state(self.words, p, self.t.lex)
        item = self._item(p, state)
        if of is None or cost > 2.0:
            of = self._fallback(row, item, of, previous, rules.predicated(self.words, p, self.t.lex))
        if (
            of is None
            and row == "people"
            and self.fates & {"served", "freed"}
            or "freed" in self.fates
            and of == "injured"
            and "injured" in p.inner
        ):
            of = "other"
        if row == "object" and of == "other" and n.value == 1:
            return False
        if (
            row in ("object", "weapon")
            and p.lead
            and self.words[p.lead - 1].text == "по"
            and of in ("other", "launched", None)
        ):
            of = "hit"
        if (
            row == "weapon"
            and previous
            and previous.kind == "object"
            and previous.quantity.of == "destroyed"
            and around.side_by_side(self.words, p, self.t.lex)
        ):
            of = "destroyed"
        if of is None and state:
            of = "injured"
        if of is None and p.noun and self.words[p.last].text in self.t.lex.VICTIMS:
            of = next((f.quantity.of for f in self.recent if n.value and f.quantity.value == n.value), "other")
        if of is None and row == "bare" and (before := self._taken_up(n, p)):
            self._add(n, before.quantity.of, before.quantity.item, before.noun, before.kind)
            return True
        if of is not None:
            self._add(n, of, item, p.noun, row, part=self._beside_part(p, of, previous))
        return True

    def _fallback(
        self, row: str, item: str | None, of: QuantityOf | None, previous: Found | None, alone: bool
    ) -> QuantityOf | None:
        """What became of things of which nothing near says so. ``alone``: they have a predicate of their own."""
        if item in _HELPERS and of not in ("killed", "injured"):
            return "other"
        if of is not None:
            return of
        if row == "weapon" and (self.scope or self.listed or self.fates & _ARMED):
            return "launched"
        if row == "place" and self.fates & {"launched", "intercepted", "impact"}:
            return "other"
        if previous and row == previous.kind and previous.quantity.of != "other":
            return None if alone and previous.quantity.of in CASUALTIES else previous.quantity.of
        if row == "object" and previous and (previous.quantity.item in _HELPERS or "served" in self.fates):
            return "other"
        return None

    # ------------------------------------------------------------------ words without a number
    def _adverb(self, w: Word) -> None:
        value = self.t.lex.ADVERB_COUNTS[w.text]
        q = Quantity(
            of="other", item="attacks", value=value, text=self.text[w.start : w.end], bound="exact", scope=self.scope,
            span=(w.start, w.end), confidence=0.6,
        )  # fmt: skip
        self.found.append(Found(q, "act", None))

    def _one_more(self, p: rules.Phrase) -> None:
        """Things without a number beside the last figure of a list."""
        previous = self._previous()
        if previous is None or previous.quantity.part_of is not None:
            return
        of = previous.quantity.of
        if previous.kind in ("weapon", "object") and self.t.head_last:
            self._listed(lists.one_before(self.words, p, of, self.t.lex))
        if previous.kind in ("weapon", "object") or of == "other" and "losses" in self.fates:
            t = self.t
            self._listed(lists.one_more(self.words, p, previous.kind, of, t.lex, t.singular, t.head_last))

    def _person(self, k: int, w: Word) -> None:
        """A single person killed or injured counts as one; so does "a child" among those counted."""
        words, lex = self.words, self.t.lex
        last = k + w.person - 1
        first = k
        if self.t.head_last:
            first = next(
                (
                    at
                    for at in range(k - 1, max(-1, k - 6), -1)
                    if words[at].number is None
                    and (re.fullmatch(lex.ARTICLES, words[at].text) or self._victim(at))
                ),
                -1,
            )
            if first < 0 or any(x.mark and x.text not in "-'" or x.number or x.person for x in words[first + 1 : k]):
                return
        if around.numbered(self.words, first, self.t.lex) or around.attributive(words, last, lex):
            return
        child = words[k].text in lex.CHILDREN or words[last].text in lex.CHILDREN
        noun = Noun("people", "children" if child else None, "child" if child else None)
        p = rules.Phrase(first, last, noun, None, (), first)
        previous = self._previous()
        if child and previous is not None and around.is_one(words, previous.quantity.span, first):
            self._named_as(previous, noun)
            return
        joined = first > 0 and words[first - 1].text in ("and", "и", "та", "і", "й") and previous is not None
        joined = joined and not any(x.fates for x in words[last + 1 : last + 2])
        if (
            previous
            and previous.quantity.of in CASUALTIES
            and (around.subset(self.words, p) or joined and around.near(self.words, previous.quantity.span, first))
        ):
            self._single(first, last, noun, previous.quantity.of, None if joined else self._index(previous), "people")
            return
        pair = around.paired(self.words, last)
        single = pair is None and not around.subset(words, p)
        of, _ = rules.fate(words, p, lex, "people", 3.2 if self.t.head_last else 1.4, single=single)
        if of in ("killed", "injured") and pair is not None:
            self.after = pair + 1
            self._single(first, pair, noun, of, None, "people", value=2)
            return
        if of in ("killed", "injured") and not around.active(self.words, last):
            self._single(first, last, noun, of, None, "people")

    def _victim(self, at: int) -> bool:
        """ "Killing the driver": the article right behind a word for killing or injuring."""
        verb = self.words[at - 1] if at else None
        ends = verb is not None and verb.text in ("killing", "killed", "injuring", "injured", "wounding", "wounded")
        return ends and self.words[at].text == "the"

"""Figures: what is counted, how much of it there is, and in which words the text says so."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from reportedly.entities import quantity_rules as rules
from reportedly.entities.quantity_words import Noun, Terms, Word, sentences, terms, words
from reportedly.languages import fold, lexicon
from reportedly.languages.counting import Number, numbers
from reportedly.model import Quantity
from reportedly.model.terms import QuantityOf, Scope

_CASUALTY = frozenset({"killed", "injured", "missing"})


class _Tools(NamedTuple):
    lex: Any
    table: Terms
    units: tuple[tuple[QuantityOf, float, re.Pattern[str]], ...]
    scopes: tuple[tuple[Scope, re.Pattern[str]], ...]
    distance: re.Pattern[str]
    duration: re.Pattern[str]
    no_duration: re.Pattern[str]
    no_duration_before: re.Pattern[str]
    money: re.Pattern[str]
    figure: re.Pattern[str]
    abbreviations: frozenset[str]
    head_last: bool


@lru_cache(maxsize=8)
def _tools(language: str) -> _Tools:
    lex = lexicon(language, "counted")
    units: list[tuple[QuantityOf, float, re.Pattern[str]]] = []
    for of, factor, listed in lex.UNITS:
        alternatives = "|".join(
            r"\s".join(re.escape(w).replace(r"\*", r"\w*") for w in t.split()) for t in sorted(listed.split("|"), key=len, reverse=True)
        )
        units.append((of, factor, re.compile(rf"[\s-]?\s?(?:{alternatives})(?![\w²])")))
    units.sort(key=lambda u: u[0] != "area_m2")
    return _Tools(
        lex=lex,
        table=terms(language),
        units=tuple(units),
        scopes=tuple((s, re.compile(p)) for s, p in lex.SCOPES.items()),
        distance=re.compile(lex.DISTANCE_CUES),
        duration=re.compile(lex.DURATION_CUES),
        no_duration=re.compile(rf"\W*{lex.NO_DURATION}"),
        no_duration_before=re.compile(rf"(?<!\w){lex.NO_DURATION_BEFORE}"),
        money=re.compile(rf"\s*{lex.MONEY}"),
        figure=re.compile(lex.FIGURE_VERBS),
        abbreviations=frozenset(a.lower() for a in lexicon(language, "orthography").ABBREVIATIONS),
        head_last=language == "en",
    )


class _Found(NamedTuple):
    quantity: Quantity
    kind: str
    noun: Noun | None


def find(text: str, language: str) -> tuple[Quantity, ...]:
    """Every figure of a text, in order of its words.

    ``span`` holds the number with its bound words; ``part_of`` is an index into the returned tuple, set only for parts
    of a total in the same sentence or list. ``place`` is left open. Raises ``LookupError`` for an unknown language.
    """
    tools = _tools(language)
    folded = fold(text)
    all_numbers = [n for n in numbers(text, language)]
    found: list[_Found] = []
    carry: _Found | None = None
    for start, end in sentences(folded, text, tools.abbreviations):
        inside = [n for n in all_numbers if start <= n.start < end]
        listed = _continues(text, start)
        here = _Sentence(text, folded, start, end, inside, tools, carry, listed).read()
        offset = len(found)
        for f in here:
            part = f.quantity.part_of
            q = f.quantity if part is None else replace(f.quantity, part_of=part + offset if part >= 0 else _total(found, f))
            found.append(f._replace(quantity=q))
        if here:
            carry = _head_of(here) if not listed or carry is None else carry
    return tuple(f.quantity for f in found)


def _continues(text: str, start: int) -> bool:
    """Whether a line goes on with the list above it: after a colon, or from a bullet or dash with a number."""
    before = text[:start].rstrip()
    if before.endswith((":", ";")):
        return True
    return bool(re.match(r"\s*[▪•—–\-*◾🔹🔸➖️·✔►]", text[start : start + 4])) and "\n" in text[max(0, start - 2) : start + 1]


def _head_of(found: list[_Found]) -> _Found:
    """The figure that a following list or sentence takes up: the last one that is no part of another."""
    whole = [f for f in found if f.quantity.part_of is None and f.quantity.of not in ("duration_h", "distance_km", "area_m2")]
    return whole[-1] if whole else found[-1]


def _total(found: list[_Found], part: _Found) -> int | None:
    for k in range(len(found) - 1, -1, -1):
        q = found[k].quantity
        if q.of == part.quantity.of and q.part_of is None:
            return k
    return None


class _Sentence:
    """One sentence being read; ``carry`` is the figure that stands before it."""

    def __init__(
        self, text: str, folded: str, start: int, end: int, inside: Sequence[Number], tools: _Tools, carry: _Found | None, listed: bool
    ) -> None:
        self.text, self.folded, self.start, self.end = text, folded, start, end
        self.tools, self.carry, self.listed = tools, carry, listed
        self.words = words(folded, start, end, inside, tools.table) if inside or self._mentions_person() else []
        self.scope = self._scope()
        self.found: list[_Found] = []
        self.taken: set[int] = set()

    def _mentions_person(self) -> bool:
        return True

    def _scope(self) -> Scope | None:
        for name, pattern in self.tools.scopes:
            if pattern.search(self.folded, self.start, self.end):
                return name
        return None

    def read(self) -> list[_Found]:
        for k, w in enumerate(self.words):
            if w.number is not None and not w.number.ordinal:
                self._number(k, w.number)
            elif w.person and w.number is None:
                self._person(k, w)
            elif w.text in self.tools.lex.ADVERB_COUNTS:
                self._adverb(w)
        self.found.sort(key=lambda f: f.quantity.span or (0, 0))
        return self.found

    # ------------------------------------------------------------------ numbers
    def _number(self, k: int, n: Number) -> None:
        if self._measured(n) or n.value == 0:
            return
        p = rules.phrase(self.words, k, self.tools.lex, self.tools.head_last)
        noun = p.noun
        if noun is None and p.thing is None and self._skips(n):
            return
        if self._located(k, n, noun, p.thing):
            return
        if noun is not None and noun.kind in ("act", "blast", "other"):
            self._counted_as_named(p, n, noun)
            return
        self._governed(p, n)

    def _skips(self, n: Number) -> bool:
        word = self.folded[n.start : n.end]
        return word in ("both", "обе", "оба", "обидва", "обидві", "обох", "обоих") or self.folded[n.end : n.end + 1] == "%"

    def _located(self, k: int, n: Number, noun: Noun | None, thing: str | None) -> bool:
        """"In one of the houses", "в двух районах": where something happened, not how much of it."""
        before = self.words[k - 1].text if k else ""
        if before in ("of",) and n.value == 1:
            return True
        if before not in self.tools.lex.PREPOSITIONS or n.bound == "range":
            return False
        if n.value == 1 and n.word:
            return True
        if before in ("с", "з", "із", "из", "до", "о", "про", "к"):
            return False
        return thing is not None or noun is not None and noun.kind == "place" and before not in ("on", "по")

    def _counted_as_named(self, p: rules.Phrase, n: Number, noun: Noun) -> None:
        if noun.kind == "blast":
            if not (n.value == 1 and n.word):
                self._add(n, "explosions", None, noun, "blast")
            return
        if n.value == 1 and n.word and noun.item in ("violations", "strikes"):
            return
        self._add(n, "other", noun.item, noun, noun.kind)

    def _governed(self, p: rules.Phrase, n: Number) -> None:
        lex = self.tools.lex
        row = rules.reading(p.noun, p.thing)
        subset = self._subset(p)
        previous = self.found[-1] if self.found else (self.carry if self.listed else None)
        limit = {"thing": 2.4, "bare": 4.0}.get(row, rules.LIMIT)
        if n.value == 1 and n.word:
            limit = min(limit, 2.2)
        of, cost = rules.fate(self.words, p, lex, row, limit)
        state = self._state(p)
        if (subset or state) and previous and previous.kind in ("people", "combatant", "bare", "thing") and cost >= 0.5:
            inherited = previous.quantity.of if previous.quantity.of in _CASUALTY else None
            if inherited:
                self._add(n, inherited, self._item(p, state), p.noun, row, part=self._index(previous))
                return
        if subset and previous and (row == previous.kind or row in ("bare", "thing") or previous.kind in ("object", "weapon")) and cost > 0.5:
            self._add(n, previous.quantity.of, self._item(p, None) or previous.quantity.item, p.noun or previous.noun, previous.kind, part=self._index(previous))
            return
        if row in ("bare", "thing") and (of is None or cost > 1.0) and previous and self._elided(p, n, previous):
            self._add(n, previous.quantity.of, previous.quantity.item, previous.noun, previous.kind, part=self._part(n, previous))
            return
        if of is None and state:
            of = "injured"
        if of is None and row == "weapon":
            of = "launched"
        if of is None and row == "place":
            of = "other"
        if of is None and previous and row == previous.kind and previous.quantity.of not in ("other",):
            of = previous.quantity.of
        if p.noun and p.noun.item in ("rescuers", "firefighters") and (of is None or cost > 2.0):
            of = "other"
        if of is None and row == "bare" and (taken_up := self._taken_up(n, p)):
            self._add(n, taken_up.quantity.of, taken_up.quantity.item, taken_up.noun, taken_up.kind)
            return
        if of is not None:
            self._add(n, of, self._item(p, state), p.noun, row)

    def _taken_up(self, n: Number, p: rules.Phrase) -> _Found | None:
        """A bare figure put against the one before: "позднее он назвал цифру 74", "the SBU claims 41"."""
        previous = self.found[-1] if self.found else self.carry
        if previous is None or n.word and n.value == 1:
            return None
        if previous.quantity.of in ("duration_h", "distance_km"):
            return None
        if not self.tools.figure.search(self.folded, max(self.start, n.text_start - 24), n.text_start):
            return None
        after = self.words[p.first + 1] if p.first + 1 < len(self.words) else None
        return previous if after is None or after.mark or after.text in self.tools.lex.NO_NOUN else None

    def _elided(self, p: rules.Phrase, n: Number, previous: _Found) -> bool:
        """"17 over Crimea", "126 — над Курской областью", "13 частных", "17 in the morning"."""
        if previous.quantity.of in ("duration_h", "distance_km", "area_m2") or n.value == 1 and n.word:
            return False
        after = self.words[p.first + 1] if p.first + 1 < len(self.words) else None
        before = self.words[p.first - 1] if p.first else None
        opens = before is None or before.mark or before.text in self.tools.lex.MARKS or before.text in ("another", "еще", "ще")
        if not opens:
            return False
        if after is None or after.mark and after.text in "—–-":
            return True
        return after.text in self.tools.lex.PREPOSITIONS

    def _subset(self, p: rules.Phrase) -> bool:
        words = self.words
        for at in range(max(0, p.first - 5), p.first):
            if words[at].subset and at + words[at].subset <= p.first and not any(w.number for w in words[at : p.first]):
                return True
        after = p.first + 1
        return after < len(words) and words[after].subset > 1

    def _state(self, p: rules.Phrase) -> str | None:
        for w in self.words[p.first + 1 : p.first + 7]:
            if w.number is not None or w.mark and w.text in ",;:":
                return None
            if w.state:
                return w.state
        return None

    def _item(self, p: rules.Phrase, state: str | None) -> str | None:
        if p.noun and p.noun.item:
            return p.noun.item
        return state

    def _index(self, previous: _Found) -> int | None:
        if previous in self.found:
            part = previous.quantity.part_of
            return self.found.index(previous) if part is None else part
        return -1

    def _part(self, n: Number, previous: _Found) -> int | None:
        """Parts of a total that stands before them; several figures side by side have none."""
        if not self.listed and previous in self.found and previous.quantity.part_of is None:
            value, total = n.value, previous.quantity.value
            between = self.folded[(previous.quantity.span or (0, 0))[1] : n.start]
            return self._index(previous) if value and total and value < total and ":" in between else None
        return previous.quantity.part_of if previous in self.found else self._index(previous)

    # ------------------------------------------------------------------ measures
    def _measured(self, n: Number) -> bool:
        """Areas, distances, durations, money; ``True`` also where the measure is none of a report's figures."""
        tools = self.tools
        if m := tools.money.match(self.folded, n.end):
            biggest = max(n.value or 0, n.low or 0, n.high or 0)
            if biggest >= 1_000_000:
                self._add(n, "other", "money", None, "money", end=m.end())
            return True
        measured = rules.unit(self.folded, n.end, tools.units)
        if measured is None:
            return False
        of, factor, end = measured
        if self._counts(of, factor, n, end):
            self._add(n, of, None, None, "measure", factor=factor, end=end)
        return True

    def _counts(self, of: QuantityOf, factor: float, n: Number, end: int) -> bool:
        folded, tools = self.folded, self.tools
        around = folded[max(self.start, n.text_start - 40) : min(self.end, end + 40)]
        if of == "distance_km":
            if re.match(r"\s?/|\s+(?:per|an|в|на)\s+(?:hour|час|годину)", folded[end : end + 10]) or folded[n.text_start - 1 : n.text_start] == "(":
                return False
            return factor >= 1 or bool(tools.distance.search(around))
        if of != "duration_h":
            return True
        if tools.no_duration.match(folded, end) or tools.no_duration_before.search(folded, max(self.start, n.text_start - 24), n.text_start):
            return False
        return factor == 1.0 or bool(tools.duration.search(around))

    # ------------------------------------------------------------------ words without a number
    def _adverb(self, w: Word) -> None:
        value = self.tools.lex.ADVERB_COUNTS[w.text]
        span = (w.start, w.end)
        q = Quantity(of="other", item="attacks", value=value, text=self.text[w.start : w.end], bound="exact", scope=self.scope, span=span)
        self.found.append(_Found(q, "act", None))

    def _person(self, k: int, w: Word) -> None:
        """A singular person killed or injured counts as one; so does "a child" among those counted."""
        words, lex = self.words, self.tools.lex
        last = k + w.person - 1
        first = k
        if self.tools.head_last:
            first = next((at for at in range(k - 1, max(-1, k - 6), -1) if re.fullmatch(lex.ARTICLES, words[at].text)), -1)
            if first < 0 or any(x.mark and x.text not in "-'" or x.number or x.person for x in words[first + 1 : k]):
                return
        if any(x.number is not None and not x.number.ordinal for x in words[max(0, k - 4) : k]) or k in self.taken:
            return
        self.taken.update(range(k, last + 1))
        noun = Noun("people", "children" if words[k].text in lex.CHILDREN or words[last].text in lex.CHILDREN else None, None)
        p = rules.Phrase(first, last, noun, None, ())
        previous = self.found[-1] if self.found else None
        if previous and previous.quantity.of in _CASUALTY and self._subset(p):
            self._one(first, last, noun, previous.quantity.of, self._index(previous))
            return
        of, cost = rules.fate(words, p, lex, "people", 3.2 if self.tools.head_last else 2.0)
        if of in ("killed", "injured") and not self._active(last):
            self._one(first, last, noun, of, None)

    def _active(self, last: int) -> bool:
        """"A man killed three people": the person does the deed."""
        if last + 2 >= len(self.words):
            return False
        verb, after = self.words[last + 1], self.words[last + 2]
        return bool(verb.fates) and (after.number is not None or after.text in ("a", "an", "the", "his", "her"))

    def _one(self, first: int, last: int, noun: Noun, of: QuantityOf, part: int | None) -> None:
        span = (self.words[first].start, self.words[last].end)
        q = Quantity(of=of, item=noun.item, value=1, text=self.text[span[0] : span[1]], bound="exact", scope=self.scope,
                     part_of=part, whom="child" if noun.item == "children" else None, span=span, confidence=0.7)
        self.found.append(_Found(q, "people", noun))

    def _add(
        self, n: Number, of: QuantityOf, item: str | None, noun: Noun | None, kind: str, part: int | None = None,
        factor: float = 1.0, end: int = 0,
    ) -> None:
        span = (n.text_start, max(n.text_end, end))
        q = Quantity(
            of=of, item=item, value=_scaled(n.value, factor), low=_scaled(n.low, factor), high=_scaled(n.high, factor),
            text=self.text[span[0] : span[1]], bound=n.bound, scope=self.scope, part_of=part,
            whom=noun.whom if noun else None, span=span, confidence=0.9 if noun or end else 0.7,
        )
        self.found.append(_Found(q, kind, noun))


def _scaled(value: float | int | None, factor: float) -> float | int | None:
    if value is None or factor == 1.0:
        return value
    scaled = round(value * factor, 3)
    return int(scaled) if scaled.is_integer() else scaled

"""Cases of Russian and Ukrainian: which form of a noun a word is, and how a phrase around it stands in the nominative.

Each language has tables of its own (``nouns.py`` of its folder): nouns with their gender, endings of nouns, endings of
adjectives. A form is read as a set of signs such as ``gm`` (genitive, masculine singular) or ``np`` (nominative
plural): cases n g d a i l, genders m f n, plural p.
"""

import re
from collections.abc import Iterator, Mapping
from types import ModuleType

from msgspec import Struct

from reportedly.languages import fold
from reportedly.languages.noun_phrases import Named, named

_ALIVE = frozenset({"person", "individual", "military"})
"""Kinds with nouns whose accusative is the genitive."""
_SIBILANT = tuple("жшчщ")
_CHANGED = {"к": "ц", "г": "з", "х": "с"}


class Noun(Struct, frozen=True):
    """A noun of the tables: its nominatives as they are written, its gender (m f n), its kind of thing."""

    singular: str
    plural: str
    gender: str
    kind: str


class Reading(Struct, frozen=True):
    """One way to read a form: of which noun, and as which cases."""

    noun: Noun
    cases: frozenset[str]


Forms = Mapping[str, tuple[Reading, ...]]
Cases = frozenset[str]


def forms(nouns: Mapping[str, Mapping[str, str]], endings: Mapping[str, str]) -> Forms:
    """Every form of every noun, folded.

    ``nouns``: kind -> class -> ``singular/plural/genitive plural`` (the latter two where they are not regular).
    ``endings``: class -> endings of the cases n g d a i l, singular ``;`` plural; ``-`` is none, ``|`` parts variants.
    """
    found: dict[str, dict[Noun, set[str]]] = {}
    for kind, classes in nouns.items():
        for name, words in classes.items():
            for word in words.split():
                noun, pairs = _paradigm(word, name, endings[name], kind)
                if "ё" in word:
                    pairs = _paradigm(fold(word), name, endings[name], kind)[1]
                for case, form in pairs:
                    found.setdefault(form, {}).setdefault(noun, set()).add(case)
    return {form: tuple(Reading(n, frozenset(c)) for n, c in ways.items()) for form, ways in found.items()}


def _paradigm(word: str, name: str, endings: str, kind: str) -> tuple[Noun, list[tuple[str, str]]]:
    """A noun and its forms with the sign of their case. Only-plurals (classes p, q) have their first form there."""
    single, many = (part.split() for part in endings.split(";"))
    first, given, of_many = (*word.split("/"), "", "")[:3]
    alone = name in ("p", "q")
    stem = first.removesuffix(single[0].strip("-"))
    plural = first if alone else given or _with(stem, many[0])
    inner = plural[: len(plural) - len(many[0].strip("-"))]
    pairs = [("n", plural), *_cases(inner, many)]
    of_many = given if alone else of_many
    if of_many:
        pairs = [(c, f) for c, f in pairs if c != "g"] + [("g", of_many)]
    alive = kind in _ALIVE
    pairs += [("a", plural), *(("a", f) for c, f in pairs if c == "g" and alive)]
    signed = [(c + "p", f) for c, f in pairs]
    if alone:
        return Noun(first, first, name, kind), signed
    cases = [("n", first), *_cases(inner if name[0] == "m" and given else stem, single)]
    cases += [("a", _with(stem, single[3]))]
    cases += [("a", f) for c, f in cases if c == "g" and name[0] == "m" and alive]
    return Noun(first, plural, name[0], kind), signed + [(c + name[0], f) for c, f in cases]


def _cases(stem: str, endings: list[str]) -> list[tuple[str, str]]:
    """The forms of genitive, dative, instrumental and locative."""
    oblique = (*endings[1:3], *endings[4:])
    return [(c, _with(stem, e)) for c, variants in zip("gdil", oblique, strict=True) for e in variants.split("|")]


def _with(stem: str, ending: str) -> str:
    """A form as it is spelt: и for ы after г к х ж ш ч щ, е for о after ж ш ч щ ц, -ей for -ов after ж ш ч щ."""
    ending = ending.strip("-")
    if ending.startswith("~"):
        return stem[:-1] + _CHANGED.get(stem[-1], stem[-1]) + ending[1:]
    if ending.startswith("ы") and stem.endswith(("г", "к", "х", *_SIBILANT)):
        return stem + "и" + ending[1:]
    if ending == "ов" and stem.endswith(_SIBILANT):
        return stem + "ей"
    if ending in ("ов", "ом", "ой") and stem.endswith(("ц", *_SIBILANT)):
        return stem + "е" + ending[1:]
    return stem + ending


class Declined:
    """How a language with cases names things, from the tables of its ``nouns`` module."""

    def __init__(self, tables: ModuleType) -> None:
        self.tables = tables
        self.forms = forms(tables.NOUNS, tables.ENDINGS)
        self.kinds = {stem: kind for kind, stems in tables.KIND_OF.items() for stem in stems.split()}
        self.endings = _adjective_endings(tables.ADJECTIVE)
        self.longest = max(map(len, self.endings))
        self.asks = {word: cases for cases, words in tables.PREPOSITIONS.items() for word in words.split()}
        self.no_adjective = frozenset(tables.NO_ADJECTIVE.split())
        self.several, self.one = frozenset(tables.SEVERAL.split()), frozenset(tables.ONE.split())

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """The nouns that name a thing: start, end, kind."""
        for m in _WORD.finditer(folded):
            ways = self.forms.get(m.group())
            if ways and ways[0].noun.kind != "complement":
                yield m.start(), m.end(), ways[0].noun.kind

    def phrase(self, text: str, folded: str, start: int, end: int, floor: int) -> Named:
        """The phrase around the noun at ``start``..``end``; its modifiers begin at ``floor`` or later."""
        ways = self.forms[folded[start:end]]
        kind, words = ways[0].noun.kind, list(_WORD.finditer(folded, max(0, start - _REACH), start))
        private = kind in _PRIVATE
        every: Cases = frozenset().union(*(w.cases for w in ways))
        modifiers, cases = self._modifiers(text, words, start, floor, every, private)
        at = modifiers[0].start() if modifiers else start
        number, before, apart = self._governed(words, at, floor)
        left = self._left(cases, number, before)
        noun = next((w.noun for w in ways if w.cases & left), ways[0].noun)
        many = noun.gender in "pq" or (number or max(left)[1]) == "p"
        stop = self._complement(folded, end) if noun.gender != "q" and kind != "part" else end
        if stop == end and kind in _NAMED and (called := _CALLED.match(text, end)):
            stop = called.end()  # «самолёт Су-34», «нефтебаза "Роснефти"»
        own = text[start:end] if text[start:end].isupper() else noun.plural if many else noun.singular
        sign = "p" if many else noun.gender
        name = " ".join([*(self._nominative(text, m, sign, private) for m in modifiers), own]) + text[end:stop]
        return Named(
            start=at,
            end=stop,
            name=name,
            kind=self._kind(modifiers, kind, folded[end:stop]),
            before=before,
            within=apart and before in self.tables.WHERE and all(c[0] == "l" for c in left),
            means=apart and before not in self.asks and all(c[0] == "i" for c in left),
            subject=number != "p" and before not in self.asks and any(c[0] == "n" for c in left),
        )

    def _modifiers(
        self, text: str, words: list[re.Match[str]], at: int, floor: int, cases: Cases, private: bool
    ) -> tuple[list[re.Match[str]], Cases]:
        """The adjectives right before a noun, taken from the end of ``words``, and the cases in which they agree with it.
        An event word before ``floor`` is no part of the phrase, but stands in its case: «стоимость уничтоженной техники».
        """
        found: list[re.Match[str]] = []
        while words and at - words[-1].end() == 1:
            two = words[-2:] if found and words[-1].group() in self.tables.CONJUNCTIONS else words[-1:]
            agreed = self._agree(two[0].group(), cases)
            if not agreed or (private and named(text, two[0].start())):
                break
            cases = agreed
            if two[0].start() < floor:
                break
            found[:0], at = two, two[0].start()  # «многоквартирные и частные дома»
            del words[-len(two) :]
        return found, cases

    def _agree(self, word: str, cases: Cases) -> Cases:
        """The cases in which a word may be an adjective of a noun in one of these cases; none where it is none."""
        nouns = self.forms.get(word)
        stem, ending = self._parted(word)
        if not ending or stem in self.no_adjective or (nouns and nouns[0].noun.gender != "q"):
            return frozenset()
        if not self.tables.ADJECTIVE_STEM.search(stem):
            return frozenset()
        own = self.endings[ending]
        genitive = frozenset(c for c in cases if c[0] == "g")
        return cases & own or (genitive if "gp" in own else frozenset())  # «два частных дома»

    def _parted(self, word: str) -> tuple[str, str]:
        sizes = range(min(self.longest, len(word) - 2), 0, -1)
        return next(((word[:-n], word[-n:]) for n in sizes if word[-n:] in self.endings), (word, ""))

    def _governed(self, words: list[re.Match[str]], at: int, floor: int) -> tuple[str, str, bool]:
        """What the words before a phrase say of its number, ``p``, ``s`` (one, one of) or nothing; the word that governs
        it, and whether that stands at ``floor`` or later."""
        number = ""
        while words and at - words[-1].end() == 1:
            word, at = words[-1].group(), words.pop().start()
            if word in self.one or word == "1":
                number = number or "s"
            elif word[0].isdigit() or word in self.several:
                number = "p"
            elif word in self.tables.OF_MANY and words and words[-1].group() in self.one:
                number = "s"
            elif word in self.tables.CONJUNCTIONS:
                return number, next((w.group() for w in words[: -_CONJUNCT : -1] if w.group() in self.asks), word), False
            elif word not in self.tables.DETERMINERS and self._parted(word)[0] not in self.no_adjective:
                return number, word, at >= floor
        return number, "", False

    def _left(self, cases: Cases, number: str, before: str) -> Cases:
        """The cases that number and governing word leave. Where both numbers are left, the singular after a
        preposition or a noun, else the plural."""
        if number == "p":
            return frozenset({"np"})
        if number:
            return frozenset(c for c in cases if c[1] != "p") or frozenset({"ns"})
        asked = self.asks.get(before, "")
        left = frozenset(c for c in cases if c[0] in asked) or cases
        governed = bool(asked) or before in self.forms or self.tables.GOVERNS.fullmatch(before) is not None
        if not governed:
            left = frozenset(c for c in left if c[0] in "na") or left
        one = frozenset(c for c in left if c[1] != "p")
        many = left - one
        return (one or many) if governed else (many or one)

    def _nominative(self, text: str, m: re.Match[str], sign: str, private: bool) -> str:
        """An adjective or participle in the nominative of a gender or of the plural."""
        if m.group() in self.tables.CONJUNCTIONS:
            return m.group()
        stem, ending = self._parted(m.group())
        written = text[m.start() : m.start() + len(stem)]
        proper = not private and named(text, m.start())
        return f"{written if proper else written.lower()}{self.tables.nominative(stem, ending, sign)}"

    def _complement(self, folded: str, end: int) -> int:
        """Where what follows a noun ends: «крыша одного из жилых домов», «объект инфраструктуры», «склад с мазутом»."""
        m = self.tables.COMPLEMENT.match(folded, end)
        at, cases = (m.end(), _WITH if m.lastgroup else _GENITIVE) if m else (end, _GENITIVE)
        for _ in range(3):
            word = _NEXT.match(folded, at)
            if word is None:
                break
            at = word.end()
            if any(w.cases & cases and w.noun.kind != "area" for w in self.forms.get(word.group(1), ())):
                return at
            cases = self._agree(word.group(1), cases)
            if not cases:
                break
        return end

    def _kind(self, modifiers: list[re.Match[str]], kind: str, tail: str) -> str:
        """The kind of a thing, as its modifiers say it; of a part, that of the whole («окна школы»)."""
        words = [m.group() for m in modifiers] + tail.split()
        if kind == "roof":
            kind = next((ways[0].noun.kind for w in words if (ways := self.forms.get(w)) and ways[0].noun.kind in _WHOLE), kind)
        said = [k for w in words for stem, k in self.kinds.items() if w.startswith(stem)]
        if "military" in said and kind != "person":
            return "military"
        return said[0] if said and kind in _LOOSE else kind


_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_NEXT = re.compile(r" ([^\W\d_]+(?:['-][^\W\d_]+)*)")
_REACH = 90
"""How far back from its noun a phrase is looked for."""
_CONJUNCT = 5
"""How many words before a conjunction its preposition may stand: «по жилому дому и подстанции»."""
_GENITIVE = frozenset({"gm", "gf", "gn", "gp"})
_WITH = frozenset({"im", "if", "in", "ip"})
_CALLED = re.compile(r' (?:[«"“][^«»"“”\n]{2,40}[»"”]|[A-Z][\w-]*(?: \d+)?|[А-ЯІЇЄ][А-Яа-яіїє]{0,2}-\d+\w*)')
"""The name or model of a thing after it."""
_NAMED = frozenset({"facility", "infrastructure", "military", "vehicle"})
"""Things that have names or models of their own."""
_WHOLE = frozenset({"residential", "facility", "infrastructure", "military", "vehicle"})
_PRIVATE = frozenset({"person", "residential", "vehicle"})
"""Things of people: no name is told of them."""
_LOOSE = frozenset({"facility", "area"})
"""Kinds that a modifier makes more exact: «жилой массив»."""


def _adjective_endings(table: str) -> dict[str, frozenset[str]]:
    """``ending ending: signs`` lines as ending -> signs; an ending may stand in several lines."""
    out: dict[str, set[str]] = {}
    for line in table.strip().splitlines():
        written, _, signs = line.strip().partition(": ")
        for ending in written.split():
            out.setdefault(ending, set()).update(signs.split())
    return {ending: frozenset(signs) for ending, signs in out.items()}

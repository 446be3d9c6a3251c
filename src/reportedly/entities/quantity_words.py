"""The words of a sentence as the counting rules see them: predicates, counted things, numbers and marks."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reportedly.languages import layout, lexicon
from reportedly.languages.counting import Number


class Noun(NamedTuple):
    """A counted thing: class (people, weapon, object, place, act, blast, other), English item, whom."""

    kind: str
    item: str | None
    whom: str | None


class Word(NamedTuple):
    """A token. ``fates``: what the predicate says became of something; ``reach``: tokens that the term covers."""

    start: int
    end: int
    text: str
    number: Number | None = None
    fates: tuple[str, ...] = ()
    noun: Noun | None = None
    reach: int = 1
    mark: bool = False
    subset: int = 0
    state: str | None = None
    person: int = 0


_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
_SPLIT = re.compile(
    rf"[.!?…]+[\"'»”)\]]*\s+(?=[\"'«“(—–-]*\s*[^\W\d_a-zа-яіїєґё]|[\"'«“(]*\d|\W)|\n+|{layout.GLUED}"
)


_LETTERS = re.compile(r"[^\W\d_]+")


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    role: str
    value: Any


class Terms:
    """All terms of a language, found by their first word."""

    def __init__(self, language: str) -> None:
        self.lex = lexicon(language, "counted")
        self.exact: dict[str, list[_Entry]] = {}
        self.prefix: dict[str, list[_Entry]] = {}
        self.known: dict[str, tuple[_Entry, ...]] = {}
        persons = {t.split()[0] for t in self.lex.PERSONS.split("|") if t.strip()}
        self.head_last = language == "en"
        self.unnumbered = frozenset(persons | set(self.lex.ADVERB_COUNTS) | ({"another"} if self.head_last else set()))
        for fate, terms in self.lex.PREDICATES.items():
            self._add("fate", fate, terms)
        for kind, item, whom, terms in self.lex.NOUNS:
            self._add("noun", Noun(kind, item, whom), terms)
        self._add("subset", True, self.lex.SUBSET)
        self._add("person", True, self.lex.PERSONS)
        for state, terms in self.lex.STATES.items():
            self._add("state", state, terms)

    def _add(self, role: str, value: Any, terms: str) -> None:
        for term in terms.split("|"):
            words = term.split()
            if not words:
                continue
            head, rest = words[0], tuple(words[1:])
            table = self.prefix if head.endswith("*") else self.exact
            table.setdefault(head.rstrip("*"), []).append(_Entry(rest, role, value))

    def heads(self, word: str) -> tuple[_Entry, ...]:
        """The terms that may begin with this word: the longest stem counts for nouns, every stem for predicates."""
        found = self.known.get(word)
        if found is None:
            entries = list(self.exact.get(word, ()))
            for n in range(len(word), 1, -1):
                entries += self.prefix.get(word[:n], ())
            if not entries and "-" in word:
                parts = word.split("-")
                entries = [e for e in self.heads(parts[-1 if self.head_last else 0]) if e.role == "noun"]
            found = tuple(entries)
            if len(self.known) < 200_000:
                self.known[word] = found
        return found


@lru_cache(maxsize=8)
def terms(language: str) -> Terms:
    """The terms of a language, built once."""
    return Terms(language)


def sentences(folded: str, text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Sentences for counting: a list after a colon stays apart, line by line."""
    start = 0
    for m in _SPLIT.finditer(text):
        if m.group()[0] == ".":
            word = re.search(r"[^\W\d_]+$", folded[max(0, m.start() - 12) : m.start()])
            if word and (word.group() in abbreviations or len(word.group()) == 1):
                continue
        yield start, m.end()
        start = m.end()
    if start < len(text):
        yield start, len(text)


def speaks(folded: str, start: int, end: int, table: Terms) -> bool:
    """Whether a sentence without a number may still hold a figure: a single person, "twice"."""
    return not table.unnumbered.isdisjoint(_LETTERS.findall(folded, start, end))


def words(folded: str, start: int, end: int, numbers: Sequence[Number], table: Terms) -> list[Word]:
    """The tokens of one sentence; a number is one token, whatever it is written with."""
    spans: list[tuple[int, int, Number | None]] = []
    at = start
    for number in (*numbers, None):
        stop = number.start if number else end
        for m in _TOKEN.finditer(folded, at, stop):
            spans.append((m.start(), m.end(), None))
        if number:
            spans.append((number.start, number.end, number))
            at = number.end
    texts = [folded[a:b] for a, b, _ in spans]
    return [_word(spans, texts, k, table) for k in range(len(spans))]


def _word(spans: list[tuple[int, int, Number | None]], texts: list[str], k: int, table: Terms) -> Word:
    start, end, number = spans[k]
    text = texts[k]
    if number is not None:
        return Word(start, end, text, number=number)
    if not text[0].isalnum():
        return Word(start, end, text, mark=True)
    entries = table.heads(text)
    if not entries:
        return Word(start, end, text)
    fates: dict[str, int] = {}
    noun, noun_size, reach, subset, state, person = None, 0, 1, 0, None, 0
    following = texts[k + 1] if k + 1 < len(texts) else ""
    for entry in entries:
        size = 1 + len(entry.rest)
        if entry.rest and not (_same(following, entry.rest[0]) and _matches(entry.rest, texts, k + 1)):
            continue
        if entry.role == "fate":
            fates[entry.value] = max(size, fates.get(entry.value, 0))
            reach = max(reach, size)
        elif entry.role == "noun" and size > noun_size:
            noun, noun_size = entry.value, size
        elif entry.role == "subset":
            subset = max(subset, size)
        elif entry.role == "person":
            person = max(person, size)
        elif entry.role == "state":
            state = entry.value
    longest = max(fates.values(), default=0)
    kept = tuple(f for f, n in fates.items() if n == longest)
    return Word(
        start,
        end,
        text,
        None,
        kept,
        noun,
        max(noun_size, longest, 1) if kept or noun else reach,
        False,
        subset,
        state,
        person,
    )


def _same(text: str, term: str) -> bool:
    return text == term or term[-1] == "*" and text.startswith(term[:-1])


def _matches(rest: tuple[str, ...], texts: list[str], at: int) -> bool:
    if at + len(rest) > len(texts):
        return False
    return all(_same(texts[at + i], w) for i, w in enumerate(rest))

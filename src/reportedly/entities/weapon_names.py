"""Weapon words and models as tables of tokens, and whether an everyday word is meant as a name."""

import re
from functools import lru_cache
from typing import NamedTuple

from reportedly.languages import fold, lexicon
from reportedly.model.terms import WeaponType
from reportedly.packs.weapons import models

TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OPEN = "\"'«“„‘‹`’”"
_ENDINGS = (
    "",
    "а",
    "у",
    "ом",
    "е",
    "ы",
    "и",
    "ов",
    "ев",
    "ей",
    "ами",
    "ам",
    "ах",
    "і",
    "ів",
    "ем",
    "ой",
    "ою",
    "ю",
    "я",
    "ями",
    "ям",
    "ь",
    "ью",
    "ого",
    "ому",
    "ым",
    "им",
    "ый",
    "ий",
)


class Entry(NamedTuple):
    """One term by its words after the first. ``number``: one, many, none, or None for a model (its form says)."""

    rest: tuple[str, ...]
    type: WeaponType
    name: str | None
    number: str | None
    guarded: bool = False
    near: bool = False
    garbled: bool = False


class Match(NamedTuple):
    """A term found at a token: how many tokens it covers."""

    size: int
    entry: Entry
    number: str | None


class Names:
    """The weapon words of one language and the models of the pack in all their spellings."""

    def __init__(self, language: str) -> None:
        self.exact: dict[str, list[Entry]] = {}
        self.stems: dict[str, list[Entry]] = {}
        self.language = language
        self.known: dict[str, tuple[tuple[Entry, str | None], ...]] = {}
        for type_, name, number, terms in lexicon(language, "weapons").TERMS:
            for term in terms.split("|"):
                words = term.split()
                if words:
                    table = self.stems if words[0].endswith("*") else self.exact
                    table.setdefault(words[0].rstrip("*"), []).append(Entry(tuple(words[1:]), type_, name, number))
        for model in models():
            for aliases, guarded, garbled in (
                (model.also, False, False),
                (model.word, True, False),
                (model.garbled, True, True),
            ):
                for alias in aliases:
                    words = [m.group() for m in TOKEN.finditer(fold(alias))]
                    entry = Entry(tuple(words[1:]), model.type, model.name, None, guarded, model.near, garbled)
                    for head in _declined(words[0]) if len(words) == 1 else (words[0],):
                        self.exact.setdefault(head, []).append(entry)

    def at(self, texts: list[str], k: int) -> list[Match]:
        """The terms that begin at token ``k``, longest first."""
        found = [
            Match(1 + len(e.rest), e, number)
            for e, number in self._heads(texts[k])
            if not e.rest or _matches(e.rest, texts, k + 1)
        ]
        found.sort(key=lambda m: (m.size, m.entry.name is not None), reverse=True)
        return found

    def _number_of(self, word: str) -> str | None:
        """The number that the form of a model's name shows: only Cyrillic endings and an English plural s tell."""
        if not re.search(r"[а-яіїєґ]", word):
            if self.language != "en":
                return None
            return "many" if word.endswith("s") and not word.endswith(("ss", "us", "rs", "ms")) else "one"
        if word.endswith(("ами", "ями", "ов", "ев", "ів", "ам", "ах", "ы", "ей")) or word[-1] in "иі":
            return "many"
        return None if any(c.isdigit() for c in word) else "one"

    def _heads(self, word: str) -> tuple[tuple[Entry, str | None], ...]:
        known = self.known.get(word)
        if known is None:
            entries = [(e, e.number or self._number_of(word)) for e in self.exact.get(word, ())]
            for n in range(len(word), 2, -1):
                entries += [(e, e.number) for e in self.stems.get(word[:n], ())]
            known = tuple(entries)
            if len(self.known) < 200_000:
                self.known[word] = known
        return known


def _declined(word: str) -> set[str]:
    """Cyrillic names in their case forms; Latin names with a plural s."""
    if not re.search(r"[а-яіїєґ]", word):
        return {word, word + "s", word + "'s"} if not word[-1].isdigit() else {word, word + "s"}
    stem = word
    if len(word) > 3 and word[-1] in "аяьйоыи":
        stem = word[:-2] if word.endswith(("ый", "ий")) else word[:-1]
    return {stem + e for e in _ENDINGS} | {word} if stem != word or word[-1].isalpha() else {word}


def _matches(rest: tuple[str, ...], texts: list[str], at: int) -> bool:
    if at + len(rest) > len(texts):
        return False
    return all(texts[at + i].startswith(w[:-1]) if w.endswith("*") else texts[at + i] == w for i, w in enumerate(rest))


@lru_cache(maxsize=8)
def names(language: str) -> Names:
    """The tables of a language, built once."""
    return Names(language)


def meant(text: str, start: int) -> bool:
    """Whether an everyday word stands as a name: in quotation marks, or with a capital inside a sentence."""
    if start and text[start - 1] in _OPEN:
        return True
    if not text[start].isupper():
        return False
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in ".!?…\n:—–-•▪" and text[start - 1] != "\n"


def quoted(text: str, start: int) -> bool:
    """Whether the word stands in quotation marks."""
    return start > 0 and text[start - 1] in _OPEN

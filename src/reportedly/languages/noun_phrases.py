"""A thing named in a text as a whole phrase: where it stands, and how it is called in its citation form."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from msgspec import Struct

from reportedly.languages import lexicon


class Named(Struct, frozen=True):
    """A phrase around a noun.

    ``name`` is its citation form: without numbers and determiners, in languages with cases in the nominative of the
    number that is meant. ``kind`` is that of the noun's list, unless a modifier says more ("military warehouse").
    ``before``: the word that governs the phrase, folded ("" if none); ``within``: it says where, not what ("in a school").
    ``means``: it says by whom or with what («вертолётом»); ``subject``: it can be the subject of its clause.
    """

    start: int
    end: int
    name: str
    kind: str
    before: str
    within: bool
    means: bool = False
    subject: bool = False


class Namer(Protocol):
    """How one language names things."""

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """The nouns that name a thing: start, end, kind."""
        ...

    def phrase(self, text: str, folded: str, start: int, end: int, floor: int) -> Named:
        """The phrase around the noun at ``start``..``end``; its modifiers begin at ``floor`` or later."""
        ...


@lru_cache(maxsize=8)
def namer(language: str) -> Namer:
    """The grammar of a language over its tables (``nouns.py`` of its folder)."""
    tables = lexicon(language, "nouns")
    made: Namer = tables.GRAMMAR(tables)
    return made


def named(text: str, start: int) -> bool:
    """Whether a word has a capital that does not come from its place at the head of a sentence or quotation."""
    return text[start].isupper() and start > 1 and text[start - 2].isalnum()

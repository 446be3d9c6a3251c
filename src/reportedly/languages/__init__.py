"""What is particular to a language: one folder each, found by its code.

A folder holds data modules (`reporting`, `hedges`, `events`, `calendar`, `numerals`, `toponyms` ...), each list beside
its test cases under ``tests/languages``. Code outside asks for a module by name and never imports a folder itself.
A fourth language is a new folder, and whatever case endings and small words of its own the code that reads names,
clauses and counted phrases needs beside those of the three.
"""

import importlib
import re
from functools import lru_cache
from pkgutil import iter_modules
from types import ModuleType


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that can be read, sorted."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if m.ispkg))


@lru_cache(maxsize=64)
def lexicon(language: str, name: str) -> ModuleType:
    """The data module ``name`` of a language.

    Raises ``LookupError`` for a language that has no folder.
    """
    if language not in codes():
        raise LookupError(f"no such language: {language}")
    return importlib.import_module(f"{__name__}.{language}.{name}")


@lru_cache(maxsize=8)
def joined(room: str, table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A table of patterns over folded text (key to pattern) as it is in all languages together, a pattern a key."""
    told: dict[str, list[str]] = {}
    for code in codes():
        for key, pattern in getattr(lexicon(code, room), table).items():
            told.setdefault(key, []).append(pattern)
    return tuple((key, re.compile("|".join(patterns))) for key, patterns in told.items())


_ONE_TO_ONE = str.maketrans({"ё": "е", "Ё": "е", "’": "'", "ʼ": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " "})


@lru_cache(maxsize=4)  # every finder of a report folds the same text
def fold(text: str) -> str:
    """The text as the lexicons spell it: small letters, е for ё, straight apostrophes, plain spaces; same length."""
    small = text.translate(_ONE_TO_ONE).lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_ONE_TO_ONE))

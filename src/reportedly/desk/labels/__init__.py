"""The words of the interface: English as written in the templates, and one table for each other language.

Dates are English in the data that pages are made of ("1 July 2025"); their months are put into the language here.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module

LANGUAGES = ("en", "uk", "ru")
_ASKED = re.compile(r"\s*([a-z]{2})\b")
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"(?<=\d )({'|'.join(_MONTHS)})\b")


def label_of(code: str) -> Callable[[str], str]:
    """From an English label, or a date, to that of a language; what a table lacks stays English."""
    if code == "en":
        return str
    table = _table(code)

    def month(found: re.Match[str]) -> str:
        return table.get(found[1], found[1])

    return lambda words: table[words] if words in table else _MONTH.sub(month, words)


@lru_cache(maxsize=len(LANGUAGES))
def _table(code: str) -> Mapping[str, str]:
    terms: Mapping[str, str] = import_module(f"reportedly.desk.labels.terms_{code}").TERMS
    labels: Mapping[str, str] = import_module(f"reportedly.desk.labels.{code}").LABELS
    return {**terms, **labels}


def choice(asked: str | None, headers: Mapping[str, str]) -> str:
    """The language of the interface: that asked for, else the first one accepted that there is, else English."""
    if asked in LANGUAGES:
        return asked
    for part in headers.get("accept-language", "").lower().split(","):
        found = _ASKED.match(part)
        if found and found[1] in LANGUAGES:
            return found[1]
    return "en"

"""The words of the interface: English as written in the templates, and one table for each other language."""

import re
from collections.abc import Callable, Mapping
from importlib import import_module

LANGUAGES = ("en", "uk", "ru")
_ASKED = re.compile(r"\s*([a-z]{2})\b")


def label_of(code: str) -> Callable[[str], str]:
    """From an English label to that of a language; what a table lacks stays English."""
    if code == "en":
        return str
    table: Mapping[str, str] = import_module(f"reportedly.desk.labels.{code}").LABELS
    return lambda words: table.get(words, words)


def choice(asked: str | None, headers: Mapping[str, str]) -> str:
    """The language of the interface: that asked for, else the first one accepted that there is, else English."""
    if asked in LANGUAGES:
        return asked
    for part in headers.get("accept-language", "").lower().split(","):
        found = _ASKED.match(part)
        if found and found[1] in LANGUAGES:
            return found[1]
    return "en"

"""The words of pages, terminal and desk: English as written in the code, a table in the folder of each other language.

Dates are English in the data that pages are made of ("1 July 2025"); their months are put into the language here.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from reportedly.languages import lexicon

LANGUAGES = ("en", "uk", "ru")
"""The languages that there are labels and explanations in, in the order in which they are offered."""
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"(?<=\d[ \u00a0])({'|'.join(_MONTHS)})\b")


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
    return {**lexicon(code, "terms").TERMS, **lexicon(code, "labels").LABELS}

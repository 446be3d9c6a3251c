"""The side of the war that a name speaks for, by the state in its words, in any of the languages."""

import re
from functools import cache

from reportedly.languages import codes, fold, lexicon


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    told: dict[str, list[str]] = {}
    for code in codes():
        for side, pattern in lexicon(code, "parties").SIDES.items():
            told.setdefault(side, []).append(pattern)
    return tuple((side, re.compile("|".join(patterns))) for side, patterns in told.items())


def side_by_words(name: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) whose words stand first in a name: "Ukraine's ambassador to Russia" is UA.

    ``None`` where no word tells.
    """
    words = fold(name)
    found = [(m.start(), side) for side, pattern in _words() if (m := pattern.search(words))]
    return min(found)[1] if found else None

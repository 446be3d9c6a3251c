"""A sentence as words and marks with offsets."""

import re

from msgspec import Struct

_JUNK = re.compile(r"\]\([^)\s]*\)|\*\*|__+|~~|\[(?=[^\]\n]{1,60}\]\()")
_TOKEN = re.compile(
    r"\]\([^)\s]*\)|\*\*|__+|~~|\[(?=[^\]\n]{1,60}\]\()|(?:[A-ZА-Я]\.){2,}(?=\s|\w|$)|[ap]\.m\.|\d{1,2}[:.]\d{2}(?!\d)|\w+(?:[-'’ʼ.]\w+)*\+?|[^\w\s]"
)
OPENING, CLOSING = "«“„‘", "»”’"
QUOTES = OPENING + CLOSING + '"'


class Tokens(Struct):
    """Words and marks of one sentence. ``low`` is lower case; ``start``/``end`` are offsets in the whole text."""

    text: str
    first: int
    last: int
    word: list[str]
    low: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.word)

    def is_word(self, i: int) -> bool:
        """Whether there is a word (not a mark) at ``i``."""
        return 0 <= i < len(self.word) and (self.word[i][0].isalnum())

    def at(self, i: int) -> str:
        """The lower-case token at ``i``, or nothing."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def index(self, offset: int) -> int:
        """The first token that starts at or after ``offset``."""
        lo, hi = 0, len(self.start)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.start[mid] < offset:
                lo = mid + 1
            else:
                hi = mid
        return lo


def tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``."""
    found = [m for m in _TOKEN.finditer(text, start, end) if not _JUNK.fullmatch(m.group())]
    word = [m.group() for m in found]
    return Tokens(
        text=text,
        first=start,
        last=end,
        word=word,
        low=[w.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'") for w in word],
        start=[m.start() for m in found],
        end=[m.end() for m in found],
    )

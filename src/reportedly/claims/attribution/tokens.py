"""A sentence as words and marks with offsets."""

import re

from msgspec import Struct

from reportedly.packs.sources import Found

_TOKEN = re.compile(
    r"(?P<junk>\]\([^)\s]*\)|\*\*|__+|~~|\[(?=[^\]\n]{1,60}\]\())|"
    r"(?:[A-ZА-Я]\.){2,}(?=\s|\w|$)|[ap]\.m\.|(?<!\w)[ивІі]\.\s?о\.|\d{1,2}[:.]\d{2}(?!\d)|\w+(?:[-'’ʼ.]\w+)*\+?|[^\w\s]"
)
OPENING, CLOSING = "«“„‘", "»”’"
QUOTES = OPENING + CLOSING + '"'


class Tokens(Struct):
    """Words and marks of one sentence, those of Markdown left out; offsets are in the whole text.

    ``low``: lower case. ``named``: parties of the directory. ``matches``: of the patterns run over the text.
    """

    text: str
    first: int
    last: int
    word: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    named: list[Found] = []
    matches: dict[str, list[re.Match[str]]] = {}

    def __len__(self) -> int:
        return len(self.word)

    def is_word(self, i: int) -> bool:
        """Whether there is a word (not a mark) at ``i``."""
        return 0 <= i < len(self.word) and self.word[i][0].isalnum()

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


def lowered(text: str) -> str:
    """The text in lower case as words are looked up: ё is е, apostrophes straight; of the same length, or as it is."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def tokens(text: str, low: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``; ``low`` is the whole text as `lowered` gives it."""
    spans = [m.span() for m in _TOKEN.finditer(text, start, end) if m.lastgroup is None]
    return Tokens(
        text=text,
        first=start,
        last=end,
        word=[text[a:b] for a, b in spans],
        low=[low[a:b] for a, b in spans],
        start=[a for a, _ in spans],
        end=[b for _, b in spans],
    )

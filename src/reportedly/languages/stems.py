"""A light stemmer for names: case endings of Russian and Ukrainian fall, Latin words lose a possessive.

Made for matching names against short lists, not for search: it never touches the suffixes of surnames (-ов, -ин).
"""

from functools import lru_cache

_ENDINGS = (
    "иями ями ами ього ьому ого его ому ему ими ыми іми ией ием ією ою ею єю ью ій ий ый ой ей ая яя ое ее ые ие их ых іх"
    " ом ем ём ам ям ах ях ую юю им ым ім ия ии ию ія ії ію ої ів'ї а я о е є и ы і ї у ю ь й"
).split()
_BY_LAST: dict[str, list[str]] = {}
for _ending in sorted(_ENDINGS, key=len, reverse=True):
    _BY_LAST.setdefault(_ending[-1], []).append(_ending)
_KEEP = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, case folded; words of Cyrillic letters only lose an ending if three letters stay."""
    low = word.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    if low.isascii():
        return low[:-2] if low.endswith("'s") else low.rstrip("'")
    if not "а" <= low[-1:] <= "ї":
        return low[:-2] if low.endswith("'s") else low
    for ending in _BY_LAST.get(low[-1], ()):
        if low.endswith(ending) and len(low) - len(ending) >= _KEEP:
            return low[: -len(ending)]
    return low

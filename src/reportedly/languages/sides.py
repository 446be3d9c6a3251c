"""The side of the war that a name speaks for, by the state in its words, in any of the languages."""

from reportedly.languages import fold, joined


def side_by_words(name: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) whose words stand first in a name: "Ukraine's ambassador to Russia" is UA.

    ``None`` where no word tells.
    """
    words = fold(name)
    found = [(m.start(), side) for side, pattern in joined("parties", "SIDES") if (m := pattern.search(words))]
    return min(found)[1] if found else None

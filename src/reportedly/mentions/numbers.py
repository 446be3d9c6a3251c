"""Numbers as a text writes them: value or bounds, and the words that say so."""

from reportedly.languages.counting import Number, numbers

__all__ = ["Number", "find"]


def find(text: str, language: str) -> tuple[Number, ...]:
    """The numbers that may count something, in reading order; see `Number`.

    Raises ``LookupError`` for a language that has no folder.
    """
    return numbers(text, language)

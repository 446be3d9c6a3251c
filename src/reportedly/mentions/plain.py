"""Markup in a text blanked out, character for character, so that every offset stays what it was."""

import re

_MARKUP = re.compile(r"\]\(\S*?\)|https?://\S+|[*_~`|]{2,}|\[(?=[^\]\n]{1,300}\]\()")


def plain(text: str) -> str:
    """The text with markdown links, addresses and emphasis as blanks: same length, only words left to read."""
    if "](" not in text and "**" not in text and "__" not in text and "http" not in text:
        return text
    return _MARKUP.sub(lambda m: " " * len(m.group()), text)

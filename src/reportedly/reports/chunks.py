"""Long texts in pieces, so that time and memory stay bounded."""

_LIMIT = 20_000
_ENDS = ("\n\n", "\n", ". ", "! ", "? ", "… ", "; ", ", ", " ")


def pieces(text: str, limit: int = _LIMIT) -> list[tuple[int, str]]:
    """The text cut into pieces of at most ``limit`` code points, each with its offset; together they are the text.

    Cuts fall at the end of a paragraph where there is one in the second half of a piece, else at a line, a sentence,
    a clause or a word; a piece without any of these is cut where it is full.
    """
    found: list[tuple[int, str]] = []
    at = 0
    while len(text) - at > limit:
        cut = _cut(text, at, at + limit)
        found.append((at, text[at:cut]))
        at = cut
    found.append((at, text[at:]))
    return found


def _cut(text: str, start: int, stop: int) -> int:
    middle = start + (stop - start) // 2
    for mark in _ENDS:
        at = text.rfind(mark, middle, stop)
        if at >= 0:
            return at + len(mark)
    return stop

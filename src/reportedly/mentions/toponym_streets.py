"""Streets of Russian and Ukrainian posts: «на Садовой улице», «на бульваре Шевченко», after a preposition of place."""

import re
from collections.abc import Iterator

_NOUN = (
    r"(?:улиц[еы]|бульваре|проспекте|шоссе|площади|переулке|набережной|проезде|аллее"
    r"|вулиці|бульварі|проспекті|площі|провулку|набережній)"
)
_STREET = re.compile(
    rf"(?<!\w)(?:на|по|у|в|возле|біля) (?!Красной площади)("
    rf"(?:\d{{1,2}}-[йяіа] )?[А-ЯЁІЇЄҐ][\w’'-]+(?:ой|ом|ей|ем|ій|ому) {_NOUN}"
    rf"|{_NOUN} (?:\d{{1,2}}-[йя] )?[А-ЯЁІЇЄҐ][\w’'-]+(?: [А-ЯЁІЇЄҐ][\w’'-]+(?:а|ого|я|ой|ова|ева|ої)(?!\w))?)(?!\w)"
)


def streets(text: str) -> Iterator[tuple[int, int]]:
    """The spans of streets that something happens in."""
    for match in _STREET.finditer(text):
        yield match.span(1)

"""Streets by their names, after a preposition of place: «на Садовой улице», «на бульваре Шевченко», "on Elm Street"."""

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

_NAME = r"(?:\d{1,3}(?:st|nd|rd|th)|(?:[NSEW]\. |North |South |East |West )?[A-Z][\w'’]+(?: [A-Z][\w'’]+)?)"
_KIND = (
    r"(?:Street|Avenue|Boulevard|Road|Highway|Parkway|Lane|Terrace|Crescent|Drive|Place|Way|Circle"
    r"|(?<!County )(?<!District )(?<!Supreme )(?<!High )(?<!Crown )(?<!Circuit )(?<!Superior )Court"
    r"|St\.|Ave\.|Blvd\.|Rd\.)"
)
_ENGLISH = re.compile(
    r"(?<!\w)(?:on|near|along|of|at|to|in|off|and|intersection of) (?:the )?(?:\d+ block of )?"
    rf"((?!Wall |Downing |Fleet )"
    rf"(?:{_NAME} (?:and {_NAME} )?(?:streets|avenues|roads)|{_NAME} {_KIND}(?: and {_NAME} {_KIND})?))(?!\w)"
)
"""One street, or the two of a crossing: "Elm Street and Third Avenue", "Elm and Oak streets"."""


def streets(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The spans of streets that something happens in."""
    for match in (_ENGLISH if language == "en" else _STREET).finditer(text):
        yield match.span(1)

"""The language that a reader of the desk asks for."""

import re
from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request

from reportedly.languages.labels import LANGUAGES

_ASKED = re.compile(r"\s*([a-z]{2})\b")


def choice(asked: str | None, headers: Mapping[str, str]) -> str:
    """The language of the interface: that asked for, else the first one accepted that there is, else English."""
    if asked in LANGUAGES:
        return asked
    for part in headers.get("accept-language", "").lower().split(","):
        found = _ASKED.match(part)
        if found and found[1] in LANGUAGES:
            return found[1]
    return "en"


def tongue(request: Request) -> str:
    """The language of the answer to a request: ``?lang=``, else the one kept, else what the browser accepts."""
    return choice(request.query_params.get("lang") or request.cookies.get("lang"), request.headers)


TheTongue = Annotated[str, Depends(tongue)]
"""The code of the language in which the page is to be told."""

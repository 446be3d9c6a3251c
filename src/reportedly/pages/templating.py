"""The templates: foreign text is escaped everywhere, and a missing value is an error and not an empty string."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reportedly.claims.gloss import label
from reportedly.languages.telling import tell
from reportedly.pages import wording

if TYPE_CHECKING:
    from jinja2 import Environment


def environment(*packages: str) -> "Environment":
    """Templates of the given packages (each has a folder ``templates``), then those of the pages themselves."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in (*packages, "reportedly.pages")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["_"] = str  # English as it stands; who has a reader of another language hands these three in
    found.globals["say"] = saying("en")
    found.globals["told_label"] = label()
    found.globals["marks"] = wording.MARKS
    return found


def saying(language: str) -> Callable[..., str]:
    """What templates call as ``say("count.claims", n=5)``: a phrase with its nouns in the right form."""

    def say(code: str, **values: Any) -> str:
        return tell(code, values, language)

    return say

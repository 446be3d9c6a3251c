"""The templates: foreign text is escaped everywhere, and a missing value is an error and not an empty string."""

from typing import TYPE_CHECKING

from reportedly.claims.gloss import label
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
    found.globals["_"] = str  # the words as they stand; the desk hands in its reader's language
    found.globals["marks"] = wording.MARKS
    found.globals["told_label"] = label()
    return found

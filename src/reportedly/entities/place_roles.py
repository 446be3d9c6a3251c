"""The role of a place in what is told there, by the words just before its name."""

import re
from functools import lru_cache

from reportedly.languages import lexicon
from reportedly.model.terms import PlaceRole

_QUALIFIED = re.compile(
    r" (?:(?:the )?[A-Z]\w+['’]s|Russian|Ukrainian|occupied|annexed|neighbou?ring|nearby|border"
    r"|(?:north|south|east|west)\w*"
    r"|[а-яіїєґ]{4,}(?:ой|ей|ого|его|ому|ему|ым|им|ую|юю|ої|ій|ий|ый|ою|ею)) $"
)
"""What may stand between the words that give the role and the name: "from Ukraine's", «над соседней»."""


_LISTED = re.compile(r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:, and |, | and |))+$")
"""Names of a list before the name, which takes their role: "from Raqa, Aleppo and Homs"."""


@lru_cache(maxsize=8)
def _rules(language: str) -> tuple[tuple[PlaceRole, re.Pattern[str]], ...]:
    return tuple(
        (role, re.compile(rf"(?<![\w-]){rule}\s+[«\"“]?$", re.IGNORECASE))
        for role, rule in lexicon(language, "toponyms").ROLES
    )


def role_of(text: str, start: int, language: str, words: str = "") -> PlaceRole | None:
    """The role that the words before ``start`` give, or None where they say nothing ("in", «в» = at is the caller's).

    ``words`` are the place's own: an anaphor brings its preposition with it («над городом»).
    """
    left = text[max(0, start - 56) : start]
    left = left[left.rfind("\n") + 1 :]
    own = words.split(" ")[0] if words[:1].islower() and " " in words else ""
    if own:
        left += own + " "
    bare, first = _QUALIFIED.sub(" ", left), _LISTED.sub("", left)
    for tried in dict.fromkeys((left, bare, first)):
        for role, rule in _rules(language):
            if rule.search(tried):
                return role
    return None


_SECTOR = re.compile(
    r" (?:sector|direction|axis|frontline|front line|front"
    r"|напрям\w{1,3}|направлени\w{1,2}|ділян\w{1,3}|участ\w{2,3}|фронт\w{0,2})\b"
)


def sector_role(text: str, start: int, end: int) -> PlaceRole | None:
    """``near`` for a sector of the front, which is the land about the town that it is called after."""
    return "near" if _SECTOR.match(text, end) or _SECTOR.search(text, start, end) else None

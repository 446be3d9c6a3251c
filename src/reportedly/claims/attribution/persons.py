"""Personal names and proper names in the words for a speaker."""

import re

from reportedly.claims.attribution import inflection
from reportedly.claims.attribution.tokens import QUOTES, Tokens
from reportedly.claims.attribution.words import Noun, Words, folded

_GENITIVE = re.compile(r"(?:ого|его|ой|ых|их|ії|ої|ної|ии|ы|ства|ція|ции|ції)$")
_NAME = re.compile(r"[A-ZА-ЯІЇЄҐ][\w'’ʼ-]*[a-zа-яіїєґ'’]|[A-ZА-ЯІЇЄҐ]\.?")


def is_name(word: str) -> bool:
    """Whether a word is written as a proper name: a capital, then small letters."""
    return bool(_NAME.fullmatch(word)) and not word.isdigit()


def person(words: list[str], low: list[str], nouns: list[tuple[int, Noun]], case: str, w: Words) -> str | None:
    """A personal name in the phrase: two capitalised words after a role, or a known first name with a surname."""
    language = w.language
    role_at = next(
        (
            i
            for i, n in nouns
            if n.lemma in w.raw.PERSONAL or n.lemma in w.raw.ROLES or w.takes_up.get(n.lemma, "").startswith("person")
        ),
        None,
    )
    if w.inverts and case != "nom":
        role_at = role_at if role_at is not None else -1
    for i in range(len(words) - 1):
        run = run_from(words, low, i, w)
        if len(run) < 2:
            continue
        if w.inverts:
            if inflection.is_forename(run[0], language) and (case != "nom" or inflection.nominative(run[0], language)):
                return " ".join(run[:3]) if case == "nom" else inflection.person(run[:3], language)
            ends = i + len(run) == len(words) and role_at is not None and 0 <= role_at < i
            if ends and len(run) <= 4 and not any(_GENITIVE.search(x) for x in run[-2:-1]) and case == "nom":
                return " ".join(run[-2:])
            continue
        last_noun = max((k for k, _ in nouns), default=-1)
        if role_at is not None and i > role_at and i > last_noun and i + len(run) == len(words) and len(run) <= 4:
            return " ".join(_from_forename(run, w))
    return None


def _from_forename(run: list[str], w: Words) -> list[str]:
    """Without a rank or title before the first name: "Captain Andriy Polukhin"."""
    at = next((i for i, x in enumerate(run[:-1]) if inflection.is_forename(x, w.language)), 0)
    return run[at:]


def run_from(words: list[str], low: list[str], i: int, w: Words) -> list[str]:
    """The proper names in a row from word ``i``."""
    run = []
    while i < len(words) and is_name(words[i]) and low[i] not in w.nouns and not words[i].endswith(("'s", "’s")):
        run.append(words[i])
        i += 1
    return run


def apposed(s: Tokens, more: list[int], w: Words) -> str | None:
    """A personal name in an apposition: "The head of the region, Alexandr Brechelov,"."""
    words = [s.word[i] for i in more]
    run = run_from(words, [s.low[i] for i in more], 0, w)
    if len(run) < 2 or len(run) != len(words) or len(run) > 4:
        return None
    run = _from_forename(run, w)
    return " ".join(run) if not w.inverts or inflection.is_forename(run[0], w.language) else None


def ends_in_name(words: list[str], w: Words) -> str | None:
    """A first name and what follows it at the end of a phrase: "9/11 widow Terry Strada"."""
    at = next((i for i, x in enumerate(words) if inflection.is_forename(x, w.language) and i < len(words) - 1), None)
    if at is None or w.inverts or len(words) - at > 4 or not all(is_name(x) for x in words[at:]):
        return None
    return " ".join(words[at:])


def called(s: Tokens, idx: list[int], words: list[str], nouns: list[tuple[int, Noun]], w: Words) -> str | None:
    """The proper name after a naming noun: "channel X", "телеграм-канал «X»"."""
    at = next((i for i, n in nouns if n.lemma in w.raw.NAMING), None)
    if at is None:
        return None
    quoted = [i for i in range(idx[at] + 1, min(idx[-1] + 2, len(s))) if s.word[i] in QUOTES]
    if len(quoted) >= 2:
        return s.text[s.end[quoted[0]] : s.start[quoted[1]]]
    run: list[str] = []
    for x in words[at + 1 :]:
        latin = x.isascii() and w.inverts
        if not (latin or x[:1].isupper() or x[:1].isdigit()) or (run and folded(x) in w.nouns):
            break
        run.append(x)
    if run and w.inverts and not run[0].isascii() and nouns[0][1].kind not in ("channel", "media"):
        return None
    if run and w.inverts and folded(words[at]).startswith(("агентств", "агенц")) and not run[0].isascii():
        return None
    if run and folded(run[0]) in w.nouns and len(run) == 1:
        return None
    return " ".join(run) or None

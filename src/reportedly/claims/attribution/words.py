"""The reporting lexicon of a language, compiled once: look-ups by word form and patterns."""

import re
from functools import lru_cache
from types import ModuleType
from typing import Any

from msgspec import Struct

from reportedly.languages import lexicon
from reportedly.languages.stems import stem
from reportedly.model.terms import Certainty, SourceAct

_FLAGS = re.IGNORECASE
_PREFIX = re.compile(r"^(?:экс-?|зам|вице-|віце-?|ex-|vice-)(?=\w{3})")


class Noun(Struct, frozen=True):
    """A noun for those who speak: nominative of the form's own number, kind of source, singular nominative."""

    nominative: str
    kind: str
    lemma: str
    plural: bool = False


class Words(Struct, frozen=True, kw_only=True):
    """Everything that `cues` and `phrases` ask of a language."""

    language: str
    inverts: bool
    verbs: dict[str, str]
    witness: frozenset[str]
    acts: dict[str, SourceAct]
    certainty: dict[str, Certainty]
    nouns: dict[str, Noun]
    oblique: dict[str, Noun]
    small: dict[str, str]
    canonical: dict[str, str]
    takes_up: dict[str, str]
    raw: Any
    patterns: dict[str, re.Pattern[str]]
    prepositional: dict[str, list[tuple[str, ...]]]

    def noun(self, word: str) -> Noun | None:
        """The noun that a lower-case form belongs to; a deputy or former holder counts as the holder."""
        found = self.nouns.get(word)
        if found is None:
            bare = _PREFIX.sub("", word)
            found = self.nouns.get(bare) if bare != word else None
        if found is None and "-" in word:
            found = self.nouns.get(word.rsplit("-", 1)[1]) or (
                self.nouns.get(word.split("-", 1)[0]) if self.inverts else None
            )
        return found

    def is_(self, word: str, kind: str) -> bool:
        """Whether a lower-case word is a small word of this kind (adverb, conjunction, preposition ...)."""
        return kind in self.small.get(word, "")


SCANNED = ("SILENT", "UNCONFIRMED", "NO_COMMENT", "BY_ACCOUNT", "ABROAD", "ASKED")
"""Patterns that are run once over the whole text."""
_SMALL = {
    "t": "TIMES",
    "a": "ADVERBS",
    "c": "CONJUNCTIONS",
    "p": "PREPOSITIONS",
    "l": "LINKS",
    "d": "DETERMINERS",
    "b": "COPULAS",
    "o": "OWN",
    "n": "LISTENERS",
}
_PATTERNS = (
    "DEED_OBJECTS HEADLINE OBJECTS PREDICATE NO_COMMENT UNTRUE BY_ACCOUNT ABROAD ASKED THIS_WAS UNOWNED DATA_OF "
    "LOCAL NOT FINITE FORWARDED SOURCE_LINE BACKGROUND FIGURE ADJUNCT TAIL_GOES_ON NEW_CLAUSE"
).split()


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    """The compiled lexicon of a language.

    Raises ``LookupError`` for a language without a folder.
    """
    raw = lexicon(language, "reporting")
    small: dict[str, str] = {}
    for code, name in _SMALL.items():
        for word in getattr(raw, name):
            small[word] = small.get(word, "") + code
    prepositional: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(raw.PREPOSITIONAL, key=len, reverse=True):
        parts = tuple(phrase.split())
        prepositional.setdefault(parts[0], []).append(parts)
    patterns = {name: re.compile(getattr(raw, name), _FLAGS) for name in _PATTERNS}
    patterns["SILENT"] = re.compile("|".join(rf"(?:{p})" for p in raw.SILENT), _FLAGS)
    if raw.SELF_SILENT:
        patterns["SELF_SILENT"] = re.compile(raw.SELF_SILENT, _FLAGS)
    patterns["UNCONFIRMED"] = re.compile("|".join(rf"(?:{p})" for p in raw.UNCONFIRMED), _FLAGS)
    canonical = {form: name for name, forms in raw.CANONICAL.items() for form in forms.split("|")}
    nouns, oblique = _nouns(raw, language)
    return Words(
        language=language,
        inverts=raw.INVERTS,
        verbs=_verbs(raw),
        witness=frozenset(raw.WITNESS),
        acts={form: act for act, forms in raw.ACTS.items() for form in forms.split()},
        certainty={form: level for level, forms in raw.CERTAINTY.items() for form in forms.split()},
        nouns=nouns,
        oblique=oblique,
        small=small,
        canonical=canonical,
        takes_up={noun: classes for classes, nouns_ in raw.TAKES_UP.items() for noun in nouns_.split()},
        raw=raw,
        patterns=patterns,
        prepositional=prepositional,
    )


def _verbs(raw: ModuleType) -> dict[str, str]:
    verbs = dict.fromkeys(raw.BY_VERBS, "by")
    verbs.update(dict.fromkeys(raw.WEAK, "weak"))
    endings = getattr(raw, "PAST_ENDINGS", ())
    verbs.update({s + e: "weak" for s in getattr(raw, "WEAK_PAST", ()) for e in endings})
    verbs.update(dict.fromkeys(raw.STRONG, "strong"))
    verbs.update({s + e: "strong" for s in getattr(raw, "STRONG_PAST", ()) for e in endings})
    verbs.update(dict.fromkeys(raw.ONLY_THIS, "this"))
    verbs.update(dict.fromkeys(raw.QUOTES_VERBS, "quotes"))
    verbs.update(dict.fromkeys(raw.DENY, "deny"))
    verbs.update(dict.fromkeys(raw.EXCLUDE, "exclude"))
    verbs.update(dict.fromkeys(raw.PARTICIPLES, "participle"))
    return verbs


def _nouns(raw: ModuleType, language: str) -> tuple[dict[str, Noun], dict[str, Noun]]:
    """Nouns by form; the second table prefers the singular where a form is either ("ведомства")."""
    table: dict[str, Noun] = {}
    oblique: dict[str, Noun] = {}
    for kind, entries in raw.NOUNS.items():
        for entry in entries.split():
            singular, _, plural = entry.partition("|")
            low = folded(singular)
            if not plural:  # a language without cases
                for form in (entry, entry + "'s"):
                    table.setdefault(form, Noun(entry, kind, entry))
                continue
            one = Noun(singular, kind, low)
            if plural != "-":
                many = Noun(plural, kind, low, True)
                for form in _plural_forms(low, folded(plural)):
                    table.setdefault(form, many)
                    oblique.setdefault(form, many)
            for form in _singular_forms(low, language):
                if plural == "-" or form not in table or form == low:
                    table[form] = one
                oblique[form] = one
    return table, {**oblique, **{folded(n.nominative): n for n in table.values() if n.lemma in ("власть", "люди")}}


def _singular_forms(noun: str, language: str) -> set[str]:
    """Case forms of a singular noun, generous: a form too many does no harm in a list of known nouns."""
    base = noun[:-1] if noun[-1] in "аяоеьйиіїє" else noun
    forms = {noun}
    if noun.endswith(("ый", "ий", "ой")) and language in ("ru", "uk") and len(noun) > 5:
        forms |= {noun[:-2] + e for e in ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ім")}
    if noun.endswith(("ец", "єць", "ець")):
        cut = noun[:-2] if noun.endswith("ец") else noun[:-3]
        forms |= {cut + "ц" + e for e in ("а", "у", "ем", "е", "я", "ю", "ем", "і")}
    endings = "а я у ю е і и ы ї ом ем єм ой ей ою ею єю ям ью іві ові еві ію"
    if noun[-1] not in "аяьйоеєіиї":
        endings = "а у е ом ем ові еві"
    forms |= {base + e for e in endings.split()}
    if noun.endswith("ок"):
        forms |= {noun[:-2] + "к" + e for e in ("а", "у", "ом", "е")}
    return forms


def _plural_forms(singular: str, plural: str) -> set[str]:
    base = plural[:-1] if plural[-1] in "ыиіїаяе" else plural
    forms = {plural} | {base + e for e in "ов ев ей ів їв єв ам ям ами ями ах ях".split()}
    if singular[-1] in "аяоеє":
        forms.add(singular[:-1])
    if plural.endswith(("ые", "ие")):
        forms |= {plural[:-1] + e for e in ("х", "м", "ми")}
    if plural.endswith("і") and singular.endswith("ий"):
        forms |= {plural[:-1] + e for e in ("их", "им", "ими")}
    return forms


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Lower case, without the stress of typography: ё is е, curly apostrophes are straight."""
    return word.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


__all__ = ["Noun", "Words", "folded", "stem", "words"]

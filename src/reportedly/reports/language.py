"""Which language a text is in: by script and function words; by an n-gram model only where these do not decide."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reportedly.languages import codes, lexicon
from reportedly.languages.elsewhere import ELSEWHERE
from reportedly.reports.material import Unreadable

_SAMPLE = 8_000
_FLOOR = 0.5
_SHORT = 12
"""Words up to which a text is short: of headlines and lines of tables the model says anything."""
_SHORT_FLOOR = 0.25
"""How likely a language that we read must be, against the likeliest of all; names make short texts hard to tell."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SCRIPTS = {"latin": re.compile(r"[A-Za-z]"), "cyrillic": re.compile(r"[\u0400-\u052f]")}
_NOISE = re.compile(r"https?://\S+|[@#]\w+")
# Letters of languages that we do not read: Belarusian, South Slavic, Kazakh, Tatar; Latin with other diacritics.
_FOREIGN = re.compile(r"[ўЎђћљњџјѓќЂЋЉЊЏЈЃЌәғқңөұүһӘҒҚҢӨҰҮҺѝàâãäåæçèéêëìíîïñòóôõöøùúûüýþßąćęłńśźżčďěňřšťůžőűğışțșđ]")

_OWN = {"sr": re.compile("[ђјљњћџ]"), "mk": re.compile("[ѓѕјљњќџ]")}
"""Letters without which hardly any text of so many letters is in that language; one in twelve is one of them."""
_OWN_FROM = 40


def detect(text: str) -> str:
    """The language code of a text that we can read; of a mixed text, that of most of its words.

    Raises ``Unreadable`` for a text without words or in another language.
    """
    sample = _NOISE.sub(" ", text[:_SAMPLE])
    words = _words(sample)
    if not words and len(text) > _SAMPLE:
        sample = " ".join(_WORD.findall(text[: 60 * _SAMPLE])[:2_000])
        words = _words(sample)
    if not words:
        raise Unreadable("no words in it: nothing to read")
    return _plain(sample, words) or _model(words)


def _words(sample: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(sample)]


def _plain(sample: str, words: Sequence[str]) -> str | None:
    """The language where script and function words decide, else ``None``."""
    letters = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS.items()}
    script = max(letters, key=lambda name: letters[name])
    total = sum(map(len, words))
    if letters[script] < total * 0.5 or len(_FOREIGN.findall(sample)) * 50 > total:
        return None
    rivals = [code for code in codes() if script == lexicon(code, "identity").SCRIPT]
    if not rivals:
        return None
    marks = {code: _marks(code, sample, words) for code in rivals}
    first, *others = sorted(rivals, key=lambda code: -marks[code])
    clear = marks[first] >= max(2, len(words) * 0.12)
    return first if clear and (not others or marks[first] >= 2 * marks[others[0]] + 2) else None


def _marks(code: str, sample: str, words: Sequence[str]) -> int:
    """How much speaks for a language: its function words, and twice the letters that its rivals do not have."""
    known, own = _signs(code)
    return sum(word in known for word in words) + (2 * len(own.findall(sample)) if own else 0)


@lru_cache(maxsize=8)
def _signs(code: str) -> tuple[frozenset[str], re.Pattern[str] | None]:
    data = lexicon(code, "identity")
    own = data.OWN_LETTERS + data.OWN_LETTERS.upper()
    return frozenset(data.FUNCTION_WORDS), re.compile(f"[{own}]") if own else None


def _model(words: Sequence[str]) -> str:
    """The n-gram model's word. A language that we read is preferred where it is about as likely, or the text short."""
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()
    ranked = detector.compute_language_confidence_values(" ".join(words)[:2_000])
    ranked = [entry for entry in ranked if not _lacks_letters(entry.language.iso_code_639_1.name.lower(), words)]
    if not ranked or ranked[0].value == 0:
        raise Unreadable("language not recognised")
    floor = ranked[0].value * (_SHORT_FLOOR if len(words) < _SHORT else _FLOOR)
    for entry in ranked:
        code = entry.language.iso_code_639_1.name.lower()
        if code in codes() and entry.value >= floor:
            return code
    if len(words) < _SHORT and (known := _by_events(words)) is not None:
        return known
    best = ranked[0].language.name.title()
    raise Unreadable(f"in {best}, a language that is not read ({readable()} are)")


def _by_events(words: Sequence[str]) -> str | None:
    """The language of a headline by the words for events in it, more than any other's; ``None`` where a word of a
    language that we do not read stands beside them.
    """
    if not ELSEWHERE.isdisjoint(words) or _FOREIGN.search(" ".join(words)):
        return None
    found = {code: sum(_tells(code).fullmatch(word) is not None for word in words) for code in codes()}
    best, *others = sorted(found, key=lambda code: -found[code])
    return best if found[best] > max((found[code] for code in others), default=0) else None


@lru_cache(maxsize=8)
def _tells(code: str) -> re.Pattern[str]:
    """Single words for events and denials in a language, of four letters or more."""
    lists = (terms for kinds in lexicon(code, "events").EVENTS.values() for terms in kinds.values())
    words = {term.strip() for terms in lists for term in terms.split("|")} | set(lexicon(code, "reporting").DENY)
    some = sorted(word for word in words if " " not in word and len(word.rstrip("*")) >= 4)
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in some))


def _lacks_letters(code: str, words: Sequence[str]) -> bool:
    """Whether a text has none of the letters that one in a language has: the model takes names of towns for Serbian."""
    own = _OWN.get(code)
    return own is not None and sum(map(len, words)) >= _OWN_FROM and not any(map(own.search, words))


def checked(tag: str) -> str:
    """A language tag as one of our codes ("en-GB" is "en"). Raises ``Unreadable`` for a language not read."""
    primary = tag.strip().lower().replace("_", "-").split("-")[0]
    if primary not in codes():
        raise Unreadable(f"language {tag!r} is not read ({readable()} are)")
    return primary


def readable() -> str:
    """The languages that are read, for people."""
    return ", ".join(lexicon(code, "identity").NAME for code in codes())

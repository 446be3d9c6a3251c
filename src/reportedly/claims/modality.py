"""How sure a clause is and whether it affirms, by the hedge and negation lexicons of its language.

Both read only the words of the clause. What the reporting verb adds ("denied that", "declined to name") comes with
the attribution; the weaker of the two certainties holds (annotation rule 11).
"""

import re
from functools import lru_cache

from reportedly.languages import codes, lexicon
from reportedly.model import Span
from reportedly.model.terms import Certainty, Polarity

_ORDER: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2}
_PART = re.compile(r"[,;:]\s")
_QUESTION = re.compile(r"[^.!?…;\n]{0,200}\?")
_WORD = 30
"""Code points of an event word that tell its form."""
_NUMBER = re.compile(
    r"\d|\b(?:дв(?:а|е|ох|ух|ое|оє|і)|тр(?:и|ех|ёх|ьох|ое|оє)|чет\w+|чотир\w+|нескольк\w+|кільк\w+|two|three|four|five|several)\b",
    re.IGNORECASE,
)

_ONE = re.compile(rf"{_NUMBER.pattern}|\b(?:один|одна|одну|одного|одної|one)\b", re.IGNORECASE)


def weakest(*certainties: Certainty | None) -> Certainty:
    """The least certain of those given; ``certain`` if none is."""
    return max((c for c in certainties if c), key=_ORDER.__getitem__, default="certain")


def certainty(text: str, start: int, end: int, language: str, event: int | None = None) -> Certainty:
    """How sure the clause ``text[start:end]`` puts it; a hedge on any part counts for the whole (rule 11).

    ``event``: where its event word stands. What is only wished, asked, ordered, planned, supposed or asked about
    ("urged them to strike", "if it strikes", "Did it strike?") is no more than possible.
    """
    if language not in codes():
        return "certain"
    if event is not None and unreal(text, start, language, event):
        return "possible"
    possible, probable = _hedges(language)
    hedge = possible.search(text, start, end)
    if hedge and not (
        _rumour(language).match(hedge.group()) and _negations(language)[1][2][1].search(text, start, end)
    ):
        return "possible"
    return "probable" if probable.search(text, start, end) else "certain"


def unreal(text: str, start: int, language: str, event: int) -> bool:
    """Whether what the event word tells is put as something that need not be: by the words before it, or a question.

    "Does not plan to attack" is certain all the same: it says that it is not so.
    """
    marked = f"{text[start:event]}\0{text[event : event + _WORD]}".lower()
    if _unreal(language).search(marked) is None:
        return _QUESTION.match(text, event) is not None
    return _negated(language).search(text, start, event) is None


def polarity(
    text: str, start: int, end: int, language: str, event: int | None = None
) -> tuple[Polarity, Span | None]:
    """Whether the clause says that it is so, is not so, was not reported or is not told; and the words that say it.

    A negation that concerns a later part only ("two hurt, nobody killed"; "more than 60, not officially confirmed";
    "one died, the fate of two is unknown") leaves the clause affirmed. ``event``: where
    its event word stands; a negation right before that word denies it whatever the verb ("had not yet signed").
    """
    if language not in codes():
        return "affirmed", None
    harmless, kinds = _negations(language)
    clause = harmless.sub(lambda m: "\x00" * len(m.group()), text[start:end])
    told = None if event is None else event - start
    for kind, pattern in kinds:
        found = pattern.search(clause)
        if found is None or _of_a_place(clause, told, found, language):
            continue
        if not _of_a_later_part(clause, found, kind, language):
            return kind, (start + found.start(), start + found.end())
    before = _negated(language).search(clause, 0, event - start) if event is not None and event > start else None
    if before:
        return "denied", (start + before.start(), start + before.end())
    return "affirmed", None


def _of_a_later_part(clause: str, found: re.Match[str], kind: Polarity, language: str) -> bool:
    """Whether a negation leaves a figure before it as it is; what is withheld does only where nobody knows it."""
    if kind == "withheld":
        return _unknown(language).search(found.group()) is not None and _partial(clause, found.start(), _ONE)
    return _partial(clause, found.start())


def _of_a_place(clause: str, told: int | None, found: re.Match[str], language: str) -> bool:
    """Whether a negation says of the place where it happened that nobody or nothing was there: "hit a school where
    nobody was"; ``told``: where the event word stands in the clause.
    """
    return told is not None and any(told < m.start() < found.start() for m in _where(language).finditer(clause))


@lru_cache(maxsize=8)
def _where(language: str) -> re.Pattern[str]:
    """Words that open what is said of a place."""
    return re.compile(rf",?\s+(?:{lexicon(language, 'polarity').WHERE})\s", re.IGNORECASE)


def doubted(text: str, start: int, end: int, language: str) -> bool:
    """Whether a later part says that a figure before it has not been confirmed: "more than 60, not confirmed"."""
    if language not in codes():
        return False
    found = _unconfirmed(language).search(text, start, end)
    return found is not None and _partial(text[start:end], found.start() - start)


@lru_cache(maxsize=8)
def _unconfirmed(language: str) -> re.Pattern[str]:
    return _any(lexicon(language, "caveats").UNCONFIRMED)


def refutes(text: str, start: int, end: int, language: str) -> bool:
    """Whether a clause says of something told before that it is untrue: "Of course it is untrue"."""
    return _refutations(language).search(text, start, end) is not None


@lru_cache(maxsize=8)
def _refutations(language: str) -> re.Pattern[str]:
    return _any(lexicon(language, "polarity").REFUTED)


def _partial(clause: str, at: int, number: re.Pattern[str] = _NUMBER) -> bool:
    """Whether a part with a number of its own stands before the negated part."""
    cuts = [m.end() for m in _PART.finditer(clause, 0, at)]
    return bool(cuts) and number.search(clause, 0, cuts[-1]) is not None


@lru_cache(maxsize=8)
def _hedges(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon(language, "hedges")
    return _any(words.POSSIBLE), _any(words.PROBABLE)


@lru_cache(maxsize=8)
def _rumour(language: str) -> re.Pattern[str]:
    """Words for rumours: they hedge what is told, not the denial of it."""
    return re.compile(lexicon(language, "hedges").RUMOUR, re.IGNORECASE)


@lru_cache(maxsize=8)
def _negations(language: str) -> tuple[re.Pattern[str], tuple[tuple[Polarity, re.Pattern[str]], ...]]:
    words = lexicon(language, "polarity")
    kinds: tuple[tuple[Polarity, re.Pattern[str]], ...] = (
        ("withheld", _any(words.WITHHELD)),
        ("not_reported", _any(words.NOT_REPORTED)),
        ("denied", _any(words.DENIED)),
    )
    return _any(words.NOT_NEGATIVE), kinds


@lru_cache(maxsize=8)
def _unknown(language: str) -> re.Pattern[str]:
    """Words for what nobody knows, which nobody withholds."""
    return re.compile(lexicon(language, "polarity").UNKNOWN, re.IGNORECASE)


@lru_cache(maxsize=8)
def _negated(language: str) -> re.Pattern[str]:
    """A negation that ends where the event word begins."""
    return re.compile(f"(?:{'|'.join(lexicon(language, 'polarity').NEGATED)})$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _unreal(language: str) -> re.Pattern[str]:
    """Words under which an event need not be, in lower case, up to a mark where the event word begins."""
    return re.compile(f"(?:{'|'.join(lexicon(language, 'hedges').UNREAL)})\\0")


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)

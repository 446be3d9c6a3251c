"""Names and heads of phrases in the nominative, by ending rules; words that no rule knows stay as written."""

from functools import lru_cache

from reportedly.claims.attribution.words import Words, folded
from reportedly.languages import lexicon
from reportedly.languages.stems import stem

_COUNTED = ("два", "две", "дві", "двух", "три", "трех", "чет", "чотир", "нескольк", "кільк", "декільк")


@lru_cache(maxsize=8)
def forenames(language: str) -> dict[str, tuple[str, str]]:
    """Stem of a first name -> (nominative, gender m or f)."""
    raw = lexicon(language, "forenames")
    table = {stem(n): (n, "f") for n in raw.FEMALE.split()}
    table.update(
        {
            stem(n): (n, "m")
            for n in raw.MALE.split()
            if n[-1] not in "ая" or language == "en" or n in ("илья", "никита", "микита", "микола", "ілля")
        }
    )
    return table


def is_forename(word: str, language: str) -> bool:
    """Whether a capitalised word is a known first name in any case."""
    return word[:1].isupper() and stem(word) in forenames(language)


def nominative(word: str, language: str) -> bool:
    """Whether a first name stands in the nominative."""
    known = forenames(language).get(stem(word))
    return known is not None and known[0].replace("ё", "е") == folded(word)


def person(names: list[str], language: str) -> str:
    """A person's name in the nominative: first name, perhaps a patronymic or initial, surname."""
    first = names[0]
    known = forenames(language).get(stem(first))
    gender = known[1] if known else "m"
    raw = lexicon(language, "forenames")
    out = [_like(first, known[0]) if known else _end(first, raw.FORENAME[gender])]
    out += [_end(n, raw.SURNAME[gender]) for n in names[1:]]
    return " ".join(out)


def head(words: list[str], w: Words, case: str) -> str:
    """A phrase with its head noun, and the adjectives before it, in the nominative."""
    at = next((i for i, x in enumerate(words) if folded(x) in w.nouns), None)
    counted = any(folded(x).startswith(_COUNTED) for x in words[:at])
    if at is None or counted or case == "nom" or not w.inverts:
        return " ".join(words)
    noun = (w.nouns if case == "acc" else w.oblique)[folded(words[at])]
    nominative = _like(words[at], noun.nominative)
    gender = "p" if noun.plural or _is_plural(noun.nominative) else _gender(noun.nominative)
    endings = lexicon(w.language, "forenames").ADJECTIVE[gender]
    adjectives = [ordinal(x, w.language) if gender == "f" and x[:1].isdigit() else _end(x, endings) for x in words[:at]]
    return " ".join([*adjectives, nominative, *words[at + 1 :]])


def _is_plural(nominative: str) -> bool:
    return nominative.lower() in ("власти", "войска", "війська", "люди", "сми", "змі", "медиа", "медіа")


def _gender(nominative: str) -> str:
    if nominative.lower().endswith(("ння", "ття")):
        return "n"  # Ukrainian "управління"
    if nominative[-1].lower() in "ая":
        return "f"
    return "n" if nominative[-1] in "оеєё" else "m"


def _end(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    low = word.lower()
    for old, new in endings:
        if low.endswith(old) and len(word) - len(old) >= 2:
            return word[: len(word) - len(old)] + new
    return word


def _like(pattern: str, word: str) -> str:
    """``word`` capitalised as ``pattern`` is."""
    if pattern.isupper():
        return word.upper()
    return "-".join(p[:1].upper() + p[1:] for p in word.split("-")) if pattern[:1].isupper() else word


def ordinal(word: str, language: str) -> str:
    """A feminine ordinal in figures in the nominative: "24-й бригаді" is "24-та"."""
    number, _, ending = word.partition("-")
    if not number.isdigit() or not ending or language not in ("ru", "uk"):
        return word
    if language == "ru":
        return f"{number}-я"
    special = {"1": "ша", "2": "га", "3": "тя", "7": "ма", "8": "ма"}
    tens = len(number) > 1 and number[-2] == "1"
    return f"{number}-{special.get(number[-1], 'та') if not tens else 'та'}"

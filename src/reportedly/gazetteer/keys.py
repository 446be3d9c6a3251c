"""Keys under which names are filed and found, so that an inflected form meets its nominative.

Russian and Ukrainian toponyms stand in six or seven cases. Instead of generating every form, a name is filed under
the stem of each of its words (`stems`), a mention is looked up under one stem per word (`stem_key`), and `agrees` then
tells whether the mention's ending belongs to the paradigm of the nominative. Alternations that a stem cannot bridge
(Харків/Харкова, Авдіївка/Авдіївці, Елец/Ельца) give a name several keys.
"""

import re
import unicodedata
from functools import lru_cache

_VOWELS = re.compile("[иіыїйоеєэ]+")
_SHORT = re.compile(r"[iy]y\b")  # Sredniy = Sredny, Novyy = Novy
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_DROP = dict.fromkeys(map(ord, "'’‘ʼ`´′″”“\"«»ʹʺ\u0301\u0300.,"), None)
_SPACE = dict.fromkeys(map(ord, "-‐‑–—_/()\u00a0"), " ")
_TABLE = {**_DROP, **_SPACE, ord("ё"): "е", ord("ґ"): "г"}
_LATIN = {**_TABLE, ord("ø"): "o", ord("đ"): "d", ord("ł"): "l", ord("ı"): "i", ord("ß"): "ss", ord("æ"): "ae"}

# Longest first. «ов/ев/ів» stay: they are part of the stem in «Харьков», «Київ».
_ENDINGS = (
    "ого ого ому ими ыми ами ями ему его ьою ими його йому"
    " ій ою ею єю ої еї ей ой ом ем єм ам ям ах ях їм им ым их ых їх ий ый їй ая яя ое ее ые ие ую юю"
    " а я о е є и ы і ї у ю"
).split()
_ENDING = re.compile(rf"(?:{'|'.join(sorted(set(_ENDINGS), key=len, reverse=True))})$")


_LATIN_NAME = re.compile(
    r"^[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿʼ'‘’`][\u0020-\u024f\u02b0-\u02ff\u1e00-\u1eff\u2018\u2019\u201d\u2033″”]+$"
)
_CYRILLIC_NAME = re.compile(r"^[\u0400-\u052f][\u0400-\u052f\s\-'’ʼ.()«»]+$")
_CODE = re.compile(r"^[A-Z]{2,4}$")


def usable(name: str) -> bool:
    """Whether a name is filed: Latin or Cyrillic letters, a capital first, no code, no letter-by-letter Latin."""
    if len(name) < 2 or len(name) > 60 or _CODE.match(name):
        return False
    return bool(_LATIN_NAME.match(name) or _CYRILLIC_NAME.match(name))


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without case, stress, apostrophes, full stops and (Latin) diacritics; hyphens become spaces."""
    text = name.casefold()
    if text.isascii():
        return _SHORT.sub("y", " ".join(text.translate(_TABLE).split()))
    if _CYRILLIC.search(text):
        return " ".join(unicodedata.normalize("NFC", text).translate(_TABLE).split())
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _SHORT.sub("y", " ".join(plain.translate(_LATIN).split()))


def is_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return _CYRILLIC.search(text) is not None


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one folded Cyrillic word: at least two letters, three where a longer ending goes."""
    match = _ENDING.search(word)
    base = word
    if match:
        ending = match.group()
        if len(ending) > 1 and len(word) - len(ending) < 3:
            ending = ending[-1] if _ENDING.fullmatch(ending[-1]) else ""
        if ending and len(word) - len(ending) >= 2:
            base = word[: -len(ending)]
    return base[:-1] if len(base) > 2 and base[-1] in "ьй" else base


def stem_key(folded: str) -> str:
    """The one key under which a mention is looked up."""
    if not _CYRILLIC.search(folded):
        return folded
    return " ".join(map(stem, folded.split(" ")))


def skeleton(folded: str) -> str:
    """What Russian and Ukrainian spellings of one name have in common: «Клещеевка» and «Кліщіївка» sound alike.

    Only for names that are not found as written: many names share a skeleton.
    """
    return _VOWELS.sub("*", stem_key(folded).replace("сч", "щ").replace("ь", ""))


def _word_keys(word: str, language: str) -> set[str]:
    keys = {stem(word)}
    if len(word) > 3 and word[-1] not in "аеёиоуыэюяєіїйь":
        keys.add(word)
    if word.endswith(("ай", "яй")):
        keys.add(word[:-2])
    if len(word) > 3 and word.endswith(("ец", "єць", "ець")):
        base = word[:-2] if word.endswith("ец") else word[:-3]
        keys |= {base + "ц", base + "ьц", base + "йц"}
    if len(word) > 3 and word.endswith(("ок", "ел", "ол")):
        keys.add(word[:-2] + word[-1])
    if word.endswith("ки"):
        keys |= {word[:-2] + "ок", word[:-2] + "ек"}
    if len(word) > 3 and word.endswith("ы"):
        keys.add(word[:-1] + "ов")
    if language == "uk":
        keys |= _ukrainian_keys(word)
    return keys


def _ukrainian_keys(word: str) -> set[str]:
    """Keys for the alternations і/о/е in closed syllables and г/з, к/ц, х/с before the locative -і."""
    keys: set[str] = set()
    closed = re.fullmatch(r"(.*)([ії])([бвгґджзклмнпрстфхцчшщ]{1,2})ь?", word)
    if closed:
        for vowel in "ое" if closed[2] == "і" else "є":
            keys.add(f"{closed[1]}{vowel}{closed[3]}")
    softened = set()
    for key in {stem(word), *keys}:
        if key[-1:] in "гкх" and len(key) > 2:
            softened.add(key[:-1] + {"г": "з", "к": "ц", "х": "с"}[key[-1]])
    if word.endswith(("и", "і")) and len(word) > 3:
        keys |= {word[:-1] + "ів"}
    return keys | softened


def stems(folded: str, language: str) -> set[str]:
    """All keys of a name in the nominative; ``language`` is ``uk`` where Ukrainian alternations apply."""
    if not _CYRILLIC.search(folded):
        return {folded}
    found = [""]
    for word in folded.split(" "):
        found = [f"{head} {key}".strip() for head in found for key in sorted(_word_keys(word, language))][:24]
    return set(found)


# Nominative endings and the endings that mentions may then show.
_PARADIGM: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (nominative, frozenset(forms.split(" ")))
    for nominative, forms in (
        ("ая", "ая ой ую ою"),
        ("яя", "яя ей юю ею"),
        ("ое", "ое ого ому ым ом им"),
        ("ее", "ее его ему им ем"),
        ("ый", "ый ого ому ым ом ым"),
        ("ий", "ий ого ому им ом ему его ем ым я ю и ем ії ієм ія ію ього ьому"),
        ("ой", "ой ого ому ым ом им оя ою ое оем ої оє оєм ої"),
        ("ые", "ые ых ым ыми"),
        ("ие", "ие их им ими"),
        ("ия", "ия ии ию ией"),
        ("ка", "а и е у ой ою і ої ій"),
        ("а", "а ы и е у ой ою і ої ій ами ею ам ах"),
        ("я", "я и е ю ей ею ї і єю"),
        ("о", "о а у ом е і ові"),
        ("е", "е я ю ем им ого ому ом и і єм ям"),
        ("є", "є я ю єм і"),
        ("і", "і их им ими ам ами ах ей ів ям ями ях"),
        ("ї", "ї їв їм їми їх ям ях ями"),
        ("ы", "ы ам ами ах ов"),
        ("и", "и ам ами ах ям ями ях ей ов ів"),
        ("ь", "ь и я ю ем е і ью єм ям ю еві ом"),
        ("й", "й я ю ем е є ї єм и ом"),
        ("у", "у"),
        ("ю", "ю"),
    )
)
_CONSONANT = frozenset("а у ом е ем і ові еві и ю я ым им ою ого ому".split())


def agrees(nominative: str, mention: str) -> bool:
    """Whether a folded mention can be a case form of a folded nominative (judged word by word by its ending)."""
    if nominative == mention:
        return True
    left, right = nominative.split(" "), mention.split(" ")
    return len(left) == len(right) and all(map(_word_agrees, left, right))


@lru_cache(maxsize=32768)
def _word_agrees(nominative: str, mention: str) -> bool:
    if nominative == mention:
        return True
    if mention[-1] not in "аеиоуыюяєіїйьмхв" or nominative[-1] in "ыиії":
        # plural nominatives also have a genitive without an ending: «Сум», «Липець»
        if nominative[-1] in "ыиії" and (mention[-1] not in "аеиоуыюяєії" or mention[-2:] in ("ам", "ах", "ям", "ях")):
            return True
        if nominative[-1] == "а" and mention == nominative[:-1]:
            return False
        if nominative[-1] not in "ыиії":
            return False
    if nominative[-1] == "е" and mention.endswith(("ая", "яя")):
        return False
    for ending, forms in _PARADIGM:
        if nominative.endswith(ending):
            return any(mention.endswith(form) for form in forms)
    return any(mention.endswith(form) for form in _CONSONANT)

"""Transliteration of Ukrainian and Russian names, and the adjectives made from them."""

from __future__ import annotations

import re

_UK = dict(
    zip(
        "абвгґдезиійклмнопрстуфцчьєїюяжхшщ",
        ("a b v h g d e z y i i k l m n o p r s t u f ts ch - ie i iu ia zh kh sh shch").split(),
        strict=True,
    )
)
_RU = dict(
    zip(
        "абвгдезийклмнопрстуфцчьъыэюяжхшщё",
        ("a b v g d e z i y k l m n o p r s t u f ts ch - - y e yu ya zh kh sh shch yo").split(),
        strict=True,
    )
)
_HEAD = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


_ROOTS = (
    ("Слобидск", "Слободск"),
    ("Запоризск", "Запорожск"),
    ("Днипро", "Днепро"),
    ("Слобид", "Слобод"),
    ("Билго", "Белго"),
    ("Било", "Бело"),
    ("Билы", "Белы"),
    ("Пидгор", "Подгор"),
    ("Верхне", "Верхне"),
    ("Калинив", "Калинов"),
    ("Лис", "Лес"),
)


def english_of_ukrainian(name: str) -> str:
    """The Ukrainian national system (Resolution 55 of 2010)."""
    return _spell(re.sub("[’'ʼ]", "", name).replace("зг", "zgh"), _UK, _HEAD)


def english_of_russian(name: str) -> str:
    """BGN/PCGN without apostrophes; «-ский» becomes -sky, as newspapers write it."""
    text = re.sub(r"(?:ый|ий)\b", "ы", name)
    text = re.sub(r"(^|[\s\-аеёиоуыэюяьъ])е", lambda m: m[1] + "йе", text)
    return _spell(re.sub(r"(^|[\s\-])Е", lambda m: m[1] + "Йе", text), _RU, {})


def _spell(name: str, table: dict[str, str], head: dict[str, str]) -> str:
    out = []
    for at, char in enumerate(name):
        low = char.lower()
        first = at == 0 or not name[at - 1].isalpha()
        latin = head[low] if first and low in head else table.get(low, low)
        latin = "" if latin == "-" and low in "ьъ" else latin
        out.append(latin.capitalize() if char != low else latin)
    return "".join(out)


def russian_of_ukrainian(name: str) -> str:
    """How a Ukrainian name is written in Russian, by letter and ending: good for most villages and all adjectives."""
    text = re.sub("[’'ʼ]", "ъ", name)
    for left, right in (
        (r"ський\b", "ский"),
        (r"цький\b", "цкий"),
        (r"зький\b", "зский"),
        (r"ська\b", "ская"),
        (r"ське\b", "ское"),
        (r"ськ\b", "ск"),
        (r"цьк\b", "цк"),
        (r"ці\b", "цы"),
        (r"івка\b", "овка"),
        (r"ївка\b", "евка"),
        (r"ів\b", "ов"),
        (r"їв\b", "ев"),
        (r"ове\b", "ово"),
        (r"єве\b", "ево"),
        (r"еве\b", "ево"),
        (r"ине\b", "ино"),
        (r"іне\b", "ино"),
        (r"їне\b", "ино"),
        (r"не\b", "ное"),
        (r"(\w)ий\b", r"\1ый"),
        (r"к[ыи]й\b", "кий"),
        (r"ськів", "сков"),
        (r"івськ", "овск"),
        (r"ївськ", "евск"),
        (r"ськ", "ск"),
        (r"цьк", "цк"),
    ):
        text = re.sub(left, right, text)
    text = text.translate(str.maketrans("ієїґІЄЇҐ", "иеигИЕИГ"))
    for left, right in _ROOTS:
        text = re.sub(left, right, text)
    return text.replace("ъ", "ь" if "ъ" in text else "")


def russian_variants(name: str) -> set[str]:
    """The spellings that `russian_of_ukrainian` leaves open: и stays or becomes ы («Бериславский», «Немышлянский»)."""
    first = russian_of_ukrainian(name)
    hard = re.sub(r"(?<=[бвдзлмнпрстф])и(?=[а-яьъ]{2})", "ы", re.sub("[и]", "\u0000", name))
    second = russian_of_ukrainian(re.sub(r"(?<=[бвдзлмнпрстф])\u0000(?!й)", "ы", hard).replace("\u0000", "и"))
    found = {first, second}
    return found | {f.replace("ья", "я").replace("ью", "ю") for f in found}


def adjective_stems(name: str, language: str) -> set[str]:
    """Stems (with -ск, -ськ) of the adjectives of a settlement, lower case: «шебекинск», «сумськ»."""
    word = name.lower().replace("ё", "е").replace("’", "'")
    hard = "ськ" if language == "uk" else "ск"
    if word.endswith(("ськ", "цьк", "ск", "цк", "ський", "цький", "ский", "цкий")):
        return {re.sub(r"(ий)$", "", word)}
    if word.endswith(("жжя", "жье")):
        return {word[:-3] + ("зьк" if language == "uk" else "жск")}
    base = word if word.endswith("й") else word.rstrip("аеиіїоуыюяєь")
    found = {base + hard}
    if base.endswith("с") and language == "uk":
        found.add(base + "ьк")
    if base.endswith("к"):
        found |= {base[:-1] + "цьк", base[:-1] + "цк"}
    if base.endswith("к") and word != base:
        found |= {base[:-1] + hard, base[:-1] + ("цьк" if language == "uk" else "цк")}
    if base.endswith("г"):
        found.add(base[:-1] + ("зьк" if language == "uk" else "жск"))
    if language == "uk" and base.endswith("ц"):
        found.add(base[:-1] + "цьк")
    return {f for f in found if len(f) > 4}


_BACK = (
    ("shch", "щ"),
    ("sch", "щ"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("yu", "ю"),
    ("ya", "я"),
    ("yo", "ё"),
    ("ye", "е"),
    ("iy", "ий"),
    ("yy", "ый"),
    ("oy", "ой"),
    ("ay", "ай"),
    ("ey", "ей"),
    ("uy", "уй"),
    ("’", "ь"),
    ("'", "ь"),
)
_BACK_SINGLE = str.maketrans("abvgdeziyklmnoprstufhj", "абвгдезиыклмнопрстуфхй")


def russian_of_english(name: str) -> str:
    """A Russian adjective from its BGN romanisation («Shebekinskiy», «Shebekinsky»), with a capital."""
    text = re.sub(r"sky$", "skiy", name.lower())
    for latin, cyrillic in _BACK:
        text = text.replace(latin, cyrillic)
    return text.translate(_BACK_SINGLE).replace("лский", "льский").capitalize()

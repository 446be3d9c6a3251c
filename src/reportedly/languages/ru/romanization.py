"""Russian in Latin letters (BGN/PCGN, as the press simplifies it) and the English nouns of facilities."""

LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(),
        strict=True,
    )
)
FACILITIES = {
    "завод": "plant",
    "комбинат": "plant",
    "предприяти": "plant",
    "фабрик": "factory",
    "нефтебаз": "oil depot",
    "нпз": "refinery",
    "аэродром": "airfield",
    "авиабаз": "air base",
    "аэропорт": "Airport",
    "шахт": "mine",
    "парк": "Park",
    "стадион": "Stadium",
    "тц": "mall",
    "трц": "mall",
    "полигон": "training ground",
    "лагер": "camp",
    "арсенал": "arsenal",
    "терминал": "terminal",
    "склад": "depot",
    "подстанци": "substation",
    "электростанци": "power plant",
    "тэц": "power plant",
    "грэс": "power plant",
}
"""Stem of the noun before a name, and the noun after it in English."""

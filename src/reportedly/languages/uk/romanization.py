"""Ukrainian in Latin letters (the national system of 2010) and the English nouns of facilities."""

LETTERS = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia -".split(),
        strict=True,
    )
)
FACILITIES = {
    "завод": "plant",
    "комбінат": "plant",
    "підприємств": "plant",
    "фабрик": "factory",
    "нафтобаз": "oil depot",
    "нпз": "refinery",
    "аеродром": "airfield",
    "авіабаз": "air base",
    "аеропорт": "Airport",
    "шахт": "mine",
    "полігон": "training ground",
    "таб": "camp",
    "арсенал": "arsenal",
    "термінал": "terminal",
    "склад": "depot",
    "підстанці": "substation",
    "електростанці": "power plant",
    "тец": "power plant",
}
"""Stem of the noun before a name, and the noun after it in English."""

"""Ukrainian words for who acts. Patterns over folded text."""

ACTORS = (
    (r"російськ\w+ армі\w+|армі\w+ (?:рф|росії)", "Russian army"),
    (r"сил\w* оборони(?: україни)?(?!\w)", "Defence Forces of Ukraine"),
    (
        r"росіян\w*|окупант\w*|ворог(?:а|у|ом)?(?!\w)|ворож\w+|російськ\w+ (?:війська|військові|сили)|війська рф|рашист\w*"
        r"|загарбник\w*|агресор\w*",
        "Russia",
    ),
    (
        r"зсу(?!\w)|збройн\w+ сил\w* україни|українськ\w+ (?:війська|військові|армія|захисник)\w*",
        "Ukrainian Armed Forces",
    ),
    (r"сбу(?!\w)|служб\w+ безпеки україни", "Security Service of Ukraine"),
    (r"(?:рф|росія)(?= (?:\w+ ){0,2}(?:вдар|удар|атак|випуст|обстріл|запуст))", "Russia"),
    (r"російськ\w+(?= (?:\w+ ){0,2}(?:безпілотник|дрон|бпла|ракет|атак|удар|обстріл))", "Russia"),
    (r"українськ\w+(?= (?:\w+ ){0,2}(?:безпілотник|дрон|бпла|ракет|атак|удар))", "Ukraine"),
    (r"цахал|армі\w+ ізраїлю|ізраїльськ\w+ (?:армі\w+|військов\w+)", "Israel Defense Forces"),
    (r"хамас\w*", "Hamas"),
    (r"хезболл\w+", "Hezbollah"),
    (r"хусит\w*", "Houthis"),
)

SERVICES = (
    (r"слідч\w+ комітет\w*", "Investigative Committee of Russia"),
    (r"росавіаці\w+", "Rosaviatsia"),
    (r"сбу(?!\w)|служб\w+ безпеки україни", "Security Service of Ukraine"),
    (r"дснс(?!\w)", "State Emergency Service of Ukraine"),
    (r"нацполіці\w+|національн\w+ поліці\w+", "National Police of Ukraine"),
)
"""Services that investigate, detain, help and order: pattern, canonical name."""

SIDES = {"RU": r"\bросі|\bмоскв|\bрф\b|\bкремл|\bокупац", "UA": r"\bукраїн|\bки[єї]в|\bзсу\b|\bвсу\b"}

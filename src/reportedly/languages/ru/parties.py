"""Russian words for who acts. Patterns over folded text."""

ACTORS = (
    (
        r"всу(?!\w)|вооруженн\w+ сил\w* украины|украинск\w+ (?:войск|военн|армия|армии|силы|формирован|боевик)\w*",
        "Ukrainian Armed Forces",
    ),
    (r"вс рф|вооруженн\w+ сил\w* рф|российск\w+ (?:войск|военн|армия|армии|силы)\w*|армия рф", "Russian Armed Forces"),
    (r"украинск\w+(?= (?:\w+ ){0,2}(?:беспилотник|дрон|бпла|ракет|атак|удар|обстрел))", "Ukraine"),
    (r"российск\w+(?= (?:\w+ ){0,2}(?:беспилотник|дрон|бпла|ракет|атак|удар|обстрел))", "Russia"),
    (r"киевск(?:ий режим|им режимом)(?!\w)", "Ukraine"),
    (r"россия(?= (?:\w+ ){0,2}(?:нанес|удар|атак|выпуст|запуст))", "Russia"),
    (r"украина(?= (?:\w+ ){0,2}(?:нанес|удар|атак|выпуст|запуст))", "Ukraine"),
    (r"сил\w* быстр\w+ поддержк\w+|(?<!\w)сбр(?!\w)", "Rapid Support Forces"),
    (r"арми\w+ судана|суданск\w+ арми\w+", "Sudanese Armed Forces"),
    (r"хунт\w+", "Myanmar military"),
    (r"цахал|арми\w+ израиля|израильск\w+ (?:арми\w+|военн\w+)", "Israel Defense Forces"),
    (r"хамас\w*", "Hamas"),
    (r"хезболл\w+", "Hezbollah"),
    (r"хусит\w*", "Houthis"),
)

SERVICES = (
    (r"следственн\w+ комитет\w*|(?<!\w)ск рф(?!\w)", "Investigative Committee of Russia"),
    (r"росавиаци\w+", "Rosaviatsia"),
    (r"фсб(?!\w)", "FSB"),
    (r"росгварди\w+", "Rosgvardia"),
    (r"мчс(?: россии)?(?!\w)", "Russian Ministry of Emergency Situations"),
    (r"сбу(?!\w)", "Security Service of Ukraine"),
)
"""Services that investigate, detain, help and order: pattern, canonical name."""

SIDES = {"RU": r"\bросси|\bмоскв|\bрф\b|\bкремл", "UA": r"\bукраин|\bкиев|\bвсу\b|\bзсу\b"}

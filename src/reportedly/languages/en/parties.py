"""English words for who acts. Patterns over folded text."""

ACTORS = (
    (r"ukrainian armed forces|armed forces of ukraine", "Ukrainian Armed Forces"),
    (r"ukrainian forces", "Ukrainian forces"),
    (r"ukrainian (?:troops|soldiers|military|army|units)", "Ukrainian forces"),
    (r"russian armed forces", "Russian Armed Forces"),
    (r"russian (?:forces|troops|soldiers|army|units|guns|military(?! (?:aircraft|planes?|airfields?|base|bases|bloggers?|unit|units|hospital|sites?|positions)))", "Russian forces"),
    (
        r"ukraine(?= (?:on \w+ )?(?:has |had )?(?:launch|attack|strik|struck|hit|fir|sent|shell|bomb|targeted|carried))",
        "Ukraine",
    ),
    (
        r"(?:russia|moscow)(?= (?:on \w+ )?(?:has |had )?(?:launch|attack|strik|struck|hit|fir|sent|shell|bomb|targeted|carried|captur|us))",
        "Russia",
    ),
    (r"ukrainian(?= (?:\w+ ){0,2}(?:drone|uav|missile|attack|strike|shelling|rocket|raid))", "Ukraine"),
    (r"russian(?= (?:\w+ ){0,2}(?:drone|uav|missile|attack|strike|shelling|rocket|raid|bomb|artillery))", "Russia"),
    (r"russia's(?= (?:\w+ ){0,2}(?:drone|missile|attack|strike))", "Russia"),
    (r"(?:accus\w+|blam\w+) (?:russia|moscow)", "Russia"),
    (r"(?:accus\w+|blam\w+) (?:ukraine|kyiv)", "Ukraine"),
    (
        r"israel(?:i)?(?= (?:\w+ ){0,2}(?:drone|missile|attack|strike|airstrike|shelling|forces|army|military))",
        "Israel",
    ),
    (r"hamas|hezbollah|taliban|islamic state|boko haram|al-shabaab|houthis?", ""),
    (r"rapid support forces|rsf(?!\w)", "Rapid Support Forces"),
    (r"sudanese (?:army|armed forces|military)|sudan's army", "Sudanese Armed Forces"),
    (r"myanmar(?:'s)? (?:military|junta|army)|(?:the )?junta's (?:forces|army)", "Myanmar military"),
)
"""Pattern, canonical name; an empty name stands for the words themselves."""

SERVICES = (
    (r"(?:russia's |russian )?investigative committee", "Investigative Committee of Russia"),
    (r"rosaviatsia", "Rosaviatsia"),
    (r"fsb(?!\w)|federal security service", "FSB"),
    (r"sbu(?!\w)|security service of ukraine", "Security Service of Ukraine"),
    (r"state emergency service", "State Emergency Service of Ukraine"),
    (r"doctors without borders|msf(?!\w)|medecins sans frontieres", "Doctors Without Borders"),
    (r"red cross", "Red Cross"),
    (r"red crescent", "Red Crescent"),
)
"""Services that investigate, detain, help and order: pattern, canonical name."""

SIDES = {"RU": r"\brussia|\bmoscow|\bkremlin|\boccupation", "UA": r"\bukrain|\bkyiv|\bkiev\b"}
"""Words of a name that say for which side of the war it speaks, by country."""

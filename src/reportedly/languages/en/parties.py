"""English words for who acts. Patterns over folded text."""

ACTORS = (
    (r"ukrainian armed forces|armed forces of ukraine", "Ukrainian Armed Forces"),
    (r"ukrainian forces", "Ukrainian forces"),
    (r"ukrainian (?:troops|soldiers|military|army|units)", "Ukrainian forces"),
    (r"russian armed forces", "Russian Armed Forces"),
    (r"russian (?:forces|troops|soldiers|military|army|units|guns)", "Russian forces"),
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
    (r"police(?= (?:\w+ )?(?:detained|arrested))", "police"),
)
"""Pattern, canonical name; an empty name stands for the words themselves."""

SIDES = {"RU": r"\brussia|\bmoscow|\bkremlin|\boccupation", "UA": r"\bukrain|\bkyiv|\bkiev\b"}
"""Words of a name that say for which side of the war it speaks, by country."""

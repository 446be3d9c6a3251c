"""English words on where a place lies. Patterns over folded text; ``{x}`` in none of them."""

BORDER = (
    r"on (?:the |its |\w+'s )?(?:\w+ )?border (?:with|of)",
    r"border(?:s|ing)?(?: on| with)?(?= [a-z])",
    r"(?:adjacent to|next to|adjoining) (?:the )?(?:\w+ )?border",
    r"at the \w+ border",
)
FRONTIER = (
    r"(?:western|eastern|northern|southern) (?:frontiers?|borders?|flank|borderlands?)",
    r"(?:cross-border|border) tensions",
)
COMPASS = (
    r"(?:located |situated |lies |lying )?in (?:the )?(?:[a-z]+(?:'s)? )?(?:far )?(west|east|north|south)(?:ern)? (?:region|part|area|end|edge|corner)",
    r"in (?:far )?(western|eastern|northern|southern) (?:russia|ukraine)",
)
NEAR = (r"near(?: to)?", r"close to", r"not far from", r"outside", r"just (?:north|south|east|west) of", r"on the outskirts of")
CONTAINED = (r",", r" in", r" of", r" in the", r" of the", r", in", r", in the", r", a \w+ in", r", a \w+ of")
DISTANCE = r"(?:about |some |around |roughly |nearly |almost )?(\d[\d,. ]*)[ -]?(km|kilomet(?:er|re)s?|miles?)(?: \([^)]*\))? (?:(?:north|south|east|west)[\w-]*|away)?(?: ?(?:of|from)) (?:the )?(?:city |town |village )?(?:of )?"
CAPITALS = {
    "kazakh capital": "Astana",
    "capital of kazakhstan": "Astana",
    "russian capital": "Moscow",
    "ukrainian capital": "Kyiv",
    "belarusian capital": "Minsk",
    "moldovan capital": "Chisinau",
    "polish capital": "Warsaw",
    "georgian capital": "Tbilisi",
    "armenian capital": "Yerevan",
    "azerbaijani capital": "Baku",
    "romanian capital": "Bucharest",
    "turkish capital": "Ankara",
    "israeli capital": "Jerusalem",
    "lebanese capital": "Beirut",
    "syrian capital": "Damascus",
    "iranian capital": "Tehran",
    "iraqi capital": "Baghdad",
    "sudanese capital": "Khartoum",
    "ethiopian capital": "Addis Ababa",
    "chinese capital": "Beijing",
    "thai capital": "Bangkok",
    "yemeni capital": "Sanaa",
    "afghan capital": "Kabul",
    "pakistani capital": "Islamabad",
    "indian capital": "New Delhi",
}
GENERIC = frozenset(
    (
        "the a an of in at near city town village settlement hamlet district region oblast province republic county suburb area plant factory base "
        "depot oil fuel refinery airport airfield air state krai territory municipality raion camp sea fields field power station works"
        " port drive homes street avenue road park square highway boulevard harbour harbor street north south east west northern southern eastern western central new old upper lower"
    ).split()
)
QUALIFIED = ("street", "avenue", "road", "highway", "boulevard", "park", "direction", "axis", "front", "sector", "reservoir", "river", "square", "bridge")
"""Beginnings of nouns that a place name before them merely qualifies."""
REGION_WORDS = ("region", "oblast", "province", "state", "county", "district", "territory", "krai", "republic", "prefecture", "governorate")
"""Parts of words that mark a name as that of a region."""

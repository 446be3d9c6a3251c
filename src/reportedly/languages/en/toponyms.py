"""What surrounds place names in English: position, class nouns, offices, roles, words that stand for a place."""

PREPOSITIONS = (
    "in at near nearby neighbouring neighboring over above around across into toward towards from outside inside within throughout against on"
    " of to between via beyond past off reaching entering leaving hit hits struck strikes targeted attacked shelled"
    " bombed"
    " approaching approached capturing captured seized liberated northern southern eastern western central downtown"
    " northeastern northwestern southeastern southwestern occupied annexed"
).split()
"""Words before a name that put it in place position."""

CLASS_BEFORE = {
    "settlement": "city town village settlement hamlet municipality port suburb".split(),
    "district": "district raion rayon neighbourhood neighborhood county".split(),
    "region": "region oblast province republic state territory governorate".split(),
    "area": "sea river lake mount gulf strait".split(),
    "facility": "airfield airport airbase".split(),
}
"""Nouns that, with "of" or alone, announce a name: "the village of X", "town X"."""

REGION_HEADS = {
    "oblast": ("Oblast", "region"),
    "oblasts": ("Oblast", "region"),
    "region": ("Oblast", "region"),
    "regions": ("Oblast", "region"),
    "province": ("Oblast", "region"),
    "provinces": ("Oblast", "region"),
    "krai": ("Krai", "region"),
    "republic": ("Republic", "region"),
    "republics": ("Republic", "region"),
    "district": ("District", "district"),
    "districts": ("District", "district"),
    "raion": ("Raion", "district"),
    "raions": ("Raion", "district"),
    "county": ("County", "district"),
    "counties": ("County", "district"),
    "state": ("State", "region"),
    "governorate": ("Governorate", "region"),
    "hromada": ("Hromada", "district"),
    "community": ("Hromada", "district"),
    "municipality": ("Municipality", "district"),
    "peninsula": ("Peninsula", "region"),
}
"""Heads after a name or a list of names: what the name is looked up with, and the kind of place."""

NEAR_HEADS = "sector direction axis front area line agglomeration suburb suburbs outskirts pocket bridgehead".split()
"""Heads that keep the name's own place: "the Pokrovsk sector"."""


PARTICLES = frozenset("de la le el al del den der di da do dos das du des les los las am im sur en".split())
"""Lower-case words inside names that are of another language, and join no two names."""
CONNECTORS = PARTICLES | frozenset("of the and on upon san".split())
"""Lower-case words inside names."""

OFFICE_AFTER = (
    "governor mayor prosecutor administration authorities officials police council officials' governor's mayor's"
    " parliament"
    " court government official resident native lawmaker deputy ombudsman emergency prosecutors investigators"
    " university times post institute news gazette herald tribune accords accord agreement agreements summit"
    " convention treaty regime oblast's"
).split()
"""Nouns after a name that make it the name of an office, body or thing, not the place of an event."""

OFFICE_BEFORE = (
    r"(?:governor|mayor|head|leader|president|minister|ambassador|bishop|archbishop|prosecutor|police|council"
    r"|university|bank"
    r"|court|parliament|government|administration|duke|prince|king|queen|consul|delegation|republic|parliament)"
    r" of(?: the)?(?: [A-Z]\w+['’]s)?(?: city of)?"
)

SPEECH = (
    "said says accused accuses claimed claims denied denies insisted insists warned warns announced announces argued"
    " argues"
    " responded rejected rejects demanded demands called calls blames blamed wants wanted vowed vows condemned"
    " condemns"
    " confirmed confirms acknowledged acknowledges maintains believes hopes hoped refused refuses agreed agrees"
    " reported reports has have is was had will would could may might launched"
).split()
"""Verbs before which the name of a capital stands for its government."""


ROLES = (
    (
        "toward",
        r"(?:(?:the way|the road|road|route|walk\w*|went|travel\w*|drove|driven|sent|dispatched|airlifted|kilomet\w+|km|miles)(?: \S+){0,2} to|en route (?:to|for)|on (?:the|its|their) way to|toward|towards|in the direction of|headed (?:for|to)"
        r"|heading (?:for|to|towards?)"
        r"|bound for|approach(?:ed|es|ing)|flying to|moving (?:to|on)|aimed at|on approach to|fled to|flee to"
        r"|evacuated to"
        r"|taken to|transferred to|move on|advance on|advancing on|advanced (?:on|towards?))(?: the)?(?: (?:city|town"
        r"|village) of)?",
    ),
    (
        "over",
        r"(?:over|above|in the (?:skies?|airspace) (?:over|above|of)|skies (?:over|above|of)|airspace (?:over|of)"
        r"|in the sky over)(?: the)?(?: (?:city|town|village|territory) of)?(?: territory of)?",
    ),
    (
        "near",
        r"(?:near|outside|close to|not far from|in the (?:vicinity|area|suburbs|outskirts) of|on the outskirts"
        r" of|in the direction of"
        r"|off|off the coast of|near the (?:villages?|towns?|cit(?:y|ies)|settlements?) of:?|(?:kilomet(?:er|re)s?|km|miles?)"
        r" (?:(?:north|south|east|west)\w* )?(?:from|of|outside)|border(?:ing)? (?:with|on)|borders?|adjacent to|just"
        r" outside"
        r"|(?<!the )(?<!the far )(?:north|south|east|west|northeast|northwest|southeast|southwest) of|around|proximity to|next to"
        r"|approaches to)"
        r"(?: the)?(?: (?:cit(?:y|ies)|towns?|villages?|settlements?) of:?)?",
    ),
    (
        "from",
        r"(?:from (?:(?:an?|the|its|their) )?(?:submarines?|ships?|vessels?|warships?|frigates?|boats?|bombers?|aircraft|planes?) (?:in|over|off)"
        r"|from the directions? of:?|launched from|fired from|from the direction of|from the (?:territory|areas?|direction|airfields?"
        r"|regions?) of|from"
        r"|fled|flee|leaving|left|out of|took off from)(?: the)?(?: (?:city|town|village|occupied) ?(?:of)?)?",
    ),
)
"""Role of the place by the words just before the name, first match wins."""

ANAPHORS = (
    ("capital", r"\b(?:the|Russian|Ukrainian) capital\b"),
    (
        "settlement",
        r"\b(?:the|this|that) (?:city|town|village|settlement|port city|southern city|northern city|eastern"
        r" city)\b(?! of\b| council)",
    ),
    ("district", r"\b(?:the|this|that) (?:district|raion|municipality)\b(?! of\b)"),
    (
        "region",
        r"\b(?:the|this|that|across the|in the) (?:region|oblast|province|republic|peninsula)\b(?! of\b|'s governor"
        r"|[’']s governor)",
    ),
    ("country", r"(?<!part of )(?<!parts of )\b(?:the|this) country\b"),
    (
        "facility",
        r"\b(?:the|this|that) (?:plant|factory|refinery|depot|terminal|air ?base|airfield|airport|base|camp|arsenal|shipyard"
        r"|substation|mine)\b(?! (?:of|in|near|at|where|which|that)\b|-)",
    ),
    ("site", r"\b(?:at|on|near|inside|around) (?:the|this|that) (?:site|facility|complex)\b(?! (?:of|in|near|where|which|that)\b)"),
)

DEMONYM_HEADS = (
    (
        "near",
        r"(?:state )?(?:border|frontier)(?! (?:regions?|areas?|districts?|villages?|guards?|service|towns?"
        r"|settlements?))",
    ),
    (
        "at",
        r"(?:border )?(?:territory|soil|regions?|airfields?|airbases?|air ?bases|airports?|cit(?:y|ies)|towns?|villages?"
        r"|border (?:areas?|districts?|villages|towns|settlements?)"
        r"|oblasts|provinces|rear|hinterland|mainland|interior|refineries|oil refineries|energy facilities|skies"
        r"|airspace)",
    ),
)
"""What may follow a demonym so that the two stand for the country, and in which role."""

DEMONYMS = {
    "Russian": "RU",
    "Ukrainian": "UA",
    "Belarusian": "BY",
    "Polish": "PL",
    "Romanian": "RO",
    "Moldovan": "MD",
    "Turkish": "TR",
    "Syrian": "SY",
    "Israeli": "IL",
    "Lebanese": "LB",
    "Iranian": "IR",
    "Iraqi": "IQ",
    "Georgian": "GE",
    "Chinese": "CN",
    "Indian": "IN",
    "Pakistani": "PK",
    "Sudanese": "SD",
    "Yemeni": "YE",
    "Saudi": "SA",
    "Afghan": "AF",
    "German": "DE",
    "French": "FR",
    "British": "GB",
    "American": "US",
    "Estonian": "EE",
    "Latvian": "LV",
    "Lithuanian": "LT",
    "Finnish": "FI",
    "Egyptian": "EG",
    "Jordanian": "JO",
    "Libyan": "LY",
    "Ethiopian": "ET",
    "Nigerian": "NG",
    "Congolese": "CD",
    "Malian": "ML",
    "Thai": "TH",
    "Burmese": "MM",
    "Armenian": "AM",
    "Azerbaijani": "AZ",
    "Kazakh": "KZ",
    "Hungarian": "HU",
    "Slovak": "SK",
    "Palestinian": "PS",
    "Somali": "SO",
    "Mexican": "MX",
    "Colombian": "CO",
    "Korean": "KR",
    "Japanese": "JP",
}

DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central"
    " northeastern northwestern southeastern southwestern".split()
)


TITLES = frozenset(
    "mr mrs ms dr sir lord lady president governor mayor minister general gen colonel col captain capt major"
    " lieutenant lt sgt sergeant"
    " senator sen rep representative secretary chairman spokesman spokeswoman spokesperson judge justice professor"
    " prof prime premier"
    " ambassador bishop pope king queen prince princess coach officer detective sheriff chief director commander"
    " admiral envoy analyst"
    " inspector deputy reverend rev father brother sister saint attorney commissioner superintendent".split()
)

CALENDAR_AND_BODIES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday"
    " friday saturday sunday god lord internet christmas easter ramadan english church house senate congress"
    " parliament"
    " army navy police force guard council union court board office times post news daily radio university college"
    " school hospital"
    " airport street road avenue park bridge square fleet brigade division regiment battalion corps market".split()
)

AIRPORTS = frozenset("airport airfield airbase".split())
"""What lies at the town whose name stands before it ("Copenhagen Airport"), and may have a name in brackets."""

TOWN_AFTER = frozenset("city town village settlement raion".split())
"""What may follow a town's name as part of it: "Kharkiv City"."""

STREETS = frozenset(
    "street road avenue boulevard lane drive highway square st rd ave blvd prospect way place court".split()
)

ORG_AFTER = frozenset(
    "times post news university college institute fc united city's council court police bank group company"
    " corporation corp inc ltd"
    " party army ministry association federation club league radio tv television gazette herald tribune journal"
    " review foundation"
    " school hospital church museum hotel cup open".split()
)

VARIANTS = (("w", "v"), ("ee", "i"), ("oo", "u"), ("sch", "sh"), ("tsch", "ch"), ("kh", "h"), ("ie", "i"), ("dj", "j"))
"""Other ways to romanise: tried where a name in place position is not found as written."""


QUARTERS = frozenset("neighborhood neighbourhood quarter suburb area village town kibbutz township".split())
"""Nouns after "the NAME" that make a name a place: "in the Bara neighborhood"."""

FOLLOW = (
    "sea ocean gulf strait bay island islands lake river peninsula canal dam bridge plant station refinery airport"
    " airfield airbase"
    " base camp port city county district region oblast province krai raion crossing spit governorate state republic"
    " reservoir"
).split()
"""Lower-case nouns that may end a name of the gazetteer."""


ABBREVIATIONS = {
    "EU": "European Union",
    "US": "United States",
    "USA": "United States",
    "U.S": "United States",
    "UK": "United Kingdom",
    "UAE": "United Arab Emirates",
    "DPR": "Donetsk Oblast",
    "LPR": "Luhansk Oblast",
    "DNR": "Donetsk Oblast",
    "LNR": "Luhansk Oblast",
    "DRC": "DR Congo",
    "ZNPP": "Zaporizhzhia Nuclear Power Plant",
}
"""Capitals that name a place, and the name under which it is looked up."""

TERRITORY_BEFORE = (
    r"(?:territory|regions?|cities|towns|villages|airspace|skies|borders?|border areas?|coast|parts"
    r"|whole|south|north|east|west|interior) of"
)
"""What makes a country after "of" a place."""

PLACE_PREPOSITIONS = frozenset(
    "in hit hits struck strikes rocked north south east west northeast northwest southeast southwest northern southern eastern western central northeastern southeastern"
    " southwestern northwestern into inside within across throughout over near around outside from to toward towards"
    " via entering".split()
)
"""Before a country or a capital: the place itself, not its government."""

TARGET_BEFORE = (
    r"(?:attack\w*|strik\w+|struck|raid\w*|barrage|assault|drones?|missiles?|shell\w+|bomb\w+|launched"
    r"|fired|hit|invasion|war|blow)\b[^.;]{0,40}\b(?:on|at|against|of)(?: the)?"
)
"""Before a country that is attacked."""

FACILITY_AFTER = (
    r"(?:electromechanical |machine-building |chemical |chemicals |steel |oil |fuel |power |nuclear "
    r"|munitions |explosives |gunpowder |military |tank |aircraft )*(?:plant|factory|refinery|depot|storage facility|oil"
    r" base|air ?base|airfield|aerodrome|steelworks|shipyard|arsenal|barracks|power station|substation|terminal|refugee"
    r" camp|displacement camp|camp|works)\b"
)
"""What follows the name of a plant, base or depot."""

DATELINE = (
    r"^(?:\([A-Z]+\)\s+)?[A-ZÀ-Ý][A-ZÀ-Ý'’ -]+(?:/[A-Z]+)?(?:, [A-Z][a-z]+)?(?:, (?:Jan|Feb|March|April|May|June|July|Aug|Sept"
    r"|Oct|Nov|Dec)\w*\.? \d{1,2})?,?(?: \([^)]{2,30}\))?(?: [-—–]{1,2} |:)"
    r"|^(?:\([A-Z]+\)\s+)?[A-ZÀ-Ý][A-ZÀ-Ý'’ -]+, \d{1,2} [A-Z]{3} \d{2,4} \([^)\n]{2,30}\) -"
    r"|^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:, [A-Z][a-z]+)?(?:: |,? \([^)\n]{2,60}\)(?: [-—–:]{1,2})? )"
)
"""The head of an agency report: where it was written."""

NOWHERE = frozenset(
    (
        "white house",
        "federal",
        "wall street",
        "capitol hill",
        "iom",
        "un",
        "baza",
        "mash",
        "shot",
        "xinhua",
        "reuters",
        "west",
        "east",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "kazakh",
        "council",
        "internet",
        "al jazeera",
        "red cross",
        "interfax",
        "tass",
        "telegram",
        "starlink",
        "lancet",
        "tor",
        "osa",
        "buk",
        "grad",
        "uragan",
        "smerch",
    )
)
"""Names of some place on earth (folded) that in war reports are something else."""

SPEECH_BEFORE = (
    r"(?:comments?|responses?|reactions?|pressure|support|statements?|aid|help|denials?|signals?"
    r"|messages?|warnings?|sanctions?|claims?|confirmation|word|approval|according|demands?"
    r"|requests?)\b[^.;,]{0,16}\b(?:from|to|on|by|in)"
)
"""Before a country or capital that answers, helps or is spoken to: its government."""

ATTACKED = frozenset(
    "hit hits struck strikes attacked attacks shelled bombed targeted captured seized liberated entered reached rocked shook".split()
)
"""Verbs whose object, right after them, is a place."""

PHRASES = r"\b(?:Gaza Strip|West Bank|Golan Heights|Strait of Hormuz|Gulf of Aden)\b"
"""Names that begin with a small letter or hold one."""

_STREET_NAME = r"(?:\d{1,3}(?:st|nd|rd|th)|(?:[NSEW]\. |North |South |East |West )?[A-Z][\w'’]+(?: [A-Z][\w'’]+)?)"
_STREET_KIND = (
    r"(?:Street|Avenue|Boulevard|Road|Highway|Parkway|Lane|Terrace|Crescent|Drive|Place|Way|Circle"
    r"|(?<!County )(?<!District )(?<!Supreme )(?<!High )(?<!Crown )(?<!Circuit )(?<!Superior )Court"
    r"|St\.|Ave\.|Blvd\.|Rd\.)"
)
STREET = (
    r"(?<!\w)(?:on|near|along|of|at|to|in|off|and|intersection of) (?:the )?(?:\d+ block of )?"
    rf"((?!Wall |Downing |Fleet )"
    rf"(?:{_STREET_NAME} (?:and {_STREET_NAME} )?(?:streets|avenues|roads)|{_STREET_NAME} {_STREET_KIND}(?: and {_STREET_NAME} {_STREET_KIND})?))(?!\w)"
)
"""One street, or the two of a crossing: "Elm Street and Third Avenue", "Elm and Oak streets"."""

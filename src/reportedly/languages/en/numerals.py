"""English number words. ``_`` in a form stands for a space; patterns match folded text (small letters, plain "
"quotes)."""

CARDINALS = """
0: zero
1: one
2: two both couple pair
3: three
4: four
5: five
6: six
7: seven
8: eight
9: nine
10: ten
11: eleven
12: twelve dozen
13: thirteen
14: fourteen
15: fifteen
16: sixteen
17: seventeen
18: eighteen
19: nineteen
20: twenty
30: thirty
40: forty
50: fifty
60: sixty
70: seventy
80: eighty
90: ninety
"""

MULTIPLIERS = """
100: hundred
1000: thousand k
1000000: million mln m
1000000000: billion bln bn
"""

# Words that only make a number after an article or another number ("a dozen", "a couple of"), never alone.
NEEDS_ARTICLE = frozenset({"dozen", "couple", "pair", "hundred", "thousand", "million", "billion"})
# Short marks that multiply only digits ("2 m people" is too rare to read "m" as a million after a word).
DIGIT_ONLY = frozenset({"k", "m", "bn", "mln", "bln"})
ARTICLES = frozenset({"a", "an"})
AND = frozenset({"and"})

HALVES = {"half_a_dozen": 6, "half_dozen": 6, "half_a_million": 500_000, "one_and_a_half": 1.5}
DOZENS = {"dozen": 12}

# Words for a number that is not said: (low, high).
VAGUE = {
    "several": (3, 9),
    "a_few": (3, 9),
    "a_handful": (3, 9),
    "dozens": (24, 99),
    "scores": (24, 99),
    "tens_of_thousands": (20_000, 99_999),
    "hundreds_of_thousands": (200_000, 999_999),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999),
    "several_dozen": (24, 99),
    "a_few_dozen": (24, 99),
    "several_hundred": (200, 999),
    "a_few_hundred": (200, 999),
    "several_thousand": (2_000, 9_999),
    "a_few_thousand": (2_000, 9_999),
}

# What ACLED makes of vague words (Codebook, fatalities), by stem.
ACLED = {"dozen": 12, "hundred": 100, "tens": 10}

ORDINALS = """
1: first
2: second
3: third
4: fourth
5: fifth
6: sixth
7: seventh
8: eighth
9: ninth
10: tenth
11: eleventh
12: twelfth
13: thirteenth
14: fourteenth
15: fifteenth
16: sixteenth
17: seventeenth
18: eighteenth
19: nineteenth
20: twentieth
30: thirtieth
"""

ORDINAL_TAIL = r"(?:st|nd|rd|th)"
CARDINAL_TAIL = r"(?!)"

BOUNDS = {
    "at_most": r"up to|as many as|at most|no more than|not more than|less than|fewer than|under|below|maximum of|"
    r"a maximum of"
    r"|(?:not|never) exceeding",
    "at_least": r"at least|no less than|no fewer than|not less than|not fewer than|as few as|a minimum of|"
    r"minimum of|at the very least",
    "more_than": r"more than|over|upwards? of|in excess of|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|"
    r"pass(?:es|ed|ing)"
    r"|topp(?:ed|ing)|greater than|well over|far more than",
    "about": r"about|around|roughly|approximately|approx\.?|some|nearly|almost|close to|an estimated|estimated|"
    r"circa|~|≈",
}
BOUNDS_AFTER = r"\+|-plus\b| or more\b| or so\b| and more\b"
RANGE_BEFORE = r"(?:between|from)\s+"
RANGE_BETWEEN = r"\s*(?:-|–|—)\s*|\s+(?:to|and|or)\s+"
RANGE_PLAIN = r"\s*(?:-|–)\s*|\s+(?:to|or)\s+"
# After these the words "to", "up to" lead to the new figure of a count, not to a bound.
GROWTH = (
    r"(?:rose|risen|rises|rising|increas\w+|climb\w+|grew|grown|revised|up|jump\w+|raised|add\w*|updat\w+|went|"
    r"now)"
)

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# Stretches whose digits count nothing: dates, clock times, ages, addresses, designations.
NOT_COUNTED = (
    r"\bboth (?:aged )?\d{1,2}\b(?=[,.)])",
    r"\b\d+-\d/\d\b",
    r"\b(?:\(?\d{3}\)?[- ])?\d{3}-\d{4}\b|\b\d{3}-\d{3}-[a-z\d]{4,}\b|\b(?:call|calls|called|dial|a|the|to) 911\b",
    r"(?<=s), \d{1,3}(?:, \d{1,3})* and \d{1,3}(?=[,.])",
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|/|and|or|to)\s*\d{{1,2}}(?:st|nd|rd|"
    rf"th)?)?\s+(?:of\s+)?{MONTH}(?:,?\s+\d{{4}}\b)?",
    rf"\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|and|to)\s*\d{{1,2}}(?:st|nd|rd|th)?)?\b(?:,?\s+\d{{4}}\b)?",
    rf"\b{MONTH}\s+\d{{4}}\b",
    r"\b\d{1,2}(?:[:.]\d{2})?\s*(?:a\.?m\b|p\.?m\b|o'clock|hours local|gmt|utc)\.?",
    r"\b(?:in|since|until|till|of|by|from|during|before|after|year|early|late|mid|spring|summer|autumn|winter|"
    r"fall)[ -](?:19|20)\d\d\b(?:\s*(?:,|-|–|and|or|to)\s*(?:19|20)\d\d\b)*"
    r"(?!\s+(?:people|drones|were|wounded|injured|dead|killed))",
    r"\b(?:19|20)\d\ds\b",
    r"\b(?:aged|age|ages)\s+(?:between\s+)?\d+(?:\s*(?:,|-|–|to|and)\s*\d+)*",
    r"\b(?:man|woman|boy|girl|child|pensioner|person|resident|driver|worker|"
    r"victim)s? of \d{1,3}\b(?!\s+\w+ (?:were|people))",
    r"\b\d{1,3}(?:\s*(?:-|to)\s*\d+)?(?:-|\s)years?(?:-|\s)olds?\b|\b\d{1,3}(?:-|\s)months?(?:-|\s)olds?\b",
    r"(?<=\w), \d{1,3}(?=, (?!\d|(?:and |or )?\d))",
    r"\bg-?\d+\b|\bcovid-19\b|\b24/7\b|\b9/11\b",
    r"\b(?:one|two|three|four|five)[- ](?:thirds?|quarters?|fifths?|tenths?|half)\b|\bgroup of seven\b|\bseven[ -]nation\b",
    r"\b(?:no|nos|number|numero|unit|block|article|route|highway|flight|room|channel|phase|stage|school|hospital|"
    r"line|page|section"
    r"|chapter|resolution|law|paragraph|class|category|grade|type|level|gate|runway|apartment|flat|house|hotline|"
    r"phone|tel|boeing"
    r"|airbus|km|pier|berth|ward|platform|mig|su|tu|il|day|part)\.?\s?(?:#|№)?\s?\d+(?![\w,]*\d)\b",
    r"(?:#|№)\s?\d+",
    r"\b\d+\s(?:\w+\s){0,2}(?:street|avenue|road|lane|boulevard|drive|st\.|rd\.|ave\.?|blvd|court|block of)",
    r"[-−+]?\d+(?:[.,]\d+)?[-\s]?(?:°\s?[cf]?|degrees|percent|per cent|pct|%|mph|km/h|kph|knots|mm\b|cm\b|volts?|kv\b|hz\b"
    r"|miles (?:an|per) hour|kilomet(?:re|er)s (?:an|per) hour|-?calib(?:re|er))",
    r"\bone another\b|\bone of the (?:few|largest|biggest|most|main|worst|deadliest|first|last|busiest|world)\b|"
    r"\bone day\b"
    r"|\bon the one hand\b|\bno one\b|\bat one point\b|\bone-way\b|\bnumber one\b|\bone time\b|\bthe one\b|"
    r"\bany one\b|\bone-off\b"
    r"|\bfirst aid\b|\bsecond world war\b|\bfirst of all\b|\ba second\b(?= later)|\bsplit second\b|"
    r"\bworld war (?:two|ii|one)\b"
    r"|\beach one\b|\bevery one\b|\bthis one\b|\bthat one\b|\bwhich one\b|\bone's\b|\btwo-state\b|\btwo-way\b",
)
# What follows a hyphen makes the number a measure of something else: "three-storey", "14-year".
HYPHEN_NOT_COUNTED = (
    r"(?:year|stor(?:e?y|ies)|floor|bed|room|lane|page|point|foot|feet|inch|mm|cm|metre|meter|tonne|ton|kg|pound|"
    r"seat|seater|member|man|way|sided|fold|party|nation|month|day|star|engine|wheel|door|time|part|state|term|"
    r"ranking|rank)"
)

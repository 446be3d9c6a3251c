"""English words that say what a record, an ordinal or a share counts, within what span, and how large it is.

Regex fragments over folded text. `WITHIN` stands before a number (or none) and a unit of the calendar; `SINCE` before
a month, a year, or the beginning of one.
"""

ATTACK = r"attacks?|attacked|strikes?|struck|raids?|shellings?|shelled|bombardments?|bombings?|bombed|assaults?|hit|hits|targeted"
PLAIN = r"reported|confirmed|known|recorded|russian|ukrainian|israeli|enemy|on|in|at|against|into|of|the|a|an|city|town|village|plant|factory|region|oblast|port|airport|base|camp|refinery|depot|central|since|this|such"
"""May stand beside an attack without narrowing which attacks are counted."""
TIMES = r"times?|attack|strike|raid|night|day|in a row"
"""Follows an ordinal that counts what the verb says."""
ADVERBS = r"(?!)"
"""Ordinals that count what their verb says."""
UPON = r"on|against|at"
CONSECUTIVE = r"in a row|consecutive|straight|successive|running"
DOWNED = r"intercept\w*|shot down|shoot\w* down|downed|destroy\w*|neutrali[sz]ed|brought down"
LAUNCHED = r"launch\w*|sent|fired|attack\w*|raid\w*|the most (?:drones|missiles)"
DEEPEST = r"deepest|farthest|furthest|longest[- ]range"
DEADLIEST = r"deadliest|bloodiest|most deaths|highest death toll"
NIGHT = r"nights?|overnight"
HOURS = r"24[- ]hours?|24[- ]hour period"
DAY = r"days?|one-day|single-day"
THIS = r"this|(?:since|from) the (?:start|beginning) of (?:the|this)"
SINCE = r"since(?: (?:the )?(?:start|beginning|middle|end) of)?(?: last| early| mid| late)?[ -]?"
WITHIN = r"(?:in|within|over|during|for)(?: (?:the|just|only|under|less than|about|nearly|past|last|a|an|one))*"
UNITS: dict[str, str] = {}
"""Forms of units beside those of the calendar."""
ALL_TIME = r"of the war|war (?:began|started)|conflict (?:began|started)|(?:full-scale )?(?:war|invasion)|ever|in history|on record"
PERCENT = r"%|per ?cent"
FRACTIONS = {
    (1, 2): r"half",
    (1, 3): r"a third|one[- ]third",
    (1, 4): r"a quarter|one[- ]quarter",
    (2, 3): r"two[- ]thirds",
    (3, 4): r"three[- ]quarters",
    (1, 5): r"a fifth|one[- ]fifth",
    (1, 10): r"a tenth|one[- ]tenth",
}
NEARLY = r"almost|nearly|just under|close to"
OVER = r"more than|over|above|at least|no less than"
UNDER = r"less than|under|below|no more than|at most|up to"
ABOUT = r"about|around|roughly|some|approximately|an estimated"

"""English words that tell one happening from another: tallies, the kind of an agreement. Regex fragments, lower case."""

TALLY = (
    r"over the past (?:day|24 hours)|in the (?:past|last) (?:day|24 hours)|during the day|throughout the day|daily (?:toll|tally)|"
    r"in (?:all|total)\b|\btotal of\b|per day|settlements (?:were|came)|across the (?:region|oblast|country)"
)
CUMULATIVE = r"since the (?:start|beginning) of|so far this (?:year|month)|since (?:february|the full-scale)|to date\b"
TOPICS = {
    "exchange": r"prisoner|\bpows?\b|swap|exchang|repatriat|freed\b",
    "truce": r"truce|cease-?fire|violation|armistice|halt to",
    "talks": r"\btalks\b|negotiat|delegation|\bmet\b|summit|meeting",
}
AGAIN = r"\bagain\b|\banother\b|\bsecond\b|\bseparate(?:ly)?\b|\blater\b|\balso\b|the same (?:night|day|evening)|\bmeanwhile\b"
"""Says that one more attack is meant; parts two only where weapon or hour differ as well."""
SUMS = r"\b(?:that|this|which|it) (?:makes|brings|adds up)\b|\bin all\b|\bin total\b|\baltogether\b|\ball told\b|\btaken together\b|\bcombined\b|\ba total of\b"
"""Adds up what several places suffered."""
TAKES_UP = r"(?:this|these|that|it|he|she|they|such|the (?:report|channel|ministry|figure|toll))\b"
"""A sentence that begins so is about what was just told."""
EARLIER = r"\bearlier\b|\bhad (?:put|reported|spoken|said)|\bat first\b|\binitially\b|\bfirst (?:spoke|put|reported)|\bearly on\b|\bpreviously\b|\bup from\b"
"""Says that a figure is one of before."""
MASSED = r"group strike|mass(?:ive|ed) (?:strike|attack|drone|missile|raid)|combined (?:strike|attack)|large-scale"
"""Says that a strike had many targets."""
PARTS_OF_DAY = {
    (5, 12): r"\bmorning\b|\bdawn\b|\bdaybreak\b",
    (11, 14): r"\bnoon\b|\bmidday\b",
    (12, 19): r"\bafternoon\b",
    (17, 24): r"\bevening\b|\bdusk\b",
    (8, 20): r"\bdaytime\b|\bby day\b|in daylight",
}
"""First and last hour of a part of the day to its words."""
MODEL = r"\bmodel(?:l?ing|s|led)?\b|\bforecast|\bprojection"
"""Says that a figure is reckoned, not counted."""
BOTH_SIDES = r"\bboth sides\b|\bboth countries\b|\bboth parties\b|\bmoscow and kyiv\b|\bkyiv and moscow\b"
"""A source that stands on both sides of a conflict."""
OBSERVED = r"\bobserv(?:ed|ing)\b|\badher(?:ed|ing)\b|\bcompl(?:ied|ying)\b|\brespect(?:ed|ing)\b|\bheld fire\b"
"""Says that a truce is kept."""

"""English hedges: words that lower how sure a clause is (possible below probable)."""

POSSIBLE = (
    r",\s+(?:the\s+|this\s+)?information\s+is\s+being\s+(?:verified|checked|clarified)\b",
    r"(?-i:\bmay\b)(?!\s+\d)",
    r"\bmight\b",
    r"\bcould\b(?!\s*n[o']t)(?!\s+(?:be\s+)?(?:hear|heard|see|seen)\b)",
    r"\bcan(?:'t|’t|not)\s+(?:yet\s+)?(?:be\s+)?(?:ruled?\s+out|exclude)",
    r"\b(?:not|nor)\s+(?:yet\s+|be\s+|been\s+)*(?:ruled?|ruling)\s+out",
    r"\ballege(?:d|dly|s)?\b",
    r"\ballegations?\b",
    r"\bunconfirmed\b",
    r"\bunverified\b",
    r"\bspeculat\w+",
    r"\brumou?r(?:s|ed)?\b",
    r"\bsuggest(?:s|ed|ing)?\b(?!\s+(?:to|taking)\b)",
    r"\bpossibl[ey]\b(?<!as possible)",
    r"\bperhaps\b",
    r"\bpurported(?:ly)?\b",
    r"\bso-called claim\b",
    r"\bhypothes[ie]s\b",
    r"\bhint(?:s|ed)?\s+(?:at|that)\b",
    r"\b(?:some|other|conflicting)\s+(?:reports|accounts)\b",
    r"\baccording\s+to\s+(?:some|other|unconfirmed)\s+(?:reports|accounts|data|information)\b",
    r"(?<!\bit\s)(?<!\bthey\s)\bwould\s+(?:still\s+)?(?:be|become|amount|mean|mark|have\s+been)\b",
    r"\bif\s+(?:confirmed|true)\b",
    r"\bwithout\s+(?:offering|giving|providing)\s+(?:any\s+)?(?:evidence|proof)\b",
)

PROBABLE = (
    r"\b(?:un)?likel(?:y|ihood)\b",
    r"\bprobab(?:ly|le|ility)\b",
    r"\bpreliminar(?:y|ily)\b",
    r"\binitial\s+(?:reports?|information|data|findings|assessments?|estimates?|accounts?)\b",
    r"\bestimat(?:e|es|ed|ing|ion)\b",
    r"\b(?:is|are|was|were|been)\s+(?:\w+\s+)?(?:feared|believed|thought|presumed|understood|expected|suspected|assumed)\b",
    r"\b(?:feared|presumed)\s+(?:dead|killed|trapped|drowned|to\s+)",
    r"\bfears?\s+that\b",
    r"\b(?:we|they|he|she|officials|police|investigators|analysts|experts)\s+(?:believe|think|expect|assume|fear|suspect)s?\b",
    r"\b(?<!reason to )believe[sd]?\s+(?:that|to)\b",
    r"\b(?<!reason to )suspect(?:s|ed)?\s+(?:that|of|to|russian|ukrainian|drone|missile|strike|attack|arson|sabotage)",
    r"\bpresumabl[ey]\b",
    r"\bapparent(?:ly)?\b",
    r"\bappear(?:s|ed|ing)?\s+(?:to|that|burn\w+|damag\w+|destroy\w+)\b",
    r"\bappear(?:s|ed)?\b(?=[\s.]*$)",
    r"\bseem(?:s|ed|ingly)?\b",
    r"\breportedly\b",
    r"\bis\s+said\s+to\b|\bare\s+said\s+to\b|\bwas\s+said\s+to\b|\bwere\s+said\s+to\b",
    r"\b(?:is|are|was|were)\s+reported\s+to\s+(?:be|have)\b",
    r"\bprojected\b|\bforecast\b",
    r"\bmodell?ing\b",
    r"\bassess(?:es|ed)?\s+(?:that|with)\b",
    r"\bpending\s+confirmation\b",
)

RUMOUR = r"rumou?r|speculat|allegation"

_LINK = r"(?:(?:not|be|been|have|get|also|then|soon|yet|ever|even|again|just|\w+ly)\s+){0,3}"
_WILL = (
    r"(?:want|wish|hop|plan|intend|threaten|aim|seek|sought|vow|promis|pledg|agree|offer|ask|urg|order|tell|told|request|demand|"
    r"need|prepar|propos|invit|advis|encourag|requir|allow|permit|enabl|authori[sz]|determin|decid|design|wait|"
    r"call(?:s|ed|ing)?\s+(?:on|for)|ready|willing|about|due|set|scheduled|supposed|poised|going|bound|eager|keen|free|afraid|"
    r"right|chance|decision|intention|effort|proposal|readiness|ability|opportunity|option|power)\w*"
)
_MATTER = (
    r"(?:ha(?:ve|s|ving)|like|love|how|what|where|way|time|place|money|hard|difficult|easy|easier|important|necessary|"
    r"best|better|forward|sure|means?|remains?)"
)
UNREAL = (
    rf"\b(?:would|should|must|can|ought\s+to|needs?\s+to)\s+{_LINK}",
    rf"\b{_WILL}\s+(?:(?!and\b|but\b)[\w'’-]+\s+){{0,4}}?to\s+{_LINK}",
    rf"\b{_MATTER}\s+to\s+{_LINK}",
    rf"\b(?:in\s+order|so\s+as)\s+to\s+{_LINK}",
    r"\b(?:if|unless|whether|in\s+case|as\s+long\s+as|provided\s+that|lest|so\s+that)\b[^,;]*",
    r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|demand(?:s|ed)?|propos(?:e|es|ed)|recommend(?:s|ed)?|insist(?:s|ed)?)\s+that\b[^,;]*",
    r"\b(?:please|let['’]s|let\s+us)\s+",
)
"""What stands before an event word (``\\0``) that is wished, asked, ordered, planned or supposed, and need not be.

What was tried ("attempted to strike") did take place as an attempt; what "will" be is told as certain: neither is here.
"""

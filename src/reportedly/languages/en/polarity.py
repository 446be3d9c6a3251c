"""English words for what was not so, not reported, or not told. Patterns are searched in one clause, in this order."""

_HARM = (
    r"(?:casualt(?:y|ies)|injur(?:y|ies)|victims?|deaths?|fatalit(?:y|ies)|damages?|destruction|dead|wounded|losses|"
    r"killed|hits?|strikes?|impacts?|consequences)"
)
_REPORTED = (
    r"(?:reported|recorded|registered|confirmed|assessed|observed|received|found|documented|noted|published|seen|"
    r"given\s+(?:so\s+far|yet)|announced|mentioned)"
)

WITHHELD = (
    r"\b(?:(?:did|does|do|would|could|will|has|have|had|is|are|was|were)(?:\s+not|n['’]t)|won['’]t|cannot|can['’]t)\s+(?:\w+ly\s+|yet\s+|be\s+|been\s+)*"
    r"(?:specif(?:y|ied|ying)|nam(?:e|ed)|say(?!\s+(?:it|they|he|she|we|the)\s)|said\s+(?:who|what|how|where|when|which)|"
    r"disclos\w+|identif(?:y|ied)|comment\w*|elaborat\w*|mention\w*|respond\w*|answer\w*|detail|reveal\w*|explain\w*|"
    r"immediately\s+\w+|released|establish\w*|known|clear|clarif\w+|give|given|provide|provided|offer|publish(?:ed)?|"
    r"repl(?:y|ied))\b",
    r"\b(?:declin|refus)(?:e|es|ed|ing)\s+(?:to\s+(?:comment|say|give|name|identify|specify|disclose|confirm|elaborate|"
    r"provide|answer|discuss|reveal|be)|comment|further)",
    r"\bno\s+(?:\w+\s+){0,3}(?:comments?|response|reply|statement)\b",
    r"\bno\s+(?:\w+\s+)?(?:figures?|details?|numbers?|data|information|breakdown)\s+(?:is|are|was|were|has|have|yet|"
    r"available|given|released)\b",
    r"\b(?:g[ia]ve[sn]?|giving|provid\w+|offer\w*|releas\w+|had|has|have)\s+no\s+(?:\w+\s+)?(?:number|details?|locations?|"
    r"figures?|information|results?|evidence|breakdown|explanation|reason(?!\s+to\s+(?:believe|think|suspect|fear))|date|further)",
    r"\bma(?:de|kes?|king)\s+no\s+(?:mention|comment|statement)\b",
    r"(?<!\ban )(?<!\bsome )\b(?:un|not\s+(?:yet\s+|immediately\s+|currently\s+)*)(?:known|clear|disclosed|specified)\b"
    r"(?!\s+(?:persons?|m[ae]n|gunm[ae]n|assailants?|people|objects?|aircraft|drones?|individuals?|attackers?|group))",
    r"\bbeing\s+(?:clarified|established|determined|verified|assessed|checked|specified)\b",
    r"\b(?:looking\s+into|aware\s+of|investigating|reviewing|checking|examining)\s+(?:\w+\s+)?(?:reports?|claims?|allegations?|accounts?|accusations?)\b",
    r"\bwithout\s+(?:elaborating|giving\s+(?:further\s+)?details|further\s+details|specifying|naming\s+the)\b",
    r"\bwithout\s+(?:giving|disclosing|reporting|revealing|stating)\s+(?:\w+\s+){0,3}(?:losses|casualties|toll|numbers?|figures?)\b",
    r"\bremain(?:s|ed)?\s+(?:un(?:known|clear|confirmed\s+how))",
    r"\b(?:undisclosed|unspecified|unknown)\s+(?:number|amount)\b",
    r"\bunable\s+to\s+(?:say|establish|determine)\b",
    r"\bto\s+be\s+(?:determined|established|clarified)\b",
    r"\bhave\s+not\s+been\s+(?:published|disclosed|released)\b",
    r"\bcould(?:\s+not|n['’]t)\s+(?:immediately\s+)?be\s+reached\b",
    r"(?:\bnot|n['’]t)\s+(?:\w+ly\s+)?available\s+(?:for|to)\s+comment\b",
)

UNKNOWN = r"unknown|unclear|not (?:yet )?known"
"""Of the words above those for what nobody knows; behind a figure they leave it as it is."""

NOT_REPORTED = (
    rf"\bno\b[^.;:]{{0,60}}?\b(?:was|were|is|are|has\s+been|have\s+been|had\s+been|been)\s+(?:\w+\s+)?{_REPORTED}\b",
    rf"\bno\b[^.;:,]{{0,40}}?\b{_REPORTED}\b",
    r"\bno\s+reason\s+to\s+(?:believe|think|suspect|fear)\b",
    r"\bno\s+(?:\w+\s+){0,2}(?:confirmation|reports?|indications?|signs?|word|evidence|information)\b",
    rf"\b(?:report|record|register|see|find|list|show)(?:s|ed)?\s+no(?:ne)?\s+(?:\w+\s+){{0,2}}{_HARM}",
    r"\b(?:saw|found|shows?|showed)\s+no(?:ne)?\b",
    r"\bnot\s+(?:(?:yet|been|officially|independently|immediately|so\s+far)\s+)*(?:been\s+)?(?:confirmed|reported|verified)\b",
    r"\b(?:has|have|had|did)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:claimed?|confirm(?:ed)?|report(?:ed)?|acknowledged?)\b",
    r"\bcould\s+not\s+be\s+(?:\w+\s+)?(?:confirmed|verified)\b",
    r"\bno\s+(?:\w+\s+){1,2}(?:has\s+|have\s+)?claimed\s+responsibility\b",
    r"\bamong\s+no\s+targets\b",
    r"\bwithout\s+(?:\w+\s+)?confirmation\b",
)

REFUTED = (
    r"\bden(?:y|ies|ied|ying|ial)\b",
    r"\b(?:reject|refut|debunk|rebut|repudiat)(?:s|es|ed|ing|e)?\b",
    r"\bdisput(?:ed|ing)\b|\bdismiss(?:es|ed|ing)?\b(?=[^.;]{0,60}\b(?:claims?|reports?|rumou?rs?|allegations?|accusations?|statements?|as)\b)",
    r"\b(?:call|term|brand|describ|label)\w*\b[^.;]{0,60}\b(?:fake|false|fiction|untrue|lies?|propaganda|disinformation|"
    r"misinformation|fabricat\w+|nonsense|hoax|baseless|groundless|unfounded|absurd|invention)\b",
    r"\b(?:untrue|not\s+true|is\s+a\s+lie|is\s+fake|are\s+fake|is\s+false|are\s+false|does\s+not\s+correspond|baseless)\b",
)
"""What was told before is said to be untrue."""

DENIED = (
    *REFUTED,
    rf"\b(?:did|does|do)(?:\s+not|n['’]t)\s+(?:result\s+in|cause|lead\s+to)\s+(?:\w+\s+){{0,2}}{_HARM}",
    r"\b(?:report|record|register|detect|launch)(?:s|ed)?\s+no\s+\w+",
    r"\b(?:is|are|was|were)\s+not\s+(?:believed|thought)\s+to\b",
    rf"\bno\s+(?:(?!fewer|less|longer|more|later|sooner|doubt|matter)\w+\s+){{0,3}}?{_HARM}",
    r"\bno(?:body|\s+one)\b",
    r"\b(?:there\s+(?:was|were|is|are|have\s+been|has\s+been|had\s+been)|had|has|have|with)\s+no\s+"
    r"(?!fewer|less|longer|more|doubt|electricity|power|water|heat|heating|light|gas|internet|communication)\w+",
    r"\bnone\s+of\s+(?:its|their|his|her|our|the|them|those)\b(?!\s+rest)",
    r"\bun(?:hurt|harmed|injured|damaged|scathed|affected)\b",
    r"\bwithout\s+(?:any\s+)?(?:casualties|injur\w+|victims|damage|loss\s+of\s+life|losses|incident|consequences)\b",
    r"\b(?:was|were|is|are|has|have|had|did|does|do)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:been\s+|be\s+)?(?:in\s+|on\s+)?"
    r"(?:hurt|hit|damaged?|injured?|killed?|kill|affected|destroyed?|struck|strike|attack(?:ed)?|target(?:ed)?|capture[d]?|taken|"
    r"take|seized?|involved|responsible|behind|shot|used?|fired?|launch(?:ed)?|cross(?:ed)?|enter(?:ed)?|lost|lose|caught|arrested|"
    r"told|informed|happen(?:ed)?|occur(?:red)?|true|correct|carr(?:y|ied)|exist|held?|hold|control(?:led)?|withdrawn|surrounded|"
    r"suffer(?:ed)?|explode[d]?|penetrate[d]?|violated?|commit(?:ted)?|conduct(?:ed)?|stage[d]?|bomb(?:ed)?|shell(?:ed)?)\b",
    r"\bnever\b(?!\s+(?:before|seen))",
    r"\bnot\s+(?:a\s+single|a\s+one|destroyed|damaged|hit|hurt|injured|killed|attacked|struck)\b",
    r"\bneither\b",
    r"\bpaid\s+nothing\b|\bnothing\s+(?:was|is|has|had|happened)\b",
    r"\brul(?:ed|es|ing)\s+out\b",
    r"^no\s+(?!fewer|less|longer|more|later|sooner|doubt|matter)\w+",
)

_LINK = r"(?:(?:yet|been|be|have|had|even|ever|actually|fully|to|get|\w+ly)\s+){0,3}"
_TO = (
    r"(?:(?:going|expect(?:ed)?|want(?:ed)?|plan(?:ned|ning)?|intend(?:ed|ing)?|able|allow(?:ed)?|authori[sz]ed|permitted|"
    r"enough|ready|willing|try(?:ing)?|attempt|manage|seek(?:ing)?|available)\s+to\s+)?"
)
NEGATED = (
    rf"(?:\b(?:not|never|cannot)|n['’]t)\s+{_LINK}{_TO}{_LINK}",
    rf"\bnor\s+(?:\w+\s+){{0,2}}{_LINK}",
    r"(?:\b(?:not|never|without)|n['’]t)\s+(?:\w+\s+){1,3}any\s+",
    rf"\b(?:fail(?:ed|s|ing|ure)?|unable|unwilling|impossible|forgot|refus(?:e|es|ed|ing|al))\s+{_LINK}",
    rf"\btoo\s+\w+\s+to\s+{_LINK}",
    r"\b(?:no|neither)\s+(?:\w+\s+){1,4}?(?:had|has|have|was|were|is|are|would|did)\s+(?:been\s+|be\s+)?",
    r"\bno\s+(?:\w+\s+){0,2}",
)
"""What stands right before an event word that did not happen."""

WHERE = r"where"
"""Words that open what is said of a place: "hit a school where nobody was"."""

NOT_NEGATIVE = (
    r",\s+(?:the\s+|this\s+)?information\s+is\s+being\s+(?:verified|checked|clarified)\b",
    r"\b(?:cannot|not|\w+n['’]t)\s+(?:yet\s+|be\s+|been\s+)*rul(?:ed?|ing)\s+out\b",
    r"\bno\s+(?:fewer|less|more|later|sooner|longer|doubt)\b",
    r"\bnot\s+(?:only|least|just|until|far)\b",
    r"\bnot\s+immediately\s+(?=after|before)",
    r"\bno\s+(?:electricity|power|water|heating|heat|light|gas)\b",
    r"\bno\s+(?:\w+\s+)?(?:threats?|danger|risk)\s+(?:to|for|of)\b",
    r"\bNo\.?\s*\d",
)

"""English cues by which an editor tells a revision, a denial, an estimate, a stale picture. Patterns over folded text."""

EARLIER = (
    r"earlier(?! (?:in|this|that|on) )",
    r"previously (?:said|reported|put|gave|given|announced|stated|counted|spoken?|listed)",
    r"initially",
    r"at first",
    r"first (?:spoke|said|put|reported|gave|spoken|estimated|announced)",
    r"had (?:\w+ )?(?:reported|put|said|given|announced|spoken|listed|counted|spoke)",
    r"(?:was|were|stood) (?:initially|earlier|previously|first)",
    r"(?:preliminary|early|first|initial) (?:reports?|figures?|tall(?:y|ies)|tolls?|counts?|estimates?)",
    r"in the (?:early )?morning$",
    r"up from",
    r"the previous (?:figure|toll|count)",
)
REVISED = (
    r"revis\w+",
    r"updat(?:ed|es|ing|e)",
    r"upd\b",
    r"correct(?:ed|s|ion)",
    r"(?:has |have |had )?(?:risen|rose|rises|climb(?:ed|s)?|grown|grew|jump(?:ed|s)?|increas(?:ed|es)|gone up|went up|mounted|surged)"
    r"(?: \w+){0,3}? to",
    r"(?:has |have |had )?(?:raised|lowered|lifted|upped|cut|brought)(?: \w+){0,4}? to",
    r"(?:has |have |had )?(?:reached|hit|passed|topped|exceeded)(?= (?:\w+ )?\d)",
    r"later (?:reached|said|put|rose|gave|raised|reported|climbed|updated|spoke|named)",
    r"now (?:at|stands|stood|speaks?|puts?|says?|reports?|lists?|counts?|also)",
    r"now \d",
    r"up from",
    r"by (?:midday|noon|evening|nightfall|afternoon|mid-morning|then)",
    r"(?:latest|new|newest|final|fresh) (?:figures?|tall(?:y|ies)|tolls?|counts?|data)",
)
TOTAL = (
    r"in (?:all|total)",
    r"total(?:s|ling|led|ing|ed)?",
    r"altogether",
    r"overall",
    r"that (?:makes|brings)",
    r"bringing",
    r"a combined",
)
NOT_ESTABLISHED = (
    r"(?:could|can|was|were|has|have|had|is|are)(?: not|n't)(?: \w+)? (?:been )?(?:able to )?(?:establish|determine|verif|ascertain|tell|say|confirm)\w*"
    r" (?:\w+ ){0,3}?(?:how many|the (?:exact |total |precise |final )?(?:number|figure|toll))",
    r"(?:unable|impossible) to (?:establish|determine|verify|say|tell) how many",
    r"not (?:immediately )?(?:known|clear) how many",
    r"unclear how many",
    r"how many (?:\w+ ){0,8}?(?:is|was|remain(?:s|ed)) (?:not (?:immediately )?(?:known|clear)|unknown|unclear)",
    r"(?:number|toll|figure|extent) (?:\w+ ){0,6}?(?:is|was|remain(?:s|ed)) (?:not (?:immediately )?(?:known|clear)|unknown|unclear)",
    r"unknown number",
)
PRELIMINARY = (
    r"preliminar\w+",
    r"provisional\w*",
    r"initial (?:reports?|data|information|assessment|findings|estimates?)",
    r"early (?:reports?|indications?|figures?)",
    r"according to first",
)
MODEL = (
    r"model(?:l?ing|l?ed (?:estimate|figure|toll|number)\w*)",
    r"(?:computer |statistical |mathematical |its |the |a |loss )models? (?:suggest|estimat|predict|project|show|put|indicat|calculat)\w*",
    r"simulation\w*",
    r"extrapolat\w+",
    r"statistical\w*",
    r"excess (?:deaths|mortality)",
    r"project(?:ion|ions|ed) (?:of|that|to|number|deaths|toll)",
    r"(?:estimated|likely|probable) (?:number of )?(?:deaths|toll|fatalities)",
    r"damage calculator",
)
DEBRIS_CAUSE = (
    r"(?:caused|sparked|started|ignited|triggered|set off|damaged|hit|struck|broke out|result\w*|due|because|after|when|following)"
    r"(?: \w+){0,6}? (?:falling |fallen |drone |uav |missile )*(?:debris|wreckage|fragments)",
    r"(?:debris|wreckage|fragments)(?: \w+){0,6}? (?:caused|sparked|started|ignited|triggered|fell|had fallen|falling|damaged|landed|hit|crashed|set)",
)
RUBBLE = (r"(?:under|from|beneath|through|in) the (?:debris|rubble|wreckage)", r"trapped", r"clear(?:ed|ing)? (?:the )?debris")
MEDIA = (
    r"video\w*",
    r"footage",
    r"photo\w*",
    r"pictures?",
    r"images?",
    r"imagery",
    r"clips?",
    r"recordings?",
    r"screenshots?",
    r"film(?:ed|s|ing)?",
)
OLD_MEDIA = (
    r"(?:old|older|archive|archived|unrelated|recycled|years-old|months-old) (?:video|footage|photo|picture|image|clip|material|recording)\w*",
    r"(?:video|footage|photo|picture|image|clip|recording|it|they)s? (?:\w+ ){0,6}?(?:actually |in fact |really )?(?:is|was|were|are|dates?|comes?) "
    r"(?:\w+ )?(?:(?:back )?(?:from|to) )?(?:\w+ )?(?:20\d\d|an earlier|a previous|last year|years ago|months earlier)",
    r"(?:filmed|taken|shot|recorded|published|posted) (?:\w+ ){0,3}?(?:in (?:\w+ )?20\d\d|years? (?:ago|earlier|before)|months earlier|before the)",
    r"(?:first )?(?:appeared|circulated|surfaced) (?:\w+ ){0,3}?(?:in (?:\w+ )?20\d\d|years? ago|earlier|long before)",
    r"(?:is|was|are|were) (?:\w+ )?(?:days|weeks|months|years|an? (?:day|week|month|year)) old",
    r"recirculat\w+",
    r"passed off as",
    r"does not show (?:the|this)",
)
FILMED = (
    r"\b(?:filmed|shot|taken|recorded|published|posted)\b",
    r"\b(?:is|was|are|were) from\b",
    r"\bdate[sd]?(?: back)? (?:from|to)\b",
)
NO_DATE = (
    r"(?:could|can|was|were|is|are|has|have)(?: not|n't)(?: \w+){0,3}? (?:tell|establish|verif\w+|confirm\w*|determin\w+|say|known|clear|been \w+)"
    r"(?: \w+){0,3}? (?:when|the date|its date|the (?:exact )?(?:time|day))",
    r"when (?:it|they|the (?:video|footage|photo|image|picture|clip)s?)(?: \w+){0,3}? (?:was|were) (?:filmed|taken|shot|recorded|made)"
    r"(?:,)? (?:is|was|remain\w*|could)(?: not|n't)? (?:\w+ )?(?:clear|known|unknown|unclear|be)",
    r"(?:date|time) (?:of the \w+ )?(?:could not be|was not|is not|has not been|is un|was un)\w*",
    r"undated",
    r"no date",
    r"without (?:a )?dates?",
)
DENIES = (
    r"den(?:y|ies|ied|ying|ial)",
    r"dismiss\w*",
    r"reject\w*",
    r"refut\w+",
    r"rebut\w*",
    r"disput(?:ed|es|ing|e)",
    r"fakes?",
    r"fiction\w*",
    r"fabricat\w+",
    r"untrue",
    r"not true",
    r"false(?:hood)?",
    r"hoax\w*",
    r"disinformation",
    r"propaganda",
    r"lies?",
    r"baseless",
    r"groundless",
    r"nonsense",
    r"contradicted",
    r"ruled out",
    r"none of (?:its|our|their) (?:\w+ )?(?:\w+ )?(?:had|have|has|was|were)",
)
CONFIRMS = (r"confirm(?:ed|s|ing)?", r"acknowledg\w+", r"admit\w*")
UNCONFIRMED = (
    r"(?:no|without) (?:\w+ ){0,3}?confirmation",
    r"(?:not|n't)(?: \w+){0,3}? confirm\w*",
    r"unconfirmed",
    r"(?:not|n't)(?: \w+){0,3}? verif\w*",
    r"could not (?:\w+ ){0,2}?(?:be )?(?:\w+ )?verif\w*",
    r"yet to (?:confirm|be confirmed)",
)
FREQUENT = (
    r"frequent\w*",
    r"frequency",
    r"regular(?:ly)?",
    r"routine\w*",
    r"daily",
    r"nightly",
    r"almost every (?:day|night|week)",
    r"repeated(?:ly)?",
    r"constant(?:ly)?",
    r"increasing(?:ly)? (?:often|common|number|frequen\w+)",
    r"dozens of (?:attacks|strikes|raids)",
    r"more (?:often|frequent\w*)",
    r"the (?:highest|largest|biggest) number",
    r"commonplace",
)
ONE_ORIGIN = (
    r"all (?:of (?:them|which|whom) )?(?:\w+ )?(?:repost\w*|repeat\w*|cit\w+|quot\w+|copy\w*|copied|refer\w*|trac\w+|rel(?:y|ied|ies|ying))",
    r"repost\w* (?:\w+ ){0,3}?(?:the |a )?(?:same|single|one)",
    r"(?:go|goes|going|went|gone|trace[ds]?|can be traced|lead\w*|led) back to (?:\w+ ){0,2}?(?:one|a single|the same|a)",
    r"(?:the |a )?(?:same|single|one) (?:source|origin|message|post|channel|account|video|operator)",
    r"copied (?:word for word|verbatim)",
    r"no independent (?:source|confirmation|origin)",
)
MILITARY_TARGET = (
    r"commanders?",
    r"military (?:personnel|targets?|objects?|units?|convoy|column|base|airfield|depot|site|facility|meeting|equipment)",
    r"servicemen",
    r"soldiers",
    r"troops",
    r"instructors?",
    r"mercenar\w+",
    r"command (?:post|staff|centre|center)",
    r"officers",
    r"barracks",
    r"ammunition",
    r"formation\w*",
    r"deployment (?:site|point)",
    r"militants",
    r"meeting of",
    r"gathering of",
)
CIVILIAN_TARGET = (
    r"residential",
    r"civilian\w*",
    r"playground",
    r"apartment",
    r"houses?",
    r"homes?",
    r"hospital\w*",
    r"school\w*",
    r"kindergarten",
    r"church\w*",
    r"market",
    r"bus\b",
    r"passers-by",
    r"dormitory",
    r"hotel",
)
STILL_FIGHTING = (
    r"ongoing",
    r"fighting (?:\w+ ){0,8}?(?:was not over|continu\w+|goes on|persist\w*|rag\w+|is not over)",
    r"clashes? (?:\w+ ){0,4}?(?:continu\w+|persist\w*|rag\w+)",
    r"continu(?:ed|es|ing) (?:to fight|fighting|clashes)",
    r"still (?:fighting|holds?|holding|controls?|controlled|contested|under)",
    r"contested",
    r"repelled",
    r"held (?:off|their|its)",
)
SEPARATIST_NAMES = (
    r"(?:donetsk|luhansk|lugansk) people'?s republic",
    r"\bdpr\b",
    r"\blpr\b",
    r"\bdnr\b",
    r"\blnr\b",
    r"republic of crimea",
    r"people'?s republic of (?:donetsk|luhansk)",
)
OWN_COUNTRY = (r"russian (?:regions?|territory|soil)", r"over russia", r"regions of russia", r"russia's regions")
VIOLATIONS = (r"violat\w+", r"breach\w*")
CONTRAST_ACCOUNTS = (
    r"(?:other|another|different|separate) (?:reports?|accounts?|sources?|outlets?|channels?|estimates?|figures?|versions?)",
    r"by (?:some|other|another) accounts?",
    r"some (?:reports?|sources?|outlets?)",
)
NO_ANSWER_YET = (
    r"(?:not|n't) (?:immediately|yet) (?:respond|repl|answer|comment|return|reach)\w*",
    r"no immediate (?:comment|response|reply|reaction)",
    r"no comment was (?:immediately )?available",
    r"(?:could not|couldn't) (?:immediately )?be reached",
    r"request(?:s|ed)? for (?:a )?comment",
)
RECOVERED = (r"bod(?:y|ies)", r"remains of", r"pulled (?:\w+ ){0,3}?from")
SUBSET = (r"in hospitals?", r"hospitali[sz]ed", r"in (?:a )?(?:serious|critical|grave|severe)", r"children", r"minors?", r"remain(?:s|ed)? in", r"teenagers?", r"(?:seriously|critically|lightly|slightly|severely) (?:injured|wounded|hurt)", r"of (?:them|the (?:injured|wounded|dead))")
ENEMY = (r"enem(?:y|ies)", r"fighters", r"militants", r"terrorists", r"mercenar\w+")
NO_DAMAGE = (r"(?:no|without|not any) (?:\w+ ){0,2}?(?:damage|destruction)", r"(?:damage|destruction)(?: \w+){0,2}? (?:not|no)", r"undamaged", r"not damaged", r"no fires?")
RU_FORCES = (r"russian", r"russia(?:\'s)?", r"moscow\'s")
UA_FORCES = (r"ukrainian", r"ukraine(?:\'s)?", r"kyiv\'s")
FROM = (r"from",)
"""Before the figure that another one replaces: "rose to eight from five"."""
MORE = (r"more(?! than)",)
"""Behind a figure that comes on top of others."""
ADDITIVE = (r"another", r"(?:\w+ )?more", r"further", r"additional", r"other")
LOSSES = (r"loss(?:es)?", r"lost", r"cost")

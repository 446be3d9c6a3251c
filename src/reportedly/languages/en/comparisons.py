"""English comparisons: kind and pattern over folded text; the scope runs on from the match to the end of the clause."""

_THINGS = (
    r"(?![ -](?:(?!(?:on|in|at|of|the|a|an|this|that|since|for|to|attack|strike|raid)\b)[\w'’-]+ ){0,2}?"
    r"(?:city|cities|town|towns|village|ports?|plants?|stations?|refiner(?:y|ies)|bases?|airports?|airfields?|"
    r"factor(?:y|ies)|producers?|exporters?|suppliers?|makers?|compan(?:y|ies)|firms?|banks?|countr(?:y|ies)|regions?|provinces?|settlements?|"
    r"districts?|centres?|centers?|hubs?|dams?|bridges?|mines?|depots?|reservoirs?|hospitals?|islands?|prisons?|camps?|econom(?:y|ies)|arm(?:y|ies)|"
    r"facilit(?:y|ies)|terminals?|warehouses?|employers?|parties|universit(?:y|ies)|complex(?:es)?|enterprises?)\b"
    r"| in (?:europe|the world|asia|africa|the middle east)\b)"
)
"""After a superlative: a thing that is large at all times, whatever happened to it ("Europe's largest nuclear plant")."""

COMPARISONS = (
    (
        "rarity",
        r"(?:one|some|few) of the (?:few|most|very few|rarest|largest|biggest|boldest|bloodiest|strongest|fiercest|longest|"
        r"deepest|highest|farthest|furthest|deadliest|worst|heaviest)"
        + _THINGS
        + r"|among the (?:\w+est|worst|most|few)"
        r"|rarely|rare (?:attack|strike|case|instance|admission)",
    ),
    (
        "share",
        r"(?:almost |nearly |about |more than |over |some )?(?:half|a third|a quarter|two[- ]thirds|three[- ]quarters|the majority"
        r"|\d+(?:\.\d+)? ?(?:%|per ?cent)) (?:of|were|was)",
    ),
    (
        "ordinal",
        r"(?:the |a |its |their |was the |for the )?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) "
        r"(?:\w+ ){0,3}?(?:such |consecutive |straight |successive |time|attack|strike|night|day|raid|incident|in a row)"
        r"|(?:be|is|was|been) the (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) |for the first time|the first (?:time|attack|strike|such|confirmed|known|since|of)",
    ),
    (
        "superlative",
        r"(?<!second.)(?<!third.)(?<!fourth.)(?<!fifth.)(?:the |its |their |his |one city's )?(?:single )?(?:largest|biggest|deadliest|worst|heaviest|highest|deepest|longest|bloodiest|"
        r"most (?:powerful|successful|massive|intense|severe|serious|extensive|drones|missiles|destructive|violent|significant|ambitious)"
        r"|farthest|furthest|strongest|greatest|fiercest|lowest|smallest)"
        + _THINGS
        + r"|(?:a |new |all-time |set a )record(?= (?:number|high|of|for))|unprecedented"
        r"|never (?:before|seen)|the most \w+ (?:in|since|of)",
    ),
    (
        "trend",
        r"increasing(?:ly)?|more and more|more (?:often|frequent)|growing|on the rise|has (?:risen(?! to)|grown|been (?:rising|growing|increasing)|increased(?! to)|intensified|doubled|tripled)"
        r"|have (?:risen(?! to)|grown|been (?:rising|growing|increasing)|increased(?! to)|intensified|doubled|tripled)|stepped up (?:its|their)? ?(?:attacks|strikes)|rose (?:by|sharply)"
        r"|(?:has|have) fallen (?:by|sharply|significantly|to (?:the )?(?:levels?|lowest))"
        r"|(?:seen|saw|recorded) an? (?:\w+ )?(?:drop|rise|increase|decline|decrease|surge|spike|fall) in"
        r"|fell (?:by|sharply)|fall by|decreas(?:ed|ing)|declin(?:ed|ing) (?!to)|twice as (?:many|much|often)|times (?:more|as many)|escalating",
    ),
)

"""English comparisons: kind and pattern over folded text; the scope runs on from the match to the end of the clause."""

COMPARISONS = (
    (
        "rarity",
        r"(?:one|some|few) of the (?:few|most|very few|rarest|largest|biggest|deadliest|worst|heaviest)|among the (?:\w+est|worst|most|few)"
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
        r"(?:the |its |their |his |one city's )?(?:single )?(?:largest|biggest|deadliest|worst|heaviest|highest|deepest|longest|bloodiest|"
        r"most (?:powerful|successful|massive|intense|severe|serious|extensive|drones|missiles|destructive|violent|significant|ambitious)"
        r"|farthest|furthest|strongest|greatest|fiercest|lowest|smallest)|(?:a |new |all-time |set a )record(?= (?:number|high|of|for))|unprecedented"
        r"|never (?:before|seen)|the most \w+ (?:in|since|of)",
    ),
    (
        "trend",
        r"increasing(?:ly)?|more and more|more (?:often|frequent)|growing|on the rise|has (?:risen(?! to)|grown|been (?:rising|growing|increasing)|increased(?! to)|intensified|doubled|tripled)"
        r"|have (?:risen(?! to)|grown|been (?:rising|growing|increasing)|increased(?! to)|intensified|doubled|tripled)|stepped up (?:its|their)? ?(?:attacks|strikes)|rose (?:by|sharply)"
        r"|fell (?:by|sharply)|fall by|decreas(?:ed|ing)|declin(?:ed|ing) (?!to)|twice as (?:many|much|often)|times (?:more|as many)|escalating",
    ),
)

"""English reporting words: verbs, nouns for those who speak, and the small words by which phrases end.

Verb lists are space-separated forms. STRONG verbs take any short subject, WEAK ones only a known kind of speaker.
"""

INVERTS = False  # the subject usually stands before its verb

STRONG = (
    "said says tell tells told reported reports stated announced announces added adds noted notes "
    "explained explains stressed "
    "stresses emphasized emphasised emphasizes emphasises insisted insists argued argues warned warns "
    "acknowledged acknowledges "
    "admitted admits conceded concedes confirmed confirms asserted asserts maintained alleged alleges "
    "speculated speculates "
    "clarified clarifies revealed reveals claimed claims wrote writes recalled recalls reiterated "
    "reiterates relayed relays "
    "informed informs assured assures remarked suggests suggested predicted predicts tweeted commented testified "
    "highlighted highlights reminded reminds replied replies countered quipped joked lamented contended contends "
    "complained complains boasted recounted cautioned cautions hinted pointed points responded responds agreed agrees "
    "learned"
).split()
WEAK = (
    "say report note warn add confirm admit acknowledge stress claim believe believes believed estimate "
    "estimates estimated "
    "expect expects expected think thinks put puts gave gives give spoke speaks speak described describes describe "
    "called calls call named names counted counts listed lists recorded records registered documented "
    "identified established "
    "assessed assesses accused accuses accuse blamed blames blame linked geolocated determined found "
    "concluded concludes "
    "posted published shared released showed shows show indicates indicate indicated raised revised "
    "lowered updated stands "
    "stand declared urged urges urge condemned condemns condemn demanded demands thanked thanks vowed "
    "vows promised promises "
    "threatened threatens appealed appeals praised pledged pledges suspects suspected fears fear reckons reckon "
    "heard hear hears saw see sees filmed witnessed observed noticed detected expressed argue reads read "
    ""
    "monitored contradicts attributed attributes specified specifies suggest allege highlight emphasize insist assert"
).split()
DENY = (
    "denied denies deny denying dismissed dismisses dismiss rejected rejects reject refuted refutes "
    "disputed disputes "
    "rebutted debunked disavowed"
).split()
EXCLUDE = "rule rules ruled".split()
"""Verbs that deny, and with "not" hold for possible: "ruled out an attack", "did not rule out an attack"."""
NOT = r"not|cannot|\w*n't"
FINITE = r"(?!)"
WITNESS = "heard hear hears saw see sees filmed witnessed noticed".split()
NEED_OF = {
    "rule": ("out",),
    "rules": ("out",),
    "ruled": ("out",),
    "reminded": ("that",),
    "reminds": ("that",),
    "spoke": ("of", "about"),
    "speaks": ("of", "about"),
    "speak": ("of", "about"),
    "stands": ("by",),
    "stand": ("by",),
    "pointed": ("out",),
    "points": ("out",),
    "responded": ("that",),
    "responds": ("that",),
    "agreed": ("that",),
    "agrees": ("that",),
    "learned": ("that",),
}
DEEDS = (
    "declared announced ordered imposed lifted closed opened introduced suspended arrested detained "
    "evacuated launched approved "
    "signed banned raised lowered released called named claimed found"
).split()
DEED_OBJECTS = (
    r"(?:an?\s+|the\s+)?(?:\w+[- ]){0,3}(?:state\s+of\s+emergency|emergency|ceasefire|cease-fire|truce|"
    r"curfew|alert|alarm|"
    r"evacuation|mourning|martial\s+law|mobili[sz]ation|reward|sanctions?|lockdown|pause|amnesty|"
    r"restrictions?|warning\s+level|"
    r"victory|war\b|holiday|halt|prisoners?|hostages?|detainees?|captives?|lives?\b|life\b|bod(?:y|ies)|remains)|\d"
)
ACTS = {
    "confirms": "confirmed confirms confirm acknowledged acknowledges admitted admits conceded",
    "speculates": "speculated speculates suspects suspected suggest suggests suggested",
    "cites": "relayed relays",
}
CERTAINTY = {
    "possible": "speculated speculates alleged alleges allege suggest suggests suggested",
    "probable": "estimates estimate estimated believes believe believed expects expect suspects suspected fears fear "
    "reckons",
}
PARTICIPLES = (
    "adding noting saying stressing warning explaining confirming claiming stating reporting emphasising "
    "emphasizing insisting "
    "suggesting alleging writing telling accusing denying describing calling putting citing quoting "
    "specifying clarifying"
).split()
SAYING = ("saying", "writing", "stating")
"""Participles behind which anything is told; behind the others only a clause or a quotation."""
TELLING = ("telling",)
BEFORE_PARTICIPLE = ("while", "by", "after", "before")
"""Words that, like a comma, set a participle apart from what stands before it."""
NOT_TOLD = ("so",)
"""Words behind "saying" that tell nothing."""
NEGATED = r"(?:(?:did|does|do|has|have|had|would|could|will|was|were|is)(?:\s+not|n['’]t)|won['’]t|cannot|can['’]t)"
SILENT = (
    rf"(?:also\s+|immediately\s+)?{NEGATED}\s+"
    r"(?:yet\s+|immediately\s+|publicly\s+|further\s+|so\s+far\s+|been\s+able\s+to\s+)*"
    r"(?:specif(?:y|ied)|name|named|say|said|disclosed?|identify|identified|comment(?:ed)?|elaborated?|"
    r"mention(?:ed)?|"
    r"respond(?:ed)?|answer(?:ed)?|reveal(?:ed)?|explain(?:ed)?|give|given|provided?|offer(?:ed)?|"
    r"published?|released?|"
    r"repl(?:y|ied)|clarif(?:y|ied)|detail(?:ed)?|establish(?:ed)?)\b",
    r"(?:has\s+|have\s+|had\s+)?(?:declin|refus)(?:e|es|ed|ing)\s+(?:to\s+(?:comment|say|give|name|"
    r"identify|specify|disclose|elaborate|provide|"
    r"answer|discuss|reveal|confirm)|comment)\b",
    r"(?:has\s+|have\s+|had\s+)?(?:g[ia]ve[sn]?|provid(?:es?|ed)|offer(?:s|ed)?|released?|made|"
    r"makes?)\s+no\s+(?:further\s+|other\s+|immediate\s+|"
    r"official\s+)?(?:numbers?|details?|locations?|figures?|information|results?|evidence|breakdown|"
    r"explanation|reason|dates?|"
    r"comment|statement|mention|names?)\b",
    r"could\s+not\s+(?:immediately\s+)?be\s+reached\b",
)
SELF_SILENT: str | None = None
"""Words of silence that are of the first person by their ending; English has a pronoun for that."""
UNCONFIRMED = (
    rf"{NEGATED}\s+"
    r"(?:yet\s+|immediately\s+|officially\s+|publicly\s+|independently\s+)*(?:confirm(?:ed)?|acknowledged?|verif(?:y|ied))\b",
)
NO_COMMENT = r"\bno\s+(?:\w+\s+){0,2}(?:comment|response|reply|statement|word)\s+(?:\w+\s+){0,3}?from\s+"
UNTRUE = (
    r"(?:fake|false|fiction|fictitious|untrue|lies?|propaganda|disinformation|misinformation|fabricat\w+|"
    r"nonsense|hoax|baseless|"
    r"groundless|unfounded|absurd|inventions?)\b"
)
BY = ("by",)
BY_VERBS = (
    "reported confirmed dismissed denied rejected refuted described cited quoted announced claimed "
    "relayed told counted "
    "recorded published posted shared stated noted refuted called spread circulated acknowledged "
    "verified released seen viewed"
).split()
BY_OUTER = "quoted cited relayed spread circulated".split()
TAKEN_UP = "as"
PREPOSITIONAL = (
    "according to; as per; in the words of; in the opinion of; citing; quoting; with reference to; "
    "referring to; with a link to; based on information from; based on data from"
).split("; ")
CITES = ("citing", "quoting", "with reference to", "referring to", "with a link to")
BY_ACCOUNT = (
    r"\b(?:by|in|on)\s+(?P<who>his|her|its|their)\s+(?:own\s+)?(?:account|words|telling|estimate|count|"
    r"view|opinion)\b"
)
ABROAD = (  # words between verb and outlet
    r"(?:in\s+(?:an?\s+)?(?:interview|comments?|remarks?|conversation|briefing|podcast|"
    r"broadcast)\s+(?:with|to|for|on|by)\s+|"
    r"(?:live\s+)?on\s+(?:the\s+)?air\s+(?:of|on)\s+|on\s+(?=state\s+television|national\s+television|telethon)|"
    r"in\s+(?:an\s+)?(?:interview|comments?)\s+(?:published|carried)\s+by\s+)"
)
ASKED = r"\b(?:asked|questioned|quoted|interviewed)\s+by\s+"
LISTENERS = (
    "reporters journalists the a his her its their them him parliament lawmakers us me people residents that".split()
)
TOLD = ("told", "tells", "tell")
THIS_WAS = r"(?:this|that|it|these\s+figures|the\s+information)\s+(?:was|were|has\s+been|is)\s+(?:also\s+)?(?:\w+\s+)?"
REPORTEDLY = ()
UNOWNED = (
    r"(?:(?:the\s+)?(?:latest|updated|preliminary|initial|early|first|some|other|various|unconfirmed|"
    r"conflicting|media|local|"
    r"recent|official|available|open|several|multiple|new|earlier)\s+)*(?:information|data|reports?|"
    r"estimates?|accounts?|"
    r"figures|findings|assessments?|media\s+reports|sources?\s+in\s+open)$"
)
DATA_OF = (
    r"(?:(?:the|an?|[\d:.]+|\w+day|press|latest|preliminary|initial|official|new|updated|early)\s+)*(?:data|information|figures?|"
    r"reports?|announcements?|releases?|briefings?|analys[ie]s|complaint|study|survey|polls?|indictment|lawsuit|filing|transcript|preliminary|"
    r"estimates?|statements?|posts?|messages?|reporting|accounts?|(?:flash\s+|situation\s+)?updates?|bulletins?)\s+"
    r"(?:\w+ed\s+(?:(?:late\s+|early\s+)?on\s+\w+day\s+)?)?(?:by|from|of|on)\s+"
)
SAYS_IN = ("statement", "post", "report", "message", "bulletin", "update")
SOURCE_LINE = r"(?<![^\n])[*_]*Source[*_]*\s?:[*_]*\s+(?=\S)"
BACKGROUND = r"(?<![^\n])[*_]*(?:Background|Previously|Reminder|Context|For reference)[*_]*:"
FORWARDED = r"(?:Forwarded\s+(?:from|message\s+from)|Reposted\s+from|Repost\s+from)\s*:?\s*"
TIMES = (
    "midday dusk midnight monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october "
    "november december morning evening night afternoon noon midnight today yesterday tonight earlier "
    "later overnight week "
    "month year day hours hour minutes minute weekend dawn ago a.m. p.m. am pm"
).split()
ABOUT: tuple[str, ...] = ()
"""Words behind a noun for a report that open what it is about."""
DESCRIBES: tuple[str, ...] = ("familiar", "close", "briefed", "knowledgeable", "with", "in", "near", "who")
"""Words behind a noun that say who they are: "people familiar with the matter"."""
BEFORE_THAT: tuple[tuple[str, str], ...] = ()
"""Words that stand between a speaker and a verb like one adverb."""
ADVERBS = (
    "often always never ever frequently once quickly also earlier later first separately previously "
    "meanwhile however then now still only again already officially publicly "
    "initially subsequently repeatedly briefly immediately nevertheless itself himself herself "
    "themselves all further "
    "just had has have finally recently originally since yet so therefore instead moreover additionally "
    "elsewhere nonetheless "
    "reportedly today would will simply merely angrily jointly additionally consistently actually"
).split()
CONJUNCTIONS = (
    "and but or while although though whereas yet as which who that what where when because since if after "
    "before until so"
).split()
PREPOSITIONS = (
    "in on at of for from with to by into over near under between among about against across via during "
    "through within inside outside amid without like per toward towards off around"
).split()
LINKS = "of in for from on at with near to inside".split()
DETERMINERS = (
    "the a an his her its their our this that these those some several two three four both one many most "
    "another other local"
).split()
COPULAS = "is are was were be been being do does did can could may might must shall should not".split()
PRONOUNS = {"he": "person", "she": "person", "it": "body", "they": "many", "who": "last"}
OWN = "our we i us my".split()
POSSESSIVE = {"its": "body", "his": "person", "her": "person", "their": "many"}
SUBJECT_JOINS = ("and",)
STATEMENTS = (
    "claim figure tally estimate count statement account assertion allegation version report claims figures "
    "reports estimates"
).split()
CONSEQUENCES = (
    "killing injuring wounding damaging destroying hitting striking causing sparking leaving setting targeting forcing "
    "triggering knocking claiming cutting burning trapping displacing taking bringing"
).split()
"""Participles of what follows from a deed: an insertion before "said" that opens with one is no insertion after a speaker."""


FIGURE = r"(?:this|that|these|those)\s+(?:figures?|numbers?|data|tall(?:y|ies)|totals?)\b"
ADJUNCT = (
    r"(?:(?:late|early)\s+)?(?:on|in|at|during|after|via|through|over|to|before|"
    r"by)\s+(?:[\w.'’\"-]+\s+){0,6}?[\w.'’\"-]*(?=\s*(?:[,.;:—–\"”»]|\s-\s|$))|"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|earlier|later|early|"
    r"late|separately|overnight|tonight)\b"
    r"[^,.;:]{0,30}(?=[,.;:]|$)"
)
TAIL_GOES_ON = (
    r"(?:adding|noting|saying|citing|quoting|stressing|warning|explaining|confirming|claiming|denying|"
    r"describing|calling|accusing|and\s+(?!the\s+\w+\s+said)|[\"“‘«]|killing|injuring|wounding|killed|injured|"
    r"wounded|including)"
)
NEW_CLAUSE = (
    r"(?:[;:](?=\s)|\s[—–-]\s|,\s+(?:but|while|although|though|whereas|however|and\s+(?=\w+\s+(?:said|says)))\b)"
)

# Nouns for those who speak: noun -> kind of source, way of naming (role, anonymous, body), class for what takes it up
NOUNS = {
    "official": "governor mayor minister president spokesman spokeswoman spokesperson official officials authorities "
    "authority ministry mod administration head chief deputy premier ambassador prosecutor prosecutors "
    "attorney attorneys lawyer lawyers candidate nominee campaign commission fund widow police "
    "government council "
    "committee department bureau agency office service services headquarters diplomat lawmaker senator "
    "adviser advisor "
    "chairman chairwoman commissioner secretary rescuers firefighters medics court judge investigators "
    "enforcement envoy leader leaders "
    "politician politicians aide aides strategist strategists lawmakers senators congressman congresswoman legislator "
    "legislators coroner officers parliament cabinet delegation regulator watchdog embassy "
    "consulate secretary-general "
    "mission",
    "military": "army military troops forces commander commanders general staff brigade battalion regiment corps "
    "soldiers "
    "soldier officer navy force fleet defence defense rebels fighters militants militia servicemen "
    "colonel admiral unit side sides",
    "media": "newspaper outlet outlets media broadcaster television tv radio journalists journalist correspondent "
    "correspondents "
    "reporter reporters news daily magazine site website portal network press",
    "channel": "propagandists channel channels blogger bloggers milbloggers milblogger users posts",
    "ngo": "charity monitors partners ngo ngos",
    "organisation": "group groups organization organisation union federation association movement",
    "company": "company operator owner owners airline plant firm refinery management spokespeople",
    "expert": "analyst analysts expert experts researchers researcher observers scientists economists historian "
    "historians professor professors author authors pollster pollsters scholar scholars",
    "witness": "witness witnesses eyewitness eyewitnesses residents resident locals people villager villagers "
    "survivor survivors "
    "inhabitants passers-by onlookers neighbours neighbors relatives driver passengers refugees father mother doctor doctors surgeon surgeons nurse nurses hospital hospitals facilities teacher farmer student students employee employees family families neighbour neighbor shopkeeper priest fishermen "
    "woman man women men voter voters delegate delegates supporter supporters critics activist activists advocates "
    "organizer organizers volunteer volunteers protester protesters attendee attendees respondent respondents percent half "
    "majority",
    "anonymous": "source sources insiders insider workers worker",
    "document": "footage video videos imagery images image photos photo photographs pictures clip clips recording "
    "recordings map "
    "maps document documents poll polls survey surveys study studies lawsuit indictment records",
}
CANONICAL = {
    "residents": "residents|local residents|locals|local people|inhabitants|people living nearby|people nearby|area "
    "residents|city residents",
    "eyewitnesses": "eyewitnesses|witnesses|eyewitness|witness|an eyewitness|a witness",
    "analysts": "analysts|military analysts",
    "police": "police|the police|local police",
}
ARMIES: dict[str, str] = dict.fromkeys(("army", "military"), r"army|armed forces|military|defen[cs]e|ground forces|staff")
"""Nouns that take up only an earlier speaker of such a name: "the army" is no paramilitary force."""
TAKES_UP = {  # classes of earlier speakers -> the nouns that can take them up
    "channel": "channel",
    "ministry": "ministry mod",
    "media official body": "agency",
    "media": "newspaper broadcaster paper",
    "media channel": "outlet",
    "any": "report statement bulletin post message document update account institute",
    "person": "governor mayor minister president spokesman spokeswoman spokesperson general commander analyst expert",
    "person anonymous": "official",
    "anonymous": "source sources",
    "body": "service department office",
    "ngo body": "organisation organization",
    "ngo body military": "group",
    "company": "company",
    "media body": "agency's",
    "military": "brigade army military staff",
    "official": "authorities",
}
ROLES = {  # role words -> offices in the pack, comma-separated
    "governor": "governor,head,head of OVA",
    "head": "head,governor,head of OVA,head of city administration",
    "leader": "head",
    "chief": "head",
    "mayor": "mayor",
    "president": "president",
}
SPOKES = (
    "spokesman; spokeswoman; spokesperson; press service; press office; spokesmen; representative; press secretary"
).split("; ")
NAMING = (
    "channel; agency; newspaper; broadcaster; outlet; television; project; portal; site; website; watchdog; "
    "authority; operator; group; blogger; service; network"
).split("; ")

AUXILIARIES = "has have had did do does not didn't don't doesn't will would could can cannot couldn't can't".split()
RELATIVES = ("who",)
GOES_ON = "and but though although yet while also".split()
THAT = ("that", "how", "whether", ":")
BARE = (
    "report note claim stress estimate name count list record show post release share detail suspect call state say"
).split()
NOT_PERSON = ("dismissed", "dismisses", "rejected", "called")
TOLL_VERBS = "raised revised lowered updated raises".split()
TOLLS = "toll number figure count estimate tally".split()
NOBODY = ("no", "nobody", "none", "neither", "you")
INANIMATE = ("it", "this", "that", "which")
OBJECTS = r"(?!)"
PREDICATE = r"[,;.]|(?<!\bto)\s(?:is|are|was|were|cannot|can|could|has|have|had|contradicts?|does|do|did|remains?)\b"
NATIONAL: dict[str, tuple[str, str]] = {}
LOCAL = r"regional|local|city|city's|district|municipal|provincial"
"""Beside the name of a body: that of a region or town, and not the national one."""
DATA_NOUNS = "report statement bulletin post message update account reports data figures".split()

VERBAL_NOUNS = "reports claims notes states calls names records estimates accounts figures".split()
OFFICE_OF = "administration office team campaign government's lawyer aide wife son".split()
SPEAKING = (
    "said says told tells wrote recalled explained warned warns noted claimed claims announced insisted "
    "argued stressed acknowledged"
).split()
ONLY_THIS: tuple[str, ...] = ()
HEADLINE = (
    r"(?:key\s+points|highlights|main\s+points)\s+(?:from|of)\s+(?:the\s+)?(?:speech|interview|remarks|"
    r"statement)?\s*(?:of|by)?\s*"
)
QUOTES_VERBS: tuple[str, ...] = ()
PLATFORMS: tuple[str, ...] = ()
SAID_BY: tuple[str, ...] = ()
SEEN = "shows show showed reveals reveal indicates indicate suggests suggest confirms".split()
HEADS = ("head", "chief", "director")
OFFICIALS = ("official", "officials")
PERSONAL = (
    "governor mayor minister president spokesman spokeswoman spokesperson head chief deputy premier "
    "ambassador prosecutor "
    "diplomat lawmaker senator adviser advisor chairman chairwoman commissioner secretary envoy leader "
    "politician commander "
    "general colonel admiral officer coordinator official analyst expert secretary-general journalist "
    "blogger correspondent "
    "historian judge coroner"
).split()
NP_VERBS = "emphasized emphasised emphasizes emphasises highlighted highlights".split()
NUMERALS = "two three four five six seven eight nine ten dozens".split()
THAT_ONLY = "found determined established identified detected".split()
RELAYED: tuple[str, ...] = ()
TALK: tuple[str, ...] = ("speculation", "rumours", "rumors", "fears")

LANDS = frozenset[str]()
"""After a ministry: that of a land told before."""

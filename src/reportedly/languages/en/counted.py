"""What English reports count, and the words that say what became of it.

Terms are parted by ``|``; ``*`` at the end of a word = more letters may follow; ``_`` never occurs. A line of ``NOUNS``
is (class, English item, whom, terms). Folded text (small letters, plain quotes).
"""

import re

# of -> words. "impact": something struck; read as hit, or as launched where a weapon is the means.
PREDICATES = {
    "killed": "killed | deceased | kill | kills | killing | dead | died | dies | die | dying | deaths | death | fatalities |"
    " fatally | lost their lives |"
    " lost his life | lost her life | lost their life | loss of life | death toll | toll | claimed the lives |"
    " claimed the life |"
    " bodies | body | corpses | slain | murdered | executed | perished | victims died | feared dead | left dead |"
    " fatal | fatality |"
    " succumbed | pronounced dead | found dead | shot dead | burned to death | burnt to death | shot and killed |"
    " homicides | massacre* | perish | were murdered",
    "injured": "injured | injuring | injures | injuries | injury | wounded | wounding | wounds | wound | hurt |"
    " hospitali* | in hospital | to hospital | to hospitals | to the hospital | to a hospital | to a local hospital |"
    " treated for | treated at | treated by | treated in | treated on | receiving treatment | received treatment |"
    " receiving medical | received medical | underwent surgery | medical observation | medical supervision | critical condition | serious condition | stable condition | sustained | burns | concussion |"
    " shrapnel wounds |"
    " taken to hospital | taken to the hospital | taken to a hospital | casualties injured | maimed |"
    " critically | shot | grazed | stabbed |"
    " rushed to | intensive care | in a critical condition | in a serious condition",
    "missing": "missing | unaccounted for | under the rubble | under rubble | trapped | buried under |"
    " beneath the rubble",
    "detained": "detained | detains | detaining | arrested | arrests | arresting | arrest | taken into custody |"
    " in custody |"
    " captured | taken prisoner | taken hostage | abducted | kidnapped | hostages taken | apprehended | rounded up",
    "evacuated": "evacuated | evacuating | evacuation | evacuate | airlifted | were moved to safety |"
    " brought to safety | flown to",
    "displaced": "displaced | fled | flee | fleeing | relocated | uprooted | homeless | displacing | arrivals |"
    " arrived | forced from |"
    " have left | sought shelter | seeking shelter | taken refuge | took refuge | sought refuge | rendered homeless | crossed into | refugees | forced to leave",
    "affected": "knocked out power | knocked out electricity | knocked out the power | knocking out power | knocking out electricity | cut power | cutting power | cut electricity | without power | without electricity | without water | without gas | without heating |"
    " without heat | without light |"
    " cut off | affected | left without | disrupted | closed | shut | close | suspended | cancelled | canceled |"
    " diverted | diversion | diversions | grounded |"
    " power outage* | blackout* | lost power | delayed | electricity was cut | was cut | were cut |"
    " de-energi*ed | halted",
    "launched": "launched | launching | launches | launch | fired | firing | fires | fire | sent | sending |"
    " used | using | employed | employing | deployed |"
    " unleashed | dropped | dropping | attacked | attack | attacks | attacking | barrage | salvo | flew |"
    " involved | raid |"
    " assault with | targeted with | bombarded with | pounded with | struck with | hit with | released | rained |"
    " penetrated | entered |"
    " detected | recorded | flying",
    "intercepted": "shot down | downed | shoot down | shooting down | intercepted | intercepting | intercept |"
    " interception |"
    " brought down | neutrali*ed | suppressed | jammed | lost from radar | disappeared from radar |"
    " destroyed by air defen*e | repelled |"
    " taken down | taken out | knocked out | lost | failed to reach | did not reach | thwarted | disabled |"
    " shot out of | downing |"
    " electronic warfare | crashed on their own | lost locationally | locationally lost | without hitting",
    "impact": "attacked | attacks | attacking | attack | subjected to | came under | under attack | shelled | shelling |"
    " bombed | pounded | under fire | attacked with shells | hit | hits | hitting |"
    " struck | strike | striking | slammed into | crashed into | slamming into | crashing into | rammed |"
    " landed | fell | impacted | reached | crashed | exploded | exploding | detonated | strikes | direct hits",
    "damaged": "damaged | damage | damages | damaging | hit by debris | burned | burning | on fire | ablaze |"
    " alight | caught fire |"
    " broken | shattered | blown out | partially destroyed | heavily damaged | smashed | collapsed partially |"
    " set on fire | torched | torching",
    "destroyed": "destroyed | destroy | destroying | destroys | destruction | burned down | burnt down |"
    " burned out | burnt out | gutted |"
    " levelled | leveled | wiped out | obliterated | came down | collapsed | ruined | flattened | razed |"
    " demolished | eliminated |"
    " knocked out | burnt | lost",
    "losses": "losses | casualties | lost",
    # People spoken of as something else than victims: exchanged, treated, helped, at work.
    "freed": "freed | released | exchanged | exchange | swapped | swap | went home | returned home |"
    " return home | came home | repatriated |"
    " handed over | repatriation",
    "served": "assisted | took part | taken part | gathered |"
    " rallied | marched | attended | tackling | responding | pulled | dug out |"
    " assist | treated | received | served | provided | helped | deployed | sent to the site | involved |"
    " working | worked | joined | rescued | saved |"
    " vaccinated | checked | participated",
}

NOUNS = (
    (
        "people",
        None,
        None,
        "people | persons | person | others | other | ukrainians | russians | palestinians |"
        " israelis | lebanese | syrians | individuals | residents | victims | victim | men | women | locals |"
        " members of the public | patients | inhabitants | souls | survivors | adults | villagers | worshippers | shoppers | tourists | bystanders | passers-by | pensioners",
    ),
    ("people", "civilians", "civilian", "civilians | civilian | civilian residents | non-combatants"),
    (
        "people",
        "children",
        "child",
        "children | child | minors | minor | teenagers | teens | teen | kids |"
        " infants | babies | boys | girls |"
        " toddlers | schoolchildren | schoolgirls | schoolboys | pupils | teenager | juveniles",
    ),
    ("people", "students", "civilian", "students"),
    ("people", "passengers", "civilian", "passengers"),
    (
        "people",
        "workers",
        "civilian",
        "workers | worker | teachers | guards | security guards | labourers | laborers | employees | staff | shepherds | fishermen |"
        " staff members | miners | farm workers |"
        " drivers | farmers | employee | colleagues",
    ),
    ("people", "aid workers", "aid worker", "aid workers | humanitarian workers | volunteers | volunteer"),
    ("people", "medics", "medical", "medics | paramedics | doctors | nurses | health workers | medical workers"),
    ("people", "firefighters", "rescuer", "firefighters | firemen | firefighter"),
    ("people", "rescuers", "rescuer", "rescuers | rescue workers | emergency workers | first responders"),
    (
        "people",
        "police officers",
        None,
        "police | police officers | policemen | officers | officer | deputies | police officer | law enforcement officers",
    ),
    ("people", "officials", None, "officials | judges | priests | politicians | lawmakers | mayors"),
    ("people", "journalists", "journalist", "journalists | reporters"),
    (
        "people",
        "servicemen",
        "combatant",
        "soldiers | servicemen | troops | servicepeople | fighters |"
        " militants | personnel | combatants |"
        " military personnel | gunmen | marines | pilots | commanders | instructors | rebels | insurgents | guerrillas |"
        " terrorists | service members |"
        " crew members | militiamen | occupiers | sailors | mercenaries",
    ),
    ("people", "suspects", None, "suspects | suspect | managers | activists | protesters | demonstrators | saboteurs"),
    ("people", "families", "civilian", "families | family"),
    ("other", "casualties", None, "casualties"),
    ("other", "prisoners", "prisoner", "prisoners of war | prisoners | pows | captives | hostages | detainees"),
    (
        "weapon",
        "drones",
        None,
        "drones | uavs | uav | drone | unmanned aerial vehicles | unmanned aircraft |"
        " unmanned aerial vehicle | shaheds |"
        " shahed* | geran* | quadcopters | fpv drones | fpvs | loitering munitions | decoys | attack drones |"
        " strike drones | sea drones | gerbera*",
    ),
    (
        "weapon",
        "missiles",
        None,
        "missiles | missile | cruise missiles | ballistic missiles | iskander* | kh-* |"
        " kalibr* | kinzhal* | oniks |"
        " zircon* | neptune* | storm shadow* | atacms | tomahawk* | scalp*",
    ),
    ("weapon", "rockets", None, "rockets | rocket | himars rockets | grad rockets"),
    (
        "weapon",
        "guided bombs",
        None,
        "bombs | bomb | glide bombs | guided bombs | aerial bombs | guided aerial bombs | kabs | fabs | jdam*",
    ),
    (
        "weapon",
        "shells",
        None,
        "shells | artillery shells | mortar shells | artillery rounds | mortar rounds |"
        " mortars | rounds | projectiles |"
        " munitions | warheads | grenades | boats | naval drones |"
        " unmanned boats",
    ),
    ("weapon", "targets", None, "targets | aerial targets | air targets"),
    ("death", None, None, "lives | deaths | fatalities"),
    ("impact", "impacts", None, "hits | direct hits | impact points | impacts | impact sites | strikes recorded"),
    ("blast", None, None, "explosions | explosion | blasts | blast | detonations | bangs"),
    ("act", "shellings", None, "shelling | shellings | cases of shelling | bombardments | instances of shelling"),
    (
        "act",
        "strikes",
        None,
        "strikes | air strikes | airstrikes | drone strikes | missile strikes | air raids |"
        " attacks | attack | drone attacks |"
        " missile attacks | raids | sorties | bombings",
    ),
    ("act", "incidents", None, "incidents | accidents | crashes | fires | blazes | cases | waves | sirens"),
    (
        "act",
        "assaults",
        None,
        "assaults | assault attempts | assault operations | clashes | combat clashes |"
        " combat engagements | battles |"
        " engagements | storming attempts",
    ),
    (
        "act",
        "violations",
        None,
        "violations | ceasefire violations | cease-fire violations | breaches | truce violations | times | occasions",
    ),
    ("object", "households", None, "households"),
    (
        "object",
        "houses",
        None,
        "houses | homes | house | private houses | private homes | dwellings | cottages | residences",
    ),
    (
        "object",
        "apartment blocks",
        None,
        "apartment blocks | apartment buildings | high-rises |"
        " high-rise buildings | residential buildings |"
        " apartment block | apartment building | tower blocks | multi-storey buildings | blocks of flats |"
        " residential building",
    ),
    ("object", "apartments", None, "apartments | flats"),
    (
        "object",
        "buildings",
        None,
        "buildings | building | structures | structure | properties | shops |"
        " businesses | warehouses | hangars |"
        " garages | churches | outbuildings | premises | facilities | facility | garage | warehouse | workshops | stores | markets | units | sites",
    ),
    (
        "object",
        "schools",
        None,
        "schools | school | kindergartens | kindergarten | colleges | universities |"
        " educational institutions | hospitals |"
        " hospital | clinics",
    ),
    (
        "object",
        "cars",
        None,
        "cars | vehicles | car | vehicle | trucks | buses | ambulances | motorcycles |"
        " lorries | trams | minibuses |"
        " trolleybuses | truck | bus | locomotives | wagons | fire engines | trains",
    ),
    ("object", "tanks", None, "tanks | tank"),
    (
        "object",
        "armoured vehicles",
        None,
        "armoured vehicles | armored vehicles | armoured personnel carriers | armored personnel carriers | infantry fighting vehicles",
    ),
    (
        "object",
        "artillery systems",
        None,
        "howitzers | guns | artillery systems | artillery pieces | mortars destroyed | launchers",
    ),
    ("object", "air defence systems", None, "air defence systems | air defense systems | radars"),
    ("object", "equipment", None, "pieces of equipment"),
    ("object", "depots", None, "ammunition depots | depots"),
    ("object", "storage tanks", None, "reservoirs | storage tanks | fuel tanks"),
    ("object", "command posts", None, "command posts | command post | command centers | command centres | control points"),
    ("object", "troop concentrations", None, "troop concentrations | concentration areas | concentrations of troops"),
    (
        "object",
        "aircraft",
        None,
        "aircraft | planes | warplanes | bombers | helicopters | jets | fighter jets |"
        " plane | helicopter | bomber |"
        " warplane | tu-* | su-* | mig-* | a-50* | an-12* | ka-* | mi-* | fighters jets",
    ),
    ("object", "ships", None, "ships | vessels | ship | vessel | tankers | tanker | submarines | boats destroyed"),
    (
        "object",
        "bridges",
        None,
        "bridges | bridge | substations | substation | power lines | power plants |"
        " railway stations | power stations |"
        " transformers | pipelines",
    ),
    ("object", "windows", None, "windows"),
    (
        "place",
        "settlements",
        None,
        "settlements | villages | towns | cities | communities | settlement |"
        " districts | regions | provinces | oblasts |"
        " areas | locations | places | countries | states | neighbourhoods | neighborhoods | points | streets |"
        " villages and towns | region",
    ),
    ("flight", "flights", None, "flights | planes diverted"),
    (
        "object",
        "airports",
        None,
        "airports | airfields | airport | airfield | airbases | air bases |"
        " stations | refineries | oil refineries |"
        " plants | factories | enterprises",
    ),
)

# of, factor to the unit of the schema, words after the number.
UNITS = (
    ("distance_km", 1.0, "km | kms | kilometre* | kilometer*"),
    ("distance_km", 1.609, "miles | mile"),
    ("distance_km", 0.001, "m | metres | meters | metre | meter"),
    ("area_m2", 1.0, "square metres | square meters | square metre | sq m | sq. m | sqm | m2 | m²"),
    ("area_m2", 10_000.0, "hectares | hectare | ha"),
    ("area_m2", 1_000_000.0, "square kilometres | square kilometers | sq km | km2 | km² | square km"),
    ("area_m2", 0.0929, "square feet | sq ft"),
    ("area_m2", 4046.86, "acres | acre"),
    ("area_m2", 2_589_988.0, "square miles"),
    ("duration_h", 1.0, "hours | hour"),
    ("duration_h", 1 / 60, "minutes | minute | mins"),
    ("duration_h", 24.0, "days | day"),
    ("duration_h", 168.0, "weeks | week"),
)
# A metre counts as distance only beside these; a day, a week or a minute as duration only beside those.
DISTANCE_CUES = (
    r"\b(?:away|from|apart|outside|of the border|inside|behind|distance|radius|deep|off|beyond|above|advanced)\b"
)
DURATION_CUES = (
    r"\b(?:lasted|lasting|lasts|pause|truce|ceasefire|cease-fire|suspended|closed|blackout|curfew|took|delay\w*|"
    r"halt\w*)\b"
)
NO_DURATION = r"(?:period|ago|later|earlier|before|old|after|a day|per day|a week|into|since|notice)\b"
NO_DURATION_BEFORE = (
    r"(?:past|last|previous|next|in|every|within the|first|of|after|coming|preceding|recent|over the|"
    r"under)\s*(?:the\s+(?:past|last)\s+)?$"
)

MAGNITUDE = r"\bmagnitude(?: of)?\s*$"
# "The death toll rose to 20", "the number of wounded at 24": the new figure of a count.
COUNT_NOUNS = frozenset({"number", "toll", "count", "tally"})
TO_BE: tuple[str, ...] = ("is", "was", "has", "had")
"""Between a person and what became of them: "the second was wounded"."""
EACH_BEFORE, EACH_AFTER = r"(?!)", r"(?: \w+)? each\b"
"""Around a figure that is given for each of the places that follow."""
COUNT_VERBS = r"\b(?:to|at|is|was|reach\w*|hit|stands? at|now|of|passing|exceed\w*|above|surpass\w*|over|total\w*)\s*$"
MORE = frozenset({"more", "other", "further", "additional", "another"})
OBLIQUE_ONE: frozenset[str] = frozenset()
PLURAL = re.compile(r"(?!)")
ADJECTIVE = re.compile(r"")
FATAL = ("fatal", "mortal")  # beginnings of what makes an injury a death
BE = frozenset({"was", "were", "been", "being", "be"})
OR, VICTIMS = frozenset({"or"}), frozenset({"victims", "victim"})
OPENING = frozenset({"as", "following", "because", "amid", "due"})
# "Two died and five were treated at the scene": verbs with which a clause says something else of those counted.
OWN_VERB = re.compile(
    r"are|were|is|was|have|has|had|will|would|could|can|remain(?:s|ed)?|got|sought|underwent|refused|\w{3,}ed"
)
BEFORE_NOUN: frozenset[str] = frozenset({"a", "an", "the"})
"""Words that only a noun can follow."""
IDENTIFYING = frozenset({"are", "were", "is", "was", "have", "has", "had"})
"""Verbs behind which may stand who or where those counted were: then they are a part of those before."""
TRANSITIVE = re.compile(r"killed|wounded|injured|shot|murdered|abducted|kidnapped|massacred|detained|captured")
"""Verbs of which those behind them are the victims."""
DEAD: frozenset[str] = frozenset({"dead"})
"""Words behind those shot that say that they died."""
ATTACK_ON = frozenset({"on", "against"})
NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "n't", "without"})
# Those who say it are none of those counted: "two officials said".
SAYING = frozenset("said told says say tell added confirmed who saying".split())
NOT_PARTS = frozenset({"them", "whom", "those", "which"})
# A person or thing at the end of a counted list: "126 drones and a missile".
SINGULAR = r"(?!.*s$)\w+"
BODIES = r"\s+(?:body|bodies|fatality|death|person (?:has |had )?died)"
MONEY = r"(?:us |u\.s\. )?(?:dollars?|usd|euros?|hryvnias?|roubles?|rubles?|pounds)\b"

# "12 of them children", "including two children", "among them a child".
SUBSET = "of them | of whom | of those | of which | including | among them | among whom | among the | of the"
STATES = {
    "in hospital": "in hospital | hospitali* | taken to hospital | taken to hospitals | to hospital | remain in hospital |"
    " remained in hospital",
    "in serious condition": "serious condition | critical condition | in a serious condition |"
    " in a critical condition | seriously | critically |"
    " in intensive care | severely",
}

TIMES = frozenset("times occasions".split())
TIMES_OF = {
    "violations": r"violat|breach|truce|cease-?fire",
    "shellings": r"shell(?:ed|ing)|mortar",
    "assaults": r"assault|storm|tried to|attempt|advance",
    "attacks": r"attack|shoot|struck|strike|hit|bomb|raid|target|fire",
}
"""What "N times" counts, by a word of its sentence; the first that fits."""
NO_ACT = r"view|watch|shared|quoted"
"""Beside "N times": what is done to a picture or a post."""
NUMBERED = frozenset("update upd unit block reactor phase stage bulletin issue version part gate terminal platform chapter article no".split())
"""Words behind which digits are a number by which a thing is called."""
FELL = ("fell", "crashed", "came")
"""Beginnings of verbs by which a weapon comes down and need not hit anything."""
STAYS = frozenset("remain remains stay stays".split())
"""Verbs between a state and those who are in it: «в больницах остаются девять человек»."""
ARTICLES = r"(?:a|an|one|another)"
# Singular persons whose death or injury counts as one.
PERSONS = (
    "man | woman | person | boy | girl | child | civilian | paramedic | medic | doctor | nurse | driver |"
    " soldier | serviceman | pilot |"
    " resident | worker | employee | journalist | reporter | policeman | police officer | officer | farmer |"
    " pensioner | teenager | infant |"
    " baby | rescuer | firefighter | guard | security guard | volunteer | student | schoolboy | schoolgirl |"
    " villager | local | passerby |"
    " passer-by | cyclist | motorist | passenger | pedestrian | miner | engineer | fighter | militant |"
    " commander | general | colonel |"
    " sailor | priest | teacher | utility worker | aid worker | mother | father | daughter | son | grandmother |"
    " grandfather | toddler |"
    " youth | gunman | suspect | victim | deputy | clerk | couple member | foreigner | tractor driver |"
    " truck driver | bus driver |"
    " 's body | individual | minor | teen | elderly resident | patient | shepherd | fisherman | electrician |"
    " railway worker"
)
WRECK = frozenset("debris fragments wreckage remains parts".split())
"""What is left of the weapons that "of" or "from" names after it: no count of those shot down."""
INHABITED = re.compile(r"\b(?:home to|population of)\s*$")
"""Before a number of people who live somewhere."""
ATTRIBUTIVE = frozenset("civilian passenger fighter patient student worker police".split())
"""Words for persons that also say of what kind a thing is: "a passenger train"."""
CHILDREN = frozenset("boy girl child teenager infant baby toddler minor teen schoolboy schoolgirl daughter son".split())
AGE_AFTER_NAME = re.compile(r"[A-Z][\w.'’-]+ [A-Z][\w'’-]+(?: (?:Jr|Sr)\.)?, \Z")
"""Before a number that is the age of a person: "John Smith, 56,"."""
MARKS = frozenset({"and", "while", "but", "as", "when", "after", "who", "which", "that", "where", "with", "plus"})
PREPOSITIONS = frozenset(
    {"in", "at", "on", "over", "across", "above", "from", "to", "near", "into", "around", "throughout", "within"}
)
NO_NOUN = frozenset(
    "of the in on at over and or were was is are has have had been be by to from with for as after before than "
    "out up who near"
    " above across another near that not also said people's it its their his her while but into during since "
    "until so now all".split()
)
NOT_THINGS = frozenset(
    "times time days day weeks week months month years year nights night per percent hours minutes seconds "
    "degrees million kilometres"
    " points parts sides occasions sources hour p.m a.m o'clock metres stages ways steps reasons rounds".split()
)
ADVERB_COUNTS = {"twice": 2}
FIGURE_VERBS = (
    r"\b(?:claim\w*|put\w*|say\w*|said|speaks?|spoke|reported|counted|gave|gives?|list\w*|number|figure|toll|as|"
    r"estimat\w*|confirm\w*|at|all)\s*$"
)
SCOPES = {
    "night": r"overnight|during the (?:preceding |past |previous )?night|last night|at night|that night|"
    r"in a single night|in the night",
    "day": r"past 24 hours|last 24 hours|past day|in a day|over the day|24-hour",
    "cumulative": r"since (?:the (?:beginning|start|outbreak)|early 20|20\d\d|february|the full-scale|"
    r"the invasion)|so far|in total since",
    "period": r"since |in two days|over the (?:week|month|weekend|past)|this (?:week|month|year)|in (?:january|"
    r"february|march|april|may|june|july|"
    r"august|september|october|november|december)\b|for the whole period",
}

"""English event words of news that is not of war: crime, courts, accidents, fires, disasters, disease, protest.

Terms as in `events`. A longer term stands before the shorter ones in it, so that many of these take a word of war out
of its reading: "fighting the blaze" is no fighting and "on strike" no strike.
"""

EVENTS: dict[str, dict[str, str]] = {
    "clash": {
        "verb": "shootout* | shoot-out* | gunbattle* | gun battle* | traded fire | trading fire | traded gunfire | returned fire | "
        "returning fire | exchanged gunfire | exchange of shots | fired shots | firing shots | fired * shots | fired * rounds | "
        "fired into the crowd | fired on the crowd | fired at the crowd | shots were fired | shots being fired | shots were exchanged | "
        "shots rang out | gunshots rang out | heard gunshots | heard shots | started shooting | began shooting | "
        "started firing | began firing | shooting occurred | shooting happened | shooting took place | "
        "shooting broke out | shooting erupted | gunfire erupted | gunfire broke out | gunfire rang out | "
        "raked by gunfire | raked with gunfire | sprayed with bullets | riddled with bullets | drive-by shooting* | "
        "battled in | battled for | battled near | fought off | beat back | held off | held back | fighting broke out | "
        "fighting erupted | clashes broke out | clashes erupted | violence broke out | violence erupted | "
        "violence was continuing | violence continued | infighting",
        "noun": "shooting | shootings | mass shooting*",
    },
    "bombing": {
        "verb": "bomb went off | bombs went off | device went off | explosive went off | explosives went off | "
        "bomb had gone off | bomb was planted | explosive was placed | explosives were placed | bomb was placed | "
        "blew themselves up | car bomb exploded | truck bomb exploded | roadside bomb exploded | planted by",
        "noun": "bomb attack* | car bombing* | truck bomb* | petrol bomb* | firebomb* | letter bomb* | grenade attack*",
    },
    "explosion": {
        "verb": "blast occurred | blast took place | blast happened | explosion took place | explosion happened | blast hit",
    },
    "fire": {
        "verb": "fire swept | fire raged | fire tore through | fire engulfed | blaze swept | blaze tore through | "
        "blaze engulfed | flames engulfed | set alight | torched | house fire* | apartment fire* | building fire* | "
        "fire was reported | fire happened | fire occurred | smoke was visible | smoke poured | burned to the ground | burnt to the ground",
    },
    "damage": {
        "verb": "toppled | toppling | blew apart | blown apart | tore apart | torn apart | ripped apart | flattened | razed | "
        "in ruins | ransacked | vandali*ed | charred | into piles of | to rubble | swept away",
    },
    "casualties": {
        "verb": "was shot | were shot | been shot | being shot | got shot | was fatally shot | were fatally shot | found shot | "
        "shot and killed | shot and wounded | shot and injured | shot to death | shot in the | shot multiple times | "
        "shot several times | grazed by | gunshot wound* | bullet wound* | stab wound* | struck by a bullet | "
        "struck by bullets | struck by gunfire | hit by gunfire | hit by a bullet | hit by bullets | hit in the crossfire | "
        "caught in the crossfire | struck his | struck her | struck him | hit in the head | hit in the leg | hit in the chest | "
        "hit in the back | was stabbed | were stabbed | been stabbed | stabbed to death | beaten to death | was beaten | were beaten | "
        "trampled | was murdered | were murdered | been murdered | drowned | suffocated | electrocuted | smoke inhalation | bled to death | "
        "was found dead | were found dead | bodies were found | body was found | bodies have been found | body has been found | "
        "remains were found | found the body | found the bodies | bodies of | pronounced dead | declared dead | "
        "fell ill | taken ill | sickened | infected | was run over | were run over | "
        "was hit by a car | was struck by a car | was struck by a vehicle | was hit by a vehicle | received a wound | "
        "trapping people | reported missing | went missing | gone missing",
        "noun": "killings | killings of | murder | murders | homicide* | slayings",
    },
    "detention": {
        "verb": "arrests were made | arrests have been made | arrest was made | made an arrest | made arrests | made * arrests | "
        "placed under arrest | under arrest | house arrest | turned himself in | turned herself in | turned themselves in | "
        "surrendered to police | surrendered to authorities | booked into | held without bail | being held on | held hostage | "
        "held captive | imprisoned | behind bars | nabbed | rounded up | taken to jail | taken to the * jail | "
        "taken to the * county jail | seized hostages | arresting | detaining",
    },
    "displacement": {
        "verb": "evacuations | were abandoned | are abandoned | reportedly abandoned | deserted | uprooted | secured the exit | left the country | has fled | have fled",
    },
    "disruption": {
        "verb": "road was closed | roads were closed | lanes were closed | traffic was diverted | shut off | brought traffic",
    },
    "response": {
        "verb": "charged with | was charged | were charged | been charged | faces charges | facing charges | faces * charges | indicted | "
        "arraigned | pleaded guilty | pleaded not guilty | pleaded no contest | convicted | found guilty | acquitted | on trial | "
        "stand trial | stood trial | appeared in court | went on trial | prosecuted | questioned | wanted for questioning | "
        "wanted in connection | called for backup | were called to | was called to | called to the | responded to | responding to | respond to the scene | "
        "arrived at the scene | arrived on the scene | arrived on scene | cordoned off | sealed off | secured the scene | "
        "cleared the scene | searched for | search for | searching | combing | manhunt | police search | confiscated | seized weapons | "
        "seized drugs | impounded | interrogated | autopsy | autopsies | post-mortem | postmortem | inquest | inquiry into | "
        "opened an inquiry | ordered an inquiry | ordered an investigation | ordered the test | looking for the | looking for two | looking for a | "
        "on the lookout | are being sought | is being sought | being sought by | hunting for | hunt for | appealed for witnesses | underwent surgery | "
        "underwent treatment | undergoing surgery | undergoing treatment | airlifted to | flown to hospital | flown to a hospital | "
        "sent to * hospital | sent to * * hospital | sent to hospital | battled the blaze | battling the blaze | battled the fire | battling the fire | "
        "fought the fire | fought the blaze | fighting the fire | fighting the blaze | fighting fires | "
        "fighting a fire | fighting * fires | fighting * * fires | fighting * wildfire* | dousing | doused | "
        "fire crews | rescue crews | crews were | crews arrived | crews responded | lifeboat* | coastguard | coast guard | "
        "officers arrived | officers responded | deputies responded | deputies arrived | have been informed | has been informed | "
        "were notified | was notified | police raid* | police raided | officers raided | raided homes | raided the home | "
        "search warrant* | assist with the search | paramedics treated | treated by paramedics",
        "noun": "manhunt | trial | search party | rescue effort*",
    },
    "measure": {
        "verb": "put on alert | on high alert | on lockdown | into lockdown | locked down | lockdown | quarantin* | naval blockade | "
        "barred the | barred from | extra patrols | increased patrols | stepped up patrols | sent troops | sending troops | "
        "dispatched troops | dispatching | deploying | evacuation order* | travel warning* | offered a reward | offering a reward | "
        "will be allowed to | would be allowed to | were allowed to",
    },
    "protest": {
        "verb": "went on strike | on strike | general strike* | walked off the job | workers' strike | chanted | chanting | "
        "laid a wreath | laid a * wreath | held a vigil | sit-in | staged a protest | staged a rally | held a rally | "
        "burning * flags | burned * flags | burned effigies | picketed | picketing | marched through | marched to | marched in | "
        "blocked the road | blocked roads | riots broke out | protests broke out | protests erupted | rioting",
        "noun": "vigil | sit-ins",
    },
    "agreement": {
        "verb": "ordered a ceasefire | ordered a * ceasefire | ordered a cease-fire | declared a ceasefire | declared a * ceasefire | "
        "mediate | mediating | arranging talks | arranging * talks | pushing for talks | pushing * peace talks | "
        "talks were | talks have been | talks broke down | talks collapsed | talks scheduled | talks * * were derailed | "
        "to broker a deal | broker a deal | brokering | sent an envoy | negotiating | negotiations moved | negotiations began | "
        "negotiations resumed | met for | struck a deal | reached a deal | reached an agreement",
        "noun": "peace process | treaty",
    },
    "disaster": {
        "verb": "stampede | outbreak of | outbreak at | outbreak in | disease outbreak | epidemic | collided | collision | collisions | pileup | "
        "pile-up | overturned | car crash* | bus crash* | car accident* | head-on | ran off the road | veered off | "
        "plunged off | plunged into a | plunged down | washed away | floodwater* | torrential | blizzard | "
        "snowstorm* | derailment | pipe burst | burst pipe | gas explosion* | crush to",
        "noun": "outbreak | crush",
    },
    "statement": {
        "verb": "lamented | hailed | decried | deplored | paid tribute | expressing concern | is concerned over | "
        "is concerned about | are concerned about | are concerned over | appealing for",
        "lead": "asking the public | asked the public | asks the public | appealed to the public | promising to | lodged a protest | offered his condolences | offered her condolences",
    },
    "assessment": {
        "verb": "it was unclear | it is unclear | remains unclear | remained unclear | not clear whether | not clear how | "
        "appear* to be | appears to have | appeared to have | seems to be | seemed to be | expected to survive | "
        "no sign of | are treating | being treated as | reminder of | reminder that | shows no sign* | show no sign* | war broke out",
        "lead": "are believed to have | is believed to have | were believed to have | was believed to have | "
        "is thought to have | are thought to have | is suspected to have | are suspected to have | toll was expected to | toll is expected to | toll could | toll may | toll might | toll is likely to | "
        "toll was likely to | toll is feared to | number of dead is expected to | number of dead could | "
        "number of casualties could | number of victims could",
    },
    "other": {
        "verb": "happened | occurred | took place | unfolded | erupted | flocked | gathered | drove | walked away | escaped | robbed | "
        "robbery | robberies | burglar* | stole | stolen | theft | altercation | brawl | hijack* | broke into | break-in* | "
        "raped | were involved | rammed | plowed into | ploughed into | knife attack* | stabbing attack* | sexual assault* | sexually assaulted | "
        "assaulted | confrontation",
        "noun": "stabbing | stabbings | incident",
    },
}

NO_EVENT = (
    "heart attack* | panic attack* | in march | on march | since march | last march | of march | early march | late march | "
    "mid-march | by march | until march | from march | march 1* | march 2* | march 3* | march 4* | march 5* | march 6* | "
    "march 7* | march 8* | march 9* | in may | on may | since may | last may | of may | early may | late may | mid-may | "
    "may 1* | may 2* | may 3* | may 4* | may 5* | may 6* | may 7* | may 8* | may 9* | "
    "hit record | hit the road | hits the road | at risk of poverty | fire chief* | fire marshal* | fire officials | "
    "fire and emergency | police and fire | murder trial* | murder charge* | on murder charges | missing link | "
    "landed a job | storm of criticism | flood of calls | flood of | under fire for | came under fire for | "
    "shooting star* | shooting guard | shooting range* | shooting victim* | shooting suspect* | shooting team | the dead man | the dead woman | the dead boy | the dead girl | dead man's"
)
"""Words that contain an event word and tell of no event."""

FORCES = (
    r"troops|soldiers?\b|arm(?:y|ies)\b|militar(?:y|ies)\b|militants?\b|militia\w*|paramilitar\w+|rebels?\b|insurgen\w+|guerr?illas?\b"
    r"|separatists?\b|terror\w*|jihad\w*|islamists?\b|extremists?\b|warlords?\b|armed (?:group|force|men|fighter)\w*|fighters\b"
    r"|(?:\w+(?:an|ish|ese)|israeli|iraqi|pakistani|azerbaijani|thai|government|ground|allied|coalition|enemy|occupation) forces\b"
    r"|defen[cs]e forces?\b|air force\b|marines\b|commandos\b|navy\b|front ?line|cease-?fire|hostage|war crimes?|civil war"
)
"""Words for forces and armed groups: where a report has none, those who shoot are civilians."""

SHOOTING = r"shoot\w*|shot(?! down)\b|shots\b|gun(?:fire|fight|shots?|m[ae]n)\b|open(?:ed|ing|s)? fire|fired (?:on|at|into)"
"""Words of a shooting."""

VEHICLE_HITS = (
    r"(?:car|truck|lorry|van|bus|coach|minibus|suv|pickup|train|tram|motorcycle|vehicle|driver|motorist|taxi|trailer|locomotive)s?\b"
    r"[^.;]{0,60}?(?<!was )(?<!were )(?<!been )(?<!being )"
    r"(?:(?:crash|slam|smash|plow|plough|ramm|driv|veer)\w* into|drove into|drove through|struck|hit|rammed|ran over|mowed down)\b"
)
"""A road vehicle or train that hits somebody or something."""

ON_PURPOSE = r"terror\w*|deliberate\w*|intentional\w*|on purpose|premeditated|attack(?:er|ers)?\b|ramming"
"""Words by which a report says that a collision was meant."""

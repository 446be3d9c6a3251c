"""English words for what is acted on. Read by `languages.compounds`."""

import re

from reportedly.languages.compounds import Compounds as GRAMMAR

__all__ = ["GRAMMAR"]

NOUNS = {
    "residential": "house | home | apartment | flat | dwelling | high-rise | dormitory | hostel | block of flats |"
    " apartment block | apartment building | tower block | residential block | residential area | residential district |"
    " residential quarter | residential neighbourhood | residential neighborhood | housing estate | household | cottage | high-rise block",
    "military": "military unit | air base | airbase | airfield | barracks | position | arsenal | ammunition depot | troops |"
    " command post | warship | aircraft | warplane | bomber | fighter jet | tank | soldier | training ground | infantry | depot of arms |"
    " air-defence system | air defence system | air defense system | radar | launcher | armoured vehicle | military personnel | servicemen | trench",
    "infrastructure": "depot | refinery | power station | substation | power plant | bridge | railway | port | power grid |"
    " infrastructure | pipeline | terminal | tank farm | fuel tank | oil tank | dam | airport | power line | pumping station | railway line | runway | control tower |"
    " nuclear plant | fuel storage tank | oil storage tank | storage tank | oil base",
    "facility": "plant | factory | facility | hospital | school | kindergarten | warehouse | shop | market | supermarket |"
    " church | university | workshop | building | hotel | restaurant | station | enterprise | mosque | museum | office |"
    " mall | clinic | site | tower | café | cafe | library | theatre | theater | college | garage | shed | complex | prison | monastery |"
    " cathedral | temple | synagogue | shopping centre | shopping center | headquarters | power unit | camp | mine shaft",
    "vehicle": "car | bus | minibus | truck | tractor | train | ambulance | vehicle | lorry | van | ship | tanker | boat |"
    " trolleybus | tram | convoy | ferry | freighter | locomotive | motorcycle | trawler | plane | helicopter | airliner",
    "person": "civilian | people | resident | worker | crowd | journalist | passer-by | pedestrian |"
    " employee | passenger | farmer | volunteer | manager",
    "body": "police | prosecutor | rescuer | firefighter | medic | doctor |"
    " authorities | coast guard | rescue team | rescue worker | emergency worker | border guard | paramedic",
    "individual": "man | woman | suspect | student | teenager | official | director | girl | boy",
    "settlement": "city | town | village | settlement",
    "area": "city centre | city center | town centre | playground | field | outskirts | district | centre | territory | park |"
    " quarter | neighbourhood | neighborhood | square | beach",
    "part": "window | roof | ceiling | wall | facade | balcony | fence | glass",
}
"""The kinds of `Target`, terms parted by ``|`` in the singular; ``part``: what breaks on a thing; ``individual``, ``body``: people who are detained, who help and
investigate."""

KIND_OF = {
    "military": "military army naval ammunition munitions arms weapons missile radar air-defence troop",
    "residential": "residential apartment housing",
    "infrastructure": "oil fuel power energy electricity railway rail port water gas pumping electrical",
}
"""What a modifier says of the kind of a thing."""

DETERMINERS = "a an the this that these those its their his her our your my some any each every another other both all no one"
NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands scores several many few"
    " hundred thousand more half first second third fourth"
)
STOPS = (
    "in on at of to from by with for near into onto over under through across against after before during around about"
    " between outside inside behind beside toward towards along amid among upon off out up down and or but as than while when"
    " where which who whom whose if because since until till though although however that what is are was were be been being"
    " am has have had do does did will would can could may might must shall should not only also too again still then there"
    " here just even almost nearly least most it they he she we you i them him us struck hit hits strike destroy damage caught"
    " fell fall blew set left saw burnt burned burn fire fires attack attacks drone drones missiles explosion blast"
    " including causing leaving using hitting via per within without"
)
"""Words that modify no thing."""
VERBAL_ADJECTIVES = (
    "neighbouring neighboring surrounding adjoining burning remaining existing outlying working shopping housing abandoned"
    " parked occupied fortified detached semi-detached armoured unused disused"
)
"""Words in -ed and -ing that may stand before a thing without an article."""

MODIFIES = re.compile(r" (?:bomb|bombing|driver|owner|door|key|worker|staff|crew|captain)s?(?!\w)")
"""Words after a thing that is named by the way: "a car bomb", "a bus driver"."""

PART_OF = re.compile(
    r"(?<!\w)((?:roofs?|facades?|wings?|upper floors?|top floors?|floors?|balcon(?:y|ies)|entrance|courtyard|grounds|corner|"
    r"workshops?|warehouses?|buildings?|premises|staff|employees|crew|part|parts|centre|center|outskirts) of (?:(?:an?|the|one|its|their|several|two|three) )?)$"
)
"""A part of a thing before the thing."""
GOVERNS = re.compile(r"([a-z'-]+) (?:(?:the|an?|its|their|one of|one|two|three|four|five|several|another|some|at least|more than|about|this|that|[0-9.,]+) )*$")
"""The word before a phrase and its determiners."""
PASSIVE = re.compile(r"(?<!\w)(?:was|were|been|being|be|came|comes?|coming|under|suffered|subjected|rocked|caught|burn\w*|on fire)(?!\w)")
"""Words that say that what stands before them was acted on, and did not act."""
PREPOSITIONS = frozenset("in at on of to from with for near after before against under over into about among between through".split())
"""Words before a thing that is not the subject of its clause."""
WHERE = ("in", "at", "inside", "within")
"""Words before a thing that say where something was, not what was hit; in languages with cases with the locative."""
AWAY = frozenset(
    "near from outside behind beside opposite beyond past by via towards toward with for without between".split()
)
"""Words before a thing that is not what was hit."""
BARE = frozenset({"hospital", "school", "home", "church", "prison", "university", "college"})
BARELY = frozenset({"to", "in", "at", "from", "of"})
"""Words that without an article name no building after these: "taken to hospital", "at school"."""
MODIFIER = re.compile(
    r".*(?:al|ic|ous|ar|ary|ory|ian|ive|able|ible|ful|ese|ish|less|storey|story|tion|sion|ment|age|ed|ing|ty|[0-9].*|.*-.*)"
)
"""How the words end that may stand before a thing without an article."""
OVER = ("on",)
"""Words that make an area after them the thing that is hit."""
ONTO = re.compile(r"(?<!\w)(?:on|against|over|at|hit|struck|attacked|shelled|bombed|targeted|at) (?:the )?(?:\w+ (?:city|town|region) of )?$")
"""What stands before a region or country that is hit as a whole."""
OF = " of "
OF_PLACE = re.compile(r"(?: of (?:the )?(?:[\w-]+ ){0,4}(?:of )?)")
"""What stands between a thing and the place that it is of."""
JOINS_TOWNS = re.compile(r"(?:,|,? and)(?: (?:the )?(?:\w+ )?(?:city|town|village) of)? ")
EMPTY = frozenset("site position".split())
"""Words that by themselves tell nothing of what was hit."""
AND = " and "
JOINS = re.compile(r"(?:,|,? and|,? as well as)(?: (?:the|an?|its|their|one|two|three|four|five|six|several|some|[0-9.,]+))* ")

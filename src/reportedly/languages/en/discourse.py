"""English turns of phrase that decide what is a claim and of which event. Patterns over folded text."""

COPULA = r"(?:is|was|are|were|became|become|becomes|represents|represented|marks|marked|remains|ranks|has been|have been|put it|makes?|called it)"
"""A predicate that says what something is: with a comparison after it the clause assesses."""

COMMENT = r"comment|respond|response|reply|replied|answer|statement|remark"
"""Words of a bare refusal to speak (rule 34)."""

NUMBER = r"identity|number|figure|how many|breakdown|toll|total|extent|count"
"""What is withheld is a number: it goes with the claim before it."""

SKIP = (
    r"could not (?:independently )?(?:verify|confirm|be (?:independently )?verified|be reached|reach)|(?:it )?could not tell|has not verified"
    r"|unable to (?:independently )?verify|independently verif|cannot be (?:verified|checked)|could not be checked|figures cannot be checked"
    r"|(?:reported|announced|stated|confirmed|wrote|said) this (?:on|in|at|during|via|to)\b|this follows from"
    r"|\bthis (?:was|has been|is) (?:\w+ )?(?:reported|announced|stated|said|confirmed|disclosed) (?:by|in|on)\b"
    r"|subscribe|read more|click here|photo:|image:|file photo|sign up|follow us|reporting by|editing by|for readers joining"
)
"""No claim: what the publisher could not verify, instructions to readers (rules 2 and 33)."""

SUBSET = r"including|of them|of whom|among them|among the|of the (?:wounded|injured|dead)|of these|in hospital|hospitali|critical|serious"

PLANT = r"plant|factory|workshop|mine(?!d)|chemical|manufactur|firecracker|firework|gas (?:leak|explosion|main)|boiler"

DATELINE = (
    r"[^\n]{0,90}?\([^)\n]{2,60}\)\s*(?:[-–—_•]+|--|\ufffd)\s*"
    r"|[A-Z][A-Z .,'-]+(?:, [A-Z][\w. ]+)?(?:, \w+ \d{1,2})?(?:\s+[—–_•-]+|--?)\s+"
    r"|[A-Z][A-Z .,'-]{2,30}\([^)\n]{2,60}\)\s+"
    r"|[A-Z][A-Z .,'-]*(?:/[A-Z][A-Z .,'-]*)?:\s+"
    r"|[A-Z]\w+(?: [A-Z]\w+)?(?:, \w+ \d{1,2})?, [A-Z]{2,9}\s?[—–-]+\s+"
)
"""Place, date and agency at the head of a dispatch (over the text as it is)."""

WAR = (
    r"prisoners? of war|pows?|prisoners?|captivity|troops|soldiers?|militar(?:y|ies)|army|armed forces|defen[cs]e forces|general staff"
    r"|paramilitar\w+|rebels?|militants?|insurgents?|militia|air (?:force|defen[cs]es?)|shell(?:ed|ing)|front ?line|warship|navy"
    r"|ceasefire|cease-fire|truce|hostilities|invaders|occupiers|invasion|sabotage|terrorist|hostages?"
)
"""Words of war: a report with several of them is about one, whatever it tells of."""

BACKGROUND = (
    r"\b(?:came|comes|coming|occurred|happened|took place)\s+(?:just |only |less than )?(?:an?|one|two|three|four|five|several|\d+)\s+"
    r"(?:hours?|days?|weeks?|months?|years?)\s+after\b"
)
"""What follows tells of something before the event spoken of."""

DEED = r"involvement|responsibility|role in|being behind|was behind|having carried out|any part in|hand in"
"""Words for having done it: who denies them denies the attack."""

NO_EVENT = (
    "smoke inhalation | "
    "comments published | published in | published by | used to attack | used to strike | used for attacks | "
    "touch debris | touch the debris | touch * debris | of downed | from downed | a downed | the downed | one downed | of intercepted | from intercepted | the intercepted | "
    "of damaged | the damaged | in damaged | from damaged | enter damaged | repair damaged | of destroyed | the destroyed | "
    "from destroyed | under destroyed | displaced people | displaced persons | displaced families | displaced civilians | displaced palestinians | "
    "displaced residents | internally displaced | displacement camp* | camp for displaced | storm shadow* | storm-z | "
    "attack helicopter* | attack drone* | attack uav* | strike drone* | strike uav* | strike aircraft | strike group* | "
    "assault rifle* | assault brigade* | assault unit* | assault group* | assault detachment* | strike and search | "
    "hunger strike* | mobile fire group* | mobile fire team* | fire brigade* | fire department* | fire service* | "
    "fire and rescue | "
    "fire control | captured on video | captured on camera | captured the explosion | captured the moment | "
    "captured on film | "
    "fell to the ground | fell to his | fell to her | missile defense | missile defence | air raid shelter* | bomb shelter* | "
    "death penalty | dead end | emergency situations | emergencies ministry | emergency ministry | aid group* | "
    "press conference* | missing persons | attack submarine* | rescue fund | investigative committee | "
    "explosives factory | explosives plant | seized the opportunity | struck a deal"
)
"""Words that contain an event word and tell of no event; terms as in the events."""
GROUND = r"air ?defen[cs]e (?:system|battery)|missile system|launchers?|radars?|batter(?:y|ies)|parked|on the ground|at an? (?:airfield|air ?base)"
"""Arms that stand on the ground: destroying them shoots nothing down."""
SINCE = r"since (?:[\w\'’-]+ ){1,6}(?:began|started|erupted|broke out) $"
"""Before the time since when something goes on, which is not that of the event."""
BORN, OF_BIRTH = r"\bborn (?:in |on )?$", r"(?!)"
"""Before and behind the time at which somebody was born."""

"""English nouns for those who act without a name. Patterns over folded text."""

HEADS = (
    r"police(?: officers?| department)?|officers?|deput(?:y|ies)|troopers?|constables?|detectives?|investigators?|authorities|law enforcement"
    r"|prosecutors?|agents?|guards?|sheriff's office|firefighters?|firemen|fire crews?|crews?|rescuers?|rescue (?:teams?|workers?)|paramedics?|medics?"
    r"|doctors?|coast ?guards?|lifeguards?|search teams?|volunteers?|divers|emergency (?:services|crews|workers)"
    r"|gunm[ae]n|attackers?|assailants?|suspects?|shooters?|bombers?|suicide bombers?|robbers?|thieves|hijackers?|kidnappers?|abductors?|intruders?"
    r"|militants?|rebels?|insurgents?|fighters?|soldiers?|troops|separatists?|terrorists?|extremists?|guerrillas?|militia(?:men)?|separatist forces"
    r"|armed (?:groups?|men)|security forces|government forces|commandos|army"
    r"|protesters?|protestors?|demonstrators?|strikers|marchers|rioters?|activists?|crowds?|mobs?|residents|villagers|students|workers|teachers|farmers"
    r"|m[ae]n|wom[ae]n|boys?|girls?|teens?|teenagers?|youths?|drivers?|motorists?|inmates?|prisoners?|fugitives?|gangs?|group of \w+"
    r"|diplomats|envoys?|negotiators|officials|lawmakers|the court|judges?|jur(?:y|ors)"
)
"""What the last word of the subject may be."""

DOER = (
    rf"(?:(?:the|a|an|some|several|two|three|four|five|six|many|armed|masked|local|rival|state|city|county|federal|military|riot|other|\d+) )*"
    rf"(?:[\w-]+(?:an|ish|ese|ian|en) )?(?P<head>{HEADS})"
)
LINK = r"(?:(?:has|have|had|also|then|later|still|are|is|were|was|be|being|been|to|reportedly|allegedly|now|already|only|both|eventually|quickly) ){0,3}"
"""What may stand between the subject and its verb."""
PASSIVE = r"(?:was|were|been|being) $"
"""After the subject: it is acted on."""
ARTICLE = r"(?:the|an?) "
BY = "by "
"""What stands before those who act behind a passive; before the verb they stand otherwise."""

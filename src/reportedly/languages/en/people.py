"""English words for what is counted and for who is speaking. Stems or words, folded, parted by spaces."""

PARTS = {
    "household": "household famil",
    "child": "child kid minor infant baby teenager",
    "hospital": "hospital",
    "serious": "serious critical grave",
    "refused": "refus declin",
    "woman": "women woman",
    "passenger": "passenger",
    "medic": "medic doctor nurse",
    "firefighter": "firefighter",
    "rescuer": "rescuer",
    "staff": "staff employee aid",
    "worker": "worker farm",
}
"""The class of a part to the stems that name it."""
OFFICERS = "commander officer instructor fighter soldier"
SOLDIERS = "service soldier troop fighter officer combatant military"
TITLES = (
    "governor mayor head of the a an president minister spokesman spokeswoman spokesperson official "
    "officials channel telegram "
)
"""Not part of anybody's name."""
OFFICES = {
    "governor": r"\bgovernor|\bregion(?:al|'s) head\b|\bhead of (?:the )?(?:[\w-]+ )?(?:region|oblast|krai|republic)\b",
    "mayor": r"\bmayor\b",
}
"""Offices of a place by the words for their holder. Regexes."""
VAGUE = (
    "officials authorities residents eyewitnesses witnesses analysts experts sources source police media "
    "channels bloggers survivors locals people posts footage imagery video expert outlets monitors "
    "researchers site sites "
)
"""Classes of people rather than somebody."""
THINGS = {
    "aircraft": "aircraft plane warplane jet bomber airplane",
    "drone": "drone uav shahed",
    "missile": "missile rocket",
    "bomb": "bomb guided",
    "house": "house home residential apartment block dwelling building",
    "car": "car vehicle truck",
    "violation": "violation breach",
    "shelling": "shelling",
    "prisoner": "prisoner pow",
}
"""The sort of a counted thing to the stems that name it."""
MILITARY_TARGET = r"\bcommand (?:post|centre|center)|commanders|servicemen|soldiers|troops|barracks|ammunition|arms (?:depot|workshop|factor|plant)|military (?:base|airfield|target|facilit|object|industr|enterprise)|air ?base|airfield|defen[cs]e (?:industry|enterprise|plant)|training ground|instructors"
"""Names a target of war in the words of a strike. A regex."""

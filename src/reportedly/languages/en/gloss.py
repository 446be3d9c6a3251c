"""English words for a claim told from its slots."""

EVENT = {
    "strike": "strike",
    "interception": "interception",
    "clash": "fighting",
    "capture": "capture",
    "bombing": "bombing",
    "explosion": "explosion",
    "fire": "fire",
    "damage": "damage",
    "casualties": "casualties",
    "detention": "detention",
    "displacement": "displacement",
    "disruption": "disruption",
    "response": "response",
    "measure": "measure",
    "protest": "protest",
    "agreement": "agreement",
    "disaster": "disaster",
    "statement": "statement",
    "assessment": "assessment",
    "other": "event",
}
POLARITY = {"denied": "not so", "not_reported": "not reported", "withheld": "withheld"}
CERTAINTY = {"probable": "probable", "possible": "possible"}
OF = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "detained": "detained",
    "evacuated": "evacuated",
    "displaced": "displaced",
    "affected": "affected",
    "launched": "launched",
    "intercepted": "shot down",
    "hit": "hit",
    "damaged": "damaged",
    "destroyed": "destroyed",
    "explosions": "explosions",
    "area_m2": "m²",
    "distance_km": "km",
    "duration_h": "h",
    "other": "counted",
}
WEAPON = {
    "drone": "drone",
    "missile": "missile",
    "artillery": "artillery",
    "bomb": "bomb",
    "rocket": "rocket",
    "mine": "mine",
    "small_arms": "small arms",
    "aircraft": "aircraft",
    "vessel": "vessel",
    "other": "munition",
}
ROLE = {"at": "at", "over": "over", "toward": "toward", "from": "from", "near": "near"}
OWN_VOICE = "the publisher"
LABEL = "made by Reportedly from the slots, not a quotation"
"""Shown beside every gloss."""

"""How English counts, lists and bounds; what figures count."""


def plural(count: float) -> int:
    """Which form a noun takes after a number: one report, two reports."""
    return 0 if count == 1 else 1


AND = " and "
MORE = "{count} more"
DECIMAL = "."
AT_LEAST = "at least {low}"
UP_TO = "up to {high}"
BETWEEN = "{low} to {high}"
IN_PLACE = "{what} in {place}"
COUNTED = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "killed.military": "servicemen killed",
    "injured.military": "servicemen injured",
    "missing.military": "servicemen missing",
    "intercepted": "{things} shot down",
    "launched": "{things} launched",
    "hit": "hit",
    "damaged": "damaged",
    "destroyed": "destroyed",
    "affected": "affected",
    "detained": "detained",
    "evacuated": "evacuated",
    "displaced": "displaced",
    "harm": "{things} hit or damaged",
    "hits": "{things} that hit",
    "explosions": "explosions",
    "area_m2": "square metres",
    "distance_km": "kilometres",
    "duration_h": "hours",
    "other.": "things counted",
}
"""What a figure counts, by its topic or the first part of it; ``{things}`` is the sort of thing."""
THINGS = {
    "drone": "drones",
    "missile": "missiles",
    "bomb": "bombs",
    "house": "houses",
    "car": "cars",
    "violation": "violations",
    "shelling": "shellings",
    "prisoner": "prisoners",
}
"""Plurals of the sorts of things; others stand as they are."""
PARTS = {
    "household": "households",
    "child": "children",
    "hospital": "in hospital",
    "woman": "women",
    "passenger": "passengers",
    "medic": "medics",
    "firefighter": "firefighters",
    "rescuer": "rescuers",
    "worker": "workers",
    "part": "a part",
}
"""The parts of all people that a figure can count, where the name of the class is not the word."""
COUNTRIES = {"RU": "Russia", "UA": "Ukraine"}

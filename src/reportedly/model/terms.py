"""The enumerations of the claim schema, as literal types: one name for each closed list of words."""

from typing import Literal, TypeAlias

Polarity: TypeAlias = Literal["affirmed", "denied", "not_reported", "withheld"]
Certainty: TypeAlias = Literal["certain", "probable", "possible"]
EventType: TypeAlias = Literal[
    "strike",
    "interception",
    "clash",
    "capture",
    "bombing",
    "explosion",
    "fire",
    "damage",
    "casualties",
    "detention",
    "displacement",
    "disruption",
    "response",
    "measure",
    "protest",
    "agreement",
    "disaster",
    "statement",
    "assessment",
    "other",
]
SourceKind: TypeAlias = Literal[
    "official",
    "military",
    "media",
    "channel",
    "ngo",
    "organisation",
    "company",
    "expert",
    "witness",
    "anonymous",
    "document",
]
SourceAct: TypeAlias = Literal["says", "confirms", "denies", "speculates", "declines", "cites"]
Named: TypeAlias = Literal["name", "role", "anonymous"]
TargetKind: TypeAlias = Literal[
    "settlement", "facility", "residential", "infrastructure", "military", "vehicle", "person", "area", "other"
]
WeaponType: TypeAlias = Literal[
    "drone", "missile", "artillery", "bomb", "rocket", "mine", "small_arms", "aircraft", "vessel", "other"
]
PlaceKind: TypeAlias = Literal["settlement", "district", "region", "country", "facility", "area"]
PlaceRole: TypeAlias = Literal["at", "over", "toward", "from", "near"]
Precision: TypeAlias = Literal["minute", "hour", "part_of_day", "day", "week", "month", "year"]
QuantityOf: TypeAlias = Literal[
    "killed",
    "injured",
    "missing",
    "detained",
    "evacuated",
    "displaced",
    "affected",
    "launched",
    "intercepted",
    "hit",
    "damaged",
    "destroyed",
    "explosions",
    "area_m2",
    "distance_km",
    "duration_h",
    "other",
]
Bound: TypeAlias = Literal["exact", "about", "at_least", "more_than", "at_most", "range", "vague"]
Scope: TypeAlias = Literal["incident", "night", "day", "period", "cumulative"]
ComparisonKind: TypeAlias = Literal["superlative", "ordinal", "rarity", "trend", "share"]
Relation: TypeAlias = Literal["conflict", "update", "agreement", "compatible", "same_origin"]
Severity: TypeAlias = Literal["error", "warning", "note"]

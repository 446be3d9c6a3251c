"""Claims become incidents: which claims, in which reports and languages, are about one happening in the world."""

from reportedly.incidents.doubts import Doubt, doubts
from reportedly.incidents.extending import Members, extend
from reportedly.incidents.linking import Link, link
from reportedly.incidents.nesting import nesting
from reportedly.incidents.summary import IncidentSummary, incidents, summary

__all__ = [
    "Doubt",
    "IncidentSummary",
    "Link",
    "Members",
    "doubts",
    "extend",
    "incidents",
    "link",
    "nesting",
    "summary",
]

"""Claims become incidents: which claims, in which reports and languages, are about one happening in the world."""

from reportedly.incidents.doubts import Doubt, doubts
from reportedly.incidents.extending import Around, Extended, extend
from reportedly.incidents.linking import Link, link
from reportedly.incidents.nesting import nesting
from reportedly.incidents.summary import IncidentSummary, incidents, summary

__all__ = [
    "Around",
    "Doubt",
    "Extended",
    "IncidentSummary",
    "Link",
    "doubts",
    "extend",
    "incidents",
    "link",
    "nesting",
    "summary",
]

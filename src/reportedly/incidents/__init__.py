"""Claims become incidents: which claims, in which reports and languages, are about one happening in the world."""

from reportedly.incidents.extending import Members, extend
from reportedly.incidents.linking import Link, link
from reportedly.incidents.nesting import nesting
from reportedly.incidents.summary import IncidentSummary, incidents, summary

__all__ = ["IncidentSummary", "Link", "Members", "extend", "incidents", "link", "nesting", "summary"]

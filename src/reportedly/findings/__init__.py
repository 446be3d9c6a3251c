"""Claims and incidents become findings."""

from reportedly.findings import parties
from reportedly.findings.checking import check
from reportedly.findings.noting import coverage_notes
from reportedly.findings.references import DateProblem, Places, References, Variant
from reportedly.findings.registry import all_rules
from reportedly.findings.wording import covered, explain, in_language

__all__ = [
    "DateProblem",
    "Places",
    "References",
    "Variant",
    "all_rules",
    "check",
    "coverage_notes",
    "covered",
    "explain",
    "in_language",
    "parties",
]

"""Records as typed questions: claims compiled to queries, queries put to claims and series, answers with coverage."""

from reportedly.findings.records.asking import Near, answered
from reportedly.findings.records.compiling import questions
from reportedly.findings.records.occurrences import Occurrence, of_reading, of_series
from reportedly.findings.records.over import over
from reportedly.findings.records.told import told

__all__ = ["Near", "Occurrence", "answered", "of_reading", "of_series", "over", "questions", "told"]

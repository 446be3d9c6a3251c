"""The records: what a report, a claim and a finding are. Frozen, plain, without algorithms.

Every record mirrors a table of the claim schema (`docs/reference/claims.md`). Unknown is ``None`` (or an empty
tuple), never a default. All offsets are Unicode code points into ``Report.text``; an interval is half open.
"""

from reportedly.model.records import (
    Actor,
    Candidate,
    Claim,
    Comparison,
    Coverage,
    Decision,
    Edge,
    Finding,
    Incident,
    Mention,
    Place,
    Position,
    Quantity,
    Reading,
    Report,
    Said,
    Source,
    Span,
    Target,
    TimeSpan,
    Weapon,
)
from reportedly.model.wire import decode_reading, encode, json_schema, reading_object

__all__ = [
    "Actor",
    "Candidate",
    "Claim",
    "Comparison",
    "Coverage",
    "Decision",
    "Edge",
    "Finding",
    "Incident",
    "Mention",
    "Place",
    "Position",
    "Quantity",
    "Reading",
    "Report",
    "Said",
    "Source",
    "Span",
    "Target",
    "TimeSpan",
    "Weapon",
    "decode_reading",
    "encode",
    "json_schema",
    "reading_object",
]

"""An answer as code, severity and parameters of a finding."""

from typing import Any

from reportedly.findings.records.query import Answer, Query, phrases
from reportedly.model.terms import Severity

_KINDS = {"contradicted": "record_contradicted", "consistent": "record_supported", "undecidable": "record_undecidable"}
_MOST_DAYS = 5


def told(query: Query, answer: Answer) -> tuple[str, Severity, dict[str, Any]]:
    """What a finding about an ordinal, or about the deadliest attack, says."""
    params: dict[str, Any] = {
        "number": int(query.number or 0),
        "found": answer.found,
        "days": ", ".join(answer.days[-_MOST_DAYS:]) or "—",
        "place": (query.place.name or query.place.text) if query.place else "",
        "rows": answer.coverage.rows,
        "start": answer.coverage.start,
        "end": answer.coverage.end,
        "tried": phrases(answer.tried),
    }
    what = "toll" if query.of == "killed" else "ordinal"
    return f"{_KINDS[answer.outcome]}.{what}", "error" if answer.outcome == "contradicted" else "note", params

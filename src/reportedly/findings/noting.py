"""What was checked against what: silence must never look like a pass."""

from typing import Any

from reportedly.findings.context import in_order
from reportedly.findings.draft import ref
from reportedly.findings.records.superlatives import superlative, superlatives
from reportedly.findings.references import References
from reportedly.findings.rules import ordinal, rarity_contradicted, share, trend
from reportedly.findings.series import coverage, matching
from reportedly.languages.telling import tell
from reportedly.model import Reading


def coverage_notes(reading: Reading, references: References, language: str = "en") -> tuple[str, ...]:
    """One line for each comparison, saying the rows that it was set against or that there was nothing to compare with,
    and one for each kind of check that ran on places and dates, or could not run.

    Raises ``LookupError`` for a language without wording.
    """
    notes = []
    for claim in superlatives(reading):
        scope = claim.comparison.scope if claim.comparison else ""
        query = superlative(reading, claim)
        rows = matching(references.series, query.asked) if query else ()
        covered = coverage(rows)
        if rows:
            span = {"rows": covered.rows, "start": covered.start, "end": covered.end}
            notes.append(_compared("series", language, **span, scope=scope))
        else:
            notes.append(_compared("nothing", language, scope=scope))
    found = (f for rule in (ordinal, rarity_contradicted, share, trend) for f in rule.find(reading, references))
    told = {r for f in found for r in f.claims}
    for claim in in_order(reading):
        compared = claim.comparison
        if compared and compared.kind in ("ordinal", "share", "trend", "rarity") and ref(reading, claim) not in told:
            notes.append(_compared("nothing", language, scope=compared.scope))
    count = len({p.name for c in reading.claims for p in c.places if p.name})
    notes.append(_compared("gazetteer" if references.gazetteer else "no_gazetteer", language, count=count))
    if references.date_problems is None:
        notes.append(_compared("no_calendar", language))
    return tuple(notes)


def _compared(what: str, language: str, **values: Any) -> str:
    return tell(f"compared.{what}", values, language)

"""What was checked against what: silence must never look like a pass."""

from reportedly.findings.references import References
from reportedly.findings.rules.record import question, superlatives
from reportedly.findings.series import coverage, matching
from reportedly.findings.wording import coverage_table
from reportedly.model import Reading


def coverage_notes(reading: Reading, references: References, language: str = "en") -> tuple[str, ...]:
    """One line for each comparison, saying the rows that it was set against or that there was nothing to compare
    with, and one for each
    kind of check that ran on places and dates, or could not run.

    Raises ``LookupError`` for a language without wording.
    """
    words = coverage_table(language)
    notes = []
    for claim in superlatives(reading):
        scope = claim.comparison.scope if claim.comparison else ""
        query = question(reading, claim)
        rows = matching(references.series, query.asked) if query else ()
        covered = coverage(rows)
        if rows:
            notes.append(words["series"].format(rows=covered.rows, start=covered.start, end=covered.end, scope=scope))
        else:
            notes.append(words["no_series"].format(scope=scope))
    others = [
        c.comparison for c in reading.claims if c.comparison and c.comparison.kind in ("ordinal", "trend", "rarity")
    ]
    notes += [words["no_series"].format(scope=o.scope) for o in others]
    count = len({p.name for c in reading.claims for p in c.places if p.name})
    notes.append(words["gazetteer"].format(count=count) if references.gazetteer else words["no_gazetteer"])
    if references.date_problems is None:
        notes.append(words["no_calendar"])
    return tuple(notes)

"""`record_contradicted`, `record_supported`, `record_undecidable`: ordinals and tolls against what is at hand.

Definition: "the second attack on the plant since February" counts attacks of one sort at one place. Earlier ones that
the report itself tells of, and rows of imported series with that place, are counted, those of one day once: more than
the ordinal allows (contradicted), just as many (consistent within coverage), fewer (undecidable). Where words leave the
window open every reading of it is tried, and so are the wider place named beside and the speaker's own side; the
explanation says what each gives. "The deadliest attack" is set against earlier tolls of its place in the same way.
With nothing earlier at hand: a line in `coverage_notes`.
Source: event queries over published claims; claim schema, `comparison`.

Flags: "the first attack on Sumy this year" beside a strike in January · "третий раз за месяц" beside two earlier
strikes of that month (consistent)
Flags: "вп'яте за тиждень" beside one (undecidable)
Does not flag: "the second meeting" (no attack) · "the second attack on the plant" with none before it at hand
"""

from collections.abc import Iterator

from reportedly.findings.draft import finding
from reportedly.findings.records import answered, of_reading, of_series, questions, told
from reportedly.findings.references import References
from reportedly.model import Finding, Reading

CODES = (
    "record_contradicted.ordinal",
    "record_supported.ordinal",
    "record_undecidable.ordinal",
    "record_contradicted.toll",
    "record_supported.toll",
    "record_undecidable.toll",
)
PAIRWISE = True


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each question with an earlier attack or toll at hand."""
    queries = tuple(questions(reading))
    known = (*of_reading(reading), *of_series(references.series)) if queries else ()
    for query in queries:
        answer = answered(query, lambda place: known, references.side_of)
        if answer is not None:
            own = {ref.partition("#")[2] for ref in answer.refs}
            code, severity, params = told(query, answer)
            yield finding(
                reading,
                code,
                (*query.claims, *(c for c in reading.claims if c.id in own)),
                severity=severity,
                attribute="killed" if query.of == "killed" else "time",
                coverage=answer.coverage,
                **params,
            )

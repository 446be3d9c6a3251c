"""`vague_source`: "analysts", "local officials", "reports": nobody who could be asked.

Definition: a claim with a link that is anonymous or an unnamed plural; all of a report are one finding.
Source: Reuters Handbook of Journalism and AP guidance on anonymous sources (name, or say why not and how they know).

Flags: "Analysts suggest that ..." · "Источник в экстренных службах сообщил ..."
Does not flag: "Governor Roman Busargin said ..." · "the Ukrainian Air Force said ..."
"""

from collections.abc import Iterator

from reportedly.findings.context import in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.speakers import vague
from reportedly.model import Finding, Reading

CODES = ("vague_source.nobody_named",)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding, with every claim that rests on somebody unnamed."""
    chosen = [c for c in in_order(reading) if any(vague(s) for s in c.sources)]
    if chosen:
        who = list(dict.fromkeys(s.name for c in chosen for s in c.sources if vague(s)))
        yield finding(reading, CODES[0], chosen, severity="note", who=who)

"""`withheld`: somebody who would know declined to say, or the report says that it is not given.

Definition: a claim of polarity `withheld` (not named, not commented on, not given, being clarified); all of a
report are
one finding. A figure that could not be established by anybody is `unknown_figure` instead.
Source: claim schema, rules 13 and 34.

Flags: "He did not specify the target." · "Минобороны не уточнило, сколько самолётов повреждено."
Does not flag: "No casualties were reported." (`not_reported`) · "It could not be established how many had been inside."
"""

from collections.abc import Iterator

from reportedly.findings.context import in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.rules.unknown_figure import not_established
from reportedly.findings.speakers import voucher
from reportedly.model import Finding, Reading

CODES = ("withheld.declined", "withheld.not_given")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding, with every claim that says what was not said."""
    chosen = [c for c in in_order(reading) if c.polarity == "withheld" and not not_established(reading, c)]
    if not chosen:
        return
    by = ", ".join(dict.fromkeys(s.name for c in chosen if (s := voucher(c))))
    if by:
        yield finding(reading, CODES[0], chosen, severity="note", by=by)
    else:
        yield finding(reading, CODES[1], chosen, severity="note")

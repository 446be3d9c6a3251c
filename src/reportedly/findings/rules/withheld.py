"""`withheld`: somebody who would know declined to say, or the report says that it is not given.

Definition: a claim of polarity `withheld` (not named, not commented on, not given, being clarified); all of a report
are one finding. A figure that could not be established by anybody is `unknown_figure` instead; that a request had not
been answered by the time of publication is left out.
Source: claim schema, rules 13 and 34.

Flags: "He did not specify the target." · "Минобороны не уточнило, сколько самолётов повреждено."
Does not flag: "No casualties were reported." (`not_reported`) · "It could not be established how many had been
inside."
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.rules.unknown_figure import not_established
from reportedly.findings.speakers import voucher
from reportedly.model import Claim, Finding, Reading

CODES = ("withheld.declined", "withheld.not_given")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding, with every claim that says what was not said."""
    chosen = [c for c in in_order(reading) if c.polarity == "withheld" and not _left_out(reading, c)]
    if not chosen:
        return
    by = list(dict.fromkeys(s.name for c in chosen if (s := voucher(c))))
    if by:
        yield finding(reading, CODES[0], chosen, severity="note", by=by)
    else:
        yield finding(reading, CODES[1], chosen, severity="note")


def _left_out(reading: Reading, claim: Claim) -> bool:
    """A figure nobody knows, or somebody who has merely not answered yet."""
    return not_established(reading, claim) or (
        claim.event == "statement" and has(reading, evidence(reading, claim), "NO_ANSWER_YET")
    )

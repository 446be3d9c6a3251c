"""`record_contradicted`, `record_supported`, `record_undecidable`: a share against the figures that it is of.

Definition: a comparison of kind `share` of drones or missiles shot down, beside the number launched and the number shot
down by one voice; or of those launched this month or year, where an imported series has its nights. The share reckoned
lies outside what the words allow (contradicted) or inside (consistent); a series with gaps can only lower it, so above
its words it is undecidable. What the figures of another voice give is said beside. Without figures: no finding.
Source: arithmetic; a percentage stands for its rounding, a fraction in words for 5 points either way.

Flags: "half of the 40 drones were shot down" beside "12 were shot down" · "33 of 41 drones shot down, or 80 %" (fits)
Does not flag: "half of the city had power again" (no munitions) · "80 % of the drones were shot down" without figures
"""

from collections.abc import Iterator

from reportedly.findings.draft import finding
from reportedly.findings.records.query import Tried, phrases
from reportedly.findings.records.shares import Reckoned, reckoned
from reportedly.findings.references import References
from reportedly.findings.series import coverage
from reportedly.findings.wording import named
from reportedly.model import Finding, Reading

CODES = ("record_contradicted.share", "record_supported.share", "record_undecidable.share")
PAIRWISE = True
_CODE = {"contradicted": CODES[0], "consistent": CODES[1], "undecidable": CODES[2]}


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each share that can be reckoned."""
    for r in reckoned(reading, references.series):
        yield finding(
            reading,
            _CODE[r.outcome],
            r.claims,
            severity="error" if r.outcome == "contradicted" else "note",
            attribute="launched" if r.rows else "intercepted",
            coverage=coverage(r.rows) if r.rows else None,
            said=r.share.text,
            part=f"{r.part:g}",
            whole=f"{r.whole:g}",
            percent=r.percent,
            tried=phrases(map(_other, r.others)),
        )


def _other(r: Reckoned) -> Tried:
    value = f"{r.part:g} / {r.whole:g} = {r.percent} %"
    return Tried("side", "others", r.outcome, {"whose": named(r.by), "value": value})

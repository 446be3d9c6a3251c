"""`recirculated_media`: text or footage that is said, or found, to be older than what it is shown for.

Definition: a claim about a video, photograph or recording whose words say that it dates from an earlier year or
event.
Source: Verification Handbook: recirculated material is the commonest fault of pictures.

Flags: "The video is from 2018." · "В соцсетях распространяется ролик, но он снят в 2018 году."
Does not flag: "Footage filmed on Tuesday shows the plant on fire." · "The plant was built in 2018."
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, first, has, in_order, sentence
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.model import Claim, Finding, Reading

CODES = ("recirculated_media.older",)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding."""
    chosen = [c for c in in_order(reading) if _older(reading, c)]
    if chosen:
        yield finding(reading, CODES[0], chosen[-1:], severity="warning", attribute="time")


def _older(reading: Reading, claim: Claim) -> bool:
    own = evidence(reading, claim)
    match = first(reading, own, "OLD_MEDIA")
    if match is None or not has(reading, sentence(reading, claim), "MEDIA"):
        return False
    year = (reading.report.published or "")[:4]
    return not (year and year in match.group())

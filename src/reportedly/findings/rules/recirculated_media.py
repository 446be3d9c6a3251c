"""`recirculated_media`: text or footage that is said, or found, to be older than what it is shown for.

Definition: a claim about a video, photograph or recording whose words say that it dates from an earlier year or
event, or that it was filmed or published on a day more than a week before the report.
Source: Verification Handbook: recirculated material is the commonest fault of pictures.

Flags: "The video is from 2018." · "The footage was filmed on 20 July" (in a report of 21 August) ·
"В соцсетях распространяется ролик, но он снят в 2018 году."
Does not flag: "Footage filmed on Tuesday shows the plant on fire." · "The plant was built in 2018."
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, first, has, in_order, sentence
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.lineage.times import published_hour, window
from reportedly.model import Claim, Finding, Reading

CODES = ("recirculated_media.older",)


WEEK = 7 * 24.0
"""Hours that footage may be old in a report of the news."""


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding."""
    chosen = [c for c in in_order(reading) if older(reading, c)]
    if chosen:
        yield finding(reading, CODES[0], chosen[-1:], severity="warning", attribute="time")


def older(reading: Reading, claim: Claim) -> bool:
    """Whether a claim says of footage that it is older than what it is shown for."""
    own = evidence(reading, claim)
    if not has(reading, sentence(reading, claim), "MEDIA"):
        return False
    if has(reading, own, "MEDIA") and has(reading, own, "FILMED") and _long_ago(reading, claim):
        return True
    match = first(reading, own, "OLD_MEDIA")
    year = (reading.report.published or "")[:4]
    return match is not None and not (year and year in match.group())


def _long_ago(reading: Reading, claim: Claim) -> bool:
    there, told = window(claim.time), published_hour(reading.report.published)
    return there is not None and told is not None and told - there.end > WEEK

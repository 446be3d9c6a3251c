"""`impossible_date`: a date that cannot be: 31 June, a weekday that the date does not have, an event after publication.

Definition: what the calendar look-up of the references reports, and a claim of certainty `certain` on a happening
whose time begins after the day of publication.
Source: calendar arithmetic (ISO 8601).

Flags: "On Monday, 2 July 2025, a drone hit ..." (a Wednesday) · "31 июня беспилотник атаковал ..."
Does not flag: "The truce is to begin on 5 July" (a plan) · "On Tuesday, 1 July 2025, a drone hit ..."
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.findings.context import in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.model import Claim, Finding, Reading

CODES = ("impossible_date.weekday_mismatch", "impossible_date.no_such_date", "impossible_date.after_publication")
_YEAR = re.compile(r"20\d\d")
_HAPPENINGS = frozenset(
    {"strike", "interception", "clash", "capture", "bombing", "explosion", "fire", "damage", "casualties"}
)


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each impossible date that stands in or beside a claim."""
    claims = in_order(reading)
    published = _day(reading.report.published)
    said = False
    if references.date_problems:
        for problem in references.date_problems(reading.report):
            hit = _nearest(claims, problem.start)
            code = f"impossible_date.{problem.reason}"
            dated = bool(published) or bool(_YEAR.search(problem.text))
            if hit and dated and code in CODES and (code != CODES[2] or _happened(hit)):
                said = True
                yield finding(
                    reading, code, [hit], severity="error", attribute="time", date=problem.text, published=published
                )
    late = [c for c in claims if published and _after(c, published)]
    if late and not said:
        words = late[0].time.text if late[0].time else ""
        yield finding(reading, CODES[2], late[:1], severity="error", attribute="time", date=words, published=published)


def _after(claim: Claim, published: str) -> bool:
    """A day of grace: local time may be ahead of the publisher's."""
    return (
        claim.time is not None
        and _happened(claim)
        and bool(_YEAR.search(claim.time.text))
        and claim.time.precision in ("minute", "hour", "part_of_day", "day")
        and claim.time.start[:10] > _next_day(published)
    )


def _happened(claim: Claim) -> bool:
    return claim.event in _HAPPENINGS and claim.certainty == "certain" and claim.polarity == "affirmed"


def _day(published: str | None) -> str:
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return ""


def _next_day(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return "9999-12-31"


def _nearest(claims: tuple[Claim, ...], at: int) -> Claim | None:
    inside = [c for c in claims if c.start <= at < c.end]
    return inside[0] if inside else min(claims, key=lambda c: min(abs(c.start - at), abs(c.end - at)), default=None)

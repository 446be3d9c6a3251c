"""``recirculated_media``: footage on which some reports rest is by another of them older than what it is shown for.

Flagged: a channel and an outlet show a fire at a port "on video"; a third report of that night says that the video was
filmed a month before.
Not flagged: reports that rest on witnesses; footage that nobody calls old.

Which recording is meant is not known from texts: the finding names those that rest on footage, to be compared.
"""

from collections.abc import Iterable

from reportedly.findings.across.draft import finding, position, reported
from reportedly.findings.context import evidence, has
from reportedly.findings.rules.recirculated_media import older
from reportedly.findings.wording import stand
from reportedly.lineage.board import Account, Board, Case
from reportedly.model import Claim, Finding, Reading

SHOWN = ("strike", "explosion", "fire", "damage", "disaster", "bombing", "clash")


def _dated(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if older(reading, c)]


def _shows(a: Account) -> bool:
    """Whether an account tells what footage shows, and takes it for the event."""
    event = a.claim.event in SHOWN and a.claim.polarity == "affirmed"
    return event and has(a.reading, evidence(a.reading, a.claim), "MEDIA") and not older(a.reading, a.claim)


def _case(board: Board, case: Case) -> Iterable[Finding]:
    firsts = {a.report: a for a in reversed(case.accounts)}
    old = [_as_told(board, a, claims[-1]) for a in firsts.values() if (claims := _dated(a.reading))]
    reports = {a.report for a in old}
    shown = [a for a in case.accounts if a.report not in reports and _shows(a)]
    if old and shown:
        yield finding(
            "recirculated_media.shown",
            (*shown, *old),
            severity="warning",
            attribute="time",
            positions=(position(stand("footage"), shown), position(stand("older"), old)),
            reports=[reported(a) for a in {a.report: a for a in shown}.values()],
            other=[reported(a) for a in old],
        )


def _as_told(board: Board, a: Account, claim: Claim) -> Account:
    """Another claim of the same report as an account; it can belong to the day on which the footage was made."""
    return a._replace(ref=f"{a.report}#{claim.id}", claim=claim, voice=board.voices.of(a.reading, claim))


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _case(board, case)

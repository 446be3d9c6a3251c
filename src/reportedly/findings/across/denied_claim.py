"""``denied_claim``: asserted by one, denied by another.

Flagged: a ministry's capture of a town, denied by the other side's spokesman; a rumour of an evacuation, called fake;
a ministry's strike on a port, where the governor says that nothing was hit that night.
Not flagged: "no casualties" beside damage; a denial that nobody's claim in these reports answers.
"""

from collections.abc import Iterable

from reportedly.findings.across.draft import finding, ordered, position, voices
from reportedly.findings.wording import stand
from reportedly.lineage.board import Account, Board, Case
from reportedly.lineage.geo import closest, finest, held
from reportedly.lineage.origins import OFFICIAL, Origins, origins_of
from reportedly.lineage.wording import shared, stems
from reportedly.model import Finding

COUNTS = (*OFFICIAL, "ngo", "organisation")
"""Whose word is shown beside a denial, and not that of outlets and channels, where there is one."""
DENIABLE = ("strike", "capture", "clash", "bombing", "displacement", "detention", "other", "disaster")


def _about(denial: Account, claim: Account) -> bool:
    """Whether a claim is what a denial denies: same event, another voice, targets that do not differ plainly."""
    if denial.claim.event != claim.claim.event or denial.voice.key == claim.voice.key:
        return False
    a, b = denial.claim.target, claim.claim.target
    if a is None or b is None or denial.claim.event in ("capture", "displacement", "detention"):
        return True
    return a.kind == b.kind or shared(stems(a.name), stems(b.name)) > 0


def _rumour(a: Account) -> bool:
    return a.claim.certainty == "possible"


def _same_target(a: Account, b: Account) -> bool:
    """Whether both name one thing; a town says only where it was."""
    one, two = a.claim.target, b.claim.target
    if one is None or two is None or {one.kind, two.kind} & {"settlement", "area"}:
        return False
    return shared(stems(one.name), stems(two.name)) >= 0.5


def _nothing_there(denial: Account, claim: Account) -> bool:
    """Whether an authority says that nothing was struck in its country where another side says that it struck."""
    place, side = finest(denial.claim.places), denial.voice.side
    if denial.claim.event != "strike" or denial.claim.target is not None or denial.voice.kind not in OFFICIAL:
        return False
    if place is None or side != place.country or claim.voice.side in (None, side):
        return False
    return closest(held(denial.claim.places), held(claim.claim.places)) in ("same", "within")


def _once(origins: Origins, accounts: Iterable[Account]) -> list[Account]:
    """The first claim of each origin in each report."""
    out: dict[tuple[str, str], Account] = {}
    for a in ordered(accounts):
        out.setdefault((a.report, origins[a]), a)
    return list(out.values())


def _needs_several(said: list[Account], against: list[Account]) -> bool:
    """Whether it takes several reports to see: the denial stands in several, or in none beside what it denies."""
    deniers = {a.report for a in against}
    return bool(said) and bool(deniers) and (len(deniers) > 1 or not deniers & {a.report for a in said})


def pairs_of(case: Case, event: str) -> list[tuple[Account, Account]]:
    """Denials of one event and the claims that they deny."""
    denials = [a for a in case.accounts if a.claim.event == event and a.claim.polarity == "denied"]
    claims = [a for a in case.accounts if a.claim.event == event and a.claim.polarity == "affirmed"]
    pairs = [(d, c) for d in denials for c in claims if _about(d, c)]
    if event in ("strike", "other"):
        pairs = [(d, c) for d, c in pairs if _rumour(c) or _same_target(d, c) or _nothing_there(d, c)]
    if any(c.voice.kind in COUNTS for _, c in pairs):
        pairs = [(d, c) for d, c in pairs if c.voice.kind in COUNTS and (c.voice.side or "") != d.voice.side]
    return pairs


def _one(case: Case, origins: Origins) -> Iterable[Finding]:
    for event in DENIABLE:
        pairs = pairs_of(case, event)
        against = _once(origins, (d for d, _ in pairs))
        said = _once(origins, (c for _, c in pairs))
        several = event == "capture" and len({a.report for a in said}) > 1
        if not several and not _needs_several(said, against):
            continue
        yield finding(
            "denied_claim.denied",
            (*said, *against),
            severity="warning",
            relation="conflict",
            positions=(position(stand("affirmed"), said), position(stand("denied"), against)),
            one=voices(said),
            other=voices(against),
        )


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _one(case, origins_of(board, case))

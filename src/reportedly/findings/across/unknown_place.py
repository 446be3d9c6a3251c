"""``unknown_place``: a name that no gazetteer knows, and the place that another report has for the same account.

Flagged: a channel's attack on "Izhokov" in one report, on Izhevsk in another that relays the same channel, or has the
same words.
Not flagged: an unknown village that no other report tells of. The candidate is named and never linked by itself.
"""

from collections.abc import Iterable

from rapidfuzz import fuzz

from reportedly.findings.across.aligning import COPIED_SHARE
from reportedly.findings.across.draft import finding, reported
from reportedly.findings.wording import named
from reportedly.lineage.board import Account, Board, Case
from reportedly.lineage.geo import finest
from reportedly.lineage.names import skeleton
from reportedly.lineage.origins import Origins, origins_of
from reportedly.lineage.wording import contained
from reportedly.model import Finding, Place

ALIKE = 55.0


def _candidate(case: Case, origins: Origins, a: Account, unknown: Place) -> tuple[Account, Place] | None:
    best: tuple[float, Account, Place] | None = None
    for b in case.accounts:
        place = finest(b.claim.places)
        if b.report == a.report or place is None or place.name is None or b.claim.event != a.claim.event:
            continue
        alike = fuzz.ratio(skeleton(unknown.text), skeleton(place.name))
        one = origins[a] == origins[b] or contained(a.words, b.words) >= COPIED_SHARE
        if alike >= ALIKE and one and (best is None or alike > best[0]):
            best = alike, b, place
    return best[1:] if best else None


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) < 2:
            continue
        origins = origins_of(board, case)
        told: set[str] = set()
        for a in case.accounts:
            for p in a.claim.places:
                if p.name is not None or p.text in told:
                    continue
                hit = _candidate(case, origins, a, p)
                if hit is None:
                    continue
                told.add(p.text)
                yield finding(
                    "unknown_place.reports",
                    (a, hit[0]),
                    severity="warning",
                    attribute="place",
                    name=p.text,
                    candidate=hit[1].name,
                    report=reported(hit[0]),
                    source=named(origins[hit[0]].partition("@")[0]),
                )

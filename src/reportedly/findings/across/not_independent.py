"""``not_independent``: claims in several reports that go back to one origin.

Flagged: three reports give the governor's "two injured"; a digest cites a channel that itself cites SHOT.
Flagged too: an unattributed account in the same words at two outlets.
Not flagged: the governor and the ministry both say 12; two reports quote unnamed residents.

Said where it would be counted: in three reports or more, where the claim stands in a conflict, or where a channel, an
unnamed source, a body with a count of its own, a party on its own deeds or a rare figure is repeated (the family tree
of the incident shows the rest). One finding an origin and incident: the group of claims that shows the dependence best
(most reports, then the rarest shared figures; common small numbers weigh little). Without a shared figure, the shared
account.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.findings.across.aligning import surprise
from reportedly.findings.across.denied_claim import DENIABLE, pairs_of
from reportedly.findings.across.draft import finding, ranged, reported
from reportedly.findings.wording import named
from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.geo import finest
from reportedly.lineage.origins import figures_of, origins_of, same_value
from reportedly.lineage.values import Range
from reportedly.lineage.wording import contained, words
from reportedly.model import Finding

CONTESTED = ("count_conflict", "contradictory_accounts", "denied_claim", "scope_differs")
COPIED_WORDS = 8
COPIED_SHARE = 0.8
MOST_COMPARED = 200
"""Accounts of one incident beyond this are not compared word by word; exact figures and names still are."""
BODIES = ("ngo", "organisation", "expert")
LOOSE = ("channel", "anonymous", "witness")
"""Kinds of origin whose repetition is easily taken for confirmation."""
WORDS = ("statement", "assessment", "response", "measure")
RARE_BITS = 9.0
"""Bits of shared figures from which two reports alone show their dependence: 48 and 12 in common, or 617."""


def _by_figure(case: Case, accounts: list[Account]) -> list[tuple[list[Account], tuple[Figure, ...]]]:
    """Groups of accounts that repeat figures of each other."""
    groups: list[tuple[list[Account], list[Figure]]] = []
    for account in accounts:
        mine = figures_of(case, account)
        joined: tuple[list[Account], list[Figure]] = ([account], list(mine))
        for group in list(groups):
            if any(same_value(x, y) for x in mine for y in group[1]):
                joined = ([*group[0], *joined[0]], [*group[1], *joined[1]])
                groups.remove(group)
        groups.append(joined)
    return [(a, tuple(f)) for a, f in groups if len({x.report for x in a}) > 1]


def _shared(figures: tuple[Figure, ...]) -> list[Range]:
    out = []
    for i, x in enumerate(figures):
        if any(same_value(x, y) and x.account.report != y.account.report for y in figures[i + 1 :]):
            out.append(x.range)
    return list(dict.fromkeys(out))


def _by_event(accounts: list[Account], figured: frozenset[str]) -> list[list[Account]]:
    """Groups that tell of one event; accounts with figures of their own are not the same for it."""
    rooms: dict[str, list[Account]] = defaultdict(list)
    for a in accounts:
        told = a.claim.event not in WORDS and a.claim.polarity == "affirmed"
        if told and (a.voice.kind in LOOSE or a.ref not in figured):
            rooms[a.claim.event].append(a)
    return [g for g in rooms.values() if len({x.report for x in g}) > 1]


def _publishers(group: Sequence[Account]) -> int:
    """A channel's own two posts are no two witnesses to begin with."""
    return len({a.reading.report.publisher or a.report for a in group})


def _reports(group: Sequence[Account]) -> int:
    return len({a.report for a in group})


def _groups(case: Case, accounts: list[Account]) -> list[tuple[list[Account], list[Range]]]:
    """The groups of one origin's accounts that show that they are one: by shared figures, by the event told."""
    figured = [(g, values) for g, f in _by_figure(case, accounts) if (values := _shared(f))]
    events = _by_event(accounts, frozenset(f.ref for f in case.figures))
    groups = [*figured, *((g, list[Range]()) for g in events)]
    if accounts[0].voice.kind == "channel":
        told = [a for a in accounts if a.claim.event not in WORDS and a.claim.polarity == "affirmed"]
        return [(told, max((v for _, v in figured), key=len, default=[]))] if _reports(told) > 1 else []
    return [(_fewest(case, g, set(values)), values) for g, values in groups]


def _fewest(case: Case, group: list[Account], values: set[Range]) -> list[Account]:
    """Of each report as few claims as have all its shared totals; one where the event is what is shared."""
    out: list[Account] = []
    for report in dict.fromkeys(a.report for a in group):
        rows = {a.ref: a for a in group if a.report == report}
        totals = {
            ref: {f.range for f in figures_of(case, a) if f.range in values and f.part is None and f.place is None}
            for ref, a in rows.items()
        }
        left = set().union(*totals.values())
        first = True
        while left or first:
            ref = max(totals, key=lambda r: (len(totals[r] & left), -rows[r].order))
            out.append(rows[ref])
            left -= totals[ref]
            first = False
    return out


def _counts(group: list[Account], values: list[Range], contested: frozenset[str]) -> bool:
    """Whether the dependence matters: many reports, a contested claim, an origin that vouches for little, or figures so
    rare that whoever has them has them from there.
    """
    kind, event = group[0].voice.kind, group[0].claim.event
    loose = kind in LOOSE or (kind in BODIES and (bool(values) or event in ("capture", "clash", "strike")))
    rare = sum(map(surprise, values)) >= RARE_BITS
    return _reports(group) > 2 or loose or rare or any(a.ref in contested or _own_deed(a) for a in group)


def _own_deed(a: Account) -> bool:
    """A party to the conflict on its own strike or advance in the other's country."""
    place = finest(a.claim.places)
    deed = a.claim.event in ("strike", "capture") and a.voice.kind in ("official", "military")
    return deed and bool(a.voice.side) and place is not None and place.country not in (None, a.voice.side)


def _findings(board: Board, case: Case, contested: frozenset[str]) -> Iterable[Finding]:
    origins = origins_of(board, case)
    by_origin: dict[str, list[Account]] = defaultdict(list)
    for account in case.accounts:
        by_origin[origins[account]].append(account)
    for origin, accounts in sorted(by_origin.items()):
        groups = _groups(case, accounts) if _reports(accounts) > 1 else []
        groups = [g for g in groups if _counts(*g, contested)]
        groups = [g for g in groups if _publishers(g[0]) > 1]
        if not groups:
            continue
        group, values = max(groups, key=lambda gv: (any(a.ref in contested for a in gv[0]), *_strength(*gv)))
        yield finding(
            "not_independent.figure" if values else "not_independent.account",
            group,
            severity="note",
            relation="same_origin",
            reports=reports(group),
            values=[ranged(v) for v in values],
            origin=named(origin),
            count=_reports(group),
        )


def reports(group: Sequence[Account]) -> list[Any]:
    """The reports by their publishers, by their ids where unknown or where one publisher has several, as phrases."""
    firsts = {a.report: a for a in reversed(group)}
    names = [a.reading.report.publisher for a in firsts.values()]

    def one(a: Account) -> Any:
        publisher = a.reading.report.publisher
        several = publisher and names.count(publisher) > 1
        return {"code": "report.one", "publisher": publisher, "id": a.report} if several else reported(a)

    return [one(a) for a in sorted(firsts.values(), key=lambda a: (a.reading.report.publisher or "report", a.report))]


def _strength(group: list[Account], values: list[Range]) -> tuple[int, bool, float, int]:
    return _reports(group), bool(values), sum(map(surprise, values)), -group[0].order


def _copied(case: Case, told: frozenset[str]) -> Iterable[Finding]:
    """Accounts without a source that stand in several publishers' reports in the same words."""
    own = [a for a in case.accounts if a.voice.own and a.ref not in told and len(words(a.words)) >= COPIED_WORDS]
    groups: list[list[Account]] = []
    for a in own[:MOST_COMPARED]:
        home = next((g for g in groups if contained(g[0].words, a.words) >= COPIED_SHARE), None)
        if home is None:
            groups.append([a])
        elif all(b.report != a.report for b in home):
            home.append(a)
    for group in groups:
        if _publishers(group) > 1:
            yield finding(
                "not_independent.copied",
                group,
                severity="note",
                relation="same_origin",
                reports=reports(group),
                count=_reports(group),
            )


def _contested(board: Board, others: Sequence[Finding]) -> frozenset[str]:
    """Claims that stand in a conflict, by other rules or by a denial in the same report."""
    found = {c for f in others if f.kind in CONTESTED for c in f.claims}
    denied = {c.ref for case in board.cases for event in DENIABLE for _, c in pairs_of(case, event)}
    return frozenset(found | denied)


def find(board: Board, others: Sequence[Finding] = ()) -> Iterable[Finding]:
    """``others``: the findings of the other rules, for what is contested."""
    contested = _contested(board, others)
    for case in board.cases:
        if len(case.reports) > 1:
            named = tuple(_findings(board, case, contested))
            yield from named
            yield from _copied(case, frozenset(c for f in named for c in f.claims))

"""``corroborated``: compatible claims of at least two independent origins; the sides that they stand on are said.

Flagged: the governor and the UN's own monitors count 18 dead; the attacked side's governor and the attacker's service
both say that the plant burnt. Not flagged: two wires that quote one governor; unnamed "reports".
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.findings.across.draft import finding, ranged, reported, voices
from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.geo import fineness, finest
from reportedly.lineage.names import vague
from reportedly.lineage.origins import Origins, origins_of, same_value, vaguely
from reportedly.lineage.series import counted, outside
from reportedly.lineage.values import INF, Range, meet, point
from reportedly.lineage.voices import both_sides
from reportedly.model import Finding

EVENTS = ("strike", "fire", "explosion", "disaster", "bombing")


def sides(accounts: Iterable[Account]) -> list[str]:
    return sorted({a.voice.side for a in accounts if a.voice.side})


def told_sides(accounts: Iterable[Account]) -> dict[str, Any]:
    """How many sides the origins stand on, as a phrase."""
    known = sides(accounts)
    code = "sides.both" if len(known) > 1 else "sides.one" if known else "sides.none"
    return {"code": code, "sides": [{"country": side} for side in known]}


def _weight(account: Account) -> bool:
    voice = account.voice
    own = voice.own and not outside(account)
    somebody = voice.named and not (voice.state and vague(voice.name))  # "Russian officials" are no one witness
    return somebody and not own and voice.kind != "channel" and account.claim.certainty != "possible"


def _agree(a: Figure, b: Figure) -> bool:
    if a.topic != b.topic or a.part != b.part or a.place != b.place:
        return False
    one, two = (f.quantity.value or point(f.range) for f in (a, b))
    return same_value(a, b) or (meet(a.range, b.range) and one == two)


def _apart(group: list[Figure]) -> bool:
    """Whether the counts can have been made apart: on two sides, or by a body that counts for itself.

    Offices of one side mostly pass one count on.
    """
    bodies = {outside(g.account) for g in group}
    return len(bodies) > 1 or len(sides(g.account for g in group)) > 1


def _located(a: Account) -> bool:
    """Whether the account says where, more closely than a region."""
    place = finest(a.claim.places)
    if place is None or fineness(place) > 2:
        return False
    text = a.reading.report.text
    first, last = min(a.claim.start, (place.span or (a.claim.start, 0))[0]), max(a.claim.end, (place.span or (0, 0))[1])
    told = place.span is None or "\n" not in text[first:last] and ". " not in text[first : last - 1]
    return (
        told or a.claim.event != "strike" or a.voice.side in (None, place.country)
    )  # where a side struck it must say itself


def _figures(case: Case, origins: Origins) -> Iterable[Finding]:
    rooms: dict[tuple[str, str | None, str | None], list[Figure]] = defaultdict(list)
    for f in case.figures:
        if counted(f.account) and _weight(f.account) and f.topic in ("killed", "injured"):
            rooms[f.topic, f.part, f.place].append(f)
    best: tuple[float, list[Figure]] | None = None
    for figures in rooms.values():
        for f in figures:
            group = [g for g in figures if _agree(f, g)]
            legs = {origins[g.account] for g in group}
            if _apart(group) and len(legs) > 1 and len({g.account.report for g in group}) > 1:
                score = len(legs) * 1000.0 + point(f.range) + (500.0 if f.topic == "killed" else 0.0)
                if best is None or score > best[0]:
                    best = score, group
    if best is not None:
        group = best[1]
        firsts = list({origins[g.account]: g for g in reversed(group)}.values())
        value = Range(max(g.range.low for g in firsts), min(INF, *(g.range.high for g in firsts)))
        yield _finding("corroborated.figure", [g.account for g in firsts], firsts[0].quantity.of, value=ranged(value))


def _both(case: Case) -> Iterable[Finding]:
    """A figure that one report has from both sides of the conflict, in another report as well."""
    for f in case.figures:
        if not any(both_sides(s.name) for s in f.account.claim.sources) or point(f.range) < 10 or vaguely(f):
            continue
        others = [g for g in case.figures if g.account.report != f.account.report and _agree(f, g)]
        firsts = list(
            {g.account.report: g for g in reversed(others) if g.account.claim.polarity == "affirmed"}.values()
        )
        if firsts:
            group = [f.account, *(g.account for g in firsts)]
            yield finding(
                "corroborated.both",
                group,
                severity="note",
                relation="agreement",
                attribute=f.quantity.of,
                value=ranged(f.range),
                reports=[reported(a) for a in group],
            )
            return


def _finding(code: str, accounts: list[Account], attribute: str | None, **params: Any) -> Finding:
    return finding(
        code,
        accounts,
        severity="note",
        relation="agreement",
        attribute=attribute,
        by=voices(accounts),
        sides=told_sides(accounts),
        **params,
    )


def _fewest(legs: Iterable[Account]) -> list[Account]:
    """One leg a side, the closest to its speaker: as few as show it."""
    best: dict[str, Account] = {}
    for a in sorted(legs, key=lambda a: (len(a.claim.sources), a.told, a.ref)):
        if a.voice.side:
            best.setdefault(a.voice.side, a)
    return list(best.values())


def _tells(a: Account, event: str) -> bool:
    """Whether a claim is of an event; "600 square metres put out" tells of the fire."""
    put_out = event == "fire" and a.claim.event == "response" and any(q.of == "area_m2" for q in a.claim.quantities)
    return a.claim.event == event or put_out


def _events(case: Case, origins: Origins, contested: frozenset[str]) -> Iterable[Finding]:
    for event in EVENTS:
        if event == "strike" and any(a.ref in contested and a.claim.event == event for a in case.accounts):
            continue
        rows = [a for a in case.accounts if _tells(a, event) and a.claim.polarity == "affirmed" and _weight(a)]
        rows = [a for a in rows if _located(a)]
        legs: dict[str, Account] = {}
        for a in rows:
            if origins[a] not in legs or len(a.claim.sources) < len(legs[origins[a]].claim.sources):
                legs[origins[a]] = a  # the speaker's own report before those that relay it
        chosen = _fewest(legs.values())
        if len({a.report for a in chosen}) > 1 and len(sides(chosen)) > 1:
            yield _finding("corroborated.event", chosen, None)


def find(board: Board, others: Sequence[Finding] = ()) -> Iterable[Finding]:
    """``others``: the findings of the other rules; what is contested is not called corroborated."""
    contested = frozenset(c for f in others if f.kind in ("contradictory_accounts", "denied_claim") for c in f.claims)
    for case in board.cases:
        if len(case.reports) > 1:
            origins = origins_of(board, case)
            yield from _figures(case, origins)
            yield from _both(case)
            yield from _events(case, origins, contested)

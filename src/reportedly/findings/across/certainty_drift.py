"""``certainty_drift``: one word passed on, harder at a later hop.

Flagged: "presumably two drones" by a channel, "two drones" in the report that relays it; "at least 34" and later 34;
35 in hospital in the speaker's post, "35 injured" in the relay; eight aircraft damaged, eight destroyed; 61 killed in a
region, 61 in its town; "no damage reported" told on as "no damage"; a speaker's sentence in a later report's own voice,
or put into somebody else's mouth.
Not flagged: the speaker corrects or confirms; a relay that adds a doubt of its own; figures that differ; two speakers.

Compared are accounts of one origin in different reports: the speaker's own, or where it is not at hand the first relay,
against the later ones; and accounts in the same words, whoever is named. What was lost is named: hedge, bound, that the
figure counted a part, that nothing was reported, the speaker.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from reportedly.findings.across.aligning import COPIED_SHARE, MOST_COMPARED, aligned, pairs
from reportedly.findings.across.draft import finding, position, ranged, reported
from reportedly.findings.wording import named, stand
from reportedly.lineage.board import Account, Board, Case, Figure
from reportedly.lineage.geo import closest, finest, held
from reportedly.lineage.origins import Origins, figures_of, origins_of
from reportedly.lineage.series import as_recalled, moved_scope
from reportedly.lineage.values import INF
from reportedly.lineage.wording import contained
from reportedly.model import Finding

HEDGED = ("probable", "possible")
WORDS = ("statement", "assessment")
HARDER = {(x, "destroyed") for x in ("hit", "damaged", "affected")}
"""What became of things, and what a later hop makes of it."""
TOLLS = ("casualties", "damage", "disruption", "displacement")
MOUTH = 10.0
"""Bits that two accounts must share for one to be the other put into another mouth: more than two counts agree in."""


class Lost(NamedTuple):
    """What a later account lost: the attribute, and how it stood before and stands after (phrases)."""

    attribute: str
    before: Any
    after: Any


def _drift(how: str, **values: Any) -> dict[str, Any]:
    return {"code": f"drift.{how}", **values}


def _hops(a: Account) -> tuple[int, float]:
    return len(a.claim.sources), a.told


def _lost(case: Case, rows: list[Account], first: Account, later: Account) -> Lost | None:
    if first.claim.polarity == "not_reported":
        same = first.claim.event == later.claim.event and later.claim.polarity == "denied"
        silent = same and not first.claim.quantities
        return Lost("polarity", _drift("not_reported"), _drift("denied")) if silent else None
    if later.claim.polarity != "affirmed":
        return None
    for x in figures_of(case, first):
        for y in figures_of(case, later):
            found = _between(x, y)
            if found:
                return found
    hedged = first.claim.certainty in HEDGED and later.claim.certainty == "certain"
    if not hedged or first.claim.event != later.claim.event:
        return None
    shared = {f.range for f in figures_of(case, first)} & {f.range for f in figures_of(case, later)}
    if not (shared or _only(case, rows, first, later)):
        return None
    return Lost("certainty", _drift(first.claim.certainty), _drift("certain"))


def _only(case: Case, rows: list[Account], first: Account, later: Account) -> bool:
    """Whether two accounts without figures can only be of one thing: the origin tells in each report of one such event,
    at one place.
    """
    if figures_of(case, first) or figures_of(case, later) or not aligned(case, first, later):
        return False
    if closest(held(first.claim.places), held(later.claim.places)) != "same":
        return False
    alike = [a for a in rows if a.claim.event == first.claim.event]
    return all(sum(a.report == one.report for a in alike) == 1 for one in (first, later))


def _between(x: Figure, y: Figure) -> Lost | None:
    if x.topic != y.topic or x.place != y.place:
        return None
    exact = y.range.low == y.range.high
    if x.part is not None and y.part is None and x.range == y.range and exact:
        before = _drift("part", value=ranged(x.range), part={"part": x.part})
        return Lost(x.quantity.of, before, _drift("whole", value=ranged(y.range)))
    if x.part == y.part and x.range == y.range and exact and (x.quantity.of, y.quantity.of) in HARDER:
        return Lost(y.quantity.of, _fate(x), _fate(y))
    open_end = x.range.high == INF or x.range.low == 0
    if x.part == y.part and open_end and exact and y.range.low in (x.range.low, x.range.high):
        return Lost(x.quantity.of, ranged(x.range), ranged(y.range))
    return None


def _fate(f: Figure) -> dict[str, Any]:
    """A number of things with what became of them."""
    return _drift("fate", value=ranged(f.range), what={"topic": f.quantity.of})


def _case(case: Case, origins: Origins) -> Iterable[Finding]:
    rooms: dict[str, list[Account]] = defaultdict(list)
    for a in case.accounts:
        if a.claim.polarity in ("affirmed", "not_reported", "denied") and a.claim.event not in WORDS:
            rooms[origins[a]].append(a)
    for origin, accounts in sorted(rooms.items()):
        rows = sorted(accounts, key=_hops)
        own = {a.ref for a in rows if not a.claim.sources} or {a.ref for a in rows if a.report == rows[0].report}
        seen: set[str] = set()
        for first in rows:
            for later in rows:
                if first.report == later.report or later.told < first.told or not later.claim.sources:
                    continue
                lost = _lost(case, rows, first, later)
                if lost is None or lost.attribute in seen or as_recalled(later):
                    continue
                if lost.attribute == "certainty" and first.ref not in own:
                    continue  # a relay's doubt is its own
                if lost.attribute not in ("certainty", "polarity") and _given(case, rows, later, lost.attribute):
                    continue
                seen.add(lost.attribute)
                yield _finding(origin, first, later, lost)


def _given(case: Case, rows: list[Account], later: Account, attribute: str) -> bool:
    """Whether the origin gave the later number as it stands before, in another report: then nothing was lost."""
    values = {f.range for f in figures_of(case, later) if f.part is None and f.quantity.of == attribute}
    return any(
        f.range in values
        for a in rows
        if a.report != later.report and a.told <= later.told
        for f in figures_of(case, a)
        if f.part is None and f.quantity.of == attribute
    )


def _finding(origin: str, first: Account, later: Account, lost: Lost) -> Finding:
    return finding(
        "certainty_drift.hardened",
        (first, later),
        severity="warning",
        attribute=lost.attribute,
        positions=(position(lost.before, [first]), position(lost.after, [later])),
        before=lost.before,
        after=lost.after,
        before_report=reported(first),
        after_report=reported(later),
        source=named(origin.partition("@")[0]),
    )


def _moved_toll(board: Board, case: Case) -> Iterable[Finding]:
    """A toll of a wider place that a relay gives for this one."""
    found = ((f, wide) for f in case.figures if (wide := moved_scope(board, case, f)) is not None)
    for f, wide in {f.account.report: (f, wide) for f, wide in found}.values():
        before, after = (_placed(x) for x in (wide, f))
        yield finding(
            "certainty_drift.moved",
            (wide.account, f.account),
            severity="warning",
            attribute=f.quantity.of,
            positions=(position(before, [wide.account]), position(after, [f.account])),
            before=before,
            after=after,
            after_report=reported(f.account),
            source=named(wide.account.voice.name),
        )


def _placed(f: Figure) -> dict[str, Any]:
    place = finest(f.account.claim.places)
    return {"code": "placed", "value": ranged(f.range), "place": place.name or place.text if place else "?"}


def _spoken(case: Case, origins: Origins) -> Iterable[Finding]:
    """A speaker's words in a later report's own voice, or in the mouth of somebody whose own report has them not."""
    seen: set[str] = set()
    for first, later in pairs(case):
        if not first.voice.named or (first.voice.own and not first.claim.sources) or later.report in seen:
            continue
        if origins[first] == origins[later] or first.voice.name == later.voice.name:
            continue
        if not later.claim.sources and not later.voice.own:
            continue  # the publisher may be the speaker's own office
        if later.claim.sources and (not later.voice.named or _passes_on(first, later)):
            continue
        if not _copied(first, later) and not _moved(case, first, later):
            continue
        seen.add(later.report)
        yield finding(
            "certainty_drift.mouth" if later.claim.sources else "certainty_drift.unattributed",
            (first, later),
            severity="warning",
            attribute="source",
            positions=(position(stand("first"), [first]), position(stand("later"), [later])),
            before=named(first.voice.name),
            after=named(later.voice.name),
            before_report=reported(first),
            after_report=reported(later),
        )


def _copied(first: Account, later: Account) -> bool:
    return contained(first.words, later.words) >= COPIED_SHARE


def _moved(case: Case, first: Account, later: Account) -> bool:
    """Whether a paraphrase lost its speaker: nobody else told the same before, and the later report, which names
    somebody else or nobody for it, has it nowhere from that speaker.

    Another office's word for the same is no moved word but a second one: tolls are everybody's, and of other things
    it must repeat much (`MOUTH`).
    """
    if later.claim.sources and (first.claim.event in TOLLS or aligned(case, first, later) < MOUTH):
        return False
    alike = [a for a in case.accounts if a.claim.event == later.claim.event][:MOST_COMPARED]
    for a in alike:
        if a.ref in (first.ref, later.ref) or not aligned(case, a, later):
            continue
        if a.report == later.report and (a.claim.sources or not a.voice.own):
            return False  # attributed elsewhere in the same report: the lead only runs ahead of its source
        if a.voice.key != first.voice.key and a.told <= later.told and figures_of(case, a):
            return False
    return not any(a.report == later.report and a.voice.key == first.voice.key for a in case.accounts)


def _passes_on(first: Account, later: Account) -> bool:
    """Whether one chain names the other's speaker: then nobody's words were moved."""
    one, two = ({s.name for s in a.claim.sources} for a in (first, later))
    return bool(one & two)


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            origins = origins_of(board, case)
            yield from _case(case, origins)
            yield from _moved_toll(board, case)
            yield from _spoken(case, origins)

"""``contradictory_accounts``: accounts of what happened that exclude each other, by different sources.

Flagged: a meeting of commanders struck (one ministry) against 18 civilians killed (governor, monitors); a depot hit
against debris on an unnamed site; "no damage" against a burnt roof.
Not flagged: two targets of one raid; an early silence.
"""

from collections.abc import Iterable

from reportedly.findings.across.draft import finding, position, voices
from reportedly.findings.wording import stand
from reportedly.lineage.board import Account, Board, Case
from reportedly.lineage.geo import finest
from reportedly.lineage.series import says
from reportedly.lineage.values import military, names_military, names_officers, point, subset
from reportedly.lineage.voices import side_of
from reportedly.model import Finding

UNSAID = (None, "other", "settlement", "area")
"""Targets that leave open what stood there: "a strike on a meeting of officers in the town"."""


def _military(a: Account) -> bool:
    """Says that what was hit, or who was killed, was military."""
    if a.claim.polarity != "affirmed":
        return False
    if a.claim.event == "strike":
        kind = a.claim.target.kind if a.claim.target else None
        met = kind == "facility" and names_officers(a.words)  # officers in a restaurant
        return kind == "military" or met or (kind in UNSAID and names_military(a.words))
    return a.claim.event == "casualties" and any(military(q) for q in a.claim.quantities)


def _civilian(a: Account) -> bool:
    """Says that civilians or their homes were hit: people killed, children hurt, dwellings."""
    if a.claim.polarity != "affirmed":
        return False
    if a.claim.event in ("strike", "damage") and a.claim.target is not None and a.claim.target.kind == "residential":
        return bool(a.claim.sources) or not a.voice.own
    dead = any(q.of == "killed" and not military(q) for q in a.claim.quantities)
    children = any(q.of == "injured" and "child" in (subset(q) or "").split("+") for q in a.claim.quantities)
    return a.claim.event == "casualties" and (dead or children)


def _pair(code: str, one: list[Account], other: list[Account]) -> Iterable[Finding]:
    sides = {a.voice.side for a in one}, {a.voice.side for a in other}
    if not one or not other or len({a.report for a in (*one, *other)}) < 2 or sides[0] & sides[1] - {None}:
        return
    yield finding(
        code,
        (*one, *other),
        severity="error",
        relation="conflict",
        positions=(position(stand("one"), one), position(stand("other"), other)),
        one=voices(one),
        other=voices(other),
    )


def _abroad(a: Account) -> bool:
    """Whether a side tells of a strike outside its own country: of its own strike, not of one that it suffered."""
    place = finest(a.claim.places)
    return place is None or place.country != a.voice.side


def _target(case: Case) -> Iterable[Finding]:
    soldiers = [a for a in case.accounts if a.voice.side and _abroad(a) and _military(a)]
    if not any(a.claim.event == "strike" for a in soldiers):
        return
    sides = {a.voice.side for a in soldiers}
    against = [a for a in case.accounts if a.claim.event == "strike" and a.claim.polarity == "denied"]
    against = [a for a in against if a.voice.side and a.voice.side not in sides and _of_soldiers(a)]
    actors = {a.claim.actor.name for a in soldiers if a.claim.actor}
    against = [a for a in against if a.claim.actor is None or not actors or a.claim.actor.name in actors]
    people = [a for a in case.accounts if _civilian(a) and a.voice.side not in sides and not a.voice.own]
    most = max(people, key=lambda a: (_size(a), -a.told), default=None)  # the largest toll stands for the account
    yield from _pair("contradictory_accounts.target", soldiers, [*against, *([most] if most else [])])


def _of_soldiers(a: Account) -> bool:
    return a.claim.target is None or a.claim.target.kind in ("military", "person")


def _size(a: Account) -> float:
    return max((q.value or q.low or 0 for q in a.claim.quantities if q.of == "killed"), default=0)


def _harm(case: Case) -> Iterable[Finding]:
    """No damage by one report, damage by another told before or by another side."""
    none = [a for a in case.accounts if a.claim.event == "damage" and a.claim.polarity in ("denied", "not_reported")]
    some = [a for a in case.accounts if a.claim.event in ("damage", "fire") and a.claim.polarity == "affirmed"]
    owning = {a.voice.key for a in some if a.claim.event == "damage"}
    for a in none:
        if a.voice.key in owning:
            continue  # "damaged, not destroyed" is no denial of damage
        about = a.claim.target.kind if a.claim.target else None
        some.sort(key=lambda b: (b.claim.event != "damage", bool(b.claim.sources), b.told))
        known = [b for b in some if b.report != a.report and b.since < a.told and b.voice.key != a.voice.key and about]
        if known and about in ("facility", "infrastructure", "military"):
            yield from _pair("contradictory_accounts.harm", [a], known[:2])


def _debris(case: Case) -> Iterable[Finding]:
    """A named target struck, by one side; debris on an unnamed site, by the other."""
    named = [
        a
        for a in case.accounts
        if a.claim.event == "strike" and a.claim.polarity == "affirmed" and a.voice.side
        and any(p.kind == "facility" and p.role == "at" for p in a.claim.places)
    ]  # fmt: skip
    fallen = [a for a in case.accounts if a.claim.event in ("damage", "fire") and a.voice.side and _says_debris(a)]
    yield from _pair("contradictory_accounts.object", named, fallen)


def _truce(case: Case) -> Iterable[Finding]:
    """A side that says that it kept the truce, against the most violations that the other counts against it."""
    truce = [a for a in case.accounts if a.claim.event in ("agreement", "measure") and a.voice.side]
    kept = [a for a in truce if a.claim.polarity == "affirmed" and says(a, "OBSERVED")]
    broken = [f for f in case.figures if f.topic == "other.violation" and f.account.claim.polarity == "affirmed"]
    for a in kept[:1]:
        against = [f for f in broken if f.account.voice.side != a.voice.side and _by(f.account) in (a.voice.side, None)]
        most = max(against, key=lambda f: (point(f.range), -f.account.told, f.ref), default=None)
        yield from _pair("contradictory_accounts.truce", [a], [most.account] if most else [])


def _by(a: Account) -> str | None:
    actor = a.claim.actor
    return (actor.side or side_of(actor.name)) if actor else None


def _says_debris(a: Account) -> bool:
    words = a.words.lower()
    return a.claim.polarity == "affirmed" and any(w in words for w in ("debris", "обломк", "уламк"))


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _target(case)
            yield from _harm(case)
            yield from _debris(case)
            yield from _truce(case)

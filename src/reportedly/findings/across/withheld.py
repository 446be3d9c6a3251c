"""``withheld``: who would know declined to say, in several reports; and who said it all the same.

Flagged: the head of a region does not name the plant (three reports), a security service and an outlet do.
Not flagged: one report's "declined to comment" (the single-report rule's work); "being clarified" with nobody named.

A report that names the target on the word of the very speaker who left it unnamed elsewhere is said to do so.
"""

from collections import defaultdict
from collections.abc import Iterable, Set

from reportedly.findings.across.draft import finding, position, reported, voices
from reportedly.findings.wording import stand
from reportedly.lineage.board import Account, Board, Case
from reportedly.lineage.origins import Origins, origins_of
from reportedly.model import Finding

OBJECTS = ("facility", "military", "infrastructure")


def target_named(a: Account) -> str | None:
    """The name that a strike gives its target; ``None`` for "a plant" or "an industrial facility".

    A name has a capital letter, by itself or as a place that the gazetteer was asked for.
    """
    claim = a.claim
    if claim.event != "strike" or claim.polarity != "affirmed":
        return None
    target = claim.target.name if claim.target is not None and claim.target.kind in OBJECTS else None
    at = [p for p in claim.places if p.role == "at"]
    names = [p.text for p in at if p.kind == "facility" or (target is not None and target in p.text)]
    return next((n for n in (*names, target) if n and any(w[:1].isupper() for w in n.split())), None)


def _case(case: Case, origins: Origins) -> Iterable[Finding]:
    rooms: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for a in case.accounts:
        if a.claim.polarity == "withheld" and a.voice.named and a.claim.event != "statement":
            who = a.voice.side if a.claim.event == "strike" and a.voice.side else origins[a]
            rooms[who, a.claim.event].append(a)
    several = [(what, rows) for (_, what), rows in sorted(rooms.items()) if len({a.report for a in rows}) > 1]
    rest = _silent(case)
    if not several and len(rest) > 1:
        several = [("", rest)]
    for what, rows in several:
        yield _finding(rows, _namers(case) if what == "strike" else [])


def _namers(case: Case) -> list[Account]:
    """The accounts that name the target, those first by which a gazetteer or register knows it."""
    named = [a for a in case.accounts if target_named(a)]
    return sorted(named, key=lambda a: not any(p.kind == "facility" and p.name for p in a.claim.places))


def _silent(case: Case) -> list[Account]:
    """Of each report what it says last that those concerned left unsaid: the owner of what was hit, what came of it.

    A state that does not comment, and a number that nobody knows, leave nothing unsaid that they would know.
    """
    silent = [a for a in case.accounts if a.claim.polarity == "withheld" and _concerned(a)]
    return list({a.report: a for a in silent}.values())


def _concerned(a: Account) -> bool:
    if a.claim.event == "statement":
        return a.voice.kind == "company"
    return bool(a.claim.sources) or a.claim.event != "casualties"


def _finding(silent: list[Account], named: list[Account]) -> Finding:
    speakers = {a.voice.key for a in silent}
    moved = _firsts(a for a in named if a.voice.key in speakers)
    rest = [a for a in named if a.voice.key not in speakers]
    others = _firsts([a for a in rest if _would_know(a, {s.voice.side for s in silent})] or rest)
    code = "withheld.moved" if moved else "withheld.named" if others else "withheld.asked"
    held = [(stand("withheld"), silent), (stand("named"), others), (stand("named_for"), moved)]
    return finding(
        code,
        (*silent, *others, *moved),
        severity="note",
        positions=[position(what, rows) for what, rows in held if rows],
        by=voices(silent),
        other=voices(others) or {"code": "told.nobody"},
        reports=[reported(a) for a in moved],
        speaker=voices(moved),
        count=len({a.report for a in silent}),
    )


def _would_know(a: Account, sides: Set[str | None]) -> bool:
    """Whether somebody names the target on their own knowledge, not on the side of those who are silent; channels and
    outlets are named only where nobody else is."""
    told = a.voice.kind in ("official", "military", "anonymous") or bool(a.claim.sources and a.voice.side)
    return told and (a.voice.side is None or a.voice.side not in sides)


def _firsts(accounts: Iterable[Account]) -> list[Account]:
    """The first account of each voice."""
    found: dict[str, Account] = {}
    for a in accounts:
        found.setdefault(a.voice.key, a)
    return list(found.values())


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _case(case, origins_of(board, case))

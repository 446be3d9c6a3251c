"""``withheld``: who would know declined to say, in several reports; and who said it all the same.

Flagged: the head of a region does not name the plant (three reports), a security service does.
Not flagged: one report's "declined to comment" (the single-report rule's work); "being clarified" with nobody named.
"""

from collections import defaultdict
from collections.abc import Iterable

from reportedly.findings.across.draft import finding, position, voices
from reportedly.findings.wording import stand
from reportedly.lineage.board import Account, Board, Case
from reportedly.lineage.origins import Origins, origins_of
from reportedly.model import Finding


def _names_target(a: Account) -> bool:
    """A strike on a named facility."""
    held = any(p.kind == "facility" and p.name and p.role == "at" for p in a.claim.places)
    return a.claim.event == "strike" and a.claim.polarity == "affirmed" and held and bool(a.claim.sources)


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
        sides = {a.voice.side for a in rows}
        named = [a for a in case.accounts if _names_target(a) and a.voice.side and a.voice.side not in sides]
        yield _finding(rows, named if what == "strike" else [])


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
    firsts = list({a.voice.key: a for a in reversed(named)}.values())
    by = voices(silent)
    return finding(
        "withheld.named" if firsts else "withheld.asked",
        (*silent, *firsts),
        severity="note",
        positions=(position(stand("withheld"), silent), *((position(stand("named"), firsts),) if firsts else ())),
        by=by,
        other=voices(firsts),
        count=len({a.report for a in silent}),
    )


def find(board: Board) -> Iterable[Finding]:
    for case in board.cases:
        if len(case.reports) > 1:
            yield from _case(case, origins_of(board, case))

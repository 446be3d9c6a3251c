"""``disputed_territory``: several reports of one incident count a place with a state that does not hold it.

Flagged: two reports that pass on "17 over Crimea and 16 over the Rostov region" as drones downed over Russia.
Not flagged: one such report (the single-report rule's work); "explosions in Sevastopol, Crimea".

What is counted with what is decided by the single-report rule; source: UN General Assembly resolution 68/262.
"""

from collections.abc import Iterable

from reportedly.findings.across.draft import finding
from reportedly.findings.references import References
from reportedly.findings.rules import disputed_territory
from reportedly.lineage.board import Account, Board
from reportedly.lineage.voices import side_of
from reportedly.model import Finding

CODE = "disputed_territory.counted_with"


def find(board: Board) -> Iterable[Finding]:
    references = References(side_of=side_of)
    for case in board.cases:
        readings = {a.report: a.reading for a in case.accounts}
        if len(readings) < 2:
            continue
        told = [f for r in readings.values() for f in disputed_territory.find(r, references) if f.code == CODE]
        counted = {ref for f in told for ref in f.claims}
        rows: list[Account] = [a for a in case.accounts if a.ref in counted]
        if len({a.report for a in rows}) > 1:
            names = list(dict.fromkeys(name for f in told for name in f.params["places"]))
            yield finding(CODE, rows, severity="note", attribute="place", places=names)

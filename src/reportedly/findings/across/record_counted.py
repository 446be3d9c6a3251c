"""``record_contradicted``, ``record_supported``, ``record_undecidable``: ordinals and tolls over all reports at hand.

Flagged: "the first attack on the plant since February", where another report tells of one in May; "the deadliest this
year", where another gives a higher toll for March; "the third in a month" beside two of that month (consistent).
Not flagged: attacks of the same day, of another weapon, in another town; an ordinal with nothing earlier at hand.

The question is compiled as for one report (`findings.records`); what one report answers by itself is told there.
"""

from collections.abc import Iterable

from reportedly.findings.records import over
from reportedly.lineage.board import Board
from reportedly.model import Finding


def find(board: Board) -> Iterable[Finding]:
    return over(board.readings)

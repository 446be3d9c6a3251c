"""The rules over several reports. Some look at what the others found: what is contested, what is left to say."""

from collections.abc import Callable, Iterable, Sequence

from reportedly.findings.across import (
    bounds,
    certainty_drift,
    contradictory_accounts,
    corroborated,
    count_conflict,
    denied_claim,
    disputed_territory,
    figure_revised,
    not_independent,
    part_whole,
    recirculated_media,
    record_contradicted,
    record_counted,
    scope_differs,
    unknown_place,
    withheld,
)
from reportedly.lineage.board import Board
from reportedly.model import Finding

FIRST: tuple[Callable[[Board], Iterable[Finding]], ...] = (
    count_conflict.find,
    bounds.find,
    figure_revised.find,
    scope_differs.find,
    contradictory_accounts.find,
    denied_claim.find,
    disputed_territory.find,
    part_whole.find,
    withheld.find,
    certainty_drift.find,
    record_contradicted.find,
    record_counted.find,
    unknown_place.find,
    recirculated_media.find,
)
AFTER: tuple[Callable[[Board, Sequence[Finding]], Iterable[Finding]], ...] = (not_independent.find, corroborated.find)
"""Rules that are given the findings of the first."""


def run(board: Board) -> tuple[Finding, ...]:
    """All findings of all rules, in no particular order."""
    first = [f for rule in FIRST for f in rule(board)]
    return (*first, *(f for rule in AFTER for f in rule(board, first)))

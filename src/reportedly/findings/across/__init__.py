"""Findings over several reports: one file a rule; each says of what kind it speaks and what it needs to see it."""

from collections.abc import Sequence

from reportedly.findings.across.registry import run
from reportedly.lineage.board import Sides, build
from reportedly.model import Finding, Reading

__all__ = ["weigh"]


def weigh(linked: Sequence[Reading], references: Sides | None = None) -> tuple[Finding, ...]:
    """What several linked readings show together; the order of the readings does not matter.

    Only claims that carry an ``incident`` are compared. ``references`` may name sides and owners of channels; without
    it the packs do.
    """
    board = build(linked, references)
    return tuple(sorted(run(board), key=lambda f: (f.kind, f.claims, f.code)))

"""Gold, scores, gates."""

from reportedly.evaluate.floors import measured, raised, read_floors, shortfalls, write_floors
from reportedly.evaluate.flow import Flow, Result, evaluate, score_run, tables
from reportedly.evaluate.gold import GoldError

__all__ = [
    "Flow",
    "GoldError",
    "Result",
    "evaluate",
    "measured",
    "raised",
    "read_floors",
    "score_run",
    "shortfalls",
    "tables",
    "write_floors",
]

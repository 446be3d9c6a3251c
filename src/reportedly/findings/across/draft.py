"""How a rule over several reports writes a finding down."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.findings.wording import Held, named, worded
from reportedly.lineage.board import Account
from reportedly.lineage.values import INF, Range
from reportedly.model import Finding
from reportedly.model.terms import Relation, Severity


def ranged(r: Range) -> dict[str, Any]:
    """An interval as a phrase."""
    return {"low": _plain(r.low), "high": None if r.high == INF else _plain(r.high)}


def _plain(x: float) -> float | int:
    return int(x) if x == int(x) else x


def counted(topic: str, part: str | None = None, place: str | None = None) -> dict[str, Any]:
    """What a figure counts, as a phrase."""
    return {"topic": topic, "part": part, "place": place}


def reported(a: Account) -> Any:
    """A report by its publisher, by its id where that is unknown, as a phrase."""
    return a.reading.report.publisher or {"code": "report", "id": a.report}


def ordered(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Each account once, in the order of telling."""
    unique = {a.ref: a for a in accounts}
    return tuple(sorted(unique.values(), key=lambda a: (a.told, a.report, a.order)))


def position(value: Any, accounts: Iterable[Account]) -> Held:
    """One side of a finding: a value (a phrase), who holds it, in which claims."""
    rows = ordered(accounts)
    return Held(value=value, by=tuple(dict.fromkeys(a.voice.name for a in rows)), claims=tuple(a.ref for a in rows))


def voices(accounts: Iterable[Account]) -> list[Any]:
    """Who vouches for accounts, each once, as phrases."""
    return [named(name) for name in dict.fromkeys(a.voice.name for a in accounts)]


def told(rows: Iterable[Held]) -> list[dict[str, Any]]:
    """Positions as phrases: 2 (the governor), 3 (Baza)."""
    return [{"code": "told", "value": h.value, "by": [named(name) for name in h.by]} for h in rows]


def finding(
    code: str,
    accounts: Iterable[Account],
    *,
    severity: Severity,
    relation: Relation | None = None,
    attribute: str | None = None,
    positions: Sequence[Held] = (),
    **params: Any,
) -> Finding:
    """A finding whose kind is the part of ``code`` before the dot."""
    held, kept, explanation = worded(code, positions, params)
    return Finding(
        kind=code.partition(".")[0],
        relation=relation,
        attribute=attribute,
        severity=severity,
        claims=tuple(a.ref for a in ordered(accounts)),
        positions=held,
        code=code,
        params=kept,
        explanation=explanation,
    )

"""How a rule over several reports writes a finding down."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.findings import wording
from reportedly.findings.wording.across_en import THINGS, VERBS
from reportedly.lineage.board import Account
from reportedly.model import Finding, Position
from reportedly.model.terms import Relation, Severity

MOST_LISTED = 7
"""Longer lists are cut in sentences; the claims of a finding name them all."""


def listed(words: Iterable[str]) -> str:
    """a, b and c; each once, in the order given."""
    w = list(dict.fromkeys(words))
    if len(w) > MOST_LISTED:
        w = [*w[: MOST_LISTED - 1], f"{len(w) - MOST_LISTED + 1} more"]
    return " and ".join([", ".join(w[:-1]), w[-1]]) if len(w) > 1 else "".join(w)


def counted_in_words(topic: str) -> str:
    """A topic of figures in words: ``intercepted.drone`` is "drones shot down"."""
    kind, _, sort = topic.partition(".")
    if sort == "military":
        return f"servicemen {kind}"
    things = THINGS.get(sort, sort)
    return (
        f"{things} {VERBS[kind]}".strip() if kind in VERBS else things if kind == "other" else topic.replace(".", " ")
    )


def explain(code: str, params: dict[str, Any]) -> str:
    """The sentence for a code; lists are spelled out."""
    shown = {k: listed(map(str, v)) if isinstance(v, (list, tuple)) else v for k, v in params.items()}
    return wording.explain(code, shown)


def ordered(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Each account once, in the order of telling."""
    unique = {a.ref: a for a in accounts}
    return tuple(sorted(unique.values(), key=lambda a: (a.told, a.report, a.order)))


def position(value: str, accounts: Iterable[Account]) -> Position:
    """One side of a finding: a value, who holds it, in which claims."""
    rows = ordered(accounts)
    return Position(value=value, by=tuple(dict.fromkeys(a.voice.name for a in rows)), claims=tuple(a.ref for a in rows))


def finding(
    code: str,
    accounts: Iterable[Account],
    *,
    severity: Severity,
    relation: Relation | None = None,
    attribute: str | None = None,
    positions: Sequence[Position] = (),
    **params: Any,
) -> Finding:
    """A finding whose kind is the part of ``code`` before the dot."""
    return Finding(
        kind=code.partition(".")[0],
        relation=relation,
        attribute=attribute,
        severity=severity,
        claims=tuple(a.ref for a in ordered(accounts)),
        positions=tuple(positions),
        code=code,
        params=params,
        explanation=explain(code, params),
    )

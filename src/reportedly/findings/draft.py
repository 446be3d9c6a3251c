"""How a rule writes a finding down: kind and severity from the rule, explanation from code and parameters."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportedly.findings.wording import Held, worded
from reportedly.model import Claim, Coverage, Finding, Reading
from reportedly.model.terms import Relation, Severity


def finding(
    reading: Reading,
    code: str,
    claims: Iterable[Claim],
    *,
    severity: Severity,
    relation: Relation | None = None,
    attribute: str | None = None,
    positions: Sequence[Held] = (),
    coverage: Coverage | None = None,
    **params: Any,
) -> Finding:
    """A finding whose kind is the part of ``code`` before the dot; claims are put in reading order, each once."""
    chosen = {c.id: c for c in claims}
    ordered = sorted(chosen.values(), key=lambda c: (c.start, c.end))
    held, kept, explanation = worded(code, positions, params)
    return Finding(
        kind=code.partition(".")[0],
        relation=relation,
        attribute=attribute,
        severity=severity,
        claims=tuple(ref(reading, c) for c in ordered),
        positions=held,
        code=code,
        params=kept,
        explanation=explanation,
        coverage=coverage,
    )


def ref(reading: Reading, claim: Claim) -> str:
    """The name of a claim beyond its report: ``report#claim``."""
    return f"{reading.report.id}#{claim.id}"

"""What people decided of findings.

A finding is known again by what it is about (its kind, and the claims that it stands on), so that a decision still
means it after a newer version has read the reports anew, numbered their claims anew and worded it otherwise. What was
signed off must also still say the same: nothing that no editor saw is let out.
"""

from typing import Any, NamedTuple

from reportedly.ledger import LedgerError, View
from reportedly.ledger.canonical import canonical, digest
from reportedly.model import Claim, Decision, Finding
from reportedly.review.people import reading_of

SUBJECT = "finding:"
JUDGING = ("accept", "reject", "hide")
"""Decisions after which a finding is signed off (accept) or set aside."""


class Mark(NamedTuple):
    """What a finding is about; ``claims`` as ``report#claim``."""

    kind: str
    relation: str | None
    attribute: str | None
    claims: frozenset[str]


class Judgement(NamedTuple):
    """The decision by which a finding was signed off or set aside, and the seal of what it said then."""

    decision: Decision
    seal: str | None


def mark(finding: Finding) -> Mark:
    """What a finding is about."""
    return Mark(finding.kind, finding.relation, finding.attribute, frozenset(finding.claims))


def signature(finding: Finding) -> str:
    """The digest by which a decision names a finding as it stood then (``finding:DIGEST``): 64 hex digits."""
    return digest(canonical(finding))


def seal(finding: Finding) -> str:
    """The digest of what a finding says (its positions and who holds them), whatever its words and claims' numbers."""
    return digest(canonical({"code": finding.code, "positions": [(p.value, sorted(p.by)) for p in finding.positions]}))


def named(subject: str) -> str | None:
    """The digest of the finding that a decision is about; ``None`` if it is about something else."""
    return subject.removeprefix(SUBJECT) if subject.startswith(SUBJECT) and "#" not in subject else None


def about(view: View, subject: str, finding: Finding | None) -> tuple[list[tuple[str, Claim]], dict[str, Any]]:
    """The claims of a finding, and what is kept of it beside their anchors.

    Raises ``LedgerError`` where the finding is not the one that the subject names, or its claims are not there.
    """
    if finding is None or f"{SUBJECT}{signature(finding)}" != subject:
        raise LedgerError(f"{subject}: no such finding")
    claims: list[tuple[str, Claim]] = []
    for ref in finding.claims:
        report, _, name = ref.rpartition("#")
        reading = reading_of(view, report)
        found = next((c for c in reading.claims if c.id == name), None) if reading else None
        if found is None:
            raise LedgerError(f"{ref}: no such claim")
        claims.append((report, found))
    said = {"kind": finding.kind, "relation": finding.relation, "attribute": finding.attribute}
    return claims, {**said, "seal": seal(finding)}

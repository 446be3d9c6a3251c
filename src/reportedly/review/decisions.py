"""Decisions of people: entries of the log, with anchors that find their claims again after a rereading.

A subject is one of ``report#claim``, ``incident:LABEL``, ``report:ID``, ``reading:ENTRY``, ``finding:DIGEST``,
``person:NAME`` (a release of a name), ``source:NAME``, ``decision:ID``. What is in ``value`` depends on the kind:

| kind | subject | value |
|---|---|---|
| merge | incident | ``with``: labels of incidents that are the same happening |
| split | incident | ``claims``: those that are another happening |
| correct | claim | fields of the claim with their right values |
| accept, reject | any | |
| note | any | ``text`` |
| assign | any | ``to`` |
| freeze | incident, report | what belongs together stays, whatever a linker says; a frozen report is not reread |
| hide | claim, report, finding | never leaves the desk |
| sign_off | incident | ``claims``: its claims, each with the seal of what it says; made by `review.sign_off` |
| verdict | claim, incident | ``rating`` (`RATINGS`), ``claim``: what was claimed, in own words, ``url`` of the check |
| grade | source | ``reliability``: a letter of `grading.RELIABILITY` |
| undo | decision | what was decided no longer counts (it stays on record); an undo can be undone |
"""

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from reportedly.ledger import Ledger, LedgerError, View
from reportedly.model import Claim, Decision, Finding
from reportedly.review import judging
from reportedly.review.anchors import Anchor, anchor
from reportedly.review.grading import check_grade

KINDS = (
    "merge", "split", "correct", "accept", "reject", "note", "assign", "freeze", "hide", "sign_off", "verdict", "grade",
    "undo",
)  # fmt: skip
RATINGS = ("false", "mostly false", "mixed", "mostly true", "true", "unproven")
"""What an editor may find of a claim. The tool never gives one; accepting a claim says that it was read rightly."""
_NEEDS_REASON = ("reject", "hide", "correct", "verdict", "grade")
_FIXED = ("id", "start", "end", "incident", "language", "method", "version")
"""Fields of a claim that are not for correcting: what they are bound to would no longer be there."""


def decide(
    ledger: Ledger,
    kind: str,
    subject: str,
    *,
    by: str,
    value: dict[str, Any] | None = None,
    reason: str | None = None,
    finding: Finding | None = None,
) -> Decision:
    """Put a decision on record. ``finding``: the one that the subject names, where it names one.

    Raises ``LedgerError`` where the kind, subject or value does not make sense.
    """
    given = dict(value or {})
    if kind not in KINDS:
        raise LedgerError(f"{kind}: no such decision; there are {', '.join(KINDS)}")
    if not by.strip():
        raise LedgerError("a decision needs a name: who decides")
    if not (reason or "").strip() and (kind in _NEEDS_REASON or subject.startswith("person:")):
        raise LedgerError(f"{kind} needs a reason")
    kept: dict[str, Any] = {}
    if judging.named(subject) is not None:
        claims, kept["finding"] = judging.about(ledger, subject, finding)
    else:
        claims = _claims_of(ledger, kind, subject, given)
    _makes_sense(kind, subject, given)
    kept["anchors"] = [anchor(report, claim) for report, claim in claims]
    reports = {report for report, _ in claims}
    if subject.startswith("report:"):
        reports.add(subject.removeprefix("report:"))
    if subject.startswith("reading:"):
        reports.add(_proposal(ledger, subject, kind, kept))
    made = Decision(
        id=f"d{secrets.token_hex(6)}", kind=kind, subject=subject, value=given, by=by, at=_now(), reason=reason
    )
    ledger.decide(made, {**kept, "reports": sorted(reports)})
    return made


def _makes_sense(kind: str, subject: str, value: dict[str, Any]) -> None:
    """Raises ``LedgerError`` for a decision that would be on record and do nothing."""
    if kind == "freeze" and not subject.startswith(("incident:", "report:")):
        raise LedgerError("freeze is about an incident or a report (incident:LABEL, report:ID)")
    if kind == "note" and not str(value.get("text") or "").strip() and "codebook" not in value:
        raise LedgerError("note: text is needed")
    if judging.named(subject) is not None and kind not in (*judging.JUDGING, "note", "assign"):
        raise LedgerError(f"{kind}: not for a finding; there are {', '.join(judging.JUDGING)}, note, assign")
    if kind == "assign" and not value.get("to"):
        raise LedgerError("assign: to is needed, whose it is")
    if subject.startswith("person:") and not subject.removeprefix("person:").strip():
        raise LedgerError("person: a name is needed")


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")


def _claims_of(ledger: View, kind: str, subject: str, value: dict[str, Any]) -> list[tuple[str, Claim]]:
    """The claims that a decision is about. Raises ``LedgerError`` for a subject or value that is none."""
    if kind in ("merge", "split", "sign_off") and not subject.startswith("incident:"):
        raise LedgerError(f"{kind} is about an incident (incident:LABEL)")
    if (kind == "undo") != subject.startswith("decision:"):
        raise LedgerError("undo is about a decision (decision:ID), and nothing else is")
    if kind == "undo":
        return _undone(ledger, subject)
    if kind == "grade":
        check_grade(ledger, subject, value.get("reliability"))
        return []
    if kind == "correct" and (subject.startswith("incident:") or "#" not in subject):
        raise LedgerError("correct is about a claim (report#claim)")
    if kind == "verdict":
        if not subject.startswith("incident:") and "#" not in subject:
            raise LedgerError("verdict is about a claim (report#claim) or an incident (incident:LABEL)")
        _rated(value)
    if subject.startswith("incident:"):
        return _of_incident(ledger, kind, subject.removeprefix("incident:"), value)
    if "#" in subject:
        report, _, name = subject.rpartition("#")
        found = _claim(ledger, report, name)
        if kind == "correct":
            corrected(found, value)
        return [(report, found)]
    if subject.startswith("report:"):
        if ledger.report(subject.removeprefix("report:")) is None:
            raise LedgerError(f"{subject}: no such report")
    elif not subject.startswith(("reading:", "person:")):
        raise LedgerError(f"{subject}: not a subject (report#claim, incident:, report:, reading:, finding:, person:)")
    return []


def _undone(ledger: View, subject: str) -> list[tuple[str, Claim]]:
    found = next((made for made, _ in ledger.decisions() if made.id == subject.removeprefix("decision:")), None)
    if found is None:
        raise LedgerError(f"{subject}: no such decision")
    if found.subject.startswith("reading:"):
        raise LedgerError("a reading that was taken or rejected is changed by another reading (reportedly reread)")
    return []


def in_force(made: Sequence[Decision]) -> frozenset[str]:
    """The ids of the decisions that count: undone ones do not, nor do undos."""
    undone: set[str] = set()
    for decision in reversed(made):
        if decision.kind == "undo" and decision.id not in undone:
            undone.add(decision.subject.removeprefix("decision:"))
    return frozenset(d.id for d in made if d.kind != "undo" and d.id not in undone)


def _of_incident(ledger: View, kind: str, label: str, value: dict[str, Any]) -> list[tuple[str, Claim]]:
    """The claims of an incident, and of those to be merged with it, or only those to be split off."""
    if kind in ("split", "sign_off"):
        wanted = _listed(value, "claims") if kind == "split" else _sealed(value)
        return [(ref.rpartition("#")[0], _claim(ledger, *_parts(ref))) for ref in wanted]
    from reportedly.review.reviewed import claims_of  # it lays decisions over what was read

    found: list[tuple[str, Claim]] = []
    for name in [label, *(_listed(value, "with") if kind == "merge" else [])]:
        some = claims_of(ledger, name)
        if not some:
            raise LedgerError(f"{name}: no such incident")
        found += some
    return found


def _parts(ref: str) -> tuple[str, str]:
    report, _, claim = ref.rpartition("#")
    return report, claim


def _listed(value: dict[str, Any], name: str) -> list[str]:
    found = value.get(name)
    if not isinstance(found, list) or not found or not all(isinstance(one, str) for one in found):
        raise LedgerError(f"{name}: a list is needed")
    return found


def _sealed(value: dict[str, Any]) -> list[str]:
    found = value.get("claims")
    if not isinstance(found, dict) or not found or not all(isinstance(seal, str) for seal in found.values()):
        raise LedgerError("sign_off: claims with their seals are needed")
    return list(found)


def _rated(value: dict[str, Any]) -> None:
    if value.get("rating") not in RATINGS:
        raise LedgerError(f"verdict: rating is one of {', '.join(RATINGS)}")
    if not isinstance(value.get("claim"), str) or not value["claim"].strip():
        raise LedgerError("verdict: claim is needed, what was claimed in your words")
    if not str(value.get("url", "https://")).startswith(("https://", "http://")):
        raise LedgerError("verdict: url is an address (https://...)")


def _claim(ledger: View, report: str, name: str) -> Claim:
    found = next((told.claim for told in ledger.claims(report=report, current=False) if told.claim.id == name), None)
    if found is None:
        raise LedgerError(f"{report}#{name}: no such claim")
    return found


def _proposal(ledger: View, subject: str, kind: str, kept: dict[str, Any]) -> str:
    if kind not in ("accept", "reject"):
        raise LedgerError("a reading is accepted or rejected")
    number = subject.removeprefix("reading:")
    for seq, report, _ in ledger.proposals():
        if str(seq) == number:
            kept["adopts" if kind == "accept" else "rejects"] = seq
            return report
    raise LedgerError(f"{subject}: no such proposal")


def corrected(claim: Claim, fields: dict[str, Any]) -> Claim:
    """A claim with some fields as a person has them. Raises ``LedgerError`` for fields or values that are none."""
    known = {field.name for field in msgspec.structs.fields(Claim)} - set(_FIXED)
    wrong = sorted(set(fields) - known)
    if wrong or not fields:
        raise LedgerError(f"correct: {', '.join(wrong) or 'nothing'}: not a field that can be corrected")
    try:
        return msgspec.convert({**msgspec.to_builtins(claim), **fields}, Claim)
    except msgspec.ValidationError as error:
        raise LedgerError(f"correct: {error}") from None


def anchors(kept: dict[str, Any]) -> Iterable[Anchor]:
    """The anchors kept beside a decision."""
    return msgspec.convert(kept.get("anchors", []), tuple[Anchor, ...])

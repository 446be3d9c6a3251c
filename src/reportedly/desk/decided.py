"""What people decided, as rows of a page: every decision with what it is about, who, when and why, and a way back."""

from typing import Any

from reportedly.desk import addresses
from reportedly.desk.queries import Shelf
from reportedly.model import Decision
from reportedly.pages import wording
from reportedly.review import judging
from reportedly.review.decisions import in_force
from reportedly.review.grading import SOURCE

_SHORT = 12
"""Digits of a digest that are enough to tell it from others."""


def rows(shelf: Shelf, *subjects: str, kind: str = "") -> list[dict[str, Any]]:
    """Decisions, the latest first: all of them, or those about some subjects, or those of one kind."""
    made = shelf.reviewed.decisions
    counting = in_force(made)
    return [
        {
            "id": d.id,
            "kind": d.kind,
            "subject": wording.clean(_named(d.subject)),
            "about": wording.clean(d.subject.partition(":")[2]),
            "href": _about(d.subject),
            "by": wording.clean(d.by),
            "at": wording.day(d.at[:16]),
            "reason": wording.clean(d.reason) if d.reason else None,
            "fields": sorted(d.value) if d.kind == "correct" else [],
            "said": said(d),
            "counts": d.id in counting,
            "undoable": d.id in counting and not d.subject.startswith("reading:"),
        }
        for d in reversed(made)
        if (not subjects or d.subject in subjects) and kind in ("", d.kind)
    ]


def _named(subject: str) -> str:
    digest = judging.named(subject)
    return subject if digest is None else f"{judging.SUBJECT}{digest[:_SHORT]}…"


def _about(subject: str) -> str | None:
    if subject.startswith("incident:"):
        return addresses.incident(subject.removeprefix("incident:"))
    if subject.startswith(SOURCE):
        return addresses.grade(subject.removeprefix(SOURCE))
    if subject.startswith("report:"):
        return addresses.report(subject.removeprefix("report:"))
    if (finding := judging.named(subject)) is not None:
        return addresses.finding(finding)
    return addresses.decide(subject) if "#" in subject else None


def said(decision: Decision) -> dict[str, str]:
    """What a verdict or a grade says, cleaned: ``rating``, ``claim``, ``url``, ``reliability``."""
    if decision.kind not in ("verdict", "grade"):
        return {}
    return {name: wording.clean(str(value)) for name, value in decision.value.items()}

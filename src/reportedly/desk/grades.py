"""Grades of sources as pages and API show them: set by people, ``F`` until then, with all that was set before."""

from typing import Any

from msgspec import Struct

from reportedly.desk.decided import rows
from reportedly.desk.queries import Shelf
from reportedly.pages import wording
from reportedly.review.decisions import in_force
from reportedly.review.grading import RELIABILITY, SOURCE, UNJUDGED, gradable, reliability


class GradeSet(Struct, frozen=True, kw_only=True):
    """A grade as somebody set it. ``reliability``: the letter; ``in_force``: neither taken back nor replaced since."""

    source: str
    reliability: str
    by: str
    at: str
    reason: str | None
    in_force: bool


def letters(shelf: Shelf) -> dict[str, str]:
    """The letter of each graded source."""
    return reliability(shelf.reviewed.grades)


def letter(shelf: Shelf, name: str) -> str:
    """The letter of one source."""
    return letters(shelf).get(name, UNJUDGED)


def history(shelf: Shelf) -> list[GradeSet]:
    """Every grade that was set, the latest first."""
    made = shelf.reviewed.decisions
    counting, last = in_force(made), {d.id for d in shelf.reviewed.grades}
    return [
        GradeSet(
            source=d.subject.removeprefix(SOURCE),
            reliability=str(d.value["reliability"]),
            by=d.by,
            at=d.at,
            reason=d.reason,
            in_force=d.id in counting and d.id in last,
        )
        for d in reversed(made)
        if d.kind == "grade"
    ]


def shown(shelf: Shelf, name: str) -> dict[str, Any]:
    """All values of the page on which one source is graded."""
    return {
        "name": wording.clean(name),
        "raw": name,
        "letter": letter(shelf, name),
        "scale": RELIABILITY,
        "gradable": gradable(shelf.view, name),
        "decisions": rows(shelf, SOURCE + name),
    }

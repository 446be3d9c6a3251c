"""Grades of sources and verdicts on incidents: set by people, with a reason, kept over a rereading, taken back."""

from typing import Any

import pytest
from msgspec.structs import replace

from faults.build import report
from reportedly.ledger import Ledger, LedgerError
from reportedly.review import decide, reviewed
from reportedly.review.grading import gradable, reliability

MINISTRY = "source:Russian Ministry of Defence"


def grade(ledger: Ledger, subject: str, letter: str, reason: str | None = "seen for a year") -> Any:
    return decide(ledger, "grade", subject, by="Olena", value={"reliability": letter}, reason=reason)


def test_the_last_grade_stands_and_can_be_taken_back(ledger: Ledger) -> None:
    first = grade(ledger, MINISTRY, "C")
    second = grade(ledger, MINISTRY, "E")
    assert reviewed(ledger).grades == (second,)
    assert reliability(reviewed(ledger).grades) == {"Russian Ministry of Defence": "E"}
    decide(ledger, "undo", f"decision:{second.id}", by="Taras")
    assert reviewed(ledger).grades == (first,)


@pytest.mark.parametrize(
    ("subject", "letter", "reason", "why"),
    [
        (MINISTRY, "G", "x", "one of A, B, C, D, E, F"),
        (MINISTRY, "", "x", "one of A, B, C, D, E, F"),
        (MINISTRY, "A", None, "needs a reason"),
        (MINISTRY, "A", "  ", "needs a reason"),
        ("source:Nobody Who Is Here", "A", "x", "only bodies, outlets and offices"),
        ("report:r1", "A", "x", "about a source"),
    ],
)
def test_a_grade_is_whole_or_none(ledger: Ledger, subject: str, letter: str, reason: str | None, why: str) -> None:
    with pytest.raises(LedgerError, match=why):
        grade(ledger, subject, letter, reason)


@pytest.mark.parametrize(
    ("source", "graded"),
    [
        ({"name": "The Evening Bell", "kind": "media"}, True),
        ({"name": "the regional head", "kind": "official", "named": "role"}, True),
        ({"name": "Ivan Petrenko", "kind": "witness", "named": "name"}, False),
        ({"name": "Ivan Petrenko", "kind": "official", "named": "name"}, False),
        ({"name": "its own sources", "kind": "media", "named": "anonymous"}, False),
        ({"name": "K-17", "kind": "organisation", "public": False}, False),
        ({"name": "Ivan Petrenko", "kind": None}, False),
    ],
)
def test_private_persons_are_not_graded(ledger: Ledger, source: dict[str, Any], graded: bool) -> None:
    from reportedly.model import Source

    given = report(4)
    assert given.reading is not None
    claims = tuple(replace(c, sources=(Source(**source),)) for c in given.reading.claims)
    ledger.add(replace(given, reading=replace(given.reading, claims=claims)))
    assert gradable(ledger, source["name"]) is graded


VERDICT = {"rating": "mostly true", "claim": "Two drones hit the plant.", "url": "https://example.org/check"}


def test_a_verdict_on_an_incident_goes_with_its_claims(ledger: Ledger) -> None:
    made = decide(ledger, "verdict", "incident:a", by="Olena", value=VERDICT, reason="pictures of 2 July")
    assert reviewed(ledger).judged == {"a": made} and reviewed(ledger).verdicts == {}
    ledger.label({"r1#c1": "b", "r2#c1": "b"})
    assert reviewed(ledger).judged == {"b": made}, "the linker calls it something else now"
    decide(ledger, "undo", f"decision:{made.id}", by="Olena")
    assert reviewed(ledger).judged == {}


def test_a_verdict_on_an_incident_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no such incident"):
        decide(ledger, "verdict", "incident:nothing", by="Olena", value=VERDICT, reason="x")

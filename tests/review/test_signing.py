"""Signing off and verdicts: what a person says of an incident or a claim, and when it no longer holds."""

from typing import Any

import pytest

from reportedly.ledger import Ledger, LedgerError
from reportedly.review import decide, reviewed, sign_off


def test_the_claims_of_an_incident_are_signed_off_as_they_are(ledger: Ledger) -> None:
    sign_off(ledger, "a", by="Olena")
    assert reviewed(ledger).cleared == {"r1#c1", "r2#c1"} and reviewed(ledger).outdated == frozenset()


def test_what_comes_in_later_is_not_signed_off(ledger: Ledger) -> None:
    sign_off(ledger, "a", by="Olena")
    ledger.label({"r3#c1": "a"})
    assert reviewed(ledger).cleared == {"r1#c1", "r2#c1"}


def test_what_says_something_else_later_is_not_signed_off_any_more(ledger: Ledger) -> None:
    sign_off(ledger, "a", by="Olena")
    made = decide(ledger, "correct", "r1#c1", by="Taras", value={"polarity": "denied"}, reason="misread")
    assert (reviewed(ledger).cleared, reviewed(ledger).outdated) == ({"r2#c1"}, {"r1#c1"})
    decide(ledger, "undo", f"decision:{made.id}", by="Taras")
    assert reviewed(ledger).cleared == {"r1#c1", "r2#c1"}, "it says again what was signed off"


def test_nor_is_what_moved_to_another_incident(ledger: Ledger) -> None:
    sign_off(ledger, "a", by="Olena")
    ledger.label({"r2#c1": "c"})
    assert reviewed(ledger).outdated == {"r2#c1"}


def test_a_sign_off_is_taken_back_and_given_anew(ledger: Ledger) -> None:
    made = sign_off(ledger, "a", by="Olena")
    decide(ledger, "undo", f"decision:{made.id}", by="Olena")
    assert reviewed(ledger).cleared == frozenset()
    decide(ledger, "correct", "r1#c1", by="Taras", value={"polarity": "denied"}, reason="misread")
    sign_off(ledger, "a", by="Olena")
    assert reviewed(ledger).cleared == {"r1#c1", "r2#c1"}


def test_what_is_hidden_is_not_signed_off(ledger: Ledger) -> None:
    decide(ledger, "hide", "r1#c1", by="Olena", reason="names a child")
    assert list(sign_off(ledger, "a", by="Olena").value["claims"]) == ["r2#c1"]


def test_there_must_be_something_to_sign_off(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no such incident"):
        sign_off(ledger, "nothing", by="Olena")
    with pytest.raises(LedgerError, match="seals"):
        decide(ledger, "sign_off", "incident:a", by="Olena")


VERDICT = {"rating": "false", "claim": "The plant burned down."}


def test_the_last_verdict_counts(ledger: Ledger) -> None:
    decide(ledger, "verdict", "r1#c1", by="Olena", value=VERDICT, reason="seen standing")
    made = decide(ledger, "verdict", "r1#c1", by="Olena", value={**VERDICT, "rating": "mixed"}, reason="half of it")
    assert reviewed(ledger).verdicts == {"r1#c1": made}


@pytest.mark.parametrize(
    ("subject", "value", "reason", "why"),
    [
        ("r1#c1", {**VERDICT, "rating": "dubious"}, "x", "rating is one of"),
        ("r1#c1", {"rating": "false"}, "x", "claim is needed"),
        ("r1#c1", {**VERDICT, "url": "javascript:alert(1)"}, "x", "url is an address"),
        ("r1#c1", VERDICT, None, "needs a reason"),
        ("incident:a", {"rating": "false"}, "x", "claim is needed"),
        ("report:r1", VERDICT, "x", "verdict is about a claim"),
    ],
)
def test_a_verdict_is_whole_or_none(
    ledger: Ledger, subject: str, value: dict[str, Any], reason: str | None, why: str
) -> None:
    with pytest.raises(LedgerError, match=why):
        decide(ledger, "verdict", subject, by="Olena", value=value, reason=reason)

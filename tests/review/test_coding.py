"""Blind coding, and agreement by the published example."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.build import report
from reportedly.ledger import Ledger, LedgerError, open_ledger
from reportedly.review.alpha import Level, alpha
from reportedly.review.coding import (
    Codebook,
    Field,
    adjudicate,
    adjudicated,
    agreement,
    assign,
    code,
    codings,
    finished,
    unsettled,
    waiting,
)

# Krippendorff (2011), section C to E: four observers, twelve units, missing values; and his results.
EXAMPLE = ["111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3"]


@pytest.mark.parametrize(("level", "known"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_the_published_example(level: Level, known: float) -> None:
    found = alpha([[int(value) for value in unit] for unit in EXAMPLE], level)
    assert found == pytest.approx(known, abs=0.0006)


def test_two_observers_of_binary_data() -> None:
    # The same paper, section A: ten units, alpha 0.095.
    first, second = "0100000000", "1110010100"
    assert alpha([list(pair) for pair in zip(first, second, strict=True)]) == pytest.approx(0.095, abs=0.0006)


@pytest.mark.parametrize("units", [[], [["a"]], [["a", "a"], ["a", "a"]]])
def test_nothing_to_say(units: list[list[str]]) -> None:
    assert alpha(units) is None


BOOK = Codebook(
    version="1",
    fields={"event": Field(values=("strike", "fire")), "sure": Field(level="ordinal", values=("no", "perhaps", "yes"))},
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as found:
        found.add(report(1))
        assign(found, BOOK, ["r1#c1", "r1#c2"], ["anna", "boris"], by="chief")
        yield found


def test_coders_are_blind_until_both_are_done(ledger: Ledger) -> None:
    code(ledger, BOOK, "r1#c1", {"event": "fire", "sure": "no"}, coder="anna")
    code(ledger, BOOK, "r1#c1", {"event": "strike", "sure": "yes"}, coder="anna")
    assert [c.values["event"] for c in codings(ledger, "1", coder="anna")] == ["strike"]
    assert codings(ledger, "1", coder="boris") == ()
    assert (waiting(ledger, "1", "anna"), waiting(ledger, "1", "boris")[1]) == ((["r1#c2"], 1), 0)
    code(ledger, BOOK, "r1#c1", {"event": "fire", "sure": "yes"}, coder="boris")
    assert {c.coder for c in codings(ledger, "1", coder="boris")} == {"anna", "boris"}
    assert codings(ledger, "1", coder="stranger") == () == codings(ledger, "2")


def test_agreement_and_settlement(ledger: Ledger) -> None:
    for coder, event in (("anna", "strike"), ("boris", "fire")):
        code(ledger, BOOK, "r1#c1", {"event": event, "sure": "yes"}, coder=coder)
        code(ledger, BOOK, "r1#c2", {"event": "fire", "sure": "no"}, coder=coder)
    event, sure = agreement(ledger, BOOK)
    assert (event.units, event.differ, sure.alpha, sure.differ) == (2, ("r1#c1",), 1.0, ())
    with pytest.raises(LedgerError, match="somebody else"):
        adjudicate(ledger, BOOK, "r1#c1", {"event": "fire", "sure": "yes"}, by="anna", reason="x")
    assert [one.values["event"] for one in unsettled(ledger, "1")["r1#c1"]] == ["strike", "fire"]
    adjudicate(ledger, BOOK, "r1#c1", {"event": "fire", "sure": "yes"}, by="chief", reason="the text says fire")
    settled = adjudicated(ledger, "1")["r1#c1"]
    assert (settled.values, settled.coder) == ({"event": "fire", "sure": "yes"}, "chief")
    assert unsettled(ledger, "1") == {} and list(finished(ledger, "1")) == ["r1#c1", "r1#c2"]


@pytest.mark.parametrize(
    ("values", "coder", "said"),
    [
        ({"event": "fire", "sure": "no"}, "stranger", "not given to stranger"),
        ({"event": "fire"}, "anna", "not answered"),
        ({"event": "fire", "sure": "no", "more": "x"}, "anna", "not asked"),
        ({"event": "flood", "sure": "no"}, "anna", "not one of"),
    ],
)
def test_codes_that_the_codebook_does_not_have(ledger: Ledger, values: dict[str, str], coder: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        code(ledger, BOOK, "r1#c1", values, coder=coder)


def test_one_coder_is_not_enough_and_nobody_settles_early(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="two coders"):
        assign(ledger, BOOK, ["r1#c3"], ["anna", "anna"], by="chief")
    with pytest.raises(LedgerError, match="not all coders"):
        adjudicate(ledger, BOOK, "r1#c1", {"event": "fire", "sure": "yes"}, by="chief", reason="x")

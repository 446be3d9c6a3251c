"""The terminal: complete, within the width, and deaf to what the text would have it do."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from reportedly.cli.renderers.terminal import render
from reportedly.model import Claim, Finding, Place, Reading, Report


def printed(readings: list[Reading], across: tuple[Finding, ...] = (), width: int = 80, colour: bool = False) -> str:
    buffer = io.StringIO()
    render(
        readings,
        across,
        Console(file=buffer, width=width, force_terminal=colour, color_system="standard" if colour else None),
    )
    return buffer.getvalue()


@pytest.mark.parametrize("width", [40, 72, 200])
def test_no_line_is_wider_than_the_terminal(several: list[Reading], width: int) -> None:
    assert max(cell_len(line) for line in printed(several, width=width).splitlines()) <= min(width, 108)


def test_claims_come_in_reading_order_with_their_chain(one: Reading) -> None:
    shown = printed([one])
    assert "2 strike   Kama Signal" in shown and "1 strike   own voice" in shown
    assert shown.index("1 strike") < shown.index("2 strike") < shown.index("10 fire")


def test_marks_of_certainty_and_polarity_are_words(one: Reading) -> None:
    shown = printed([one])
    assert "casualties · possible" in shown and "damage · not reported" in shown


def test_findings_quote_their_sentences(one: Reading) -> None:
    flat = " ".join(printed([one], width=108).split())
    assert "part sum exceeds total · note · 8 17 + 16 + 11 + 19 = 63" in flat
    assert "“No damage was recorded at the plant”" in flat


def test_findings_across_name_report_and_claim(several: list[Reading]) -> None:
    finding = Finding(kind="count_conflict", severity="error", claims=("izh-2#c3",), code="x", explanation="No.")
    assert "izh-2 3" in printed(several, (finding,))


def test_the_text_cannot_steer_the_terminal(hostile: Reading) -> None:
    plain = printed([hostile, hostile], hostile.findings)
    assert "\x1b" not in plain and "\u202e" not in plain and "[bold]" in plain
    assert "\x1b[31mred" not in printed([hostile], colour=True)


def test_the_figures_of_an_incident_stand_side_by_side_by_time(several: list[Reading]) -> None:
    shown = printed(several, width=200)
    rows = [line.split() for line in shown.splitlines()]
    table = rows[rows.index(["published", "report", "injured", "by"]) + 1 :]
    assert [" ".join(row[3:]) for row in table[: table.index([])]] == [
        "izh-4 6 45 Alexander Brechalov",
        "izh-4 7 ≥ 60 Russian Telegram channels",
        "izh-2 3 45, 35 (in hospital), 10 (serious) Alexander Brechalov",
        "izh-3 1, 3 45, 35 (in hospital), 10 (serious) Alexander Brechalov",
        "izh-5 3 35 Alexander Brechalov",
        "izh-5 4 45 Global Frontline Digest",
    ]
    assert "independent origins" in shown


def test_two_numbers_at_one_place_do_not_read_as_one() -> None:
    claim = {"polarity": "affirmed", "certainty": "certain", "event": "fire"}
    claims = tuple(Claim(id=f"c{n}", start=0, end=n, **claim) for n in (2, 4))
    assert "¹·²Fire" in printed([Reading(report=Report(id="x", text="Fire."), claims=claims)])


def test_an_incident_without_figures_is_named_all_the_same() -> None:
    at = Place(text="Odesa", name="Odesa", country="UA", lat=46.48, lon=30.73, kind="settlement", role="at")
    fire = Claim(
        id="c1", start=0, end=5, event="fire", polarity="affirmed", certainty="certain", places=(at,), incident="odesa"
    )
    shown = printed([Reading(report=Report(id=name, text="Fire."), claims=(fire,)) for name in ("a", "b")])
    assert "Fire at Odesa" in shown and "2 claims in 2 reports: a, b" in shown

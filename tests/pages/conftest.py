"""Gold readings to render, and one with everything hostile in it."""

from pathlib import Path

import pytest

from reportedly.evaluate.gold import read_gold, reading
from reportedly.model import Claim, Finding, Position, Quantity, Reading, Report, Source

GOLD = read_gold(Path(__file__).parents[2] / "corpora" / "gold")
EVIL = '<script>alert(1)</script>" onmouseover=x \x1b[31mred\u202egnp.exe {{ 7*7 }} [bold]'


@pytest.fixture(scope="session")
def one() -> Reading:
    return reading(GOLD["izh-5"])


@pytest.fixture(scope="session")
def several() -> list[Reading]:
    return [reading(GOLD[f"izh-{n}"]) for n in range(1, 6)]


@pytest.fixture(scope="session")
def hostile() -> Reading:
    claim = Claim(
        id=EVIL,
        start=0,
        end=8,
        polarity="denied",
        certainty="possible",
        event="strike",
        sources=(Source(name=EVIL, act="confirms"),),
        quantities=(Quantity(of="other", item=EVIL, value=3, text="3"),),
        incident=EVIL,
    )
    finding = Finding(
        kind="withheld",
        severity="note",
        claims=(f"{EVIL}#{EVIL}",),
        positions=(Position(value=EVIL, by=(EVIL,)),),
        code="x",
        explanation=EVIL,
    )
    report = Report(id=EVIL, publisher=EVIL, url=f"javascript:{EVIL}", title=EVIL, text=EVIL * 2, language=EVIL)
    return Reading(report=report, claims=(claim,), findings=(finding,))

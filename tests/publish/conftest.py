"""A small ledger: three reports on one strike, with deaths, a masked witness, and text that a spreadsheet would run."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from reportedly.ledger import Incoming, Ledger
from reportedly.model import Actor, Claim, Place, Quantity, Reading, Report, Source, Target, TimeSpan, Weapon
from reportedly.publish.outgoing import Outgoing

WORDS = "A long sentence that nobody else may see. People died in the strike."
SUMY = Place(
    text="Сумах", name="Sumy", country="UA", lat=50.92161, lon=34.80029, kind="settlement", role="at",
    admin1="Sumy Oblast",
)  # fmt: skip
NIGHT = TimeSpan(text="at nine", start="2025-07-01", end="2025-07-01", precision="day")
RESCUERS = Source(name="State Emergency Service of Ukraine", kind="official", named="name")
WITNESS = Source(name="Ivan Ivanenko", kind="witness", named="name")
LABEL = "sumy-2025-07-01"


def claim(id: str, **fields: Any) -> Claim:
    """A claim about houses in Sumy, unless said otherwise."""
    known: dict[str, Any] = {
        "start": 0, "end": 20, "polarity": "affirmed", "certainty": "certain", "event": "strike", "places": (SUMY,),
        "target": Target(name="houses", kind="residential"), "time": NIGHT, "incident": LABEL,
    }  # fmt: skip
    return Claim(id=id, **{**known, **fields})


def killed(value: float | None = None, **more: Any) -> Quantity:
    return Quantity(of="killed", **{"text": str(value), "value": value, "bound": "exact", **more})


READINGS = (
    Reading(
        report=Report(
            id="wire", text=WORDS, publisher="The Wire", url="https://example.org/a",
            published="2025-07-01T10:00:00+00:00",
        ),
        claims=(
            claim("c1", sources=(RESCUERS,), quantities=(killed(4),), weapons=(Weapon(type="drone"),)),
            claim("c2", sources=(WITNESS,), actor=Actor(name="Russia")),
            claim("c3", target=None),
        ),
    ),
    Reading(
        report=Report(id="=cmd()", text=WORDS, publisher="@channel", url="-1+1", published="2025-07-01T12:00:00+00:00"),
        claims=(
            claim(
                "c1", sources=(RESCUERS,), quantities=(killed(7),), weapons=(Weapon(type="drone", name="+Shahed"),)
            ),
        ),
    ),
    Reading(
        report=Report(id="denial", text=WORDS, publisher="Russian Ministry of Defence", published="2025-07-02"),
        claims=(claim("c1", polarity="denied", incident="sumy-2"),),
    ),
)  # fmt: skip


def put(ledger: Ledger, *readings: Reading) -> None:
    """Readings on record as they are, with the incidents of their claims."""
    for reading in readings:
        raw = msgspec.json.encode(reading.report)
        id = ledger.add(Incoming(report=reading.report, raw=raw, reading=reading, version="1", own_id=True)).id
        ledger.label({f"{id}#{c.id}": c.incident for c in reading.claims})


@pytest.fixture
def ledger(tmp_path: Any) -> Iterator[Ledger]:
    from reportedly.ledger import open_ledger

    with open_ledger(tmp_path / "l.db") as found:
        put(found, *READINGS)
        yield found


@pytest.fixture
def out(ledger: Ledger) -> Outgoing:
    return Outgoing(ledger)

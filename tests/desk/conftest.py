"""A desk over the bundled example, and one over a ledger in which everything is hostile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly import pipeline
from reportedly.desk import application
from reportedly.desk.session import fill, passing_ledger
from reportedly.ledger import Incoming, Ledger
from reportedly.model import Actor, Claim, Finding, Place, Position, Quantity, Reading, Report, Source, Target, Weapon
from reportedly.reports import load

ROOT = Path(__file__).parents[2]
BASE = "http://127.0.0.1:8321"
EXAMPLE = [str(path) for path in sorted((ROOT / "examples" / "izhevsk").glob("*.json"))]
IZHEVSK = "/incidents/izhevsk-2025-07-01"


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    return tuple(pipeline.read(report) for report in load(EXAMPLE) if isinstance(report, Report))


def client(ledger: Ledger) -> TestClient:
    return TestClient(application(ledger, pipeline.references()), base_url=BASE, follow_redirects=False)


@pytest.fixture(scope="module")
def ledger(readings: tuple[Reading, ...]) -> Iterator[Ledger]:
    with passing_ledger() as found:
        fill(found, readings, pipeline.references())
        yield found


@pytest.fixture(scope="module")
def desk(ledger: Ledger) -> TestClient:
    """The example; tests that decide something take it back or use `fresh`."""
    return client(ledger)


@pytest.fixture
def fresh(readings: tuple[Reading, ...]) -> Iterator[tuple[TestClient, Ledger]]:
    """A ledger of two reports, for tests that write."""
    with passing_ledger() as found:
        fill(found, readings[2:4], pipeline.references())
        yield client(found), found


def hostile(evil: str, number: int = 0) -> Reading:
    """A reading with the same hostile text in every field that comes from outside."""
    claim = Claim(
        id=f"c{number}",
        start=0,
        end=len(evil),
        polarity="denied",
        certainty="possible",
        event="casualties",
        actor=Actor(name=evil),
        target=Target(name=evil, kind="person"),
        weapons=(Weapon(type="drone", name=evil),),
        places=(Place(text=evil), Place(text=evil, name=evil, country="UA", lat=50.0, lon=30.0, kind="settlement")),
        sources=(Source(name=evil, kind="witness", act="confirms", side=evil),),
        quantities=(Quantity(of="killed", item=evil, value=3, text=evil, place=evil),),
        incident=evil,
        confidence=0.1,
    )
    name = f"{evil}{number}"
    finding = Finding(
        kind="count_conflict",
        relation="conflict",
        attribute=evil,
        severity="error",
        claims=(f"{name}#c{number}",),
        positions=(Position(value=evil, by=(evil,), claims=(f"{name}#c{number}",)),),
        code="x",
        explanation=evil,
    )
    report = Report(
        id=name, publisher=evil, url=f"javascript:{evil}", title=evil, text=evil + " " + evil, language=evil,
        forwarded_from=evil,
    )  # fmt: skip
    return Reading(report=report, claims=(claim,), findings=(finding,))


def put(ledger: Ledger, reading: Reading) -> str | None:
    """A reading on record as it is, with the incidents of its claims."""
    raw = reading.report.text.encode("utf-8", "surrogatepass")
    name = ledger.add(Incoming(report=reading.report, raw=raw, reading=reading, version="1")).id
    ledger.label({f"{name}#{c.id}": c.incident for c in reading.claims})
    return name

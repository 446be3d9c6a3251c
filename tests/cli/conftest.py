"""A command line run in this process, with a flow that reads one claim a report: quick, and about the commands only."""

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import msgspec
import pytest

import reportedly
from reportedly.cli.app import run
from reportedly.incidents import Link
from reportedly.incidents.pairs import Part
from reportedly.model import Claim, Finding, Place, Reading, Report

EN = "Two drones struck a plant in Izhevsk overnight, the governor said. Nobody was hurt in the attack."
FAULT = "This text makes the reader fail, for the sake of the test."


class Outcome(NamedTuple):
    """What a run left behind."""

    code: int
    out: bytes
    err: str


Command = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("REPORTEDLY_HOME", str(folder))
    return folder


@pytest.fixture
def reportedly_(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs one command, with bytes on standard input if given."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capsysbinary.readouterr()
        return Outcome(code, out, err.decode())

    return call


@pytest.fixture
def flow(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Puts a small flow in the place of ``reportedly.pipeline``."""
    finding = Finding(kind="unattributed", severity="error", claims=("x#c1",), code="a", explanation="Nobody says so.")

    def read(report: Report) -> Reading:
        if report.text == FAULT:
            raise RuntimeError("broken\nreader")
        claim = Claim(id="c1", start=0, end=3, polarity="affirmed", certainty="certain", event="strike")
        return Reading(report=report, claims=(claim,))

    def check(reading: Reading) -> Reading:
        return msgspec.structs.replace(reading, findings=(finding,) if "struck" in reading.report.text else ())

    def link(readings: Sequence[Reading], told: Callable[[Link], None]) -> tuple[Reading, ...]:
        told(Link(incident="i1", claims=(("a#c1",), ("b#c1",)), score=2.0, parts=(Part("place.same", 2.0, "Sumy"),)))
        linked = (msgspec.structs.replace(c, incident="i1") for r in readings for c in r.claims)
        return tuple(msgspec.structs.replace(r, claims=(c,)) for r, c in zip(readings, linked, strict=True))

    def time(report: Report) -> SimpleNamespace:
        return SimpleNamespace(text="overnight", start=4, end=13, from_="2025-06-30", to="2025-07-01", timex3="TNI")

    fake = SimpleNamespace(
        read=read,
        check=check,
        link=link,
        weigh=lambda readings: (finding,),
        references=lambda home: None,
        check_many=lambda readings, against: (tuple(map(check, readings)), (finding,) if len(readings) > 1 else ()),
        places=lambda report: (Place(text="Izhevsk", name="Izhevsk", span=(29, 36), country="RU"),),
        times=lambda report: (time(report),),
    )
    monkeypatch.setitem(sys.modules, "reportedly.pipeline", fake)  # type: ignore[arg-type]
    monkeypatch.setattr(reportedly, "pipeline", fake, raising=False)
    return fake


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A sound text file."""
    path = tmp_path / "article.txt"
    path.write_text(EN)
    return path

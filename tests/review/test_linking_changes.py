"""Whatever comes, changes or goes is linked with what hangs together with it, as if everything were linked anew."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import convert
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.ledger import Incoming, Ledger, LedgerError, open_ledger
from reportedly.model import Reading, Report, TimeSpan
from reportedly.review import decide, link_new, relink, reread, reviewed, sign_off, state, take
from reportedly.review.reviewed import everything
from tests.incidents.build import claim, report
from tests.review.test_link_new import grouped


@pytest.fixture(scope="module", autouse=True)
def however_few() -> Iterator[None]:
    """A ledger of a handful of reports is not linked as a whole for being small."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportedly.review.linking.SHARE", 0)
        yield


NIGHT = "2025-06-06..2025-06-07"
KHARKIV, SUMY = "kharkiv-2025-06-06", "sumy-2025-06-06"


class Wire:
    """What comes in at a desk, and what is made of it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def says(self, name: str, hour: int, *lines: dict[str, Any], instead_of: str | None = None) -> None:
        """A post of June 7 is put on record, or an edited one in the place of another."""
        made = report(name, f"2025-06-07T{hour:02}:00", *lines)
        made = replace(made, report=replace(made.report, url=f"https://example.org/{instead_of or name}"))
        self.ledger.add(Incoming(report=made.report, raw=f"{made.report}".encode(), reading=made, version="1"))

    def incidents(self) -> dict[str, set[str]]:
        """Label to reports, after linking what changed."""
        link_new(self.ledger, few=0)
        found: dict[str, set[str]] = {}
        for r in everything(self.ledger):
            for c in r.claims:
                found.setdefault(c.incident or "", set()).add(r.report.id)
        return found


def strike(town: str, arms: str = "drone") -> dict[str, Any]:
    return claim("strike", f"A {arms} struck {town} at night.", at=town, on=NIGHT, arms=arms)


@pytest.fixture
def wire(place: str) -> Iterator[Wire]:
    """Three posts on a night in Kharkiv, one on Sumy; an editor has signed off Kharkiv."""
    with open_ledger(place) as ledger:
        found = Wire(ledger)
        for hour, name in enumerate(("agency", "channel", "mayor"), 8):
            found.says(name, hour, strike("Kharkiv"))
        found.says("radio", 9, strike("Sumy"))
        relink(ledger)
        sign_off(ledger, KHARKIV, by="editor")
        yield found


def test_a_correction_moves_a_report_and_nothing_else(wire: Wire) -> None:
    wire.says("agency, corrected", 11, strike("Sumy"), instead_of="agency")
    assert wire.incidents() == {KHARKIV: {"channel", "mayor"}, SUMY: {"radio", "agency, corrected"}}
    assert reviewed(wire.ledger).cleared == {"channel#c1", "mayor#c1"}, "the sign-off stands"


def test_a_slip_of_the_pen_changes_no_label(wire: Wire) -> None:
    wire.ledger.label({"radio#c1": "our-sumy"})
    worded = strike("Sumy") | {"words": "A drone struck Sumy at night, we hear."}
    wire.says("radio, corrected", 11, worded, instead_of="radio")
    assert wire.incidents() == {KHARKIV: {"agency", "channel", "mayor"}, "our-sumy": {"radio, corrected"}}


def test_a_deleted_post_leaves_its_incident_to_the_others(wire: Wire) -> None:
    wire.says("agency, deleted", 11, instead_of="agency")
    wire.says("radio, deleted", 11, instead_of="radio")
    assert wire.incidents() == {KHARKIV: {"channel", "mayor"}}


def test_what_an_erasure_leaves_is_linked_anew(wire: Wire) -> None:
    """An erased report takes the labels of its incident along; the others get one that is made of them alone."""
    wire.ledger.erase("agency", "asked for")
    assert "channel#c1" not in wire.ledger.labels()
    assert wire.incidents() == {KHARKIV: {"channel", "mayor"}, SUMY: {"radio"}}
    assert wire.ledger.verify() == ()


def test_a_witness_is_found_by_the_report_that_comes_later(wire: Wire) -> None:
    fields = {name: strike("Izhevsk")[name] for name in ("event", "places", "time", "weapons")}
    own = state(wire.ledger, by="editor", source="A neighbour", quote="It hit the plant.", claim=fields)
    assert wire.incidents()["izhevsk-2025-06-06"] == {own.id}
    wire.says("governor", 12, strike("Izhevsk"))
    assert wire.incidents()["izhevsk-2025-06-06"] == {own.id, "governor"}


def test_a_report_read_otherwise_goes_where_it_now_belongs(wire: Wire) -> None:
    def read(found: Report) -> Reading:
        return replace(report("x", "2025-06-07T08:00", strike("Sumy")), report=found)

    for proposal in list(reread(wire.ledger, read, "2", ["agency"])):
        take(wire.ledger, proposal, by="editor")
    assert wire.incidents() == {KHARKIV: {"channel", "mayor"}, SUMY: {"radio", "agency"}}


def test_nothing_is_written_of_what_did_not_change(wire: Wire) -> None:
    wire.incidents()
    before = wire.ledger.latest()
    wire.says("agency, corrected", 11, strike("Sumy"), instead_of="agency")
    wire.incidents()
    assert before is not None
    written = [(entry.kind, about) for entry, about in wire.ledger.entries(before.seq) if entry.kind == "linking"]
    assert written == [("linking", ("agency, corrected",))]
    assert wire.ledger.linking.since() == ()


TOWNS = ("Kharkiv", "Sumy", "Lisne", "Kharkiv; Sumy")
ARMS = ("drone", "missile", None)
EVENTS = ("strike", "strike", "casualties", "fire", "interception")
SMALL = st.integers(0, 11)
KINDS = ("add", "add", "add", "revise", "revise", "reread", "erase", "own", "merge", "freeze", "sign", "hide", "link")
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), SMALL, SMALL), min_size=4, max_size=24)


def told(number: int, a: int, b: int) -> list[dict[str, Any]]:
    """One to three claims of attacks on neighbouring towns in nights that follow each other: hard to tell apart."""
    lines = []
    for n in range(1 + (a + b) % 3):
        town, day = TOWNS[(a + n * b) % len(TOWNS)], 1 + (a // 3 + b // 4 + n * (b % 2)) % 4
        event = EVENTS[(b + n) % len(EVENTS)]
        figure = {"killed": str(2 + a % 3)} if event == "casualties" else {}
        words = f"Account {number} says of {town} that on day {day} there was some {event}, in its line {n} of {b}."
        lines.append(
            claim(event, words, at=town, on=f"2025-06-0{day}", arms=ARMS[(a * b + n) % 3], **figure)  # type: ignore[arg-type]
        )
    return lines


class Day:
    """A ledger in which reports come, are edited, read anew and erased, and people decide."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.count = 0

    def take(self, kind: str, a: int, b: int) -> None:
        try:
            getattr(self, kind)(a, b)
        except LedgerError:  # there is no such report, claim or incident yet
            return

    def _name(self, a: int) -> str:
        names = [r.report.id for r in self.ledger.readings()]
        return names[a % len(names)] if names else "nobody"

    def _label(self, a: int) -> str:
        labels = sorted({*self.ledger.labels().values()})
        return labels[a % len(labels)] if labels else "nothing"

    def _put(self, name: str, url: str, lines: list[dict[str, Any]]) -> None:
        made = report(name, "2025-06-05T10:00", *lines)
        made = replace(made, report=replace(made.report, url=url))
        self.ledger.add(Incoming(report=made.report, raw=made.report.text.encode(), reading=made, version="1"))

    def add(self, a: int, b: int) -> None:
        self.count += 1
        self._put(f"r{self.count}", f"https://example.org/{self.count}", told(self.count, a, b))

    def revise(self, a: int, b: int) -> None:
        old = self.ledger.report(self._name(a))
        if old is not None:
            self.count += 1
            lines = told(self.count, a // 2 + b, b) if b else []  # with b = 0 it was deleted
            self._put(f"r{self.count}", old.url or "", lines)

    def reread(self, a: int, b: int) -> None:
        def read(found: Any) -> Reading:
            old = self.ledger.reading(found.id)
            assert old is not None
            moved = convert(told(0, a + b, b)[0]["time"], TimeSpan)
            return Reading(report=found, claims=tuple(replace(c, time=moved) for c in old.claims[b % 2 :]))

        for proposal in list(reread(self.ledger, read, "2", [self._name(a)])):
            take(self.ledger, proposal, by="me")

    def erase(self, a: int, b: int) -> None:
        self.ledger.erase(self._name(a), "asked for")

    def own(self, a: int, b: int) -> None:
        line = told(0, a, b)[0]
        fields = {name: line[name] for name in ("event", "places", "time", "weapons", "quantities")}
        state(self.ledger, by="me", source="Witness", quote=f"{line['words']} {a}", claim=fields)

    def merge(self, a: int, b: int) -> None:
        decide(self.ledger, "merge", f"incident:{self._label(a)}", by="me", value={"with": [self._label(b)]})

    def freeze(self, a: int, b: int) -> None:
        decide(self.ledger, "freeze", f"incident:{self._label(a)}", by="me")

    def sign(self, a: int, b: int) -> None:
        sign_off(self.ledger, self._label(a), by="me")

    def hide(self, a: int, b: int) -> None:
        decide(self.ledger, "hide", f"{self._name(a)}#c1", by="me", reason="so")

    def link(self, a: int, b: int) -> None:
        link_new(self.ledger, few=0)
        same(self.ledger)


def same(ledger: Ledger) -> None:
    """The incidents are those of linking everything anew; no finding across reports names what no longer counts."""
    readings = everything(ledger)
    assert by_incident(readings) == by_incident(pipeline.link(readings))
    there = {f"{r.report.id}#{c.id}" for r in readings for c in r.claims}
    assert all(there.issuperset(f.claims) for f in ledger.findings_across().values())


def by_incident(readings: Sequence[Reading]) -> set[frozenset[str]]:
    return grouped((f"{r.report.id}#{c.id}", c.incident) for r in readings for c in r.claims)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_any_changes_as_if_everything_came_at_once(steps: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        day = Day(ledger)
        day.add(0, 0)
        relink(ledger)
        for step in steps:
            day.take(*step)
        day.link(0, 0)
        assert ledger.verify() == ()

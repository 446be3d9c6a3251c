"""What the desk answers from indexes is what all readings say, as people left them, whatever happened in between."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.desk.filters import Conditions, matching, meets
from reportedly.desk.groups import grouped, listed
from reportedly.desk.held import held
from reportedly.desk.public import rows
from reportedly.desk.queries import Shelf
from reportedly.desk.queue import waiting
from reportedly.desk.sources import tallies
from reportedly.ledger import Incoming, Ledger, LedgerError, View, open_ledger
from reportedly.ledger.weight import doubt, stake, weight
from reportedly.ledger.words import of_claim, stems
from reportedly.model import Claim, Finding, Place, Quantity, Reading, Report, Source, Target, TimeSpan
from reportedly.publish.gate import Gated
from reportedly.publish.reviewed import gated, published
from reportedly.review import decide, reviewed, sign_off, state
from reportedly.review.judging import signature
from reportedly.review.reviewed import everything

SMALL = st.integers(0, 3)
KINDS = (
    "add", "revise", "label", "merge", "split", "correct", "move", "hide", "reject", "accept", "undo", "erase", "weigh",
    "own", "withdraw", "sign", "judge",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), SMALL, SMALL), min_size=1, max_size=10)
ASKED = (
    Conditions(q="houses"),
    Conditions(event="strike"),
    Conditions(event="fire", place="Sumy"),
    Conditions(place="Nowhere 1"),
    Conditions(source="Outlet 1"),
    Conditions(country="UA", start="2025-06-02", end="2025-06-02"),
    Conditions(start="2025-06-02"),
    Conditions(unknown="1"),
    Conditions(incident="i1"),
    Conditions(q="nothing of it"),
)
TOWNS = (("Sumy", 50.9, 34.8), ("Kharkiv", 50.0, 36.2))


def claim(number: int, n: int) -> Claim:
    name, lat, lon = TOWNS[(number + n) % 2]
    there = Place(text=name, name=name, country="UA", lat=lat, lon=lon, kind="settlement", role="at")
    day = f"2025-06-0{1 + (number + n) % 3}"
    return Claim(
        id=f"c{n}",
        start=0,
        end=20,
        polarity="affirmed" if n else "denied",
        certainty="certain",
        event=("strike", "fire", "statement")[(number * 2 + n) % 3],  # type: ignore[arg-type]
        target=Target(name="houses", kind="residential") if number % 2 else None,
        places=(there, Place(text=f"Nowhere {n}")) if n else (there,),
        time=TimeSpan(text="then", start=day, end=day, precision="day") if number % 3 else None,
        sources=(Source(name=f"Office {number % 2}", kind="official"),),
        quantities=(Quantity(of="killed", value=number, text=str(number)),) if n == 1 else (),
        confidence=(None, 0.95, 0.3)[(number + n) % 3],
    )


def reading(number: int, claims: int, version: int = 0) -> Reading:
    report = Report(
        id=f"r{number}" + (f"v{version}" if version else ""),
        text=f"Houses burnt in town {number}, version {version}.",
        publisher=f"Outlet {number % 2}",
        published=f"2025-06-0{1 + number}T10:00:00+00:00",
        url=f"https://example.org/{number}",
        language="en",
    )
    error = Finding(
        kind="figure_revised", severity="error" if claims > 2 else "note", claims=(f"{report.id}#c0",), code="x",
        explanation="x",
    )  # fmt: skip
    return Reading(
        report=report, claims=tuple(claim(number, n) for n in range(claims)), findings=(error,) if claims else ()
    )


class Day:
    """A ledger, and what people and machines do with it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.versions: Counter[int] = Counter()
        self.made: list[str] = []

    def take(self, kind: str, a: int, b: int) -> None:
        try:
            getattr(self, kind)(a, b)
        except LedgerError:  # there is no such claim, incident or report yet
            return

    def _ref(self, a: int, b: int) -> str:
        names = [r.report.id for r in everything(self.ledger)]
        return f"{names[a % len(names)]}#c{b % 3}" if names else "r#c"

    def _decide(self, kind: str, subject: str, **value: Any) -> None:
        self.made.append(decide(self.ledger, kind, subject, by="me", value=value, reason="so").id)

    def add(self, a: int, b: int) -> None:
        told = reading(a, b)
        self.ledger.add(Incoming(report=told.report, raw=told.report.text.encode(), reading=told, version="1"))

    def revise(self, a: int, b: int) -> None:
        self.versions[a] += 1
        told = reading(a, b, self.versions[a])
        self.ledger.add(Incoming(report=told.report, raw=told.report.text.encode(), reading=told, version="1"))

    def label(self, a: int, b: int) -> None:
        for told in self.ledger.readings():
            self.ledger.label({f"{told.report.id}#{c.id}": f"i{(int(c.id[1:]) + a) % (b + 1)}" for c in told.claims})

    def merge(self, a: int, b: int) -> None:
        self._decide("merge", f"incident:i{a}", **{"with": [f"i{b}"]})

    def split(self, a: int, b: int) -> None:
        self._decide("split", f"incident:i{b}", claims=[self._ref(a, b)])

    def correct(self, a: int, b: int) -> None:
        there = {"text": "Lviv", "name": "Lviv", "country": "UA", "lat": 49.8, "lon": 24.0}
        self._decide("correct", self._ref(a, b), places=[there], sources=[{"name": "Office 9"}])

    def move(self, a: int, b: int) -> None:
        time = {"text": "then", "start": "2025-06-09", "end": "2025-06-09", "precision": "day"}
        self._decide("correct", self._ref(a, b), time=time, event="explosion", target={"name": "x", "kind": "person"})

    def hide(self, a: int, b: int) -> None:
        self._decide("hide", self._ref(a, b))

    def withdraw(self, a: int, b: int) -> None:
        self._decide("hide", f"report:{self._ref(a, b).rpartition('#')[0]}")

    def reject(self, a: int, b: int) -> None:
        self._decide("reject", self._ref(a, b))

    def accept(self, a: int, b: int) -> None:
        self._decide("accept", self._ref(a, b))

    def sign(self, a: int, b: int) -> None:
        sign_off(self.ledger, f"i{b}", by="me")

    def undo(self, a: int, b: int) -> None:
        if self.made:
            self._decide("undo", f"decision:{self.made[-1 - a % len(self.made)]}")

    def erase(self, a: int, b: int) -> None:
        self.ledger.erase(self._ref(a, b).rpartition("#")[0], "asked for")

    def weigh(self, a: int, b: int) -> None:
        refs = (self._ref(a, 0), self._ref(b, 0))
        told = Finding(
            kind="count_conflict", relation="conflict", severity="error", claims=refs, code="x", explanation="x"
        )
        self.ledger.weigh([told])

    def judge(self, a: int, b: int) -> None:
        """One more finding is signed off or set aside."""
        found = [*self.ledger.findings_across().values(), *(f for r in self.ledger.readings() for f in r.findings)]
        if found:
            kind, one = ("accept", "reject", "hide", "note")[b % 4], found[a % len(found)]
            subject, value = f"finding:{signature(one)}", {"text": "so"} if kind == "note" else {}
            made = decide(self.ledger, kind, subject, by="me", value=value, reason="so", finding=one)
            self.made.append(made.id)

    def own(self, a: int, b: int) -> None:
        state(self.ledger, by="me", source="Witness", quote="Houses burnt.", claim={"event": "fire"})


def same(shelf: Shelf, view: View, decided: View | None = None) -> None:
    """The shelf says what all readings say."""
    found = reviewed(view, decided)
    kept = [
        replace(r, claims=tuple(c for c in r.claims if f"{r.report.id}#{c.id}" not in found.hidden))
        for r in found.readings
    ]
    incidents(shelf, kept)
    names(shelf, list(found.readings), kept)
    findings(shelf, view, list(found.readings), kept)
    for wanted in ASKED:
        asked = [
            f"{r.report.id}#{c.id}"
            for r in found.readings
            for c in r.claims
            if meets(r, c, wanted) and set(stems(wanted.q)).issubset(of_claim(c, r.report))
        ]
        assert sorted(one.ref for one in matching(shelf, wanted)) == sorted(asked), wanted


def incidents(shelf: Shelf, kept: list[Reading]) -> None:
    wanted = grouped(kept)
    told = shelf.incidents(1000)
    assert [h.label for h in told] == [i.id for i in wanted]
    assert list(told) == [listed(i, kept) for i in wanted]
    assert shelf.incident_count() == len(wanted)
    assert [h for n in range(len(wanted) + 1) for h in shelf.incidents(1, n)] == list(told), "page by page"
    for incident in wanted:
        found = shelf.record(incident.id)
        assert found is not None and sorted(found.claims) == sorted(incident.claims)


def names(shelf: Shelf, readings: list[Reading], kept: list[Reading]) -> None:
    reports = Counter(r.report.publisher for r in readings)
    claims = Counter(name for r in readings for c in r.claims for name in {s.name for s in c.sources})
    told = {t.name: (t.reports, t.claims) for t in tallies(shelf)}
    assert told == {name: (reports[name], claims[name]) for name in {*reports, *claims}}
    unknown = Counter(text for r in kept for c in r.claims for text in {p.text for p in c.places if p.name is None})
    assert {u.name: u.claims for u in shelf.unknown_places()} == dict(unknown)
    assert [r.id for r in shelf.reports(1000)][::-1] == [r.report.id for r in in_order(shelf, readings)]
    assert shelf.numbers.reports == len(readings)
    assert shelf.numbers.claims.total() == sum(len(r.claims) for r in readings)


def across(recorded: Iterable[Finding], before: Sequence[Reading], counting: Sequence[Reading]) -> tuple[Finding, ...]:
    """The findings on record, but for incidents of claims that people left otherwise, which are weighed anew."""
    then, now = _claims(before), _claims(counting)
    differ = {ref for ref in then.keys() | now.keys() if then.get(ref) != now.get(ref)}
    touched = {c.incident for ref in differ for c in (then.get(ref), now.get(ref)) if c is not None and c.incident}
    if not differ:
        return tuple(recorded)
    known = {ref for claims in (then, now) for ref, c in claims.items() if c.incident in touched} | differ
    near = [_only(r, known) for r in counting if any(f"{r.report.id}#{c.id}" in known for c in r.claims)]
    anew = pipeline.weigh(near) if len(near) > 1 else ()
    return (*anew, *(f for f in recorded if known.isdisjoint(f.claims)))


def _claims(readings: Sequence[Reading]) -> dict[str, Claim]:
    return {f"{r.report.id}#{c.id}": c for r in readings for c in r.claims}


def _only(reading: Reading, known: set[str]) -> Reading:
    return replace(reading, claims=tuple(c for c in reading.claims if f"{reading.report.id}#{c.id}" in known))


def in_order(shelf: Shelf, readings: list[Reading]) -> list[Reading]:
    came = shelf.view.lists.current([r.report.id for r in readings])
    assert len(came) == len(readings)
    return sorted(readings, key=lambda r: came[r.report.id])


def findings(shelf: Shelf, view: View, readings: list[Reading], kept: list[Reading]) -> None:
    recorded = tuple(view.findings_across().values())
    wanted = across(recorded, everything(view), kept) if shelf.reviewed.decisions else recorded
    wanted = tuple(f for f in wanted if not shelf.reviewed.is_aside(f))
    key: Callable[[Finding], Any] = lambda f: (f.kind, f.claims, f.severity)  # noqa: E731
    assert sorted(map(key, shelf.findings.across())) == sorted(map(key, wanted))
    own = by_themselves(shelf, view, readings, kept)
    for reading in readings:
        assert list(map(key, shelf.findings.own(reading))) == list(map(key, own[reading.report.id]))
    everywhere = [*wanted, *(f for some in own.values() for f in some)]
    assert sorted(key(f) for _, f in shelf.findings.all("", -1, 7)) == sorted(map(key, everywhere))
    severities = {severity: n for severity, n in shelf.findings.severities().items() if n}
    assert severities == Counter(f.severity for f in everywhere)


def by_themselves(
    shelf: Shelf, view: View, readings: list[Reading], kept: list[Reading]
) -> dict[str, list[Finding]]:
    """What each report shows by itself: anew where a claim says something else than what was read, or is gone."""
    told = lambda reading: {c.id: replace(c, incident=None) for c in reading.claims}  # noqa: E731
    before = {r.report.id: told(r) for r in everything(view)}
    other = [r for r in kept if told(r) != before[r.report.id]]
    changed = {r.report.id: pipeline.check(r, shelf.references).findings for r in other}
    return {
        r.report.id: [f for f in changed.get(r.report.id, r.findings) if not shelf.reviewed.is_aside(f)]
        for r in readings
    }


def the_queue(shelf: Shelf, kept: list[Reading]) -> None:
    """Of the present only."""
    grave = {
        ref
        for f in (*shelf.findings.across(), *(f for r in kept for f in shelf.findings.own(r)))
        if f.severity == "error"
        for ref in f.claims
    }
    told = {i.id: len(i.reports) for i in grouped(kept)}
    wanted = []
    for r in kept:
        for c in r.claims:
            ref = f"{r.report.id}#{c.id}"
            weighs = weight(doubt(c), stake(c), c.event, told.get(c.incident or "", 0), ref in grave)
            if weighs is not None and ref not in shelf.states:
                wanted.append((round(weighs, 6), ref))
    found = [w for w in waiting(shelf) if w.kind == "claim"]
    assert sorted((round(w.weight, 6), w.subject) for w in found) == sorted(wanted)
    assert [w.weight for w in found] == sorted((w.weight for w in found), reverse=True)


def the_gate(shelf: Shelf, wanted: Gated) -> None:
    assert {why: n for why, n in held(shelf).items() if n} == Counter(h.why for h in wanted.held)
    assert sorted(p.ref for _, p in rows(shelf, Conditions())) == sorted(p.ref for p in wanted.passed)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_any_day(steps: list[tuple[str, int, int]]) -> None:
    compared([("add", 0, 2), ("add", 1, 3), ("label", 0, 1), *steps])


@pytest.mark.parametrize(
    "steps",
    [
        [("correct", 0, 0), ("merge", 0, 1), ("add", 2, 3), ("label", 1, 1)],
        [("split", 1, 0), ("hide", 0, 1), ("undo", 0, 0), ("revise", 1, 2)],
        [("weigh", 0, 1), ("correct", 0, 0), ("erase", 1, 0)],
        [("add", 3, 2), ("correct", 1, 2), ("weigh", 2, 1)],
        [("own", 0, 0), ("withdraw", 0, 0), ("move", 1, 1), ("sign", 0, 0)],
        [("weigh", 0, 3), ("correct", 3, 3), ("revise", 0, 0)],
        [("weigh", 0, 1), ("judge", 0, 1), ("judge", 1, 2), ("undo", 0, 0), ("correct", 0, 0), ("judge", 2, 1)],
    ],
)
def test_a_day(steps: list[tuple[str, int, int]]) -> None:
    compared([("add", 0, 2), ("add", 1, 3), ("label", 0, 1), *steps])


def compared(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "l.db") as ledger:
        day, first = Day(ledger), Shelf(ledger, pipeline.references())
        states = []
        for step in steps:
            day.take(*step)
            shelf = first.at()
            same(shelf, ledger)
            found = reviewed(ledger)
            the_gate(shelf, gated(ledger, found, now=datetime.now(UTC)))
            the_queue(shelf, [shelf.laid.kept(r) for r in found.readings])
            states.append(shelf.seq)
        for seq in states if not any(kind == "erase" for kind, _, _ in steps) else ():
            earlier = first.at(seq)
            same(earlier, ledger.after(seq))
            the_gate(earlier, gated(ledger.after(seq), reviewed(ledger.after(seq), ledger)))


def test_what_people_decide_is_shown_at_once_and_lets_nothing_out(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    shown = [item["ref"] for item in desk.get("/api/v1/claims").json()["items"]]
    assert shown
    decide(ledger, "hide", shown[0], by="x", reason="asked for")
    items = [item["ref"] for item in desk.get("/api/v1/claims").json()["items"]]
    assert shown[0] not in items and set(items) == {p.ref for p in published(ledger).passed}
    before = desk.get(f"/api/v1/claims?at={ledger.status()['entries'] - 1}").json()["items"]  # type: ignore[operator]
    assert shown[0] not in [item["ref"] for item in before], "of an earlier state too"


def test_a_cursor_goes_on_in_the_state_in_which_it_began(fresh: tuple[TestClient, Ledger]) -> None:
    desk, ledger = fresh
    asked = "/api/v1/claims?view=desk&limit=2"
    first = desk.get(asked).json()
    day = Day(ledger)
    day.add(0, 3)
    refs, page = [item["ref"] for item in first["items"]], first
    while page["next"]:
        page = desk.get(f"{asked}&cursor={page['next']}").json()
        refs += [item["ref"] for item in page["items"]]
    earlier = [f"{t.report}#{t.claim.id}" for t in ledger.after(first["entry"]).claims()]
    assert refs == earlier[::-1]

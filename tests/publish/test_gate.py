"""The gate: what passes, what is held and why; what never passes, whatever the claim says."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Actor, Claim, Place, Quantity, Report, Source, Target, TimeSpan, Weapon
from reportedly.publish.exports.cells import neutral
from reportedly.publish.exports.claims import claims_csv
from reportedly.publish.exports.geojson import claims_geojson
from reportedly.publish.gate import Gated, Item, pass_through
from reportedly.publish.places import square
from reportedly.publish.rules import Rules

DAY = datetime(2025, 7, 1, tzinfo=UTC)
REPORT = Report(id="r", text="Words of the report.", publisher="The paper", published="2025-07-01T10:00:00+00:00")
HOUSE = Target(name="houses", kind="residential")
BASE = Target(name="air base", kind="military")
SUMY = Place(text="Сумах", name="Sumy", country="UA", lat=50.92161, lon=34.80029, kind="settlement", role="at")


def claim(**fields: Any) -> Claim:
    """A claim about houses in Sumy at nine in the morning, UTC, unless said otherwise."""
    time = TimeSpan(text="at nine", start="2025-07-01T09:00+00:00", end="2025-07-01T09:00+00:00", precision="minute")
    known: dict[str, Any] = {"target": HOUSE, "time": time, "places": (SUMY,), "event": "strike", **fields}
    return Claim(id="c1", start=0, end=5, polarity="affirmed", certainty="certain", **known)


def at(hours: float, made: Claim, report: Report = REPORT, **more: Any) -> Gated:
    """What the gate says, so many hours after nine in the morning."""
    return pass_through([Item(report=report, claim=made)], DAY + timedelta(hours=9 + hours), **more)


def why(gated: Gated) -> str:
    return gated.held[0].why if gated.held else "passed"


@pytest.mark.parametrize(
    ("fields", "hours", "said"),
    [
        ({}, 2.9, "embargo (civilian)"),
        ({}, 3.1, "passed"),
        ({"target": BASE}, 11.9, "embargo (military)"),
        ({"target": BASE}, 12.1, "passed"),
        ({"target": Target(name="plant", kind="facility")}, 11.9, "embargo (military)"),
        ({"target": Target(name="lorry", kind="vehicle")}, 11.9, "embargo (military)"),
        ({"target": Target(name="people", kind="person")}, 3.1, "passed"),
        ({"places": (msgspec.structs.replace(SUMY, role="toward"),)}, 11.9, "embargo (military)"),
        ({"places": (SUMY, msgspec.structs.replace(SUMY, role="from"))}, 11.9, "embargo (military)"),
        ({"places": (msgspec.structs.replace(SUMY, role="over"),)}, 11.9, "embargo (military)"),
        ({"places": (msgspec.structs.replace(SUMY, kind="facility"),)}, 11.9, "embargo (military)"),
        ({"event": "measure"}, 11.9, "embargo (military)"),
        ({"target": None}, 100_000, "target unknown"),
        ({"time": None}, 100_000, "time unknown"),
    ],
)
def test_waiting(fields: dict[str, Any], hours: float, said: str) -> None:
    assert why(at(hours, claim(**fields))) == said


def timed(start: str, end: str, precision: Any = "day") -> Claim:
    return claim(time=TimeSpan(text="then", start=start, end=end, precision=precision))


LATE = msgspec.structs.replace(REPORT, published=None)


@pytest.mark.parametrize(
    ("made", "report", "over"),
    [
        # A day ends at midnight, at the latest twelve hours after that of UTC.
        (timed("2025-07-01", "2025-07-01"), LATE, "2025-07-02T12:00"),
        # It was published in the morning, so it was under way by then.
        (timed("2025-07-01", "2025-07-01"), REPORT, "2025-07-01T10:00"),
        # A date of publication without a time, or without an offset, says nothing.
        (
            timed("2025-07-01", "2025-07-01"),
            msgspec.structs.replace(REPORT, published="2025-07-01"),
            "2025-07-02T12:00",
        ),
        (
            timed("2025-07-01", "2025-07-01"),
            msgspec.structs.replace(REPORT, published="2025-07-01T10:00"),
            "2025-07-02T12:00",
        ),
        # What is announced for later is not over when it is announced.
        (timed("2025-07-03", "2025-07-04"), REPORT, "2025-07-05T12:00"),
        (timed("2025-07-01T09:00", "2025-07-01T09:00", "minute"), LATE, "2025-07-01T21:01"),
    ],
)
def test_when_it_was_over(made: Claim, report: Report, over: str) -> None:
    end = datetime.fromisoformat(over).replace(tzinfo=UTC)
    wait = timedelta(hours=3)
    item = [Item(report=report, claim=made)]
    assert pass_through(item, end + wait).passed and not pass_through(item, end + wait - timedelta(minutes=1)).passed
    held = pass_through(item, end).held[0]
    assert held.until is not None and datetime.fromisoformat(held.until) == end + wait


def test_what_stays_in_force_is_not_over_when_it_is_told() -> None:
    made = msgspec.structs.replace(timed("2025-07-01", "2025-07-10"), event="measure")
    assert why(at(48, made)) == "embargo (military)"


def test_a_pack_lengthens_and_nobody_shortens() -> None:
    longer = Rules().lengthened(military=timedelta(days=3), coarse_km=10)
    assert why(at(71, claim(target=BASE), rules=longer)) == "embargo (military)"
    short = Rules(military=timedelta(0), civilian=timedelta(0), coarse_km=0)
    assert why(at(2.9, claim(), rules=short)) == "embargo (civilian)"
    assert why(at(11, claim(target=BASE), rules=short.lengthened(military=timedelta(hours=1)))) == "embargo (military)"
    assert at(24, claim(), rules=short).passed[0].places[0].km == 1


def test_what_an_editor_hid_stays_in() -> None:
    gated = pass_through([Item(report=REPORT, claim=claim(), hidden=True)], DAY + timedelta(days=999))
    assert why(gated) == "hidden or rejected by an editor"


def test_the_present_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        pass_through([], datetime(2025, 7, 1))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (Source(name="Russian Ministry of Defence", kind="military", named="name"), "Russian Ministry of Defence"),
        (Source(name="Alexander Brechalov", kind="official", named="name"), "Alexander Brechalov"),
        (Source(name="Ivan Ivanenko", kind="witness", named="name"), "a person (witness)"),
        (Source(name="Ivan Ivanenko", kind="official", named="name"), "a person (official)"),
        (Source(name="Ivan Ivanenko", kind="media", public=False), "media"),
        (Source(name="Ivan Ivanenko", kind="expert", named="name", public=True), "Ivan Ivanenko"),
        (Source(name="Maria Released", kind="expert", named="name"), "Maria Released"),
        (Source(name="regional health department", kind="official", named="role"), "regional health department"),
        (Source(name="a man from house 5", kind="witness", named="anonymous"), "witness"),
        (Source(name="The Daily", kind="media", named="name"), "The Daily"),
        (Source(name="Somebody Unknown"), "a person"),
    ],
)
def test_whose_name_is_shown(source: Source, shown: str) -> None:
    (passed,) = at(24, claim(sources=(source,)), released=frozenset({"Maria Released"})).passed
    assert passed.sources[0] == shown


def test_who_told_a_person_something_is_masked_like_a_source() -> None:
    report = msgspec.structs.replace(REPORT, publisher="Ivan Ivanenko", url="https://archive.example.org/his-page")
    item = Item(report=report, claim=claim(), person=True)
    (passed,) = pass_through([item], DAY + timedelta(days=9)).passed
    assert (passed.publisher, passed.url) == ("a person (witness)", None)


@pytest.mark.parametrize(
    ("name", "shown"), [("Ukraine", "Ukraine"), ("residents", "residents"), ("Ivan Ivanenko", "a person")]
)
def test_actors(name: str, shown: str) -> None:
    assert at(24, claim(actor=Actor(name=name))).passed[0].actor == shown


def test_a_person_as_target_is_masked() -> None:
    target = Target(name="Ivan Ivanenko", kind="person")
    assert at(24, claim(target=target)).passed[0].target == "a person"
    assert at(24, claim(target=msgspec.structs.replace(target, name="passers-by"))).passed[0].target == "passers-by"


def test_places_are_coarse_and_streets_stay_in() -> None:
    region = Place(text="x", name="Sumy Oblast", country="UA", lat=51.0, lon=34.0, kind="region")
    street = Place(text="Secret Street 5", lat=50.9123456, lon=34.81234, kind="facility")
    (passed,) = at(24, claim(places=(SUMY, region, street))).passed
    assert [p.name for p in passed.places] == ["Sumy", "Sumy Oblast"]
    assert (passed.places[1].lat, passed.places[1].km) == (None, None)
    assert "Secret" not in repr(passed) and "50.92161" not in repr(passed)


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(0, 0.004), st.floats(1, 20))
def test_points_of_a_square_cannot_be_told_apart(lat: float, lon: float, shift: float, km: float) -> None:
    middle = square(lat, lon, km)
    assert square(*middle, km) == pytest.approx(middle, abs=2e-5)
    assert abs(middle[0] - lat) <= km / 111.32 / 2 + 1e-5


TARGETS = st.sampled_from(["settlement", "facility", "residential", "infrastructure", "military", "vehicle", "area"])
ROLES = st.sampled_from(["at", "over", "toward", "from", "near", None])


@given(TARGETS, ROLES, st.integers(0, 48), st.integers(-14 * 60, 12 * 60))
def test_nothing_passes_before_its_time(kind: Any, role: Any, hours: int, minutes: int) -> None:
    """Whatever clock the event went by, nothing is out within three hours, or twelve where it must wait longer."""
    local = datetime(2025, 7, 1, 9) + timedelta(minutes=minutes)
    text = local.isoformat(timespec="minutes")
    made = claim(
        target=Target(name="x", kind=kind),
        places=(msgspec.structs.replace(SUMY, role=role),),
        time=TimeSpan(text="t", start=text, end=text, precision="minute"),
    )
    real = local.replace(tzinfo=UTC) + timedelta(hours=12)  # the clock furthest west
    now = real + timedelta(hours=hours)
    short = kind in ("settlement", "residential", "infrastructure") and role in ("at", "near", None)
    passed = pass_through([Item(report=LATE, claim=made)], now).passed
    assert not passed or hours >= (3 if short else 12)


FULL = claim(
    sources=(Source(name="=cmd()", kind="media", named="name"),),
    weapons=(Weapon(type="drone", name="@Shahed"),),
    quantities=(Quantity(of="killed", value=3, text="three"), Quantity(of="injured", low=3, text="+3")),
    places=(SUMY, msgspec.structs.replace(SUMY, name="-Kharkiv", lat=49.98, lon=36.25, role="from")),
)


PASSED = at(48, FULL).passed


def test_no_cell_is_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(b"".join(claims_csv(PASSED)).decode("utf-8-sig"))))
    assert rows[0]["sources"] == "'=cmd()" and rows[0]["weapons"] == "'@Shahed"
    assert rows[0]["figures"] == "killed 3; injured 3.." and float(rows[0]["lat"]) > 50
    assert (rows[0]["killed"], rows[0]["injured"]) == ("3", "3..")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in rows[0].values())


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", " =1", "\n=1"])
def test_what_a_spreadsheet_takes_for_a_formula(cell: str) -> None:
    assert neutral(cell) == "'" + cell and neutral(-1.5) == -1.5 and neutral("x=1") == "x=1"


def test_only_points_on_the_map() -> None:
    features = json.loads(b"".join(claims_geojson(PASSED)))["features"]
    assert [f["geometry"]["type"] for f in features] == ["Point", "Point"]
    assert json.loads(b"".join(claims_geojson(())))["features"] == []

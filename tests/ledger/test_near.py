"""Claims within a distance: the same in both stores, and the same as measuring every one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from faults.build import report
from reportedly.gazetteer import distance_km
from reportedly.ledger import Ledger, LedgerError, Near, open_ledger
from reportedly.model import Place

SUMY, IZHEVSK, FIJI = (50.92, 34.8), (56.85, 53.2), (-17.0, 179.9)


def put(ledger: Ledger, number: int, *points: tuple[float, float] | None) -> None:
    """A report with a claim at each point."""
    made = report(number, claims=len(points))
    assert made.reading is not None
    places = [() if at is None else (Place(text="x", name="x", lat=at[0], lon=at[1]),) for at in points]
    found = tuple(replace(claim, places=place) for claim, place in zip(made.reading.claims, places, strict=True))
    ledger.add(replace(made, reading=replace(made.reading, claims=found)))


@pytest.mark.parametrize(
    ("lat", "lon", "km", "found"),
    [
        (51.0, 34.0, 57, ["r1#c1"]),
        (51.0, 34.0, 56, []),
        (56.0, 53.0, 100, ["r1#c2"]),
        (-17.0, -179.9, 25, ["r1#c4"]),
        (90.0, 0.0, 4400, ["r1#c1", "r1#c2"]),
        (0.0, 0.0, 20015, ["r1#c1", "r1#c2", "r1#c4"]),
    ],
    ids=["Sumy is 56.6 km away", "not within 56", "Izhevsk", "across the date line", "from the pole", "anywhere"],
)
def test_within_a_distance(ledger: Ledger, lat: float, lon: float, km: float, found: list[str]) -> None:
    put(ledger, 1, SUMY, IZHEVSK, None, FIJI)
    assert [told.ref for told in ledger.claims(near=Near(lat, lon, km))] == found


def test_within_a_distance_as_of_then(ledger: Ledger) -> None:
    put(ledger, 1, SUMY)
    before = ledger.latest()
    put(ledger, 2, SUMY)
    assert before is not None
    near = Near(*SUMY, 1)
    assert [told.ref for told in ledger.as_of(before.at).claims(near=near)] == ["r1#c1"]
    assert [told.ref for told in ledger.claims(near=near, event="strike")] == ["r1#c1", "r2#c1"]


points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@settings(max_examples=25, deadline=None)
@given(there=st.lists(points, min_size=1, max_size=8), here=points, km=st.floats(1, 20_000))
def test_no_box_leaves_one_out(
    tmp_path_factory: pytest.TempPathFactory, there: list[tuple[float, float]], here: tuple[float, float], km: float
) -> None:
    folder: Path = tmp_path_factory.mktemp("near")
    with open_ledger(folder / "ledger.db") as ledger:
        put(ledger, 1, *there)
        found = {told.claim.id for told in ledger.claims(near=Near(*here, km))}
    assert found == {f"c{n}" for n, at in enumerate(there, 1) if distance_km(*at, *here) <= km}


@pytest.mark.parametrize("wrong", [(91, 0, 1), (0, 181, 1), (0, 0, -1), (0, 0, 20_016), (float("nan"), 0, 1)])
def test_what_is_no_circle(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(LedgerError, match="not a latitude"):
        Near(*wrong)

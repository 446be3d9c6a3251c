"""The map: which incidents are on it, what the drawing and the live map are given, and that neither says too much."""

import json
import re
from collections import Counter
from datetime import date
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from reportedly.desk import brush
from reportedly.desk.atlas import Spot, draw, fitted
from reportedly.desk.ground import ground
from reportedly.desk.happenings import Mark, Within, features, within
from reportedly.desk.security import MAP_POLICY
from reportedly.gazetteer import open_gazetteer
from reportedly.model import Place

CRIMEA = 703883
WORLD = "-180,-85,180,85"
IZHEVSK = "52,56,54,58"


def place(name: str, lat: float, lon: float, kind: str = "settlement", **more: Any) -> Place:
    return Place(text=name, name=name, lat=lat, lon=lon, kind=kind, **more)  # type: ignore[arg-type]


def mark(name: str, lat: float, lon: float, kind: str = "settlement", incidents: int = 1, **more: Any) -> Mark:
    return Mark(place(name, lat, lon, kind, **more), incidents, incidents, f"{name}-0" if incidents == 1 else None)


def kinds(desk: TestClient, **asked: str) -> list[str]:
    answer = desk.get("/map/incidents", params={"bbox": WORLD, "zoom": "3", **asked})
    assert answer.headers["content-type"] == "application/geo+json"
    return sorted(f["properties"].get("name", f["properties"]["kind"]) for f in answer.json()["features"])


def test_the_drawing_has_areas_and_nothing_between_them(desk: TestClient) -> None:
    page = desk.get("/map").text
    svg = page[page.index("<svg") : page.index("</svg>")]
    assert 'class="area' in svg and "hatch" in svg
    assert "<line" not in svg and "<polyline" not in svg and "marker" not in svg
    assert re.search(r'href="/map\?from=2025-06-30&amp;to=2025-06-30"', page)


def test_crimea_is_hatched_as_disputed_on_the_drawing() -> None:
    def drawn(there: Place) -> str:
        return str(draw([Spot(there, "x", "/")], open_gazetteer(), "map", fitted([there])))

    assert drawn(place("Simferopol", 44.95, 34.1)).count('fill="url(#hatch)"') >= 2
    assert 'fill="url(#hatch)"' not in drawn(place("Lviv", 49.84, 24.03))


def test_the_drawing_is_looked_at_closer_and_elsewhere_without_scripts(desk: TestClient) -> None:
    page = desk.get("/map?event=strike").text
    closer = re.search(r'href="(/map\?event=strike&amp;box=[^"]+)" data-move="closer"', page)
    assert closer
    near = desk.get(closer[1].replace("&amp;", "&")).text
    far, close = (float(re.findall(r'class="area" [^>]* r="([\d.]+)"', text)[0]) for text in (page, near))
    assert close >= far, "an area grows with the map: it is the same area"
    for box in ("", "x", "1,2", "91,0,1", "0,0,0", "nan,0,1", "50,30,1e9", "' OR 1"):
        assert desk.get("/map", params={"box": box}).status_code == 200, box


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({}, ["Belgorod Oblast", "Crimea", "Izhevsk"]),
        ({"bbox": IZHEVSK}, ["Izhevsk"]),
        ({"event": "casualties", "bbox": IZHEVSK}, ["Izhevsk"]),
        ({"side": "XX"}, []),
        ({"source": "Alexander Brechalov"}, ["Izhevsk"]),
        ({"from": "2025-07-03"}, []),
        ({"from": "2025-07-01", "to": "2025-07-01", "bbox": IZHEVSK}, ["Izhevsk"]),
        ({"to": "2025-06-29"}, []),
        ({"status": "decided"}, []),
        ({"status": "undecided", "bbox": IZHEVSK}, ["Izhevsk"]),
        ({"status": "contested", "bbox": IZHEVSK}, ["Izhevsk"]),
    ],
)
def test_incidents_on_the_map_meet_the_conditions(desk: TestClient, asked: dict[str, str], there: list[str]) -> None:
    assert kinds(desk, **asked) == there


def test_what_the_gate_holds_and_lets_out_is_all_there_is(desk: TestClient) -> None:
    assert sorted(kinds(desk, status="held") + kinds(desk, status="passed")) == kinds(desk)


@pytest.mark.parametrize(
    "asked", [{"bbox": "1,2,3"}, {"bbox": "5,0,1,1"}, {"bbox": "nan,0,1,1"}, {"zoom": "-1"}, {"status": "x"}]
)
def test_what_is_no_box_zoom_or_status_is_refused(desk: TestClient, asked: dict[str, str]) -> None:
    assert desk.get("/map/incidents", params={"bbox": WORLD, "zoom": "3", **asked}).status_code == 422


def test_precision_is_an_extent_in_kilometres_or_a_region_and_a_country_is_only_listed() -> None:
    given = [
        mark("Plant", 50.0, 30.0, "facility"),
        mark("Town", 51.0, 33.0),
        mark("Raion", 52.0, 36.0, "district"),
        mark("Oblast", 53.0, 39.0, "region", geonameid=7),
        mark("Land", 54.0, 42.0, "country"),
    ]
    found = {f["properties"]["name"]: f["properties"] for f in features(given, Within(20, 40, 50, 60), 6)}
    assert {name: (p["kind"], p["km"], p["region"]) for name, p in found.items()} == {
        "Plant": ("area", 2.0, None),
        "Town": ("area", 6.0, None),
        "Raion": ("area", 25.0, None),
        "Oblast": ("region", None, 7),
    }


def test_far_out_the_places_of_a_cell_are_one_ring_with_their_number() -> None:
    near = [mark("A", 50.0, 30.0, incidents=3), mark("B", 50.01, 30.01), mark("C", 40.0, 10.0)]
    far = features(near, Within(-20, 30, 60, 70), 3)
    assert sorted((f["properties"]["kind"], f["properties"]["incidents"]) for f in far) == [("area", 1), ("ring", 4)]
    assert len(features(near, Within(-20, 30, 60, 70), 9)) == 3


@given(
    st.lists(st.tuples(st.floats(-84, 84), st.floats(-180, 180), st.integers(1, 5)), max_size=60),
    st.floats(0, 14),
)
def test_no_incident_is_lost_or_counted_twice_at_any_zoom(spots: list[tuple[float, float, int]], zoom: float) -> None:
    given = [mark(str(n), lat, lon, incidents=count) for n, (lat, lon, count) in enumerate(spots)]
    shown = features(given, Within(-180, -90, 180, 90), zoom)
    assert sum(f["properties"]["incidents"] for f in shown) == sum(count for _, _, count in spots)


def test_a_box_may_go_beyond_the_date_line() -> None:
    box = within("170,-20,190,0")
    assert box is not None
    assert box.holds(place("Suva", -18.1, 178.4)) and box.holds(place("Apia", -13.8, -171.8))
    assert not box.holds(place("Kyiv", 50.4, 30.5))


@pytest.mark.parametrize("box", ["", "85,0,120", "-85,179,120", "0,-360,180", "50,30,1"])
def test_the_live_map_can_ask_for_what_the_page_shows(desk: TestClient, box: str) -> None:
    bounds = re.findall(r'data-(?:bounds|whole)="([^"]+)"', desk.get("/map", params={"box": box}).text)
    for bbox in bounds:
        for path in ("incidents", "ground", "list"):
            assert desk.get(f"/map/{path}", params={"bbox": bbox, "zoom": "1"}).status_code == 200, (path, bbox)


def served(desk: TestClient, bbox: str, zoom: str) -> list[dict[str, Any]]:
    answer = desk.get("/map/ground", params={"bbox": bbox, "zoom": zoom})
    assert answer.status_code == 200
    return list(answer.json()["features"])


@pytest.mark.parametrize("zoom", ["1", "3", "5", "8"])
def test_crimea_and_sevastopol_are_ukraines_and_disputed_on_the_served_ground(desk: TestClient, zoom: str) -> None:
    found = served(desk, "30,43,38,47", zoom)
    land = {f["properties"]["id"]: f["properties"]["disputed"] for f in found if f["properties"]["kind"] == "land"}
    names = {f["properties"]["name"]: f["properties"]["disputed"] for f in found if f["properties"]["kind"] == "name"}
    gazetteer = open_gazetteer()
    for name in ("Crimea", "Sevastopol"):
        entry = next(e for e in gazetteer.units() if e.name == name)
        assert entry.country == "UA" and names[name]
        unseen = name == "Sevastopol" and zoom == "1"  # too small there
        assert land.get(entry.geonameid, unseen)
    marked = [gazetteer.entry(id) for id, disputed in land.items() if disputed]
    assert [entry for entry in marked if entry and entry.country != "UA"] == []


def test_no_frontier_runs_between_crimea_and_the_rest_of_ukraine(desk: TestClient) -> None:
    (frontier,) = (f for f in served(desk, "33,45,36,47", "8") if f["properties"]["kind"] == "frontier")
    corners = [corner for line in frontier["geometry"]["coordinates"] for corner in line]
    isthmus = [(lon, lat) for lon, lat in corners if 33.3 < lon < 35.2 and 45.6 < lat < 46.4]
    assert isthmus == []


def test_the_ground_is_simplified_by_zoom_and_kept_by_the_browser(desk: TestClient) -> None:
    def corners(zoom: str) -> int:
        land = (f for f in served(desk, "33,45,36,47", zoom) if f["properties"].get("id") == CRIMEA)
        return sum(len(ring) for f in land for polygon in f["geometry"]["coordinates"] for ring in polygon)

    assert 0 < corners("3") < corners("5") < corners("7") == corners("12")
    answer = desk.get("/map/ground", params={"bbox": "22,44,40,52", "zoom": "5"})
    again = desk.get(str(answer.url), headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304 and again.content == b""


def test_a_region_inside_another_is_a_hole_of_it() -> None:
    layer = json.loads(ground(open_gazetteer(), Within(34, 54, 41, 57), 7).data)
    oblast = next(f for f in layer["features"] if f["properties"].get("id") == 524925)
    assert len(oblast["geometry"]["coordinates"][0]) > 1, "Moscow Oblast goes around Moscow"


@pytest.mark.parametrize(
    ("days", "first", "bars"),
    [
        ((), None, 0),
        (("2025-07-01",), ("2025-07-01", "2025-07-01"), 1),
        (("2025-07-01", "2025-07-03T10:00"), ("2025-07-01", "2025-07-01"), 3),
        (("2025-01-01", "2025-07-03"), ("2024-12-30", "2025-01-05"), 27),
        (("2020-02-03", "2025-07-03"), ("2020-02-01", "2020-02-29"), 66),
        (("1943-07-05", "2025-07-03", "unknown", "9999-12-31"), ("1943-01-01", "1943-12-31"), 83),
    ],
)
def test_bars_are_days_weeks_months_or_years(days: tuple[str, ...], first: tuple[str, str] | None, bars: int) -> None:
    found = brush.bars(Counter(days))
    assert len(found) == bars
    assert not first or (found[0].start, found[0].end) == tuple(map(date.fromisoformat, first))


def test_the_list_beside_is_that_of_the_box(desk: TestClient) -> None:
    assert "Incidents here: 1<" in desk.get("/map/list", params={"bbox": IZHEVSK}).text
    assert "Nothing here." in desk.get("/map/list", params={"bbox": "0,0,1,1"}).text
    assert "Incidents here: 1<" in desk.get("/map", params={"box": "57,53,2"}).text


def test_the_library_is_the_one_that_was_vetted_and_only_the_map_loads_it(desk: TestClient) -> None:
    folder = files("reportedly.desk") / "vendor" / "maplibre-gl"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for name, digest in manifest["sha256"].items():
        assert sha256((folder / name).read_bytes()).hexdigest() == digest, name
    (address,) = set(re.findall(r'(/static/maplibre-gl/[\d.]+/)', desk.get("/map").text))
    for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"):
        answer = desk.get(address + name)
        assert sha256(answer.content).hexdigest() == manifest["sha256"][name]
        assert "immutable" in answer.headers["cache-control"]
    for path in (f"{address}LICENSE.txt", f"{address}manifest.json", "/static/maplibre-gl/0/maplibre-gl.mjs"):
        assert desk.get(path).status_code == 404
    assert "maplibre" not in desk.get("/").text


def test_only_the_page_of_the_map_may_start_a_worker(desk: TestClient) -> None:
    assert desk.get("/map").headers["content-security-policy"] == MAP_POLICY
    for path in ("/", "/map/list", "/search", "/nope"):
        assert "worker-src 'none'" in desk.get(path).headers["content-security-policy"], path

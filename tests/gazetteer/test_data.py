"""The shipped data: how much there is at least, where it is unpacked, what the geometry says."""

import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.gazetteer import Gazetteer, open_gazetteer, store


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("where", "least"),
    [
        ("1", 320_000),
        ("kind='country'", 245),
        ("kind='region'", 4_500),
        ("kind='district'", 45_000),
        ("kind='facility'", 8_000),
        ("kind='area' AND country IS NULL", 25),
        ("country='UA' AND kind='settlement'", 29_000),
        ("country='UA' AND feature='ADM1'", 27),
        ("country='UA' AND feature='ADM2'", 136),
        ("country='UA' AND feature='ADM3'", 1_700),
        ("country='RU' AND feature='ADM1'", 83),
        ("country='RU' AND kind='settlement'", 5_300),
        ("country='BY' AND feature='ADM1'", 7),
    ],
)
def test_minimum_counts(gazetteer: Gazetteer, where: str, least: int) -> None:
    count = gazetteer._base.execute(f"SELECT count(*) FROM place WHERE {where}").fetchone()[0]
    assert count >= least


def test_minimum_names_and_shapes(gazetteer: Gazetteer) -> None:
    for table, least in (("name", 950_000), ("shape", 6_000), ("neighbour", 20_000), ("border", 300)):
        assert gazetteer._base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] >= least


def test_the_packed_file_is_small() -> None:
    assert store.PACKED.stat().st_size < 30_000_000


def test_a_fresh_home_is_filled_by_processes_that_start_together(tmp_path: Path) -> None:
    code = "from reportedly.gazetteer import open_gazetteer as o; print(o().lookup('Kyiv','en')[0].name)"
    environment = {"REPORTEDLY_HOME": str(tmp_path), "PATH": ""}
    runs = [
        subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [run.communicate(timeout=60)[0].strip() for run in runs] == ["Kyiv"] * 3
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_containment_and_neighbours(gazetteer: Gazetteer) -> None:
    def region(name: str) -> int:
        return next(e.geonameid for e in gazetteer.lookup(name, "en") if e.kind == "region")

    assert gazetteer.contains(region("Belgorod Oblast"), 50.6, 36.58) is True
    assert gazetteer.contains(region("Belgorod Oblast"), 49.99, 36.23) is False
    names = {e.name for e in gazetteer.neighbours(region("Belgorod Oblast"))}
    assert {"Kharkiv Oblast", "Sumy Oblast", "Kursk Oblast", "Voronezh Oblast"} <= names
    assert {"Belarus", "Russia", "Poland", "Moldova"} <= {e.name for e in gazetteer.neighbours(690791)}


def test_distances_to_the_border(gazetteer: Gazetteer) -> None:
    """Shebekino lies close to the border, Izhevsk some 1,000 km and more away; Spain and Russia share none."""
    shebekino = gazetteer.border_distance_km(50.41, 36.92, "RU", "UA")
    izhevsk = gazetteer.border_distance_km(56.85, 53.2, "UA", "RU")
    assert shebekino is not None and shebekino < 15
    assert izhevsk is not None and 1000 < izhevsk < 1400
    assert gazetteer.border_distance_km(40.4, -3.7, "ES", "RU") is None

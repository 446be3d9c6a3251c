"""A GeoNames dump on top of the shipped gazetteer: what it adds, and what it may not touch."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reportedly.gazetteer import Gazetteer, open_gazetteer, store
from reportedly.gazetteer.update import update


def row(number: int, name: str, others: str, lat: float, lon: float, code: str, country: str, admin1: str = "") -> str:
    group = "P" if code.startswith("PPL") else "A" if code.startswith("ADM") else "S"
    cells = [str(number), name, name, others, str(lat), str(lon), group, code, country, "", admin1]
    return "\t".join([*cells, "", "", "", "12", "", "100", "Europe/Moscow", "2026-01-01"])


BELGOROD, SHEBEKINO, CRIMEA = 578071, 495112, 703883
DUMP = "\n".join(
    [
        row(BELGOROD, "Belgorod Oblast", "", 50.75, 37.5, "ADM1", "RU", "09"),
        row(900000001, "Zhuravlyonka", "Журавлёнка,ЖУРАВЛ,Жураўлёнка", 50.41, 36.61, "PPL", "RU", "09"),
        row(900000002, "Staraya Pustosh", "", 50.42, 36.62, "PPLQ", "RU", "09"),
        row(900000003, "Druzhba Pumping Station", "", 52.0, 33.0, "PMPO", "RU", "09"),
        row(900000004, "Zarechny Refinery", "", 55.0, 45.0, "OILR", "RU", "45"),
        row(900000005, "Krasny Pakhar", "", 45.3, 34.3, "PPL", "RU", "11"),
        row(SHEBEKINO, "Elsewhere", "Шебекино Новое", 10.0, 10.0, "PPL", "RU", "09"),
        row(900000006, "Kleine Heide", "", 52.0, 11.0, "PPL", "DE", "11"),
        "not\ta row",
        row(900000007, "Nowhere", "", 97.0, 11.0, "PPL", "RU", "09"),
    ]
)


@pytest.fixture
def dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shipped = store.unpacked()
    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "cache").mkdir(parents=True)
    os.link(shipped, tmp_path / "home" / "cache" / shipped.name)
    path = tmp_path / "RU.txt"
    path.write_text(DUMP, "utf-8")
    return path


def test_a_village_is_found_afterwards_with_its_region_in_any_case(dump: Path) -> None:
    assert open_gazetteer().lookup("Журавлёнку", "ru") == ()
    update([dump])
    (found,) = open_gazetteer().lookup("Журавлёнку", "ru")
    assert (found.geonameid, found.kind, found.country) == (900000001, "settlement", "RU")
    assert (found.admin1, found.population) == ("Belgorod Oblast", 12)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Zarechny Refinery", "facility"),
        ("Kleine Heide", "settlement"),
        ("Staraya Pustosh", None),  # abandoned
        ("Druzhba Pumping Station", None),  # of no kind that is kept
        ("Nowhere", None),  # no such latitude
    ],
)
def test_what_is_kept(dump: Path, name: str, kind: str | None) -> None:
    update([dump])
    assert next((e.kind for e in open_gazetteer().lookup(name, "en")), None) == kind


def test_what_ships_gains_names_and_is_never_moved(dump: Path) -> None:
    shipped = Gazetteer(store.unpacked()).entry(SHEBEKINO)
    path, _ = update([dump])
    now = Gazetteer(path)
    assert now.entry(SHEBEKINO) == shipped
    assert now.lookup("Шебекино Новое", "ru")[0].geonameid == SHEBEKINO


def test_a_place_in_crimea_is_ukraines_and_disputed_whatever_the_dump_says(dump: Path) -> None:
    update([dump])
    (found,) = open_gazetteer().lookup("Krasny Pakhar", "en")
    assert (found.country, found.admin1_id, found.disputed) == ("UA", CRIMEA, True)


def test_rows_that_cannot_be_read_are_counted_and_the_first_is_named(dump: Path) -> None:
    _, added = update([dump])
    assert added == (4, 2, "RU.txt, line 9")


def test_only_the_countries_asked_for(dump: Path) -> None:
    update([dump], {"DE"})
    assert open_gazetteer().lookup("Kleine Heide", "en") and not open_gazetteer().lookup("Zarechny Refinery", "en")


def test_the_table_in_a_zip_is_read(dump: Path) -> None:
    packed = dump.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("readme.txt", "columns\n")
        out.write(dump, "RU.txt")
    assert update([packed])[1].places == 4


def test_what_is_no_dump_leaves_everything_as_it_was(dump: Path) -> None:
    update([dump])
    dump.write_text("nothing\n" * 3, "utf-8")
    with pytest.raises(ValueError, match=r"no row of a GeoNames dump in it \(RU.txt, line 1\)"):
        update([dump])
    assert open_gazetteer().lookup("Zarechny Refinery", "en")


def test_the_command_says_what_it_added(dump: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "reportedly", "gazetteer", "update", str(dump), "--country", "ru"],
        capture_output=True,
        text=True,
        env=dict(os.environ),
    )
    assert run.stdout.startswith("3 places added: ")
    assert run.returncode == 2 and "2 rows left out, the first is RU.txt, line 9" in run.stderr

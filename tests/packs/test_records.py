"""Record series: what ships holds together, what is imported is checked."""

from itertools import groupby
from pathlib import Path

import pytest

from reportedly.packs import records

HEAD = "date_start,date_end,publisher,of,item,place,value\n"


def test_shipped_marks_rise_and_name_their_origin(tmp_path: Path) -> None:
    (shipped,) = records.load(tmp_path)
    assert shipped.marks and len(shipped.rows) > 20
    nights = [r for r in shipped.rows if r.of != "distance_km"]
    for _, rows in groupby(sorted(nights, key=lambda r: (r.publisher, r.end)), key=lambda r: r.publisher):
        values = [r.value for r in rows]
        assert values == sorted(values), "a high mark stands above all before it"
    assert all(r.origin and r.start <= r.end for r in shipped.rows)


def test_an_imported_series_is_kept_and_loaded(tmp_path: Path) -> None:
    source = tmp_path / "nights.csv"
    source.write_text(HEAD + "2025-01-01,2025-01-02,Air Force,launched,drones,,100\n", encoding="utf-8")
    assert records.import_file(source, tmp_path / "home") == 1
    assert records.import_file(source, tmp_path / "home") == 1
    (_, imported) = records.load(tmp_path / "home")
    assert imported.name == "nights" and not imported.marks
    assert imported.rows == (records.Row("2025-01-01", "2025-01-02", "Air Force", "launched", "drones", "", 100.0),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date_start,value\n2025-01-01,3\n", "missing columns"),
        (HEAD + "2025-13-01,,x,launched,drones,,3\n", "line 2"),
        (HEAD + "2025-01-02,2025-01-01,x,launched,drones,,3\n", "ends before it starts"),
        (HEAD + "2025-01-01,,x,launched,drones,,many\n", "line 2"),
        ("", "missing columns"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        records.import_file(path, tmp_path)

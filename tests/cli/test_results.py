"""A table of links gets a table of results beside it."""

import csv
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.cli.results import COLUMNS
from reportedly.reports.formats.table import rows_of
from reportedly.reports.material import Material
from tests.reports import makers
from tests.reports.servers import Site

from .conftest import EN, Command

PAGE = f"<html><head><title>Strike</title></head><body><p>{EN}</p></body></html>".encode()


@pytest.fixture(autouse=True)
def surroundings(flow: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small flow, and loopback allowed."""
    flow.VERSION = "1"
    flow.weigh = lambda readings: ()
    plain = flow.check
    flow.check = lambda reading, against=None: plain(reading)
    monkeypatch.setenv("REPORTEDLY_ALLOW_PRIVATE", "1")


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    found.pages["/a"] = PAGE
    yield found
    found.close()


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a table of results by their columns, without the prefix of ours."""
    if path.suffix == ".csv":
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    else:
        rows = [row for _, row in rows_of(Material(name=path.name, stem="", data=path.read_bytes(), captured=""))]
    head = [name.removeprefix("reportedly_") for name in rows[0]]
    return [dict(zip(head, row, strict=False)) for row in rows[1:]]


def test_a_csv_with_blank_rows_and_formulas(reportedly_: Command, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text(f"desk,link\n=1+1,{site.address}/a\n\n,{site.address}/none\n@x,file:///etc/passwd\nempty,\n")
    done = reportedly_("add", path)
    assert done.code == 2 and done.err.splitlines()[-1] == f"results in {tmp_path}/links.results.csv"
    first, second, third, last = read(tmp_path / "links.results.csv")
    assert (first["desk"], first["link"]) == ("'=1+1", f"{site.address}/a")
    assert (first["result"], first["report"], first["title"], first["claims"]) == ("new", "links-2", "Strike", "1")
    assert (first["language"], first["findings"], first["problem"]) == ("en", "unattributed", "")
    assert (second["result"], second["problem"]) == ("not read", f"{site.address}/none: the server answered 404")
    assert third["desk"] == "'@x" and "only http and https are fetched" in third["problem"]
    assert (last["desk"], last["result"]) == ("empty", "")
    assert f"{path}: row 4: " in done.err and f"{path}: row 5: " in done.err
    reportedly_("add", path)
    assert [row["result"] for row in read(tmp_path / "links.results.csv")] == ["known", "not read", "not read", ""]
    assert path.read_text().startswith("desk,link\n=1+1,"), "the table itself is left alone"


def test_a_spreadsheet(reportedly_: Command, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "links.xlsx"
    path.write_bytes(makers.xlsx([["", "url"], ["", f"{site.address}/a"], ["", ""], ["note", f"{site.address}/none"]]))
    assert reportedly_("add", path).code == 2
    rows = read(tmp_path / "links.results.xlsx")
    assert [row["result"] for row in rows] == ["new", "not read"]
    assert rows[0]["url"] == f"{site.address}/a" and rows[1]["problem"].endswith("404")


def test_addresses_without_a_head(reportedly_: Command, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text(f"{site.address}/a\n{site.address}/a,twice\n")
    reportedly_("add", path)
    head, *rows = list(csv.reader((tmp_path / "links.results.csv").read_text("utf-8-sig").splitlines()))
    assert head == ["url", "", *COLUMNS] and [row[2] for row in rows] == ["new", "known"]


def test_check_writes_results_if_asked(reportedly_: Command, site: Site, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text(f"url\n{site.address}/a\n")
    reportedly_("check", path, "--format", "json")
    assert not (tmp_path / "links.results.csv").exists()
    reportedly_("check", path, "--format", "json", "--results")
    (row,) = read(tmp_path / "links.results.csv")
    assert (row["result"], row["claims"], row["findings"]) == ("read", "1", "unattributed")


@pytest.mark.parametrize("name", ["texts.csv", "links.csv"])
def test_no_results(reportedly_: Command, site: Site, tmp_path: Path, name: str) -> None:
    (tmp_path / "texts.csv").write_text(f"text,url\n{EN},{site.address}/a\n")
    (tmp_path / "links.csv").write_text(f"url\n{site.address}/a\n")
    reportedly_("add", tmp_path / name, *(["--no-results"] if name == "links.csv" else []))
    assert list(tmp_path.glob("*.results.*")) == []

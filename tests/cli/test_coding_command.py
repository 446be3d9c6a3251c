"""Two coders in spreadsheets of their own, from the assignment to what is exported."""

import csv
import io
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from faults.build import report
from reportedly.ledger import open_ledger
from reportedly.model import Target

from .conftest import Command

BOOK = """
version = "damage-2"
[fields.seen]
values = ["=yes", "no"]
[fields.houses]
level = "interval"
"""


@pytest.fixture
def book(home: Path) -> Path:
    """A ledger of two claims in the home, and a codebook of its own."""
    made = report(1, text="=cmd|calc was heard. A house burned down there.", claims=2)
    assert made.reading is not None
    first, second = made.reading.claims
    house = Target(name="a house", kind="residential")  # known, so the gate lets this one out
    claims = (replace(first, start=0, end=9, target=house), replace(second, start=21, end=28))
    home.mkdir()
    with open_ledger(home / "ledger.db") as ledger:
        ledger.add(replace(made, reading=replace(made.reading, claims=claims)))
        ledger.label({"r1#c1": "i1", "r1#c2": "i1"})
    path = home / "book.toml"
    path.write_text(BOOK)
    return path


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def fill(path: Path, blank: list[dict[str, str]], *answers: dict[str, str]) -> Path:
    with path.open("w", newline="") as file:
        sheet = csv.DictWriter(file, blank[0])
        sheet.writeheader()
        sheet.writerows({**row, **said} for row, said in zip(blank, answers, strict=True))
    return path


def test_a_sheet_shows_the_sentence_and_nothing_that_anybody_said_of_it(reportedly_: Command, book: Path) -> None:
    done = reportedly_("coding", "assign", "incident:i1", "--to", "anna", "--to", "boris", "--codebook", book)
    assert done.err == "2 claims given to anna, boris under codebook damage-2\n"
    sheet = reportedly_("coding", "sheet", "--by", "anna", "--codebook", book)
    assert sheet.err == "2 claims wait for anna, 0 are done\n"
    first, second = rows(sheet.out)
    assert first == {
        "ref": "r1#c1", "codebook": "damage-2", "publisher": "The paper", "published": "2025-07-01T09:00:00+00:00",
        "before": "", "words": "'=cmd|calc", "after": " was heard.", "seen": "", "houses": "",
    }  # fmt: skip
    assert (second["ref"], second["words"]) == ("r1#c2", "A house")
    assert rows(reportedly_("coding", "sheet", "--by", "stranger", "--codebook", book).out) == []


def test_from_two_sheets_to_agreement_and_settlement(reportedly_: Command, book: Path, tmp_path: Path) -> None:
    reportedly_("coding", "assign", "r1#c1", "r1#c2", "--to", "anna", "--to", "boris", "--codebook", book)
    blank = rows(reportedly_("coding", "sheet", "--by", "anna", "--codebook", book).out)
    anna = fill(tmp_path / "a.csv", blank, {"seen": "'=yes", "houses": "1"}, {"seen": "no", "houses": "1,5"})
    boris = fill(tmp_path / "b.csv", blank, {"seen": "no", "houses": "1"}, {"seen": "no", "houses": "1.5"})
    assert reportedly_("coding", "code", anna, "--by", "anna", "--codebook", book).err == (
        "2 claims coded by anna, 0 left blank, 0 left out\n"
    )
    assert "=yes" not in reportedly_("coding", "sheet", "--by", "boris", "--codebook", book).out.decode()
    assert "to settle" not in reportedly_("coding", "agreement", "--codebook", book).out.decode()
    assert reportedly_("coding", "code", boris, "--by", "boris", "--codebook", book).code == 0

    said = json.loads(reportedly_("coding", "agreement", "--format", "json", "--codebook", book).out)
    assert [(one["field"], one["alpha"], one["differ"]) for one in said["fields"]] == [
        ("seen", 0.0, ["r1#c1"]),
        ("houses", 1.0, []),
    ]
    lines = reportedly_("coding", "agreement", "--codebook", book).out.decode().splitlines()
    assert lines[-1] == "to settle: r1#c1: seen: anna =yes, boris no"

    settle = ("coding", "adjudicate", "r1#c1", "seen=no", "houses=1", "--reason", "heard only", "--codebook", book)
    assert "somebody else settles it" in reportedly_(*settle, "--by", "anna").err
    assert reportedly_(*settle, "--by", "chief").code == 0
    assert "to settle" not in reportedly_("coding", "agreement", "--codebook", book).out.decode()

    exported = reportedly_("coding", "export", "--codebook", book)
    assert exported.err == "1 claims exported, 1 held by the gate\n"
    assert [row["by"] for row in rows(exported.out)] == ["coder 1", "coder 2", "settled"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"seen": "perhaps", "houses": "1"}, "r1#c1: seen: perhaps: not one of =yes, no"),
        ({"seen": "no", "houses": "many"}, "r1#c1: houses: many: not a number"),
        ({"seen": "no", "houses": "nan"}, "r1#c1: houses: nan: not a number"),
        ({"seen": "no"}, "r1#c1: houses: not answered in codebook damage-2"),
        ({"seen": "no", "houses": "1", "ref": "r9#c9"}, "r9#c9: r9#c9 was not given to anna"),
    ],
)
def test_a_row_that_is_wrong_is_named_and_the_others_are_kept(
    reportedly_: Command, book: Path, tmp_path: Path, answers: dict[str, str], said: str
) -> None:
    reportedly_("coding", "assign", "incident:i1", "--to", "anna", "--to", "boris", "--codebook", book)
    blank = rows(reportedly_("coding", "sheet", "--by", "anna", "--codebook", book).out)
    sheet = fill(tmp_path / "a.csv", blank, answers, {"seen": "no", "houses": "0"})
    done = reportedly_("coding", "code", sheet, "--by", "anna", "--codebook", book)
    assert done.code == 2 and said in done.err
    assert done.err.endswith("1 claims coded by anna, 0 left blank, 1 left out\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = 1", "no codebook"),
        ('version = "1"\nfields = {}', "a version and a field at least"),
        ('version = "1"\n[fields.ref]', "ref is a column of every sheet"),
        ('version = "1"\n[fields.a]\nlevels = "nominal"', "no codebook"),
    ],
)
def test_what_is_no_codebook(reportedly_: Command, book: Path, text: str, said: str) -> None:
    book.write_text(text)
    done = reportedly_("coding", "agreement", "--codebook", book)
    assert done.code == 2 and said in done.err and done.err.count("\n") == 1


def test_a_printed_codebook_is_one(reportedly_: Command, book: Path) -> None:
    printed = reportedly_("coding", "codebook").out
    assert b'version = "terms-1"' in printed
    book.write_bytes(printed)
    assert reportedly_("coding", "codebook", "--codebook", book).out == printed


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["assign", "incident:none", "--to", "a", "--to", "b"], "incident:none: no such incident"),
        (["assign", "r1#c9", "--to", "a", "--to", "b"], "r1#c9: no such claim"),
        (["assign", "r1#c1", "--to", "a"], "two coders at least"),
        (["code", "none.csv"], "no such file"),
        (["adjudicate", "r1#c1", "event=fire", "--reason", "x"], "not all coders are done"),
    ],
)
def test_what_cannot_be_done_is_one_line(reportedly_: Command, book: Path, command: list[str], said: str) -> None:
    done = reportedly_("coding", *command)
    assert done.code == 2 and said in done.err and done.err.count("\n") == 1

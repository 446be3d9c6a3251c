"""The round trip: what an editor changed in a table becomes her decisions; nothing is overwritten."""

import csv
import io

import pytest
import python_calamine
import xlsxwriter

from reportedly.ledger import Ledger, LedgerError
from reportedly.publish.exports import FORMATS
from reportedly.publish.outgoing import Outgoing
from reportedly.publish.returned import Change, Refused, changes, take
from reportedly.reports.material import Material, Unreadable
from reportedly.review import decide, reviewed


def exported(ledger: Ledger) -> list[dict[str, str]]:
    data = b"".join(FORMATS["csv"].write(Outgoing(ledger)))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def asked(ledger: Ledger, rows: list[dict[str, str]]) -> list[Change | Refused]:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return given(ledger, buffer.getvalue().encode())


def given(ledger: Ledger, data: bytes) -> list[Change | Refused]:
    material = Material(name="t.csv", stem="t", data=data, captured="")
    return list(changes(Outgoing(ledger), material, "edited"))


def one(ledger: Ledger, **cells: str) -> Change | Refused | None:
    """What the first row asks for with some cells edited."""
    first, *rest = exported(ledger)
    found = asked(ledger, [{**first, **cells}, *rest])
    assert len(found) < 2
    return found[0] if found else None


def test_a_table_that_nobody_edited_asks_for_nothing(ledger: Ledger) -> None:
    assert asked(ledger, exported(ledger)) == []


def test_nor_does_a_spreadsheet(ledger: Ledger) -> None:
    assert given(ledger, b"".join(FORMATS["xlsx"].write(Outgoing(ledger)))) == []


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        ({"event": "bombing"}, {"event": "bombing"}),
        ({"polarity": "denied", "certainty": "possible"}, {"polarity": "denied", "certainty": "possible"}),
        ({"actor": "Ukraine"}, {"actor": {"name": "Ukraine"}}),
        ({"target": "a shop"}, {"target": {"name": "a shop", "kind": "residential"}}),
        ({"target": "", "target_kind": ""}, {"target": None}),
        ({"start": "2025-06-30"}, {"time": {"start": "2025-06-30", "end": "2025-07-01", "precision": "day"}}),
        ({"killed": "5"}, {"quantities": [{"of": "killed", "value": 5, "bound": "exact"}]}),
        ({"killed": "3..5"}, {"quantities": [{"low": 3, "high": 5, "value": None, "bound": "range"}]}),
        ({"killed": "3.."}, {"quantities": [{"low": 3, "high": None, "value": None, "bound": "at_least"}]}),
        ({"injured": "..9"}, {"quantities": [{"of": "killed", "value": 4}, {"of": "injured", "high": 9}]}),
        ({"killed": ""}, {"quantities": []}),
    ],
)
def test_an_edited_cell_is_a_correction(ledger: Ledger, cells: dict[str, str], fields: dict[str, object]) -> None:
    found = one(ledger, **cells)
    assert isinstance(found, Change) and (found.ref, found.kind, found.reason) == ("wire#c1", "correct", "edited")
    assert set(found.value) == set(fields)
    for name, wanted in fields.items():
        assert within(wanted, found.value[name]), (found.value[name], wanted)


def within(wanted: object, found: object) -> bool:
    """Whether what is wanted is in what was found."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(within(value, found.get(name)) for name, value in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list):
        return len(wanted) == len(found) and all(map(within, wanted, found))
    return wanted == found


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"event": "battle"}, "Invalid enum value"),
        ({"start": "01.07.2025"}, "not an ISO date"),
        ({"start": "2025-07-02"}, "is after end"),
        ({"killed": "about 3"}, "not a figure"),
        ({"killed": "5..3"}, "not a figure"),
        ({"killed": "-3"}, "not a figure"),
        ({"decision": "delete"}, "there are accept, reject, hide"),
    ],
)
def test_a_cell_that_makes_no_sense_is_refused_with_its_claim(ledger: Ledger, cells: dict[str, str], why: str) -> None:
    found = one(ledger, **cells)
    assert isinstance(found, Refused) and found.where == "wire#c1" and why in found.why


def test_decisions_stand_in_a_column_with_their_note(ledger: Ledger) -> None:
    found = one(ledger, decision="reject", note="a misreading")
    assert isinstance(found, Change) and (found.kind, found.reason) == ("reject", "a misreading")


def test_what_is_taken_bears_her_name_and_stays(ledger: Ledger) -> None:
    rows = exported(ledger)
    rows[0] |= {"killed": "5", "note": "the morgue counted five", "decision": "accept"}
    for change in asked(ledger, rows):
        assert isinstance(change, Change)
        take(ledger, change, by="Olena")
    (correction, acceptance) = (decision for decision, _ in ledger.decisions())
    assert (correction.by, correction.reason, acceptance.kind) == ("Olena", "the morgue counted five", "accept")
    assert reviewed(ledger).readings[0].claims[0].quantities[0].value == 5
    assert next(ledger.readings()).claims[0].quantities[0].value == 4, "what was read stays on record"
    assert asked(ledger, rows) == [], "the same table again changes nothing"


def test_what_was_changed_since_the_export_is_not_overwritten(ledger: Ledger) -> None:
    rows = exported(ledger)
    decide(ledger, "correct", "wire#c1", by="Taras", value={"event": "bombing"}, reason="a mine")
    rows[0]["killed"] = "5"
    (refused,) = asked(ledger, rows)
    assert isinstance(refused, Refused) and "changed in the ledger since" in refused.why


def test_what_the_gate_holds_now_is_left_out(ledger: Ledger) -> None:
    rows = exported(ledger)
    decide(ledger, "hide", "wire#c1", by="Taras", reason="names a child")
    assert [r.where for r in asked(ledger, rows) if isinstance(r, Refused)] == ["wire#c1"]


def test_several_figures_of_one_kind_are_for_the_desk(ledger: Ledger) -> None:
    two = [{"of": "killed", "value": 4, "text": ""}, {"of": "killed", "value": 1, "text": "", "place": "Sumy"}]
    decide(ledger, "correct", "wire#c1", by="Taras", value={"quantities": two}, reason="two places")
    assert exported(ledger)[0]["killed"] == "several"
    found = one(ledger, killed="5")
    assert isinstance(found, Refused) and "at the desk" in found.why


def test_a_formula_in_an_id_finds_its_claim_again(ledger: Ledger) -> None:
    rows = exported(ledger)
    assert rows[2]["ref"] == "'=cmd()#c1"
    rows[2]["event"] = "bombing"
    assert [change.ref for change in asked(ledger, rows) if isinstance(change, Change)] == ["=cmd()#c1"]


def test_a_spreadsheet_that_was_edited(ledger: Ledger) -> None:
    data = b"".join(FORMATS["xlsx"].write(Outgoing(ledger)))
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    rows[1][rows[0].index("killed")] = 6
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    (change,) = given(ledger, buffer.getvalue())
    assert isinstance(change, Change) and change.cells == (("killed", "4", "6"),)


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"ref,event\nx,strike\n"])
def test_another_table_is_no_table(ledger: Ledger, data: bytes) -> None:
    with pytest.raises(LedgerError, match="not a table that export made"):
        given(ledger, data)


def test_a_damaged_spreadsheet_is_unreadable(ledger: Ledger) -> None:
    with pytest.raises(Unreadable):
        given(ledger, b"PK\x03\x04 damaged")

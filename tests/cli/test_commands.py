"""The contract of the commands: shapes of output, exit codes, one line for each problem, files whole or not at all."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from .conftest import EN, FAULT, Command

pytestmark = pytest.mark.usefixtures("flow")
DAY = ("--published", "2025-07-01")


def test_check_json_of_one_report(reportedly_: Command, article: Path) -> None:
    code, out, err = reportedly_("check", article, "--format", "json", *DAY)
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert set(found) == {"report", "claims", "findings"}
    assert found["report"]["published"] == "2025-07-01"
    assert found["report"]["id"] == "article"


def test_check_json_of_several_reports(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(EN)
    code, out, _ = reportedly_("check", article, other, "--format", "json", *DAY)
    found = json.loads(out)
    assert code == 0
    assert set(found) == {"reports", "findings"}
    assert [set(item) for item in found["reports"]] == [{"report", "claims", "findings"}] * 2
    assert len(found["findings"]) == 1


def test_several_inputs_of_which_one_is_bad_keep_the_shape(reportedly_: Command, article: Path) -> None:
    code, out, err = reportedly_("check", article, "/no/such.txt", "--format", "json", *DAY)
    assert code == 2
    assert len(json.loads(out)["reports"]) == 1
    assert err == "reportedly: /no/such.txt: no such file or directory\n"


def test_check_text_and_html(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    code, out, _ = reportedly_("check", article, *DAY)
    assert (code, EN[:20] in out.decode()) == (0, True)
    assert b"\x1b[" not in out
    page = tmp_path / "a.html"
    assert reportedly_("check", article, "-o", page, *DAY).out == b""
    assert page.read_text().lstrip().lower().startswith("<!doctype html")


def test_the_end_of_the_file_name_chooses_the_format(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    reportedly_("check", article, "-o", tmp_path / "a.json", *DAY)
    assert "report" in json.loads((tmp_path / "a.json").read_text())


def test_strict(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    assert reportedly_("check", article, "--strict", *DAY).code == 1
    assert reportedly_("check", article, *DAY).code == 0
    calm = tmp_path / "calm.txt"
    calm.write_text("The night in the region was calm, the governor said in his post.")
    assert reportedly_("check", calm, "--strict", *DAY).code == 0
    assert reportedly_("check", article, "/no/such.txt", "--strict", *DAY).code == 2


def test_read(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert reportedly_("read", article, "--format", "jsonl", "-o", out, *DAY).code == 0
    (line,) = out.read_text().splitlines()
    assert set(json.loads(line)) == {"report", "claims"}


def test_read_from_standard_input(reportedly_: Command) -> None:
    found = reportedly_("read", "-", *DAY, stdin=EN.encode())
    assert json.loads(found.out)["report"]["id"] == "stdin"


def test_read_in_several_processes_keeps_the_order(reportedly_: Command, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"r{n}", "text": FAULT if n == 7 else EN, "date": "2025-07-01"}) for n in range(40)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    code, out, err = reportedly_("read", tmp_path / "in.jsonl", "--jobs", "2")
    assert code == 2
    assert [json.loads(line)["report"]["id"] for line in out.splitlines()] == [f"r{n}" for n in range(40) if n != 7]
    assert err == "reportedly: r7: could not be read, a fault of ours (RuntimeError: broken reader)\n"


def test_a_fault_costs_one_report(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text(FAULT)
    code, out, err = reportedly_("read", tmp_path / "fault.txt", article, *DAY)
    assert (code, len(out.splitlines())) == (2, 1)
    assert err == "reportedly: fault: could not be read, a fault of ours (RuntimeError: broken reader)\n"


def test_link_and_weigh(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    read, linked, weighed = (tmp_path / f"{name}.jsonl" for name in ("read", "linked", "weighed"))
    reportedly_("read", article, "-o", read, *DAY)
    reasons = tmp_path / "reasons.jsonl"
    assert reportedly_("link", read, "-o", linked, "--reasons", reasons).code == 0
    assert b'"parts":[{"code":"place.same","points":2.0,"detail":"Sumy"}]' in reasons.read_bytes()
    assert json.loads(linked.read_text())["claims"][0]["incident"] == "i1"
    assert reportedly_("weigh", linked, "-o", weighed).code == 0
    assert json.loads(weighed.read_text())["kind"] == "unattributed"


@pytest.mark.parametrize("command", ["link", "weigh"])
def test_bad_lines_are_left_out(reportedly_: Command, article: Path, command: str) -> None:
    good = reportedly_("read", article, *DAY).out
    code, _, err = reportedly_(command, "-", stdin=good + b"{}\n" + b"[" * 5_000 + b"\n" + good)
    assert code == 2
    assert [line.split(": ")[2] for line in err.splitlines()] == ["line 2", "line 3", "line 4"]


@pytest.mark.parametrize("command", ["link", "weigh"])
def test_nothing_to_link(reportedly_: Command, tmp_path: Path, command: str) -> None:
    assert reportedly_(command, "-", stdin=b"").code == 2
    code, _, err = reportedly_(command, tmp_path / "no.jsonl")
    assert (code, "no such file" in err) == (2, True)


def test_places(reportedly_: Command, article: Path) -> None:
    found = json.loads(reportedly_("places", article, "--format", "jsonl", *DAY).out)
    assert found["report"] == {"id": "article"}
    keys = ["text", "start", "end", "name", "lat", "lon", "country", "geonameid", "confidence"]
    assert [list(place) for place in found["places"]] == [keys]
    assert (found["places"][0]["start"], found["places"][0]["end"]) == (29, 36)


def test_times(reportedly_: Command, article: Path) -> None:
    found = json.loads(reportedly_("times", article, *DAY).out)
    assert [list(time) for time in found["times"]] == [["text", "start", "end", "from", "to", "timex3"]]


def test_no_date_is_said_once(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    code, _, err = reportedly_("read", article)
    assert code == 0
    assert "note: no date of publication" in err
    (tmp_path / "in.jsonl").write_text("\n".join([json.dumps({"text": EN})] * 3))
    assert "in 3 reports" in reportedly_("read", tmp_path / "in.jsonl").err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["check"], "Missing argument 'INPUT...'"),
        (["check", "a.txt", "--format", "xml"], "'xml' is not one of"),
        (["check", "a.txt", "--published", "yesterday"], "--published yesterday: not an ISO date"),
        (["check", "a.txt", "--language", "de"], "language 'de' is not read"),
        (["check", "a.txt", "--nonsense"], "No such option"),
        (["read", "a.txt", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["read"], "Missing argument"),
    ],
)
def test_usage_errors_are_one_line(reportedly_: Command, arguments: list[str], what: str) -> None:
    code, out, err = reportedly_(*arguments)
    assert (code, out) == (2, b"")
    assert err.startswith("reportedly: ")
    assert err.count("\n") == 1
    assert what in err


def test_output_appears_whole_or_not_at_all(
    reportedly_: Command, article: Path, tmp_path: Path, flow: SimpleNamespace
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("the older result")

    def stop(report: object) -> None:
        raise KeyboardInterrupt

    flow.read = stop
    assert reportedly_("read", article, "-o", out, *DAY).code == 130
    assert out.read_text() == "the older result"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.jsonl"]


def test_output_that_cannot_be_written(reportedly_: Command, article: Path, tmp_path: Path) -> None:
    code, _, err = reportedly_("read", article, "-o", tmp_path / "no" / "out.jsonl", *DAY)
    assert code == 2
    assert "cannot be written (no such file or directory)" in err


def test_a_rule_that_fails_leaves_the_claims(reportedly_: Command, article: Path, flow: SimpleNamespace) -> None:
    del flow.check_many
    code, out, err = reportedly_("check", article, "--format", "json", *DAY)
    assert (code, err.count("\n")) == (2, 1)
    assert "check: not checked, a fault of ours" in err
    assert len(json.loads(out)["claims"]) == 1


def test_a_failure_of_our_own_is_one_line(reportedly_: Command, article: Path, flow: SimpleNamespace) -> None:
    del flow.references
    code, _, err = reportedly_("check", article, *DAY)
    assert (code, err.count("\n")) == (2, 1)
    assert "a fault of ours" in err


def test_records_import(reportedly_: Command, home: Path, tmp_path: Path) -> None:
    series = tmp_path / "nights.csv"
    head = "date_start,date_end,publisher,of,item,place,value\n"
    series.write_text(head + "2025-07-01,2025-07-01,UA Air Force,launched,drones,,52\n")
    code, out, err = reportedly_("records", "import", series)
    assert (code, out, err) == (0, b"1 rows of nights imported\n", "")
    assert (home / "records" / "nights.csv").exists()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a,b\n1,2\n", "missing columns"),
        ("date_start,date_end,publisher,of,item,place,value\nx,,,,,,1\n", "line 2"),
        ("date_start,date_end,publisher,of,item,place,value\n", "no row in it"),
    ],
)
def test_records_import_of_bad_files(reportedly_: Command, tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "a.csv").write_text(text)
    code, _, err = reportedly_("records", "import", tmp_path / "a.csv")
    assert (code, err.count("\n")) == (2, 1)
    assert what in err


def test_records_import_of_no_file_or_no_text(reportedly_: Command, tmp_path: Path) -> None:
    assert reportedly_("records", "import", tmp_path / "no.csv").code == 2
    (tmp_path / "b.csv").write_bytes(b"\xff\0\xfe" * 30)
    assert reportedly_("records", "import", tmp_path / "b.csv").code == 2

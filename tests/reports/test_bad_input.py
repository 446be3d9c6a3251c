"""Every kind of bad input: one clear line, never an exception, and nothing beside it is lost."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.model import Report
from reportedly.reports import InputProblem, Limits, load

from .conftest import EN, RU, Loader

BAD: list[tuple[str, bytes | str, str]] = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", " \n\t\n", "empty: no text"),
    ("binary.txt", b"\x7fELF\x02\x01\x01\0\0\0", "not text: a program"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "not text: a PNG picture"),
    ("archive", b"PK\x03\x04\x14\0\0\0", "not text: a zip archive"),
    ("noise.txt", bytes(range(1, 32)) * 20, "not text: binary data"),
    ("nul.txt", b"A drone\0fell.", "a NUL byte at byte 7"),
    ("nul.json", r'{"report": {"text": "A drone\u0000fell."}}', "a NUL character at character 7"),
    ("lone.json", r'{"report": {"text": "A drone \ud83d fell."}}', r"lone surrogate \ud83d at byte 29"),
    ("low.json", r'{"report": {"text": "A drone \ude00 fell."}}', r"lone surrogate \ude00"),
    ("encoding.txt", bytes(range(128, 256)) * 5, "wrong encoding"),
    ("utf16.txt", b"\xff\xfeA\0\xd8\xd8\0", "marked as UTF-16 but is not"),
    ("german.txt", "Bei einem Angriff mit Drohnen auf ein Werk sind zwei Menschen verletzt worden.", "in German"),
    ("bulgarian.txt", "При атака с дронове срещу завод са ранени двама души, съобщи губернаторът.", "in Bulgarian"),
    ("chinese.txt", "俄罗斯伊热夫斯克一家工厂遭到无人机袭击，造成三人死亡。", "in Chinese"),
    ("emoji.txt", "😀" * 10_000, "no words in it"),
    ("numbers.txt", "12 345 " * 50, "no words in it"),
    ("deep.json", "[" * 100_000, "not a report"),
    ("deeper.json", '{"report":' * 100_000, "nested too deeply"),
    ("deep.html", "<div>" * 100_000 + EN, "nested more than 400 elements deep"),
    ("cut.json", '{"report": {"text": "A drone', "not JSON"),
    ("other.json", '{"name": "x"}', 'no "report" with a "text" in it'),
    ("number.json", '{"report": {"text": 5}}', "not a report: Expected `str`, got `int` - at `$.report.text`"),
    ("language.json", '{"report": {"text": "Guten Tag", "language": "de"}}', "language 'de' is not read"),
    ("nothing.html", "<html><body><script>var a = 1;</script></body></html>", "no text in this page"),
    ("broken.pdf", b"%PDF-1.7\nnothing", "damaged or no PDF"),
    ("broken.warc", b"WARC/1.0\r\nnonsense", "damaged archive, the rest is not read"),
    ("endless.warc", b"WARC/1.0\r\nWARC-Type: " + b"x" * 200_000, "damaged archive, the rest is not read"),
    ("headers.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 900_000, "damaged archive, the rest is not read"),
    ("broken.wacz", b"PK\x03\x04archive/", "damaged or no WACZ file"),
    ("broken.xlsx", b"PK\x03\x04xl/workbook", "damaged or no spreadsheet"),
    ("names.csv", "a,b\n1,2\n", 'no column named "url" or "text"'),
    ("empty.rss", "<rss><channel></channel></rss>", "a feed without entries"),
    ("entity.rss", '<!DOCTYPE r [<!ENTITY a "b">]><rss><channel/></rss>', "declares XML entities: refused"),
    ("export.json", '{"name": "c", "messages": []}', "a Telegram export without any message to read"),
    ("broken.gz", b"\x1f\x8bnonsense", "damaged gzip file"),
]


@pytest.mark.parametrize(("name", "data", "what"), BAD, ids=[case[0] for case in BAD])
def test_bad_input_is_one_clear_line(loaded: Loader, name: str, data: bytes | str, what: str) -> None:
    reports, problems = loaded(name, data)
    assert reports == []
    assert len(problems) == 1
    assert problems[0].severity == "error"
    assert what in problems[0].line()
    assert name in problems[0].line()
    assert "\n" not in problems[0].line()


def test_fifty_megabytes_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    (problem,) = load([str(path)])
    assert isinstance(problem, InputProblem)
    assert "50.0 MB, the limit is 5 MB" in problem.line()


def test_a_long_line_among_json_lines_costs_only_itself(loaded: Loader) -> None:
    good = json.dumps({"report": {"text": EN}})
    reports, problems = loaded("a.jsonl", f"{good}\n{'x' * 9_000}\n{good}\n", limits=Limits(text_bytes=1_000))
    assert [r.id for r in reports] == ["a-1", "a-3"]
    assert [p.where for p in problems] == ["line 2"]


def test_a_text_in_json_has_the_same_limit(loaded: Loader) -> None:
    _, problems = loaded("a.json", json.dumps({"report": {"text": EN * 20}}), limits=Limits(text_bytes=1_000))
    assert "the limit is 0.001 MB" in problems[0].line()


def test_missing_file_folder_and_scheme(tmp_path: Path) -> None:
    lines = [item.line() for item in load([str(tmp_path / "no.txt"), str(tmp_path), "ftp://example.org/a"])]  # type: ignore[union-attr]
    assert "no such file or directory" in lines[0]
    assert "a folder" in lines[1]
    assert "only http and https are fetched" in lines[2]


def test_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EN)
    (tmp_path / "b.txt").write_bytes(b"\0")
    (tmp_path / "c.txt").write_text(RU)
    items = list(load([str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]))
    assert [type(item) for item in items] == [Report, InputProblem, Report]


def test_broken_html_is_read(loaded: Loader) -> None:
    reports, problems = loaded("a.html", f"<html><body><p>{EN}<p <div class='x>{EN}</table><b>")
    assert problems == []
    assert reports[0].text.startswith("Two drones struck a plant")


@pytest.mark.parametrize("published", ["1 July", "2025-06-31", "0001-01-01", "9999-12-31T23:59:59", "yesterday"])
def test_a_date_that_is_none_stays_unknown(loaded: Loader, published: str) -> None:
    reports, problems = loaded("a.json", json.dumps({"report": {"text": EN, "published": published}}))
    assert reports[0].published is None
    assert [p.severity for p in problems] == ["note"]


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    names = ["a\x1b[2Jb.txt", "a\u202etxt.exe", "a\nb.txt", "a\udcffb.txt"]
    lines = [item.line() for item in load([str(tmp_path / name) for name in names])]  # type: ignore[union-attr]
    assert all(line.isprintable() for line in lines)
    assert "a\\x1b[2Jb.txt: no such file" in lines[0]


@pytest.mark.parametrize(
    "name", ["a.txt", "a.mhtml", "a.json", "a.jsonl", "a.html", "a.csv", "a.warc", "a.pdf", "a", "a.gz"]
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_no_bytes_raise(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for item in load([str(path)]):
        assert isinstance(item, Report | InputProblem)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_a_text_in_json_is_kept_to_the_code_point(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"report": {"text": text, "language": "en"}}))
    (item,) = load([str(path)])
    if isinstance(item, Report):
        assert item.text == text
    else:
        assert not text.strip() or "\0" in text

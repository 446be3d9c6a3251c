"""One sound file of each format, and what becomes of it."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from reportedly.model import Report
from reportedly.reports import Intake, Overrides, load, load_with_bytes

from .conftest import EN, RU, UK, Loader
from .makers import bomb, far_apart, pdf, xlsx

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Strike on a plant</title>
<meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2025-07-01T08:00:00+03:00">
<link rel="canonical" href="https://paper.example/strike"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Strike on a plant</h1><p>{EN}</p><p>Firefighters were sent there.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_text(loaded: Loader) -> None:
    reports, problems = loaded("izh.txt", b"\xef\xbb\xbf" + EN.encode() + b"\r\nA second line.\rA third.")
    assert problems == []
    assert reports[0].id == "izh"
    assert reports[0].text == f"{EN}\nA second line.\nA third."
    assert reports[0].language == "en"
    assert reports[0].published is None
    assert reports[0].captured is not None
    assert reports[0].captured.endswith("+00:00")


def test_the_digest_is_that_of_the_raw_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(EN.encode("utf-16"))
    (intake,) = load_with_bytes([str(path)])
    assert intake.raw == path.read_bytes()  # type: ignore[union-attr]
    assert intake.report.sha256 == sha256(path.read_bytes()).hexdigest()  # type: ignore[union-attr]


PAGES = [(RU, "cp1251"), (RU, "koi8-r"), (RU, "cp866"), (RU.upper(), "cp1251"), (RU.upper(), "koi8-r"), (UK, "cp1251")]


@pytest.mark.parametrize(("text", "encoding"), PAGES)
def test_cyrillic_code_pages_are_guessed_and_said(loaded: Loader, text: str, encoding: str) -> None:
    reports, problems = loaded("a.txt", text.encode(encoding))
    assert reports[0].text == text
    assert [p.severity for p in problems] == ["note"]
    assert "encoding guessed" in problems[0].line()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_certain(loaded: Loader, encoding: str) -> None:
    reports, problems = loaded("a.txt", RU.encode(encoding))
    assert (reports[0].text, problems) == (RU, [])


def test_western_quotes(loaded: Loader) -> None:
    reports, problems = loaded("a.txt", f"{EN} “It was loud”, he said — naïve.".encode("cp1252"))
    assert "“It was loud”" in reports[0].text
    assert "cp1252" in problems[0].line()


def test_a_few_broken_bytes_in_utf8(loaded: Loader) -> None:
    reports, problems = loaded("a.txt", RU.encode() + b"\xd0")
    assert reports[0].text == RU + "\ufffd"
    assert "not UTF-8" in problems[0].line()


def test_json_keeps_its_fields_and_ignores_claims(loaded: Loader) -> None:
    report = {"id": "r7", "publisher": "P", "published": "2025-07-01", "text": EN + "\r\n", "title": "T"}
    reports, problems = loaded("a.json", json.dumps({"report": report, "claims": [{"nonsense": True}]}))
    assert problems == []
    assert (reports[0].id, reports[0].publisher, reports[0].title) == ("r7", "P", "T")
    assert reports[0].text == EN + "\r\n"


def test_json_lines_name_the_bad_line(loaded: Loader) -> None:
    good = json.dumps({"report": {"id": "r", "text": EN}})
    reports, problems = loaded("a.jsonl", f"{good}\n\n{{nonsense\n{good}\n")
    assert [r.id for r in reports] == ["r", "r-2"]
    assert [p.where for p in problems] == ["line 3"]


def test_posts_as_others_write_them(loaded: Loader) -> None:
    post = {"text": RU, "date": "2024-11-24T23:09:38+00:00", "channel": "Топор Live", "message_id": 125239}
    reports, _ = loaded("a.jsonl", json.dumps(post))
    assert reports[0].id == "125239"
    assert reports[0].publisher == "telegram:Топор Live"
    assert reports[0].published == "2024-11-24T23:09:38+00:00"


def test_compact_dates_become_iso(loaded: Loader) -> None:
    reports, _ = loaded("a.json", json.dumps({"text": EN, "date": "20220224"}))
    assert reports[0].published == "2022-02-24"


def test_html(loaded: Loader) -> None:
    reports, problems = loaded("a.html", PAGE)
    assert problems == []
    report = reports[0]
    assert EN in report.text
    assert "All rights reserved" not in report.text
    assert (report.publisher, report.title) == ("The Paper", "Strike on a plant")
    assert report.published == "2025-07-01T08:00:00+03:00"
    assert report.url == "https://paper.example/strike"


def test_mhtml(loaded: Loader) -> None:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example/strike\r\n"
        "Date: Tue, 1 Jul 2025 12:00:00 +0300\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    body = PAGE.replace("=", "=3D").replace("\n", "\r\n")
    for name in ("a.mhtml", "a"):
        reports, problems = loaded(name, f"{head}{body}\r\n--b--\r\n")
        assert problems == []
        assert EN in reports[0].text
        assert (reports[0].url, reports[0].captured) == ("https://paper.example/strike", "2025-07-01T09:00:00+00:00")


def test_html_names_its_encoding(loaded: Loader) -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RU}</p></body></html>'
    reports, problems = loaded("a.html", page.encode("koi8-r"))
    assert (reports[0].text, problems) == (RU, [])


def test_pages_without_date_have_none(loaded: Loader) -> None:
    reports, _ = loaded("a.html", f"<html><body><p>{EN} This was in 2019.</p></body></html>")
    assert reports[0].published is None


def test_what_the_caller_says_wins_in_one_document(loaded: Loader) -> None:
    reports, _ = loaded("a.html", PAGE, Overrides(published="2025-06-30", publisher="P", url="https://p.example/"))
    assert (reports[0].published, reports[0].publisher, reports[0].url) == ("2025-06-30", "P", "https://p.example/")


def test_what_the_caller_says_fills_gaps_in_a_collection(loaded: Loader) -> None:
    lines = "\n".join(json.dumps(item) for item in ({"text": EN, "date": "2025-07-01"}, {"text": EN}))
    reports, _ = loaded("a.jsonl", lines, Overrides(published="2025-06-30"))
    assert [r.published for r in reports] == ["2025-07-01", "2025-06-30"]


EXPORT = {
    "name": "SHOT",
    "type": "public_channel",
    "id": 1,
    "messages": [
        {"id": 1, "type": "service", "date": "2025-07-01T08:00:00", "actor": "A", "actor_id": "user5", "action": "pin"},
        {
            "id": 2,
            "type": "message",
            "date": "2025-07-01T08:00:00",
            "date_unixtime": "1751346000",
            "edited_unixtime": "1751347000",
            "from": "Ivan",
            "from_id": "user77",
            "reply_to_message_id": 1,
            "forwarded_from": "Baza",
            "forwarded_from_id": "channel9",
            "text": ["Взрыв ", {"type": "bold", "text": "в Ижевске"}, ", сообщает канал. Пострадавших нет."],
        },
        {"id": 3, "type": "message", "date": "2025-07-01T08:00:00", "photo": "(File not included)", "text": ""},
        {"id": 4, "type": "message", "text": RU, "forwarded_from": "Ivan", "forwarded_from_id": "user77"},
        {"id": 5, "type": "message", "text": 17},
    ],
}


def test_telegram_export(loaded: Loader) -> None:
    reports, problems = loaded("result.json", json.dumps(EXPORT))
    assert [r.id for r in reports] == ["SHOT/1/2", "SHOT/1/4"]
    assert reports[0].text == "Взрыв в Ижевске, сообщает канал. Пострадавших нет."
    assert reports[0].published == "2025-07-01T05:00:00+00:00"
    assert reports[0].publisher == "telegram:SHOT"
    assert [r.forwarded_from for r in reports] == ["Baza", None]
    assert [p.where for p in problems] == ["message 5"]


def test_telegram_export_loses_the_senders(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(EXPORT))
    for item in load_with_bytes([str(tmp_path / "result.json")]):
        kept = msgspec.json.encode(item)
        assert b"user77" not in kept
        assert b"Ivan" not in kept


def test_a_private_chat_is_named_after_nobody(loaded: Loader) -> None:
    message = {"id": 9, "type": "message", "date_unixtime": "1751346000", "from_id": "user77", "text": RU}
    chats = [
        {"name": "Ivan", "type": "personal_chat", "id": 77, "messages": [message]},
        {"type": "saved_messages", "id": 78, "messages": [{**message, "id": 10}]},
    ]
    reports, _ = loaded("result.json", json.dumps({"chats": {"list": chats}}))
    assert [(r.id, r.publisher) for r in reports] == [
        ("private/1751346000-9", None),
        ("private/1751346000-10", None),
    ]


def test_a_forward_without_a_number_beside_numbered_ones_is_from_a_person(loaded: Loader) -> None:
    hidden = {"id": 6, "type": "message", "text": RU, "forwarded_from": "Ivan"}
    reports, _ = loaded("result.json", json.dumps({**EXPORT, "messages": [*EXPORT["messages"], hidden]}))
    assert [r.forwarded_from for r in reports] == ["Baza", None, None]
    reports, _ = loaded("old.json", json.dumps({**EXPORT, "messages": [{**hidden, "forwarded_from": "Baza"}]}))
    assert [r.forwarded_from for r in reports] == ["Baza"]


def test_a_time_of_1970_is_no_date(loaded: Loader) -> None:
    message = {"id": 6, "type": "message", "text": RU, "date": "1970-01-01T00:00:00", "date_unixtime": "0"}
    reports, _ = loaded("result.json", json.dumps({**EXPORT, "messages": [message]}))
    assert [r.published for r in reports] == [None]


SENDERS = [
    {"message_id": 3, "channel": "shot", "text": RU, "sender_id": 77, "from": "Ivan"},
    {"id": 3, "text": RU, "from_user": {"id": 77, "first_name": "Ivan"}, "views": 5},
    {"report": {"id": "3", "text": RU}, "message": {"fwd_from": {"from_id": {"user_id": 77}}, "post_author": "Ivan"}},
]


@pytest.mark.parametrize("line", SENDERS)
def test_json_loses_the_senders(tmp_path: Path, line: dict[str, object]) -> None:
    for name in ("a.json", "a.jsonl"):
        (tmp_path / name).write_text(json.dumps(line))
        (item,) = load_with_bytes([str(tmp_path / name)])
        assert isinstance(item, Intake) and item.report.text == RU
        assert b"77" not in item.raw and b"Ivan" not in item.raw
        assert item.report.sha256 == sha256(item.raw).hexdigest()


def test_json_without_senders_is_kept_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(line := json.dumps({"text": RU, "author": "A. Reporter",  "n": 1}, indent=3))
    (item,) = load_with_bytes([str(tmp_path / "a.json")])
    assert isinstance(item, Intake) and item.raw == line.encode()


def test_export_of_a_whole_account(loaded: Loader) -> None:
    chats, left = [EXPORT, {**EXPORT, "name": "112"}], [{**EXPORT, "name": "Left"}]
    reports, _ = loaded("result.json", json.dumps({"chats": {"list": chats}, "left_chats": {"list": left}}))
    assert [r.publisher for r in reports] == ["telegram:SHOT"] * 2 + ["telegram:112"] * 2 + ["telegram:Left"] * 2


def test_saved_preview_page(loaded: Loader) -> None:
    post = (
        '<div class="tgme_widget_message js-widget_message" data-post="shot_shot/7">'
        '<div class="tgme_widget_message_forwarded_from">Forwarded from '
        '<a class="tgme_widget_message_forwarded_from_name"><span>Baza</span></a></div>'
        '<a class="tgme_widget_message_reply"><div class="tgme_widget_message_text">The older post</div></a>'
        f'<div class="tgme_widget_message_text js-message_text">{RU}<br/><br/>Вторая <b>строка</b></div>'
        '<a class="tgme_widget_message_date"><time datetime="2025-07-01T05:00:00+00:00">05:00</time></a></div>'
    )
    picture = '<div class="tgme_widget_message" data-post="shot_shot/8"><a class="tgme_widget_message_photo"></a></div>'
    reports, problems = loaded("shot.html", f"<html><body>{post}{picture}</body></html>")
    assert problems == []
    (report,) = reports
    assert (report.id, report.publisher, report.url) == (
        "shot_shot/7",
        "telegram:shot_shot",
        "https://t.me/shot_shot/7",
    )
    assert report.text == f"{RU}\n\nВторая строка"
    assert report.published == "2025-07-01T05:00:00+00:00"
    assert report.forwarded_from == "Baza"


def _warc(page: str) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, kind, body in (
        ("https://paper.example/a", "text/html; charset=utf-8", page.encode()),
        ("https://paper.example/a.png", "image/png", b"\x89PNG"),
    ):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2025-07-02T10:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


def test_warc_and_wacz(loaded: Loader) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as wacz:
        wacz.writestr("archive/data.warc.gz", _warc(PAGE))
        wacz.writestr("datapackage.json", "{}")
    warc = _warc(PAGE)
    for name, data in (("a.warc.gz", warc), ("a.warc", gzip.decompress(warc)), ("a.wacz", packed.getvalue())):
        reports, problems = loaded(name, data)
        assert problems == []
        assert [r.url for r in reports] == ["https://paper.example/a"]
        assert reports[0].captured == "2025-07-02T10:00:00Z"
        assert EN in reports[0].text


@pytest.mark.parametrize("left", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_that_was_cut_off_is_said(loaded: Loader, left: float, pack: Callable[[bytes], bytes]) -> None:
    """A page of which a part is missing is no report: its text would look like a shorter one."""
    record = gzip.decompress(_warc(PAGE)).partition(b"WARC/1.0\r\n")[2].partition(b"WARC/1.0\r\n")[0]
    whole = pack(b"WARC/1.0\r\n" + record)
    name = "a.warc" if pack is bytes else "a.warc.gz"
    assert len(loaded(name, whole)[0]) == 1
    reports, problems = loaded(name, whole[: int(len(whole) * left)])
    assert reports == [] and [p.where == "record 1" for p in problems] == [True]


def test_feed(loaded: Loader) -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title>'
        "<item><title>Strike</title><link>https://paper.example/1</link><guid>tag:1</guid>"
        f"<pubDate>Tue, 01 Jul 2025 05:00:00 GMT</pubDate><description>&lt;p&gt;{EN}&lt;/p&gt;</description></item>"
        "<item><title>Air defence shot down a drone over the city, the mayor said</title></item></channel></rss>"
    )
    reports, problems = loaded("a.rss", feed)
    assert problems == []
    assert [r.id for r in reports] == ["tag:1", "a-2"]
    assert (reports[0].text, reports[0].published) == (EN, "2025-07-01T05:00:00+00:00")
    assert reports[0].publisher == "The Paper"


def test_atom(loaded: Loader) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><id>e1</id><title>T</title>'
        f"<published>2025-07-01T08:00:00+03:00</published><content type='text'>{EN}</content></entry></feed>"
    )
    reports, _ = loaded("a.atom", feed)
    assert (reports[0].id, reports[0].text, reports[0].published) == ("e1", EN, "2025-07-01T05:00:00+00:00")


def test_a_feed_cannot_name_local_files(loaded: Loader, tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<rss><channel><title>secret</title></channel></rss>")
    _, problems = loaded("a.rss", str(tmp_path / "secret.xml"))
    assert "a feed without entries, or no feed" in problems[0].line()


def test_table_of_texts(loaded: Loader) -> None:
    reports, problems = loaded("a.csv", f'id;url;text;date\nr1;https://p.example/1;"{EN}";2025-07-01\n;;"{RU}";\n')
    assert problems == []
    assert [r.id for r in reports] == ["r1", "a-3"]
    assert [r.published for r in reports] == ["2025-07-01", None]


def test_table_of_links_goes_through_the_door(loaded: Loader) -> None:
    reports, problems = loaded("links.csv", "url\nhttp://127.0.0.1/\nfile:///etc/passwd\n")
    assert reports == []
    assert [p.where for p in problems] == ["row 2", "row 3"]
    assert "no public address" in problems[0].line()
    assert "only http and https" in problems[1].line()


def test_standard_input_is_known_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = json.dumps({"text": EN}) + "\n" + json.dumps({"text": RU}) + "\n"
    one = json.dumps({"text": EN})
    for data, ids in ((EN, ["stdin"]), (one, ["stdin"]), (lines, ["stdin-1", "stdin-2"]), (PAGE, ["stdin"])):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        assert [r.id for r in load(["-"]) if isinstance(r, Report)] == ids


def test_ids_are_unique_in_one_call(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(EN)
    reports = load([str(tmp_path / folder / "x.txt") for folder in ("a", "b", "c")])
    assert [r.id for r in reports] == ["x", "x-2", "x-3"]  # type: ignore[union-attr]


def test_pdf_joins_lines_broken_for_the_page(loaded: Loader) -> None:
    first = [
        "Two drones struck a plant in Izhevsk overnight, the gov-",
        "ernor said. Nobody was hurt in the attack, which began at",
        "three in the morning.",
        "",
        "Firefighters were sent there.",
    ]
    reports, problems = loaded("a.pdf", pdf([first, ["A second page follows."]]))
    assert problems == []
    assert "the governor said. Nobody was hurt in the attack, which began at three in the morning." in reports[0].text
    assert reports[0].text.endswith("\n\nA second page follows.")
    assert reports[0].published is None


def test_pdf_of_pictures_only(loaded: Loader) -> None:
    _, problems = loaded("a.pdf", pdf([[]]))
    assert "no text layer in this PDF" in problems[0].line()


def test_spreadsheet(loaded: Loader) -> None:
    reports, problems = loaded(
        "a.xlsx", xlsx([["url", "text", "date"], ["https://p.example/1", EN, "2025-07-01"], ["", RU]])
    )
    assert problems == []
    assert [(r.id, r.url, r.published, r.language) for r in reports] == [
        ("a-2", "https://p.example/1", "2025-07-01", "en"),
        ("a-3", None, None, "ru"),
    ]


def test_a_spreadsheet_that_asks_for_all_memory(loaded: Loader) -> None:
    """The parser aborts its process at this; it is not ours."""
    _, (problem,) = loaded("a.xlsx", far_apart())
    assert "takes more than 20 seconds or 1024 MB to parse, or is damaged" in problem.line()


def test_rows_are_numbered_as_a_spreadsheet_shows_them(loaded: Loader) -> None:
    _, problems = loaded("a.xlsx", xlsx([[], ["", "text"], [], ["", "123 456"]]))
    assert [problem.where for problem in problems] == ["row 4"]
    _, problems = loaded("a.csv", "text\n\n\n123 456\n")
    assert [problem.where for problem in problems] == ["row 4"]


def test_a_spreadsheet_that_unpacks_to_too_much(loaded: Loader) -> None:
    _, problems = loaded("a.xlsx", bomb())
    assert "unpacks to 30 MB: not opened" in problems[0].line()

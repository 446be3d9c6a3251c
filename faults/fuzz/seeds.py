"""Small sound inputs, from which a fuzzer starts, and naughty ones."""

import gzip
import io
import json
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path

from faults.build import report
from reportedly.ledger import open_ledger
from tests.reports import makers

EN = "Two drones struck a plant in Izhevsk overnight, the governor said. Nobody was hurt in the attack."
RU = "Два беспилотника атаковали завод в Ижевске, сообщил губернатор. Пострадавших нет, на месте работают спасатели."
POST = (
    '<div class="tgme_widget_message js-widget_message" data-post="channel/17">'
    '<span class="tgme_widget_message_forwarded_from_name">Other</span>'
    f'<div class="tgme_widget_message_text">{RU}</div>'
    '<a class="tgme_widget_message_date"><time datetime="2025-07-01T06:00:00+00:00"></time></a></div>'
)
PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Strike</title>'
    '<meta property="article:published_time" content="2025-07-01T06:00:00Z"></head>'
    f"<body><article><h1>Strike</h1><p>{EN}</p><p>{RU}</p></article></body></html>"
)
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title><item><title>Strike</title>'
    f"<link>https://example.org/1</link><guid>1</guid><description>{EN}</description>"
    "<pubDate>Tue, 01 Jul 2025 06:00:00 GMT</pubDate></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><id>a</id><title>Strike</title>'
    f'<updated>2025-07-01T06:00:00Z</updated><content type="html">&lt;p&gt;{EN}&lt;/p&gt;</content></entry></feed>'
)
MESSAGE = {
    "id": 5,
    "type": "message",
    "date": "2025-07-01T09:00:00",
    "date_unixtime": "1751353200",
    "from": "Somebody",
    "from_id": "user1",
    "text": ["Удар по ", {"type": "bold", "text": "заводу"}, {"type": "mention_name", "text": "X", "user_id": 7}],
    "forwarded_from": "Channel",
}
WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2025-07-01T06:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
)
NAUGHTY = (
    "\u202egnp.exe\u202c txet desrever",
    "a\0b",
    "\ud83d lone",
    "\ufeff\ufeff",
    "＜script＞alert(1)",
    "<script>alert(1)</script>",
    "=1+1\t@SUM(A1)\t-2+3",
    "%s%n%x %d {0} ${x} {{7*7}}",
    "../../etc/passwd\\..\\..",
    "'; DROP TABLE entries; --",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "🏳️‍🌈👩‍👩‍👧‍👦" * 20,
    "\x1b[2J\x1b]0;title\x07",
    "1e400 -0 NaN Infinity 0x10 ٣٤",
    "\u2028\u2029\u0085\v\f",
    "İıſßΣς" * 10,
)
"""Texts that break programs: directions, NUL, surrogates, markup, formulas, formats, paths, SQL, stacked accents."""


def of(target: str) -> list[bytes]:
    """The seeds of a target."""
    return [*_SEEDS[target](), *(text.encode("utf-8", "surrogatepass") for text in NAUGHTY)]


def _warc() -> bytes:
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
    return WARC.format(size=len(page)).encode() + page + b"\r\n\r\n"


def _wacz() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/data.warc.gz", gzip.compress(_warc()))
        packed.writestr("datapackage.json", "{}")
    return out.getvalue()


def _mhtml() -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\nDate: Tue, 1 Jul 2025 06:00:00 "
        '-0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n--x--\r\n"
    ).encode()


@lru_cache(maxsize=1)
def _backup() -> bytes:
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        ledger.add(report(1))
        ledger.backup(Path(folder) / "backup")
        return (Path(folder) / "backup").read_bytes()


def _json(*objects: object) -> bytes:
    return b"\n".join(json.dumps(one, ensure_ascii=False).encode() for one in objects)


_REPORT = {"report": {"id": "a", "text": EN, "published": "2025-07-01", "publisher": "P", "language": "en"}}
_CLAIM = {"id": "c1", "start": 0, "end": 9, "polarity": "affirmed", "certainty": "certain", "event": "strike"}
_CHAT = {"name": "C", "type": "public_channel", "id": 1, "messages": [MESSAGE]}
_SEEDS = {
    "text": lambda: [EN.encode(), RU.encode("cp1251"), RU.encode("koi8-u"), RU.encode("utf-16"), RU.encode()],
    "html": lambda: [PAGE.encode(), PAGE.replace("utf-8", "windows-1251").encode("cp1251"), POST.encode()],
    "mhtml": lambda: [_mhtml()],
    "pdf": lambda: [makers.pdf([["Two drones struck a plant", "in Izhevsk."]])],
    "json": lambda: [_json(_REPORT), _json({"text": EN, "channel": "c", "message_id": 4, "date": "2025-07-01"})],
    "jsonl": lambda: [_json(_REPORT, _REPORT)],
    "telegram": lambda: [_json(_CHAT), _json({"chats": {"list": [_CHAT]}})],
    "telegram_page": lambda: [f"<html>{POST}{POST}</html>".encode()],
    "warc": lambda: [_warc(), gzip.compress(_warc())],
    "wacz": lambda: [_wacz()],
    "table": lambda: [f"text,date\n{EN},2025-07-01\n".encode(), f'text\tid\n"{RU}"\t1\n'.encode("cp1251")],
    "workbook": lambda: [makers.xlsx([["text", "id"], [EN, "a"]])],
    "feed": lambda: [RSS.encode(), ATOM.encode()],
    "any": lambda: [PAGE.encode(), _json(_REPORT), EN.encode(), gzip.compress(EN.encode()), _warc()],
    "address": lambda: [b"http://example.org/a?b=c#d", b"https://[::1]:80/", b"http://a@b/", b"HTTP://xn--a/%2f"],
    "ip": lambda: [b"127.0.0.1", b"::ffff:127.0.0.1", b"64:ff9b::1", b"fe80::1%lo"],
    "robots": lambda: [b"User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 5\n/axb"],
    "sources": lambda: [b'[[source]]\nfeed = "http://a.example/rss"\narticles = true\nevery = "5m"\nlanguage = "uk"\n'],
    "backup": lambda: [_backup()],
    "checkpoint": lambda: [b"reportedly.ledger/00\n3\n" + b"A" * 43 + b"=\n\n"],
    "reading": lambda: [_json({**_REPORT, "claims": [_CLAIM]})],
    "series": lambda: [
        b"date_start,date_end,publisher,of,item,place,value\n2025-07-01,2025-07-01,MoD,intercepted,drones,,60\n"
    ],
}

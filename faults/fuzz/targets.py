"""The targets: each takes any bytes, and fails only where the parser breaks its promise.

The promise of the intake: whatever the bytes, out come reports and problems of one printable line; a report has words,
neither NUL nor lone surrogates, and no more text than the limit.
"""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path

import msgspec

from reportedly.ledger import Ledger, LedgerError, open_ledger
from reportedly.ledger.checkpoint import parse as parse_checkpoint
from reportedly.model import decode_reading
from reportedly.packs.records import import_series
from reportedly.reports import fetch, intake
from reportedly.reports.collecting import robots, sources
from reportedly.reports.formats import feed, pdf, table, telegram_page
from reportedly.reports.material import InputProblem, Intake, Limits, Material, Unreadable

_OF_THEIR_OWN = (b"<rss", b"<feed", b"%PDF-")
"""What starts a process, and has a target of its own."""
_LIMITS = Limits(file_bytes=1_000_000, text_bytes=200_000, download_bytes=500_000, seconds=1)


def _material(name: str, data: bytes) -> Material:
    return Material(name=name, stem="fuzz", data=data, captured="2025-07-01T00:00:00+00:00", limits=_LIMITS)


def _kept(item: object) -> None:
    if isinstance(item, InputProblem):
        line = item.line()
        assert line.isprintable() and item.what
        return
    assert isinstance(item, Intake)
    text = item.report.text
    assert text.strip() and "\0" not in text and len(text) <= _LIMITS.text_bytes
    text.encode()  # no lone surrogate


def _format(kind: str, suffix: str, data: bytes) -> None:
    if not data:
        return
    for item in intake.read(_material(f"fuzz{suffix}", data), kind=kind):
        _kept(item)


def _any(data: bytes) -> None:
    """Bytes without a name: the format is told from their beginning."""
    if data and not any(sign in data for sign in _OF_THEIR_OWN):
        for item in intake.read(_material("fuzz", data)):
            _kept(item)


def _feed(data: bytes) -> None:
    """What the process of a feed does, here and now."""
    answer = feed.parsed(data)
    for entry in msgspec.json.decode(answer, type=feed.Feed).entries if answer else ():
        feed.words(entry).encode()


def _pdf(data: bytes) -> None:
    """What the process of a PDF does, and what becomes of it."""
    document = msgspec.json.decode(pdf.parsed(data, _LIMITS.text_bytes), type=pdf.Document)
    with suppress(Unreadable):
        for item in pdf.drafts(document, _material("fuzz.pdf", data)):
            if isinstance(item, InputProblem):
                assert item.line().isprintable()
            else:
                assert item.report.text.strip() and "\0" not in item.report.text
                item.report.text.encode()  # no lone surrogate


def _workbook(data: bytes) -> None:
    """What the process of a spreadsheet does; it may end with any error, the caller makes one of them all."""
    with suppress(Exception):
        table.parsed(data)


def _page(data: bytes) -> None:
    source = data.decode("utf-8", "replace")
    with suppress(Unreadable):
        for item in telegram_page.read(source, _material("fuzz.html", data)):
            item.raw.decode()  # type: ignore[union-attr]


def _address(data: bytes) -> None:
    """An address that is refused, or one whose parts are what is connected to; nothing is connected here."""
    try:
        parts = fetch.allowed(data.decode("utf-8", "replace"))
    except fetch.Refused:
        return
    assert parts.scheme.lower() in ("http", "https") and parts.hostname and parts.username is None


def _ip(data: bytes) -> None:
    assert fetch.is_public(data.decode("latin-1")) in (True, False)


@lru_cache(maxsize=1)
def _empty() -> tuple[tempfile.TemporaryDirectory[str], Ledger]:
    folder = tempfile.TemporaryDirectory()
    return folder, open_ledger(Path(folder.name) / "ledger.db")


def _robots(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    assert robots.parse(text).allows(text[-60:]) in (True, False)


def _sources(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(data)
        file.flush()
        with suppress(Unreadable):
            for item in sources.load(Path(file.name)):
                assert isinstance(item, sources.Source) or item.line().isprintable()


def _backup(data: bytes) -> None:
    folder, ledger = _empty()
    source = Path(folder.name) / "backup"
    source.write_bytes(data)
    try:
        ledger.restore(source)
    except LedgerError:
        assert ledger.latest() is None, "whole or not at all"
        return
    assert ledger.verify() == ()
    _empty.cache_clear()


def _checkpoint(data: bytes) -> None:
    with suppress(LedgerError):
        parse_checkpoint(data.decode("utf-8", "replace"))


def _reading(data: bytes) -> None:
    with suppress(ValueError, RecursionError):
        decode_reading(data)


def _series(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        file.write(data)
        file.flush()
        with suppress(ValueError):
            import_series(Path(file.name))


FORMATS = {
    "text": ".txt",
    "html": ".html",
    "mhtml": ".mhtml",
    "json": ".json",
    "jsonl": ".jsonl",
    "warc": ".warc",
    "wacz": ".wacz",
    "table": ".csv",
}
TARGETS: dict[str, Callable[[bytes], None]] = {
    **{kind: partial(_format, kind, suffix) for kind, suffix in FORMATS.items()},
    "telegram": partial(_format, "json", ".json"),
    "telegram_page": _page,
    "pdf": _pdf,
    "workbook": _workbook,
    "feed": _feed,
    "any": _any,
    "address": _address,
    "ip": _ip,
    "robots": _robots,
    "sources": _sources,
    "backup": _backup,
    "checkpoint": _checkpoint,
    "reading": _reading,
    "series": _series,
}

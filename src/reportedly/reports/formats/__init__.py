"""One file a format. Each has ``read(material) -> Iterator[Draft | InputProblem]`` and may raise ``Unreadable``.

A new format is a new file here and a line in ``TABLE``.
"""

import importlib
from collections.abc import Callable
from typing import cast

from msgspec import Struct

from reportedly.reports.material import Drafts, Material


class Format(Struct, frozen=True):
    """How a format is known: by the end of the name, and by how its bytes begin.

    ``collection`` = many items that each know their own date and publisher.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: tuple[bytes, ...] = ()
    collection: bool = False


TABLE = (
    Format("pdf", (".pdf",), (b"%PDF-",)),
    Format("warc", (".warc", ".warc.gz"), (b"WARC/",), True),
    Format("wacz", (".wacz",), (), True),
    Format("table", (".xlsx", ".xls", ".ods", ".csv", ".tsv"), (), True),
    Format("jsonl", (".jsonl", ".ndjson"), (), True),
    Format("json", (".json",), (b"{",)),
    Format("feed", (".rss", ".atom", ".xml"), (b"<rss", b"<feed", b"<rdf:RDF"), True),
    Format("html", (".html", ".htm", ".xhtml"), (b"<!DOCTYPE html", b"<html", b"<head", b"<body")),
    Format("mhtml", (".mhtml", ".mht"), (b"From: <Saved by",)),
    Format("text", (".txt", ".md", ".text")),
)
BY_NAME = {entry.name: entry for entry in TABLE}


def reader(name: str) -> Callable[[Material], Drafts]:
    """The ``read`` of a format, imported when it is first needed."""
    module = importlib.import_module(f"{__name__}.{name}")
    return cast(Callable[[Material], Drafts], module.read)


def recognise(name: str, data: bytes) -> Format:
    """The format of some bytes: by their beginning for binary formats, then by the name, then by their beginning."""
    lower = name.lower()
    if data.startswith(b"%PDF-"):
        return BY_NAME["pdf"]
    if data.startswith(b"WARC/"):
        return BY_NAME["warc"]
    if data.startswith(b"PK\x03\x04"):
        return BY_NAME[_zip(data)]
    for entry in TABLE:
        if lower.endswith(entry.suffixes):
            return entry
    return _by_content(data)


def _zip(data: bytes) -> str:
    """Which of the formats in a zip archive this is; ``text`` (which refuses it) where none."""
    if b"xl/workbook" in data or b"opendocument.spreadsheet" in data[:200]:
        return "table"
    return "wacz" if b"datapackage.json" in data or b"archive/" in data else "text"


def _by_content(data: bytes) -> Format:
    head = data[:4_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{"):
        first, _, rest = head.partition(b"\n")
        lines = first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
        return BY_NAME["jsonl" if lines else "json"]
    if head.startswith(b"<?xml"):
        head = head.partition(b"?>")[2].lstrip()
    lower = head.lower()
    for entry in TABLE:
        if entry.begins and lower.startswith(tuple(mark.lower() for mark in entry.begins)):
            return entry
    return BY_NAME["text"]

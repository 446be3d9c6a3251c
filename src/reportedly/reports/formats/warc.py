"""Web archives (WARC): each page or text in it is a report, with the address and the time of its capture."""

import io
from typing import Any

import msgspec

from reportedly.reports.formats import BY_NAME, reader, recognise
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable

_TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf"}
_RECORDS = 200_000
_LINE = 65_536
"""The longest header line, in bytes."""
_CUT = 16_384
"""A line of this length that does not end was cut by its reader, which does not count well up to the limit."""
_PADDING = b"\r\n \0"
_HEAD = 4_000_000
"""All header lines between two contents, in bytes."""


def read(material: Material) -> Drafts:
    """The pages of an archive in its order; what is no page (pictures, scripts, styles) is passed over."""
    yield from records(material.data, material)


def records(data: bytes, material: Material) -> Drafts:
    """The pages of an archive. What is cut off is said: its reader passes over it in silence."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    done = end = 0
    archive = ArchiveIterator(io.BytesIO(data))
    try:
        for number, record in enumerate(_bounded(archive), 1):
            if number > _RECORDS:
                raise Unreadable(f"more than {_RECORDS} records")
            if record.rec_headers.get_header("Content-Length") is None:
                raise EOFError
            if record.rec_type in ("response", "resource"):
                yield from _record(record, material, number)
            elif _cut_off(record):
                raise EOFError
            done, end = number, archive.get_record_length() + archive.get_record_offset()
        if data[end:].strip(_PADDING):
            raise EOFError
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError) as error:
        what = f"damaged archive, the rest is not read ({type(error).__name__})"
        yield InputProblem(name=material.name, where=f"record {done + 1}", what=what)


def _bounded(archive: Any) -> Any:
    """The archive, refusing headers without end: its reader would gather them in memory, and ever more slowly."""
    from warcio.exceptions import ArchiveLoadFailed

    reader, left = archive.reader, _HEAD
    plain_line, plain_read = reader.readline, reader.read

    def readline(length: int | None = None) -> bytes:
        nonlocal left
        line: bytes = plain_line(min(length or _LINE, _LINE))
        left -= len(line)
        if left < 0 or (len(line) >= _CUT and not line.endswith(b"\n")):
            raise ArchiveLoadFailed("headers without end")
        return line

    def read(length: int | None = None) -> bytes:
        nonlocal left
        left = _HEAD
        found: bytes = plain_read(length)
        return found

    reader.readline, reader.read = readline, read
    return archive


def _record(record: Any, material: Material, number: int) -> Drafts:
    headers = record.http_headers
    kind, charset = _content_type(headers.get_header("Content-Type") if headers else record.content_type)
    status = headers.get_statuscode() if headers else "200"
    page_like = kind in _TYPES and status == "200"
    where = f"record {number}"
    limit = material.limits.download_bytes
    data = record.content_stream().read(limit + 1) if page_like else b""
    if len(data) > limit:
        yield InputProblem(name=material.name, where=where, what=f"more than {limit / 1e6:g} MB unpacked")
        return
    if _cut_off(record):
        yield InputProblem(name=material.name, where=where, what="breaks off: left out")
        return
    if not data.strip():
        return
    page = msgspec.structs.replace(
        material,
        stem=f"{material.stem}-{number}",
        data=data,
        url=record.rec_headers.get_header("WARC-Target-URI"),
        charset=charset,
        captured=record.rec_headers.get_header("WARC-Date") or material.captured,
    )
    yield from _page(page, BY_NAME["pdf"].name if recognise("", data).name == "pdf" else _TYPES[kind], where)


def _cut_off(record: Any) -> bool:
    """Whether a record is shorter than its header says."""
    while record.raw_stream.read(_LINE):
        pass
    return getattr(record.raw_stream, "limit", 0) > 0


def _page(page: Material, kind: str, where: str) -> Drafts:
    try:
        for item in reader(kind)(page):
            place = f"{where}: {item.where}" if item.where else where
            yield msgspec.structs.replace(item, where=place) if isinstance(item, Draft | InputProblem) else item
    except Unreadable as error:
        yield InputProblem(name=page.name, where=where, what=str(error))
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        # As at the intake: a damaged page must not cost the archive.
        yield InputProblem(name=page.name, where=where, what=f"damaged, could not be read ({type(error).__name__})")


def _content_type(value: str | None) -> tuple[str, str | None]:
    kind, _, rest = (value or "").partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'") or None
    return kind.strip().lower(), charset

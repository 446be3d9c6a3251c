"""From the inputs of a command to reports: find the format, read, check what all reports share, give ids."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

import msgspec

from reportedly.model import Report
from reportedly.reports import language
from reportedly.reports.formats import BY_NAME, Format, reader, recognise
from reportedly.reports.material import (
    Draft,
    InputProblem,
    Intake,
    Limits,
    Material,
    Overrides,
    Unreadable,
    now,
    too_long,
)

_ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]*://")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_FIELDS = ("published", "publisher", "url")
_YEARS = (1900, 2100)
_Loaded: TypeAlias = Iterator[Intake | InputProblem]


def load(
    inputs: Sequence[str], *, defaults: Overrides | None = None, limits: Limits | None = None
) -> Iterator[Report | InputProblem]:
    """The reports of files, addresses (``http``, ``https``) and ``-`` (standard input), in order, one by one.

    Whatever cannot be read comes as an ``InputProblem`` in its place; the rest goes on. Ids are unique in one call.
    """
    for item in load_with_bytes(inputs, defaults=defaults, limits=limits):
        yield item.report if isinstance(item, Intake) else item


def load_with_bytes(
    inputs: Sequence[str], *, defaults: Overrides | None = None, limits: Limits | None = None
) -> _Loaded:
    """As ``load``, each report with the bytes that its ``sha256`` is the digest of."""
    defaults, limits = defaults or Overrides(), limits or Limits()
    taken: dict[str, int] = {}
    for name in inputs:
        here: set[str | None] = set()
        for item in _one(name, defaults, limits):
            if isinstance(item, InputProblem):
                yield item
                continue
            own = None if item.own_id in here else item.own_id
            here.add(own)
            unique = _unique(item.report.id, taken)
            yield msgspec.structs.replace(item, report=msgspec.structs.replace(item.report, id=unique), own_id=own)


def read(material: Material, defaults: Overrides | None = None, *, kind: str | None = None) -> _Loaded:
    """The reports in bytes at hand, as ``load`` gives them; ``kind`` is the name of a format that is known already.

    Ids are as they come: unlike those of ``load`` they can be given twice.
    """
    return _guarded(material.name, lambda: _read(material, defaults or Overrides(), kind))


def _one(name: str, defaults: Overrides, limits: Limits) -> _Loaded:
    shown = name.encode("utf-8", "backslashreplace").decode()
    return _guarded(shown, lambda: _opened(name, shown, defaults, limits))


def _guarded(shown: str, opened: Callable[[], _Loaded]) -> _Loaded:
    try:
        yield from opened()
    except Unreadable as error:
        yield InputProblem(name=shown, what=str(error))
    except OSError as error:
        yield InputProblem(name=shown, what=(error.strerror or str(error) or type(error).__name__).lower())
    except (ValueError, RecursionError, MemoryError, LookupError, TypeError, AttributeError) as error:
        # Foreign parsers raise these on damaged input; a damaged file must not end the run.
        yield InputProblem(name=shown, what=f"damaged, could not be read ({type(error).__name__})")


def _opened(name: str, shown: str, defaults: Overrides, limits: Limits) -> _Loaded:
    if _ADDRESS.match(name):
        from reportedly.reports.fetch import material as fetched

        yield from _read(fetched(name, limits), defaults)
        return
    if name == "-":
        data = sys.stdin.buffer.read(limits.file_bytes + 1)
        yield from _read(_material("-", "stdin", data, limits), defaults)
        return
    path = Path(name)
    if path.is_dir():
        raise Unreadable("a folder: name the files in it")
    if name.lower().endswith((".jsonl", ".ndjson")):
        yield from _streamed(path, shown, defaults, limits)
        return
    text_only = name.lower().endswith(BY_NAME["text"].suffixes)
    size, most = path.stat().st_size, limits.text_bytes if text_only else limits.file_bytes
    if size > most:
        setting = "max_text_mb" if text_only else "max_file_mb"
        raise Unreadable(f"{size / 1e6:.1f} MB, the limit is {most / 1e6:g} MB (setting {setting})")
    with path.open("rb") as file:
        data = file.read(limits.file_bytes + 1)
    yield from _read(_material(shown, _stem(path), data, limits), defaults)


def _streamed(path: Path, shown: str, defaults: Overrides, limits: Limits) -> _Loaded:
    """JSON lines straight from the file, so that a large one is never held whole."""
    from reportedly.reports.formats import jsonl

    with path.open("rb") as file:
        head = file.read(4)
        if head[:2] in (b"\xff\xfe", b"\xfe\xff", b"\0\0"):
            yield from _read(_material(shown, _stem(path), head + file.read(limits.file_bytes), limits), defaults)
            return
        file.seek(3 if head.startswith(b"\xef\xbb\xbf") else 0)
        if not head:
            raise Unreadable("empty")
        material = _material(shown, _stem(path), b" ", limits)
        source = _bounded_lines(file, jsonl.line_limit(limits.text_bytes))
        yield from _finished(jsonl.lines(source, material), material, BY_NAME["jsonl"], defaults)


def _bounded_lines(file: object, limit: int) -> Iterator[bytes]:
    """Lines of a binary file; one longer than the limit comes cut just above it, its rest skipped."""
    readline = file.readline  # type: ignore[attr-defined]
    while line := readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = readline(limit + 1)
            if not line:
                return


def _material(shown: str, stem: str, data: bytes, limits: Limits) -> Material:
    if not data:
        raise Unreadable("empty")
    if len(data) > limits.file_bytes:
        raise Unreadable(f"more than {limits.file_bytes / 1e6:g} MB (setting max_file_mb)")
    return Material(name=shown, stem=stem, data=data, captured=now(), limits=limits)


def _stem(path: Path) -> str:
    name = path.name.encode("utf-8", "backslashreplace").decode()
    for suffix in (".warc.gz", *Path(name).suffixes[-1:]):
        if suffix and name.lower().endswith(suffix.lower()) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def _read(material: Material, defaults: Overrides, kind: str | None = None) -> _Loaded:
    material = _ungzipped(material)
    format = BY_NAME[kind] if kind else recognise(material.name, material.data)
    yield from _finished(reader(format.name)(material), material, format, defaults)


def _ungzipped(material: Material) -> Material:
    """A file packed with gzip, unpacked up to the limit; archives of web pages unpack themselves record by record."""
    if not material.data.startswith(b"\x1f\x8b") or material.name.lower().endswith(".warc.gz"):
        return material
    import zlib

    try:
        inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        data = inflate.decompress(material.data, material.limits.file_bytes)
    except zlib.error:
        raise Unreadable("damaged gzip file") from None
    if inflate.unconsumed_tail:
        raise Unreadable(f"unpacks to more than {material.limits.file_bytes / 1e6:g} MB (setting max_file_mb)")
    if data.startswith(b"WARC/"):
        return msgspec.structs.replace(material, name=f"{material.name}.warc.gz")
    name = material.name[:-3] if material.name.lower().endswith(".gz") else material.name
    stem = _stem(Path(material.stem)) if name != material.name else material.stem
    return msgspec.structs.replace(material, name=name, stem=stem, data=data)


def _finished(drafts: Iterator[Draft | InputProblem], material: Material, kind: Format, defaults: Overrides) -> _Loaded:
    """The drafts that pass the checks that all reports share."""
    found = False
    for draft in drafts:
        found = True
        if isinstance(draft, InputProblem):
            yield draft
            continue
        try:
            report, note = _checked(_filled(draft.report, defaults, many=kind.collection or draft.own), material.limits)
        except Unreadable as error:
            yield InputProblem(name=material.name, where=draft.where, what=str(error))
            continue
        if note:
            yield InputProblem(name=material.name, where=draft.where, what=note, severity="note")
        own = report.id if draft.own_id else None
        yield Intake(report=report, raw=draft.raw, name=material.name, where=draft.where, own_id=own)
    if not found:
        yield InputProblem(name=material.name, what="no report in it")


def _filled(report: Report, defaults: Overrides, *, many: bool) -> Report:
    """The report with what the caller said, see ``Overrides``."""
    said = {field: getattr(defaults, field) for field in (*_FIELDS, "language") if getattr(defaults, field)}
    if many:
        said = {field: value for field, value in said.items() if getattr(report, field) is None}
    return msgspec.structs.replace(report, **said) if said else report


def _checked(report: Report, limits: Limits) -> tuple[Report, str | None]:
    """The report with its language, and a note on a date that is none. Raises ``Unreadable``."""
    if not report.text.strip():
        raise Unreadable("empty: no text")
    if len(report.text) > limits.text_bytes:
        raise Unreadable(too_long(len(report.text), limits.text_bytes))
    nul = report.text.find("\0")
    if nul >= 0:
        raise Unreadable(f"a NUL character at character {nul}")
    lone = _SURROGATE.search(report.text)
    if lone:
        raise Unreadable(f"a lone surrogate at character {lone.start()}")
    code = language.checked(report.language) if report.language else language.detect(report.text)
    if report.published is None:
        return msgspec.structs.replace(report, language=code), None
    published = iso(report.published)
    note = None if published else f"{report.published[:40]!r} is no ISO date: date of publication unknown"
    return msgspec.structs.replace(report, language=code, published=published), note


def iso(text: str) -> str | None:
    """An ISO date or date-time in its extended form ("20250701" is "2025-07-01"), ``None`` if it is neither.

    So is one of a year far from ours: a slip or a placeholder ("0001-01-01").
    """
    for kind in (date, datetime):
        try:
            found = kind.fromisoformat(text)
        except ValueError:
            continue
        return found.isoformat() if _YEARS[0] <= found.year <= _YEARS[1] else None
    return None


def _unique(name: str, taken: dict[str, int]) -> str:
    """The id itself the first time, then ``id-2``, ``id-3`` ..., never one that was given before."""
    if name not in taken:
        taken[name] = 1
        return name
    while True:
        taken[name] += 1
        other = f"{name}-{taken[name]}"
        if other not in taken:
            taken[other] = 1
            return other

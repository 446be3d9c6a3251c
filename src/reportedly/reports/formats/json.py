"""One report as JSON (``{"report": {...}}``, claims in it are ignored), or a Telegram Desktop export."""

from hashlib import sha256

import msgspec

from reportedly.model import Report
from reportedly.reports.json_input import as_utf8, parse
from reportedly.reports.material import Draft, Drafts, Material, Unreadable

_NOTHING = msgspec.Raw(b"")


class _Wire(msgspec.Struct):
    """A report as others may write it: their names for date, channel and id are understood."""

    text: str
    id: str | int | None = None
    message_id: str | int | None = None
    url: str | None = None
    publisher: str | None = None
    channel: str | None = None
    published: str | None = None
    date: str | None = None
    language: str | None = None
    title: str | None = None
    captured: str | None = None
    sha256: str | None = None
    revision_of: str | None = None
    forwarded_from: str | None = None


class _Envelope(msgspec.Struct):
    report: _Wire | None = None
    text: str | None = None
    messages: msgspec.Raw = _NOTHING
    chats: msgspec.Raw = _NOTHING


def read(material: Material) -> Drafts:
    """The report of the file, or the messages of a Telegram export."""
    data = as_utf8(material.data)
    envelope = parse(data, _Envelope)
    if envelope.report is None and (bytes(envelope.messages) or bytes(envelope.chats)):
        from reportedly.reports.formats import telegram

        yield from telegram.read(msgspec.structs.replace(material, data=data))
        return
    yield draft(data, material, material.stem)


def draft(data: bytes, material: Material, default_id: str, where: str | None = None) -> Draft:
    """The report in one JSON object: under ``report``, or its fields at the top. Raises ``Unreadable``."""
    envelope = parse(data, _Envelope)
    if envelope.report is None and envelope.text is None:
        raise Unreadable('no "report" with a "text" in it')
    wire = envelope.report if envelope.report is not None else parse(data, _Wire)
    known = wire.id if wire.id is not None else wire.message_id
    report = Report(
        id=default_id if known is None or known == "" else str(known),
        url=wire.url or material.url,
        publisher=wire.publisher or (f"telegram:{wire.channel}" if wire.channel else None),
        published=wire.published or wire.date,
        language=wire.language,
        title=wire.title,
        text=wire.text,
        captured=wire.captured or material.captured,
        sha256=wire.sha256 or sha256(data).hexdigest(),
        revision_of=wire.revision_of,
        forwarded_from=wire.forwarded_from,
    )
    return Draft(report=report, raw=data, where=where)

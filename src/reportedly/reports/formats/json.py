"""One report as JSON (``{"report": {...}}``, claims in it are ignored), or a Telegram Desktop export.

What programs that copy Telegram write of senders is dropped, also from the bytes that are kept; other JSON is kept as
it is.
"""

import re
from hashlib import sha256
from typing import Any

import msgspec

from reportedly.model import Report
from reportedly.reports.json_input import as_utf8, parse
from reportedly.reports.material import Draft, Drafts, Material, Unreadable

_NOTHING = msgspec.Raw(b"")
_PEOPLE = frozenset(
    "from_id from_user from_name sender sender_id sender_name sender_username sender_chat user_id username first_name "
    "last_name phone post_author author_signature forward_from forward_sender_name forward_signature fwd_from".split()
)
"""As Telethon, Pyrogram, the Bot API and what stands on them call who sent, signed or forwarded a message."""
_SOME_PERSON = re.compile(rb'"(?:%s)"\s*:' % "|".join(sorted(_PEOPLE)).encode())


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
    data = _without_people(data)
    envelope = parse(data, _Envelope)
    if envelope.report is None and envelope.text is None:
        raise Unreadable('no "report" with a "text" in it')
    wire = envelope.report if envelope.report is not None else parse(data, _Wire)
    known = wire.id if wire.id is not None else wire.message_id
    own_id = known is not None and known != ""
    report = Report(
        id=str(known) if own_id else default_id,
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
    return Draft(report=report, raw=data, where=where, own_id=own_id)


def _without_people(data: bytes) -> bytes:
    if not _SOME_PERSON.search(data):
        return data
    return msgspec.json.encode(_anonymous(parse(data, Any)))


def _anonymous(value: Any) -> Any:
    """A value without the fields that name or number a sender, however deep they stand."""
    if isinstance(value, dict):
        people = _PEOPLE if _PEOPLE.isdisjoint(value) else _PEOPLE | {"from", "author"}
        return {name: _anonymous(below) for name, below in value.items() if name not in people}
    return [_anonymous(below) for below in value] if isinstance(value, list) else value

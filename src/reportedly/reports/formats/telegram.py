"""Telegram Desktop's ``result.json``: one chat, or all chats of an account; each message with words is a report.

What the export says of people stays out: sender ids and names, viewer lists, contacts, with whom a private chat was;
of a group or a private chat also who forwarded from whom. ``sha256`` is that of the message as kept, that is without
these. Service messages (pins, joins, calls) and messages without words (pictures of an album beside the one that bears
the caption) are skipped. A reply is a report of its own; an edited message is read as edited, under its first date.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec

from reportedly.model import Report
from reportedly.reports.json_input import parse
from reportedly.reports.material import Draft, Drafts, InputProblem, Material, Unreadable

_CHANNELS = ("public_channel", "private_channel")
_PRIVATE = ("personal_chat", "saved_messages")
_NO_DATE = "1970-01-01"
_KEPT = (
    "id",
    "type",
    "date",
    "date_unixtime",
    "edited",
    "edited_unixtime",
    "reply_to_message_id",
    "text",
    "photo",
    "file",
    "media_type",
)


class _Chat(msgspec.Struct):
    messages: list[msgspec.Raw]
    name: str | None = None
    type: str | None = None
    id: int | str | None = None


class _Chats(msgspec.Struct):
    list: list[_Chat]


class _Account(msgspec.Struct):
    chats: _Chats
    left_chats: _Chats | None = None


class _Part(msgspec.Struct):
    text: str = ""
    href: str | None = None


class _Message(msgspec.Struct):
    id: int | str
    type: str = "message"
    date: str | None = None
    date_unixtime: str | int | None = None
    text: str | list[str | _Part] = ""
    forwarded_from: str | None = None
    forwarded_from_id: str | None = None
    from_id: str | None = None


def read(material: Material) -> Drafts:
    """The messages of an export in their order."""
    found = False
    for chat in _chats(material):
        for item in _messages(chat, material):
            found = True
            yield item
    if not found:
        raise Unreadable("a Telegram export without any message to read")


def _chats(material: Material) -> list[_Chat]:
    try:
        whole = msgspec.json.decode(material.data, type=_Account)
    except (msgspec.DecodeError, RecursionError):
        chat: _Chat = parse(material.data, _Chat)
        return [chat]
    return [*whole.chats.list, *(whole.left_chats.list if whole.left_chats else ())]


def _messages(chat: _Chat, material: Material) -> Iterator[Draft | InputProblem]:
    label = chat.name or (str(chat.id) if chat.id is not None else material.stem)
    # An exporter that numbers origins gives the name alone of people who hide theirs.
    numbered = any(b'"forwarded_from_id"' in bytes(raw) for raw in chat.messages)
    trusted = chat.type in _CHANNELS and not numbered
    for number, raw in enumerate(chat.messages, 1):
        where = f"message {number}"
        try:
            message: _Message = parse(bytes(raw), _Message)
            origin = _origin(message, trusted)
            draft = _draft(message, chat, label, _without_people(bytes(raw), origin), origin, material)
        except Unreadable as error:
            yield InputProblem(name=material.name, where=where, what=str(error))
            continue
        if draft is not None:
            yield draft


def _draft(
    message: _Message, chat: _Chat, label: str, kept: bytes, origin: str | None, material: Material
) -> Draft | None:
    text = _words(message.text)
    if message.type == "service" or not text.strip():
        return None
    private = chat.type in _PRIVATE
    report = Report(
        id=_id(message, chat, label),
        publisher=None if private else f"telegram:{label}",
        published=_published(message),
        text=text,
        captured=material.captured,
        sha256=sha256(kept).hexdigest(),
        forwarded_from=origin,
    )
    return Draft(report=report, raw=kept, where=f"message {message.id}", own=True, own_id=True)


def _id(message: _Message, chat: _Chat, label: str) -> str:
    """With the number of the channel: several may bear one name, and a post of one is no revision of another's."""
    if chat.type in _PRIVATE:  # named after a person, and numbered as the person is
        return f"private/{message.date_unixtime or message.date}-{message.id}"
    numbered = chat.id is not None and label != str(chat.id)
    return f"{label}/{chat.id}/{message.id}" if numbered else f"{label}/{message.id}"


def _words(text: str | list[str | _Part]) -> str:
    """The text of a message: a string, or a list of strings and formatted parts."""
    if isinstance(text, str):
        return text
    return "".join(part if isinstance(part, str) else part.text for part in text)


def _origin(message: _Message, trusted: bool) -> str | None:
    """The channel that a message was forwarded from; never a person's name. ``trusted``: one without a number is."""
    if message.forwarded_from_id is not None:
        return message.forwarded_from if message.forwarded_from_id.startswith("channel") else None
    return message.forwarded_from if trusted else None


def _published(message: _Message) -> str | None:
    """The moment of publication in UTC; an export without it has only the exporter's local time, without offset."""
    try:
        seconds = int(message.date_unixtime or 0)
        if seconds > 0:
            return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        pass
    return None if (message.date or "").startswith(_NO_DATE) else message.date


def _without_people(raw: bytes, origin: str | None) -> bytes:
    fields: dict[str, Any] = msgspec.json.decode(raw)
    kept = {name: fields[name] for name in _KEPT if name in fields}
    if isinstance(kept.get("text"), list):
        kept["text"] = [_part(part) for part in kept["text"]]
    if origin is not None:
        kept["forwarded_from"] = origin
    return msgspec.json.encode(kept)


def _part(part: Any) -> Any:
    """A formatted part without the number of the person that it mentions."""
    return {k: v for k, v in part.items() if k != "user_id"} if isinstance(part, dict) else part

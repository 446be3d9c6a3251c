"""Telegram through Telethon (MIT), an extra: the last messages of public channels, as a signed-in account sees them.

Thin on purpose: messages take the shape of a Telegram Desktop export and go through its reader, which drops what the
message says of people. Telethon speaks its own protocol over its own connections: the checks of the door to the network
do not apply to it.
"""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from reportedly.reports import intake
from reportedly.reports.collecting.client import Asked
from reportedly.reports.collecting.sources import Source
from reportedly.reports.collecting.standing import Standing
from reportedly.reports.collecting.visit import Arrival, missing
from reportedly.reports.material import InputProblem, Limits, Material, Overrides, Unreadable, now

_LATEST = 100
_NOBODY = "nobody is signed in to Telegram (see docs/how-to/collect.md)"


class Account(Struct, frozen=True, kw_only=True):
    """What Telegram gives to an application (my.telegram.org), and the file that holds who is signed in."""

    api_id: int
    api_hash: str
    session: Path


def arrivals(source: Source, standing: Standing, account: Account, limits: Limits) -> Iterator[Arrival]:
    """The latest messages of one channel, what is gone among them, and where the channel stands afterwards."""
    try:
        messages = asyncio.run(_signed_in(source.addresses[0], account))
        yield from of(source, messages, limits)
    except Asked as error:
        yield standing.failed(str(error), datetime.now(UTC), error.seconds)
    except Unreadable as error:
        yield standing.failed(str(error), datetime.now(UTC))
    else:
        yield standing.well(datetime.now(UTC))


def of(source: Source, messages: list[dict[str, Any]], limits: Limits) -> Iterator[Arrival]:
    """Messages in the shape of an export, as reports; a number missing between two others is gone."""
    channel = source.addresses[0]
    numbers = {int(message["id"]) for message in messages}
    if not numbers:
        raise Unreadable("no messages")
    data = msgspec.json.encode({"name": channel, "type": "public_channel", "messages": messages})
    material = Material(name=source.name, stem=channel, data=data, captured=now(), limits=limits)
    defaults = Overrides(publisher=source.publisher, language=source.language)
    for item in intake.read(material, defaults, kind="json"):
        if isinstance(item, InputProblem):
            left_out = "left out: " if item.severity == "error" else ""
            yield replace(item, name=source.name, what=left_out + item.what, severity="note")
            continue
        url = f"https://t.me/{item.report.id}"
        publisher = source.publisher or item.report.publisher
        yield replace(item, name=source.name, report=replace(item.report, url=url, publisher=publisher))
    yield from missing(channel, numbers, data, material.captured)


async def read(client: Any, channel: str) -> list[dict[str, Any]]:
    """The latest messages of a channel in the shape of an export. ``client`` is Telethon's, connected.

    Raises ``Asked`` where Telegram wants to be left alone, ``Unreadable`` where the channel cannot be read.
    """
    if not await client.is_user_authorized():
        raise Unreadable(_NOBODY)
    try:
        return [_exported(message) async for message in client.iter_messages(channel, limit=_LATEST)]
    except Exception as error:  # of Telethon's own kinds, which are not known here
        seconds = getattr(error, "seconds", None)
        what = f"Telegram: {' '.join(str(error).split())[:120] or type(error).__name__}"
        if isinstance(seconds, int | float):
            raise Asked(what, float(seconds)) from None
        raise Unreadable(what) from None


def _exported(message: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": message.id,
        "type": "service" if getattr(message, "action", None) else "message",
        "date": message.date.isoformat(),
        "date_unixtime": str(int(message.date.timestamp())),
        "text": message.raw_text or "",
    }
    origin = getattr(getattr(getattr(message, "forward", None), "chat", None), "title", None)
    if origin:
        found |= {"forwarded_from": origin, "forwarded_from_id": "channel"}
    return found


async def _signed_in(channel: str, account: Account) -> list[dict[str, Any]]:
    try:
        from telethon import TelegramClient
    except ImportError:
        raise Unreadable("Telethon is not installed: pip install 'reportedly[telegram]'") from None
    if not account.session.is_file():
        raise Unreadable(_NOBODY)
    account.session.chmod(0o600)  # it is a key to the account
    client = TelegramClient(str(account.session), account.api_id, account.api_hash)
    try:
        await client.connect()
        return await read(client, channel)
    except OSError as error:
        raise Unreadable(f"Telegram could not be reached ({error.strerror or type(error).__name__})") from None
    finally:
        await client.disconnect()

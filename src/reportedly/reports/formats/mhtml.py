"""MHTML: a page as browsers save it, with everything that it shows, in one MIME file."""

from datetime import UTC
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime

import msgspec

from reportedly.reports.formats import html
from reportedly.reports.material import Drafts, Material, Unreadable


def read(material: Material) -> Drafts:
    """The page, with its address and the time at which it was saved."""
    whole = message_from_bytes(material.data)
    page = next((part for part in whole.walk() if part.get_content_type() == "text/html"), None)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes) or not data.strip():
        raise Unreadable("no page in it")
    address = whole.get("Snapshot-Content-Location") or page.get("Content-Location")
    yield from html.read(
        msgspec.structs.replace(
            material,
            data=data,
            url=str(address) if address and str(address).startswith(("http://", "https://")) else None,
            charset=page.get_content_charset(),
            captured=_saved(whole) or material.captured,
        )
    )


def _saved(whole: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(whole["Date"])).astimezone(UTC).isoformat(timespec="seconds")
    except (TypeError, ValueError, OverflowError):
        return None

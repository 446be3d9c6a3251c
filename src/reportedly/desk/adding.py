"""A report that is pasted into the desk: read, checked, put on record and linked like one from a file."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec.structs import replace

from reportedly import pipeline
from reportedly.desk.queries import Shelf
from reportedly.ledger import Incoming, LedgerError
from reportedly.reports.intake import iso
from reportedly.reports.language import checked
from reportedly.reports.material import Unreadable
from reportedly.review import link_new


def add(shelf: Shelf, fields: Mapping[str, str]) -> str:
    """Put a pasted text on record; returns its id, also where it was there already.

    Raises ``LedgerError`` where it cannot be read, a field makes no sense, or it was erased before.
    """
    text = fields.get("text", "").replace("\r\n", "\n").strip()
    published = fields.get("published", "").strip()
    if published and iso(published) is None:
        raise LedgerError(f"{published}: not an ISO date (like 2025-07-01)")
    if not text:
        raise LedgerError("there is no text")
    try:
        code = fields.get("language", "").strip()
        report = pipeline.report_of(
            text,
            published=iso(published) if published else None,
            publisher=fields.get("publisher", "").strip() or None,
            url=fields.get("url", "").strip() or None,
            language=checked(code) if code else None,
        )
    except (Unreadable, ValueError) as error:
        raise LedgerError(str(error)) from None
    raw = text.encode("utf-8", "surrogatepass")
    report = replace(report, id=f"pasted-{sha256(raw).hexdigest()[:10]}")
    reading = pipeline.check(pipeline.read(report), shelf.references)
    done = shelf.ledger.add(Incoming(report=report, raw=raw, reading=reading, version=pipeline.VERSION))
    if done.id is None:
        raise LedgerError("this text was erased from the ledger and is not put in again")
    if done.status != "known":
        link_new(shelf.ledger)
    return done.id

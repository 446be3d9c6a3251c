"""Content of entries to bytes and back: canonical JSON (sorted keys, UTF-8, no spaces), zstd for the disk."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any

import msgspec
import zstandard

_LEVEL = 3
_LARGEST = 1 << 31


@lru_cache(maxsize=1)
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> bytes:
    """The one form in bytes of a value."""
    return _encoder().encode(value)


def packed(data: bytes) -> bytes:
    """Compressed, with the size in the frame."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def unpacked(data: bytes) -> bytes:
    """The bytes again. Raises ``ValueError`` where the frame is damaged."""
    try:
        return zstandard.ZstdDecompressor().decompress(data, max_output_size=_LARGEST)
    except (zstandard.ZstdError, MemoryError) as error:
        raise ValueError(f"damaged content ({error})") from None


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(data).hexdigest()


def said(report: Mapping[str, Any]) -> str:
    """A digest of what a report says and who says it when, whatever its bytes and, if it says anything, its address."""
    fields = ("publisher", "published", "forwarded_from", "title", "text" if report["text"] else "url")
    return digest(canonical([report.get(name) for name in fields]))


def plain(text: str) -> str:
    """A text as both stores can hold it in a column: PostgreSQL has no NUL."""
    return text.replace("\0", "\ufffd")


def salt() -> str:
    """Goes into every content, so that the hash left by an erasure cannot be matched by guessing short content."""
    return secrets.token_hex(16)


def now() -> str:
    """The time of knowledge: UTC to the microsecond."""
    return stamp(datetime.now(UTC))


def stamp(moment: datetime) -> str:
    """A time as the ledger writes it. A time without an offset is taken as UTC."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def after(earlier: str) -> str:
    """The present, or just after ``earlier`` if the clock stands or was set back: times of entries always grow."""
    present = now()
    if present > earlier:
        return present
    return stamp(datetime.fromisoformat(earlier) + timedelta(microseconds=1))

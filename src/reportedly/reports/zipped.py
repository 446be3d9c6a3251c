"""Zip files from outside: opened and unpacked within bounds, and what is wrong with them in one line."""

import io
import struct
import zipfile
import zlib

from reportedly.reports.material import Unreadable

_RATIO = 200
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def opened(data: bytes, noun: str) -> zipfile.ZipFile:
    """The archive. Raises ``Unreadable`` for what is no ``noun``."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, OverflowError, OSError):
        raise Unreadable(f"damaged or no {noun}") from None


def unpacks_to_too_much(size: int, packed: int, limit: int) -> bool:
    """Whether what unpacks to ``size`` bytes is over the limit, or over 200 times what it takes in the archive."""
    return size > limit or size > _RATIO * max(packed, 1)


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """One file of an archive. Raises ``Unreadable``; what the archive says of its size is not relied on."""
    if entry.compress_type not in _METHODS:
        raise Unreadable("packed in an unknown way")
    if unpacks_to_too_much(entry.file_size, entry.compress_size, limit):
        raise Unreadable("unpacks to too much: left out")
    try:
        with archive.open(entry) as stream:
            return stream.read(limit)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, RuntimeError, ValueError, OSError):
        raise Unreadable("damaged or protected by a password: left out") from None

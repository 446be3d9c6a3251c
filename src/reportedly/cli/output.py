"""Writing results: to standard output, or to a file that appears whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reportedly.cli.failure import InputError


@contextmanager
def opened(target: str | None) -> Iterator[BinaryIO]:
    """A binary stream to ``target`` (``None`` and ``-`` are standard output).

    A file is written beside its place, flushed to disk and put there in one step; after an error nothing is left.
    Raises ``InputError`` where it cannot be written.
    """
    if target is None or target == "-":
        stream = sys.stdout.buffer
        yield stream
        stream.flush()
        return
    path = Path(target)
    if path.exists() and not path.is_file():
        # A pipe or a device (/dev/stdout, /dev/null): there is nothing to put in its place.
        with _writable(path, target) as stream:
            yield stream
        return
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent or ".")
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({(error.strerror or '').lower()})") from None
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(0o666 & ~_mask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _writable(path: Path, shown: str) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise InputError(f"{shown}: cannot be written ({(error.strerror or '').lower()})") from None


def _mask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

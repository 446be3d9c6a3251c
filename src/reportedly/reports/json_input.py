"""JSON from outside: what is wrong with it is said in one line."""

import re
from typing import Any

import msgspec

from reportedly.reports.decoding import decode
from reportedly.reports.material import Unreadable

_LONE = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\)\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def parse(data: bytes, kind: Any) -> Any:
    """JSON as a record. Raises ``Unreadable`` that says in one line what is wrong with it."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise Unreadable(f"not a report: {error}") from None
    except msgspec.DecodeError as error:
        lone = _LONE.search(data)
        if lone:
            raise Unreadable(f"lone surrogate {lone.group().decode()} at byte {lone.start()}") from None
        raise Unreadable(f"not JSON: {error}") from None
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8 ({error.reason})") from None
    except RecursionError:
        raise Unreadable("nested too deeply") from None


def as_utf8(data: bytes) -> bytes:
    """JSON bytes without their mark; UTF-16 and UTF-32 with a mark become UTF-8."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return decode(data)[0].encode()
    if not data.strip():
        raise Unreadable("empty")
    return data

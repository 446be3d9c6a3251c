"""What comes in before it is a report, and what is said when it cannot become one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from reportedly.model import Report


class InputProblem(Struct, frozen=True, kw_only=True):
    """Why an input, or a part of it (``where``: "line 3", "message 17"), was not read.

    ``error`` means that something was left out; ``note`` that it was read, and how (a guessed encoding).
    """

    name: str
    what: str
    where: str | None = None
    severity: Literal["error", "note"] = "error"

    def line(self) -> str:
        """One line without line ends, for people."""
        mark = "note: " if self.severity == "note" else ""
        text = ": ".join(part for part in (self.name, self.where, mark + self.what) if part)
        return printable(text)


def printable(text: str) -> str:
    """A foreign text on one line that cannot steer a terminal: control and direction signs as escapes."""
    flat = " ".join(text.split())
    if flat.isprintable():
        return flat
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in flat)


class Overrides(Struct, frozen=True, kw_only=True):
    """What the caller knows about the inputs.

    It wins over what a single document says about itself; in a collection (JSON lines, Telegram, feed, archive,
    table) it only fills what an item lacks.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


class Limits(Struct, frozen=True, kw_only=True):
    """How much is read at most, in bytes and seconds, and whether the network may be local."""

    file_bytes: int = 256_000_000
    text_bytes: int = 5_000_000
    download_bytes: int = 20_000_000
    seconds: float = 20.0
    allow_private: bool = False


class Material(Struct, frozen=True, kw_only=True):
    """Bytes to be read: ``name`` is shown to people, ``stem`` is the id of a report that has none of its own."""

    name: str
    stem: str
    data: bytes
    captured: str
    url: str | None = None
    charset: str | None = None
    limits: Limits = Limits()


class Draft(Struct, frozen=True, kw_only=True):
    """A report as its format gives it, with the bytes that it stands on, before the checks that all share.

    ``own`` = one of many items that know their own date and publisher, though the format at large holds one document.
    ``own_id`` = the id is the source's own (a message number), not made from a file name.
    """

    report: Report
    raw: bytes
    where: str | None = None
    own: bool = False
    own_id: bool = False


class Intake(Struct, frozen=True, kw_only=True):
    """A report that was read, with the bytes that its ``sha256`` is the digest of; ``where`` in its input it was.

    ``own_id``: the id that the source itself gave it, for the first report of an input that has it; the report's id is
    another where that was taken.
    """

    report: Report
    raw: bytes
    name: str
    where: str | None = None
    own_id: str | None = None


Drafts: TypeAlias = Iterator[Draft | InputProblem]


class Unreadable(Exception):
    """Input that cannot become a report; the message is one line for people."""


def now() -> str:
    """The time of capture: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def too_long(size: int, limit: int) -> str:
    """What is said of a text over the limit."""
    return f"{size / 1e6:.1f} MB of text, the limit is {limit / 1e6:g} MB (setting max_text_mb)"

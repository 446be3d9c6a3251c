"""What goes into the ledger and what comes out of it, beside the records of the model.

Times are UTC, ISO, to the microsecond, with ``Z``: as text they sort as they follow each other.
"""

from typing import Any, Literal, TypeAlias

from msgspec import Struct

from reportedly.model import Claim, Place, Reading, Report

Kind: TypeAlias = Literal["report", "reading", "linking", "finding", "decision", "claim", "erasure", "checkpoint"]


class Entry(Struct, frozen=True, kw_only=True):
    """One line of the log without its content.

    ``body`` is the SHA-256 of the content, ``prev`` the hash of the entry before, ``hash`` that of this one (an RFC
    6962 leaf hash over all other fields). ``erased`` = the content is gone, its hash stays.
    """

    seq: int
    kind: Kind
    at: str
    body: str
    prev: str
    hash: str
    erased: bool = False


class Incoming(Struct, frozen=True, kw_only=True):
    """A report to be added, with its bytes. ``reading`` is ``None`` where the report could not be read (yet).

    ``own_id``: the id is the source's own (a message number), not made from a file name; then the same id with other
    bytes is a revision. ``given`` is that id where the report bears another, since it was taken.
    ``live``: it was taken from its address just now. Then it is a revision if it differs from the latest one there in
    what it says; other bytes alone (a counter, an advertisement) are none, and neither is what its publisher says at
    another address in the same words.
    """

    report: Report
    raw: bytes
    reading: Reading | None = None
    version: str | None = None
    own_id: bool = False
    given: str | None = None
    live: bool = False


class Known(Struct, frozen=True, kw_only=True):
    """What the ledger already has of some bytes: the report under ``id``, or that it was erased, when and why."""

    id: str | None = None
    erased: str | None = None
    reason: str | None = None


class Added(Struct, frozen=True, kw_only=True):
    """What became of a report that was added, and its id in the ledger."""

    status: Literal["new", "revision", "known", "erased"]
    id: str | None


class Told(Struct, frozen=True, kw_only=True):
    """A claim as the ledger has it: which report, when it was known, by which reading (its entry)."""

    report: str
    claim: Claim
    known: str
    reading: int

    @property
    def ref(self) -> str:
        """The name of the claim across reports."""
        return f"{self.report}#{self.claim.id}"


class Happening(Struct, frozen=True, kw_only=True):
    """An incident in a list: what its claims tell together, but for talk. ``day``: ISO, empty where it is unknown.

    ``start``/``end``: the earliest and latest time of a claim; ``place``: the finest that most claims name; ``sign``:
    its name outside.
    """

    label: str
    sign: str
    day: str
    start: str | None
    end: str | None
    place: Place | None
    events: tuple[str, ...]
    reports: int
    claims: int


class PersonClaim(Struct, frozen=True, kw_only=True):
    """A claim that a person puts on record.

    ``source`` is a code name where ``protected``: the ledger never learns the real one. ``attachments`` are SHA-256
    digests, ``archive`` an archived address; ``quote`` the words, ``claim`` what they say.
    """

    id: str
    by: str
    source: str
    quote: str
    claim: Claim
    protected: bool = False
    published: str | None = None
    language: str | None = None
    attachments: tuple[str, ...] = ()
    archive: str | None = None
    note: str | None = None


class Hit(Struct, frozen=True, kw_only=True):
    """A claim that has all the words, and the words that it stands on."""

    told: Told
    quote: str


class Erased(Struct, frozen=True, kw_only=True):
    """What an erasure took: entries whose content went, digests of bytes that went, reports that went.

    ``kept`` are digests of bytes that stay because another report stands on them too. ``waits``: somebody reads an
    older state, so the file holds it all until the ledger is next opened.
    """

    entries: tuple[int, ...]
    raw: tuple[str, ...]
    reports: tuple[str, ...]
    kept: tuple[str, ...] = ()
    waits: bool = False


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that `verify` found wrong, and where."""

    where: str
    what: str

    def line(self) -> str:
        """For people."""
        return f"{self.where}: {self.what}"


Body: TypeAlias = dict[str, Any]

"""Claims that people put on record: what a source told them, what they saw, what a picture shows.

They join incidents like any other claim. A protected source is a code name, everywhere: the list of who is behind it
(`CodeNames`) is a file of its own that no ledger, backup or export contains.
"""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from reportedly.ledger import Ledger, LedgerError, PersonClaim, View
from reportedly.model import Claim, Reading, Report

_PREFIX = "person/"
_HEX = frozenset("0123456789abcdef")


def state(
    ledger: Ledger,
    *,
    by: str,
    source: str,
    quote: str,
    claim: dict[str, Any],
    protected: bool = False,
    published: str | None = None,
    language: str | None = None,
    attachments: tuple[str, ...] = (),
    archive: str | None = None,
    note: str | None = None,
) -> PersonClaim:
    """Put a claim on record; ``claim`` holds the fields of a claim, of which only ``event`` must be there.

    ``source`` is a code name where ``protected``. Raises ``LedgerError`` where something needed is missing or wrong.
    """
    for name, value in (("by", by), ("source", source), ("quote", quote)):
        if not value.strip():
            raise LedgerError(f"a person's claim needs {name}")
    if any(len(one) != 64 or not set(one) <= _HEX for one in attachments):
        raise LedgerError("an attachment is named by the SHA-256 of its bytes")
    defaults = {"id": "c1", "start": 0, "end": len(quote), "polarity": "affirmed", "certainty": "certain"}
    said = {"sources": [{"name": source, "kind": "witness", "public": False}]} if protected else {}
    try:
        made = msgspec.convert({**defaults, **said, **claim, "method": "person", "version": None}, Claim)
    except msgspec.ValidationError as error:
        raise LedgerError(f"not a claim: {error}") from None
    if not 0 <= made.start <= made.end <= len(quote):
        raise LedgerError("the claim stands outside its quote")
    stated = PersonClaim(
        id=f"{_PREFIX}{secrets.token_hex(6)}",
        by=by,
        source=source,
        quote=quote,
        claim=made,
        protected=protected,
        published=published,
        language=language,
        attachments=attachments,
        archive=archive,
        note=note,
    )
    ledger.state(stated)
    return stated


def person_readings(view: View) -> tuple[Reading, ...]:
    """People's claims as readings, so that they are linked and weighed like reports; the source is the publisher."""
    return tuple(map(_as_reading, view.people()))


def reading_of(view: View, id: str) -> Reading | None:
    """One report as it was read, or one claim of a person as a reading, with the incidents of its claims."""
    found = view.reading(id)
    if found is not None:
        return found
    stated = view.person(id)
    if stated is None:
        return None
    label, told = view.labels_of(id), _as_reading(stated)
    return replace(told, claims=tuple(replace(c, incident=label.get(c.id)) for c in told.claims))


def _as_reading(stated: PersonClaim) -> Reading:
    return Reading(
        report=Report(
            id=stated.id,
            text=stated.quote,
            publisher=stated.source,
            published=stated.published,
            language=stated.language,
            url=stated.archive,
        ),
        claims=(stated.claim,),
    )


class CodeNames:
    """Who is behind the code names: a file that only its owner can read, kept away from ledger and exports."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def _known(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, str])
        except (OSError, msgspec.DecodeError) as error:
            raise LedgerError(f"{self._file}: not a list of code names ({error})") from None

    def who(self, code: str) -> str | None:
        """The name behind a code name."""
        return self._known().get(code)

    def of(self, name: str) -> str:
        """The code name of somebody, made up when first asked for."""
        known = self._known()
        for code, real in known.items():
            if real == name:
                return code
        code = f"source-{secrets.token_hex(3)}"
        self._write({**known, code: name})
        return code

    def forget(self, code: str) -> None:
        """Nobody can tell any more who is behind a code name."""
        self._write({other: name for other, name in self._known().items() if other != code})

    def _write(self, names: dict[str, str]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".codes.", dir=self._file.parent)  # mode 0600
        with os.fdopen(handle, "wb") as out:
            out.write(msgspec.json.encode(names))
            out.flush()
            os.fsync(out.fileno())
        Path(beside).replace(self._file)

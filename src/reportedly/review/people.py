"""Claims that people put on record: what a source told them, what they saw, what a picture shows.

They join incidents like any other claim. A protected source is a code name, everywhere: the list of who is behind it
(`CodeNames`) is a file of its own that no ledger, backup or export contains.
"""

import os
import re
import secrets
import tempfile
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from reportedly.ledger import Ledger, LedgerError, PersonClaim, View
from reportedly.ledger.canonical import digest
from reportedly.ledger.engine import turn
from reportedly.model import Claim, Reading, Report, Source
from reportedly.reports.intake import iso
from reportedly.reports.language import checked
from reportedly.reports.material import Unreadable

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
    codes: "CodeNames | None" = None,
    published: str | None = None,
    language: str | None = None,
    attachments: tuple[str, ...] = (),
    files: Sequence[bytes] = (),
    archive: str | None = None,
    note: str | None = None,
) -> PersonClaim:
    """Put a claim on record; ``claim`` holds the fields of a claim, of which only ``event`` must be there.

    ``source`` is a code name where ``protected``; with ``codes`` it can be the name of somebody, who then gets a code
    name. ``files`` are kept with the claim; ``attachments`` are digests of what is kept elsewhere. Raises
    ``LedgerError`` where something needed is missing or wrong, and then nothing is kept.
    """
    for name, value in (("by", by), ("source", source), ("quote", quote)):
        if not value.strip():
            raise LedgerError(f"a person's claim needs {name}")
    if any(len(one) != 64 or not set(one) <= _HEX for one in attachments):
        raise LedgerError("an attachment is named by the SHA-256 of its bytes")
    kept = {digest(data): data for data in files}
    stated = PersonClaim(
        id=f"{_PREFIX}{secrets.token_hex(6)}",
        by=by,
        source=source,
        quote=quote,
        claim=_claim(claim, len(quote)),
        protected=protected,
        published=_date(published),
        language=_language(language),
        attachments=tuple(dict.fromkeys((*attachments, *kept))),
        archive=_address(archive),
        note=note,
    )
    if protected:
        stated = _under_a_code_name(stated, codes, told=bool(claim.get("sources")))
    ledger.state(stated, kept)
    return stated


def _claim(given: dict[str, Any], length: int) -> Claim:
    wrong = sorted(set(given) - {field.name for field in msgspec.structs.fields(Claim)})
    if wrong:
        raise LedgerError(f"not a claim: {wrong[0]}: no such field")
    defaults = {"id": "c1", "start": 0, "end": length, "polarity": "affirmed", "certainty": "certain"}
    try:
        made = msgspec.convert({**defaults, **given, "method": "person", "version": None}, Claim)
    except msgspec.ValidationError as error:
        raise LedgerError(f"not a claim: {error}") from None
    if not 0 <= made.start <= made.end <= length:
        raise LedgerError("the claim stands outside its quote")
    return made


def _under_a_code_name(stated: PersonClaim, codes: "CodeNames | None", *, told: bool) -> PersonClaim:
    """A claim that names its source nowhere. Raises ``LedgerError`` where its other fields would."""
    if told:
        raise LedgerError("a protected source stands alone: no sources in the claim")
    name = stated.source
    if codes is not None and codes.who(name) is None:
        rest = _texts([stated.quote, stated.note, stated.archive, msgspec.to_builtins(stated.claim)])
        if any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for text in rest):
            raise LedgerError("the name of the protected source stands in the claim, its quote or its note")
        name = codes.of(name)
    source = Source(name=name, kind="witness", public=False)
    return replace(stated, source=name, claim=replace(stated.claim, sources=(source,)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _texts(below)


def _date(text: str | None) -> str | None:
    found = iso(text) if text else None
    if text and found is None:
        raise LedgerError(f"{text}: not an ISO date of when it was said (like 2025-07-01T10:00+03:00)")
    return found


def _language(text: str | None) -> str | None:
    try:
        return checked(text) if text else None
    except Unreadable as error:
        raise LedgerError(str(error)) from None


def _address(text: str | None) -> str | None:
    """The address of an archived copy, which readers may follow."""
    from reportedly.reports.fetch import allowed

    try:
        return allowed(text).geturl() if text else None
    except Unreadable as error:
        raise LedgerError(f"archive: {error}") from None


def person_readings(view: View) -> tuple[Reading, ...]:
    """People's claims as readings, so that they are linked and weighed like reports; the source is the publisher."""
    return tuple(map(_as_reading, view.people()))


def reading_of(view: View, id: str) -> Reading | None:
    """One report as it was read, or one claim of a person as a reading, with the incidents of its claims."""
    return view.reading(id) or _stated(view, id)


def readings_of(view: View, names: Set[str]) -> Iterator[Reading]:
    """Those of some reports and people's claims that count: `reading_of` each, but for reports that were revised."""
    left = set(names)
    for found in view.readings(names) if names else ():
        left.discard(found.report.id)
        yield found
    yield from (told for name in sorted(left) if (told := _stated(view, name)) is not None)


def _stated(view: View, id: str) -> Reading | None:
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
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with turn(self._file):
            known = self._known()
            for code, real in known.items():
                if real == name:
                    return code
            code = f"source-{secrets.token_hex(3)}"
            self._write({**known, code: name})
        return code

    def forget(self, code: str) -> None:
        """Nobody can tell any more who is behind a code name."""
        with turn(self._file):
            self._write({other: name for other, name in self._known().items() if other != code})

    def _write(self, names: dict[str, str]) -> None:
        handle, beside = tempfile.mkstemp(prefix=".codes.", dir=self._file.parent)  # mode 0600
        with os.fdopen(handle, "wb") as out:
            out.write(msgspec.json.encode(names))
            out.flush()
            os.fsync(out.fileno())
        Path(beside).replace(self._file)

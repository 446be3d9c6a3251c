"""What entries hold, decoded as far as an answer needs it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct
from sqlalchemy import ColumnElement, Connection, Row, or_, select

from reportedly.ledger import log
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.records import PersonClaim, Told
from reportedly.ledger.tables import labels, people, reports
from reportedly.model import Claim, Finding, Reading, Report

_Part = TypeVar("_Part")
_SOME = 100
"""Readings decoded with one round of statements."""


class OfReport(Struct, frozen=True):
    """Of an entry of kind ``report``."""

    report: Report


class OfReading(Struct, frozen=True):
    """Of an entry of kind ``reading``."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


class OfPerson(Struct, frozen=True):
    """Of an entry of kind ``claim``."""

    claim: PersonClaim


class OfFinding(Struct, frozen=True):
    """Of an entry of kind ``finding``."""

    finding: Finding


class _OfClaims(Struct, frozen=True):
    """Of a reading or a person's claim: its claims, each to be decoded when it is wanted."""

    claims: tuple[Raw, ...]


class Contents:
    """Readings and texts that several rows of one answer share, decoded once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.text = lru_cache(maxsize=64)(self._text)
        self._claims = lru_cache(maxsize=64)(self._of_reading)

    def told(self, row: Row[Any]) -> Told:
        """The claim of a row of the table of claims, with its incident."""
        claim = msgspec.json.decode(self._claims(row.reading)[row.number], type=Claim)
        claim = msgspec.structs.replace(claim, incident=row.incident)
        return Told(report=row.report, claim=claim, known=row.at, reading=row.reading)

    def _of_reading(self, seq: int) -> tuple[Raw, ...]:
        return _there(log.part(self._connection, seq, _OfClaims), seq).claims

    def _text(self, report: str) -> str:
        since = self._connection.execute(select(reports.c.since).where(reports.c.id == report)).scalar()
        if since is not None:
            return report_of(self._connection, since).text
        stated = self._connection.execute(select(people.c.since).where(people.c.id == report)).scalar_one()
        return _there(log.part(self._connection, stated, OfPerson), stated).claim.quote


def report_of(connection: Connection, since: int) -> Report:
    """The report that an entry put on record. Raises ``LedgerError`` where its content is gone or damaged."""
    return _there(log.part(connection, since, OfReport), since).report


def _there(part: _Part | None, seq: int) -> _Part:
    if part is None:
        raise LedgerError(f"entry {seq}: its content is gone; reportedly verify shows what is damaged")
    return part


def held(table: Any, seq: int, ends: str = "until") -> tuple[ColumnElement[bool], ...]:
    """The rows of a table that hold as of an entry; with ``ends`` = ``gone`` those that are shown."""
    return table.c.since <= seq, or_(table.c[ends].is_(None), table.c[ends] > seq)


def readings_of(connection: Connection, seq: int, rows: Sequence[Any]) -> Iterator[Reading]:
    """The readings of rows with ``id``, ``since`` of a report and ``reading`` (or ``None``), labels as of ``seq``."""
    for first in range(0, len(rows), _SOME):
        some = rows[first : first + _SOME]
        packs = log.packs(connection, {n for row in some for n in (row.since, row.reading) if n is not None})
        label = _labels(connection, seq, [row.id for row in some])
        for row in some:
            report = _there(_decoded(packs, row.since, OfReport), row.since).report
            read = _decoded(packs, row.reading, OfReading)
            if read is None:
                yield Reading(report=report)
                continue
            claims = tuple(msgspec.structs.replace(c, incident=label.get((row.id, c.id))) for c in read.claims)
            yield Reading(report=report, claims=claims, findings=read.findings)


def _labels(connection: Connection, seq: int, names: Sequence[str]) -> dict[tuple[str, str], str | None]:
    wanted = select(labels.c.report, labels.c.claim, labels.c.incident)
    rows = connection.execute(wanted.where(labels.c.report.in_(names), *held(labels, seq)))
    return {(report, claim): incident for report, claim, incident in rows}


def _decoded(packs: dict[int, bytes], seq: int | None, kind: type[_Part]) -> _Part | None:
    return None if seq is None or seq not in packs else log.decoded(packs[seq], seq, kind)

"""What entries hold, decoded as far as an answer needs it."""

from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct
from sqlalchemy import Connection, Row, select

from reportedly.ledger import log
from reportedly.ledger.errors import LedgerError
from reportedly.ledger.records import PersonClaim, Told
from reportedly.ledger.tables import people, reports
from reportedly.model import Claim, Finding, Report

_Part = TypeVar("_Part")


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

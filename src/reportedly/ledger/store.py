"""`open_ledger`, and what can be done with a ledger. Every step is one transaction: all of it, or nothing."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from reportedly.ledger import backup, derive, erase, intake, linked, log, merkle, migrate, verify
from reportedly.ledger.canonical import canonical, digest, stamp, unpacked
from reportedly.ledger.checkpoint import Checkpoint
from reportedly.ledger.engine import Store
from reportedly.ledger.errors import LedgerError, NoLedger
from reportedly.ledger.proofs import Consistency, Inclusion
from reportedly.ledger.records import Added, Body, Entry, Erased, Incoming, Kind, Known, PersonClaim, Problem
from reportedly.ledger.tables import blobs, entries, meta, readings, reports, sources
from reportedly.ledger.views import View
from reportedly.model import Decision, Finding, Reading, Report


def open_ledger(place: str | Path, *, create: bool = True) -> "Ledger":
    """The ledger in a file, or at a ``postgresql://`` address; made if there is none and ``create``.

    Raises ``NoLedger`` where there is none, ``LedgerError`` for something else, or one of a newer version.
    """
    return Ledger(Store(place, create=create), create=create)


class Ledger(View):
    """A ledger: as a `View` it shows the present. Safe for threads; several processes can write at the same time."""

    def __init__(self, store: Store, *, create: bool = True) -> None:
        super().__init__(store)
        with store.told():
            self._prepare(create)

    def _prepare(self, create: bool) -> None:
        with self._store.reading() as connection:
            found = migrate.revision(connection)
        if found is None and not create:
            self.close()
            raise NoLedger(f"{self._store.shown}: no ledger here (reportedly init makes one)")
        if found != migrate.HEAD:
            if self._store.sqlite:
                with self._store.alone(), self._store.plain() as connection:
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            with self._store.writing() as connection:
                migrate.prepare(connection)
                if connection.execute(select(meta.c.value).where(meta.c.name == "origin")).scalar() is None:
                    connection.execute(insert(meta), {"name": "origin", "value": intake.new_origin()})
        erase.finish(self._store)

    @property
    def shown(self) -> str:
        """Where it is, for people, without a password."""
        return self._store.shown

    @property
    def path(self) -> Path | None:
        """Its file, ``None`` on a server."""
        return self._store.path

    def close(self) -> None:
        """Let go of it."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # What comes in

    def known(self, incoming: Incoming) -> Known | None:
        """What the ledger already has of this report and these bytes; asked before it is read."""
        with self._store.reading() as connection:
            return intake.known(connection, incoming)

    def add(self, incoming: Incoming) -> Added:
        """Put a report, its bytes and its reading on record; nothing where they are known or were erased."""
        return self.add_all((incoming,))[0]

    def add_all(self, some: Iterable[Incoming]) -> tuple[Added, ...]:
        """Put several on record as one step: all of them, or none. Keeping them costs less than one by one."""
        with self._store.writing() as connection:
            return tuple([intake.add(connection, incoming) for incoming in some])

    def raw(self, sha256: str) -> bytes | None:
        """Kept bytes by their digest."""
        with self._store.reading() as connection:
            data = connection.execute(select(blobs.c.data).where(blobs.c.sha256 == sha256)).scalar()
            return None if data is None else unpacked(data)

    def propose(self, reading: Reading, version: str | None) -> int | None:
        """A reading of a report by another version, for people to take or reject; returns its entry.

        The first reading of a report that had none is taken at once: ``None``. Raises ``LedgerError`` for an unknown
        report.
        """
        with self._store.writing() as connection:
            name = reading.report.id
            if connection.execute(select(reports.c.id).where(reports.c.id == name)).scalar() is None:
                raise LedgerError(f"{name}: no such report")
            has = connection.execute(select(readings.c.seq).where(readings.c.report == name).limit(1)).scalar()
            entry = intake.put_reading(connection, reading, version, proposed=has is not None)
            return entry.seq if has is not None else None

    # Where collecting stands

    def latest_at(self, url: str) -> Report | None:
        """The latest revision of the report at an address; without text: it was deleted there."""
        with self._store.reading() as connection:
            name = intake.latest_at(connection, url)
        return None if name is None else self.report(name)

    def sources(self) -> dict[str, str]:
        """What was remembered of each source of collecting."""
        with self._store.reading() as connection:
            return {row.name: row.state for row in connection.execute(select(sources))}

    def remember(self, name: str, state: str) -> None:
        """Keep where collecting stands at a source; no evidence, so no entry of the log."""
        with self._store.writing() as connection:
            connection.execute(delete(sources).where(sources.c.name == name))
            connection.execute(insert(sources), {"name": name, "state": state})

    # What people say

    def decide(self, decision: Decision, kept: Body) -> Entry:
        """Put a decision on record. ``kept``: ``reports`` it is about, anchors, ``adopts``/``rejects`` a reading."""
        return self._append("decision", {"reports": [], **kept, "decision": decision})

    def state(self, claim: PersonClaim, files: Mapping[str, bytes] | None = None) -> Entry:
        """Put a person's claim on record, and with it the bytes of attachments, by their digests."""
        kept = files or {}
        with self._store.writing() as connection:
            for name, data in kept.items():
                intake.keep(connection, name, data)
            content = {"reports": [claim.id], "claim": claim, "claims": [claim.claim], "kept": sorted(kept)}
            return _put(connection, "claim", content)

    def _append(self, kind: Kind, content: Body) -> Entry:
        with self._store.writing() as connection:
            return _put(connection, kind, content)

    # What machines make of it

    @property
    def linking(self) -> linked.Linking:
        """How far linking has got, and what lies near what came since."""
        return linked.Linking(self._store)

    def label(self, labels: Mapping[str, str | None]) -> int:
        """Record the incident of each claim (``report#claim``); only what changed is written. Returns how many."""
        with self._store.writing() as connection:
            return intake.put_labels(connection, labels)

    def weigh(self, findings: Iterable[Finding], instead_of: Iterable[str] | None = None) -> int:
        """Record findings across reports in the place of others (digests; ``None`` = all): what is new, and what no
        longer holds. Returns how many changed.
        """
        wanted = {digest(canonical(finding)): finding for finding in findings}
        with self._store.writing() as connection:
            return intake.put_findings(connection, wanted, None if instead_of is None else set(instead_of))

    # As of then, proofs, upkeep

    def as_of(self, moment: datetime | str) -> View:
        """What the ledger knew at a time (ISO; without an offset it is UTC); a date alone means its end.

        Raises ``LedgerError`` for a text that is no time.
        """
        with self._store.reading() as connection:
            return View(self._store, log.as_of(connection, _moment(moment)))

    def after(self, seq: int) -> View:
        """What the ledger knew after an entry."""
        return View(self._store, seq)

    def checkpoint(self) -> Checkpoint:
        """Size and root of the log as it stands, to be kept somewhere else; that it was given is put on record."""
        with self._store.writing() as connection:
            given = verify.checkpoint(connection)
            if given.size:
                _put(connection, "checkpoint", msgspec.to_builtins(given))
            return given

    def verify(self, earlier: Iterable[Checkpoint] = ()) -> tuple[Problem, ...]:
        """All that is wrong: hashes, chain, tables, bytes, spans, and what differs from earlier checkpoints."""
        with self._store.reading() as connection:
            found = tuple(verify.problems(connection, tuple(earlier)))
        return found or tuple(verify.index_of_words(self._store))

    def inclusion(self, seq: int) -> Inclusion:
        """The proof that an entry is in the log as it stands. Raises ``LedgerError`` for no such entry."""
        with self._store.reading() as connection:
            row = connection.execute(select(entries).where(entries.c.seq == seq)).first()
            if row is None:
                raise LedgerError(f"no entry {seq}")
            given, steps = verify.checkpoint(connection), merkle.inclusion(log.leaves(connection), seq - 1)
            return Inclusion(given.note(), log.entry(row), tuple(step.hex() for step in steps))

    def consistency(self, earlier: Checkpoint) -> Consistency:
        """The proof that the log of ``earlier`` is the beginning of this one as it stands.

        Raises ``LedgerError`` for a checkpoint of a longer log, of another, or of what this log no longer begins with.
        """
        with self._store.reading() as connection:
            given, leaves = verify.checkpoint(connection), log.leaves(connection)
            if earlier.origin != given.origin:
                raise LedgerError(f"no proof: a checkpoint of another log ({earlier.origin}; this is {given.origin})")
            if not 0 < earlier.size <= len(leaves):
                raise LedgerError(f"no proof: the log has {len(leaves)} entries, the checkpoint {earlier.size}")
            if merkle.root(leaves[: earlier.size]).hex() != earlier.root:
                raise LedgerError("no proof: the log up to the checkpoint is not what it was")
            steps = merkle.consistency(leaves, earlier.size)
            return Consistency(earlier.note(), given.note(), tuple(step.hex() for step in steps))

    def erase(self, report: str, reason: str) -> Erased:
        """Take a report and all its revisions out: bytes, text, all that was derived. Hash, time and reason stay."""
        return erase.erase(self._store, report, reason)

    def erasures(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """What was erased: time, reason, digests."""
        with self._store.reading() as connection:
            return tuple(erase.listed(connection))

    def erase_digests(self, digests: Iterable[str], reason: str) -> Erased | None:
        """Erase what an earlier erasure had taken; after a restore. ``None`` where nothing of it is here."""
        return erase.again(self._store, tuple(digests), reason)

    def backup(self, target: Path) -> int:
        """Write everything into one file, which works for either store; returns the number of entries."""
        with self._store.reading() as connection:
            return backup.write(connection, target)

    def restore(self, source: Path) -> tuple[int, int]:
        """Fill this empty ledger from a backup; returns the number of entries, and of reports that were erased again.

        Raises ``LedgerError`` where the ledger is not empty or the backup is damaged; then nothing was restored.
        """
        with self._store.writing() as connection:
            count = backup.read(connection, source)
        beside = erase.sidecar(self.path) if self.path is not None else None
        return count, self.erase_listed(beside) if beside is not None and beside.exists() else 0

    def erase_listed(self, file: Path) -> int:
        """Erase again what a list of erasures (the ``.erasures`` beside a ledger) names; returns how many reports."""
        gone = (self.erase_digests(digests, reason) for reason, digests in list(erase.remembered(file)))
        return sum(len(found.reports) for found in gone if found is not None)

    def rebuild(self) -> None:
        """Make all tables anew from the log."""
        with self._store.writing() as connection:
            derive.rebuild(connection)

    def status(self) -> dict[str, int | str | None]:
        """Counts by kind of entry, bytes kept, first and last time."""
        with self._store.reading() as connection:
            kinds = select(entries.c.kind, func.count()).group_by(entries.c.kind)
            counts: dict[str, int | str | None] = {k: int(n) for k, n in connection.execute(kinds)}
            ends = connection.execute(select(func.min(entries.c.at), func.max(entries.c.at))).one()
            kept = connection.execute(select(func.count(), func.sum(blobs.c.size))).one()
            given = verify.checkpoint(connection)
        return {
            "entries": given.size,
            **counts,
            "files": int(kept[0]),
            "bytes": int(kept[1] or 0),
            "first": ends[0],
            "last": ends[1],
            "origin": given.origin,
            "root": given.root,
        }


def _put(connection: Connection, kind: Kind, content: Body) -> Entry:
    return intake.put(connection, kind, content)


def _moment(moment: datetime | str) -> str:
    if isinstance(moment, datetime):
        return stamp(moment)
    try:
        if len(moment) == 10:
            return stamp(datetime.fromisoformat(moment + "T23:59:59.999999"))
        return stamp(datetime.fromisoformat(moment))
    except ValueError:
        raise LedgerError(f"{moment}: not an ISO time (like 2025-07-02T12:00)") from None

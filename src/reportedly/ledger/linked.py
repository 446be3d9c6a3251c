"""What changed since everything was last linked, and what lies near it: so that linking can look at these alone.

How far linking has got is a mark beside the log, no evidence: without it everything is linked anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from sqlalchemy import bindparam, delete, exists, insert, select

from reportedly.ledger import log
from reportedly.ledger.changes import REVISED, Step, steps
from reportedly.ledger.contents import OfFinding
from reportedly.ledger.engine import Store
from reportedly.ledger.rooms import looks
from reportedly.ledger.rows import SOME, parts
from reportedly.ledger.tables import decisions, labels, meta, readings, reports, rooms, subjects, weighed
from reportedly.model import Finding, Reading

_MARK = "linked"

_IN_ROOMS = select(rooms.c.room, rooms.c.reading).where(rooms.c.room.in_(bindparam("wanted", expanding=True)))
_IN_FORCE = select(readings.c.seq, readings.c.report).where(
    readings.c.seq.in_(bindparam("wanted", expanding=True)),
    readings.c.until.is_(None),
    ~exists().where(reports.c.revision_of == readings.c.report),
)


class Linking:
    """The present state of a ledger as the linker asks for it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mark(self, seq: int) -> None:
        """Remember that everything up to an entry is linked."""
        with self._store.writing() as connection:
            connection.execute(delete(meta).where(meta.c.name == _MARK))
            connection.execute(insert(meta), {"name": _MARK, "value": str(seq)})

    def since(self) -> tuple[Step, ...] | None:
        """What changed since, in the order in which it is to be linked; ``None`` where everything must be linked."""
        with self._store.reading() as connection:
            at = int(connection.execute(select(meta.c.value).where(meta.c.name == _MARK)).scalar() or 0)
            return tuple(steps(connection, at)) if 0 < at <= log.size(connection) else None

    def near(self, some: Sequence[Reading], about: Set[str], most: int) -> tuple[str, ...]:
        """The reports with claims near those (``report#claim``) of readings, in place and time or in words; at most so
        many, none of the readings themselves.

        Nearest first: those that share most with them, of names and cells of a degree by day and of runs of words.
        """
        says: dict[int, float] = {}
        for reading in some:
            wanted = {c.id for c in reading.claims if f"{reading.report.id}#{c.id}" in about}
            for room, much in looks(reading.report.text, reading.report.published, reading.claims, wanted).items():
                says[room] = max(says.get(room, 0.0), much)
        given = {reading.report.id for reading in some}
        near: dict[int, float] = defaultdict(float)
        with self._store.reading() as connection:
            for keys in parts(says):
                for room, seq in connection.execute(_IN_ROOMS, {"wanted": keys}):
                    near[seq] += says[room]
            order = sorted(near, key=lambda seq: (-near[seq], -seq))
            found: list[str] = []
            for first in range(0, len(order), SOME):
                seqs = order[first : first + SOME]
                names = {row.seq: row.report for row in connection.execute(_IN_FORCE, {"wanted": seqs})}
                found += [names[seq] for seq in seqs if seq in names and names[seq] not in given]
                if len(found) >= most:
                    break
        return tuple(found[:most])

    def members(self, incident: str, most: int) -> tuple[str, ...]:
        """The reports (and people's claims) that are about an incident; at most so many."""
        wanted = select(labels.c.report).where(labels.c.incident == incident, labels.c.until.is_(None), ~REVISED)
        with self._store.reading() as connection:
            return tuple(connection.execute(wanted.distinct().limit(most)).scalars())

    def used(self, label: str) -> bool:
        """Whether a label names an incident at present."""
        return bool(self.members(label, 1))

    def decided(self, incidents: Iterable[str]) -> frozenset[str]:
        """Those of some incidents that decisions of people are about."""
        named = {f"incident:{label}": label for label in incidents}
        with self._store.reading() as connection:
            return frozenset(
                named[subject]
                for some in parts(named)
                for subject in connection.execute(
                    select(decisions.c.subject).where(decisions.c.subject.in_(some)).distinct()
                ).scalars()
            )

    def weighed(self, names: Iterable[str]) -> dict[str, Finding]:
        """The findings across reports that are about some reports, by digest."""
        found: dict[str, int] = {}
        with self._store.reading() as connection:
            for some in parts(names):
                wanted = (
                    select(weighed.c.finding, weighed.c.since)
                    .join(subjects, subjects.c.seq == weighed.c.since)
                    .where(subjects.c.report.in_(some), weighed.c.until.is_(None))
                )
                found.update((row.finding, row.since) for row in connection.execute(wanted))
            held = {digest: log.part(connection, at, OfFinding) for digest, at in found.items()}
        return {digest: one.finding for digest, one in held.items() if one is not None}

"""What pages and API ask of a ledger. One class for both, so that both show the same.

Everything is shown as people left it: corrections in, rejected claims set aside, incidents merged and split. What is
dear is kept until an entry is added; nothing here changes a ledger.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property, lru_cache
from threading import RLock
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from reportedly.desk.groups import grouped
from reportedly.desk.keeping import Keeper
from reportedly.desk.weighing import across
from reportedly.findings import References
from reportedly.incidents import IncidentSummary, summary
from reportedly.ledger import Ledger, View
from reportedly.lineage.board import Account, build
from reportedly.lineage.voices import Voices
from reportedly.model import Claim, Finding, Incident, Reading, Report
from reportedly.publish.gate import Gated
from reportedly.publish.reviewed import gated
from reportedly.review import Reviewed, reviewed
from reportedly.review.decisions import in_force

Found = TypeVar("Found")
_KEPT = 256


class Telling(NamedTuple):
    """An incident with all that its page stands on. ``accounts`` in the order in which they were told."""

    summary: IncidentSummary
    readings: tuple[Reading, ...]
    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]


class Unlinked(NamedTuple):
    """A place name that no gazetteer knows, and the claims that have it (``report#claim``)."""

    name: str
    claims: tuple[str, ...]


class Shelf:
    """A ledger as it stands, or as it stood after one of its entries."""

    def __init__(self, ledger: Ledger, references: References, seq: int | None = None) -> None:
        self.ledger = ledger
        self.references = references
        self.fixed = seq
        self._kept: dict[Hashable, Any] = {}
        self._seq = -1
        self._lock = RLock()

    @cached_property
    def _at(self) -> Callable[[int], "Shelf"]:
        return lru_cache(maxsize=8)(lambda seq: Shelf(self.ledger, self.references, seq))

    def at(self, seq: int | None) -> "Shelf":
        """The shelf as it stood after an entry; itself for ``None``."""
        return self if seq is None else self._at(seq)

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self.view)

    @cached_property
    def view(self) -> View:
        """The view that answers."""
        return self.ledger if self.fixed is None else self.ledger.after(self.fixed)

    @property
    def seq(self) -> int:
        """The number of the last entry."""
        latest = self.view.latest()
        return latest.seq if latest else 0

    @property
    def moment(self) -> str | None:
        """When the last entry was made."""
        latest = self.view.latest()
        return latest.at if latest else None

    def _once(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """A value kept until an entry is added. Made by one thread while others wait: it is dear."""
        with self._lock:
            seq = self.seq
            if seq != self._seq or len(self._kept) > _KEPT:
                self._kept, self._seq = {}, seq
            if key not in self._kept:
                made = make()
                self._kept[key] = made
            found: Found = self._kept[key]
            return found

    @property
    def reviewed(self) -> Reviewed:
        """All readings as people left them."""
        return self._once("reviewed", lambda: reviewed(self.view, known=self._read()))

    def _read(self) -> tuple[Reading, ...]:
        """All readings as they were read."""
        return self._once("read", lambda: self._keeper.readings(self.seq))

    def _by_id(self) -> dict[str, Reading]:
        return self._once("by id", lambda: {r.report.id: r for r in self.reviewed.readings})

    def reading(self, id: str) -> Reading | None:
        """One report with its claims and findings, an earlier revision too."""
        return self._by_id().get(id) or self.view.reading(id)

    def readings(self, ids: Sequence[str] | None = None) -> tuple[Reading, ...]:
        """Several reports in the order asked for, those that there are; without ids the latest of all, oldest first."""
        if ids is None:
            return self.reviewed.readings
        found = (self.reading(id) for id in ids)
        return tuple(reading for reading in found if reading is not None)

    def reports(self) -> tuple[Report, ...]:
        """The latest revision of every report, that which came last first."""
        return self._once("reports", lambda: tuple(r.report for r in self.readings())[::-1])

    def claim(self, ref: str) -> tuple[Reading, Claim] | None:
        """A claim by its name across reports (``report#claim``)."""
        report, _, name = ref.rpartition("#")
        reading = self.reading(report)
        found = next((c for c in reading.claims if c.id == name), None) if reading else None
        return (reading, found) if reading and found else None

    def states(self) -> dict[str, str]:
        """What people decided of claims (``report#claim``), in a word."""

        def made() -> dict[str, str]:
            found = dict.fromkeys(self.reviewed.accepted, "accepted")
            for subject in self.corrected():
                found[subject] = "corrected"
            return {**found, **dict.fromkeys(self.reviewed.hidden, "set aside")}

        return self._once("states", made)

    def corrected(self) -> frozenset[str]:
        """The claims that people corrected, where that still counts."""
        made = self.reviewed.decisions
        counting = in_force(made)
        return frozenset(d.subject for d in made if d.kind == "correct" and d.id in counting)

    def counting(self) -> tuple[Reading, ...]:
        """All readings without the claims that an editor rejected or hid."""

        def made() -> tuple[Reading, ...]:
            hidden = self.reviewed.hidden
            if not hidden:
                return self.readings()
            return tuple(
                replace(r, claims=tuple(c for c in r.claims if f"{r.report.id}#{c.id}" not in hidden))
                for r in self.readings()
            )

        return self._once("counting", made)

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, those that happened last first, undated ones at the end."""
        return self._once("incidents", lambda: grouped(self.counting()))

    def incident(self, id: str) -> Telling | None:
        """One incident as its reports tell it."""
        return self._once(("incident", id), lambda: self._incident(id))

    def _incident(self, id: str) -> Telling | None:
        known = next((i for i in self.incidents() if i.id == id), None)
        if known is None:
            return None
        wanted = set(known.reports)
        readings = tuple(r for r in self.counting() if r.report.id in wanted)
        found = next((s for s in summary(readings, self.references) if s.id == id), None)
        if found is None:
            return None
        case = next(c for c in build(readings, self.references).cases if c.incident == id)
        return Telling(found, readings, case.accounts, self._about(set(found.claims), readings))

    def _about(self, claims: set[str], readings: Sequence[Reading]) -> tuple[Finding, ...]:
        across = (f for f in self.across() if claims.intersection(f.claims))
        return (*across, *(f for r in readings for f in r.findings if claims.intersection(f.claims)))

    def across(self) -> tuple[Finding, ...]:
        """The findings across reports: those on record, or, once people decided something, weighed anew with that."""

        def made() -> tuple[Finding, ...]:
            recorded = tuple(self.view.findings_across().values())
            return across(recorded, self._read(), self.counting()) if self.reviewed.decisions else recorded

        return self._once("across", made)

    def findings(self) -> tuple[Finding, ...]:
        """All findings: across reports first."""
        return self._once("findings", lambda: (*self.across(), *(f for r in self.readings() for f in r.findings)))

    def unknown_places(self) -> tuple[Unlinked, ...]:
        """Place names that no gazetteer knows, those of most claims first."""

        def made() -> tuple[Unlinked, ...]:
            found: dict[str, list[str]] = {}
            for reading in self.counting():
                for claim in reading.claims:
                    for place in claim.places:
                        if place.name is None:
                            found.setdefault(place.text, []).append(f"{reading.report.id}#{claim.id}")
            rows = [Unlinked(name, tuple(dict.fromkeys(refs))) for name, refs in found.items()]
            return tuple(sorted(rows, key=lambda u: (-len(u.claims), u.name)))

        return self._once("unknown", made)

    def voices(self) -> dict[str, str]:
        """Whose word each claim (``report#claim``) is: one name for all that the same speaker is called."""

        def made() -> dict[str, str]:
            known = Voices(self.readings(), self.references.side_of, self.references.own_voice)
            return {f"{r.report.id}#{c.id}": known.of(r, c).name for r in self.readings() for c in r.claims}

        return self._once("voices", made)

    def decided(self) -> Reviewed:
        """All readings with the decisions of the present, also where the shelf stands at an earlier entry."""
        return self.reviewed if self.fixed is None else reviewed(self.view, self.view.present(), self._read())

    def gated(self) -> Gated:
        """What may leave the desk now, and what is held and why."""
        return gated(self.view, self.decided())

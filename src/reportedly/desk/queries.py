"""What pages and API ask of a ledger. One class for both, so that both show the same.

What is dear is kept until an entry is added; nothing here changes a ledger.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from reportedly.findings import References
from reportedly.incidents import IncidentSummary, summary
from reportedly.ledger import Ledger, View
from reportedly.lineage.board import Account, build
from reportedly.model import Finding, Incident, Reading, Report

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
        self._seq = 0
        self._lock = Lock()

    @cached_property
    def _at(self) -> Callable[[int], "Shelf"]:
        return lru_cache(maxsize=8)(lambda seq: Shelf(self.ledger, self.references, seq))

    def at(self, seq: int | None) -> "Shelf":
        """The shelf as it stood after an entry; itself for ``None``."""
        return self if seq is None else self._at(seq)

    @property
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
        """A value kept until an entry is added."""
        seq = self.seq
        with self._lock:
            if seq != self._seq or len(self._kept) > _KEPT:
                self._kept, self._seq = {}, seq
            if key in self._kept:
                found: Found = self._kept[key]
                return found
        found = make()
        with self._lock:
            if seq == self._seq:
                self._kept[key] = found
        return found

    def reading(self, id: str) -> Reading | None:
        """One report with its claims and findings."""
        return self.view.reading(id)

    def readings(self, ids: Sequence[str]) -> tuple[Reading, ...]:
        """Several reports, those that there are, in the order asked for."""
        found = (self.view.reading(id) for id in ids)
        return tuple(reading for reading in found if reading is not None)

    def reports(self) -> tuple[Report, ...]:
        """The latest revision of every report, that which came last first."""
        return self._once("reports", lambda: tuple(self.view.reports())[::-1])

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, those that happened last first, undated ones at the end."""

        def made() -> tuple[Incident, ...]:
            found = sorted(self.view.incidents(), key=lambda i: (-len(i.reports), -len(i.claims), i.id))
            return tuple(sorted(found, key=lambda i: (i.start or "")[:10], reverse=True))

        return self._once("incidents", made)

    def incident(self, id: str) -> Telling | None:
        """One incident as its reports tell it."""
        return self._once(("incident", id), lambda: self._incident(id))

    def _incident(self, id: str) -> Telling | None:
        known = next((i for i in self.incidents() if i.id == id), None)
        if known is None:
            return None
        readings = self.readings(known.reports)
        found = next((s for s in summary(readings, self.references) if s.id == id), None)
        if found is None:
            return None
        case = next(c for c in build(readings, self.references).cases if c.incident == id)
        return Telling(found, readings, case.accounts, self._about(set(found.claims), readings))

    def _about(self, claims: set[str], readings: Sequence[Reading]) -> tuple[Finding, ...]:
        across = (f for f in self.across() if claims.intersection(f.claims))
        return (*across, *(f for r in readings for f in r.findings if claims.intersection(f.claims)))

    def across(self) -> tuple[Finding, ...]:
        """The findings across reports."""
        return self._once("across", lambda: tuple(self.view.findings_across().values()))

    def findings(self) -> tuple[Finding, ...]:
        """All findings: across reports first."""
        return self._once("findings", lambda: (*self.across(), *self.view.findings(across=False)))

    def all_readings(self) -> Iterator[Reading]:
        """Every report with its claims, the oldest first."""
        return self.view.readings()

    def unknown_places(self) -> tuple[Unlinked, ...]:
        """Place names that no gazetteer knows, those of most claims first."""

        def made() -> tuple[Unlinked, ...]:
            found: dict[str, list[str]] = {}
            for reading in self.all_readings():
                for claim in reading.claims:
                    for place in claim.places:
                        if place.name is None:
                            found.setdefault(place.text, []).append(f"{reading.report.id}#{claim.id}")
            rows = [Unlinked(name, tuple(dict.fromkeys(refs))) for name, refs in found.items()]
            return tuple(sorted(rows, key=lambda u: (-len(u.claims), u.name)))

        return self._once("unknown", made)

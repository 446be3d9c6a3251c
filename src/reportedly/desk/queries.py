"""What pages and API ask of a ledger. One class for both, so that both show the same.

Everything is shown as people left it: corrections in, rejected claims set aside, incidents merged and split. What is
dear is kept until an entry is added; nothing here changes a ledger.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from reportedly.desk.groups import grouped
from reportedly.desk.keeping import Keeper
from reportedly.desk.states import States
from reportedly.desk.weighing import across
from reportedly.findings import References
from reportedly.incidents import IncidentSummary, nesting, summary
from reportedly.ledger import Ledger, View
from reportedly.lineage.board import Account, build
from reportedly.lineage.voices import Voices
from reportedly.model import Claim, Finding, Incident, Reading, Report
from reportedly.publish.gate import Gated
from reportedly.publish.reviewed import gated
from reportedly.review import Reviewed, reviewed
from reportedly.review.decisions import in_force

Found = TypeVar("Found")
MOST_NEAR = 200
"""Reports of the same days in which it is looked what an incident is part of."""


class Telling(NamedTuple):
    """An incident with all that its page stands on. ``accounts`` in the order in which they were told; ``parts`` the
    incidents that are part of it.
    """

    summary: IncidentSummary
    readings: tuple[Reading, ...]
    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    parts: tuple[str, ...] = ()


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

    @cached_property
    def _states(self) -> States:
        return States(self.view, self.fixed)

    @property
    def seq(self) -> int:
        """The number of the entry after which the ledger is shown."""
        return self._states.now().seq

    @property
    def last(self) -> int:
        """The number of the last entry, shown already or not."""
        return self._states.last()

    @property
    def moment(self) -> str | None:
        """When the last entry that is shown was made."""
        before = self.view.entries(self.seq - 1, 1)
        return before[0][0].at if before else None

    def once(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """A value kept until another state of the ledger is shown."""
        return self._states.now().once(key, make)

    @property
    def reviewed(self) -> Reviewed:
        """All readings as people left them."""
        return self.once("reviewed", lambda: reviewed(self.view, known=self._read()))

    def _read(self) -> tuple[Reading, ...]:
        """All readings as they were read."""
        return self.once("read", lambda: self._keeper.readings(self.seq))

    def _by_id(self) -> dict[str, Reading]:
        return self.once("by id", lambda: {r.report.id: r for r in self.reviewed.readings})

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
        return self.once("reports", lambda: tuple(r.report for r in self.readings())[::-1])

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

        return self.once("states", made)

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

        return self.once("counting", made)

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, those that happened last first, undated ones at the end."""
        return self.once("incidents", lambda: grouped(self.counting()))

    def incident(self, id: str) -> Telling | None:
        """One incident as its reports tell it."""
        return self.once(("incident", id), lambda: self._incident(id))

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
        holders = self._nesting(known)
        found = replace(found, part_of=holders.get(id))
        parts = tuple(part for part, whole in holders.items() if whole == id)
        return Telling(found, readings, case.accounts, self._about(set(found.claims), readings), parts)

    def _nesting(self, known: Incident) -> dict[str, str]:
        """What is part of what among the incidents of the days of one, of other reports too; those told by most first
        where a night has more reports than are looked at.
        """
        first, last = (known.start or "")[:10], (known.end or "")[:10]
        dated = [i for i in self.incidents() if i.start and i.end]
        near = [i for i in dated if (i.start or "")[:10] <= last and first <= (i.end or "")[:10]]
        ids = list(dict.fromkeys(r for i in (known, *sorted(near, key=lambda i: -len(i.reports))) for r in i.reports))
        wanted = set(ids[:MOST_NEAR])
        return nesting([r for r in self.counting() if r.report.id in wanted])

    def _about(self, claims: set[str], readings: Sequence[Reading]) -> tuple[Finding, ...]:
        across = (f for f in self.across() if claims.intersection(f.claims))
        return (*across, *(f for r in readings for f in r.findings if claims.intersection(f.claims)))

    def across(self) -> tuple[Finding, ...]:
        """The findings across reports: those on record, or, once people decided something, weighed anew with that."""

        def made() -> tuple[Finding, ...]:
            recorded = tuple(self.view.findings_across().values())
            return across(recorded, self._read(), self.counting()) if self.reviewed.decisions else recorded

        return self.once("across", made)

    def findings(self) -> tuple[Finding, ...]:
        """All findings: across reports first."""
        return self.once("findings", lambda: (*self.across(), *(f for r in self.readings() for f in r.findings)))

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

        return self.once("unknown", made)

    def naming(self, name: str) -> set[str]:
        """The ids of reports that name a place or source, as written or as understood, or tell of ``incident:ID``."""

        def made() -> dict[str, set[str]]:
            index: dict[str, set[str]] = {}
            for reading in self.readings():
                named = {reading.report.publisher or ""}
                for claim in reading.claims:
                    named.update(n for place in claim.places for n in (place.name, place.text) if n)
                    named.update(source.name for source in claim.sources)
                    named.add(f"incident:{claim.incident}")
                for one in named:
                    index.setdefault(one, set()).add(reading.report.id)
            return index

        return self.once("naming", made).get(name, set())

    def latest_first(self, ids: Iterable[str]) -> list[str]:
        """Reports in the order of the latest of all, those that came last first."""
        at = self.once("at", lambda: {r.report.id: n for n, r in enumerate(self.readings())})
        return sorted((id for id in ids if id in at), key=lambda id: -at[id])

    def voices(self) -> dict[str, str]:
        """Whose word each claim (``report#claim``) is: one name for all that the same speaker is called."""

        def made() -> dict[str, str]:
            known = Voices(self.readings(), self.references.side_of, self.references.own_voice)
            return {f"{r.report.id}#{c.id}": known.of(r, c).name for r in self.readings() for c in r.claims}

        return self.once("voices", made)

    def decided(self) -> Reviewed:
        """All readings with the decisions of the present, also where the shelf stands at an earlier entry."""
        return self.reviewed if self.fixed is None else reviewed(self.view, self.view.present(), self._read())

    def gated(self) -> Gated:
        """What may leave the desk now, and what is held and why. Of one state only the end of an embargo changes it."""
        if self.fixed is not None:
            return gated(self.view, self.decided())
        state, now = self._states.now(), datetime.now(UTC).isoformat(timespec="seconds")
        kept, until = state.once("gated", self._gated)
        if now >= until:
            kept, until = self._gated()
            state.put("gated", (kept, until))
        return kept

    def _gated(self) -> tuple[Gated, str]:
        """With the moment (ISO, UTC) at which the next claim comes out."""
        found = gated(self.view, self.reviewed)
        return found, min((h.until for h in found.held if h.until), default="9")

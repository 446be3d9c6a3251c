"""What pages and API ask of a ledger. One class for both, so that both show the same.

Everything is shown as people left it: corrections in, rejected claims set aside, incidents merged and split. Lists and
numbers are questions to the ledger's indexes; what people touched (`laid`) is laid over them. Nothing here changes a
ledger, and no answer takes all readings.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from reportedly.desk.findings import Findings
from reportedly.desk.groups import grouped, meets, order
from reportedly.desk.laid import Laid
from reportedly.desk.standing import Standing
from reportedly.findings import References
from reportedly.incidents import IncidentSummary, nesting, summary
from reportedly.ledger import Changes, Happening, Ledger, Where
from reportedly.ledger.incident_lists import ANY
from reportedly.ledger.words import mark
from reportedly.lineage.board import Account, build
from reportedly.lineage.voices import Voices
from reportedly.model import Claim, Finding, Incident, Reading, Report
from reportedly.publish.gate import Gated
from reportedly.publish.reviewed import gated
from reportedly.review import Reviewed, reading_of
from reportedly.review.decisions import in_force

Found = TypeVar("Found")
MOST_NEAR = 60
"""Reports of the same days in which it is looked what an incident is part of."""


class Telling(NamedTuple):
    """An incident with all that its page stands on. ``accounts`` in the order in which they were told; ``parts`` the
    incidents that are part of it, ``aside`` the findings that an editor set aside.
    """

    summary: IncidentSummary
    readings: tuple[Reading, ...]
    accounts: tuple[Account, ...]
    findings: tuple[Finding, ...]
    parts: tuple[str, ...] = ()
    aside: tuple[Finding, ...] = ()


class Unlinked(NamedTuple):
    """A place name that no gazetteer knows, and how many claims have it."""

    name: str
    claims: int


class Shelf:
    """A ledger as it stands now, or as it stood after one of its entries (``fixed``). It does not move."""

    def __init__(
        self, ledger: Ledger, references: References, fixed: int | None = None, standing: Standing | None = None
    ) -> None:
        self.ledger = ledger
        self.references = references
        self.fixed = fixed
        self.standing = standing or Standing(ledger, references)
        self.seq = self.last if fixed is None else fixed
        self.view = ledger.after(self.seq)
        self._read: dict[str, Reading | None] = {}

    @property
    def last(self) -> int:
        """The number of the last entry, shown here or not."""
        latest = self.ledger.latest()
        return latest.seq if latest else 0

    def at(self, seq: int | None = None) -> "Shelf":
        """The same ledger as it stood after an entry; as it stands now for ``None``."""
        return Shelf(self.ledger, self.references, seq, self.standing)

    @property
    def moment(self) -> str | None:
        """When the last entry that is shown was made."""
        before = self.view.entries(self.seq - 1, 1)
        return before[0][0].at if before else None

    @cached_property
    def laid(self) -> Laid:
        """What people decided, over the readings near it."""
        return self.standing.laid(self.seq)

    @cached_property
    def decided(self) -> Laid:
        """The same with the decisions of the present, also where an earlier state is shown: what the gate goes by."""
        return self.laid if self.fixed is None else Laid(self.view, self.references, self.view.present())

    @property
    def reviewed(self) -> Reviewed:
        """What people decided."""
        return self.laid.reviewed

    @cached_property
    def numbers(self) -> Changes:
        """How many of everything there are, as the log has them."""
        return self.standing.numbers(self.seq)

    # What may leave

    def left(self, id: str) -> Reading | None:
        """A report as people left it by now, from which what may leave is made."""
        return self.decided.after.get(id) or reading_of(self.view, id)

    def all_left(self, ids: Iterable[str]) -> list[Reading]:
        """Several of them in the order asked for, those that there are."""
        wanted = list(ids)
        new = {id for id in wanted if id not in self.decided.after}
        found = {r.report.id: r for r in self.view.readings(new, current=False, unread=True)}
        both = (self.decided.after.get(id) or found.get(id) or reading_of(self.view, id) for id in wanted)
        return [reading for reading in both if reading is not None]

    def gate(self, readings: Iterable[Reading]) -> Gated:
        """What of some reports, as `left`, may leave the desk now, and what is held and why."""
        return gated(self.view, replace(self.decided.reviewed, readings=tuple(readings)))

    def leaving(self, reports: Iterable[str]) -> Reviewed:
        """What people decided by now, with some reports, as `left`, in the order in which they came.

        All that tell of an incident with a verdict are there too: it goes out only if nothing of the incident is held.
        """
        judged = self.view.lists.members(self.decided.reviewed.judged)
        near = {one.report for some in judged.values() for one in some} if judged else set()
        touched = self.decided.before if self.decided.reviewed.judged else ()
        found = self.all_left(self.view.lists.current({*reports, *near, *touched}))
        return replace(self.decided.reviewed, readings=tuple(found))

    def gate_as_read(self, readings: Iterable[Reading]) -> Gated:
        """The same of reports as they were read, whatever people decided."""
        nothing: frozenset[str] = frozenset()
        return gated(self.view, replace(self.decided.reviewed, readings=tuple(readings), hidden=nothing))

    # Reports and claims

    def reading(self, id: str) -> Reading | None:
        """One report with its claims and findings, an earlier revision too."""
        return next(iter(self.readings([id])), None)

    def readings(self, ids: Iterable[str]) -> tuple[Reading, ...]:
        """Several reports in the order asked for, those that there are."""
        wanted = list(ids)
        new = [id for id in dict.fromkeys(wanted) if id not in self._read and id not in self.laid.after]
        if new:
            found = {r.report.id: r for r in self.view.readings(new, current=False, unread=True)}
            self._read.update((id, found.get(id) or reading_of(self.view, id)) for id in new)
        both = (self.laid.after.get(id) or self._read.get(id) for id in wanted)
        return tuple(replace(reading, findings=self.findings.own(reading)) for reading in both if reading is not None)

    def reports(self, limit: int, offset: int = 0) -> tuple[Report, ...]:
        """The latest revisions of reports, those that came last first."""
        return tuple(r.report for r in self.readings(self.view.lists.reports(limit, offset)))

    def claim(self, ref: str) -> tuple[Reading, Claim] | None:
        """A claim by its name across reports (``report#claim``)."""
        report, _, name = ref.rpartition("#")
        reading = self.reading(report)
        found = next((c for c in reading.claims if c.id == name), None) if reading else None
        return (reading, found) if reading and found else None

    @cached_property
    def states(self) -> dict[str, str]:
        """What people decided of claims (``report#claim``), in a word."""
        found = dict.fromkeys(self.reviewed.accepted, "accepted")
        for subject in self.corrected():
            found[subject] = "corrected"
        return {**found, **dict.fromkeys(self.reviewed.hidden, "set aside")}

    def corrected(self) -> frozenset[str]:
        """The claims that people corrected, where that still counts."""
        made = self.reviewed.decisions
        counting = in_force(made)
        return frozenset(d.subject for d in made if d.kind == "correct" and d.id in counting)

    # Incidents

    def incidents(self, limit: int, offset: int = 0, where: Where = ANY) -> tuple[Happening, ...]:
        """Incidents that meet conditions: those that happened last first, undated ones at the end."""
        changed = sorted((h for h in self.laid.happenings.values() if meets(h, where)), key=order)
        first = max(0, offset - len(changed))
        rest = self.view.lists.incidents(where, but=self.laid.incidents, limit=limit + offset - first, offset=first)
        before = sum(order(one) < order(rest[0]) for one in changed) if rest else len(changed)
        before = before if first else 0
        merged = merge(changed[before:], rest, key=order)
        return tuple(merged)[offset - first - before :][:limit]

    def incident_count(self) -> int:
        """How many there are."""
        had = sum(self.view.lists.incident(label) is not None for label in self.laid.incidents)
        return self.numbers.incidents - had + len(self.laid.told)

    def happening(self, id: str) -> Happening | None:
        """One incident as lists show it."""
        return self.laid.happenings.get(id) if id in self.laid.incidents else self.view.lists.incident(id)

    def members(self, id: str) -> tuple[Reading, ...]:
        """The reports of an incident without hidden claims, in the order in which they came."""
        if id in self.laid.incidents:
            return tuple(r for r in self.laid.counting if any(c.incident == id for c in r.claims))
        names = dict.fromkeys(c.report for c in self.view.lists.members([id]).get(id, ()))
        return tuple(map(self.laid.kept, self.readings(self.view.lists.current(names))))

    def record(self, id: str) -> Incident | None:
        """One incident with its claims."""
        return next((i for i in grouped(self.members(id)) if i.id == id), None)

    def incident(self, id: str) -> Telling | None:
        """One incident as its reports tell it."""
        return self.once(("incident", id), lambda: self._incident(id))

    def _incident(self, id: str) -> Telling | None:
        readings = self.members(id)
        found = next((s for s in summary(readings, self.references) if s.id == id), None) if readings else None
        if found is None:
            return None
        case = next(c for c in build(readings, self.references).cases if c.incident == id)
        holders = self._nesting(id)
        found = replace(found, part_of=holders.get(id))
        parts = tuple(part for part, whole in holders.items() if whole == id)
        claims = set(found.claims)
        own = (f for r in readings for f in self.findings.own(r) if claims.intersection(f.claims))
        findings = (*self.findings.across_of(found.reports, claims), *own)
        return Telling(found, readings, case.accounts, findings, parts, tuple(self.findings.aside(claims)))

    def _nesting(self, id: str) -> dict[str, str]:
        """What is part of what among the incidents of the days of one, of other reports too; those told by most first
        where a night has more reports than are looked at.
        """
        here = self.happening(id)
        if here is None or here.start is None or here.end is None:
            return {}
        first, last = here.day, here.end[:10]
        own = self.laid.happenings.values()
        changed = [h for h in own if h.start and h.day <= last and (h.end or "")[:10] >= first]
        near = [h for h in self.view.lists.around(first, last, MOST_NEAR) if h.label not in self.laid.incidents]
        labels = [id, *(h.label for h in sorted([*changed, *near], key=lambda h: -h.reports))]
        return nesting([self.laid.kept(r) for r in self.of_incidents(labels, MOST_NEAR)])

    def of_incidents(self, labels: Sequence[str], limit: int | None = None) -> tuple[Reading, ...]:
        """The reports of incidents in the order in which they came; those of the first incidents up to a limit."""
        members = self.view.lists.members([label for label in labels if label not in self.laid.incidents])
        own = {
            label: [r.report.id for r in self.laid.counting if any(c.incident == label for c in r.claims)]
            for label in self.laid.incidents.intersection(labels)
        }
        names = dict.fromkeys(
            name for label in labels for name in own.get(label) or (one.report for one in members.get(label, ()))
        )
        return self.readings(self.view.lists.current(list(names)[:limit]))

    def near(self, id: str, limit: int) -> list[str]:
        """Other incidents: those that happened on the same day first, then the latest."""
        here = self.happening(id)
        day = here.day if here is not None else ""
        same = (h.label for h in self.view.lists.around(day, day, limit + 1) if h.day == day)
        latest = (i.label for i in self.incidents(limit + 1))
        return [label for label in dict.fromkeys((*same, *latest)) if label != id][:limit]

    @cached_property
    def findings(self) -> Findings:
        """The findings as they stand."""
        return Findings(self.view, self.laid, self.numbers, self.readings)

    # Names

    def names(self) -> tuple[Counter[Any], Counter[Any]]:
        """Readings, and claims, by role, name and kinds of source."""
        return self.once("names", self._names)

    def _names(self) -> tuple[Counter[Any], Counter[Any]]:
        from reportedly.ledger.claimed import named

        readings, claims = Counter(self.numbers.named), Counter(self.numbers.quoted)
        for sign, some in ((-1, self.laid.before.values()), (1, self.laid.after.values())):
            for reading in some:
                told = reading if sign < 0 else self.laid.kept(reading)
                rows = [r for r in named(reading.report, reading.claims) if r["role"] != "unknown"]
                rows += [r for r in named(told.report, told.claims) if r["role"] == "unknown"]
                for row in rows:
                    key = row["role"], row["name"], row["kinds"]
                    readings[key] += sign
                    claims[key] += sign * row["claims"]
        return readings, claims

    def unknown_places(self) -> list[Unlinked]:
        """Place names that no gazetteer knows, those of most claims first."""
        found = (Unlinked(key[1], n) for key, n in self.names()[1].items() if key[0] == "unknown" and n > 0)
        return sorted(found, key=lambda u: (-u.claims, u.name))

    def having(self, name: str) -> Iterator[tuple[Reading, Claim]]:
        """The claims with a place name that no gazetteer knows, those of the latest report first."""
        reports = [*self.view.lists.named(mark(name), "unknown"), *self.laid.before]
        for id in self.latest_first(reports):
            reading = self.reading(id)
            for claim in self.laid.kept(reading).claims if reading else ():
                if reading and any(p.name is None and p.text == name for p in claim.places):
                    yield reading, claim

    def latest_first(self, ids: Iterable[str]) -> list[str]:
        """Those of some reports that are shown, those that came last first."""
        return list(self.view.lists.current(set(ids)))[::-1]

    def speakers(self) -> Voices:
        """Whose word a claim is: one name for all that the same speaker is called."""
        return self.standing.speakers(self.numbers.named)

    def once(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """A value that is made once for a request."""
        if key not in self._made:
            self._made[key] = make()
        found: Found = self._made[key]
        return found

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

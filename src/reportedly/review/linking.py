"""What a ledger knows, linked and weighed; only what changed is put on record.

`relink` looks at everything. `link_new` looks at what came since, and at the incidents near it.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.ledger import Ledger
from reportedly.model import Reading
from reportedly.review.people import person_readings, reading_of

FEW = 3000
"""Entries up to which linking everything takes no longer than a second or two."""
SHARE = 20
"""So many times more entries than new reports make it worth while to look at the new ones alone."""
MOST_NEAR = 60
"""Reports that a new one is compared with: the nearest."""
SETTLED = 40
"""An incident of more reports gets new claims, and is not clustered anew."""


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """How many claims got another incident, and how many findings across reports came or went."""

    labels: int
    findings: int


def relink(ledger: Ledger) -> Changed:
    """Link and weigh all readings in force, and people's claims with them.

    Decisions are not touched and not looked at: they are laid over the result (`reviewed`).
    """
    last = ledger.latest()
    linked = pipeline.link([*ledger.readings(), *person_readings(ledger)])
    labels = {f"{r.report.id}#{c.id}": c.incident for r in linked for c in r.claims}
    changed = Changed(labels=ledger.label(labels), findings=ledger.weigh(pipeline.weigh(linked)))
    if last is not None:
        ledger.linking.mark(last.seq)
    return changed


def link_new(ledger: Ledger, few: int = FEW) -> Changed:
    """Link and weigh the reports and people's claims that came since, with the incidents near them.

    Everything is linked anew (`relink`) in a ledger of ``few`` entries, where many reports came at once, and where
    something else changed: a revision, another reading, an erasure.
    """
    last = ledger.latest()
    new = ledger.linking.since() if last is not None and last.seq > few else None
    if last is None or new is None or len(new) * SHARE > last.seq:
        return relink(ledger)
    changes = [_link_one(ledger, name) for name in new]
    ledger.linking.mark(last.seq)
    return Changed(labels=sum(c.labels for c in changes), findings=sum(c.findings for c in changes))


def _link_one(ledger: Ledger, name: str) -> Changed:
    """One report or person's claim that is not linked yet."""
    reading = reading_of(ledger, name)
    if reading is None:
        return Changed(labels=0, findings=0)
    known = _Known(ledger, reading)
    labels = pipeline.extend(known.near, [reading], known.members, ledger.linking.used)
    about = [*known.readings.values(), reading]
    return Changed(labels=ledger.label(labels), findings=_weigh_near(ledger, about, labels, known.settled))


class _Known:
    """The readings near a new one, and what else belongs to incidents that they are about."""

    def __init__(self, ledger: Ledger, new: Reading) -> None:
        self._ledger, self._new = ledger, new.report.id
        self.settled: set[str] = set()
        self.readings: dict[str, Reading] = {}
        self.near = self._of(ledger.linking.near(new, MOST_NEAR))

    def _of(self, names: Iterable[str]) -> tuple[Reading, ...]:
        wanted = set(names) - self.readings.keys()
        read = tuple(self._ledger.readings(wanted))
        rest = wanted - {r.report.id for r in read}
        found = (*read, *(r for name in sorted(rest) if (r := reading_of(self._ledger, name)) is not None))
        self.readings |= {r.report.id: r for r in found}
        return found

    def members(self, incidents: Set[str]) -> tuple[tuple[Reading, ...], set[str]]:
        """What is missing of some incidents, and which are then complete."""
        reports = {one: {*self._ledger.linking.members(one, SETTLED + 1)} - {self._new} for one in sorted(incidents)}
        small = {one: names for one, names in reports.items() if len(names) <= SETTLED}
        rest = self._of({name for names in small.values() for name in names})
        whole = {one for one, names in small.items() if names <= self.readings.keys()}
        self.settled |= incidents - whole
        return rest, whole


def _weigh_near(
    ledger: Ledger, readings: Sequence[Reading], labels: Mapping[str, str | None], settled: Set[str]
) -> int:
    """Weigh the incidents named by new labels. What is on record across them and others is left as it is.

    So is what is on record about a settled incident, of which not all is at hand: it gets findings of a kind that none
    of their claims was in before.
    """
    incidents = {label for label in labels.values() if label}
    about = []
    for r in readings:
        claims = (replace(c, incident=labels.get(f"{r.report.id}#{c.id}", c.incident)) for c in r.claims)
        inside = tuple(c for c in claims if c.incident in incidents)
        about += [replace(r, claims=inside)] if inside else []
    refs = {f"{r.report.id}#{c.id}": c.incident for r in about for c in r.claims}
    partly = {ref for ref, incident in refs.items() if incident in settled}
    before = ledger.linking.weighed(r.report.id for r in about)
    had = {(finding.kind, ref) for finding in before.values() for ref in finding.claims}
    found = pipeline.weigh(about)
    return ledger.weigh(
        [f for f in found if partly.isdisjoint(f.claims) or not any((f.kind, ref) in had for ref in f.claims)],
        [d for d, f in before.items() if refs.keys() >= {*f.claims} and partly.isdisjoint(f.claims)],
    )

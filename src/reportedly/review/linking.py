"""What a ledger knows, linked and weighed; only what changed is put on record.

`relink` looks at everything. `link_new` looks at what came since, and at the incidents near it.
"""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.ledger import Ledger
from reportedly.model import Reading
from reportedly.review.people import person_readings

FEW = 3000
"""Entries up to which linking everything takes no longer than a second or two."""
SHARE = 20
"""So many times more entries than new reports make it worth while to look at the new ones alone."""
MOST_NEAR = 300
"""Incidents near one report beyond which everything is linked anew."""


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
    """Link and weigh the reports that came since, with the incidents near them.

    Everything is linked anew (`relink`) in a ledger of ``few`` entries, where many reports came at once, and where
    something else changed: a revision, another reading, a person's claim, an erasure.
    """
    last = ledger.latest()
    new = ledger.linking.since() if last is not None and last.seq > few else None
    if last is None or new is None or len(new) * SHARE > last.seq:
        return relink(ledger)
    labels = findings = 0
    for name in new:
        changed = _link_one(ledger, name)
        if changed is None:
            return relink(ledger)
        labels, findings = labels + changed.labels, findings + changed.findings
    ledger.linking.mark(last.seq)
    return Changed(labels=labels, findings=findings)


def _link_one(ledger: Ledger, name: str) -> Changed | None:
    """One report that is not linked yet; ``None`` where too much lies near it."""
    reading = ledger.reading(name)
    if reading is None:
        return Changed(labels=0, findings=0)
    near = ledger.linking.near(reading)
    if len(near) > MOST_NEAR:
        return None
    known = [ledger.reading(other) for other in ledger.linking.members(near) if other != name]
    if len(known) != len(readings := [r for r in known if r is not None]):
        return None  # a person's claim among them
    labels = pipeline.extend(readings, [reading], near, ledger.linking.used)
    return Changed(labels=ledger.label(labels), findings=_weigh_near(ledger, [*readings, reading], labels))


def _weigh_near(ledger: Ledger, readings: Sequence[Reading], labels: Mapping[str, str | None]) -> int:
    """Weigh the incidents named by new labels. What is on record across them and others is left as it is."""
    incidents = {label for label in labels.values() if label}
    about = []
    for r in readings:
        claims = (replace(c, incident=labels.get(f"{r.report.id}#{c.id}", c.incident)) for c in r.claims)
        inside = tuple(c for c in claims if c.incident in incidents)
        about += [replace(r, claims=inside)] if inside else []
    refs = {f"{r.report.id}#{c.id}" for r in about for c in r.claims}
    before = ledger.linking.weighed(r.report.id for r in about)
    return ledger.weigh(
        pipeline.weigh(about), [digest for digest, finding in before.items() if refs.issuperset(finding.claims)]
    )

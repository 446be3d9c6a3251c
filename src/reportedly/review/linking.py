"""What a ledger knows, linked and weighed; only what changed is put on record.

`relink` looks at everything. `link_new` looks at what changed since, and at what hangs together with it.
"""

from collections.abc import Collection, Iterable, Sequence, Set
from itertools import chain

import msgspec
from msgspec.structs import replace

from reportedly import pipeline
from reportedly.ledger import Ledger, Step
from reportedly.lineage.wording import contained
from reportedly.model import Reading
from reportedly.review.people import person_readings, reading_of, readings_of

FEW = 3000
"""Entries up to which linking everything takes no longer than a second or two."""
SHARE = 20
"""So many times more entries than changed reports make it worth while to look at these alone."""
MOST_NEAR = 60
"""Reports that what changed is compared with: the nearest."""
_SAME = 0.5
"""The share of a claim's words that one which comes in its place repeats at least."""


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
    """Link and weigh what changed since: reports, revisions, readings and people's claims that came, and what an
    erasure left without an incident; together with the incidents near it.

    Everything is linked anew (`relink`) in a ledger of ``few`` entries, and where much changed at once.
    """
    last = ledger.latest()
    steps = ledger.linking.since() if last is not None and last.seq > few else None
    if last is None or steps is None or sum(len(step.new) for step in steps) * SHARE > last.seq:
        return relink(ledger)
    changes = [_link(ledger, step) for step in steps]
    ledger.linking.mark(last.seq)
    return Changed(labels=sum(c.labels for c in changes), findings=sum(c.findings for c in changes))


def _link(ledger: Ledger, step: Step) -> Changed:
    """What is linked in one go."""
    new = [reading for name in step.new if (reading := reading_of(ledger, name)) is not None]
    if step.before is not None:
        name, seq = step.before
        former = ledger.after(seq).reading(name)
        new = [_inherited(reading, former) for reading in new] if former is not None else new
    around = _Around(ledger, new)
    labels, held = pipeline.extend(new, around, sorted(step.left))
    before = {f"{r.report.id}#{c.id}": c.incident for r in around.readings.values() for c in r.claims}
    moved = {ref: label for ref, label in labels.items() if ref not in before or before[ref] != label}
    otherwise = {label for ref in moved for label in (before.get(ref), moved[ref]) if label} | step.left
    about = [_labelled(r, labels) for r in (*around.readings.values(), *new)]
    return Changed(labels=ledger.label(moved), findings=_weigh_near(ledger, about, otherwise, held, step.gone))


def _inherited(reading: Reading, before: Reading) -> Reading:
    """A reading with the incidents that its claims had when they were read otherwise, or in an earlier revision."""
    old = [(c, before.report.text[c.start : c.end]) for c in before.claims]

    def incident(event: str, words: str) -> str | None:
        same = [(contained(words, text), n) for n, (c, text) in enumerate(old) if c.event == event and c.incident]
        share, n = max(same, key=lambda found: (found[0], -found[1]), default=(0.0, 0))
        return old[n][0].incident if share >= _SAME else None

    text = reading.report.text
    claims = (replace(c, incident=incident(c.event, text[c.start : c.end])) for c in reading.claims)
    return replace(reading, claims=tuple(claims))


def _labelled(reading: Reading, labels: dict[str, str | None]) -> Reading:
    name = reading.report.id
    return replace(
        reading, claims=tuple(replace(c, incident=labels.get(f"{name}#{c.id}", c.incident)) for c in reading.claims)
    )


class _Around:
    """What a ledger has around readings that changed."""

    def __init__(self, ledger: Ledger, changed: Sequence[Reading]) -> None:
        self._ledger, self._changed = ledger, {r.report.id for r in changed}
        self.readings: dict[str, Reading] = {}

    def near(self, readings: Sequence[Reading], about: Set[str]) -> tuple[Reading, ...]:
        """Readings that could be about the same as some claims of others: the nearest."""
        return self._of(self._ledger.linking.near(readings, about, MOST_NEAR))

    def members(self, incidents: Collection[str], most: int) -> dict[str, tuple[Reading, ...] | None]:
        """All readings of each incident, in the order given; ``None`` where they are more than ``most``."""
        enough = most + len(self._changed) + 1
        names = {one: {*self._ledger.linking.members(one, enough)} - self._changed for one in incidents}
        self._of(chain.from_iterable(some for some in names.values() if len(some) <= most))
        return {one: self._of(some) if len(some) <= most else None for one, some in names.items()}

    def used(self, label: str) -> bool:
        """Whether a label names an incident at present."""
        return self._ledger.linking.used(label)

    def kept(self, labels: Set[str]) -> frozenset[str]:
        """Those labels that decisions are about."""
        return self._ledger.linking.decided(labels)

    def _of(self, names: Iterable[str]) -> tuple[Reading, ...]:
        known = {*names} - self._changed
        self.readings |= {r.report.id: r for r in readings_of(self._ledger, known - self.readings.keys())}
        return tuple(self.readings[name] for name in sorted(known & self.readings.keys()))


def _weigh_near(
    ledger: Ledger, readings: Sequence[Reading], incidents: Set[str], held: Set[str], gone: Sequence[str]
) -> int:
    """Weigh incidents. What is on record across them and others is left as it is.

    So is what is on record about one that is ``held``, of which not all is at hand: it gets findings of a kind that
    none of their claims was in before. What is on record about reports that are ``gone`` goes; the claims that it names
    besides are weighed along, as those of a held incident are.
    """
    outdated = ledger.linking.weighed(gone)
    named = {ref for f in outdated.values() for ref in f.claims}
    beside = {ref.rpartition("#")[0] for ref in named} - {r.report.id for r in readings} - {*gone}
    about: list[Reading] = []
    for r in (*readings, *readings_of(ledger, beside)):
        inside = tuple(c for c in r.claims if c.incident in incidents or f"{r.report.id}#{c.id}" in named)
        about += [replace(r, claims=inside)] if inside else []
    refs = {f"{r.report.id}#{c.id}": c.incident for r in about for c in r.claims}
    partly = {ref for ref, incident in refs.items() if incident in held or incident not in incidents}
    before = {d: f for d, f in ledger.linking.weighed(r.report.id for r in about).items() if d not in outdated}
    had = {(f.kind, ref) for f in before.values() for ref in f.claims}
    found = pipeline.weigh(about)
    return ledger.weigh(
        [f for f in found if partly.isdisjoint(f.claims) or not any((f.kind, ref) in had for ref in f.claims)],
        [*outdated, *(d for d, f in before.items() if refs.keys() >= {*f.claims} and partly.isdisjoint(f.claims))],
    )

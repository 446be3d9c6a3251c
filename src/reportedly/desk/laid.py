"""What people decided, laid over the readings that it touches: few, whatever the size of the ledger."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec.structs import replace

from reportedly import pipeline
from reportedly.desk.groups import grouped, listed
from reportedly.findings import References
from reportedly.ledger import Happening, View
from reportedly.model import Claim, Finding, Incident, Reading
from reportedly.review import reading_of, reviewed, touched


class Laid:
    """The readings near what people decided, as they were read (``before``) and as people left them (``after``).

    They are all reports that a decision is about, and all that tell of an incident which is another thereby
    (``incidents``). Every other reading and incident of the view is as the ledger has it. Reports of which a claim is
    another (``changed``) are checked anew against ``references``.
    """

    def __init__(
        self,
        view: View,
        references: References,
        decided: View | None = None,
        known: Mapping[str, Reading] | None = None,
    ) -> None:
        self._references = references
        named = touched(view, decided)
        self.before = _read(view, named.reports, known or {})
        self.reviewed = reviewed(view, decided, list(self.before.values()))
        after = {r.report.id: r for r in self.reviewed.readings}
        self.hidden = self.reviewed.hidden
        then, now = _claims(self.before.values()), _claims(map(self.kept, after.values()))
        self.differ = frozenset(ref for ref in then if then[ref] != now.get(ref))
        claims = (c for ref in self.differ for c in (then[ref], now.get(ref)) if c is not None)
        self.incidents = frozenset(c.incident for c in claims if c.incident)
        other = (ref for ref in self.differ if ref not in now or _said(then[ref]) != _said(now[ref]))
        self.changed = frozenset(ref.rpartition("#")[0] for ref in other)
        self.labels = named.incidents | self.incidents
        more = {c.report for some in view.lists.members(self.incidents).values() for c in some} - self.before.keys()
        self.before = _read(view, self.before.keys() | more, {**(known or {}), **self.before})
        self.after = {name: after.get(name, reading) for name, reading in self.before.items()}
        self.rows = view.lists.rows(self.before)

    @cached_property
    def checked(self) -> dict[str, tuple[Finding, ...]]:
        """What the reports of which a claim is another show by themselves now."""
        some = (self.kept(self.after[name]) for name in self.after if name in self.changed)
        return {r.report.id: pipeline.check(r, self._references).findings for r in some}

    def kept(self, reading: Reading) -> Reading:
        """A reading without the claims that an editor rejected or hid."""
        if not any(f"{reading.report.id}#{c.id}" in self.hidden for c in reading.claims):
            return reading
        claims = (c for c in reading.claims if f"{reading.report.id}#{c.id}" not in self.hidden)
        return replace(reading, claims=tuple(claims))

    @cached_property
    def counting(self) -> tuple[Reading, ...]:
        """All readings here without what is hidden."""
        return tuple(map(self.kept, self.after.values()))

    @cached_property
    def told(self) -> dict[str, Incident]:
        """The incidents that are others thereby."""
        return {i.id: i for i in grouped(self.counting) if i.id in self.incidents}

    @cached_property
    def happenings(self) -> dict[str, Happening]:
        """The same as lists show them."""
        return {label: listed(incident, self.counting) for label, incident in self.told.items()}

    @cached_property
    def known(self) -> frozenset[str]:
        """The claims that findings across reports are weighed anew over: of incidents that are others thereby."""
        some = (*self.before.values(), *self.counting)
        return self.differ | {f"{r.report.id}#{c.id}" for r in some for c in r.claims if c.incident in self.incidents}

    @cached_property
    def anew(self) -> tuple[Finding, ...]:
        """The findings across reports that come in the place of those about these claims."""
        near = [only for r in self.counting if (only := self._known(r)).claims] if self.differ else []
        return pipeline.weigh(near) if len(near) > 1 else ()

    def _known(self, reading: Reading) -> Reading:
        return replace(reading, claims=tuple(c for c in reading.claims if f"{reading.report.id}#{c.id}" in self.known))


def _read(view: View, names: Iterable[str], known: Mapping[str, Reading]) -> dict[str, Reading]:
    """The latest of some readings in the order in which they came, as they were read."""
    current = view.lists.current(set(names))
    new = view.readings([name for name in current if name not in known])
    some = {**known, **{reading.report.id: reading for reading in new}}
    found = ((name, some.get(name) or reading_of(view, name)) for name in current)
    return {name: reading for name, reading in found if reading is not None}


def _claims(readings: Iterable[Reading]) -> dict[str, Claim]:
    return {f"{r.report.id}#{c.id}": c for r in readings for c in r.claims}


def _said(claim: Claim) -> Claim:
    return replace(claim, incident=None)

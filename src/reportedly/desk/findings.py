"""Findings as they stand: those on record, less what people set aside or changed, and what is found anew thereby."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain

from msgspec import structs

from reportedly.desk.laid import Laid
from reportedly.ledger import Changes, View
from reportedly.ledger.lists import Noted
from reportedly.model import Finding, Reading
from reportedly.review.judging import signature

_AFTER_ALL = 10**17
"""The row, in a cursor, of the first finding that is found anew and on no record."""


class NamedFinding(Finding, frozen=True, kw_only=True):
    """A finding with the ``digest`` by which a decision names it (``finding:DIGEST``)."""

    digest: str


def named(finding: Finding) -> NamedFinding:
    """A finding with its digest."""
    return NamedFinding(**structs.asdict(finding), digest=signature(finding))


class Findings:
    """The findings of one state of a ledger, as people left them (``laid``)."""

    def __init__(
        self, view: View, laid: Laid, numbers: Changes, readings: Callable[[Iterable[str]], Collection[Reading]]
    ) -> None:
        self._view = view
        self._laid = laid
        self._numbers = numbers
        self._readings = readings

    # Lists

    def all(self, kind: str, after: int, limit: int) -> Iterator[tuple[int, Finding]]:
        """All findings after a row in the order in which they were made, with their rows; those made anew last."""
        last = after
        while some := self._view.lists.findings(kinds=[kind] if kind else (), after=last, limit=limit):
            yield from ((one.row, one.finding) for one in some if self._holds(one))
            last = some[-1].row
        anew = (f for f in (*self.anew, *self._own_anew) if kind in ("", f.kind))
        yield from ((row, f) for row, f in enumerate(anew, _AFTER_ALL) if row > after)

    def across(self, *, relation: str | None = None, limit: int | None = None) -> Iterator[Finding]:
        """The findings across reports, those weighed anew over what people touched first, the gravest first of each."""
        yield from (f for f in self.anew if relation in (None, f.relation))
        for severity in ("error", "warning", "note"):
            some = self._view.lists.findings(
                across=True, relation=relation, severity=severity, limit=None if limit is None else limit + self._few
            )
            yield from self._held(some)

    def latest(self, kinds: Collection[str], limit: int) -> list[Finding]:
        """The findings of some kinds that were made last, the earliest of them first."""
        anew = [f for f in (*self.anew, *self._own_anew) if f.kind in kinds]
        some = self._view.lists.findings(kinds=kinds, latest=True, limit=limit + self._few)
        return [*self._held(some), *anew][:limit][::-1]

    def severities(self) -> Counter[str]:
        """How many findings of each severity there are."""
        found = Counter({severity: n for (severity,), n in self._numbers.findings.items()})
        found.subtract(f.severity for f in self.dropped)
        found.update(f.severity for f in (*self.anew, *self._own_anew))
        return found

    # About something

    def own(self, reading: Reading) -> tuple[Finding, ...]:
        """What a report shows by itself."""
        return self._but_aside(self._laid.checked.get(reading.report.id, reading.findings))

    def about(self, reading: Reading) -> list[Finding]:
        """The findings across reports about the claims of a report."""
        return self._across_about([reading.report.id])

    def across_of(self, reports: Collection[str], claims: Collection[str]) -> list[Finding]:
        """The findings across some reports that are about some of their claims."""
        return [f for f in self._across_about(reports) if not set(claims).isdisjoint(f.claims)]

    def all_about(self, refs: Collection[str]) -> list[Finding]:
        """All findings about some claims: across reports first."""
        reports = dict.fromkeys(map(_report, refs))
        own = (f for r in self._readings(reports) for f in r.findings if not set(refs).isdisjoint(f.claims))
        return [*self.across_of(reports, refs), *own]

    def aside(self, refs: Collection[str]) -> list[Finding]:
        """The findings about some claims that an editor set aside."""
        return [f for f in self._judged if self._laid.reviewed.is_aside(f) and not set(refs).isdisjoint(f.claims)]

    def signed(self, decided: Laid) -> list[Finding]:
        """The findings that an editor signed off. ``decided``: what people decided by now."""
        return [f for f in self._judgeable(decided) if decided.reviewed.is_signed(f)]

    def named(self, name: str) -> Finding | None:
        """The finding of a signature, set aside or not; ``None`` where there is none now."""
        recorded = (one.finding for one in self._view.lists.findings(digests=[name]) if self._stands(one))
        return next((f for f in self._found_anew if signature(f) == name), None) or next(recorded, None)

    # What became of those on record

    @cached_property
    def dropped(self) -> tuple[Finding, ...]:
        """The findings on record that no longer hold because of what people decided."""
        if not self._laid.differ and not self._laid.reviewed.judged_findings:
            return ()
        found = self._view.lists.findings_about(self._laid.before, across=False)
        return tuple(one.finding for one in found if not self._holds(one))

    @cached_property
    def anew(self) -> tuple[Finding, ...]:
        """The findings across reports that come in the place of those about what people touched."""
        return self._but_aside(self._laid.anew)

    @cached_property
    def _own_anew(self) -> tuple[Finding, ...]:
        return self._but_aside(chain.from_iterable(self._laid.checked.values()))

    @cached_property
    def _found_anew(self) -> tuple[Finding, ...]:
        """All that was found anew, set aside or not."""
        return (*self._laid.anew, *chain.from_iterable(self._laid.checked.values()))

    @cached_property
    def _few(self) -> int:
        """How many findings on record no longer hold because of what people decided."""
        return len(self.dropped)

    @cached_property
    def _judged(self) -> list[Finding]:
        return list(self._judgeable(self._laid))

    def _judgeable(self, decided: Laid) -> Iterator[Finding]:
        """The findings that stand, or stood before they were set aside, of reports with a finding that was judged."""
        marks = decided.reviewed.judged_findings
        reports = dict.fromkeys(_report(ref) for one in marks for ref in sorted(one.claims))
        if reports:
            yield from self._found_anew
            recorded = self._view.lists.findings_about(reports, across=False)
            yield from (one.finding for one in recorded if self._stands(one))

    def _across_about(self, reports: Collection[str]) -> list[Finding]:
        wanted = set(reports)
        anew = [f for f in self.anew if any(_report(ref) in wanted for ref in f.claims)]
        return anew + list(self._held(self._view.lists.findings_about(reports)))

    def _held(self, some: Iterable[Noted]) -> Iterator[Finding]:
        return (one.finding for one in some if self._holds(one))

    def _holds(self, one: Noted) -> bool:
        return self._stands(one) and not self._laid.reviewed.is_aside(one.finding)

    def _stands(self, one: Noted) -> bool:
        """Whether a finding on record is about what is still so beside what people decided of its claims."""
        if one.report is not None:
            return one.report not in self._laid.changed
        return self._laid.known.isdisjoint(one.finding.claims)

    def _but_aside(self, some: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(f for f in some if not self._laid.reviewed.is_aside(f))


def _report(ref: str) -> str:
    return ref.rpartition("#")[0]

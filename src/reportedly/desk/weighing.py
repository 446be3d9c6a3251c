"""Findings across reports after people decided: only incidents that they touched are weighed anew."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reportedly import pipeline
from reportedly.model import Claim, Finding, Reading


def across(recorded: Iterable[Finding], before: Sequence[Reading], counting: Sequence[Reading]) -> tuple[Finding, ...]:
    """The findings on record, but for incidents of claims that differ between ``before`` and ``counting``."""
    then, now = _claims(before), _claims(counting)
    differ = {ref for ref in then.keys() | now.keys() if then.get(ref) != now.get(ref)}
    touched = {c.incident for ref in differ for c in (then.get(ref), now.get(ref)) if c is not None and c.incident}
    if not differ:
        return tuple(recorded)
    known = {ref for claims in (then, now) for ref, c in claims.items() if c.incident in touched} | differ
    near = [_only(r, known) for r in counting if any(f"{r.report.id}#{c.id}" in known for c in r.claims)]
    anew = pipeline.weigh(near) if len(near) > 1 else ()
    return (*anew, *(f for f in recorded if known.isdisjoint(f.claims)))


def _claims(readings: Sequence[Reading]) -> dict[str, Claim]:
    return {f"{r.report.id}#{c.id}": c for r in readings for c in r.claims}


def _only(reading: Reading, known: set[str]) -> Reading:
    return replace(reading, claims=tuple(c for c in reading.claims if f"{reading.report.id}#{c.id}" in known))

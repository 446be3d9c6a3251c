"""`internal_contradiction`: one report against itself, in one voice.

Definition: damage denied or not reported at a place, and damage or a fire there affirmed by the same voice, at a time
that does not exclude it; both name one facility or one target. Casualties are left out: "no one was hurt" is mostly
of one house or car among several.
Source: copy-editing practice.

Flags: "No damage was recorded at the plant, although a fire burned across 600 square metres of a workshop."
Flags: "Повреждений нет", and further on in the same voice "на заводе пожар"
Does not flag: "No damage, the governor said; residents filmed a fire" (two voices) · no casualties in one town, three
hurt in another
"""

from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.references import References
from reportedly.findings.sameness import time_fits
from reportedly.findings.speakers import same_speaker, speaker
from reportedly.findings.wording import named
from reportedly.model import Claim, Finding, Reading

CODES = ("internal_contradiction.none_and_some",)
PAIRWISE = True
_AGAINST = {"damage": ("damage", "fire"), "fire": ("fire",)}
_CONTRAST = 60
"""Closer than this, "damaged, not destroyed" is a contrast and no contradiction."""
_NEAR = 400
"""Code points within which a denial and what it denies are taken to be of one happening."""


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each contradiction."""
    claims = in_order(reading)
    for none in claims:
        if none.polarity not in ("denied", "not_reported") or none.event not in _AGAINST or none.quantities:
            continue
        if not has(reading, evidence(reading, none), "NO_DAMAGE"):
            continue
        some = next((c for c in claims if c is not none and _against(none, c)), None)
        if some:
            yield finding(
                reading,
                CODES[0],
                (none, some),
                severity="error",
                relation="conflict",
                attribute=some.event,
                by=named(speaker(none)),
            )


def _against(none: Claim, some: Claim) -> bool:
    return (
        some.polarity == "affirmed"
        and some.certainty == "certain"
        and some.event in _AGAINST[none.event]
        and same_speaker(none, some)
        and _one_object(none, some)
        and _same_time(none, some)
        and abs(none.start - some.start) <= _NEAR
        and _same_kind_of_harm(none, some)
    )


def _one_object(one: Claim, two: Claim) -> bool:
    """Whether both claims name one facility, or one and the same target."""
    objects = [{p.name or p.text for p in c.places if p.kind == "facility"} for c in (one, two)]
    targets = [c.target.name.lower() for c in (one, two) if c.target]
    return bool(objects[0] & objects[1]) or (len(targets) == 2 and targets[0] == targets[1])


def _same_time(one: Claim, two: Claim) -> bool:
    return time_fits(one, two) and (one.time is None) == (two.time is None)


def _same_kind_of_harm(none: Claim, some: Claim) -> bool:
    if none.event != some.event:
        return True
    same = none.target is None or some.target is None or none.target.name == some.target.name
    return same and abs(none.start - some.end) > _CONTRAST

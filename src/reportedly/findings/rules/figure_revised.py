"""`figure_revised`: a later figure for the same thing that replaces an earlier one.

Definition: two or more figures of one kind and sort, places and times not excluding each other, which differ and
are either the same
speaker's, or told as earlier and later ("had earlier put the toll at 31", "rose to 21", "UPD"), or stand under
different
clock stamps of a live report.
Source: newsroom practice on tolls; UCDP notes on as-of dates.

Flags: "11 deaths on Tuesday evening, 17 in the morning, he said" · "Ранее мэр писал о 69 дронах, позднее он назвал
цифру 74"
Does not flag: "two injured, the governor said; three, by the Baza channel" (`count_conflict`) · "three killed, two
of them children"
"""

import re
from collections.abc import Iterator

from reportedly.findings.context import evidence, has, in_order
from reportedly.findings.draft import finding
from reportedly.findings.figures import best, main_figures, same_things, shown
from reportedly.findings.references import References
from reportedly.findings.sameness import place_fits, time_fits
from reportedly.findings.speakers import same_speaker, speaker
from reportedly.model import Claim, Finding, Position, Quantity, Reading

CODES = ("figure_revised.same_speaker", "figure_revised.updated")

_COUNTED = frozenset(
    {"killed", "injured", "missing", "detained", "intercepted", "launched", "damaged", "destroyed", "area_m2"}
)
_CLOCK = re.compile(r"(?:^|\n)[^\n]{0,12}?\b([0-2]?\d:[0-5]\d)\b")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each kind of figure that a report revises, earliest first."""
    claims = [
        c
        for c in in_order(reading)
        if c.polarity == "affirmed" and c.event in ("casualties", "interception", "strike", "damage", "fire")
    ]
    done: set[str] = set()
    for n, one in enumerate(claims):
        if one.id in done:
            continue
        group = [one]
        for two in claims[n + 1 :]:
            if two.id not in done and any(revises(reading, g, two) for g in group):
                group.append(two)
        if len(group) > 1:
            done |= {c.id for c in group}
            yield _found(reading, group)


def revises(reading: Reading, one: Claim, two: Claim) -> bool:
    """Whether two claims give an earlier and a later figure of one thing."""
    if one.id == two.id or not place_fits(one, two) or not time_fits(one, two):
        return False
    pair = differing(one, two)
    if pair is None:
        return False
    if _told_as_revision(reading, one, two):
        return True
    stamps = {_stamp(reading, one), _stamp(reading, two)}
    return len(stamps) == 2 and None not in stamps


def differing(one: Claim, two: Claim) -> tuple[Quantity, Quantity] | None:
    """The first pair of figures of one kind and sort in which the claims differ."""
    for a in main_figures(one):
        for b in main_figures(two):
            if a.of == b.of and a.of in _COUNTED and same_things(a, b):
                return (a, b) if best(a) != best(b) else None
    return None


def _told_as_revision(reading: Reading, one: Claim, two: Claim) -> bool:
    words = (evidence(reading, one), evidence(reading, two))
    early = any(has(reading, w, "EARLIER") for w in words)
    late = any(has(reading, w, "REVISED") for w in words)
    if same_speaker(one, two):
        return early or late
    return late or early


def _stamp(reading: Reading, claim: Claim) -> str | None:
    """The clock stamp at the head of the line in which a claim stands."""
    line = reading.report.text.rfind("\n", 0, claim.start) + 1
    match = _CLOCK.match(reading.report.text, line, min(line + 20, len(reading.report.text)))
    return match.group(1) if match else None


def _found(reading: Reading, group: list[Claim]) -> Finding:
    first = differing(group[0], group[1])
    assert first is not None
    figures = [first[0]] + [
        p[1]
        for c in group[1:]
        for g in [next(g for g in group if g is not c and differing(g, c))]
        if (p := differing(g, c))
    ]
    code = CODES[0] if same_speaker(group[0], group[1]) else CODES[1]
    return finding(
        reading,
        code,
        group,
        severity="note",
        relation="update",
        attribute=first[0].of,
        positions=[
            Position(value=shown(q), by=(speaker(c),), claims=(c.id,)) for c, q in zip(group, figures, strict=False)
        ],
        of=first[0].of,
        values=" → ".join(shown(q) for q in figures),
    )

"""`figure_revised`: a later figure for the same thing that replaces an earlier one.

Definition: two or more figures of one kind and sort, places and times not excluding each other, which differ and are
either the same speaker's, or told as earlier and later ("had earlier put the toll at 31", "rose to 21", "UPD"), or
stand under different clock stamps of a live report.
Source: newsroom practice on tolls; UCDP notes on as-of dates.

Flags: "11 deaths on Tuesday evening, 17 in the morning, he said" · "Ранее мэр писал о 69 дронах, позднее он назвал
цифру 74"
Does not flag: "two injured, the governor said; three, by the Baza channel" (`count_conflict`) · "three killed, two of
them children"
"""

import re
from collections.abc import Iterator
from itertools import combinations

from reportedly.findings.context import around, evidence, first, has, in_order, once, other_years, with_lead
from reportedly.findings.draft import finding
from reportedly.findings.figures import (
    PEOPLE,
    best,
    combatants,
    everybody,
    main_figures,
    same_things,
    shown,
    subset,
    words,
)
from reportedly.findings.references import References
from reportedly.findings.sameness import days_apart, finest, nested, time_fits
from reportedly.findings.speakers import same_speaker, speaker
from reportedly.findings.wording import Held
from reportedly.languages import fold
from reportedly.model import Claim, Finding, Quantity, Reading

CODES = ("figure_revised.same_speaker", "figure_revised.updated")
PAIRWISE = True

_COUNTED = frozenset(
    {"killed", "injured", "missing", "detained", "intercepted", "launched", "damaged", "destroyed", "area_m2"}
)
_EVENTS = ("casualties", "interception", "strike", "damage", "fire")
_DAYS = 3
"""Times of telling drift into casualty claims; a told revision holds over this many days."""
_OPENS = 24
"""Within so many code points of its beginning a claim is told as earlier as a whole."""
_CLOCK = re.compile(r"(?:^|\n)[^\n]{0,12}?\b([0-2]?\d:[0-5]\d)\b")


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each kind of figure that a report revises, earliest first."""
    claims = [c for c in in_order(reading) if c.quantities and c.polarity == "affirmed" and c.event in _EVENTS]
    done: set[str] = set()
    for n, one in enumerate(claims):
        if one.id in done:
            continue
        group, grown = [one], True
        while grown:
            more = [c for c in claims[n + 1 :] if c.id not in done and c not in group]
            more = [c for c in more if any(revises(reading, g, c) for g in group)]
            group += more
            grown = bool(more)
        group.sort(key=lambda c: (not _told_as_earlier(reading, c), c.start))
        if len(group) > 1 or _in_one(reading, one):
            done |= {c.id for c in group}
            yield _found(reading, group)


def _told_as_earlier(reading: Reading, claim: Claim) -> bool:
    """Whether a claim opens with "earlier": its figure comes before those told above it."""
    return first(reading, with_lead(reading, claim)[:_OPENS], "EARLIER") is not None


def revises(reading: Reading, one: Claim, two: Claim) -> bool:
    """Whether two claims give an earlier and a later figure of one thing."""
    if one.id == two.id or not nested(one, two) or differing(one, two) is None:
        return False
    if other_years(reading, one) != other_years(reading, two):
        return False
    if any(has(reading, evidence(reading, c), "MODEL") or _subset_only(reading, c) for c in (one, two)):
        return False
    if days_apart(one, two) <= _DAYS and _told_as_revision(reading, one, two):
        return True
    if not time_fits(one, two):
        return False
    stamps = {_stamp(reading, one), _stamp(reading, two)}
    return len(stamps) == 2 and None not in stamps


def _subset_only(reading: Reading, claim: Claim) -> bool:
    """Whether the first figure of a claim is one of a subset, or on top of another, by the words beside it."""
    figures = main_figures(claim)
    if not figures:
        return False
    close = around(reading, claim, figures[0].span, 14)
    number = fold(figures[0].text)
    before = close[: close.find(number)] if number and number in close else close
    return has(reading, close, "SUBSET") or has(reading, before, "ADDITIVE")


def differing(one: Claim, two: Claim) -> tuple[Quantity, Quantity] | None:
    """The first pair of figures of one kind and sort in which the claims differ."""
    for a in main_figures(one):
        for b in main_figures(two):
            same = a.of == b.of and a.of in _COUNTED and same_things(a, b) and combatants(a) == combatants(b)
            if same and one_area(one, a, two, b):
                return (a, b) if best(a) != best(b) else None
    return _differing_groups(one, two)


def one_area(one: Claim, a: Quantity, two: Claim, b: Quantity) -> bool:
    """A figure of one place meets another of that place, or of a claim on that place alone."""
    if a.place == b.place:
        return True
    if a.place is not None and b.place is not None:
        return False
    placed, open_claim = (a.place, two) if a.place is not None else (b.place, one)
    return len(finest(open_claim)) < 2 or finest(open_claim) == {placed}


def _differing_groups(one: Claim, two: Claim) -> tuple[Quantity, Quantity] | None:
    """One place, or one named group of people ("staff"), in both claims, where the whole figures do not meet."""
    for a in one.quantities:
        for b in two.quantities:
            if a.place is not None and a.place == b.place and a.of == b.of and best(a) != best(b) and same_things(a, b):
                return a, b
            alike = a.of == b.of and a.of in PEOPLE and words(a.item) & words(b.item) and not everybody(a.item)
            if alike and best(a) != best(b) and best(a) and best(b):
                return a, b
    return None


def _told_as_revision(reading: Reading, one: Claim, two: Claim) -> bool:
    first, second = sorted((one, two), key=lambda c: c.start)
    if not same_speaker(one, two) and any(_in_one(reading, c) for c in (one, two)):
        return False
    if any(has(reading, with_lead(reading, c), "EARLIER") for c in (one, two)):
        return True
    if has(reading, with_lead(reading, second), "REVISED"):
        return True
    return bool(one.sources) and same_speaker(one, two) and has(reading, with_lead(reading, first), "REVISED")


@once
def outdated(reading: Reading) -> set[str]:
    """Ids of claims whose figure the report itself revises: all of a group but the one with the highest figure."""
    gone: set[str] = set()
    claims = [c for c in in_order(reading) if c.quantities and c.polarity == "affirmed" and c.event != "assessment"]
    for n, one in enumerate(claims):
        for two in claims[n + 1 :]:
            pair = differing(one, two) if revises(reading, one, two) else None
            if pair:
                gone.add(one.id if (best(pair[0]) or 0) < (best(pair[1]) or 0) else two.id)
    return gone


def _stamp(reading: Reading, claim: Claim) -> str | None:
    """The clock stamp at the head of the line in which a claim stands."""
    line = reading.report.text.rfind("\n", 0, claim.start) + 1
    match = _CLOCK.match(reading.report.text, line, min(line + 20, len(reading.report.text)))
    return match.group(1) if match else None


def _in_one(reading: Reading, claim: Claim) -> tuple[Quantity, Quantity] | None:
    """Two whole figures of one thing in one claim that is told as a revision ("first 69, later 74")."""
    if not has(reading, evidence(reading, claim), "EARLIER", "REVISED"):
        return None
    whole = [
        q for q in claim.quantities if q.part_of is None and q.of in _COUNTED and best(q) is not None and not subset(q)
    ]
    for a, b in combinations(whole, 2):
        if (
            a.of == b.of
            and sum(q.of == a.of for q in claim.quantities) == 2
            and words(a.item) == words(b.item)
            and best(a) != best(b)
            and None in (a.place, b.place)
        ):
            return (b, a) if _replaced(reading, b) else (a, b)
    return None


def _replaced(reading: Reading, q: Quantity) -> bool:
    """Whether a figure is the one that was replaced, by the word before it: "rose to eight from five"."""
    start = q.span[0] if q.span else 0
    return has(reading, fold(reading.report.text[max(0, start - 5) : start]), "FROM")


def _found(reading: Reading, group: list[Claim]) -> Finding:
    told: list[tuple[Claim, Quantity]] = []
    for claim in group:
        inner = _in_one(reading, claim)
        pair = next((p for other in group if other is not claim and (p := differing(claim, other))), None)
        told += [(claim, q) for q in inner] if inner else [(claim, pair[0])] if pair else []
    code = CODES[0] if same_speaker(group[0], group[-1]) else CODES[1]
    return finding(
        reading,
        code,
        group,
        severity="note",
        relation="update",
        attribute=told[0][1].of,
        positions=[Held(value=shown(q), by=(speaker(c),), claims=(c.id,)) for c, q in told],
        of={"topic": told[0][1].of},
        values=" → ".join(shown(q) for _, q in told),
    )

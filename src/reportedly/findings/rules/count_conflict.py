"""`count_conflict`: different figures for the same thing from different voices.

Definition: figures of one kind (killed, injured, area ...) of one sort of things, whose places and times do not
exclude each other, given by different voices and not as a revision of one another. Disjoint figures are an error;
figures that fit ("more than 20", 29) but differ in the number quoted are a warning. Every figure of the matter that
differs is in one finding. A strike told with different numbers of weapons counts as well.
Source: UCDP low / best / high (a range of reported figures is kept, never averaged); interval arithmetic.

Flags: "two were injured, the governor said; the Baza channel spoke of three" · "1,200 square metres ... the channel
gave it as 3,000"
Does not flag: "nine died in the strike, medics said; 54 were killed in the past 24 hours, the ministry said" (one
counts a day, the other one attack) · "two more died" (on top of the others)
Does not flag: "11 dead on Tuesday, 17 in the morning, he said" (`figure_revised`) · "five hurt in Sumy, three in
Kharkiv"
"""

from collections.abc import Iterator
from math import inf

from msgspec import Struct

from reportedly.findings.context import around, evidence, has, in_order, once, other_years, with_lead
from reportedly.findings.draft import finding
from reportedly.findings.figures import PEOPLE, best, combatants, interval, main_figures, same_things, shown
from reportedly.findings.parts import breakdowns
from reportedly.findings.references import References
from reportedly.findings.rules.figure_revised import one_area, outdated, revises
from reportedly.findings.sameness import time_fits
from reportedly.findings.speakers import same_speaker, speaker
from reportedly.findings.wording import Held, named
from reportedly.model import Claim, Finding, Place, Quantity, Reading

CODES = ("count_conflict.apart", "count_conflict.differs")
PAIRWISE = True
YIELDS_TO = ("contradictory_accounts",)

_COUNTED = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "detained",
        "launched",
        "intercepted",
        "hit",
        "damaged",
        "destroyed",
        "explosions",
        "area_m2",
    }
)
_NEAR = 4
"""Claims without a place in common are on one matter only this close to each other."""
_THINGS = frozenset({"hit", "damaged", "destroyed"})
_TALLIED = frozenset({"launched", "intercepted"})
_LONG_SCOPES = frozenset({"day", "period", "cumulative"})
_BESIDE = 12
"""How many code points around a figure can say that it comes on top."""
_TWO_KINDS_OF_DEAD = frozenset({"killed", "injured"})


class Told(Struct, frozen=True):
    """A figure with the claim that gives it."""

    claim: Claim
    figure: Quantity


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """One finding for each matter on which voices differ."""
    told = _told(reading)
    together = [{c.id for c in b.claims} for b in breakdowns(reading)]
    used: set[str] = set()
    for n, one in enumerate(told):
        if one.claim.id in used:
            continue
        group = _group(reading, one, [t for t in told[n + 1 :] if t.claim.id not in used], together)
        claims = {t.claim.id for t in group}
        if len(claims) > 1:
            group += [t for t in told if t not in group and any(_alongside(g, t) for g in group)]
            claims |= {t.claim.id for t in group}
            used |= claims
            yield _found(reading, group)
    yield from _in_one(reading, used)


def _in_one(reading: Reading, used: set[str]) -> Iterator[Finding]:
    """Claims that give two figures of one thing as two accounts ("by some data six, by other data three")."""
    for claim in in_order(reading):
        for of in _COUNTED if has(reading, evidence(reading, claim), "CONTRAST_ACCOUNTS") else ():
            figures = [q for q in claim.quantities if q.of == of and q.part_of is None and best(q) is not None]
            alike = len(figures) == 2 and best(figures[0]) != best(figures[1]) and same_things(*figures)
            if alike and claim.id not in used and None in (figures[0].place, figures[1].place):
                yield _found(reading, [Told(claim, q) for q in figures])
                break


def _group(reading: Reading, one: Told, others: list[Told], together: list[set[str]]) -> list[Told]:
    """Everything that conflicts with one figure, or with one that does."""
    group = [one]
    grown = True
    while grown:
        more = [
            t
            for t in others
            if t not in group
            and any(
                _conflict(reading, g, t) and not any({g.claim.id, t.claim.id} <= ids for ids in together) for g in group
            )
        ]
        group += more
        grown = bool(more)
    return group


def _alongside(one: Told, two: Told) -> bool:
    """Another figure of weapons in the same speaker's account, which has to be laid beside the first ("three",
    "two").
    """
    both = one.figure.of == two.figure.of == "launched" and bool(one.claim.sources)
    return (
        both and same_speaker(one.claim, two.claim) and same_things(one.figure, two.figure) and two.figure.place is None
    )


def _told(reading: Reading) -> list[Told]:
    claims = [c for c in in_order(reading) if c.polarity == "affirmed" and c.event != "assessment"]
    gone = outdated(reading)
    claims = [c for c in claims if c.id not in gone and not has(reading, evidence(reading, c), "MODEL")]
    return [Told(c, q) for c in claims for q in _figures(reading, c)]


def _figures(reading: Reading, claim: Claim) -> Iterator[Quantity]:
    if has(reading, evidence(reading, claim), "RECOVERED"):
        return
    seen: set[str] = set()
    for q in main_figures(claim):
        if has(reading, around(reading, claim, q.span), "SUBSET") and len(claim.quantities) == 1:
            continue
        if _on_top(reading, claim, q) and any(
            b.of == q.of for c in in_order(reading) if c.start < claim.start for b in c.quantities
        ):
            continue
        if q.of in _COUNTED and q.of not in seen and q.value != 0:
            seen.add(q.of)
            yield q
    if claim.event == "strike" and claim.certainty == "certain" and "launched" not in seen and "hit" not in seen:
        for w in claim.weapons:
            if w.count and w.type in ("drone", "missile"):
                yield Quantity(of="launched", item=f"{w.type}s", value=w.count, text=str(w.count), whom="weapon")
                return


def _on_top(reading: Reading, claim: Claim, q: Quantity) -> bool:
    """Whether a figure comes on top of others by the words beside it ("two more people died"), and is no total."""
    if q.span is None:
        return False
    left, right = (around(reading, claim, (at, at), _BESIDE) for at in q.span)
    return has(reading, left[: q.span[0] - max(claim.start, q.span[0] - _BESIDE)], "ADDITIVE") or has(
        reading, right[-_BESIDE:], "MORE"
    )


def _conflict(reading: Reading, one: Told, two: Told) -> bool:
    a, b = one.claim, two.claim
    if a.id == b.id or same_speaker(a, b) and not _two_accounts(reading, a, b):
        return False
    if not same_things(one.figure, two.figure) or best(one.figure) == best(two.figure):
        return False
    if not (a.sources and b.sources) and _compatible(one.figure, two.figure):
        return False
    if "weapon" in (one.figure.whom, two.figure.whom) and not (a.sources and b.sources and _unknown_or_shared(a, b)):
        return False
    if one.figure.of in PEOPLE and (one.figure.scope in _LONG_SCOPES) != (two.figure.scope in _LONG_SCOPES):
        return False
    if other_years(reading, a) != other_years(reading, b) or not one_area(a, one.figure, b, two.figure):
        return False
    if one.figure.of in _THINGS and not (one.figure.item and two.figure.item):
        return False
    if one.figure.of in _TWO_KINDS_OF_DEAD and combatants(one.figure) != combatants(two.figure):
        return False
    if _claims_apart(reading, a, b) <= 2 and has(reading, with_lead(reading, b), "CONTRAST_ACCOUNTS"):
        return time_fits(a, b) and not revises(reading, a, b)
    unknown = any(p.name is None for c in (a, b) for p in c.places)
    near = unknown or bool(_known(a) & _known(b)) or _claims_apart(reading, a, b) <= _NEAR
    return near and _places_meet(a, b) and time_fits(a, b) and not revises(reading, a, b)


def _claims_apart(reading: Reading, one: Claim, two: Claim) -> int:
    order = _order(reading)
    return abs(order[one.id] - order[two.id])


@once
def _order(reading: Reading) -> dict[str, int]:
    return {c.id: n for n, c in enumerate(in_order(reading))}


def _compatible(one: Quantity, two: Quantity) -> bool:
    """Whether a bare lower bound ("passing 1,000") or "several" leaves room for the other figure."""
    a, b = interval(one), interval(two)
    if a is None or b is None or a.disjoint(b):
        return False
    return inf in (a.high, b.high) or any(
        q.value is None and q.low is not None and q.high is not None for q in (one, two)
    )


def _unknown_or_shared(one: Claim, two: Claim) -> bool:
    """Whether the claims share a settlement or facility, or one of them has a place that nobody knows."""
    if any(p.name is None for c in (one, two) for p in c.places):
        return True
    fine = [{p.name for p in c.places if p.kind in ("settlement", "facility")} for c in (one, two)]
    return bool(fine[0] & fine[1])


def _two_accounts(reading: Reading, one: Claim, two: Claim) -> bool:
    """Two figures in the publisher's voice that the text sets side by side ("by some accounts ... by others")."""
    return not one.sources and not two.sources and has(reading, evidence(reading, two), "CONTRAST_ACCOUNTS")


def _places_meet(one: Claim, two: Claim) -> bool:
    a, b = _known(one), _known(two)
    if not a or not b:
        tallied = any(q.of in _TALLIED for c in (one, two) for q in c.quantities)
        return not tallied or bool(one.places and two.places)
    return bool(a & b)


def _known(claim: Claim) -> set[str]:
    """Names of the places where it happened; a place that nobody knows excludes nothing."""
    chosen: tuple[Place, ...] = tuple(p for p in claim.places if p.role in (None, "at", "over", "near")) or claim.places
    return {p.name for p in chosen if p.name}


def _found(reading: Reading, group: list[Told]) -> Finding:
    spans = [i for t in group if (i := interval(t.figure))]
    disjoint = any(a.disjoint(b) for n, a in enumerate(spans) for b in spans[n + 1 :])
    return finding(
        reading,
        CODES[0] if disjoint else CODES[1],
        [t.claim for t in group],
        severity="error" if disjoint else "warning",
        relation="conflict" if disjoint else "compatible",
        attribute=group[0].figure.of,
        positions=[Held(value=shown(t.figure), by=(speaker(t.claim),), claims=(t.claim.id,)) for t in group],
        of={"topic": group[0].figure.of},
        values=[{"code": "told", "value": shown(t.figure), "by": named(speaker(t.claim))} for t in group],
    )

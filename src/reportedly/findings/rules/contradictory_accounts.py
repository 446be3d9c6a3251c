"""`contradictory_accounts`: accounts of what happened that exclude each other, by different sources.

Definition, four pairs, times and places not excluding each other: a hit affirmed / only debris fell; a place taken /
fighting goes on there; fighters killed / people of the town killed, in figures that cannot both be the toll; a
military / a civilian target.
Source: "Contested" in Airwars' grading; practice of open-source researchers.

Flags: "The General Staff said it struck the depot ... the governor said debris fell on a site" · "took control of the
camp ... clashes go on at its edge"
Does not flag: "The ministry said 60 drones were downed; debris damaged a roof" (no hit claimed) · two figures of one
toll (`count_conflict`)
"""

from collections.abc import Iterator
from itertools import combinations

from reportedly.findings.context import evidence, has, in_order, sentence
from reportedly.findings.draft import finding
from reportedly.findings.figures import best, combatants, main_figures
from reportedly.findings.references import References
from reportedly.findings.rules.cause_stated_as_debris import by_debris
from reportedly.findings.rules.figure_revised import revises
from reportedly.findings.sameness import days_apart, place_fits, same_place, time_fits
from reportedly.findings.speakers import same_speaker, side, speaker
from reportedly.findings.wording import Held, named, stand
from reportedly.model import Claim, Finding, Reading

CODES = (
    "contradictory_accounts.strike_or_debris",
    "contradictory_accounts.taken_or_fought_over",
    "contradictory_accounts.who_was_killed",
    "contradictory_accounts.what_was_hit",
)
PAIRWISE = True


def find(reading: Reading, references: References) -> Iterator[Finding]:
    """At most one finding for each pair of accounts."""
    claims = [c for c in in_order(reading) if c.event != "assessment"]
    yield from _debris(reading, claims, references)
    yield from _taken(reading, claims)
    yield from _killed(reading, claims, references)


def _meet(one: Claim, two: Claim) -> bool:
    return not same_speaker(one, two) and time_fits(one, two)


def _debris(reading: Reading, claims: list[Claim], references: References) -> Iterator[Finding]:
    fallen = [c for c in claims if c.sources and by_debris(reading, c)]
    hits = [c for c in claims if c.event == "strike" and c.polarity == "affirmed" and c.sources]
    for low in fallen:
        own = side(reading, low, references)
        fitting = [h for h in hits if _meet(h, low) and _target_named(h) and _one_site(h, low)]
        fitting.sort(key=lambda h: side(reading, h, references) in (None, own))
        if fitting:
            yield _pair(reading, CODES[0], fitting[:1], [low], attribute="target")
            return


def _one_site(hit: Claim, low: Claim) -> bool:
    """Whether a hit on a named facility, or at a place in common, can be what fell as debris."""
    return any(p.kind == "facility" for p in hit.places) or same_place(hit, low)


def _target_named(claim: Claim) -> bool:
    return claim.target is not None or any(p.kind == "facility" for p in claim.places)


def _taken(reading: Reading, claims: list[Claim]) -> Iterator[Finding]:
    if any(c.event == "capture" and c.polarity == "denied" for c in claims):
        return
    taken = [c for c in claims if c.event == "capture" and c.polarity == "affirmed"]
    fought = [
        c for c in claims if c.event in ("clash", "capture") and has(reading, evidence(reading, c), "STILL_FIGHTING")
    ]
    for one in taken:
        against = next((c for c in fought if c is not one and _meet(one, c) and place_fits(one, c)), None)
        if against and one.sources and against.sources:
            yield _pair(reading, CODES[1], [one], [against], attribute="actor")
            return


def _killed(reading: Reading, claims: list[Claim], references: References) -> Iterator[Finding]:
    military = [c for c in claims if _fighters_killed(reading, c)]
    people = [
        c
        for c in claims
        if c not in military and c.polarity == "affirmed" and any(q.of == "killed" for q in main_figures(c))
    ]
    for one, two in ((m, p) for m in military for p in people):
        sides = {side(reading, one, references), side(reading, two, references)}
        in_battle = any(same_speaker(c, one) and _fought(reading, c) for c in claims)
        if (
            not same_speaker(one, two)
            and days_apart(one, two) <= 1
            and same_place(one, two)
            and _tolls_differ(one, two)
            and not revises(reading, one, two)
            and len(sides) > 1
            and not in_battle
        ):
            targets = _targets(reading, claims, one)
            code = CODES[3] if len(targets) > 1 else CODES[2]
            yield _pair(reading, code, [one, *targets[:1]], [two, *targets[1:]], attribute="killed")
            return


def _tolls_differ(one: Claim, two: Claim) -> bool:
    """Whether the numbers of killed are not the same: one dead serviceman may be the one dead."""
    tolls = [{best(q) for q in c.quantities if q.of == "killed"} for c in (one, two)]
    return tolls[0].isdisjoint(tolls[1])


def _fought(reading: Reading, claim: Claim) -> bool:
    """Whether a claim tells of a battle, in which both sides have dead of their own."""
    return claim.event == "clash" or has(reading, evidence(reading, claim), "STILL_FIGHTING")


def _fighters_killed(reading: Reading, claim: Claim) -> bool:
    figures = [q for q in claim.quantities if q.of == "killed"]
    if claim.polarity != "affirmed" or not figures or claim.event != "casualties":
        return False
    if any(combatants(q) for q in figures) or has(reading, evidence(reading, claim), "MILITARY_TARGET"):
        return True
    own = [c for c in reading.claims if c.event == "strike" and same_speaker(c, claim)]
    own = [c for c in own if sentence(reading, c) == sentence(reading, claim)]
    return any(has(reading, evidence(reading, c), "MILITARY_TARGET") for c in own)


def _targets(reading: Reading, claims: list[Claim], military: Claim) -> list[Claim]:
    """The strike told by the speaker of the military toll, and a strike on something civilian told by another one."""
    found: list[Claim] = []
    strikes = [c for c in claims if c.event == "strike" and c.polarity == "affirmed"]
    for c in strikes:
        if same_speaker(c, military) and has(reading, evidence(reading, c), "MILITARY_TARGET"):
            found.append(c)
            break
    for a, b in combinations(strikes, 2):
        other = next((c for c in (a, b) if c not in found and not same_speaker(c, military)), None)
        if found and other and has(reading, evidence(reading, other), "CIVILIAN_TARGET"):
            found.append(other)
            break
    return found


def _pair(reading: Reading, code: str, one: list[Claim], two: list[Claim], attribute: str) -> Finding:
    return finding(
        reading,
        code,
        [*one, *two],
        severity="error",
        relation="conflict",
        attribute=attribute,
        positions=[
            Held(value=stand("one"), by=(speaker(one[0]),), claims=tuple(c.id for c in one)),
            Held(value=stand("other"), by=(speaker(two[0]),), claims=tuple(c.id for c in two)),
        ],
        one=named(speaker(one[0])),
        other=named(speaker(two[0])),
    )

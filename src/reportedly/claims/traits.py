"""What the rules know of each reading that bears on whether it is right: words such as ``event=strike``, ``own=no``.

Nothing here looks at the world, only at the claim, its neighbours and its report. ``claims.confidence`` weighs them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.model import Claim, Place, Quantity, Report, Source, Span, TimeSpan, Weapon

Traits = tuple[str, ...]
SLOTS = ("claim", "sources", "places", "time", "quantities", "weapons")
"""The slots that get a confidence; ``claim`` is the claim itself with its event."""


class Neighbours:
    """What the other claims of a report say about one: counted once for the whole report."""

    def __init__(self, report: Report, claims: Sequence[Claim]) -> None:
        self.dated = "no" if report.published is None else "yes"
        self.published = (report.published or "")[:10]
        self.length = _band(len(report.text), 600, 2000)
        self.claims = _band(len(claims), 6, 15)
        self.times = Counter(c.time.span for c in claims if c.time)
        self.places = _band(len({p.name for c in claims for p in c.places}), 3, 7)


def of_claims(report: Report, claims: Sequence[Claim]) -> Iterator[list[tuple[str, int, Traits]]]:
    """For each claim in order: slot, index in the slot, and traits of each of its readings."""
    around = Neighbours(report, claims)
    told: Counter[str] = Counter()
    for claim in claims:
        yield list(_of_claim(claim, around, told[claim.event]))
        told[claim.event] += 1


def _of_claim(claim: Claim, around: Neighbours, told: int) -> Iterator[tuple[str, int, Traits]]:
    yield "claim", 0, _claim(claim, around, told)
    shared = (f"event={claim.event}", f"basis={_basis(claim)}", f"language={claim.language}")
    for k, source in enumerate(claim.sources):
        yield "sources", k, (*_source(claim, source, k), shared[-1])
    for k, place in enumerate(claim.places):
        yield "places", k, (*_place(claim, place, k, around), *shared)
    if claim.time is not None:
        yield "time", 0, (*_time(claim, claim.time, around), *shared)
    for k, quantity in enumerate(claim.quantities):
        yield "quantities", k, (*_quantity(claim, quantity), *shared)
    for k, weapon in enumerate(claim.weapons):
        yield "weapons", k, (*_weapon(claim, weapon), *shared)


def _claim(claim: Claim, around: Neighbours, told: int) -> Traits:
    basis = _basis(claim)
    places = {_whose(claim, p.span) for p in claim.places}
    return (
        f"event={claim.event}",
        f"basis={basis}",
        f"basis={basis},event={claim.event}",
        f"language={claim.language}",
        f"evidence={_band(claim.end - claim.start, 60, 140)}",
        f"sourced={_yes(claim.sources)}",
        f"time={_whose(claim, claim.time.span) if claim.time else 'none'}",
        f"place={'own' if 'own' in places else 'carried' if places else 'none'}",
        f"counted={_yes(claim.quantities)}",
        f"armed={_yes(claim.weapons)}",
        f"compared={_yes(claim.comparison)}",
        f"target={_yes(claim.target)}",
        f"polarity={claim.polarity}",
        f"certainty={claim.certainty}",
        f"told={min(told, 2)}",
        f"claims={around.claims}",
        f"report={around.length}",
    )


def _source(claim: Claim, source: Source, k: int) -> Traits:
    return (
        f"named={source.named}",
        f"act={source.act}",
        f"kind={source.kind}",
        f"own={_whose(claim, source.span)}",
        f"chain={min(len(claim.sources), 3)}",
        f"outermost={'yes' if k == 0 else 'no'}",
        f"cue={_yes(source.cue)}",
    )


def _place(claim: Claim, place: Place, k: int, around: Neighbours) -> Traits:
    own = _whose(claim, place.span)
    sure = "none" if place.confidence is None else _band(round(100 * place.confidence), 60, 90)
    return (
        f"own={own}",
        f"kind={place.kind}",
        f"own={own},kind={place.kind}",
        f"distance={_apart(claim, place.span)}",
        f"report={around.places}",
        f"role={place.role}",
        f"resolved={sure if place.name is not None else 'no'}",
        f"places={min(len(claim.places), 3)}",
        f"first={'yes' if k == 0 else 'no'}",
    )


def _time(claim: Claim, time: TimeSpan, around: Neighbours) -> Traits:
    own = _whose(claim, time.span)
    last = time.end[:10]
    side = "on" if last == around.published else "before" if last < around.published else "after"
    return (
        f"own={own}",
        f"precision={time.precision}",
        f"own={own},precision={time.precision}",
        f"days={'one' if time.start[:10] == last else 'several'}",
        f"dated={around.dated}",
        f"publication={side if around.published else 'unknown'}",
        f"shared={_band(around.times[time.span], 2, 5)}",
        f"distance={_apart(claim, time.span)}",
        f"digits={_digits(time.text)}",
        f"counted={_yes(claim.quantities)}",
        f"said={_yes(claim.said)}",
    )


def _quantity(claim: Claim, quantity: Quantity) -> Traits:
    return (
        f"of={quantity.of}",
        f"bound={quantity.bound}",
        f"scope={quantity.scope}",
        f"part={'no' if quantity.part_of is None else 'yes'}",
        f"figures={min(len(claim.quantities), 4)}",
        f"digits={_digits(quantity.text)}",
        f"own={_whose(claim, quantity.span)}",
        f"item={_yes(quantity.item)}",
        f"one={'yes' if quantity.value == 1 else 'no'}",
    )


def _weapon(claim: Claim, weapon: Weapon) -> Traits:
    return (
        f"type={weapon.type}",
        f"named={_yes(weapon.name)}",
        f"counted={'no' if weapon.count is None else 'yes'}",
        f"own={_whose(claim, weapon.span)}",
        f"weapons={min(len(claim.weapons), 3)}",
    )


def _basis(claim: Claim) -> str:
    """What the claim was read from: a verb, a noun, the lead, nothing but the context."""
    return (claim.method or "").partition("/")[2]


def _whose(claim: Claim, span: Span | None) -> str:
    return "own" if span and claim.start <= span[0] < claim.end else "carried"


def _apart(claim: Claim, span: Span | None) -> str:
    """How far before or behind the claim the words stand that it took a value over from."""
    if span is None or _whose(claim, span) == "own":
        return "none"
    return _band(abs(claim.start - span[0]), 200, 600)


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _digits(text: str) -> str:
    return _yes(any(ch.isdigit() for ch in text))


def _band(number: int, middle: int, high: int) -> str:
    return "low" if number < middle else "middle" if number < high else "high"

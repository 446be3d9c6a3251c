"""Totals and their parts: which figures of a report make up which other one."""

from collections.abc import Iterator
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from reportedly.findings.context import evidence, has, in_order, once, sentence
from reportedly.findings.figures import PEOPLE, best, interval, model_name, same_things, subset, words
from reportedly.findings.sameness import days_apart, finest, place_fits, time_fits
from reportedly.findings.speakers import same_speaker
from reportedly.languages import fold
from reportedly.model import Claim, Quantity, Reading

_NEAR = 3
"""How many claims after a total its places may still be told."""
_DAYS = 2
_ROUNDED = 0.8
"""Parts by sort of thing count as a breakdown from this share of the total on; below it they are examples."""


_ATTACKS = frozenset({"strikes", "attacks", "targets", "munitions", "means", "aerial", "air"})


class Breakdown(Struct, frozen=True):
    """A total and its parts. ``full`` where the text gives the parts as all there is; ``how`` names the form."""

    total: Quantity
    parts: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    how: str
    full: bool = False

    @property
    def least(self) -> float:
        """The lowest sum that the parts allow."""
        return sum(i.low if i.low > 0 or i.high < inf else 0 for q in self.parts if (i := interval(q)))

    @property
    def most(self) -> float:
        """The highest sum that the parts allow."""
        return sum(i.high for q in self.parts if (i := interval(q)))

    @property
    def exceeds(self) -> bool:
        """Whether the parts cannot fit into the total."""
        whole = interval(self.total)
        return whole is not None and self.least > whole.high

    @property
    def falls_short(self) -> bool:
        """Whether parts given as the full breakdown cannot reach the total."""
        whole = interval(self.total)
        return self.full and whole is not None and self.most < whole.low


@once
def breakdowns(reading: Reading) -> tuple[Breakdown, ...]:
    """Every breakdown that a report gives; a claim's figures are used once as parts."""
    return tuple(_breakdowns(reading))


def _breakdowns(reading: Reading) -> Iterator[Breakdown]:
    claims = tuple(_once(c) for c in in_order(reading) if c.polarity == "affirmed" and c.quantities)
    used: set[str] = set()
    for n, claim in enumerate(claims):
        found = (
            _in_claim(claim)
            or _placed_after(claim, claims[n + 1 : n + 1 + _NEAR])
            or _acts_after(claim, claims[n + 1 : n + 2])
        )
        found = found or _launched(claim, claims) or _summed_up(reading, claim, claims)
        if found and not any(c.id in used for c in found.claims[-1:]):
            used.update(c.id for c in found.claims)
            yield found


def _once(claim: Claim) -> Claim:
    """The claim with each stretch of words read as one figure only, or as one for each place ("five each over X")."""
    seen: dict[object, Quantity] = {}
    for n, q in enumerate(claim.quantities):
        seen.setdefault((q.of, q.span, q.place) if q.span else n, q)
    return replace(claim, quantities=tuple(seen.values()))


def _in_claim(claim: Claim) -> Breakdown | None:
    for n, total in enumerate(claim.quantities):
        if total.place is not None or (best(total) or 0) < 2:
            continue
        of = "launched" if total.of == "other" and words(total.item) & _ATTACKS else total.of
        rest = [q for q in claim.quantities[n + 1 :] if q.of == of and best(q) is not None]
        placed = [q for q in rest if _of_one_place(q) and same_things(q, total)]
        placed = [] if _placed_itself(claim, total, placed) else placed
        if placed and all((best(q) or 0) <= (best(total) or 0) for q in placed):
            unplaced = [
                q
                for q in rest
                if q not in placed and q.place is None and total.item and words(q.item) == words(total.item)
            ]
            return Breakdown(total, (*placed, *unplaced), (claim,), "placed")
        sorts = [q for q in rest if q.item and not subset(q)]
        if len(sorts) > 1 and (not total.item or of != total.of):
            found = Breakdown(total, tuple(sorts), (claim,), "sorts")
            one_act = of != total.of and found.exceeds  # one strike can take several munitions
            if _ROUNDED * (best(total) or 0) <= found.least and not one_act:
                return found
    return None


def _placed_itself(claim: Claim, total: Quantity, placed: list[Quantity]) -> bool:
    """Whether a place stands right before the total as another one does before the next figure: "in A 38, in B 20"."""
    if len(placed) != 1 or placed[0].part_of is not None or total.span is None:
        return False
    other = {p.kind for p in claim.places if p.name == placed[0].place}
    own = [p for p in claim.places if p.span and p.span[1] <= total.span[0] and p.name != placed[0].place]
    return any(p.kind in other for p in own)


def _of_one_place(q: Quantity) -> bool:
    """Whether a figure is for one place, or a part of a count of things (drones, houses), which are told apart
    by place.
    """
    return q.place is not None or (q.part_of is not None and q.of not in PEOPLE and not subset(q))


def _placed_after(claim: Claim, later: tuple[Claim, ...]) -> Breakdown | None:
    """A total, and close behind it figures of the same things for places of their own."""
    for total in claim.quantities:
        if total.place is not None or best(total) is None:
            continue
        for other in later:
            own = finest(claim)
            parts = [q for q in other.quantities if q.of == total.of and q.place and same_things(q, total)]
            parts = [q for q in parts if own != {q.place}]
            unplaced = [q for q in other.quantities if q.of == total.of and not q.place]
            fits = (
                parts
                and not unplaced
                and other.event in (claim.event, "assessment")
                and days_apart(claim, other) <= _DAYS
            )
            if fits and (len(parts) > 1 or same_speaker(claim, other)):
                return Breakdown(total, tuple(parts), (claim, other), "placed")
    return None


def _acts_after(claim: Claim, later: tuple[Claim, ...]) -> Breakdown | None:
    """A count of violations, and right behind it, by the same voice, the acts that they consist of."""
    total = claim.quantities[0]
    if claim.event != "agreement" or total.of != "other" or best(total) is None:
        return None
    for other in later:
        acts = [q for q in other.quantities if q.of == "other" and q.part_of is None and best(q) is not None]
        parts = [q for n, q in enumerate(acts) if not any(words(q.item) > words(a.item) > set() for a in acts[:n])]
        if len(parts) > 1 and same_speaker(claim, other) and other.event != "agreement":
            return Breakdown(total, tuple(parts), (claim, other), "acts", full=True)
    return None


def _launched(claim: Claim, claims: tuple[Claim, ...]) -> Breakdown | None:
    """Weapons launched, and by the same voice those shot down and those that did not arrive."""
    if claim.event != "interception":
        return None
    for sort in ("drone", "missile"):
        intercepted = [q for q in claim.quantities if q.of == "intercepted" and q.place is None]
        parts = [q for q in intercepted if _of_sort(q, sort)]
        if len(parts) < 2:
            continue
        for strike in claims:
            total = next((q for q in strike.quantities if q.of == "launched" and sort in (q.item or "")), None)
            if total is None or strike.event != "strike":
                continue
            parts = [q for q in parts if not _of_all_sorts(q, intercepted)]
            fitting = tuple({best(q): q for q in parts if (best(q) or 0) <= (best(total) or 0)}.values())
            if len(fitting) > 1 and same_speaker(strike, claim) and time_fits(strike, claim):
                return Breakdown(total, fitting, (strike, claim), "launched")
    return None


def _of_all_sorts(q: Quantity, told: list[Quantity]) -> bool:
    """Whether a figure of targets is the sum of the sorts told with it: "478 targets: 439 drones and 39 missiles"."""
    return "targets" in words(q.item) and best(q) == sum(best(o) or 0 for o in told if o is not q)


def _of_sort(q: Quantity, sort: str) -> bool:
    other = "missile" if sort == "drone" else "drone"
    item = q.item or ""
    return q.part_of is None and (
        sort in item or (sort == "drone" and other not in item and not words(item) & (_ATTACKS - {"targets"}))
    )


def _summed_up(reading: Reading, claim: Claim, claims: tuple[Claim, ...]) -> Breakdown | None:
    """A figure that the text calls a total, and figures of the same things told before it."""
    if not has(reading, evidence(reading, claim), "TOTAL"):
        return None
    for total in claim.quantities:
        if total.place is not None or best(total) is None or total.of == "distance_km":
            continue
        told = [
            (c, q)
            for c in claims
            if c.start < claim.start and c.event in (claim.event, "casualties", "damage")
            for q in _firsts(c, total)
        ]
        told = [
            (c, q)
            for c, q in told
            if days_apart(c, claim) <= 1 and (best(q) or 0) < (best(total) or 0) and _inside(reading, c, claim)
        ]
        found = Breakdown(total, tuple(q for _, q in told), (*dict.fromkeys(c for c, _ in told), claim), "summed")
        if told and not found.exceeds:
            return found
    return None


def _firsts(claim: Claim, total: Quantity) -> list[Quantity]:
    """The figures of a claim that can go into a total: its own whole if it gives one, else every sort."""
    alike = [q for q in claim.quantities if q.of == total.of and best(q) is not None]
    if not alike:
        return []
    if total.of == "other" and not words(alike[0].item) & words(total.item):
        return []
    whole = alike[0]
    if len(alike) > 1 and not whole.item:
        return [whole]
    if same_things(whole, total) and (len(alike) == 1 or words(whole.item) & words(total.item)):
        return [whole]
    if total.of in ("damaged", "destroyed", "hit") and all(model_name(q.item) for q in alike):
        return alike
    return [whole] if same_things(whole, total) or not total.item else []


def _inside(reading: Reading, part: Claim, whole: Claim) -> bool:
    if sentence(reading, part) == sentence(reading, whole):
        return False
    if place_fits(part, whole):
        return True
    if any(p.kind in ("region", "country") for p in whole.places):
        return True
    told = evidence(reading, whole)
    return not any(fold(p.text) in told for p in whole.places)

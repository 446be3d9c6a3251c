"""How often a reading of this kind proved right: a share counted on held-out reports, not invented.

`confidence.json` holds for each slot the weight of every trait (`claims.traits`) and steps of rising score, each with
right and total of the annotated readings that fell on it while their incident was held out. The confidence of a
reading is the share of its step. `reportedly.evaluate.calibration` writes the file anew.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec
from msgspec.structs import replace

from reportedly.claims import traits
from reportedly.model import Claim, Place, Report

APPROXIMATE = 0.4
"""The most that a facility with the coordinates of its town can have, as the resolver gives it."""


class Step(msgspec.Struct, frozen=True, array_like=True):
    """Held-out readings with a score up to ``upto`` (and above the step before): how many were right, of how many."""

    upto: float
    right: int
    total: int


class Scale(msgspec.Struct, frozen=True):
    """One slot: additive log odds of traits, and the steps that turn a score into a share."""

    base: float
    weights: dict[str, float]
    steps: tuple[Step, ...]

    def score(self, found: traits.Traits) -> float:
        """Log odds; a trait that was never counted weighs nothing."""
        return self.base + sum(self.weights.get(trait, 0.0) for trait in found)

    def step(self, found: traits.Traits) -> Step:
        """The counted readings that are like this one. The last step has no upper end."""
        return self.steps[min(bisect_left(self.steps, self.score(found), key=lambda s: s.upto), len(self.steps) - 1)]


class Counted(msgspec.Struct, frozen=True):
    """What ships: the sets of reports that were counted, with the number of reports in each, and a scale a slot."""

    reports: dict[str, int]
    slots: dict[str, Scale]


@lru_cache(maxsize=1)
def counted() -> Counted:
    """The counts that ship."""
    raw = files("reportedly.claims").joinpath("confidence.json").read_bytes()
    return msgspec.json.decode(raw, type=Counted)


def with_confidence(report: Report, claims: Sequence[Claim], scales: Mapping[str, Scale]) -> tuple[Claim, ...]:
    """The claims of one report with the confidence of each and of each of their values; none where none was counted."""
    return tuple(
        _with(claim, {(slot, k): _share(scales.get(slot), found) for slot, k, found in readings})
        for claim, readings in zip(claims, traits.of_claims(report, claims), strict=True)
    )


def _share(scale: Scale | None, found: traits.Traits) -> float | None:
    if scale is None:
        return None
    step = scale.step(found)
    return round(step.right / step.total, 3)


def _with(claim: Claim, found: Mapping[tuple[str, int], float | None]) -> Claim:
    return replace(
        claim,
        confidence=found["claim", 0],
        sources=tuple(replace(s, confidence=found["sources", k]) for k, s in enumerate(claim.sources)),
        places=tuple(replace(p, confidence=_of_place(p, found["places", k])) for k, p in enumerate(claim.places)),
        time=replace(claim.time, confidence=found["time", 0]) if claim.time else None,
        quantities=tuple(replace(q, confidence=found["quantities", k]) for k, q in enumerate(claim.quantities)),
        weapons=tuple(replace(w, confidence=found["weapons", k]) for k, w in enumerate(claim.weapons)),
    )


def _of_place(place: Place, counted: float | None) -> float | None:
    """Counts tell nothing of one facility: where the resolver only guessed its coordinates, its doubt stays."""
    guess = place.kind == "facility" and place.confidence is not None and place.confidence <= APPROXIMATE
    return min(place.confidence or 0.0, counted or 1.0) if guess else counted

"""How often a reading of this kind proved right: counts on held-out folds of the annotated reports, not invented.

`confidence.json` holds right and total for keys such as ``claim/strike/verb``; a key with few cases leans on the
coarser key before it. `reportedly.evaluate.calibration` writes it anew.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from msgspec.structs import replace

from reportedly.model import Claim, Place

Table = Mapping[str, tuple[int, int]]
"""Right and total by key."""

APPROXIMATE = 0.4
"""The most that a facility with the coordinates of its town can have, as the resolver gives it."""

_WEIGHT = 8
"""How many cases of its own a key needs to weigh as much as the coarser key."""


@lru_cache(maxsize=1)
def table() -> Table:
    """The counts that ship."""
    raw = json.loads(files("reportedly.claims").joinpath("confidence.json").read_text(encoding="utf-8"))
    return {key: (right, total) for key, (right, total) in raw.items()}


def estimate(key: str, counts: Table) -> float | None:
    """The share of right readings of a kind; ``None`` where nothing was counted."""
    best: float | None = None
    parts = key.split("/")
    for k in range(1, len(parts) + 1):
        right, total = counts.get("/".join(parts[:k]), (0, 0))
        best = (right / total if total else None) if best is None else (right + _WEIGHT * best) / (total + _WEIGHT)
    return None if best is None else round(best, 3)


def keys(claim: Claim) -> Iterator[tuple[str, int, str]]:
    """For the claim and each value in it: slot, index in the slot, and the key of its kind."""
    yield "claim", 0, f"claim/{claim.event}/{(claim.method or '').partition('/')[2]}"
    for k, source in enumerate(claim.sources):
        yield "sources", k, f"source/{source.named or 'name'}/{source.act or 'says'}"
    for k, place in enumerate(claim.places):
        yield (
            "places",
            k,
            f"place/{_whose(claim, place.span)}/{place.kind}/{'sure' if (place.confidence or 0) > 0.9 else 'open'}",
        )
    if claim.time is not None:
        yield "time", 0, f"time/{_whose(claim, claim.time.span)}/{claim.time.precision}"
    for k, quantity in enumerate(claim.quantities):
        yield "quantities", k, f"quantity/{quantity.of}/{quantity.bound or 'exact'}"
    for k, weapon in enumerate(claim.weapons):
        yield "weapons", k, f"weapon/{weapon.type}/{'named' if weapon.name else 'kind'}"


def _whose(claim: Claim, span: tuple[int, int] | None) -> str:
    return "own" if span and claim.start <= span[0] < claim.end else "carried"


def with_confidence(claim: Claim, counts: Table | None = None) -> Claim:
    """The claim with the confidence of it and of each of its values."""
    counts = table() if counts is None else counts
    found: dict[tuple[str, int], float | None] = {(slot, k): estimate(key, counts) for slot, k, key in keys(claim)}
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
